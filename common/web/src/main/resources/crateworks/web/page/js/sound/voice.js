/** One note of the synth: two oscillators, a filter that closes, and an envelope. */
const SILENT = 0.0001;
const LOUDNESS = 0.16;
const FILTER_MAX_HERTZ = 14_000;

/**
 * Sounds a note.
 *
 * @param at when, on the clock of the context
 * @param length in seconds
 * @return when it is silent again, and a way to cut it short
 */
export function sound(context, out, timbre, { pitch, velocity, at, length }) {
  const hertz = 440 * 2 ** ((pitch - 69) / 12);
  const loud = LOUDNESS * (velocity / 127) ** 1.5 + SILENT;
  const held = Math.max(length, timbre.attack);
  const end = at + held + timbre.release;

  const filter = context.createBiquadFilter();
  filter.type = "lowpass";
  const open = Math.min(FILTER_MAX_HERTZ, hertz * timbre.brightness * (0.6 + velocity / 200));
  filter.frequency.setValueAtTime(open, at);
  filter.frequency.exponentialRampToValueAtTime(Math.max(120, open * 0.45), at + timbre.decay + 0.05);

  const gain = context.createGain();
  gain.gain.setValueAtTime(SILENT, at);
  gain.gain.exponentialRampToValueAtTime(loud, at + timbre.attack);
  gain.gain.setTargetAtTime(Math.max(SILENT, loud * timbre.sustain), at + timbre.attack, timbre.decay / 3);
  gain.gain.setTargetAtTime(SILENT, at + held, timbre.release / 4);
  filter.connect(gain).connect(out);

  const oscillators = timbre.waves.map((wave, which) => {
    const oscillator = context.createOscillator();
    oscillator.type = wave;
    oscillator.frequency.value = which === 1 ? hertz * 2 ** timbre.octave : hertz;
    oscillator.detune.value = which === 1 ? timbre.apart : -timbre.apart;
    const share = context.createGain();
    share.gain.value = which === 1 ? 0.4 : 0.8;
    oscillator.connect(share).connect(filter);
    oscillator.start(at);
    oscillator.stop(end);
    return oscillator;
  });
  oscillators[0].addEventListener("ended", () => gain.disconnect());
  return { end, cut: () => oscillators.forEach((oscillator) => oscillator.stop()) };
}
