/**
 * Makes elements. Whatever comes from files and users goes in as text, never as markup, so a file
 * named `<script>` is shown as that.
 */
const SVG = "http://www.w3.org/2000/svg";

export function make(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

export function drawn(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "on") {
      Object.entries(value).forEach(([event, listener]) => element.addEventListener(event, listener));
    } else if (name === "style") {
      // Set by script and not as an attribute, which the content security policy would refuse.
      Object.entries(value).forEach(([property, set]) => element.style.setProperty(property, set));
    } else if (value === true) {
      element.setAttribute(name, "");
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** Sets the text only where it differs, so that screen readers are not told again. */
export function say(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}
