// The picker of the comparisons: two to four models, with what the site knows of each, side by side. The choice stands
// in the address (?m=llama-2&m=falcon-180b). Without this script the page is an index of comparisons that are built.
// All words come from the page; all values from files that the build wrote in the page's language.
(() => {
  const root = document.querySelector(".picker");
  if (!root) return;
  const words = root.dataset;
  const [form, input, chosen, status] = ["form", "#pick", ".chosen", ".status"].map((at) => root.querySelector(at));
  const [picked, place] = [".picked", ".place"].map((at) => root.querySelector(at));
  const MOST = 4;
  const files = new Map(); // number of a file -> promise of its models by id
  let names; // promise of [id, name, file, ...other names]
  let ids = [];
  let turn = 0; // a slow answer must not overwrite a later choice

  const fill = (text, holes) => text.replace(/\{(\w+)\}/g, (whole, key) => holes[key] ?? whole);
  const plain = (text) => text.normalize("NFKC").toLowerCase().replace(/[\s\-_.·]+/g, "");
  const make = (tag, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children.filter((child) => child !== ""));
    return element;
  };
  const link = (text, url, properties = {}) => (url ? make("a", { href: url, ...properties }, text) : text);
  const hidden = (text) => make("span", { className: "vh" }, text);

  // What is read.
  const get = async (url) => {
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`${answer.status} ${url}`);
    return answer.json();
  };
  const known = () => {
    names ??= get(words.names).catch((error) => { names = undefined; throw error; });
    return names;
  };
  const models = (number) => {
    if (!files.has(number)) {
      const url = words.names.replace(/[^/]*$/, `facts-${number}.json`);
      const found = get(url).then((list) => new Map(list.map((model) => [model.id, model])));
      found.catch(() => files.delete(number));
      files.set(number, found);
    }
    return files.get(number);
  };
  const find = (list, typed) => {
    const wanted = plain(typed);
    const called = (test) => list.filter(([id, name, , ...others]) => [id, name, ...others].some((each) => test(plain(each))));
    const exact = list.filter(([id, name]) => plain(id) === wanted || plain(name) === wanted);
    if (exact.length) return exact.slice(0, 1);
    const equal = called((each) => each === wanted);
    return equal.length ? equal : called((each) => each.startsWith(wanted));
  };

  // What is drawn; the same as templates/macros/compare.html.
  const said = (value) => {
    const parts = [make("span", {}, link(value.t, value.u, { rel: "external" })), ...(value.q ?? []).map((text) => make("i", {}, text))];
    if (value.e) parts.push(make("a", { className: "source", href: value.e, rel: "external" }, words.evidence));
    return make("span", { className: "given" }, ...parts);
  };
  const mark = ([url, label, where, language]) => {
    if (!url) return make("span", { className: "source", title: where }, words.catalog);
    const title = hidden(label);
    if (language) title.lang = language;
    const sign = make("span", { ariaHidden: "true" }, "¶\u00a0");
    return make("a", { className: "source", href: url, title: `${label} (${where})`, hreflang: language ?? "" }, sign, title);
  };
  const given = (row) => [
    row.s ? make("span", { className: "size" }, row.s) : "", row.s ? " " : "",
    said(row.v), " ", mark(row.v.m),
    ...(row.o ?? []).map((value) => make("span", { className: "also" }, `${words.also} `, said(value), " ", mark(value.m))),
  ];
  const cell = (rows) => {
    if (!rows.length) return make("td", {}, make("span", { className: "none" }, words.nothing));
    const [whole, sizes] = [rows.filter((row) => !row.s), rows.filter((row) => row.s)];
    const list = sizes.length ? make("ul", { className: "by-size" }, ...sizes.map((row) => make("li", {}, ...given(row)))) : "";
    return make("td", {}, ...whole.slice(0, 1).flatMap(given), list);
  };
  const verdict = (field, cells) => {
    const meanings = cells.filter((rows) => rows.length).map((rows) => rows.map((row) => `${row.s ?? ""} ${row.v.k}`).sort().join());
    if (field === "date") return "";
    if (meanings.length === 1) return "one";
    if (new Set(meanings).size > 1) return "differs";
    return meanings.length === cells.length ? "same" : "alike";
  };
  const heading = (model) => {
    const by = make("span", { className: "by" });
    (model.by ?? []).forEach((vendor, place) => by.append(place ? words.comma : "", link(vendor.name, vendor.url)));
    return make("th", { scope: "col" }, link(model.name, model.url), " ", by);
  };
  const row = (rows) => {
    const first = rows.flat()[0];
    const judged = verdict(first.f, rows);
    const label = make("span", {}, first.l, first.w ? " " : "", first.w ? make("span", { className: "which" }, first.w) : "");
    const head = make("th", { scope: "row" }, label);
    if (judged) head.append(" ", make("span", { className: "verdict" }, words[judged]));
    return make("tr", { className: judged && `is-${judged}` }, head, ...rows.map(cell));
  };
  const links = (model) => {
    if (!model.links) return make("td", {}, make("span", { className: "none" }, words.nothing));
    const items = model.links.map((each) => make("li", {}, make("a", { href: each.u, rel: "external" }, each.l, hidden(` ${model.name}`))));
    return make("td", {}, make("ul", { className: "of-links" }, ...items));
  };
  const table = (list, order) => {
    const cells = new Map();
    list.forEach((model, column) => (model.rows ?? []).forEach((each) => {
      if (!cells.has(each.k)) cells.set(each.k, list.map(() => []));
      cells.get(each.k)[column].push(each);
    }));
    const rank = (key) => { const at = order.indexOf(key.split("|")[0]); return at < 0 ? order.length : at; };
    const keys = [...cells.keys()].sort((one, other) => rank(one) - rank(other));
    const body = make("tbody", {}, ...keys.map((key) => row(cells.get(key))));
    if (list.some((model) => model.links)) {
      body.append(make("tr", {}, make("th", { scope: "row" }, make("span", {}, words.links)), ...list.map(links)));
    }
    const caption = fill(words.facts, { names: list.map((model) => model.name).join(words.versus) });
    const head = make("tr", {}, make("td", { className: "corner" }), ...list.map(heading));
    const whole = make("table", {}, make("caption", { className: "vh" }, caption), make("thead", {}, head), body);
    const region = make("div", { className: `compared of-${list.length}`, tabIndex: 0, ariaLabel: caption }, whole);
    region.setAttribute("role", "region");
    return region;
  };

  // What happens.
  const show = async () => {
    const now = ++turn;
    try {
      const list = await known();
      const entries = new Map(list.map((entry) => [entry[0], entry]));
      ids = [...new Set(ids)].filter((id) => entries.has(id)).slice(0, MOST);
      const nameOf = (id) => entries.get(id)[1];
      const found = await Promise.all(ids.map(async (id) => (await models(entries.get(id)[2])).get(id)));
      if (now !== turn) return;
      chosen.replaceChildren(...ids.map((id) => {
        const button = make("button", { type: "button", ariaLabel: fill(words.remove, { name: nameOf(id) }) }, nameOf(id));
        button.addEventListener("click", () => { choose(ids.filter((each) => each !== id)); input.focus(); });
        return make("li", {}, button);
      }));
      picked.hidden = found.length < 2;
      place.replaceChildren(...(found.length < 2 ? [] : [table(found, words.order.split(" "))]));
      const shown = { name: ids.length ? nameOf(ids[0]) : "", names: ids.map(nameOf).join(words.comma) };
      status.textContent = found.length > 1 ? fill(words.shown, shown) : found.length ? fill(words.oneMore, shown) : "";
    } catch {
      if (now === turn) status.textContent = words.failed;
    }
  };
  const choose = (next) => {
    ids = next;
    const query = ids.map((id) => `m=${encodeURIComponent(id)}`).join("&");
    history.pushState(null, "", location.pathname + (query ? `?${query}` : "") + location.hash);
    show();
  };
  const read = () => {
    ids = new URLSearchParams(location.search).getAll("m");
    show();
  };
  const offer = async () => {
    const options = root.querySelector("datalist");
    if (options.children.length) return;
    try {
      options.replaceChildren(...(await known()).map(([, name, , ...others]) => make("option", { value: name, label: others.slice(0, 2).join(words.comma) })));
    } catch { /* said when something is chosen */ }
  };
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const name = input.value.trim();
    if (!name) return;
    try {
      const found = find(await known(), name);
      const [first] = found;
      const listed = found.slice(0, 5).map((entry) => entry[1]).join(words.comma);
      if (!first) status.textContent = fill(words.none, { name });
      else if (found.length > 1) status.textContent = fill(words.several, { name, n: found.length, names: listed });
      else if (ids.includes(first[0])) status.textContent = fill(words.already, { name: first[1] });
      else if (ids.length >= MOST) status.textContent = words.full;
      else {
        input.value = "";
        choose([...ids, first[0]]);
      }
    } catch {
      status.textContent = words.failed;
    }
  });
  input.addEventListener("focus", offer, { once: true });
  addEventListener("popstate", read);
  root.hidden = false;
  if (location.search) read();
})();
