/** Progress: what a run is doing now, how far it is, and that nothing is lost. */
import { make, say } from "../parts/make.js";
import { card, empty, every, head, link, loading } from "../parts/small.js";
import { failureFeed } from "../parts/failure-feed.js";
import { ledgerCard } from "../parts/ledger.js";
import { overview } from "../parts/overview.js";
import { stageRows } from "../parts/stage-rows.js";
import { throughput } from "../parts/throughput.js";
import { runList, sourcesOf } from "../parts/run-list.js";
import { latestProgress, remember } from "../shell/latest.js";
import { follow, on } from "../shell/live.js";
import { announce, failure } from "../shell/notices.js";
import { get } from "../shell/server.js";
import { isOver, stateWord } from "../words/stages.js";

const WORKERS_EVERY_MILLIS = 1_500;
const SPOKEN_EVERY_SHARE = 0.1;

export const progressPage = { title: "Progress", open };

function open({ root, name, signal, title }) {
  const session = /^\d+$/.test(name) ? Number(name) : null;
  const parts = { overview: overview(signal), stages: stageRows(), ledger: ledgerCard(), chart: throughput(signal), feed: failureFeed(signal) };
  const nothing = empty("No run yet", "Choose a folder or drop files, and watch here how they become a library.", link("Import", "#/import", { first: true, sign: "import" }));
  const body = make("div", { class: "page" });
  nothing.hidden = true;
  body.hidden = true;
  const heading = head("Progress", "");
  root.append(heading, nothing, body);
  body.append(
    parts.overview.element,
    card("Stages", parts.stages.element),
    parts.ledger.element,
    make("div", { class: "columns" }, card("Files per second", parts.chart.element), card("Could not be used", parts.feed.element)),
  );

  const runs = make("div", {});
  body.append(card("Runs so far", runs));
  on("state", loading(runs, () => runList(signal), signal), signal);

  let spokenShare = 0;
  const show = (progress) => {
    if (session !== null && progress.session.id !== session) {
      return;
    }
    nothing.hidden = true;
    body.hidden = false;
    say(heading.querySelector("h1"), sourcesOf(progress.session));
    title(`${Math.floor(progress.share * 100)} % ${stateWord(progress.session.state)}`);
    parts.overview.show(progress);
    parts.stages.show(progress);
    parts.ledger.show(progress.ledger);
    parts.feed.show(progress.ledger);
    parts.chart.show(progress);
    if (progress.share - spokenShare >= SPOKEN_EVERY_SHARE) {
      spokenShare = progress.share;
      announce(`${Math.floor(progress.share * 100)} percent`);
    }
  };

  follow(session);
  signal.addEventListener("abort", () => follow(null));
  on("progress", show, signal);
  on(
    "completed",
    (progress) => {
      show(progress);
      announce(stateWord(progress.session.state));
    },
    signal,
  );
  on("back", ask, signal);
  if (latestProgress() !== null) {
    show(latestProgress());
  }
  ask();
  every(WORKERS_EVERY_MILLIS, () => askForWorkers(parts.stages, signal), signal);

  async function ask() {
    try {
      const id = session ?? (await get("/api/sessions", { limit: 1 }, signal)).sessions[0]?.id;
      if (id === undefined) {
        nothing.hidden = false;
        return;
      }
      const progress = await get(`/import/status/${id}`, {}, signal);
      show(progress);
      remember(id, (await get(`/api/sessions/${id}/pace`, {}, signal)).marks);
      show(progress);
    } catch (error) {
      failure(error);
    }
  }
}

async function askForWorkers(rows, signal) {
  const progress = latestProgress();
  if (progress === null || (isOver(progress.session.state) && rows.hasWorkers())) {
    return;
  }
  try {
    rows.showWorkers((await get("/api/stages", {}, signal)).stages);
  } catch {
    // The next time.
  }
}
