/** The circle of fifths: the brighter a key, the more files are in it. A click filters by it. */
import { drawn, make } from "./make.js";
import { card } from "./small.js";
import { toggled, withValue, without } from "./filters.js";
import { count } from "../words/format.js";
import { CIRCLE, keyWord } from "../words/music.js";

const MIDDLE = 130;
const RINGS = { major: [84, 124], minor: [46, 82] };
const SLICE = (2 * Math.PI) / CIRCLE.length;

export function keyCircle(change) {
  const circle = drawn("svg", { class: "key-circle", viewBox: "0 0 260 260", role: "group", "aria-label": "Keys, in the circle of fifths" });
  const compatible = make("input", { type: "checkbox", id: "filter-compatible" });
  let shown = new URLSearchParams();
  compatible.addEventListener("change", () => change(switched(shown, compatible.checked)));
  return {
    element: card("Key", circle, make("label", { class: "check" }, compatible, "Also keys that mix with it")),
    show(keys, filters) {
      shown = filters;
      compatible.checked = filters.has("compatible");
      compatible.disabled = !filters.has("compatible") && filters.getAll("key").length !== 1;
      const files = new Map();
      keys.forEach((each) => files.set(each.camelot, (files.get(each.camelot) ?? 0) + each.files));
      const most = Math.max(1, ...files.values());
      circle.replaceChildren(
        ...CIRCLE.flatMap((place, at) =>
          ["major", "minor"].map((mode) => {
            const camelot = `${place.number}${mode === "major" ? "B" : "A"}`;
            return slice(place[mode], camelot, mode, at, files.get(camelot) ?? 0, most, filters, () => change(chosenKey(filters, place[mode])));
          }),
        ),
      );
    },
  };
}

/** A key, or several; while keys that mix are asked for, there is only the one that they mix with. */
function chosenKey(filters, key) {
  if (!filters.has("compatible")) {
    return toggled(filters, "key", key);
  }
  return filters.get("compatible") === key ? without(filters, "compatible") : withValue(filters, "compatible", key);
}

function switched(filters, isOn) {
  return isOn
    ? withValue(without(filters, "key"), "compatible", filters.get("key"))
    : withValue(without(filters, "compatible"), "key", filters.get("compatible"));
}

function slice(key, camelot, mode, at, files, most, filters, run) {
  const isChosen = filters.getAll("key").includes(key) || filters.get("compatible") === key;
  const onKey = (event) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      run();
    }
  };
  const [inner, outer] = RINGS[mode];
  const middle = (inner + outer) / 2;
  const angle = at * SLICE - Math.PI / 2;
  return drawn(
    "g",
    {
      class: "key-slice", role: "button", tabindex: 0, "aria-pressed": String(isChosen), "data-key": key,
      "aria-label": `${keyWord(key)}, ${count(files, "file")}`, on: { click: run, keydown: onKey },
      style: { "--hue": ((at * 30 + 220) % 360), "--share": files === 0 ? 0 : 0.25 + 0.75 * (files / most) },
    },
    drawn("title", {}, `${keyWord(key)} (${camelot}): ${count(files, "file")}`),
    drawn("path", { class: "ground", d: ring(inner, outer, angle) }),
    drawn("path", { class: "fill", d: ring(inner, outer, angle) }),
    drawn("text", { x: MIDDLE + middle * Math.cos(angle), y: MIDDLE + middle * Math.sin(angle), "aria-hidden": "true" }, keyWord(key)),
  );
}

/** A piece of a ring around an angle, a little narrower than its slice so that edges show. */
function ring(inner, outer, angle) {
  const half = SLICE / 2 - 0.016;
  const point = (radius, at) => `${(MIDDLE + radius * Math.cos(at)).toFixed(2)} ${(MIDDLE + radius * Math.sin(at)).toFixed(2)}`;
  return `M${point(inner, angle - half)}L${point(outer, angle - half)}A${outer} ${outer} 0 0 1 ${point(outer, angle + half)}L${point(inner, angle + half)}A${inner} ${inner} 0 0 0 ${point(inner, angle - half)}Z`;
}
