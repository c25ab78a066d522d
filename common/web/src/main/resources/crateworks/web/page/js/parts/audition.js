/** A file to look at and listen to: transport, piano roll with chords, drums grid. */
import { make } from "./make.js";
import { card, empty } from "./small.js";
import { drumGrid } from "./drum-grid.js";
import { pianoRoll } from "./piano-roll.js";
import { transport } from "./transport.js";
import { playerOf } from "../sound/player.js";
import { addShortcuts } from "../shell/shortcuts.js";
import { count } from "../words/format.js";
import { chordWord } from "../words/music.js";

const DRUM_CHANNEL = 10;
const CHORDS_SAID = 64;

export function audition(file, read, chords, signal) {
  const notes = notesOf(file, read);
  if (notes.length === 0) {
    return empty("No notes", "This file has nothing to play.");
  }
  const drums = notes.filter((note) => note.isDrum);
  const tuned = notes.filter((note) => !note.isDrum);
  const seconds = Math.max(read.seconds, notes.at(-1).start + notes.at(-1).length);
  const programs = new Map(read.programs.map((each) => [each.channel, each.program]));
  const player = playerOf(notes, programs, seconds, () => draw());
  const controls = transport(player, seconds, read.tempos[0]?.bpm);
  const seek = (to) => player.seek(to);
  const bars = read.bars ?? [];
  const roll = tuned.length > 0 ? pianoRoll({ notes: tuned, seconds, bars, chords: chords.chords, seek, signal }) : null;
  const grid = drums.length > 0 ? drumGrid({ notes: drums, seconds, bars, meters: read.meters, tempos: read.tempos, seek }) : null;

  addShortcuts(
    [
      { key: " ", label: "Play or pause", run: () => (player.isPlaying() ? player.pause() : player.play()) },
      { key: "Home", label: "Back to the beginning", run: () => player.seek(0) },
    ],
    signal,
  );
  signal.addEventListener("abort", () => player.stop());
  draw();
  return make(
    "section",
    { class: "card audition", "aria-label": "Listen" },
    controls.element,
    read.truncated ? make("p", { class: "quiet small" }, `Only the first ${count(notes.length, "note")} are shown and played.`) : null,
    roll?.element,
    chordLine(chords),
    grid ? card("Drums", grid.element) : null,
  );

  /** Once for each change, and for every frame while it plays. */
  function draw() {
    const at = player.position();
    controls.show(at);
    roll?.showAt(at, player.isPlaying());
    grid?.showAt(at, player.isPlaying());
    if (player.isPlaying() && !signal.aborted) {
      requestAnimationFrame(() => player.isPlaying() && draw());
    }
  }
}

function notesOf(file, read) {
  return read.notes.map(([start, length, pitch, velocity, channel]) => ({
    start,
    length,
    pitch,
    velocity,
    channel,
    isDrum: channel === DRUM_CHANNEL || (file.kind === "part" && file.drums === true),
  }));
}

/** The chords in words, which the roll shows over time. */
function chordLine({ chords, progression }) {
  if (chords.length === 0) {
    return null;
  }
  const words = chords.slice(0, CHORDS_SAID).map((chord) => chordWord(chord.label));
  return make(
    "details",
    { class: "options" },
    make("summary", {}, `Chords: ${words.slice(0, 8).join(" ")}${words.length > 8 ? " …" : ""}`),
    make("p", {}, words.join("  ")),
    progression ? make("p", { class: "quiet" }, `In the key: ${progression}`) : null,
  );
}
