/** Drums as pads in steps, a few bars at a time, as on a drum machine. */
import { drawn, make, say } from "./make.js";
import { button } from "./small.js";
import { stepsOf } from "./drum-steps.js";
import { count } from "../words/format.js";
import { drumWord } from "../words/music.js";

const BARS_WIDE = 2;
const BARS_NARROW = 1;
const CELL = 22;
const GAP = 3;
const NAMES = 92;
const NARROW = matchMedia("(max-width: 700px)");

export function drumGrid({ notes, seconds, bars, meters, tempos, seek }) {
  const steps = stepsOf(notes, { seconds, bars, meters, tempos });
  const at = make("span", { class: "figures", role: "status" });
  const place = make("div", { class: "drum-grid" });
  const shownBars = NARROW.matches ? BARS_NARROW : BARS_WIDE;
  let first = 0;
  let lit = null;
  const turn = (by) => {
    first = Math.min(Math.max(0, steps.bars.length - 1), Math.max(0, first + by * shownBars));
    draw();
  };
  const pager = make("div", { class: "row" }, button("‹", () => turn(-1), { small: true, "aria-label": "Bars before" }), at, button("›", () => turn(1), { small: true, "aria-label": "Next bars" }));
  draw();
  return { element: make("div", { class: "stack" }, place, pager), showAt };

  function draw() {
    lit = null;
    const shown = steps.bars.slice(first, first + shownBars);
    say(at, `Bar ${first + 1}${shown.length > 1 ? `–${first + shown.length}` : ""} of ${steps.bars.length}`);
    pager.hidden = steps.bars.length <= shownBars;
    place.replaceChildren(picture(shown));
  }

  function picture(shown) {
    const columns = shown.reduce((sum, bar) => sum + bar.steps, 0);
    const width = NAMES + columns * CELL + (shown.length - 1) * GAP * 2;
    const height = steps.pitches.length * CELL;
    const hits = shown.reduce((sum, bar) => sum + bar.hits.length, 0);
    const label = `Drums: ${count(hits, "hit")} of ${steps.pitches.map(drumWord).join(", ")}`;
    const grid = drawn("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": label });
    steps.pitches.forEach((pitch, row) => grid.append(drawn("text", { x: 0, y: row * CELL + CELL / 2 }, drumWord(pitch))));
    let left = NAMES;
    for (const bar of shown) {
      grid.append(...cells(bar, left));
      left += bar.steps * CELL + GAP * 2;
    }
    return grid;
  }

  function cells(bar, left) {
    const loudest = new Map();
    bar.hits.forEach((hit) => {
      const cell = `${hit.row} ${hit.step}`;
      loudest.set(cell, Math.max(loudest.get(cell) ?? 0, hit.velocity));
    });
    const all = [];
    for (let row = 0; row < steps.pitches.length; row++) {
      for (let step = 0; step < bar.steps; step++) {
        const velocity = loudest.get(`${row} ${step}`) ?? 0;
        all.push(
          drawn("rect", {
            class: velocity > 0 ? "pad hit" : step % bar.stepsPerBeat === 0 ? "pad beat" : "pad",
            x: left + step * CELL, y: row * CELL + GAP / 2, width: CELL - GAP, height: CELL - GAP, rx: 4,
            "data-step": `${bar.number} ${step}`,
            style: velocity > 0 ? { opacity: 0.4 + 0.6 * (velocity / 127) } : {},
            on: { click: () => seek(bar.from + (step / bar.steps) * (bar.to - bar.from)) },
          }),
        );
      }
    }
    return all;
  }

  function showAt(position, follows) {
    const number = steps.barAt(position);
    if (follows && (number < first || number >= first + shownBars)) {
      first = Math.floor(number / shownBars) * shownBars;
      draw();
    }
    const bar = steps.bars[number];
    const now = follows ? `${number} ${Math.floor(((position - bar.from) / (bar.to - bar.from)) * bar.steps)}` : null;
    if (now !== lit) {
      place.querySelectorAll(".lit").forEach((pad) => pad.classList.remove("lit"));
      place.querySelectorAll(`[data-step="${now}"]`).forEach((pad) => pad.classList.add("lit"));
      lit = now;
    }
  }
}
