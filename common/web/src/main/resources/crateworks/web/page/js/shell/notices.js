/** Short messages that come and go, and what is only said to screen readers. */
import { icon } from "../parts/icon.js";
import { make } from "../parts/make.js";

const SHOWN_MILLIS = 7000;
const SHOWN_MAX = 4;

export function notice(text, kind = "good") {
  const place = document.getElementById("notices");
  const box = make(
    "div",
    { class: "notice", "data-kind": kind },
    make("span", {}, text),
    make(
      "button",
      { class: "button plain small push", type: "button", "aria-label": "Dismiss", on: { click: () => box.remove() } },
      icon("cross"),
    ),
  );
  while (place.childElementCount >= SHOWN_MAX) {
    place.firstElementChild.remove();
  }
  place.append(box);
  setTimeout(() => box.remove(), SHOWN_MILLIS);
}

/** Tells what went wrong with something the user asked for. */
export function failure(problem) {
  if (problem?.name !== "AbortError") {
    notice(problem?.message ?? String(problem), "bad");
  }
}

export function announce(text) {
  document.getElementById("spoken").textContent = text;
}
