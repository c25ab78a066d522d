/** What the events have said so far, so that a page that is opened later begins with it. */
import { on } from "./live.js";

const RATES_MAX = 1_800;
const FAILED_MAX = 100;
const forever = new AbortController().signal;

const latest = { progress: null, rates: [], failed: new Map() };

export function latestProgress() {
  return latest.progress;
}

/** Points of `{ at, perSecond, stages }`, at most half an hour of them, at in seconds. */
export function rates() {
  return latest.rates;
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
  if (!(latest.rates.at(-1)?.at >= at)) {
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
