// The search of readers: engine and box. Fetched on first use by static/js/site/search.js; words, addresses and the
// style sheet come from the data- attributes of the link that opens it. Nothing that is found ever becomes HTML.

// ---------------------------------------------------------------------------------------------------------- comparing

const CJK = "\\u1100-\\u11ff\\u2e80-\\u9fff\\uac00-\\ud7ff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
const SPACES = /[ \t\n\r\f\v\u2028\u2029]+/gu;
const SEAM = new RegExp(`(?<=[${CJK}]) (?=[^${CJK}])|(?<=[^${CJK}]) (?=[${CJK}])`, "gu");
const SIGNS = /[^\p{L}\p{N}]+/gu;
const BORDERS = new RegExp(
  `(?<=[${CJK}])(?=\\S)|(?<=\\S)(?=[${CJK}])|(?<=\\p{Nd})(?=[^\\P{L}])|(?<=[^\\P{L}])(?=\\p{Nd})`, "gu");
const HAS_CJK = new RegExp(`[${CJK}]`, "u");
const CAPITALS = /^[A-Z]{2,4}$/;

// The text without the differences that no reader means. The same as `fold` in plan/search/folding.py.
export const fold = (text) =>
  text.normalize("NFKC").toUpperCase().toLowerCase().replaceAll("ς", "σ")
    .replace(SPACES, " ").replace(/^ +| +$/g, "").replace(SEAM, "");
export const squash = (name) => fold(name).replace(/[ ._\-‐–—]+/g, "");
// The same as `in_words` there: each Chinese character is a word, each run of digits, each run of other letters.
export const inWords = (text) => fold(text).replace(SIGNS, " ").trim().replace(BORDERS, " ");

// Whether a name stands in a text as a whole: `Meta` is not in `metadata`, `GPT` not in `ChatGPT`, `GPT-3` not in
// `GPT-3.5`; but `Qwen` is in `Qwen2`. Chinese knows no such bounds, so `longer` are names that end in this one and are
// not meant: 羊驼 is not in 小羊驼, which is another animal.
const holdsName = (text, name, longer = []) => {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (longer.some((other) => text.startsWith(other, at + name.length - other.length))) continue;
    const rest = text.slice(at + name.length, at + name.length + 2);
    const joinedBefore = /^[\da-zà-ÿ]/i.test(name) && /[\da-zà-ÿ]/i.test(text[at - 1] ?? "");
    const joinedAfter = /[a-zà-ÿ]$/i.test(name) ? /^[a-zà-ÿ]/i.test(rest) : /\d$/.test(name) && /^\.?\d/.test(rest);
    if (!joinedBefore && !joinedAfter) return true;
  }
  return false;
};

// How many letters apart two words are, neighbours exchanged being one; more than `most` is as good as infinite.
const distance = (a, b, most) => {
  if (Math.abs(a.length - b.length) > most) return Infinity;
  let [older, old] = [[], Array.from({ length: b.length + 1 }, (_, i) => i)];
  for (let i = 1; i <= a.length; i++) {
    const now = [i];
    for (let j = 1; j <= b.length; j++) {
      now[j] = Math.min(old[j] + 1, now[j - 1] + 1, old[j - 1] + (a[i - 1] !== b[j - 1]));
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) now[j] = Math.min(now[j], older[j - 2] + 1);
    }
    [older, old] = [old, now];
  }
  return old[b.length];
};

// ------------------------------------------------------------------------------------------------------------ queries

// What the site calls things: which names mean the same, and which are known misspellings.
class Names {
  constructor({ names, slips }) {
    this.groups = new Map();
    this.spoken = new Map();
    for (const group of names) {
      for (const name of group) {
        const key = squash(name);
        this.groups.set(key, [...(this.groups.get(key) ?? []), ...group]);
        this.know(name);
      }
    }
    this.slips = new Map(slips.map(([wrong, right]) => [squash(wrong), right]));
  }

  know(name) {
    this.spoken.set(squash(name), name);
  }

  // The words of a query, all of which are to be found. Words that are a name together stay together, and so does what
  // stands in quotation marks.
  terms(query) {
    const words = [...query.matchAll(/["“”「]([^"“”」]+)["“”」]|[^\s"“”「」]+/gu)];
    const found = [];
    for (let i = 0; i < words.length;) {
      let size = words[i][1] ? 1 : Math.min(5, words.length - i);
      const run = () => words.slice(i, i + size).map((word) => word[1] ?? word[0]).join(" ");
      while (size > 1 && !this.groups.has(squash(run()))) size--;
      const text = fold(run());
      if (text) found.push({ text, others: this.others(text) });
      i += size;
    }
    return found;
  }

  // The other names of what a word names. Not those that hold the word, since they are found anyhow, nor those of
  // something wider: who asks for `GPT-1` does not mean every `GPT`. Short ones in capitals must stand so: SAM is not Sam.
  others(text) {
    const group = this.groups.get(squash(text)) ?? [];
    const seen = new Map();
    for (const name of group) {
      const plain = fold(name);
      const isWider = text.includes(plain) && /\d/.test(text.replace(plain, ""));
      if (!plain.includes(text) && !isWider) {
        seen.set(plain, { text: plain, capitals: CAPITALS.test(name) ? name : "", longer: this.longer(plain, group) });
      }
    }
    return [...seen.values()];
  }

  // Names of others that end in this one, with Chinese before it.
  longer(text, group) {
    if (!HAS_CJK.test(text)) return [];
    const known = [...this.spoken.values()].map(fold);
    const own = new Set(group.map(fold));
    return known.filter((name) => name.length > text.length && name.endsWith(text) && !own.has(name)
      && HAS_CJK.test(name.at(-text.length - 1)));
  }

  // The query with its misspelt words mended, or "". `wide` also looks for names that are a letter or two away.
  mended(query, wide) {
    let changed = false;
    const words = query.trim().split(/\s+/).map((word) => {
      const better = this.slips.get(squash(word)) ?? (wide ? this.nearest(squash(word)) : "");
      changed ||= Boolean(better);
      return better || word;
    });
    const whole = this.slips.get(squash(query));
    return whole ?? (changed ? words.join(" ") : "");
  }

  nearest(word) {
    if (word.length < 4 || this.spoken.has(word)) return "";
    let most = word.length < 8 ? 1 : 2;
    let best = "";
    for (const [key, name] of this.spoken) {
      const apart = key.length < 4 ? Infinity : distance(word, key, most);
      if (apart <= most) [most, best] = [apart - 1, name];
      if (most < 1) break;
    }
    return best;
  }
}

// ------------------------------------------------------------------------------------------------------------ engines

const TITLE = 4, HEADING = 3, TEXT = 1, BESIDE = 0.1, EXACT = 8;

// Our own: every word of the query must stand somewhere in a document, as it is typed or by another of its names.
class OwnEngine {
  constructor(link) {
    this.url = link.dataset.index;
    this.documents = [];
    this.complete = false;
  }

  // Resolves as soon as anything can be found; `changed` is called for each shard that comes after.
  async start(changed) {
    const head = await fetchJson(this.url, "no-cache");
    this.names = new Names(head);
    const [first, ...rest] = head.shards ?? [];
    this.add(head.pages ?? (await fetchJson(first)));
    const later = async () => {
      for (const shard of rest) {
        this.add(await fetchJson(shard));
        changed();
      }
      this.complete = true;
      changed();
    };
    if (rest.length) later().catch(() => { this.broken = true; changed(); });
    else this.complete = true;
  }

  add(pages) {
    for (const [kind, url, title, date, names, parts] of pages) {
      if (!/^\/(?!\/)/.test(url)) continue;
      const lowTitle = fold(title);
      if (kind >= 2) this.names.know(title);
      parts.forEach(([anchor = "", heading = "", text = "", day = date], number) => {
        const isFirst = number === 0;
        this.documents.push({
          kind, title, names: isFirst ? names : [], heading, text, date: day || date,
          url: anchor ? `${url}#${encodeURIComponent(anchor)}` : url,
          isFirst, lowTitle, lowNames: isFirst ? names.map(fold) : [], lowHeading: fold(heading), lowText: fold(text),
        });
      });
    }
  }

  find(terms) {
    const hits = [];
    for (const document of this.documents) {
      const score = scoreOf(document, terms);
      if (score) hits.push({ score, document });
    }
    hits.sort((a, b) => b.score - a.score || compare(b.document.date, a.document.date));
    return hits.map(({ document }) => () => document);
  }
}

const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

const scoreOf = (document, terms) => {
  let sum = 0, best = 0;
  for (const term of terms) {
    const score = scoreOfTerm(document, term);
    if (!score) return 0;
    sum += score;
    best = Math.max(best, score);
  }
  return best < TEXT ? 0 : sum; // the title of its page alone makes no section a result
};

const scoreOfTerm = (document, { text, others }) => {
  const { isFirst, lowTitle, lowNames, lowHeading, lowText } = document;
  if (isFirst && (lowTitle === text || lowNames.includes(text))) return EXACT;
  const holds = (low, raw) =>
    low.includes(text) || others.some((other) => holdsName(low, other.text, other.longer) && isMeant(raw, other));
  if (isFirst && (holds(lowTitle, document.title) || lowNames.some((name, i) => holds(name, document.names[i])))) return TITLE;
  if (holds(lowHeading, document.heading)) return HEADING;
  if (holds(lowText, document.text)) return TEXT;
  return !isFirst && lowTitle.includes(text) ? BESIDE : 0;
};

const isMeant = (raw, { capitals }) => !capitals || holdsName(raw.normalize("NFKC"), capitals);

// Pagefind, for sites that chose it. Each Chinese character is a word in its index, and a query a phrase of words.
class PagefindEngine {
  constructor(link) {
    this.url = link.dataset.index;
    this.folder = link.dataset.engine;
    this.complete = true;
  }

  async start() {
    const [head, pagefind] = await Promise.all([fetchJson(this.url, "no-cache"), import(`${this.folder}pagefind.js`)]);
    this.names = new Names(head);
    this.pagefind = pagefind;
    await pagefind.init();
  }

  async find(terms) {
    let left = null;
    for (const term of terms) {
      const found = new Map();
      for (const each of [term, ...term.others]) {
        const { results } = await this.pagefind.search(`"${inWords(each.text)}"`);
        for (const result of results) {
          // Without words it was found in what the results show of it, which is no part of the text.
          if (!result.words.length || (await this.isOther(each, result))) continue;
          found.set(result.id, { result, score: Math.max(result.score, found.get(result.id)?.score ?? 0) });
        }
      }
      const before = left;
      left = before ? new Map([...found].filter(([id]) => before.has(id))) : found;
      if (before) for (const [id, hit] of left) hit.score += before.get(id).score;
    }
    const hits = [...(left?.values() ?? [])].sort((a, b) => b.score - a.score);
    return hits.map(({ result }) => async () => this.document(await result.data()));
  }

  // Whether only the text itself can tell that a name means something else there.
  async isOther({ text, capitals, longer = [] }, result) {
    if (!capitals && !longer.length) return false;
    const { page, heading = page, names = "", text: told = "" } = (await result.data()).meta;
    const found = `${heading} ${names} ${told}`.normalize("NFKC");
    return capitals ? !holdsName(found, capitals) : !holdsName(fold(found), text, longer);
  }

  document({ meta }) {
    const { address = "/", kind = "0", page = "", heading = "", date = "", names = "", text = "" } = meta;
    return { kind: Number(kind), url: address, title: page, heading, date, text, isFirst: !heading, names: names ? [names] : [] };
  }
}

const fetchJson = async (url, cache = "default") => {
  const response = await fetch(url, { cache });
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  return response.json();
};

// ------------------------------------------------------------------------------------------------------------ showing

const SHOWN = 20;

const make = (name, properties = {}, ...children) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key in element && key !== "role") element[key] = value;
    else element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
};

// What to mark: the words as typed and their other names, wherever spaces may stand between Chinese and Latin.
const marker = (terms) => {
  const loose = (text) =>
    [...text].map((letter, at, all) => {
      const plain = letter === " " ? "\\s*" : letter.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
      const isSeam = at > 0 && letter !== " " && all[at - 1] !== " " && HAS_CJK.test(letter) !== HAS_CJK.test(all[at - 1]);
      return isSeam ? `\\s*${plain}` : plain;
    }).join("");
  const patterns = terms.flatMap(({ text, others }) => [
    loose(text),
    ...others.map((other) => `(?<![\\da-z])${loose(other.text)}(?![a-z])`),
  ]);
  patterns.sort((a, b) => b.length - a.length);
  return new RegExp(patterns.join("|"), "giu");
};

const marked = (text, pattern) => {
  const nodes = [];
  let end = 0;
  for (const found of text.matchAll(pattern)) {
    if (!found[0]) continue;
    nodes.push(text.slice(end, found.index), make("mark", {}, found[0]));
    end = found.index + found[0].length;
  }
  return [...nodes, text.slice(end)];
};

// A line or two around the first place that the query names.
const excerpt = (text, pattern) => {
  const line = text.replace(/\s+/g, " ").trim();
  const at = line.search(pattern);
  const before = HAS_CJK.test(line.slice(Math.max(0, at - 40), at + 40)) ? 24 : 56;
  if (at <= before) return line.slice(0, 320);
  const start = line.slice(at - before, at).search(/[\s，。；：、,;:.!?！？]/u);
  const from = at - before + (start < 0 ? 0 : start + 1);
  return `…${line.slice(from, from + 320).trimStart()}`;
};

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

// One engine for all boxes of a page. One that could not start is tried again with the next box.
let engine = null;
const started = new Set();
export const engineFor = (link) => {
  if (!engine) {
    const made = link.dataset.engine ? new PagefindEngine(link) : new OwnEngine(link);
    const changed = () => started.forEach((box) => box.soon());
    engine = made.start(changed).then(() => made);
    engine.catch(() => { engine = null; });
  }
  return engine;
};

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

// ------------------------------------------------------------------------------------------------- dialog and page

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
