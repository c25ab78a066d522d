/** Reads every byte of a drive again, and says what is not as it was written. */
import { make } from "./make.js";
import { button, every } from "./small.js";
import { failure } from "../shell/notices.js";
import { get, post } from "../shell/server.js";
import { count, moment } from "../words/format.js";

const ASK_EVERY_MILLIS = 2_000;
const KINDS = { sound: "sound", torn: "torn", changed: "changed", missing: "missing", unreadable: "unreadable", foreign: "not ours", leftovers: "leftovers" };
const BAD = ["torn", "changed", "missing", "unreadable"];

export function verification(drive, signal) {
  const place = make("div", { role: "status" });
  const start = button("Check every file", begin, { id: "verify", disabled: !drive.mounted });
  let state = "none";
  every(ASK_EVERY_MILLIS, () => (state === "running" ? ask() : null), signal);
  ask();
  return make("div", { class: "stack" }, make("p", { class: "quiet" }, "Reads everything on the drive and compares it with what was written. Nothing is changed."), make("div", { class: "row" }, start), place);

  async function begin() {
    try {
      show(await post(`/api/drives/${drive.id}/verify`));
    } catch (error) {
      failure(error);
    }
  }

  async function ask() {
    try {
      show(await get(`/api/drives/${drive.id}/verify`, {}, signal));
    } catch (error) {
      failure(error);
    }
  }

  function show(result) {
    state = result.state;
    start.disabled = state === "running" || !drive.mounted;
    place.replaceChildren(said(result));
  }
}

function said(result) {
  switch (result.state) {
    case "none":
      return make("p", { class: "quiet" }, "Not checked since Crateworks was started.");
    case "running":
      return make("p", {}, `Checking: ${count(result.checked ?? 0, "file")} so far.`);
    case "failed":
      return make("p", { class: "problem" }, result.trouble ?? "It could not be checked.");
    default:
      return findings(result);
  }
}

function findings(result) {
  const damaged = BAD.reduce((sum, kind) => sum + (result[kind] ?? 0), 0);
  return make(
    "div",
    { class: "stack" },
    make("p", { class: "state", "data-mood": damaged === 0 ? "good" : "bad" }, damaged === 0 ? "Everything is as it was written." : `${count(damaged, "file is", "files are")} damaged.`),
    make("p", { class: "quiet small" }, Object.entries(KINDS).filter(([kind]) => result[kind] > 0).map(([kind, word]) => `${count(result[kind])} ${word}`).join(", "), result.ended_at ? `, ${moment(result.ended_at)}` : ""),
    damaged > 0 ? make("p", {}, "Write them again with ", make("code", {}, "./crateworks verify --repair"), ".") : null,
    make("ul", { class: "lines" }, result.findings.map((each) => make("li", {}, make("strong", {}, each.kind), " ", make("code", {}, each.path), each.reason ? make("span", { class: "quiet small" }, ` ${each.reason}`) : null))),
  );
}
