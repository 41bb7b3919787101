// Light or dark, as the reader chooses. Without this script pages follow the system.
// It runs before the page is drawn, so that nothing flashes. The key is PaperMod's: choices made there still count.
(() => {
  const key = "pref-theme", root = document.documentElement;
  const known = (theme) => (theme === "light" || theme === "dark" ? theme : "");
  let chosen = "";
  try { chosen = known(localStorage.getItem(key)); } catch { /* storage is closed to us */ }
  root.style.colorScheme = chosen;
  document.addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector(".theme-switch");
    if (!button) return;
    button.hidden = false;
    button.addEventListener("click", () => {
      const dark = matchMedia("(prefers-color-scheme: dark)").matches;
      const shown = root.style.colorScheme || known(root.dataset.theme) || (dark ? "dark" : "light");
      root.style.colorScheme = shown === "dark" ? "light" : "dark";
      try { localStorage.setItem(key, root.style.colorScheme); } catch { /* it holds for this page */ }
    });
  });
})();
