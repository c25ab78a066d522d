/** Dark or light: what the system says until the user chooses; the choice is kept. */
import { announce } from "./notices.js";
import { icon } from "../parts/icon.js";
import { make } from "../parts/make.js";

const KEY = "crateworks.theme";
const listeners = new Set();
const system = matchMedia("(prefers-color-scheme: dark)");

export function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : system.matches;
}

/** Calls `listener` whenever colours change, for what is drawn by hand. */
export function onThemeChange(listener, signal) {
  listeners.add(listener);
  signal.addEventListener("abort", () => listeners.delete(listener));
}

export function toggleTheme() {
  const next = isDark() ? "light" : "dark";
  document.documentElement.dataset.theme = next;
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // Kept for this page only.
  }
  tell();
  announce(`${next === "dark" ? "Dark" : "Light"} theme`);
}

/** A button that shows what it leads to. */
export function themeButton() {
  const button = make("button", {
    class: "button plain",
    type: "button",
    "aria-label": "Switch between dark and light (T)",
    title: "Dark or light (T)",
    on: { click: toggleTheme },
  });
  const show = () => button.replaceChildren(icon(isDark() ? "sun" : "moon"));
  listeners.add(show);
  show();
  return button;
}

function tell() {
  listeners.forEach((listener) => listener());
}

system.addEventListener("change", tell);
