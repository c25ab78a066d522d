/** Colours of the style sheet for what is drawn on canvas, and canvas sizes. */
const probe = document.createElement("i");
probe.hidden = true;

/** What a colour of the style sheet is in the present theme. */
export function colour(name) {
  if (!probe.isConnected) {
    document.body.append(probe);
  }
  probe.style.color = `var(${name})`;
  return getComputedStyle(probe).color;
}

/** Makes a canvas as sharp as the screen, and gives its brush in CSS pixels. */
export function brushFor(canvas, width, height) {
  const sharpness = devicePixelRatio || 1;
  canvas.width = Math.max(1, Math.round(width * sharpness));
  canvas.height = Math.max(1, Math.round(height * sharpness));
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  const brush = canvas.getContext("2d");
  brush.setTransform(sharpness, 0, 0, sharpness, 0, 0);
  brush.clearRect(0, 0, width, height);
  return brush;
}

/** Calls `changed` when an element has another width than before, also the first time it has one. */
export function onceSized(element, changed, signal) {
  let width = 0;
  const observer = new ResizeObserver(() => {
    if (element.clientWidth !== width) {
      width = element.clientWidth;
      changed(width);
    }
  });
  observer.observe(element);
  signal.addEventListener("abort", () => observer.disconnect());
}
