/** The notes over time, with the chords above them; a click plays from there. */
import { make } from "./make.js";
import { button } from "./small.js";
import { brushFor, onceSized } from "./colour.js";
import { paintRoll, LANE, ROLL_HEIGHT } from "./piano-paint.js";
import { onThemeChange } from "../shell/theme.js";
import { count } from "../words/format.js";
import { noteName } from "../words/music.js";

const ZOOM_STEP = 1.6;
const WIDE_MAX = 2_000_000;
const SECONDS_SEEN_MIN = 1;

export function pianoRoll({ notes, seconds, bars, chords, seek, signal }) {
  const pitches = notes.map((note) => note.pitch);
  const [lowest, highest] = [pitches.reduce((a, b) => Math.min(a, b)), pitches.reduce((a, b) => Math.max(a, b))];
  const height = ROLL_HEIGHT + (chords.length > 0 ? LANE : 0);
  const canvas = make("canvas", {});
  const head = make("div", { class: "playhead" });
  const sizer = make("div", { class: "roll-sizer" }, canvas, head);
  const view = make(
    "div",
    { class: "roll", tabindex: 0, role: "img", "aria-label": `Piano roll: ${count(notes.length, "note")} from ${noteName(lowest)} to ${noteName(highest)}` },
    sizer,
  );
  view.style.height = `${height}px`;
  let wide = 1; // how many times wider than what is seen
  let isDue = false;

  const zoom = (by) => {
    const middle = (view.scrollLeft + view.clientWidth / 2) / sizer.clientWidth;
    const widest = Math.min(WIDE_MAX / Math.max(1, view.clientWidth), Math.max(1, seconds / SECONDS_SEEN_MIN));
    wide = Math.min(widest, Math.max(1, by === 0 ? 1 : wide * by));
    sizer.style.width = `${wide * 100}%`;
    view.scrollLeft = middle * sizer.clientWidth - view.clientWidth / 2;
    paintSoon();
  };
  const paintSoon = () => {
    if (!isDue) {
      isDue = true;
      requestAnimationFrame(paint);
    }
  };
  const paint = () => {
    isDue = false;
    const width = view.clientWidth;
    if (width > 0) {
      const scale = sizer.clientWidth / seconds;
      paintRoll(brushFor(canvas, width, height), { width, height, from: view.scrollLeft / scale, scale, notes, bars, chords, lowest, highest });
    }
  };
  view.addEventListener("scroll", paintSoon);
  view.addEventListener("click", (event) => seek(((event.clientX - sizer.getBoundingClientRect().left) / sizer.clientWidth) * seconds));
  onceSized(view, paintSoon, signal);
  onThemeChange(paintSoon, signal);

  return {
    element: make(
      "div",
      { class: "roll-box" },
      view,
      make(
        "div",
        { class: "row roll-buttons" },
        button("−", () => zoom(1 / ZOOM_STEP), { small: true, "aria-label": "See more at once" }),
        button("+", () => zoom(ZOOM_STEP), { small: true, "aria-label": "See it larger" }),
        button("All", () => zoom(0), { small: true, "aria-label": "See all of it" }),
      ),
    ),
    showAt(at, follows) {
      const x = (at / seconds) * sizer.clientWidth;
      head.style.transform = `translateX(${x}px)`;
      const isSeen = x >= view.scrollLeft && x < view.scrollLeft + view.clientWidth;
      if (follows && wide > 1 && !isSeen) {
        view.scrollLeft = x - view.clientWidth * 0.1;
      }
    },
  };
}
