/** Filters that are typed: text, ranges, tags, folder. */
import { make } from "./make.js";
import { withValue } from "./filters.js";
import { get } from "../shell/server.js";

const TAGS_TYPING_MILLIS = 150;

export function filterForm(change, signal) {
  let filters = new URLSearchParams();
  const inputs = new Map();
  const set = (name, value, hurry = false) => change(withValue(filters, name, value), hurry);

  const text = input("text", "search", { placeholder: "Name, folder or tag", "aria-label": "Search", maxlength: 200 });
  const source = input("source", "text", { placeholder: "/home/me/midi/loops", maxlength: 1000 });
  const kind = make(
    "select",
    { id: "filter-kind", on: { change: (event) => set("kind", event.target.value, true) } },
    make("option", { value: "" }, "Songs and parts"),
    make("option", { value: "song" }, "Whole songs"),
    make("option", { value: "part" }, "Parts of songs"),
  );
  const tag = tagInput((value) => {
    const next = new URLSearchParams(filters);
    if (!next.getAll("tag").includes(value)) {
      next.append("tag", value);
    }
    change(next, true);
  }, signal);

  const element = make(
    "form",
    { class: "card stack filter-form", role: "search", on: { submit: (event) => event.preventDefault() } },
    text,
    make(
      "details",
      { class: "options" },
      make("summary", {}, "More filters"),
      pair("Tempo in BPM", "bpm_min", "bpm_max"),
      pair("Bars", "bars_min", "bars_max"),
      pair("Seconds", "seconds_min", "seconds_max"),
      field("Tag", tag, "filter-tag"),
      field("Folder", source, "filter-source"),
      field("Kind", kind, "filter-kind"),
    ),
  );
  return {
    element,
    focusText: () => text.focus(),
    show(next) {
      filters = next;
      for (const [name, each] of inputs) {
        if (each !== document.activeElement) {
          each.value = filters.get(name) ?? "";
        }
      }
      kind.value = filters.get("kind") ?? "";
    },
  };

  function input(name, type, attributes = {}) {
    const each = make("input", { type, id: `filter-${name}`, autocomplete: "off", ...attributes, on: { input: () => set(name, each.value.trim()) } });
    inputs.set(name, each);
    return each;
  }

  function pair(label, low, high) {
    const number = { min: 0, step: "any", inputmode: "decimal" };
    return make(
      "fieldset",
      { class: "field" },
      make("legend", {}, label),
      make("div", { class: "pair" }, input(low, "number", { ...number, placeholder: "from", "aria-label": `${label}, from` }), input(high, "number", { ...number, placeholder: "to", "aria-label": `${label}, to` })),
    );
  }
}

function field(label, control, id) {
  return make("div", { class: "field" }, make("label", { for: id }, label), control);
}

/** A tag is taken when it is chosen from the list or confirmed with Enter. */
function tagInput(take, signal) {
  const list = make("datalist", { id: "known-tags" });
  let timer = 0;
  const input = make("input", { id: "filter-tag", list: "known-tags", autocomplete: "off", placeholder: "house, dark, 808", maxlength: 100 });
  const taken = () => {
    if (input.value.trim() !== "") {
      take(input.value.trim().toLowerCase());
      input.value = "";
    }
  };
  input.addEventListener("input", (event) => {
    if (event.inputType === "insertReplacementText" || event.inputType === undefined) {
      taken();
      return;
    }
    clearTimeout(timer);
    timer = setTimeout(() => complete(input.value, list, signal), TAGS_TYPING_MILLIS);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      taken();
    }
  });
  return make("span", { class: "field" }, input, list);
}

async function complete(text, list, signal) {
  try {
    const { tags } = await get("/api/tags", { text }, signal);
    list.replaceChildren(...tags.map((tag) => make("option", { value: tag.term }, tag.category)));
  } catch {
    // Without completion a tag can still be typed.
  }
}
