/**
 * Which page is open. Addresses are `#/library?bpm_min=90`: what is behind the sign never reaches
 * the server, so a page can be reloaded anywhere and its filters can be sent to a friend.
 */
const listeners = new Set();

/** The address in parts: `{ page: "file", name: "17", query }`. */
export function place() {
  const [path, query = ""] = location.hash.replace(/^#\/?/, "").split("?");
  const [page = "", name = ""] = path.split("/");
  return { page, name: decoded(name), query: new URLSearchParams(query) };
}

export function addressOf(page, name = "", query = new URLSearchParams()) {
  const text = query.toString();
  return `#/${page}${name === "" ? "" : `/${encodeURIComponent(name)}`}${text ? `?${text}` : ""}`;
}

export function go(address) {
  location.hash = address;
}

/** Writes filters into the address without a step in the history for each letter. */
export function rewrite(address) {
  history.replaceState(null, "", address);
}

export function onMove(listener) {
  listeners.add(listener);
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

addEventListener("hashchange", () => listeners.forEach((listener) => listener()));
