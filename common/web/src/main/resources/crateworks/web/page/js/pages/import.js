/** Import: choose a folder below the configured roots, or drop files. */
import { make } from "../parts/make.js";
import { card, head, loading, problem } from "../parts/small.js";
import { dropZone } from "../parts/drop-zone.js";
import { folderChooser } from "../parts/folder-chooser.js";
import { runList } from "../parts/run-list.js";
import { forget } from "../shell/latest.js";
import { on } from "../shell/live.js";
import { failure, notice } from "../shell/notices.js";
import { go } from "../shell/router.js";
import { get, post } from "../shell/server.js";

export const importPage = { title: "Import", open };

function open({ root, signal }) {
  const ways = make("div", { class: "columns" });
  const runs = make("div", {});
  root.append(
    head("Import", "Crateworks reads folders, archives in them, and files that you drop here. It never changes or moves what it reads."),
    ways,
    card("Runs so far", runs),
  );
  const again = loading(ways, () => waysIn(signal), signal);
  const runsAgain = loading(runs, () => runList(signal), signal);
  on("back", () => Promise.all([again(), runsAgain()]), signal);
  on("state", runsAgain, signal);
}

async function waysIn(signal) {
  const places = await get("/api/roots", {}, signal);
  if (!places.can_start && !places.uploads) {
    return [problem({ message: places.why_not ?? "Imports cannot be started here." })];
  }
  const ways = [];
  if (places.can_start && places.roots.length > 0) {
    ways.push(card("From a folder", folderChooser(places.roots, start, signal)));
  } else if (places.can_start) {
    ways.push(card("From a folder", make("p", { class: "quiet" }, "No folder is open to this page. Start Crateworks with the folders that it may read: "), make("code", {}, "./crateworks serve --import-from ~/midi")));
  }
  if (places.uploads) {
    ways.push(card("From this computer", dropZone((count) => start({ inbox: true }, count), signal)));
  }
  return ways;
}

/** Starts an import and goes where it can be watched. */
async function start(order) {
  try {
    const started = await post("/import/start", order);
    forget();
    notice(started.queued > 0 ? `In line: ${started.queued} before it.` : started.resumed ? "It goes on where it was stopped." : "The import has begun.");
    go(`#/progress/${started.session}`);
  } catch (error) {
    failure(error);
  }
}
