/** Small parts that look the same on every page. */
import { make } from "./make.js";
import { categoryWord, keyHue, keyWord, kindOf } from "../words/music.js";
import { icon } from "./icon.js";

export function head(title, about, ...beside) {
  return make("div", { class: "page-head" }, make("div", {}, make("h1", {}, title), about ? make("p", { class: "quiet" }, about) : null), ...beside);
}

export function card(title, ...children) {
  return make("section", { class: "card", "aria-label": title }, make("h2", {}, title), ...children);
}

export function button(text, run, { first = false, small = false, plain = false, sign = null, ...attributes } = {}) {
  const style = ["button", first && "first", small && "small", plain && "plain"].filter(Boolean).join(" ");
  return make("button", { type: "button", class: style, ...attributes, on: { click: run } }, sign ? icon(sign) : null, text);
}

export function link(text, href, { first = false, small = false, sign = null, ...attributes } = {}) {
  return make("a", { class: ["button", first && "first", small && "small"].filter(Boolean).join(" "), href, ...attributes }, sign ? icon(sign) : null, text);
}

export function bar(share, label, kind = "") {
  const attributes = { class: `bar ${kind}`, role: "progressbar", "aria-label": label, "aria-valuemin": 0, "aria-valuemax": 100 };
  const element = make("div", attributes, make("i", {}));
  setBar(element, share);
  return element;
}

export function setBar(element, share) {
  const bounded = Math.min(1, Math.max(0, share || 0));
  element.setAttribute("aria-valuenow", Math.round(bounded * 100));
  element.style.setProperty("--share", bounded);
}

export function categoryChip(category) {
  return make("span", { class: `chip ${kindOf(category)}` }, make("i", { class: "dot" }), categoryWord(category));
}

/** A key in the colour of its place in the circle. */
export function keyChip(key, camelot) {
  if (!key) {
    return make("span", { class: "quiet" }, "–");
  }
  const hue = keyHue(camelot);
  return make(
    "span",
    { class: "key-chip", title: camelot ?? "" },
    make("i", { class: "key-dot", style: hue === null ? {} : { "--hue": hue } }),
    keyWord(key),
    camelot ? make("span", { class: "quiet small" }, ` ${camelot}`) : null,
  );
}

export function empty(title, text, ...actions) {
  return make("div", { class: "empty" }, make("strong", {}, title), text, actions.length ? make("div", { class: "row" }, actions) : null);
}

export function problem(error) {
  return make("p", { class: "problem", role: "alert" }, error?.message ?? String(error));
}

/** Facts in two columns; those without a value are left out. */
export function facts(pairs) {
  return make(
    "dl",
    { class: "facts" },
    pairs.filter(([, value]) => value !== null && value !== undefined && value !== "").flatMap(([name, value]) => [make("dt", {}, name), make("dd", {}, value)]),
  );
}

/** Fills `place` with what `load` brings, or says why there is nothing; again whenever it is called. */
export function loading(place, load, signal) {
  const once = async () => {
    place.setAttribute("aria-busy", "true");
    try {
      const children = await load();
      if (!signal.aborted) {
        const focused = document.activeElement;
        place.replaceChildren(...[children].flat());
        if (place.contains(focused)) {
          focused.focus(); // it was taken out and put back
        }
      }
    } catch (error) {
      if (!signal.aborted) {
        place.replaceChildren(problem(error));
      }
    } finally {
      place.removeAttribute("aria-busy");
    }
  };
  once();
  return once;
}

/** Runs `task` now and every so often while the page is seen. */
export function every(millis, task, signal) {
  task();
  const timer = setInterval(() => document.hidden || task(), millis);
  signal.addEventListener("abort", () => clearInterval(timer));
}

/** Asks before something that cannot be taken back at once. */
export function confirmed(title, text, action) {
  return new Promise((resolve) => {
    const dialog = make(
      "dialog",
      { "aria-label": title },
      make(
        "form",
        { method: "dialog", class: "stack" },
        make("h2", {}, title),
        make("p", {}, text),
        make("div", { class: "row" }, make("button", { class: "button first", value: "yes" }, action), make("button", { class: "button", value: "no" }, "Not now")),
      ),
    );
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
