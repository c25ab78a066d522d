/** What each stage of a run does, in a musician's words. */
const STAGES = {
  discover: ["Find", "looks through folders and archives"],
  ingest: ["Take in", "reads each file and drops what is here already"],
  sanitize: ["Tidy names", "gives each file a name that every device can show"],
  split: ["Split", "takes songs apart into drums, bass, chords and tunes"],
  analyze: ["Listen", "finds tempo, key, chords and what a part is"],
  rename: ["Rename", "names files after what they are"],
  export: ["Write", "writes to the drive"],
};

const STATES = {
  SCANNING: ["Looking for files", "good"],
  PROCESSING: ["Working", "good"],
  EXPORTING: ["Writing to the drive", "good"],
  COMPLETED: ["Complete", "good"],
  CANCELLED: ["Stopped", "caution"],
  FAILED: ["Failed", "bad"],
};

export function stageWord(stage) {
  return STAGES[stage]?.[0] ?? stage;
}

export function stageDoes(stage) {
  return STAGES[stage]?.[1] ?? "";
}

export function stateWord(state) {
  return STATES[state]?.[0] ?? state;
}

export function stateMood(state) {
  return STATES[state]?.[1] ?? "caution";
}

export function isOver(state) {
  return state === "COMPLETED" || state === "CANCELLED" || state === "FAILED";
}
