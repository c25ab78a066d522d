/** A place to drop files and folders on; they go to the inbox one by one. */
import { make, say } from "./make.js";
import { bar, button, setBar } from "./small.js";
import { icon } from "./icon.js";
import { failure, notice } from "../shell/notices.js";
import { upload } from "../shell/server.js";
import { dropped } from "./dropped.js";
import { count, size } from "../words/format.js";

const AT_ONCE = 3;
/** The inbox leaves alone what was written less than five seconds ago. */
const SETTLING_MILLIS = 5_500;

export function dropZone(taken, signal) {
  const files = make("input", { type: "file", multiple: true, id: "choose-files", class: "only-spoken", tabindex: -1, "aria-label": "Files to take in" });
  const folder = make("input", { type: "file", webkitdirectory: true, class: "only-spoken", tabindex: -1, "aria-label": "Folder to take in" });
  const line = make("p", { class: "quiet small", role: "status" });
  const progress = bar(0, "Sent");
  progress.hidden = true;
  const zone = make(
    "div",
    { class: "drop-zone" },
    icon("up"),
    make("p", {}, make("strong", {}, "Drop files, folders or archives here")),
    make("div", { class: "row" }, button("Choose files", () => files.click(), { id: "choose-files-button" }), button("Choose a folder", () => folder.click())),
    progress,
    line,
    files,
    folder,
  );

  const send = async (chosen) => {
    if (chosen.length === 0) {
      return;
    }
    progress.hidden = false;
    const sent = await sendAll(chosen, signal, (bytes, all, done) => {
      setBar(progress, all === 0 ? 1 : bytes / all);
      say(line, `${count(done)} of ${count(chosen.length, "file")} sent, ${size(bytes)}`);
    });
    progress.hidden = true;
    if (sent > 0) {
      say(line, `${count(sent, "file")} sent; the import begins in a moment`);
      await new Promise((resolve) => setTimeout(resolve, SETTLING_MILLIS));
    }
    if (sent > 0 && !signal.aborted) {
      taken(sent);
    }
  };
  for (const input of [files, folder]) {
    input.addEventListener("change", () => send([...input.files].map((file) => ({ name: file.webkitRelativePath || file.name, file }))));
  }
  listenForDrops(zone, send, signal);
  return zone;
}

/** The whole window takes drops, since a file that misses would replace the page. */
function listenForDrops(zone, send, signal) {
  const over = (event) => {
    event.preventDefault();
    zone.dataset.over = "";
  };
  addEventListener("dragover", over, { signal });
  addEventListener("dragleave", (event) => event.relatedTarget === null && delete zone.dataset.over, { signal });
  addEventListener(
    "drop",
    async (event) => {
      event.preventDefault();
      delete zone.dataset.over;
      const { files, truncated } = await dropped(event.dataTransfer);
      if (truncated) {
        notice(`Only the first ${count(files.length, "file")} are taken; for more, use a folder on the server.`, "bad");
      }
      send(files);
    },
    { signal },
  );
}

async function sendAll(chosen, signal, tell) {
  const all = chosen.reduce((sum, each) => sum + each.file.size, 0);
  const waiting = [...chosen];
  let bytes = 0;
  let sent = 0;
  let refused = 0;
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined && !signal.aborted; next = waiting.shift()) {
      try {
        await upload(next.name, next.file, signal);
        sent += 1;
      } catch (error) {
        refused += 1;
        if (refused === 1) {
          failure(error); // one sentence is enough when the same is wrong with all
        }
      }
      bytes += next.file.size;
      tell(bytes, all, sent);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  if (refused > 1) {
    notice(`${count(refused, "file was", "files were")} not taken.`, "bad");
  }
  return sent;
}
