// Opens the search: by its link in the header, by "/" and by Ctrl-K or ⌘K. What searches is fetched on first use, by
// static/js/search/, joined. Without this script the link leads to a page that lists everything.
(() => {
  const link = document.querySelector("[data-search]");
  if (!link || !window.HTMLDialogElement) return;
  const load = () => import(link.dataset.script);
  const page = document.querySelector("form[data-search-page]");

  const start = async () => {
    if (page) {
      page.elements.q.focus();
      page.elements.q.select();
      return;
    }
    try {
      const search = await load();
      await search.openDialog(link);
    } catch {
      location.assign(link.href);
    }
  };
  if (page) {
    page.hidden = false;
    // Before the first drawing, so that the list does not show for a moment where results will stand.
    if (new URLSearchParams(location.search).get("q")) document.querySelector("[data-search-index]").hidden = true;
    load().then((search) => search.mountPage(page, link), () => { page.hidden = true; });
  }

  link.addEventListener("pointerenter", load, { once: true });
  link.addEventListener("click", (event) => {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    start();
  });
  addEventListener("keydown", (event) => {
    const key = event.key.toLowerCase();
    const asked = key === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    const slashed = key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !typing;
    if (event.isComposing || !(asked || slashed) || (document.querySelector("dialog[open]") && !asked)) return;
    event.preventDefault();
    start();
  });
})();
