/** Files in rows, more of them as one scrolls; on a narrow screen each row is a card. */
import { make } from "./make.js";
import { button, keyChip } from "./small.js";
import { bpm, clock, count } from "../words/format.js";
import { categoryWord, kindOf } from "../words/music.js";

const TAGS_SHOWN = 3;
const AHEAD = "600px";

export function fileTable(signal) {
  const rows = make("tbody", {});
  const more = button("More files", () => next(), { id: "more-files" });
  const table = make(
    "table",
    { class: "file-table" },
    make("caption", { class: "only-spoken" }, "Files of the library"),
    make("thead", {}, make("tr", {}, ["Name", "Category"].map((word) => make("th", { scope: "col" }, word)), make("th", { scope: "col", class: "number" }, "BPM"), make("th", { scope: "col" }, "Key"), make("th", { scope: "col", class: "number" }, "Bars"), make("th", { scope: "col", class: "number" }, "Length"), make("th", { scope: "col" }, "Tags"))),
    rows,
  );
  const element = make("div", { class: "card table-card" }, table, make("div", { class: "row more" }, more));
  let after;
  let load = null;
  let isLoading = false;
  let own = signal;

  new IntersectionObserver((seen) => seen.some((each) => each.isIntersecting) && next(), { rootMargin: AHEAD }).observe(more);
  return { element, begin, clear, step };

  function begin(page, loadMore, ownSignal) {
    load = loadMore;
    own = ownSignal;
    begun(page.files.map(row));
    show(page.next);
  }

  /** Rows that stay as they are are left alone, so that neither the focus nor a click on them is lost. */
  function begun(fresh) {
    const focused = document.activeElement?.closest("tr")?.dataset.file;
    const old = [...rows.children];
    old.slice(fresh.length).forEach((each) => each.remove());
    fresh.forEach((each, at) => {
      if (old[at] === undefined) {
        rows.append(each);
      } else if (!old[at].isEqualNode(each)) {
        old[at].replaceWith(each);
      }
    });
    if (focused !== undefined && !rows.contains(document.activeElement)) {
      rows.querySelector(`tr[data-file="${CSS.escape(focused)}"] a.name`)?.focus({ preventScroll: true });
    }
  }

  function clear() {
    rows.replaceChildren();
    element.hidden = true;
  }

  async function next() {
    if (isLoading || after === undefined || own.aborted) {
      return;
    }
    isLoading = true;
    const mine = own;
    try {
      const page = await load(after);
      if (!mine.aborted) {
        rows.append(...page.files.map(row));
        show(page.next);
      }
    } catch {
      // The button stays and can be pressed again.
    } finally {
      isLoading = false;
    }
  }

  function show(next) {
    after = next;
    more.parentElement.hidden = after === undefined;
    element.hidden = rows.childElementCount === 0;
  }

  /** Moves the focus from file to file. */
  function step(by) {
    const links = [...rows.querySelectorAll("a.name")];
    const at = links.indexOf(document.activeElement);
    const to = links[at < 0 ? (by > 0 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, at + by))];
    to?.focus();
  }
}

export function row(file) {
  const tags = file.tags ?? [];
  return make(
    "tr",
    { "data-file": file.id },
    make(
      "td",
      { class: "cell-name" },
      make("a", { class: "name", href: `#/file/${file.id}` }, file.name),
      make("span", { class: "place quiet small", title: file.place }, file.place),
    ),
    make("td", { class: "cell-category" }, file.category ? make("span", { class: `category ${kindOf(file.category)}` }, make("i", { class: "dot" }), categoryWord(file.category)) : make("span", { class: "quiet" }, "–")),
    make("td", { class: "number cell-bpm", "data-unit": "BPM" }, bpm(file.bpm)),
    make("td", { class: "cell-key" }, keyChip(file.key, file.camelot)),
    make("td", { class: "number cell-bars", "data-unit": file.bars === 1 ? "bar" : "bars" }, file.bars === undefined ? "–" : count(file.bars)),
    make("td", { class: "number cell-length" }, file.seconds === undefined ? "–" : clock(file.seconds)),
    make("td", { class: "cell-tags" }, tags.slice(0, TAGS_SHOWN).map((tag) => make("a", { class: "tag", href: `#/library?tag=${encodeURIComponent(tag)}` }, tag))),
  );
}
