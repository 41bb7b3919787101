// Comments by giscus. Nothing is fetched from another host before a reader asks for it; an address that comes back from
// signing in (?giscus=…) or leads to the comments (#comments:title) asks, too.
(() => {
  const section = document.querySelector(".comments");
  const button = section?.querySelector("button");
  if (!button) return;
  const root = document.documentElement;
  const isDark = () => getComputedStyle(root).colorScheme === "dark"
    || (getComputedStyle(root).colorScheme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  const theme = () => section.dataset.theme || (isDark() ? "dark" : "light");

  const load = () => {
    button.remove();
    const script = document.createElement("script");
    for (const [name, value] of Object.entries(section.dataset)) script.dataset[name] = value;
    script.dataset.theme = theme();
    script.src = "https://giscus.app/client.js";
    script.crossOrigin = "anonymous";
    section.append(script);
  };
  button.hidden = false;
  button.addEventListener("click", load, { once: true });
  if (new URLSearchParams(location.search).has("giscus") || location.hash === "#comments:title") button.click();

  document.querySelector(".theme-switch")?.addEventListener("click", () => {
    const message = { giscus: { setConfig: { theme: theme() } } };
    section.querySelector("iframe")?.contentWindow.postMessage(message, "https://giscus.app");
  });
})();
