/** A bar for each category. */
import { make } from "./make.js";
import { card } from "./small.js";
import { toggled } from "./filters.js";
import { count } from "../words/format.js";
import { CATEGORIES, categoryWord, kindOf } from "../words/music.js";

export function categoryPlot(change) {
  const list = make("ul", { class: "category-plot" });
  return {
    element: card("Categories", list),
    show(counts, filters) {
      const files = new Map(counts.map((each) => [each.category, each.files]));
      const most = Math.max(1, ...files.values());
      const chosen = filters.getAll("category");
      // What is chosen stays, also when nothing is found, so that it can be taken off here.
      const shown = CATEGORIES.filter((each) => files.get(each) > 0 || chosen.includes(each));
      list.replaceChildren(
        ...shown.map((category) => row(category, files.get(category) ?? 0, most, chosen, () => change(toggled(filters, "category", category)))),
      );
    },
  };
}

function row(category, files, most, chosen, run) {
  const isChosen = chosen.includes(category);
  return make(
    "li",
    {},
    make(
      "button",
      { type: "button", class: `category-row ${kindOf(category)}`, "data-category": category, "aria-pressed": String(isChosen), "data-dim": chosen.length > 0 && !isChosen, on: { click: run } },
      make("span", { class: "name" }, categoryWord(category)),
      make("span", { class: "track" }, make("i", { style: { "--share": files / most } })),
      make("span", { class: "number" }, count(files)),
    ),
  );
}
