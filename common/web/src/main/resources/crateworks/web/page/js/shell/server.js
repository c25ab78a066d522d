/** Calls to the server. What goes wrong comes as a `Problem` whose message can be shown to people. */
import { askForToken } from "./token.js";

const PATIENCE_MILLIS = 30_000;

export class Problem extends Error {
  constructor({ code, detail, status }) {
    super(detail);
    this.name = "Problem";
    this.code = code;
    this.status = status;
  }
}

export function get(path, query, signal) {
  return call("GET", withQuery(path, query), {}, signal);
}

export function post(path, body = {}, signal) {
  return call("POST", path, { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }, signal);
}

/** Puts one file into the inbox; takes as long as it takes. */
export function upload(name, file, signal) {
  const request = { headers: { "Content-Type": "application/octet-stream" }, body: file };
  return call("POST", withQuery("/api/uploads", { name }), request, signal, null);
}

/** Lists become repeated names; what is empty is left out. */
export function withQuery(path, query = {}) {
  const pairs = query instanceof URLSearchParams ? query : new URLSearchParams();
  if (pairs !== query) {
    for (const [name, value] of Object.entries(query)) {
      [value].flat().filter((each) => each !== undefined && each !== null && each !== "").forEach((each) => pairs.append(name, each));
    }
  }
  const text = pairs.toString();
  return text ? `${path}?${text}` : path;
}

async function call(method, address, request, signal, patienceMillis = PATIENCE_MILLIS) {
  const response = await fetched(method, address, request, signal, patienceMillis);
  if (response.status === 401) {
    await askForToken();
    return call(method, address, request, signal, patienceMillis);
  }
  if (!response.ok) {
    throw new Problem(await problemOf(response));
  }
  return response.status === 204 ? null : response.json();
}

async function fetched(method, address, request, signal, patienceMillis) {
  const signals = [signal, patienceMillis && AbortSignal.timeout(patienceMillis)].filter(Boolean);
  try {
    return await fetch(address, { method, ...request, signal: signals.length ? AbortSignal.any(signals) : undefined });
  } catch (error) {
    if (signal?.aborted) {
      throw error;
    }
    const slow = error.name === "TimeoutError";
    throw new Problem({
      code: slow ? "TOO_SLOW" : "AWAY",
      status: 0,
      detail: slow ? "The server took too long to answer." : "The server does not answer. Is Crateworks running?",
    });
  }
}

async function problemOf(response) {
  try {
    const problem = await response.json();
    return { code: problem.code ?? "BROKEN", detail: problem.detail ?? response.statusText, status: response.status };
  } catch {
    return { code: "BROKEN", detail: `The server answered with ${response.status}.`, status: response.status };
  }
}
