/** Signs of our own, drawn with lines on a field of 24 by 24. */
import { drawn } from "./make.js";

const PATHS = {
  import: "M12 4v11M7.5 10.5 12 15l4.5-4.5M4 16v3a1 1 0 0 0 1 1h14a1 1 0 0 0 1-1v-3",
  progress: "M4 18V9M9.5 18V5M15 18v-7M20 18v-4",
  library: "M4 5h3v14H4zM10 5h3v14h-3zM16.2 5.6l2.9-.8 3 13.4-2.9.8z",
  failed: "M12 4 2.8 19.5h18.4zM12 10v4.5M12 17v.2",
  drive: "M4 6h16v12H4zM4 13.5h16M7.5 16h.2M11 16h5",
  system: "M4 12h4l2.5-6 4 12 2.5-6h3",
  file: "M9 18V6l9-2v12M9 18a2.5 2.5 0 1 1-2.5-2.5A2.5 2.5 0 0 1 9 18zM18 16a2.5 2.5 0 1 1-2.5-2.5A2.5 2.5 0 0 1 18 16z",
  play: "M8 5.5v13l10.5-6.5z",
  pause: "M8 5.5v13M16 5.5v13",
  stop: "M6.5 6.5h11v11h-11z",
  cross: "M6 6l12 12M18 6 6 18",
  search: "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5 20 20",
  sun: "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4",
  moon: "M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z",
  help: "M9 9a3 3 0 1 1 4.2 2.7c-.8.4-1.2 1-1.2 1.8v.5M12 17.5v.2",
  folder: "M3.5 6.5h6l2 2.5h9v10h-17z",
  up: "M12 19V6M6.5 11 12 5.5l5.5 5.5",
  again: "M19 8.5A7.5 7.5 0 1 0 19.5 13M19.5 4v5h-5",
  left: "M14.5 5.5 8 12l6.5 6.5",
  right: "M9.5 5.5 16 12l-6.5 6.5",
  download: "M12 4v11M7.5 10.5 12 15l4.5-4.5M5 19.5h14",
  check: "M5 12.5l4.5 4.5L19 7.5",
  filter: "M4 6h16M7 12h10M10 18h4",
};

export function icon(name) {
  return drawn("svg", { class: "icon", viewBox: "0 0 24 24", "aria-hidden": "true" }, drawn("path", { d: PATHS[name] }));
}
