/** What an export would write, before anything is written. */
import { make } from "./make.js";
import { bar, button, problem } from "./small.js";
import { get } from "../shell/server.js";
import { count, size } from "../words/format.js";
import { categoryWord, kindOf } from "../words/music.js";

export function exportPlan(drive, signal) {
  const where = make("input", { id: "plan-where", maxlength: 2000, placeholder: "bpm between 85 and 95 and key = Am", autocomplete: "off" });
  const most = make("input", { id: "plan-most", type: "number", min: 1, placeholder: "all", inputmode: "numeric" });
  const alike = make("input", { type: "checkbox" });
  const place = make("div", { role: "status" });
  const form = make(
    "form",
    { class: "stack", on: { submit: (event) => event.preventDefault() ?? show() } },
    make("div", { class: "field" }, make("label", { for: "plan-where" }, "Only where"), where),
    make("div", { class: "field" }, make("label", { for: "plan-most" }, "At most so many files"), most),
    make("label", { class: "check" }, alike, "Also files that sound alike"),
    make("div", { class: "row" }, button("Show the plan", () => {}, { first: true, id: "show-plan", type: "submit" })),
    place,
  );
  return form;

  async function show() {
    place.setAttribute("aria-busy", "true");
    try {
      const query = { drive: drive?.id, where: where.value.trim(), max_files: most.value, near_duplicates: alike.checked || undefined };
      place.replaceChildren(planned(await get("/api/export-plan", query, signal)));
    } catch (error) {
      place.replaceChildren(problem(error));
    }
    place.removeAttribute("aria-busy");
  }
}

function planned(plan) {
  const byCategory = new Map();
  plan.groups.forEach((group) => byCategory.set(group.category, (byCategory.get(group.category) ?? 0) + group.files));
  const most = Math.max(1, ...byCategory.values());
  const fit = plan.fits === undefined ? "" : plan.fits ? "It fits." : "It does not fit.";
  return make(
    "div",
    { class: "stack" },
    make("p", {}, make("strong", {}, count(plan.files, "file")), `, ${size(plan.bytes)}${plan.lying ? `; ${count(plan.lying, "file lies", "files lie")} there already` : ""}. `, make("span", { class: "state", "data-mood": plan.fits === false ? "bad" : "good" }, fit)),
    make(
      "ul",
      { class: "plan" },
      [...byCategory].map(([category, files]) => make("li", { class: kindOf(category) }, make("span", {}, categoryWord(category)), bar(files / most, categoryWord(category), kindOf(category)), make("span", { class: "number" }, count(files)))),
    ),
    plan.truncated ? make("p", { class: "quiet small" }, "Only the first 2,000 folders are counted here.") : null,
  );
}
