/** The filters that are on, each with a way to take it off. */
import { make } from "./make.js";
import { icon } from "./icon.js";
import { said } from "./filters.js";

export function filterChips(change) {
  const element = make("div", { class: "row chips", role: "group", "aria-label": "Filters that are on" });
  return {
    element,
    show(filters) {
      const lines = said(filters);
      element.hidden = lines.length === 0;
      element.replaceChildren(
        ...lines.map(([text, left]) =>
          make("button", { type: "button", class: "chip", "aria-label": `Take off: ${text}`, on: { click: () => change(left) } }, text, icon("cross")),
        ),
        ...(lines.length > 1 ? [make("button", { type: "button", class: "button plain small", on: { click: () => change(new URLSearchParams()) } }, "Clear all")] : []),
      );
    },
  };
}
