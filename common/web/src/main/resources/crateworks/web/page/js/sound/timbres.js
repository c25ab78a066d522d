/**
 * How the instruments of General MIDI sound on the small synth: one set for each family of eight
 * programs. Times in seconds, `sustain` from 0 to 1, `brightness` as a multiple of the note's frequency.
 */
const FAMILIES = [
  { waves: ["triangle", "sine"], apart: 0, octave: 1, attack: 0.004, decay: 0.9, sustain: 0, release: 0.25, brightness: 7 }, // pianos
  { waves: ["sine", "sine"], apart: 0, octave: 2, attack: 0.002, decay: 0.7, sustain: 0, release: 0.4, brightness: 12 }, // bells
  { waves: ["sine", "square"], apart: 3, octave: 1, attack: 0.01, decay: 0.1, sustain: 0.8, release: 0.06, brightness: 5 }, // organs
  { waves: ["sawtooth", "triangle"], apart: 4, octave: 0, attack: 0.004, decay: 0.6, sustain: 0.1, release: 0.2, brightness: 6 }, // guitars
  { waves: ["sawtooth", "sine"], apart: 0, octave: 0, attack: 0.006, decay: 0.35, sustain: 0.55, release: 0.09, brightness: 5 }, // basses
  { waves: ["sawtooth", "sawtooth"], apart: 8, octave: 0, attack: 0.09, decay: 0.3, sustain: 0.8, release: 0.3, brightness: 5 }, // strings
  { waves: ["sawtooth", "sawtooth"], apart: 12, octave: 0, attack: 0.12, decay: 0.3, sustain: 0.85, release: 0.4, brightness: 4 }, // ensembles
  { waves: ["sawtooth", "square"], apart: 5, octave: 0, attack: 0.03, decay: 0.15, sustain: 0.75, release: 0.12, brightness: 6 }, // brass
  { waves: ["square", "triangle"], apart: 2, octave: 0, attack: 0.03, decay: 0.1, sustain: 0.8, release: 0.1, brightness: 4 }, // reeds
  { waves: ["sine", "triangle"], apart: 3, octave: 0, attack: 0.05, decay: 0.1, sustain: 0.85, release: 0.12, brightness: 5 }, // pipes
  { waves: ["sawtooth", "square"], apart: 9, octave: 0, attack: 0.008, decay: 0.2, sustain: 0.7, release: 0.12, brightness: 9 }, // leads
  { waves: ["triangle", "sawtooth"], apart: 11, octave: 0, attack: 0.25, decay: 0.6, sustain: 0.8, release: 0.7, brightness: 4 }, // pads
  { waves: ["sine", "sawtooth"], apart: 14, octave: 1, attack: 0.1, decay: 0.8, sustain: 0.5, release: 0.6, brightness: 6 }, // effects
  { waves: ["triangle", "sawtooth"], apart: 2, octave: 1, attack: 0.003, decay: 0.5, sustain: 0.05, release: 0.2, brightness: 8 }, // plucked
  { waves: ["sine", "triangle"], apart: 0, octave: 1, attack: 0.002, decay: 0.3, sustain: 0, release: 0.15, brightness: 8 }, // struck
  { waves: ["triangle", "square"], apart: 20, octave: 0, attack: 0.01, decay: 0.5, sustain: 0.3, release: 0.3, brightness: 6 }, // noises
];

/** The timbre of a program from 0; a piano where there is none. */
export function timbreOf(program = 0) {
  return FAMILIES[Math.floor(program / 8) % FAMILIES.length];
}
