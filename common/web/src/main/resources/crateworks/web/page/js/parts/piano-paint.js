/** Paints the part of a piano roll that is seen. */
import { colour } from "./colour.js";
import { chordWord } from "../words/music.js";

export const ROLL_HEIGHT = 280;
export const LANE = 26;

const BLACK = [1, 3, 6, 8, 10];
const ROWS_MIN = 18;
const BARS_APART_MIN = 7;
const BAR_NUMBERS_APART_MIN = 44;
const VOICES = ["--kind-melody", "--kind-bass", "--kind-chords", "--kind-loops", "--kind-progressions", "--kind-drums", "--kind-effects"];

export function paintRoll(brush, seen) {
  const rows = rowsOf(seen.lowest, seen.highest);
  const top = seen.height - ROLL_HEIGHT;
  const tall = ROLL_HEIGHT / (rows.high - rows.low + 1);
  const pitchY = (pitch) => top + (rows.high - pitch) * tall;
  const x = (seconds) => (seconds - seen.from) * seen.scale;
  paintKeys(brush, seen, rows, pitchY, tall);
  paintBars(brush, seen, x);
  paintNotes(brush, seen, x, pitchY, tall);
  paintChords(brush, seen, x);
}

/** At least one and a half octaves, so that few notes do not fill the screen. */
function rowsOf(lowest, highest) {
  const missing = Math.max(2, ROWS_MIN - (highest - lowest + 1));
  return { low: lowest - Math.floor(missing / 2), high: highest + Math.ceil(missing / 2) };
}

function paintKeys(brush, { width }, rows, pitchY, tall) {
  brush.fillStyle = colour("--raised");
  for (let pitch = rows.low; pitch <= rows.high; pitch++) {
    if (BLACK.includes(((pitch % 12) + 12) % 12)) {
      brush.fillRect(0, pitchY(pitch), width, tall);
    }
  }
  brush.fillStyle = colour("--line");
  for (let pitch = rows.low; pitch <= rows.high; pitch++) {
    if (pitch % 12 === 0) {
      brush.fillRect(0, pitchY(pitch) + tall - 1, width, 1);
    }
  }
  brush.font = "11px system-ui, sans-serif";
  brush.textBaseline = "bottom";
  brush.fillStyle = colour("--muted");
  for (let pitch = rows.low; pitch <= rows.high; pitch++) {
    if (pitch % 12 === 0 && pitch >= 0) {
      brush.fillText(`C${pitch / 12 - 1}`, 3, pitchY(pitch) + tall - 1);
    }
  }
}

function paintBars(brush, { width, height, bars, scale }, x) {
  const line = colour("--line");
  const muted = colour("--muted");
  let lineX = -BARS_APART_MIN;
  let numberX = -BAR_NUMBERS_APART_MIN;
  brush.textBaseline = "top";
  bars.forEach((bar, at) => {
    const here = Math.round(x(bar));
    if (here < -scale || here > width || here - lineX < BARS_APART_MIN) {
      return;
    }
    lineX = here;
    brush.fillStyle = line;
    brush.fillRect(here, 0, 1, height);
    if (here - numberX >= BAR_NUMBERS_APART_MIN && here > 12) {
      numberX = here;
      brush.fillStyle = muted;
      brush.fillText(String(at + 1), here + 4, height - ROLL_HEIGHT + 3);
    }
  });
}

function paintNotes(brush, { width, notes }, x, pitchY, tall) {
  const channels = [...new Set(notes.map((note) => note.channel))].sort((a, b) => a - b);
  const colours = new Map(channels.map((channel, at) => [channel, colour(VOICES[at % VOICES.length])]));
  const height = Math.max(2, tall - 1);
  for (const note of notes) {
    const left = x(note.start);
    const right = x(note.start + note.length);
    if (right < 0 || left > width) {
      continue;
    }
    brush.globalAlpha = 0.45 + 0.55 * (note.velocity / 127);
    brush.fillStyle = colours.get(note.channel);
    brush.beginPath();
    brush.roundRect(left, pitchY(note.pitch), Math.max(2, right - left - 1), height, Math.min(3, height / 2));
    brush.fill();
  }
  brush.globalAlpha = 1;
}

function paintChords(brush, { width, height, chords }, x) {
  if (height === ROLL_HEIGHT) {
    return;
  }
  const [soft, text, line] = [colour("--accent-soft"), colour("--text"), colour("--line")];
  brush.font = "600 12px system-ui, sans-serif";
  brush.textBaseline = "middle";
  for (const chord of chords) {
    const left = x(chord.from);
    const right = x(chord.to);
    if (right < 0 || left > width || chord.label === "N") {
      continue;
    }
    brush.fillStyle = soft;
    brush.fillRect(left + 0.5, 2, Math.max(1, right - left - 1), LANE - 6);
    const word = chordWord(chord.label);
    if (right - left > brush.measureText(word).width + 8) {
      brush.fillStyle = text;
      brush.fillText(word, Math.max(left, 0) + 5, LANE / 2 - 1);
    }
  }
  brush.fillStyle = line;
  brush.fillRect(0, LANE - 1, width, 1);
}
