// Whether one sees where the focus is: an outline or a shadow on what has it, which is in the window.
const element = document.activeElement;
if (element === null || element === document.body) {
  return "";
}
const style = getComputedStyle(element);
const marked = (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
const box = element.getBoundingClientRect();
const inside = box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
return marked && inside ? "" : `${marked ? "" : "not marked "}${inside ? "" : "not seen "}${element.outerHTML.slice(0, 140)}`;
