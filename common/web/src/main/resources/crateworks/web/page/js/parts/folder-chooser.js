/** Walks through the folders that the server may read, with a button to take one in. */
import { make } from "./make.js";
import { button, loading } from "./small.js";
import { icon } from "./icon.js";
import { get } from "../shell/server.js";
import { count } from "../words/format.js";

export function folderChooser(roots, start, signal) {
  const place = make("div", { class: "stack" });
  const options = optionsOf();
  let at = null;
  let shouldFocus = false;

  const enter = (root, path) => {
    at = root === null ? null : { root, path };
    shouldFocus = true;
    again();
  };
  const again = loading(
    place,
    async () => {
      const children = at === null ? rootList(roots, enter) : await folder(at, roots, enter);
      if (at !== null) {
        children.push(options.element, button("Import this folder", () => start({ root: at.root, path: at.path, ...options.read() }), { first: true, sign: "import", id: "import-folder" }));
      }
      if (shouldFocus) {
        queueMicrotask(() => setTimeout(() => place.querySelector("button, a")?.focus()));
      }
      return children;
    },
    signal,
  );
  if (roots.length === 1) {
    at = { root: roots[0].name, path: "" };
    again();
  }
  return place;

  async function folder({ root, path }, all, move) {
    const listing = await get(`/api/roots/${encodeURIComponent(root)}/folders`, { path }, signal);
    return [
      crumbs(root, path, all, move),
      make(
        "ul",
        { class: "folders", "aria-label": "Folders" },
        listing.folders.map((each) => folderButton(each.name, () => move(root, each.path))),
        listing.folders.length === 0 ? make("li", { class: "quiet small" }, "No folders in here.") : null,
      ),
      make("p", { class: "quiet small" }, `${count(listing.files, "file")} directly in it${listing.truncated ? "; only the first 1,000 folders are shown" : ""}. Everything below it is read too.`),
    ];
  }
}

function rootList(roots, move) {
  return [
    make("p", { class: "quiet" }, "Where should it look?"),
    make("ul", { class: "folders" }, roots.map((root) => folderButton(root.path, () => move(root.name, "")))),
  ];
}

function folderButton(name, run) {
  return make("li", {}, make("button", { type: "button", class: "folder", on: { click: run } }, icon("folder"), make("span", {}, name)));
}

function crumbs(root, path, roots, move) {
  const parts = path === "" ? [] : path.split("/");
  const top = roots.find((each) => each.name === root)?.path ?? root;
  const steps = [[top, ""], ...parts.map((part, depth) => [part, parts.slice(0, depth + 1).join("/")])];
  return make(
    "nav",
    { class: "crumbs", "aria-label": "Folder" },
    roots.length > 1 ? button("All", () => move(null), { small: true, plain: true }) : null,
    steps.map(([word, to], depth) =>
      depth === steps.length - 1 ? make("strong", { "aria-current": "location" }, word) : button(`${word} /`, () => move(root, to), { small: true, plain: true }),
    ),
  );
}

function optionsOf() {
  const limit = make("input", { id: "import-limit", type: "number", min: 1, inputmode: "numeric", placeholder: "all" });
  const force = make("input", { type: "checkbox" });
  return {
    element: make(
      "details",
      { class: "options" },
      make("summary", {}, "Options"),
      make("div", { class: "field" }, make("label", { for: "import-limit" }, "At most so many new files"), limit),
      make("label", { class: "check" }, force, "Also look again at files that have not changed"),
    ),
    read: () => ({ ...(limit.value ? { limit: Number(limit.value) } : {}), ...(force.checked ? { force: true } : {}) }),
  };
}
