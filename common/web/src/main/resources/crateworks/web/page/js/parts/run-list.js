/** The runs so far, newest first. */
import { make } from "./make.js";
import { empty } from "./small.js";
import { get } from "../shell/server.js";
import { moment } from "../words/format.js";
import { stateMood, stateWord } from "../words/stages.js";

const RUNS_SHOWN = 12;

export async function runList(signal) {
  const { sessions } = await get("/api/sessions", { limit: RUNS_SHOWN }, signal);
  if (sessions.length === 0) {
    return empty("Nothing yet", "The first import will be listed here.");
  }
  return make(
    "ul",
    { class: "runs" },
    sessions.map((session) =>
      make(
        "li",
        {},
        make("a", { href: `#/progress/${session.id}` }, sourcesOf(session)),
        make("span", { class: "state", "data-mood": session.queued ? "caution" : stateMood(session.state) }, session.queued ? "In line" : stateWord(session.state)),
        make("span", { class: "quiet small" }, moment(session.started_at)),
      ),
    ),
  );
}

/** Where the files of a run come from. */
export function sourcesOf(session) {
  if (session.sources.length === 0) {
    return `Run ${session.id}: another attempt`;
  }
  return session.sources.map((source) => (source === "inbox" ? "Dropped files" : source === "library" ? "The library" : source)).join(", ");
}
