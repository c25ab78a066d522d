/** The files of a drive, by folder, one page after another. */
import { make } from "./make.js";
import { button, problem } from "./small.js";
import { get } from "../shell/server.js";
import { moment, size } from "../words/format.js";

const PAGE_FILES = 50;
const TYPING_MILLIS = 250;

export function driveFiles(drive, signal) {
  const folder = make("input", { type: "search", id: "drive-folder", placeholder: "MPC_Documents/SAMPLES/Bass", autocomplete: "off" });
  const rows = make("tbody", {});
  const none = make("p", { class: "quiet", hidden: true }, "Nothing lies there.");
  const more = button("More files", () => load(), { hidden: true });
  let after;
  let asked = new AbortController();
  let timer = 0;

  folder.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(begin, TYPING_MILLIS);
  });
  begin();
  const element = make(
    "div",
    { class: "stack" },
    make("div", { class: "field narrow" }, make("label", { for: "drive-folder" }, "Only in this folder"), folder),
    make("table", { class: "drive-files" }, make("thead", {}, make("tr", {}, make("th", { scope: "col" }, "File"), make("th", { scope: "col", class: "number" }, "Size"), make("th", { scope: "col" }, "Written"))), rows),
    none,
    more,
  );
  return { element, again: begin };

  function begin() {
    asked.abort();
    asked = new AbortController();
    rows.replaceChildren();
    after = undefined;
    load();
  }

  async function load() {
    const own = AbortSignal.any([asked.signal, signal]);
    try {
      const page = await get(`/api/drives/${drive.id}/files`, { folder: folder.value.trim().replace(/\/$/, ""), limit: PAGE_FILES, after }, own);
      rows.append(...page.files.map(row));
      after = page.next;
      more.hidden = after === undefined;
      none.hidden = rows.childElementCount > 0;
    } catch (error) {
      if (!own.aborted) {
        none.hidden = false;
        none.replaceChildren(problem(error));
      }
    }
  }
}

function row(file) {
  const at = file.path.lastIndexOf("/") + 1;
  return make(
    "tr",
    {},
    make("td", {}, make("a", { href: `#/file/${file.file}` }, file.path.slice(at)), make("span", { class: "place quiet small" }, file.path.slice(0, at))),
    make("td", { class: "number" }, file.bytes === undefined ? "–" : size(file.bytes)),
    make("td", { class: "quiet small" }, file.written ? (file.written_at ? moment(file.written_at) : "yes") : "planned"),
  );
}
