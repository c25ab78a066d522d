/** The line that says whether the server is there. */
import { say } from "../parts/make.js";
import { announce } from "./notices.js";
import { on } from "./live.js";

const WORDS = {
  connecting: "Connecting",
  live: "Live",
  polling: "Asking every 2 s",
  away: "Server away",
};

export function showConnection(signal) {
  const line = document.getElementById("connection");
  const away = document.getElementById("away");
  const show = (state) => {
    line.dataset.state = state;
    say(line, WORDS[state]);
    away.hidden = state !== "away";
    say(away, state === "away" ? "Crateworks is not answering. What you see is from before; this page goes on by itself as soon as it is back." : "");
  };
  show("connecting");
  on("connection", show, signal);
  on("back", () => announce("The server is back"), signal);
}
