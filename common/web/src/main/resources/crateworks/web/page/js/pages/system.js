/** System: broker, database, store and disk, and the stages with their workers. */
import { make } from "../parts/make.js";
import { card, every, facts, head, problem } from "../parts/small.js";
import { stageControls } from "../parts/stage-controls.js";
import { get } from "../shell/server.js";
import { count, size } from "../words/format.js";

const ASK_EVERY_MILLIS = 3_000;
const PARTS = {
  broker: ["Broker", "carries work from stage to stage"],
  database: ["Database", "knows everything about every file"],
  store: ["Store", "keeps the contents"],
  disk: ["Disk", "where all of it lies"],
};

export const systemPage = { title: "System", open };

function open({ root, signal }) {
  const parts = make("div", { class: "columns parts" });
  const about = make("div", {});
  const controls = stageControls();
  const trouble = make("div", {});
  root.append(head("System", "What Crateworks stands on, and how many workers each stage has."), trouble, parts, card("Stages", controls.element), card("About", about));
  every(
    ASK_EVERY_MILLIS,
    async () => {
      try {
        const [system, stages] = await Promise.all([get("/api/system", {}, signal), get("/api/stages", {}, signal)]);
        trouble.replaceChildren();
        parts.replaceChildren(...system.parts.map(part));
        controls.show(stages, system.lag ?? []);
        about.replaceChildren(aboutOf(system));
      } catch (error) {
        if (!signal.aborted) {
          trouble.replaceChildren(problem(error));
        }
      }
    },
    signal,
  );
}

function part({ part: name, well, trouble, bytes, free_bytes: free, total_bytes: total }) {
  const [word, does] = PARTS[name] ?? [name, ""];
  return make(
    "section",
    { class: "card part", "data-part": name, "aria-label": word },
    make("div", { class: "row" }, make("h2", {}, word), make("span", { class: "state push", "data-mood": well ? "good" : "bad" }, well ? "Well" : "Out of order")),
    make("p", { class: "quiet small" }, does),
    trouble ? make("p", { class: "problem small" }, trouble) : null,
    bytes === undefined ? null : make("p", { class: "part-size" }, make("strong", {}, size(bytes)), " taken"),
    free === undefined ? null : make("p", { class: "part-size" }, make("strong", {}, size(free)), ` free${total ? ` of ${size(total)}` : ""}`),
  );
}

function aboutOf(system) {
  return facts([
    ["Version", system.version],
    ["Runs as", { run: "a single run", serve: "a service", page: "the page of a library", service: "one service of several" }[system.mode] ?? system.mode],
    ["Data", system.data ? make("code", {}, system.data) : null],
    ["Memory", system.heap_bytes === undefined ? null : `${size(system.heap_bytes)} of ${size(system.heap_max_bytes)}`],
    ["Open pages", system.streams === undefined ? null : count(system.streams)],
    ["Waits for", system.waits_for.length > 0 ? system.waits_for.join(", ") : null],
    ["API", make("a", { href: "/openapi.yaml" }, "openapi.yaml")],
  ]);
}
