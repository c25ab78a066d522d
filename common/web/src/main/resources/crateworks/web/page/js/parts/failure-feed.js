/** Files that could not be used, as they come. */
import { make } from "./make.js";
import { latestFailed } from "../shell/latest.js";
import { on } from "../shell/live.js";
import { moment } from "../words/format.js";
import { reasonWord } from "../words/reasons.js";
import { stageWord } from "../words/stages.js";

const SHOWN_MAX = 40;

export function failureFeed(signal) {
  const list = make("ul", { class: "feed", "aria-label": "Files that could not be used, newest first" });
  const none = make("p", { class: "quiet" }, "Every file so far could be used.");
  const more = make("p", {}, make("a", { href: "#/failed" }, "All of them, with what to do"));
  let due = false;

  const show = () => {
    due = false;
    const failed = latestFailed().slice(0, SHOWN_MAX);
    none.hidden = failed.length > 0;
    more.hidden = failed.length === 0;
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
  return { element: make("div", { class: "stack" }, none, list, more) };
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
