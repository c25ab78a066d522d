/** Drive: what is on it, what an export would write, and whether what is there is still sound. */
import { make } from "../parts/make.js";
import { card, empty, facts, head, loading } from "../parts/small.js";
import { driveFiles } from "../parts/drive-files.js";
import { exportPlan } from "../parts/export-plan.js";
import { verification } from "../parts/verification.js";
import { on } from "../shell/live.js";
import { get } from "../shell/server.js";
import { count, moment, size } from "../words/format.js";

export const drivePage = { title: "Drive", open };

function open({ root, name, signal }) {
  const body = make("div", { class: "page" });
  root.append(head("Drive", "The stick or card for the MPC or Force. Everything on it is made from the library, and can be made again."), body);
  let kept = { of: null };
  const again = loading(
    body,
    async () => {
      const { drives } = await get("/api/drives", {}, signal);
      const drive = drives.find((each) => String(each.id) === name) ?? drives.find((each) => each.mounted) ?? drives[0];
      return [
        drives.length === 0
          ? empty("No drive yet", make("span", {}, "Start Crateworks with ", make("code", {}, "--export-to"), " and the folder of the drive; what would be written is below."))
          : null,
        drives.length > 1 ? chooser(drives, drive) : null,
        drive ? overview(drive) : null,
        ...partsOf(drive),
      ].filter(Boolean);
    },
    signal,
  );
  on("back", again, signal);
  on("completed", again, signal);

  /** What somebody asked for, or is writing down, stays while the drive is the same. */
  function partsOf(drive) {
    const of = `${drive?.id} ${drive?.mounted}`;
    if (kept.of === of) {
      kept.files?.again();
      return kept.parts;
    }
    const files = drive ? driveFiles(drive, signal) : null;
    const tools = make("div", { class: "columns" }, card("What an export would write", exportPlan(drive, signal)), drive ? card("Is it sound?", verification(drive, signal)) : null);
    kept = { of, files, parts: [tools, files ? card("What is on it", files.element) : null] };
    return kept.parts;
  }
}

function chooser(drives, shown) {
  return make(
    "nav",
    { class: "row", "aria-label": "Drives" },
    drives.map((drive) => make("a", { class: "button small", href: `#/drive/${drive.id}`, "aria-current": drive === shown ? "true" : null }, drive.path ?? `Drive ${drive.id}`)),
  );
}

function overview(drive) {
  return make(
    "section",
    { class: "card drive", "aria-label": "The drive" },
    make("div", { class: "row" }, make("h2", {}, make("code", {}, drive.path ?? "mounted nowhere")), make("span", { class: "state", "data-mood": drive.mounted ? "good" : "caution" }, drive.mounted ? "Plugged in" : "Not plugged in")),
    make(
      "div",
      { class: "figures-row" },
      figure(count(drive.files), "files on it"),
      figure(size(drive.bytes), "of music"),
      figure(count(drive.made ?? 0), "patterns, kits, packs"),
      figure(count(drive.planned), "still to write"),
      drive.free_bytes === undefined ? null : figure(size(drive.free_bytes), "free"),
    ),
    facts([
      ["Written last", drive.last_written_at ? moment(drive.last_written_at) : null],
      ["Mark", drive.mark],
      ["Careful", drive.suspicion],
    ]),
  );
}

function figure(value, label) {
  return make("div", { class: "figure" }, make("strong", {}, value), make("span", {}, label));
}
