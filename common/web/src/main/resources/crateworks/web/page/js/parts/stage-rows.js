/** One bar for each stage, with a pad for each of its workers that lights up while it works. */
import { make, say } from "./make.js";
import { bar, setBar } from "./small.js";
import { count, rate } from "../words/format.js";
import { stageDoes, stageWord } from "../words/stages.js";

const PADS_MAX = 32;

export function stageRows() {
  const element = make("ul", { class: "stages" });
  const rows = new Map();
  let sawWorkers = false;

  return {
    element,
    hasWorkers: () => sawWorkers,
    show(progress) {
      for (const stage of progress.stages) {
        const row = rowOf(stage.stage);
        const isLimit = progress.eta?.limited_by === stage.stage;
        row.element.toggleAttribute("data-limits", isLimit);
        setBar(row.bar, stage.expected === 0 ? 0 : stage.done / stage.expected);
        say(row.numbers, `${count(stage.done)} of ${count(stage.expected)}`);
        say(row.rate, stage.files_per_second > 0 ? `${rate(stage.files_per_second)}/s` : "");
        say(row.rest, restOf(stage));
      }
    },
    showWorkers(stages) {
      sawWorkers = true;
      for (const stage of stages) {
        if (rows.has(stage.stage)) {
          pads(rows.get(stage.stage), stage);
        }
      }
    },
  };

  function rowOf(stage) {
    if (!rows.has(stage)) {
      const row = {
        bar: bar(0, stageWord(stage)),
        numbers: make("span", { class: "numbers" }),
        rate: make("span", { class: "rate quiet" }),
        rest: make("span", { class: "rest quiet small" }),
        pads: make("span", { class: "worker-pads", role: "img", "aria-label": "workers" }),
      };
      row.element = make(
        "li",
        { "data-stage": stage },
        make("div", { class: "stage-name" }, make("strong", {}, stageWord(stage)), make("span", { class: "quiet small" }, stageDoes(stage))),
        make("div", { class: "stage-bar" }, row.bar, row.rest),
        make("div", { class: "stage-numbers" }, row.numbers, row.rate),
        row.pads,
      );
      rows.set(stage, row);
      element.append(row.element);
    }
    return rows.get(stage);
  }
}

function restOf(stage) {
  return [
    stage.duplicate > 0 && count(stage.duplicate, "duplicate"),
    stage.rejected > 0 && `${count(stage.rejected)} rejected`,
    stage.parked > 0 && `${count(stage.parked)} to try again`,
  ]
    .filter(Boolean)
    .join(", ");
}

function pads(row, stage) {
  const busy = stage.workers.filter((worker) => worker.state === "working").length;
  const waits = stage.workers.filter((worker) => worker.state === "waiting").length;
  row.pads.setAttribute(
    "aria-label",
    stage.paused ? "paused" : `${busy} of ${count(stage.workers.length, "worker")} working${waits ? `, ${waits} waiting` : ""}`,
  );
  const shown = stage.workers.slice(0, PADS_MAX);
  while (row.pads.childElementCount > shown.length) {
    row.pads.lastElementChild.remove();
  }
  shown.forEach((worker, at) => {
    const pad = row.pads.children[at] ?? row.pads.appendChild(make("i", {}));
    pad.dataset.state = stage.paused ? "paused" : worker.state;
    pad.title = worker.waits_for ? `waits for ${worker.waits_for}` : worker.state;
  });
}
