/** Where a file is from, what became of it, and where it is. */
import { make } from "./make.js";
import { card, facts } from "./small.js";
import { count, moment, percent, size } from "../words/format.js";
import { categoryWord, keyWord, noteName } from "../words/music.js";
import { stageWord } from "../words/stages.js";

const PLACES_SHOWN = 20;

export function origin(file) {
  return [
    card("What it is", values(file)),
    file.parts.length > 0 ? card(`Parts (${count(file.parts.length)})`, parts(file)) : null,
    card(`Found in ${count(file.places.length, "place")}`, places(file)),
    card("What happened to it", history(file)),
    file.drives.length > 0 ? card("On drives", make("ul", { class: "lines" }, file.drives.map((each) => make("li", {}, make("code", {}, each.path), make("span", { class: "quiet small" }, each.written_at ? ` written ${moment(each.written_at)}` : " planned"))))) : null,
  ].filter(Boolean);
}

function values(file) {
  const decided = file.values.map((each) => [
    { bpm: "Tempo", key: "Key", meter: "Metre", category: "Category" }[each.field] ?? each.field,
    make(
      "span",
      {},
      shown(each),
      make("span", { class: "quiet small" }, ` ${percent(each.confidence)}, from ${each.source}${each.reason ? `: ${each.reason}` : ""}`),
    ),
  ]);
  return make(
    "div",
    { class: "stack" },
    facts([
      ...decided,
      ["Role", file.role],
      ["Range", file.lowest_pitch === undefined ? null : `${noteName(file.lowest_pitch)} to ${noteName(file.highest_pitch)}`],
      ["Notes", count(file.notes)],
      ["Size", size(file.bytes)],
      ["Put right", file.repairs],
      ["BLAKE3", make("code", { class: "small" }, file.blake3)],
    ]),
    file.tags.length > 0 ? make("div", { class: "row" }, file.tags.map((tag) => make("a", { class: "tag", href: `#/library?tag=${encodeURIComponent(tag.term)}`, title: `${tag.category}, from ${tag.source}, ${percent(tag.confidence)}` }, tag.term))) : null,
  );
}

function shown({ field, value }) {
  return field === "category" ? categoryWord(value) : field === "key" ? keyWord(value) : value;
}

function parts(file) {
  return make(
    "ul",
    { class: "lines" },
    file.parts.map((part) =>
      make("li", {}, make("a", { href: `#/file/${part.file}` }, part.label || part.name), make("span", { class: "quiet small" }, ` ${[part.category && categoryWord(part.category), `channel ${part.channel}`, count(part.notes, "note")].filter(Boolean).join(", ")}`)),
    ),
  );
}

function places(file) {
  const line = (place) => make("li", {}, make("code", {}, place.place), make("span", { class: "quiet small" }, ` ${place.state}, run `), make("a", { class: "small", href: `#/progress/${place.session}` }, String(place.session)));
  const rest = file.places.slice(PLACES_SHOWN);
  return make(
    "div",
    { class: "stack" },
    make("ul", { class: "lines" }, file.places.slice(0, PLACES_SHOWN).map(line)),
    rest.length > 0 ? make("details", { class: "options" }, make("summary", {}, `${count(rest.length)} more`), make("ul", { class: "lines" }, rest.map(line))) : null,
  );
}

function history(file) {
  const names = file.names.map((name) => make("li", {}, make("strong", {}, stageWord(name.stage)), ` named it `, make("code", {}, name.name), name.reason ? make("span", { class: "quiet small" }, ` ${name.reason}`) : null));
  return make(
    "ol",
    { class: "lines history" },
    file.history.map((step) => make("li", {}, step.stage ? make("strong", {}, `${stageWord(step.stage)} `) : null, step.what, step.at ? make("span", { class: "quiet small" }, ` ${moment(step.at)}`) : null)),
    names,
  );
}
