/** The ledger as the equation that it is: every file that was found is accounted for. */
import { make, say } from "./make.js";
import { count } from "../words/format.js";

const TERMS = [
  ["done", "done", "good"],
  ["duplicate", "duplicate", ""],
  ["rejected", "rejected", "bad"],
  ["parked", "parked", "caution"],
  ["in_flight", "in flight", "accent"],
];

export function ledgerCard() {
  const files = equation("Files");
  const parts = equation("Parts of songs");
  const rest = make("p", { class: "quiet small" });
  return {
    element: make(
      "section",
      { class: "card ledger", "aria-label": "Ledger" },
      make("h2", {}, "Ledger"),
      files.element,
      parts.element,
      rest,
    ),
    show(ledger) {
      files.show(ledger.files);
      parts.show(ledger.parts);
      parts.element.hidden = ledger.parts.discovered === 0;
      const more = [ledger.unchanged > 0 && `${count(ledger.unchanged)} known from before`, ledger.junk > 0 && `${count(ledger.junk)} leftovers of systems`].filter(Boolean);
      say(rest, more.length ? `Not counted above: ${more.join(", ")}.` : "");
      rest.hidden = more.length === 0;
    },
  };
}

function equation(label) {
  const found = term("discovered", "");
  const terms = TERMS.map(([name, word, mood]) => ({ name, ...term(word, mood) }));
  const verdict = make("p", { class: "state verdict" });
  const strip = make("div", { class: "ledger-strip", "aria-hidden": "true" }, TERMS.map(([name]) => make("i", { "data-term": name })));
  const element = make(
    "div",
    { class: "equation", "data-line": label },
    make("div", { class: "row" }, make("h3", {}, label), verdict),
    make(
      "p",
      { class: "equation-line" },
      found.element,
      make("span", { class: "sign" }, "="),
      terms.flatMap((each, at) => [at > 0 ? make("span", { class: "sign" }, "+") : null, each.element]),
    ),
    strip,
  );
  return { element, show };

  function show(line) {
    say(found.value, count(line.discovered));
    terms.forEach((each, at) => {
      say(each.value, count(line[each.name]));
      each.element.toggleAttribute("data-none", line[each.name] === 0);
      strip.children[at].style.flexGrow = line.discovered === 0 ? 0 : line[each.name] / line.discovered;
    });
    const settled = line.in_flight === 0;
    verdict.dataset.mood = line.balances ? (settled ? "good" : "") : "bad";
    say(verdict, line.balances ? (settled ? "Balanced: nothing is lost" : "Balanced, with some on their way") : "Does not balance");
  }
}

function term(word, mood) {
  const value = make("strong", {}, "0");
  return { value, element: make("span", { class: "term", "data-mood": mood, "data-term": word }, value, make("span", {}, word)) };
}
