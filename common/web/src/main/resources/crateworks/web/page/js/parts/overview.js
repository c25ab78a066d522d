/** The top of a run: how far, how fast, how long still, and the button that stops it. */
import { make, say } from "./make.js";
import { bar, button, confirmed, setBar } from "./small.js";
import { failure, notice } from "../shell/notices.js";
import { go } from "../shell/router.js";
import { get, post } from "../shell/server.js";
import { clock, count, lasting, rate } from "../words/format.js";
import { isOver, stageWord, stateMood, stateWord } from "../words/stages.js";

export function overview(signal) {
  const state = make("span", { class: "state", id: "run-state" });
  const share = make("span", { class: "huge", id: "run-share" });
  const all = bar(0, "The whole run");
  const eta = make("p", { class: "eta", id: "run-eta" });
  const waits = make("p", { class: "state", "data-mood": "caution", role: "status" });
  const numbers = { found: figure("files found"), rate: figure("files a second"), elapsed: figure("since the start") };
  const stop = button("Stop", stopRun, { sign: "stop", id: "run-stop" });
  const on = button("Go on", goOn, { first: true, sign: "play", id: "run-go-on" });
  let shown = null;

  return {
    element: make(
      "section",
      { class: "card overview", "aria-label": "The whole run" },
      make("div", { class: "row" }, share, make("div", { class: "stack tight" }, state, eta), make("div", { class: "row push" }, on, stop)),
      all,
      waits,
      make("div", { class: "figures-row" }, Object.values(numbers).map((each) => each.element)),
    ),
    show,
  };

  function show(progress) {
    shown = progress;
    const { session } = progress;
    say(state, session.queued ? "In line behind another run" : stateWord(session.state));
    state.dataset.mood = session.queued ? "caution" : stateMood(session.state);
    say(share, `${Math.floor(progress.share * 100)} %`);
    setBar(all, progress.share);
    say(eta, etaText(progress));
    say(waits, progress.waits_for.length > 0 ? `Waiting for ${progress.waits_for.join(" and ")}. It goes on by itself.` : "");
    waits.hidden = progress.waits_for.length === 0;
    say(numbers.found.value, count(progress.found));
    say(numbers.rate.value, isOver(session.state) ? "–" : rate(progress.files_per_second));
    say(numbers.elapsed.value, clock(progress.elapsed_seconds));
    stop.hidden = isOver(session.state) || !session.cancellable;
    on.hidden = !(session.state === "CANCELLED" && session.sources.length > 0);
  }

  async function stopRun() {
    const sure = await confirmed("Stop this run?", "Files that are under way are finished first. Nothing is lost: it can go on later where it was.", "Stop it");
    if (!sure) {
      return;
    }
    try {
      await post(`/import/cancel/${shown.session.id}`);
      notice("It is stopping.");
    } catch (error) {
      failure(error);
    }
  }

  async function goOn() {
    try {
      const order = await orderOf(shown.session, signal);
      const started = await post("/import/start", order);
      go(`#/progress/${started.session}`);
    } catch (error) {
      failure(error);
    }
  }
}

/** The order that starts a stopped run again. */
async function orderOf(session, signal) {
  const [source] = session.sources;
  if (source === "inbox") {
    return { inbox: true };
  }
  const { roots } = await get("/api/roots", {}, signal);
  const root = roots.find((each) => source === each.path || source.startsWith(`${each.path.replace(/\/$/, "")}/`));
  if (!root) {
    throw new Error("This folder is not open to this page; give the same command again where it was started.");
  }
  return { root: root.name, path: source.slice(root.path.replace(/\/$/, "").length + 1) };
}

/** How long still, as honestly as it is known: a range, and the stage that decides it. */
function etaText({ session, eta }) {
  if (isOver(session.state)) {
    return "";
  }
  if (!eta) {
    return session.state === "SCANNING" ? "Still counting; how long it takes is known after that." : "Estimating how long it takes";
  }
  const low = lasting(eta.low_seconds);
  const high = lasting(eta.high_seconds);
  const range = low === high ? `About ${low}` : `${sentence(shared(low, high))} to ${high}`;
  return `${range} left${eta.limited_by ? `; “${stageWord(eta.limited_by)}” takes longest` : ""}`;
}

/** `4 minutes` to `7 minutes` as `4` to `7 minutes`. */
function shared(low, high) {
  const unit = high.split(" ").at(-1);
  return low.endsWith(unit) ? low.slice(0, -unit.length - 1) : low;
}

function sentence(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function figure(label) {
  const value = make("strong", {}, "–");
  return { value, element: make("div", { class: "figure" }, value, make("span", {}, label)) };
}
