// The search of readers. The build joins these parts, which share one scope, into js/search.js; static/js/site/search.js
// fetches it on first use. Words, addresses and the style sheet come from the data- attributes of the link that opens it.
// Nothing that is found ever becomes HTML.

const SHOWN = 20;

let boxes = 0;

// A field with the list of what it finds. `frame` holds both; the list follows ARIA's pattern of a combobox.
class Box {
  constructor(link, { field, frame, onQuery, moreUrl }) {
    this.words = JSON.parse(link.dataset.words);
    this.engine = engineFor(link);
    this.field = field;
    this.onQuery = onQuery;
    this.moreUrl = moreUrl;
    this.id = `search:${++boxes}`;
    this.status = make("p", { className: "search-status", role: "status" });
    this.hint = make("p", { className: "search-hint" });
    this.list = make("div", { className: "search-results", id: this.id, role: "listbox", hidden: true });
    this.list.setAttribute("aria-label", this.words.results);
    frame.append(this.status, this.hint, this.list);
    const told = { role: "combobox", "aria-autocomplete": "list", "aria-controls": this.id, "aria-expanded": "false" };
    for (const [key, value] of Object.entries(told)) field.setAttribute(key, value);
    field.addEventListener("input", () => this.soon());
    field.addEventListener("compositionstart", () => { this.composing = true; });
    field.addEventListener("compositionend", () => {
      this.composing = false;
      this.soon();
    });
    field.addEventListener("keydown", (event) => this.pressed(event));
    this.list.addEventListener("mousemove", ({ target }) => {
      const option = target.closest("[role=option]");
      if (option && option !== this.active) this.activate(option, false);
    });
    this.explain();
    this.engine.then(() => this.soon(0), () => this.fail());
  }

  soon(delay = 40) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.run(), delay);
  }

  async run(most = SHOWN) {
    if (this.composing) return; // what stands in the field is no word yet
    const query = this.field.value.trim();
    this.onQuery?.(query);
    if (!query) {
      this.clear();
      return;
    }
    const turn = (this.turn = (this.turn ?? 0) + 1);
    if (!this.ready) this.tell(this.words.loading);
    let engine;
    try {
      engine = await this.engine;
    } catch {
      this.fail();
      return;
    }
    this.ready = true;
    const terms = engine.names.terms(query);
    const hits = terms.length ? await engine.find(terms) : [];
    const documents = await Promise.all(hits.slice(0, most).map((load) => load()));
    if (turn !== this.turn) return;
    this.query = query;
    this.show(query, terms, hits.length, documents, engine, most);
  }

  show(query, terms, total, documents, engine, most) {
    const place = this.active?.href;
    const pattern = marker(terms);
    this.list.replaceChildren(...documents.map((each, number) => this.option(each, number, pattern)));
    this.list.hidden = !total;
    this.field.setAttribute("aria-expanded", String(Boolean(total)));
    this.activate([...this.list.children].find((option) => option.href === place) ?? null, false);
    const rest = total - documents.length;
    if (rest > 0) this.list.after(this.more(query, total, most));
    if (rest <= 0) this.moreLink?.remove();
    this.tell(this.counted(query, total, engine));
    this.suggest(engine.names.mended(query, !total && engine.complete));
  }

  counted(query, total, engine) {
    const { none, one, found, searching } = this.words;
    const text = total === 1 ? one : total ? found.replace("{n}", total.toLocaleString()) : none.replace("{query}", query);
    if (engine.complete || engine.broken) return text;
    return total ? `${text} ${searching}` : searching;
  }

  option({ kind, url, title, names, heading, date, text, isFirst }, number, pattern) {
    const meta = make("span", { className: "search-meta" }, make("span", { className: "search-kind" }, this.words.kinds[kind] ?? ""));
    if (date) meta.append(make("time", { dateTime: date.replace(/[~?%]/, "") }, date));
    if (!isFirst) meta.append(make("span", { className: "search-page" }, ...marked(title, pattern)));
    const known = names.length ? `${names.join(" · ")}${text ? " — " : ""}` : "";
    const shown = excerpt(known + text, pattern);
    const option = make("a", { role: "option", id: `${this.id}:${number}`, href: url, tabIndex: -1 },
      make("span", { className: "search-title" }, ...marked(heading || title, pattern)), meta);
    option.setAttribute("aria-selected", "false");
    if (shown) option.append(make("span", { className: "search-text" }, ...marked(shown, pattern)));
    return option;
  }

  more(query, total, most) {
    this.moreLink?.remove();
    const text = this.words.more.replace("{n}", total.toLocaleString());
    if (this.moreUrl) {
      const url = new URL(this.moreUrl);
      url.searchParams.set("q", query);
      this.moreLink = make("a", { className: "search-more", href: url.href }, text);
    } else {
      this.moreLink = make("button", { className: "search-more", type: "button" }, text);
      this.moreLink.addEventListener("click", async () => {
        await this.run(most * 5);
        this.activate(this.list.children[most] ?? null);
        this.field.focus();
      });
    }
    return this.moreLink;
  }

  pressed(event) {
    if (event.isComposing || event.keyCode === 229) return;
    const options = [...this.list.children];
    const at = options.indexOf(this.active);
    const last = options.length - 1;
    const to = {
      ArrowDown: () => (at >= last ? 0 : at + 1),
      ArrowUp: () => (at <= 0 ? last : at - 1),
      Home: () => (at < 0 ? undefined : 0),
      End: () => (at < 0 ? undefined : last),
    }[event.key]?.();
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (to !== undefined && options.length) {
      event.preventDefault();
      this.activate(options[to]);
    } else if (event.key === "Enter") {
      event.preventDefault();
      this.choose();
    } else if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
      this.activate(null);
    }
  }

  // Enter opens what is marked, else the first result, also when it was pressed before the results were there.
  async choose() {
    if (this.field.value.trim() !== this.query) {
      clearTimeout(this.timer);
      await this.run();
    }
    (this.active ?? this.list.firstElementChild)?.click();
  }

  activate(option, scroll = true) {
    this.active?.setAttribute("aria-selected", "false");
    this.active = option;
    option?.setAttribute("aria-selected", "true");
    if (option) this.field.setAttribute("aria-activedescendant", option.id);
    else this.field.removeAttribute("aria-activedescendant");
    if (option && scroll) option.scrollIntoView({ block: "nearest" });
  }

  suggest(better) {
    if (!better || squash(better) === squash(this.query)) {
      this.hint.replaceChildren();
      return;
    }
    const [before, after = ""] = this.words.suggest.split("{name}");
    const button = make("button", { type: "button" }, better);
    button.addEventListener("click", () => {
      this.field.value = better;
      this.field.focus();
      this.run();
    });
    this.hint.replaceChildren(before, button, after);
  }

  explain() {
    this.hint.replaceChildren(this.words.hint);
  }

  clear() {
    this.turn = (this.turn ?? 0) + 1;
    this.query = "";
    this.list.replaceChildren();
    this.list.hidden = true;
    this.moreLink?.remove();
    this.field.setAttribute("aria-expanded", "false");
    this.activate(null);
    this.tell("");
    this.explain();
  }

  fail() {
    this.tell(this.words.failed);
  }

  tell(text) {
    if (this.status.textContent !== text) this.status.textContent = text;
  }
}
