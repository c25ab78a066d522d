/**
 * Plays notes on the small synth. Notes are handed to the sound card a little ahead of time, so that
 * they are in time however busy the page is.
 */
import { hit } from "./drums.js";
import { timbreOf } from "./timbres.js";
import { sound } from "./voice.js";

const AHEAD_SECONDS = 0.18;
const EVERY_MILLIS = 40;
const VOICES_MAX = 96;
const START_DELAY_SECONDS = 0.06;
const FADE_SECONDS = 0.02;

let context = null;

/** One context for the page; browsers allow it to sound only after a click or a key. */
function sharedContext() {
  context ??= new AudioContext({ latencyHint: "interactive" });
  return context;
}

/**
 * A player of `notes`: `{ start, length, pitch, velocity, channel, isDrum }` by start, in seconds.
 *
 * @param seconds how long it all is
 * @param changed called when it begins, ends or stops
 */
export function playerOf(notes, programs, seconds, changed) {
  let bus = null;
  let timer = 0;
  let next = 0;
  let startedAt = 0;
  let from = 0;
  let factor = 1;
  let isLooping = false;
  let voices = [];

  return {
    isPlaying: () => bus !== null,
    state: () => context?.state ?? "none",
    position,
    factor: () => factor,
    play: () => begin(from >= seconds ? 0 : from),
    pause: () => end(position()),
    stop: () => end(0),
    seek(to) {
      const bounded = Math.min(Math.max(0, to), seconds);
      if (bus === null) {
        from = bounded;
        changed();
      } else {
        silence();
        begin(bounded);
      }
    },
    setFactor(to) {
      const here = position();
      factor = to;
      if (bus !== null) {
        silence();
        begin(here);
      }
    },
    setLooping(to) {
      isLooping = to;
    },
  };

  /** Where it is, in seconds of the music. */
  function position() {
    return bus === null ? from : Math.min(seconds, from + Math.max(0, context.currentTime - startedAt) * factor);
  }

  function begin(at) {
    sharedContext().resume();
    bus = context.createGain();
    const limiter = context.createDynamicsCompressor();
    bus.connect(limiter).connect(context.destination);
    from = at;
    startedAt = context.currentTime + START_DELAY_SECONDS;
    next = notes.findIndex((note) => note.start >= at - 0.001);
    next = next < 0 ? notes.length : next;
    schedule();
    timer = setInterval(schedule, EVERY_MILLIS);
    changed();
  }

  function schedule() {
    const until = from + (context.currentTime + AHEAD_SECONDS - startedAt) * factor;
    voices = voices.filter((voice) => voice.end > context.currentTime);
    for (; next < notes.length && notes[next].start < until; next++) {
      sing(notes[next]);
    }
    if (position() >= seconds) {
      isLooping ? again() : end(0);
    }
  }

  function sing(note) {
    if (voices.length >= VOICES_MAX) {
      voices.shift().cut();
    }
    const at = Math.max(context.currentTime, startedAt + (note.start - from) / factor);
    const played = { pitch: note.pitch, velocity: note.velocity, at, length: note.length / factor };
    voices.push(note.isDrum ? hit(context, bus, played) : sound(context, bus, timbreOf(programs.get(note.channel)), played));
  }

  function again() {
    silence();
    begin(0);
  }

  function end(at) {
    silence();
    from = at;
    changed();
  }

  function silence() {
    clearInterval(timer);
    if (bus === null) {
      return;
    }
    const old = bus;
    bus = null;
    voices = [];
    old.gain.setTargetAtTime(0, context.currentTime, FADE_SECONDS / 3);
    setTimeout(() => old.disconnect(), FADE_SECONDS * 10_000);
  }
}
