/** Files that go with this one: a key that mixes and a tempo close by. */
import { make } from "./make.js";
import { keyChip } from "./small.js";
import { bpm } from "../words/format.js";
import { categoryWord, kindOf } from "../words/music.js";

export function playsWith(file, mates) {
  if (mates.length === 0) {
    return make("p", { class: "quiet" }, "Nothing in the library is in a key and tempo that mix with it.");
  }
  const key = file.values.find((each) => each.field === "key")?.value;
  return make(
    "div",
    { class: "stack" },
    make(
      "ul",
      { class: "mates" },
      mates.map((mate) =>
        make(
          "li",
          { class: kindOf(mate.category) },
          make("i", { class: "dot", title: categoryWord(mate.category) }),
          make("a", { href: `#/file/${mate.id}` }, mate.name),
          make("span", { class: "quiet small" }, categoryWord(mate.category)),
          make("span", { class: "number" }, `${bpm(mate.bpm)} BPM`),
          keyChip(mate.key, mate.camelot),
        ),
      ),
    ),
    key ? make("p", {}, make("a", { href: `#/library?compatible=${encodeURIComponent(key)}` }, "Everything in keys that mix with it")) : null,
  );
}
