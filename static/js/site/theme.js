// The button for light and dark. Without this script pages follow the system, or what was chosen before: the line in
// the page's head (partials/head/theme.html) applies that before anything is drawn, so that nothing flashes.
(() => {
  const root = document.documentElement;
  const known = (theme) => (theme === "light" || theme === "dark" ? theme : "");

  // The browser's frame takes the paper's colour, unless the site has a colour of its own for it.
  const tint = () => {
    for (const meta of document.querySelectorAll("meta[name=theme-color][data-paper]")) {
      meta.content = getComputedStyle(root).backgroundColor;
    }
  };
  if (root.style.colorScheme) tint();

  const button = document.querySelector(".theme-switch");
  if (!button) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    const shown = root.style.colorScheme || known(root.dataset.theme) || (dark ? "dark" : "light");
    root.style.colorScheme = shown === "dark" ? "light" : "dark";
    tint();
    try { localStorage.setItem("pref-theme", root.style.colorScheme); } catch { /* it holds for this page */ }
  });
})();
