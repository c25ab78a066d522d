/** Numbers as people read them. */
const whole = new Intl.NumberFormat("en");
const DAY = 86_400;
const DAYS_FROM = 2 * DAY;
const SIZES = ["bytes", "KB", "MB", "GB", "TB"];

export function count(value, one, many = `${one}s`) {
  const number = whole.format(value ?? 0);
  return one === undefined ? number : `${number} ${value === 1 ? one : many}`;
}

export function bpm(value) {
  return value === null || value === undefined ? "–" : String(Math.round(value * 10) / 10);
}

export function percent(share) {
  return share === null || share === undefined ? "–" : `${Math.round(share * 100)} %`;
}

export function rate(perSecond) {
  if (!perSecond) {
    return "0";
  }
  return perSecond < 10 ? (Math.round(perSecond * 10) / 10).toString() : whole.format(Math.round(perSecond));
}

export function size(bytes) {
  let value = bytes ?? 0;
  let step = 0;
  while (value >= 1000 && step < SIZES.length - 1) {
    value /= 1000;
    step += 1;
  }
  return `${step === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${SIZES[step]}`;
}

/** A stretch of time for a clock: 3:07; days for what a broken file says of itself. */
export function clock(seconds) {
  const all = Math.max(0, Math.round(seconds ?? 0));
  if (all >= DAYS_FROM) {
    return count(Math.round(all / DAY), "day");
  }
  const minutes = Math.floor(all / 60);
  const rest = String(all % 60).padStart(2, "0");
  return minutes < 60 ? `${minutes}:${rest}` : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}:${rest}`;
}

/** A stretch of time in words, no finer than anybody needs. */
export function lasting(seconds) {
  if (seconds < 10) {
    return "a few seconds";
  }
  if (seconds < 90) {
    return `${Math.round(seconds / 5) * 5} seconds`;
  }
  if (seconds < 5400) {
    return `${Math.round(seconds / 60)} minutes`;
  }
  return `${Math.round(seconds / 360) / 10} hours`;
}

/** When something was, as a day and a time. */
export function moment(text) {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? "–" : at.toLocaleString("en-GB", { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
}
