/** Why a file is said to be what it is: each source, its vote, how sure it is, and the decision. */
import { make } from "./make.js";
import { percent } from "../words/format.js";

export function whyPanel({ sections }) {
  return make("div", { class: "why" }, sections.map(section));
}

function section({ title, value, confidence, lines }) {
  return make(
    "details",
    { class: "why-section", open: title === "Category" },
    make(
      "summary",
      {},
      make("span", { class: "why-title" }, title),
      make("span", { class: "why-value" }, value),
      confidence === undefined ? null : make("span", { class: "sure", title: "how sure" }, meter(confidence), percent(confidence)),
    ),
    make("ul", {}, lines.map(line)),
  );
}

function line({ decides, source, value, confidence, text }) {
  return make(
    "li",
    { "data-decides": decides },
    decides ? make("span", { class: "decides" }, "decides") : null,
    source ? make("strong", {}, source) : null,
    value ? make("span", {}, value) : null,
    confidence === undefined ? null : make("span", { class: "quiet" }, percent(confidence)),
    make("span", { class: "quiet text" }, text),
  );
}

function meter(confidence) {
  return make("span", { class: "bar tiny", "aria-hidden": "true", style: { "--share": confidence } }, make("i", {}));
}
