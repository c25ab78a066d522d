/** Keys that work everywhere; pages add their own for as long as they are open. */
import { make } from "../parts/make.js";
import { go } from "./router.js";
import { toggleTheme } from "./theme.js";

const PAGES = { i: "import", p: "progress", l: "library", f: "failed", d: "drive", s: "system" };
const own = new Map();
let prefixUntil = 0;

const PREFIX_MILLIS = 1200;

/** A key of a page: `{ key, label, run }`. */
export function addShortcuts(shortcuts, signal) {
  shortcuts.forEach((shortcut) => own.set(shortcut.key, shortcut));
  signal.addEventListener("abort", () => shortcuts.forEach((shortcut) => own.delete(shortcut.key)));
}

export function listenToKeys() {
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) {
      return;
    }
    if (run(event)) {
      event.preventDefault();
    }
  });
}

function run(event) {
  if (performance.now() < prefixUntil) {
    prefixUntil = 0;
    const page = PAGES[event.key];
    if (page) {
      go(`#/${page}`);
      return true;
    }
  }
  const shortcut = own.get(event.key);
  if (shortcut && !(event.key === " " && isButton(event.target))) {
    shortcut.run();
    return true;
  }
  switch (event.key) {
    case "g":
      prefixUntil = performance.now() + PREFIX_MILLIS;
      return true;
    case "t":
      toggleTheme();
      return true;
    case "/":
      go("#/library?focus=text");
      return true;
    case "?":
      showShortcuts();
      return true;
    default:
      return false;
  }
}

function isTyping(event) {
  return event.target instanceof Element && event.target.closest("input:not([type=checkbox], [type=range]), select, textarea, dialog") !== null;
}

function isButton(target) {
  return target instanceof Element && target.closest("button, a, [role=slider], input") !== null;
}

export function showShortcuts() {
  const lines = [
    ["g then i p l f d s", "Import, Progress, Library, Failed, Drive, System"],
    ...(own.has("/") ? [] : [["/", "Search the library"]]),
    ["t", "Dark or light"],
    ["?", "These keys"],
    ...[...own.values()].map((shortcut) => [shortcut.key === " " ? "Space" : shortcut.key, shortcut.label]),
  ];
  const dialog = make(
    "dialog",
    { "aria-label": "Keys" },
    make("h2", {}, "Keys"),
    make("dl", { class: "facts keys" }, lines.flatMap(([key, does]) => [make("dt", {}, keys(key)), make("dd", {}, does)])),
    make("form", { method: "dialog", class: "row" }, make("button", { class: "button push" }, "Close")),
  );
  document.body.append(dialog);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.showModal();
}

function keys(text) {
  return text.split(" ").map((word) => (word === "then" ? " then " : make("kbd", {}, word)));
}
