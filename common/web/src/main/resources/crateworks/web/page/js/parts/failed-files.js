/** The failed files of one reason, one page after another. */
import { make } from "./make.js";
import { button, problem } from "./small.js";
import { get } from "../shell/server.js";
import { count, moment } from "../words/format.js";

const PAGE_FILES = 50;

export function failedFiles(filter, retry, signal) {
  const rows = make("ul", { class: "failed-files" });
  const more = button("More files", load, { hidden: true });
  let after;
  load();
  return make("div", { class: "stack" }, rows, more);

  async function load() {
    try {
      const page = await get("/api/failed", { ...filter, limit: PAGE_FILES, after }, signal);
      rows.append(...page.files.map((file) => row(file, retry)));
      after = page.next;
      more.hidden = after === undefined;
    } catch (error) {
      if (!signal.aborted) {
        rows.append(make("li", {}, problem(error)));
      }
    }
  }
}

function row(file, retry) {
  return make(
    "li",
    { "data-item": file.item },
    make(
      "div",
      {},
      make("code", { class: "place" }, file.place),
      make("p", { class: "quiet small" }, [file.detail, file.attempts > 1 && count(file.attempts, "attempt"), `run ${file.session}`, moment(file.at)].filter(Boolean).join(" · ")),
    ),
    file.can_retry && file.state === "parked" ? button("Try again", () => retry({ item: file.item }), { small: true, sign: "again", "aria-label": `Try again: ${file.place}` }) : null,
  );
}
