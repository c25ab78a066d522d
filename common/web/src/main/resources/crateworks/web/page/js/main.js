/** Starts the page: opens what the address says, and follows the server. */
import { make } from "./parts/make.js";
import { showConnection } from "./shell/connection.js";
import { follow } from "./shell/live.js";
import "./shell/latest.js";
import { addressOf, onMove, place, rewrite } from "./shell/router.js";
import { markRoom, showRooms } from "./shell/rooms.js";
import { get } from "./shell/server.js";
import { listenToKeys, showShortcuts } from "./shell/shortcuts.js";
import { themeButton } from "./shell/theme.js";
import { icon } from "./parts/icon.js";
import { isOver } from "./words/stages.js";
import { importPage } from "./pages/import.js";
import { progressPage } from "./pages/progress.js";
import { libraryPage } from "./pages/library.js";
import { filePage } from "./pages/file.js";
import { failedPage } from "./pages/failed.js";
import { drivePage } from "./pages/drive.js";
import { systemPage } from "./pages/system.js";

const PAGES = {
  import: importPage,
  progress: progressPage,
  library: libraryPage,
  file: filePage,
  failed: failedPage,
  drive: drivePage,
  system: systemPage,
};
const forever = new AbortController().signal;
let closing = new AbortController();

async function open(isFirst) {
  closing.abort();
  closing = new AbortController();
  const { signal } = closing;
  const { page, name, query } = place();
  if (!(page in PAGES)) {
    const start = await startPage();
    if (!signal.aborted) {
      rewrite(addressOf(start));
      open(isFirst);
    }
    return;
  }
  const root = make("div", { class: "page", "data-page": page });
  const main = document.getElementById("main");
  main.replaceChildren(root);
  markRoom(page);
  title(PAGES[page].title);
  if (!isFirst) {
    scrollTo(0, 0);
    main.focus({ preventScroll: true });
  }
  PAGES[page].open({ root, name, query, signal, title });
}

function title(text) {
  document.title = `${text} · Crateworks`;
}

/** Where there is something to see: the run that goes on, else the library, else the way to fill it. */
async function startPage() {
  try {
    const [{ sessions }, ledger] = await Promise.all([get("/api/sessions", { limit: 1 }), get("/api/ledger")]);
    if (sessions.length > 0 && !isOver(sessions[0].state)) {
      return "progress";
    }
    return ledger.files.done > 0 ? "library" : "import";
  } catch {
    return "progress";
  }
}

document.getElementById("skip").addEventListener("click", (event) => {
  event.preventDefault(); // the address says which page is open
  document.getElementById("main").focus();
});
document
  .getElementById("top-buttons")
  .append(
    make("button", { class: "button plain", type: "button", "aria-label": "Keys (?)", title: "Keys (?)", on: { click: showShortcuts } }, icon("help")),
    themeButton(),
  );
showRooms(forever);
showConnection(forever);
listenToKeys();
follow(null);
onMove(() => open(false));
open(true);
