/** What musicians call the things of the library. */
const NOTES = ["C", "C♯", "D", "E♭", "E", "F", "F♯", "G", "A♭", "A", "B♭", "B"];

/** The places of the key circle in fifths, C at the top: major outside, its relative minor inside. */
export const CIRCLE = [
  { major: "C", minor: "Am", number: 8 },
  { major: "G", minor: "Em", number: 9 },
  { major: "D", minor: "Bm", number: 10 },
  { major: "A", minor: "F#m", number: 11 },
  { major: "E", minor: "C#m", number: 12 },
  { major: "B", minor: "G#m", number: 1 },
  { major: "F#", minor: "Ebm", number: 2 },
  { major: "Db", minor: "Bbm", number: 3 },
  { major: "Ab", minor: "Fm", number: 4 },
  { major: "Eb", minor: "Cm", number: 5 },
  { major: "Bb", minor: "Gm", number: 6 },
  { major: "F", minor: "Dm", number: 7 },
];

/** The categories in the order they are shown in. */
export const CATEGORIES = [
  "DrumKicks", "DrumSnares", "DrumHats", "DrumCymbals", "DrumToms", "DrumPerc", "Drums",
  "Bass", "Melody", "Chords", "Progressions", "Loops", "FX",
];

const CATEGORY_WORDS = {
  DrumKicks: "Kicks",
  DrumSnares: "Snares",
  DrumHats: "Hats",
  DrumCymbals: "Cymbals",
  DrumToms: "Toms",
  DrumPerc: "Percussion",
  FX: "Effects",
};

export function categoryWord(category) {
  return CATEGORY_WORDS[category] ?? category ?? "Not sorted";
}

/** The class that gives a category its colour. */
export function kindOf(category) {
  if (category?.startsWith("Drum")) {
    return "kind-drums";
  }
  return category && category !== "FX" ? `kind-${category.toLowerCase()}` : "kind-effects";
}

export function noteName(pitch) {
  return `${NOTES[pitch % 12]}${Math.floor(pitch / 12) - 1}`;
}

/** Sharps and flats with their signs: `F#m` as F♯m. */
export function keyWord(key) {
  return key ? key.replace("#", "♯").replace(/^([A-G])b/, "$1♭") : "–";
}

/** A chord as it is written above a staff: `F#:min7` as F♯m7, `C:maj` as C. */
export function chordWord(label) {
  const [root, quality = ""] = label.split(":");
  const written = quality
    .replace(/^maj(?=$|[/(])/, "")
    .replace(/^min/, "m")
    .replace(/^hdim7/, "m7♭5")
    .replace(/^dim/, "°")
    .replace(/^aug/, "+");
  return `${keyWord(root)}${written}`;
}

/** The hue of a key by its place in the circle, so that keys that go together look alike. */
export function keyHue(camelot) {
  const number = parseInt(camelot, 10);
  return Number.isNaN(number) ? null : (number * 30 + 340) % 360;
}

/** The sounds of General MIDI's drum channel. */
const DRUM_SOUNDS = {
  35: "Kick 2", 36: "Kick", 37: "Side stick", 38: "Snare", 39: "Clap", 40: "Snare 2", 41: "Floor tom low",
  42: "Closed hat", 43: "Floor tom", 44: "Pedal hat", 45: "Low tom", 46: "Open hat", 47: "Mid tom low",
  48: "Mid tom", 49: "Crash", 50: "High tom", 51: "Ride", 52: "China", 53: "Ride bell", 54: "Tambourine",
  55: "Splash", 56: "Cowbell", 57: "Crash 2", 58: "Vibraslap", 59: "Ride 2", 60: "High bongo", 61: "Low bongo",
  62: "Conga mute", 63: "High conga", 64: "Low conga", 65: "High timbale", 66: "Low timbale", 67: "High agogo",
  68: "Low agogo", 69: "Cabasa", 70: "Maracas", 71: "Short whistle", 72: "Long whistle", 73: "Short guiro",
  74: "Long guiro", 75: "Claves", 76: "High block", 77: "Low block", 78: "Cuica mute", 79: "Cuica",
  80: "Triangle mute", 81: "Triangle",
};

export function drumWord(pitch) {
  return DRUM_SOUNDS[pitch] ?? noteName(pitch);
}
