/** The way between pages. */
import { icon } from "../parts/icon.js";
import { make } from "../parts/make.js";
import { get } from "./server.js";
import { on } from "./live.js";

const ROOMS = [
  ["import", "Import"],
  ["progress", "Progress"],
  ["library", "Library"],
  ["failed", "Failed"],
  ["drive", "Drive"],
  ["system", "System"],
];
const COUNT_EVERY_MILLIS = 5_000;

const number = make("span", { "aria-hidden": "true" });
const spoken = make("span", { class: "only-spoken" });
const count = make("span", { class: "count", hidden: true }, number, spoken);
let countedAt = -COUNT_EVERY_MILLIS;

export function showRooms(signal) {
  const links = ROOMS.map(([page, word]) =>
    make("li", {}, make("a", { href: `#/${page}`, "data-page": page }, icon(page), make("span", {}, word), page === "failed" ? count : null)),
  );
  document.getElementById("rooms").append(make("ul", {}, links));
  for (const type of ["progress", "completed", "back"]) {
    on(type, countParked, signal);
  }
  countParked();
}

export function markRoom(page) {
  const current = page === "file" ? "library" : page;
  for (const link of document.querySelectorAll("#rooms a")) {
    if (link.dataset.page === current) {
      link.setAttribute("aria-current", "page");
    } else {
      link.removeAttribute("aria-current");
    }
  }
}

/** How many files wait for another attempt. */
async function countParked() {
  if (performance.now() - countedAt < COUNT_EVERY_MILLIS) {
    return;
  }
  countedAt = performance.now();
  try {
    const ledger = await get("/api/ledger");
    const parked = ledger.files.parked + ledger.parts.parked;
    count.hidden = parked === 0;
    number.textContent = parked > 999 ? "999+" : String(parked);
    spoken.textContent = `, ${parked} parked`;
  } catch {
    // Said by the line about the connection.
  }
}
