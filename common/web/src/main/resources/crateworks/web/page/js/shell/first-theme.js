// Runs before the first paint, so that a page in the other theme does not flash up.
(() => {
  try {
    const chosen = localStorage.getItem("crateworks.theme");
    if (chosen === "dark" || chosen === "light") {
      document.documentElement.dataset.theme = chosen;
    }
  } catch {
    // Without storage the theme is that of the system.
  }
})();
