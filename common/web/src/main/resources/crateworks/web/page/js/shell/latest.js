/** What the events have said so far, so that a page that is opened later begins with it. */
import { on } from "./live.js";
import { isOver } from "../words/stages.js";

const RATES_MAX = 1_800;
const FAILED_MAX = 100;
const forever = new AbortController().signal;

const latest = { progress: null, past: { session: null, points: [] }, rates: [], failed: new Map() };

export function latestProgress() {
  return latest.progress;
}

/** Points of `{ at, perSecond }` of a run: what was kept of it, and at most half an hour of live ones; at in seconds. */
export function rates(session) {
  const past = latest.past.session === session ? latest.past.points : [];
  const live = latest.progress?.session.id === session ? latest.rates : [];
  const until = past.at(-1)?.at ?? 0;
  return [...past, ...live.filter((point) => point.at > until)];
}

/** Takes what was kept of a run while nobody watched: how many had passed, and when. */
export function remember(session, marks) {
  const seen = marks.map((mark) => ({ at: Date.parse(mark.at) / 1000, passed: mark.passed }));
  const paces = seen.slice(1).map((mark, before) => ({ at: mark.at, perSecond: (mark.passed - seen[before].passed) / (mark.at - seen[before].at || 1) }));
  latest.past = { session, points: [{ at: seen[0].at, perSecond: paces[0].perSecond }, ...paces] };
}

/** The newest failures first. */
export function latestFailed() {
  return [...latest.failed.values()].reverse();
}

export function forget() {
  latest.progress = null;
  latest.rates = [];
  latest.failed.clear();
}

function take(progress) {
  if (latest.progress !== null && latest.progress.session.id !== progress.session.id) {
    forget();
  }
  latest.progress = progress;
  const at = Date.parse(progress.at) / 1000;
  if (!isOver(progress.session.state) && !(latest.rates.at(-1)?.at >= at)) {
    latest.rates.push({ at, perSecond: progress.files_per_second ?? 0 });
    latest.rates.splice(0, latest.rates.length - RATES_MAX);
  }
}

on("progress", take, forever);
on("completed", take, forever);
on(
  "failed",
  (file) => {
    const key = `${file.item} ${file.at}`; // the same one may come twice
    latest.failed.delete(key);
    latest.failed.set(key, file);
    if (latest.failed.size > FAILED_MAX) {
      latest.failed.delete(latest.failed.keys().next().value);
    }
  },
  forever,
);
