// Texts that stand out from what is behind them by less than WCAG 2.2 AA asks for: 4.5 to 1, large ones 3 to 1.
const brush = document.createElement("canvas").getContext("2d", { willReadFrequently: true });

function channels(colour) {
  brush.clearRect(0, 0, 1, 1);
  brush.fillStyle = colour;
  brush.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = brush.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}

function over(top, below) {
  return [0, 1, 2].map((at) => top[at] * top[3] + below[at] * (1 - top[3])).concat(1);
}

function behind(element) {
  const layers = [];
  for (let each = element; each !== null; each = each.parentElement) {
    layers.push(channels(getComputedStyle(each).backgroundColor));
  }
  return layers.reverse().reduce((below, layer) => over(layer, below), [255, 255, 255, 1]);
}

function luminance([red, green, blue]) {
  const [r, g, b] = [red, green, blue].map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function ratio(one, other) {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

function isShown(element) {
  return element.checkVisibility({ visibilityProperty: true }) && element.closest("[disabled], svg, .only-spoken, option, datalist") === null;
}

return [...document.querySelectorAll("body *")]
  .filter((element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== ""))
  .filter(isShown)
  .flatMap((element) => {
    const style = getComputedStyle(element);
    const ground = behind(element);
    const found = ratio(over(channels(style.color), ground), ground);
    const size = parseFloat(style.fontSize);
    const needed = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
    return found < needed ? [`${found.toFixed(2)} for “${element.textContent.trim().slice(0, 40)}” (${element.className})`] : [];
  });
