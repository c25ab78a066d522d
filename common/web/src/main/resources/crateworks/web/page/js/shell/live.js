/**
 * What happens on the server, as it happens: an event stream that comes back by itself, and
 * questions every two seconds where a stream cannot be had.
 *
 * Events: `connection` (live, polling or away), `progress`, `state`, `failed`, `completed`, and
 * `back` when the server was away, after which everything shown must be asked for again.
 */
import { get } from "./server.js";

const POLL_MILLIS = 2_000;
const STREAM_AGAIN_MILLIS = 15_000;
/** The server says something every 15 seconds; three times that is a stream that has died quietly. */
const SILENCE_MILLIS = 45_000;
const HIDDEN_MILLIS = 60_000;

const events = new EventTarget();
let stream = null;
let followed = null;
let state = "connecting";
let wasAway = false;
let pollTimer = 0;
let heardAt = 0;

export function on(type, listener, signal) {
  events.addEventListener(type, (event) => listener(event.detail), { signal });
}

export function connectionState() {
  return state;
}

/** Follows a session, or the newest one with `null`. */
export function follow(session) {
  if (session !== followed || stream === null) {
    followed = session;
    open();
  }
}

function open() {
  stream?.close();
  heardAt = performance.now();
  const own = new EventSource(followed === null ? "/events" : `/events?session_id=${followed}`);
  stream = own;
  own.addEventListener("open", () => heard("live"));
  listen(own, "progress", "progress");
  listen(own, "state_changed", "state");
  listen(own, "completed", "completed");
  // `error` is also what the browser calls its own trouble, which comes without data.
  own.addEventListener("error", (event) => (event.data === undefined ? lost(own) : told("failed", event)));
}

function listen(own, from, to) {
  own.addEventListener(from, (event) => told(to, event));
}

function told(type, event) {
  heard("live");
  tell(type, JSON.parse(event.data));
}

function heard(now) {
  heardAt = performance.now();
  clearTimeout(pollTimer);
  enter(now);
}

/** The stream broke: find out whether the server is away or only has no stream to spare. */
async function lost(own) {
  if (own !== stream) {
    return;
  }
  clearTimeout(pollTimer);
  try {
    await poll();
    enter("polling");
  } catch (problem) {
    enter(isAway(problem) ? "away" : "polling");
  }
  if (own === stream && own.readyState !== EventSource.OPEN) {
    pollTimer = setTimeout(() => again(own), POLL_MILLIS);
  }
}

/** A server that refuses something is there, unless it only begins to be. */
function isAway(problem) {
  return problem.status === undefined || problem.status === 0 || problem.code === "STARTING";
}

let streamTriedAt = -STREAM_AGAIN_MILLIS;

function again(own) {
  if (own !== stream || own.readyState === EventSource.OPEN) {
    return;
  }
  const tryStream = state === "away" || performance.now() - streamTriedAt > STREAM_AGAIN_MILLIS;
  if (own.readyState === EventSource.CLOSED && tryStream) {
    streamTriedAt = performance.now();
    open();
    return;
  }
  lost(own);
}

async function poll() {
  const session = followed ?? (await get("/api/sessions", { limit: 1 })).sessions[0]?.id;
  if (session !== undefined) {
    tell("progress", await get(`/import/status/${session}`));
  }
}

function enter(now) {
  if (now === "away") {
    wasAway = true;
  } else if (wasAway) {
    wasAway = false;
    tell("back");
  }
  if (now !== state) {
    state = now;
    tell("connection", now);
  }
}

function tell(type, detail) {
  events.dispatchEvent(new CustomEvent(type, { detail }));
}

/**
 * Browsers open six connections to a server at most, so a page that nobody sees must not keep one:
 * neither one that was left, which browsers keep for the way back, nor a tab that has long been hidden.
 */
function rest() {
  clearTimeout(pollTimer);
  stream?.close();
  stream = null;
}

let hiddenTimer = 0;

addEventListener("pagehide", rest);
addEventListener("pageshow", (event) => event.persisted && open());
document.addEventListener("visibilitychange", () => {
  clearTimeout(hiddenTimer);
  if (document.hidden) {
    hiddenTimer = setTimeout(rest, HIDDEN_MILLIS);
  } else if (stream === null) {
    open();
  }
});

setInterval(() => {
  if (stream !== null && state === "live" && performance.now() - heardAt > SILENCE_MILLIS) {
    open();
  }
}, SILENCE_MILLIS / 3);
