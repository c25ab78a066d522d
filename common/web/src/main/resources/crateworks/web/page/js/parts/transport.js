/** Play, stop, place, tempo and loop. */
import { make, say } from "./make.js";
import { icon } from "./icon.js";
import { bpm, clock } from "../words/format.js";

const SLOWEST = 50;
const FASTEST = 200;

export function transport(player, seconds, startBpm) {
  const play = make("button", { type: "button", class: "button first play", id: "play", on: { click: () => (player.isPlaying() ? player.pause() : player.play()) } });
  const stop = make("button", { type: "button", class: "button", id: "stop", "aria-label": "Stop", on: { click: () => player.stop() } }, icon("stop"));
  const time = make("span", { class: "figures time", id: "play-time" });
  const place = make("input", { type: "range", class: "seek", id: "seek", min: 0, max: Math.max(0.01, seconds), step: 0.01, value: 0, "aria-label": "Place" });
  const tempo = make("input", { type: "range", id: "tempo", min: SLOWEST, max: FASTEST, step: 1, value: 100, "aria-label": "Tempo in percent" });
  const tempoText = make("output", { class: "figures", for: "tempo" });
  const loop = make("input", { type: "checkbox", id: "loop", on: { change: (event) => player.setLooping(event.target.checked) } });
  const element = make(
    "div",
    { class: "transport" },
    play,
    stop,
    time,
    place,
    make("label", { class: "tempo" }, make("span", { class: "quiet small" }, "Tempo"), tempo, tempoText),
    make("label", { class: "check" }, loop, "Loop"),
  );
  let wasPlaying = null;

  place.addEventListener("input", () => player.seek(Number(place.value)));
  tempo.addEventListener("input", () => {
    player.setFactor(Number(tempo.value) / 100);
    showTempo();
  });
  tempo.addEventListener("dblclick", () => {
    tempo.value = 100;
    tempo.dispatchEvent(new Event("input"));
  });
  showTempo();
  return { element, show };

  function show(at) {
    const isPlaying = player.isPlaying();
    if (isPlaying !== wasPlaying) {
      wasPlaying = isPlaying;
      play.replaceChildren(icon(isPlaying ? "pause" : "play"), isPlaying ? "Pause" : "Play");
      element.dataset.playing = isPlaying;
    }
    element.dataset.audio = player.state();
    say(time, `${clock(at)} / ${clock(seconds)}`);
    place.value = at;
    place.setAttribute("aria-valuetext", clock(at));
  }

  function showTempo() {
    say(tempoText, startBpm ? `${bpm(startBpm * player.factor())} BPM` : `${Math.round(player.factor() * 100)} %`);
  }
}
