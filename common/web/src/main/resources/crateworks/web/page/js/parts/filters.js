/** The filters of the library as they stand in the address, with the names that the server knows. */
import { lasting } from "../words/format.js";
import { categoryWord, keyWord } from "../words/music.js";

const NAMES = [
  "text", "bpm_min", "bpm_max", "key", "compatible", "category", "tag", "bars_min", "bars_max", "seconds_min",
  "seconds_max", "source", "kind", "alike", "focus",
];

/** Only what is known, so that a broken address still shows something. */
export function filtersOf(query) {
  const filters = new URLSearchParams();
  for (const [name, value] of query) {
    if (NAMES.includes(name) && value !== "") {
      filters.append(name, value);
    }
  }
  return filters;
}

export function isFiltered(filters) {
  return [...filters.keys()].length > 0;
}

/** Makes filters those of `next`, for all who hold them. */
export function become(filters, next) {
  const values = [...next];
  [...filters.keys()].forEach((name) => filters.delete(name));
  values.forEach(([name, value]) => filters.append(name, value));
}

/** The filters with one value set, or without it when it is empty. */
export function withValue(filters, name, value) {
  const next = new URLSearchParams(filters);
  next.delete(name);
  if (value !== "" && value !== null && value !== undefined) {
    next.set(name, value);
  }
  return next;
}

/** The filters with one of several values put in, or taken out when it is there. */
export function toggled(filters, name, value) {
  const values = filters.getAll(name);
  const next = new URLSearchParams(filters);
  next.delete(name);
  (values.includes(value) ? values.filter((each) => each !== value) : [...values, value]).forEach((each) => next.append(name, each));
  return next;
}

export function without(filters, name, value) {
  const next = new URLSearchParams(filters);
  next.delete(name);
  filters.getAll(name).filter((each) => value !== undefined && each !== value).forEach((each) => next.append(name, each));
  return next;
}

/** What each filter says, with the filters that are left when it is taken away. */
export function said(filters) {
  const lines = [];
  const range = (low, high, words) => {
    if (filters.has(low) || filters.has(high)) {
      lines.push([words(filters.get(low), filters.get(high)), without(without(filters, low), high)]);
    }
  };
  filters.getAll("text").forEach((text) => lines.push([`“${text}”`, without(filters, "text", text)]));
  range("bpm_min", "bpm_max", (low, high) => `${span(low, high)} BPM`);
  filters.getAll("key").forEach((key) => lines.push([keyWord(key), without(filters, "key", key)]));
  filters.getAll("compatible").forEach((key) => lines.push([`Goes with ${keyWord(key)}`, without(filters, "compatible", key)]));
  filters.getAll("category").forEach((each) => lines.push([categoryWord(each), without(filters, "category", each)]));
  filters.getAll("tag").forEach((tag) => lines.push([`#${tag}`, without(filters, "tag", tag)]));
  range("bars_min", "bars_max", (low, high) => `${span(low, high)} bars`);
  range("seconds_min", "seconds_max", (low, high) => `${span(low && lasting(Number(low)), high && lasting(Number(high)))} long`);
  filters.getAll("source").forEach((folder) => lines.push([`in ${folder}`, without(filters, "source")]));
  filters.getAll("kind").forEach((kind) => lines.push([kind === "song" ? "Whole songs" : "Parts of songs", without(filters, "kind")]));
  filters.getAll("alike").forEach((file) => lines.push([`Sounds like file ${file}`, without(filters, "alike")]));
  return lines;
}

function span(low, high) {
  if (low && high) {
    return low === high ? low : `${low}–${high}`;
  }
  return low ? `from ${low}` : `up to ${high}`;
}
