/** Asks for the token when the server is open to more than this computer. */
import { make, say } from "../parts/make.js";

let asking = null;

/** Resolves once the server has taken a token; many callers share one question. */
export function askForToken() {
  asking ??= ask().finally(() => {
    asking = null;
  });
  return asking;
}

function ask() {
  return new Promise((resolve) => {
    const input = make("input", { type: "password", autocomplete: "current-password", required: true, id: "token" });
    const wrong = make("p", { class: "state", "data-mood": "bad", role: "alert" });
    const form = make(
      "form",
      { class: "stack" },
      make("h2", {}, "This page needs its token"),
      make("p", { class: "quiet" }, "It was set where Crateworks was started."),
      make("div", { class: "field" }, make("label", { for: "token" }, "Token"), input),
      wrong,
      make("button", { class: "button first" }, "Open"),
    );
    const dialog = make("dialog", { "aria-label": "Token" }, form);
    dialog.addEventListener("cancel", (event) => event.preventDefault());
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const refusal = await login(input.value);
      if (refusal) {
        say(wrong, refusal);
        return;
      }
      dialog.remove();
      resolve();
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

async function login(token) {
  try {
    const response = await fetch("/api/login", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ token }),
    });
    return response.ok ? "" : "That is not the token.";
  } catch {
    return "The server does not answer.";
  }
}
