/** Why a file could not be used, for people; codes that are not known here are shown as words. */
const REASONS = {
  NOT_MUSIC: "Not music",
  NOT_A_MIDI_FILE: "Not a MIDI file",
  EMPTY_FILE: "Empty file",
  ENCRYPTED: "Needs a password",
  TRUNCATED: "Cut off",
  TRUNCATED_HEADER: "Cut off at the start",
  DAMAGED: "Damaged",
  UNREADABLE: "May not be read",
  LINK_LOOP: "A link that leads in circles",
  BROKEN_LINK: "A link that leads nowhere",
  NO_NOTES: "Has no notes",
  TOO_LARGE: "Too large",
  TIMED_OUT: "Took too long",
  MIDI_2_CLIP: "A MIDI 2.0 clip",
  GONE: "Gone",
  STORE_DAMAGED: "Lost or damaged in the store",
};

export function reasonWord(code) {
  return REASONS[code] ?? sentence(code);
}

function sentence(code) {
  const words = (code ?? "").toLowerCase().replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
