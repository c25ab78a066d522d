// Controls that screen readers could only call "button" or "edit".
function nameOf(element) {
  const labelledBy = element.getAttribute("aria-labelledby");
  return [
    element.getAttribute("aria-label"),
    labelledBy && document.getElementById(labelledBy)?.textContent,
    ...[...(element.labels ?? [])].map((label) => label.textContent),
    element.textContent,
    element.getAttribute("title"),
  ].find((text) => text && text.trim() !== "");
}

return [...document.querySelectorAll("a[href], button, input, select, summary, [role=button], [role=img], [role=progressbar], canvas[role]")]
  .filter((element) => element.checkVisibility() && !nameOf(element))
  .map((element) => element.outerHTML.slice(0, 120));
