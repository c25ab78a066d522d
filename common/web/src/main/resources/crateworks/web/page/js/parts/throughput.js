/** Files per second over time, drawn by uPlot, which comes with Crateworks. */
import { make } from "./make.js";
import { colour, onceSized } from "./colour.js";
import { rates } from "../shell/latest.js";
import { onThemeChange } from "../shell/theme.js";
import { rate } from "../words/format.js";

const LIBRARY = "/webjars/uplot/uPlot.esm.js";
const HEIGHT = 190;
const POINTS_MIN = 2;

export function throughput(signal) {
  const place = make("div", { class: "chart", role: "img", "aria-label": "Files per second" });
  const none = make("p", { class: "quiet" }, "The chart begins with the first seconds of a run.");
  const element = make("div", {}, none, place);
  let plot = null;
  let Plot = null;
  let shown = null;

  import(LIBRARY).then(
    (module) => {
      Plot = module.default;
      show();
    },
    () => none.replaceChildren("The chart could not be loaded."),
  );
  onThemeChange(() => redraw(), signal);
  onceSized(element, () => plot?.setSize({ width: element.clientWidth, height: HEIGHT }), signal);
  signal.addEventListener("abort", () => plot?.destroy());
  return { element, show };

  function show(progress = shown) {
    shown = progress;
    const points = shown === null ? [] : rates(shown.session.id);
    if (Plot === null || points.length < POINTS_MIN || element.clientWidth === 0) {
      return;
    }
    none.hidden = true;
    const data = [points.map((point) => point.at), points.map((point) => point.perSecond)];
    place.setAttribute("aria-label", `Files per second: ${rate(data[1].at(-1))} now, at most ${rate(Math.max(...data[1]))}`);
    if (plot === null) {
      plot = new Plot(options(element.clientWidth), data, place);
    } else {
      plot.setData(data);
    }
  }

  function redraw() {
    plot?.destroy();
    plot = null;
    show();
  }
}

function options(width) {
  const muted = colour("--muted");
  const axis = { stroke: muted, grid: { stroke: colour("--line"), width: 1 }, ticks: { show: false }, font: "12px system-ui, sans-serif" };
  return {
    width,
    height: HEIGHT,
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false } },
    scales: { y: { range: (plot, low, high) => [0, Math.max(1, high * 1.1)] } },
    axes: [{ ...axis, values: clockTicks, space: 80 }, { ...axis, size: 46 }],
    series: [{}, { stroke: colour("--accent"), fill: colour("--accent-soft"), width: 2, points: { show: false } }],
  };
}

function clockTicks(plot, ticks) {
  return ticks.map((at) => new Date(at * 1000).toLocaleTimeString("en-GB"));
}
