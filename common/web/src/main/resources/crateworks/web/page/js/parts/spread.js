/** How the files that were found are spread over keys, tempi and categories; a click filters. */
import { make } from "./make.js";
import { keyCircle } from "./key-circle.js";
import { tempoPlot } from "./tempo-plot.js";
import { categoryPlot } from "./category-plot.js";

export function spread(change) {
  const circle = keyCircle(change);
  const tempi = tempoPlot(change);
  const categories = categoryPlot(change);
  return {
    element: make("div", { class: "spread" }, categories.element, tempi.element, circle.element),
    show(counts, filters) {
      categories.show(counts.categories, filters);
      tempi.show(counts.bpm, filters);
      circle.show(counts.keys, filters);
    },
  };
}
