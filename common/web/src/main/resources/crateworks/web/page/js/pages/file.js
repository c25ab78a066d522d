/** File: everything that is known about one file, and how it sounds. */
import { make } from "../parts/make.js";
import { card, categoryChip, keyChip, link, loading, problem } from "../parts/small.js";
import { audition } from "../parts/audition.js";
import { playsWith } from "../parts/plays-with.js";
import { origin } from "../parts/origin.js";
import { whyPanel } from "../parts/why.js";
import { on } from "../shell/live.js";
import { get } from "../shell/server.js";
import { bpm, clock, count } from "../words/format.js";

export const filePage = { title: "File", open };

async function open({ root, name, signal, title }) {
  root.setAttribute("aria-busy", "true");
  try {
    const file = await get(`/api/files/${encodeURIComponent(name)}`, {}, signal);
    if (!signal.aborted) {
      title(file.name);
      show(root, file, signal);
    }
  } catch (error) {
    if (!signal.aborted) {
      root.replaceChildren(make("h1", {}, "File"), problem(error), make("p", {}, make("a", { href: "#/library" }, "Back to the library")));
      on("back", () => open({ root, name, signal, title }), signal);
    }
  }
  root.removeAttribute("aria-busy");
}

function show(root, file, signal) {
  const sounds = make("div", { class: "stack" }, make("p", { class: "quiet" }, "Reading the notes"));
  const why = make("div", {});
  const mates = make("div", {});
  root.replaceChildren(
    heading(file),
    sounds,
    make("div", { class: "file-columns" }, make("div", { class: "stack" }, card("Why", why), card("Plays with", mates)), make("div", { class: "stack" }, ...origin(file))),
  );
  loading(
    sounds,
    async () => {
      const [notes, chords] = await Promise.all([
        get(`/api/files/${file.id}/notes`, {}, signal),
        get(`/api/files/${file.id}/chords`, {}, signal).catch(() => ({ chords: [], progression: "" })),
      ]);
      return audition(file, notes, chords, signal);
    },
    signal,
  );
  loading(why, async () => whyPanel(await get(`/api/files/${file.id}/why`, {}, signal)), signal);
  loading(mates, async () => playsWith(file, (await get(`/api/files/${file.id}/plays-with`, { limit: 12 }, signal)).files), signal);
}

function heading(file) {
  const value = (field) => file.values.find((each) => each.field === field)?.value;
  const isPattern = file.kind === "part" || file.tracks <= 1;
  return make(
    "div",
    { class: "file-head" },
    make("nav", { class: "crumbs", "aria-label": "Where this is" }, make("a", { href: "#/library" }, "Library"), file.parent ? [" / ", make("a", { href: `#/file/${file.parent.file}` }, file.parent.name)] : null),
    make("h1", {}, file.name),
    make(
      "div",
      { class: "row" },
      value("category") ? categoryChip(value("category")) : null,
      value("bpm") ? make("span", { class: "chip" }, `${bpm(Number(value("bpm")))} BPM`) : null,
      value("key") ? make("span", { class: "chip" }, keyChip(value("key"), file.camelot)) : null,
      value("meter") ? make("span", { class: "chip" }, value("meter")) : null,
      file.bars === undefined ? null : make("span", { class: "chip" }, count(file.bars, "bar")),
      make("span", { class: "chip" }, clock(file.seconds)),
      file.alike > 0 ? make("a", { class: "chip", href: `#/library?alike=${file.id}` }, `${count(file.alike, "file sounds", "files sound")} like it`) : null,
      make(
        "span",
        { class: "row push" },
        link(".mid", `/api/files/${file.id}/download.mid`, { small: true, sign: "download", download: true, "aria-label": "Download as .mid" }),
        isPattern ? link(".mpcpattern", `/api/files/${file.id}/download.mpcpattern`, { small: true, sign: "download", download: true, "aria-label": "Download as .mpcpattern" }) : null,
      ),
    ),
  );
}
