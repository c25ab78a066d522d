/** Drums made of swept tones and noise, for the sounds of General MIDI's drum channel. */
const SILENT = 0.0001;
const noises = new WeakMap();

/** `tone`: from and to in hertz with its share; `noise`: filter and share; `lasts` in seconds. */
const KICK = { tone: [150, 46, 1.1], fall: 0.09, lasts: 0.32, noise: ["highpass", 2500, 0.12], noiseLasts: 0.015 };
const SNARE = { tone: [230, 170, 0.45], fall: 0.05, lasts: 0.12, noise: ["highpass", 1400, 0.55], noiseLasts: 0.17 };
const CLAP = { noise: ["bandpass", 1300, 0.9], noiseLasts: 0.2, bursts: 3 };
const STICK = { tone: [1700, 1100, 0.5], fall: 0.02, lasts: 0.04, noise: ["bandpass", 2600, 0.3], noiseLasts: 0.03 };
const CLOSED_HAT = { noise: ["highpass", 7800, 0.4], noiseLasts: 0.05 };
const OPEN_HAT = { noise: ["highpass", 7200, 0.38], noiseLasts: 0.34 };
const CRASH = { noise: ["highpass", 4200, 0.42], noiseLasts: 1.2 };
const RIDE = { tone: [3300, 3250, 0.07], fall: 0.4, lasts: 0.5, noise: ["highpass", 6800, 0.2], noiseLasts: 0.5 };
const COWBELL = { tone: [810, 800, 0.35], fall: 0.1, lasts: 0.22, wave: "square" };
const SHAKER = { noise: ["bandpass", 6200, 0.35], noiseLasts: 0.08 };
const BLOCK = { tone: [1250, 1150, 0.5], fall: 0.03, lasts: 0.07 };
const TRIANGLE = { tone: [4800, 4780, 0.16], fall: 0.5, lasts: 0.8 };

const SOUNDS = {
  35: KICK, 36: KICK, 37: STICK, 38: SNARE, 39: CLAP, 40: SNARE, 42: CLOSED_HAT, 44: CLOSED_HAT, 46: OPEN_HAT,
  49: CRASH, 51: RIDE, 52: CRASH, 53: RIDE, 54: SHAKER, 55: CRASH, 56: COWBELL, 57: CRASH, 59: RIDE,
  67: BLOCK, 68: BLOCK, 69: SHAKER, 70: SHAKER, 75: BLOCK, 76: BLOCK, 77: BLOCK, 80: TRIANGLE, 81: TRIANGLE,
};

/** Toms and hand drums by their place: the higher the number, the higher the drum. */
function tomOf(pitch) {
  const low = pitch < 60 ? 80 + (pitch - 41) * 13 : 170 + (pitch - 60) * 14;
  return { tone: [low * 1.7, low, 0.8], fall: 0.12, lasts: pitch < 60 ? 0.36 : 0.2 };
}

export function hit(context, out, { pitch, velocity, at }) {
  const drum = SOUNDS[pitch] ?? tomOf(pitch);
  const loud = 0.5 * (velocity / 127) ** 1.4;
  const sources = [];
  if (drum.tone) {
    sources.push(tone(context, out, drum, loud, at));
  }
  if (drum.noise) {
    for (let burst = 0; burst < (drum.bursts ?? 1); burst++) {
      sources.push(noise(context, out, drum, loud, at + burst * 0.011));
    }
  }
  return { end: at + Math.max(drum.lasts ?? 0, drum.noiseLasts ?? 0), cut: () => sources.forEach((source) => source.stop()) };
}

function tone(context, out, drum, loud, at) {
  const [from, to, share] = drum.tone;
  const oscillator = context.createOscillator();
  oscillator.type = drum.wave ?? "sine";
  oscillator.frequency.setValueAtTime(from, at);
  oscillator.frequency.exponentialRampToValueAtTime(to, at + drum.fall);
  oscillator.connect(fading(context, out, loud * share, at, drum.lasts));
  oscillator.start(at);
  oscillator.stop(at + drum.lasts + 0.02);
  return oscillator;
}

function noise(context, out, drum, loud, at) {
  const [type, hertz, share] = drum.noise;
  const source = context.createBufferSource();
  source.buffer = noiseOf(context);
  const filter = context.createBiquadFilter();
  filter.type = type;
  filter.frequency.value = hertz;
  source.connect(filter).connect(fading(context, out, loud * share, at, drum.noiseLasts));
  source.start(at);
  source.stop(at + drum.noiseLasts + 0.02);
  return source;
}

function fading(context, out, loud, at, lasts) {
  const gain = context.createGain();
  gain.gain.setValueAtTime(loud + SILENT, at);
  gain.gain.exponentialRampToValueAtTime(SILENT, at + lasts);
  gain.connect(out);
  return gain;
}

/** A second and a half of noise, made once for each context. */
function noiseOf(context) {
  if (!noises.has(context)) {
    const buffer = context.createBuffer(1, context.sampleRate * 1.5, context.sampleRate);
    const samples = buffer.getChannelData(0);
    for (let at = 0; at < samples.length; at++) {
      samples[at] = Math.random() * 2 - 1;
    }
    noises.set(context, buffer);
  }
  return noises.get(context);
}
