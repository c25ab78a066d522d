/** How many files there are at each tempo; a click keeps ten BPM, a second one lets them go. */
import { drawn, make } from "./make.js";
import { card } from "./small.js";
import { withValue, without } from "./filters.js";
import { count } from "../words/format.js";

const STEP = 10;
const LOW = 40;
const HIGH = 220;
const WIDTH = 270;
const HEIGHT = 96;
const FOOT = 18;

export function tempoPlot(change) {
  const plot = drawn("svg", { class: "tempo-plot", viewBox: `0 0 ${WIDTH} ${HEIGHT + FOOT}`, role: "group", "aria-label": "Tempo in BPM" });
  return {
    element: card("Tempo", plot),
    show(buckets, filters) {
      const bins = binned(buckets);
      const most = Math.max(1, ...bins.map((bin) => bin.files));
      const wide = WIDTH / bins.length;
      plot.replaceChildren(
        ...bins.map((bin, at) => column(bin, at, wide, most, filters, change)),
        ...bins.filter((bin) => bin.from % 40 === 0).map((bin) => label(bin, (bins.indexOf(bin)) * wide)),
      );
    },
  };
}

/** Steps of ten; what is slower or faster than the ends counts at the ends. */
function binned(buckets) {
  const bins = [];
  for (let from = LOW; from < HIGH; from += STEP) {
    bins.push({ from, to: from + STEP, files: 0 });
  }
  for (const bucket of buckets) {
    const at = Math.floor((Math.min(Math.max(bucket.from, LOW), HIGH - 1) - LOW) / STEP);
    bins[at].files += bucket.files;
  }
  return bins;
}

function column(bin, at, wide, most, filters, change) {
  const low = Number(filters.get("bpm_min") ?? 0);
  const high = Number(filters.get("bpm_max") ?? Infinity);
  const isChosen = filters.has("bpm_min") && low === bin.from && high === bin.to;
  const isInside = bin.to > low && bin.from < high;
  const tall = bin.files === 0 ? 0 : Math.max(3, (bin.files / most) * (HEIGHT - 4));
  const run = () =>
    change(isChosen ? without(without(filters, "bpm_min"), "bpm_max") : withValue(withValue(filters, "bpm_min", bin.from), "bpm_max", bin.to));
  const key = (event) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      run();
    }
  };
  return drawn(
    "g",
    {
      class: "column", role: "button", tabindex: bin.files > 0 || isChosen ? 0 : null, "aria-pressed": String(isChosen), "data-bpm": bin.from,
      "aria-label": `${bin.from} to ${bin.to} BPM: ${count(bin.files, "file")}`, "data-dim": !isInside, on: { click: run, keydown: key },
    },
    drawn("title", {}, `${bin.from}–${bin.to} BPM: ${count(bin.files, "file")}`),
    drawn("rect", { class: "hit", x: at * wide, y: 0, width: wide, height: HEIGHT }),
    drawn("rect", { class: "fill", x: at * wide + 1, y: HEIGHT - tall, width: wide - 2, height: tall, rx: 2 }),
  );
}

function label(bin, at) {
  return drawn("text", { x: at + 1, y: HEIGHT + FOOT - 4, "aria-hidden": "true" }, String(bin.from));
}
