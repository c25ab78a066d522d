/** Failed: what could not be used, why, what to do, and another attempt for what may work. */
import { make } from "../parts/make.js";
import { button, card, confirmed, empty, head, link, loading } from "../parts/small.js";
import { failedFiles } from "../parts/failed-files.js";
import { forget } from "../shell/latest.js";
import { on } from "../shell/live.js";
import { failure, notice } from "../shell/notices.js";
import { addressOf, go } from "../shell/router.js";
import { get, post } from "../shell/server.js";
import { count } from "../words/format.js";
import { reasonWord } from "../words/reasons.js";
import { stageWord } from "../words/stages.js";

export const failedPage = { title: "Failed", open };

function open({ root, query, signal }) {
  const top = make("div", { class: "row" });
  const reasons = make("div", { class: "stack" });
  const files = make("div", {});
  const chosen = { state: query.get("state") ?? undefined, stage: query.get("stage") ?? undefined, code: query.get("code") ?? undefined };
  root.append(
    head("Failed", "Rejected files can never be music here; nothing needs to be done about most of them. Parked files failed for a reason that may have gone: try them again.", top),
    reasons,
    files,
  );
  const again = loading(
    reasons,
    async () => {
      const all = (await get("/api/failed/reasons", {}, signal)).reasons;
      const retriable = all.filter((reason) => reason.can_retry && reason.state === "parked").reduce((sum, reason) => sum + reason.files, 0);
      top.replaceChildren(...(retriable > 0 ? [button(`Try all ${count(retriable)} again`, retryAll, { first: true, sign: "again", id: "retry-all" })] : []));
      return all.length === 0
        ? empty("Nothing has failed", "Every file that was found could be used.", link("See the library", "#/library"))
        : all.map((reason) => reasonRow(reason, chosen));
    },
    signal,
  );
  if (chosen.code !== undefined || chosen.state !== undefined) {
    files.append(card(chosen.code ? reasonWord(chosen.code) : "Files", failedFiles(chosen, retry, signal)));
  }
  on("back", again, signal);
  on("completed", again, signal);

  async function retryAll() {
    if (await confirmed("Try all of them again?", "Everything that is parked gets another attempt, as a run of its own.", "Try again")) {
      await retry({ all: true });
    }
  }
}

async function retry(what) {
  try {
    const started = await post("/api/failed/retry", what);
    forget();
    notice(`${count(started.files ?? 1, "file is", "files are")} tried again.`);
    go(`#/progress/${started.session}`);
  } catch (error) {
    failure(error);
  }
}

function reasonRow(reason, chosen) {
  const isOpen = chosen.code === reason.code && chosen.state === reason.state && chosen.stage === reason.stage;
  const query = new URLSearchParams({ state: reason.state, stage: reason.stage, code: reason.code });
  return make(
    "section",
    { class: "card reason", "data-code": reason.code, "data-state": reason.state },
    make("strong", { class: "reason-count" }, count(reason.files)),
    make(
      "div",
      { class: "reason-text" },
      make("h2", {}, reasonWord(reason.code)),
      make("p", { class: "quiet small" }, `${reason.state === "parked" ? "Parked" : "Rejected"} by “${stageWord(reason.stage)}”`),
      make("p", {}, reason.next_action),
    ),
    make(
      "div",
      { class: "row push" },
      reason.can_retry && reason.state === "parked" ? button("Try again", () => retry({ code: reason.code }), { sign: "again", "data-retry": reason.code }) : null,
      link(isOpen ? "Close" : "Which files", isOpen ? "#/failed" : addressOf("failed", "", query)),
    ),
  );
}
