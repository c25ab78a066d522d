/** Files that could not be used, as they come. */
import { make, say } from "./make.js";
import { latestFailed } from "../shell/latest.js";
import { on } from "../shell/live.js";
import { count, moment } from "../words/format.js";
import { reasonWord } from "../words/reasons.js";
import { stageWord } from "../words/stages.js";

const SHOWN_MAX = 40;

export function failureFeed(signal) {
  const list = make("ul", { class: "feed", "aria-label": "Files that could not be used, newest first" });
  const none = make("p", { class: "quiet" }, "Every file so far could be used.");
  const more = make("p", {}, make("a", { href: "#/failed" }, "All of them, with what to do"));
  let due = false;
  let unused = 0;

  const show = () => {
    due = false;
    const failed = latestFailed().slice(0, SHOWN_MAX);
    none.hidden = failed.length > 0;
    say(none, unused === 0 ? "Every file so far could be used." : `${count(unused)} could not, before this page was open.`);
    more.hidden = failed.length === 0 && unused === 0;
    list.replaceChildren(...failed.map(line));
  };
  // A burst of failures is drawn once.
  const soon = () => {
    if (!due) {
      due = true;
      requestAnimationFrame(show);
    }
  };
  show();
  on("failed", soon, signal);
  on("progress", soon, signal);
  return {
    element: make("div", { class: "stack" }, none, list, more),
    show(ledger) {
      unused = [ledger.files, ledger.parts].reduce((sum, line) => sum + line.rejected + line.parked, 0);
      soon();
    },
  };
}

function line(file) {
  return make(
    "li",
    {},
    make("strong", {}, reasonWord(file.code)),
    make("span", { class: "place" }, file.place),
    make("span", { class: "quiet small" }, `${stageWord(file.stage)}, ${moment(file.at)}${file.state === "parked" ? ", can be tried again" : ""}`),
  );
}
