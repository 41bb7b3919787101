// Where readers search: the dialog over any page, and the page of its own.

const icon = () => {
  const picture = document.querySelector("[data-search] svg").cloneNode(true);
  picture.setAttribute("class", "search-icon");
  return picture;
};

const styled = (link) => {
  const href = link.dataset.sheet;
  if (!href || document.querySelector(`link[rel=stylesheet][href="${CSS.escape(href)}"]`)) return undefined;
  return new Promise((resolve) => {
    const sheet = make("link", { rel: "stylesheet", href });
    sheet.addEventListener("load", resolve);
    sheet.addEventListener("error", resolve);
    document.head.append(sheet);
  });
};

let dialog = null;

export const openDialog = async (link) => {
  await styled(link);
  dialog ??= makeDialog(link);
  if (!dialog.open) {
    dialog.classList.toggle("keeps-gutter", innerWidth > document.documentElement.clientWidth);
    dialog.showModal();
  }
  dialog.field.focus();
  dialog.field.select();
};

const makeDialog = (link) => {
  const words = JSON.parse(link.dataset.words);
  const field = make("input", {
    type: "search", name: "q", placeholder: words.placeholder, autocomplete: "off", autocapitalize: "off",
    spellcheck: false, enterKeyHint: "search", maxLength: 200,
  });
  field.setAttribute("aria-label", words.label);
  const close = make("button", { type: "button", className: "search-close" }, words.close);
  const form = make("form", { action: link.href, role: "search" }, icon(), field, close);
  const frame = make("div", { className: "search-frame" });
  const keys = make("p", { className: "search-keys" });
  for (const [key, text] of words.keys) keys.append(make("span", {}, make("kbd", {}, key), ` ${text}`));
  keys.setAttribute("aria-hidden", "true");
  const made = make("dialog", { className: "search-dialog" }, form, frame, keys);
  made.setAttribute("aria-label", words.label);
  made.field = field;
  document.body.append(made);
  started.add(new Box(link, { field, frame, moreUrl: link.href }));
  form.addEventListener("submit", (event) => event.preventDefault());
  close.addEventListener("click", () => made.close());
  made.addEventListener("click", (event) => {
    // On the ground around it; or on a result, which may lead to a place in this very page.
    if (event.target === made || event.target.closest("a")) made.close();
  });
  made.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    event.preventDefault();
    made.close();
  });
  return made;
};

// The page of its own: what is asked stands in its address, to be kept and passed on.
export const mountPage = (form, link) => {
  const index = document.querySelector("[data-search-index]");
  const field = form.elements.q;
  const frame = make("div", { className: "search-frame" });
  form.after(frame);
  const asked = () => new URLSearchParams(location.search).get("q") ?? "";
  const onQuery = (query) => {
    if (index) index.hidden = Boolean(query);
    if (query === asked().trim()) return;
    const url = new URL(location.href);
    if (query) url.searchParams.set("q", query);
    else url.searchParams.delete("q");
    url.hash = "";
    history.replaceState(history.state, "", url);
  };
  field.value ||= asked(); // who was quicker than this script keeps what they typed
  const box = new Box(link, { field, frame, onQuery });
  started.add(box);
  form.addEventListener("submit", (event) => event.preventDefault());
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    event.preventDefault();
    field.value = "";
    box.soon(0);
  });
  addEventListener("popstate", () => {
    field.value = asked();
    box.soon(0);
  });
};
