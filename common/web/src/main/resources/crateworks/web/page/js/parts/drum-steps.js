/** Puts hits on steps of sixteenths, bar by bar. */
const BARS_MAX = 10_000;
const STEPS_MAX = 64;

/**
 * @return `pitches` from the top row down, `bars` with their hits, and which bar is at a second
 */
export function stepsOf(notes, { seconds, bars, meters, tempos }) {
  const pitches = [...new Set(notes.map((note) => note.pitch))].sort((a, b) => b - a);
  const rows = new Map(pitches.map((pitch, row) => [pitch, row]));
  const made = barsOf(seconds, bars, meters, tempos);
  const barAt = (second) => lastNotAfter(made, second);
  for (const note of notes) {
    const bar = made[barAt(note.start)];
    const step = Math.round(((note.start - bar.from) / (bar.to - bar.from)) * bar.steps);
    // What is played a little early belongs to the bar that follows.
    const after = step >= bar.steps ? made[bar.number + 1] : undefined;
    (after ?? bar).hits.push({ row: rows.get(note.pitch), step: after ? 0 : Math.min(step, bar.steps - 1), velocity: note.velocity });
  }
  return { pitches, bars: made, barAt };
}

function barsOf(seconds, bars, meters, tempos) {
  const starts = bars.length > 0 ? bars : evenBars(seconds, tempos[0]?.bpm ?? 120);
  return starts
    .filter((from, number) => from < seconds || number === 0)
    .slice(0, BARS_MAX)
    .map((from, number) => {
      const [beats, unit] = meterAt(meters, from);
      const length = number + 1 < starts.length ? starts[number + 1] - from : number > 0 ? from - starts[number - 1] : seconds - from;
      const steps = Math.min(STEPS_MAX, Math.max(1, Math.round((beats * 16) / unit)));
      return { number, from, to: from + Math.max(0.05, length), steps, stepsPerBeat: Math.max(1, Math.round(16 / unit)), hits: [] };
    });
}

function evenBars(seconds, bpm) {
  const length = 240 / bpm;
  return Array.from({ length: Math.min(BARS_MAX, Math.max(1, Math.ceil(seconds / length))) }, (_, number) => number * length);
}

function meterAt(meters, second) {
  const here = meters.filter((each) => each.at <= second + 0.001).at(-1);
  const [beats, unit] = (here?.meter ?? "4/4").split("/").map(Number);
  return beats > 0 && unit > 0 ? [beats, unit] : [4, 4];
}

function lastNotAfter(bars, second) {
  let low = 0;
  let high = bars.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (bars[middle].from <= second + 0.001) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}
