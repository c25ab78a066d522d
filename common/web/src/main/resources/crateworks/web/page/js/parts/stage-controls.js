/** Pause, resume and workers of each stage. Rows stay, so that the focus does too. */
import { make, say } from "./make.js";
import { button } from "./small.js";
import { failure, notice } from "../shell/notices.js";
import { post } from "../shell/server.js";
import { count } from "../words/format.js";
import { stageDoes, stageWord } from "../words/stages.js";

const WORKERS_MAX = 256;

export function stageControls() {
  const list = make("ul", { class: "stage-controls" });
  const note = make("p", { class: "quiet small", hidden: true }, "These stages run elsewhere and cannot be changed from here.");
  const rows = new Map();
  return {
    element: make("div", { class: "stack" }, note, list),
    show({ controllable, stages }, lag) {
      note.hidden = controllable;
      for (const stage of stages) {
        if (!rows.has(stage.stage)) {
          rows.set(stage.stage, rowOf(stage.stage));
          list.append(rows.get(stage.stage).element);
        }
        rows.get(stage.stage).show(stage, stage.waiting ?? lag.find((each) => each.stage === stage.stage)?.waiting, controllable);
      }
    },
  };
}

function rowOf(name) {
  const word = stageWord(name);
  const state = make("span", { class: "state" });
  const waiting = make("span", { class: "quiet small" });
  const pause = button("Pause", () => act(isPaused ? "resume" : "pause"), { small: true, "data-stage": name });
  const fewer = button("−", () => resize(-1), { small: true, "aria-label": `Fewer workers for ${word}` });
  const more = button("+", () => resize(1), { small: true, "aria-label": `More workers for ${word}` });
  const workers = make("output", { class: "figures workers", "aria-label": `Workers of ${word}` });
  let isPaused = false;
  let size = 0;

  return {
    element: make(
      "li",
      { "data-stage": name },
      make("div", { class: "stage-name" }, make("strong", {}, word), make("span", { class: "quiet small" }, stageDoes(name))),
      make("div", { class: "stack tight" }, state, waiting),
      make("div", { class: "row" }, fewer, workers, more),
      pause,
    ),
    show,
  };

  function show(stage, behind, controllable) {
    isPaused = stage.paused;
    size = stage.concurrency ?? stage.workers.length;
    const busy = stage.workers.filter((worker) => worker.state === "working").length;
    const waits = stage.workers.find((worker) => worker.waits_for);
    say(state, isPaused ? "Paused" : waits ? `Waits for ${waits.waits_for}` : busy > 0 ? `${count(busy)} working` : "Ready");
    state.dataset.mood = isPaused || waits ? "caution" : "good";
    say(waiting, behind === undefined ? "" : `${count(behind)} waiting for it`);
    say(workers, String(size));
    say(pause, isPaused ? "Resume" : "Pause");
    pause.setAttribute("aria-label", `${isPaused ? "Resume" : "Pause"} ${word}`);
    pause.disabled = !controllable;
    fewer.disabled = !controllable || size <= 1;
    more.disabled = !controllable || size >= WORKERS_MAX;
  }

  async function act(what) {
    try {
      const stage = await post(`/api/stages/${name}/${what}`);
      show(stage, undefined, true);
      notice(what === "pause" ? `“${word}” finishes what it has and then waits.` : `“${word}” goes on.`);
    } catch (error) {
      failure(error);
    }
  }

  async function resize(by) {
    try {
      show(await post(`/api/stages/${name}/concurrency`, { workers: size + by }), undefined, true);
    } catch (error) {
      failure(error);
    }
  }
}
