/** Library: what there is, how it is spread, and any part of it by what it is. */
import { make, say } from "../parts/make.js";
import { button, empty, head, link, problem } from "../parts/small.js";
import { filterChips } from "../parts/filter-chips.js";
import { filterForm } from "../parts/filter-form.js";
import { fileTable } from "../parts/file-table.js";
import { spread } from "../parts/spread.js";
import { become, filtersOf, isFiltered } from "../parts/filters.js";
import { on } from "../shell/live.js";
import { announce } from "../shell/notices.js";
import { addressOf, rewrite } from "../shell/router.js";
import { get } from "../shell/server.js";
import { addShortcuts } from "../shell/shortcuts.js";
import { count } from "../words/format.js";

const PAGE_FILES = 60;
const TYPING_MILLIS = 180;
const SCROLLED_PIXELS = 300;
const PENDING_MILLIS = 1_500;

export const libraryPage = { title: "Library", open };

function open({ root, query, signal }) {
  const focusesText = query.has("focus");
  const filters = filtersOf(query); // one object for all parts, so that a click adds to what is being typed
  let asked = new AbortController();
  let timer = 0;
  let spoken = "";

  const change = (next, hurry = true) => {
    become(filters, next);
    chips.show(filters);
    rewrite(addressOf("library", "", filters));
    clearTimeout(timer);
    timer = setTimeout(search, hurry ? 0 : TYPING_MILLIS);
  };
  const form = filterForm(change, signal);
  const plots = spread(change);
  const chips = filterChips(change);
  const found = make("p", { class: "quiet", role: "status", id: "found" });
  const table = fileTable(signal);
  const none = make("div", {});
  const filterSide = make("aside", { class: "filters", "aria-label": "Filters" }, form.element, plots.element);
  const fold = button("Filters", () => toggle(), { sign: "filter", "aria-expanded": "false", class: "button only-narrow" });
  const toggle = () => fold.setAttribute("aria-expanded", String(filterSide.toggleAttribute("data-open")));

  root.append(
    head("Library", "", make("div", { class: "row" }, found, fold)),
    make("div", { class: "search-room" }, filterSide, make("div", { class: "stack results" }, chips.element, table.element, none)),
  );
  addShortcuts(
    [
      { key: "/", label: "Search", run: form.focusText },
      { key: "j", label: "Next file", run: () => table.step(1) },
      { key: "k", label: "File before", run: () => table.step(-1) },
      { key: "x", label: "Clear all filters", run: () => change(new URLSearchParams()) },
    ],
    signal,
  );
  on("back", search, signal);
  on("completed", () => scrollY < SCROLLED_PIXELS && search(), signal); // not under somebody's eyes
  if (focusesText) {
    filters.delete("focus");
    rewrite(addressOf("library", "", filters));
    form.focusText();
  }
  search();

  async function search() {
    asked.abort();
    asked = new AbortController();
    const own = AbortSignal.any([asked.signal, signal]);
    form.show(filters);
    chips.show(filters);
    const searched = new URLSearchParams(filters);
    none.replaceChildren();
    const [rows, counts] = await Promise.all([firstPage(searched, own), countAll(searched, own)]);
    await keepUp(searched, own, rows, counts);
  }

  /** What changed just now is found within seconds: counts until then, and searches again once, not under somebody's eyes. */
  async function keepUp(searched, own, rows, first) {
    let counts = first;
    while (counts !== null && (counts.pending > 0 || (rows === 0 && counts.files > 0))) {
      await new Promise((done) => setTimeout(done, PENDING_MILLIS));
      if (own.aborted) {
        return;
      }
      if (rows === 0 && counts.files > 0) {
        await search();
        return;
      }
      counts = await countAll(searched, own);
    }
    if (counts !== null && counts.files !== first.files && scrollY < SCROLLED_PIXELS) {
      await search();
    }
  }

  async function firstPage(searched, own) {
    try {
      const files = await page(searched, undefined, own);
      await table.begin(files, (after) => page(searched, after, own), own);
      if (files.files.length === 0) {
        none.replaceChildren(nothing(searched, () => change(new URLSearchParams())));
      }
      return files.files.length;
    } catch (error) {
      if (!own.aborted) {
        table.clear();
        none.replaceChildren(problem(error));
      }
      return null;
    }
  }

  async function countAll(searched, own) {
    try {
      const counts = await get("/api/files/counts", searched, own);
      const words = counts.exact ? count(counts.files, "file") : `More than ${count(counts.files, "file")}; the plots show some of them`;
      say(found, counts.pending > 0 ? `${words}; ${count(counts.pending, "file")} not searchable yet` : words);
      if (words !== spoken) {
        announce(words);
        spoken = words;
      }
      plots.show(counts, filters);
      return counts;
    } catch (error) {
      if (!own.aborted) {
        say(found, error.message);
      }
      return null;
    }
  }
}

function page(filters, after, signal) {
  const query = new URLSearchParams(filters);
  query.set("limit", PAGE_FILES);
  if (after) {
    query.set("after", after);
  }
  return get("/api/files", query, signal);
}

function nothing(filters, clear) {
  return isFiltered(filters)
    ? empty("Nothing sounds like that", "No file fits all of these filters.", button("Clear all filters", clear))
    : empty("The library is empty", "Take in a folder, and its files will be here.", link("Import", "#/import", { first: true, sign: "import" }));
}
