// Filters of the timeline. Each entry of a menu is a link to a page that is built. Where the timeline holds every release,
// this script joins entries instead: ?vendor=openai&weights=open in the timeline's address says what is shown, so it can
// be kept, sent and gone back to. On the pages of a year or a sort the links lead there, with what that page is about.
(() => {
  const filters = document.querySelector(".filters[data-whole]");
  if (!filters) return;
  const { whole, found } = filters.dataset;
  const menus = [...filters.querySelectorAll("[data-facet]")];
  const options = menus.flatMap((menu) => [...menu.querySelectorAll("[data-value]")].map((link) => (
    { link, key: menu.dataset.facet, value: link.dataset.value }
  )));
  const rows = [...document.querySelectorAll("[data-facets]")].map((row) => ({ row, facets: row.dataset.facets.split(" ") }));

  const read = () => {
    const asked = new URLSearchParams(location.search);
    return new Map(menus.map((menu) => [menu.dataset.facet, asked.get(menu.dataset.facet)]).filter(([, value]) => value));
  };
  const address = (state) => {
    const asked = new URLSearchParams(rows.length ? location.search : "");
    for (const { dataset: { facet } } of menus) {
      asked.delete(facet);
      if (state.has(facet)) asked.set(facet, state.get(facet));
    }
    return whole + (asked.size ? `?${asked}` : "");
  };
  // Choosing what is chosen takes it back.
  const toggled = (state, key, value) => {
    const next = new Map(state);
    if (next.get(key) === value) next.delete(key); else next.set(key, value);
    return next;
  };

  if (!rows.length) {
    const about = new Map(options.filter(({ link }) => link.ariaCurrent).map(({ key, value }) => [key, value]));
    for (const { link, key, value } of options) {
      if (!link.ariaCurrent) link.href = address(new Map([...about, [key, value]]));
    }
    return;
  }

  const main = document.querySelector(".timeline > .main");
  const status = document.querySelector(".found [role=status]");
  const clear = document.querySelector(".found a");
  const counted = (count) => (count === 1 ? main.dataset.one : main.dataset.other).replace("{n}", count);
  const isIn = (facets, state, but) => [...state].every(([key, value]) => key === but || facets.includes(`${key}=${value}`));
  const remaining = (part) => part.querySelectorAll(".release:not([hidden])").length;

  // On narrow screens: a bar a month, each from its date up to the next one's; the scale stays that of all releases.
  const bars = [...document.querySelectorAll(".density rect")].map((bar) => (
    { bar, from: bar.dataset.from, most: parseFloat(bar.getAttribute("height")), rows: [] }
  ));
  for (const { row } of rows) {
    const date = row.querySelector("time").dateTime;
    if (date.length > 4) bars.findLast(({ from }) => from <= date)?.rows.push(row);
  }
  const showBars = () => {
    for (const { bar, most, rows: own } of bars) {
      const height = (most * own.filter((row) => !row.hidden).length) / (own.length || 1);
      bar.setAttribute("height", `${height}rem`);
      bar.setAttribute("y", `${3.5 - height}rem`);
    }
  };

  const showRows = (state) => {
    for (const { row, facets } of rows) row.hidden = !isIn(facets, state);
    const shown = new Set(rows.filter(({ row }) => !row.hidden).map(({ row }) => `#${row.id}`));
    for (const month of main.querySelectorAll(".month")) month.hidden = !remaining(month);
    for (const year of main.querySelectorAll(".year")) {
      const count = remaining(year);
      year.hidden = !count;
      year.querySelector("h2 .count").textContent = counted(count);
    }
    for (const mark of document.querySelectorAll(".strip .lanes svg a")) {
      const one = shown.has(decodeURIComponent(mark.getAttribute("href")));
      mark.classList.toggle("off", mark.querySelector(".bin") ? state.size > 0 : !one);
    }
    showBars();
    return shown.size;
  };

  const showRail = () => {
    const years = [...document.querySelectorAll(".rail > ol > li")].map((item) => {
      const link = item.firstElementChild;
      return { item, link, count: remaining(document.getElementById(link.hash.slice(1)).closest(".year")) };
    });
    const fullest = Math.max(1, ...years.map(({ count }) => count));
    for (const { item, link, count } of years) {
      item.hidden = !count;
      link.querySelector("rect").setAttribute("width", `${(100 * count) / fullest}%`);
      const [figure, words] = link.querySelector(".count").children;
      figure.textContent = count;
      words.textContent = counted(count);
    }
    for (const link of document.querySelectorAll(".rail .months a")) {
      link.parentElement.hidden = document.getElementById(link.hash.slice(1)).closest(".month").hidden;
    }
  };

  // Each entry counts what choosing it would show; what would show nothing is not offered.
  const showMenus = (state) => {
    for (const { link, key, value } of options) {
      const count = rows.filter(({ facets }) => isIn(facets, state, key) && facets.includes(`${key}=${value}`)).length;
      const chosen = state.get(key) === value;
      link.querySelector(".count").textContent = count;
      link.href = address(toggled(state, key, value));
      (link.closest("li") ?? link.parentElement).hidden = !count && !chosen;
      if (chosen) link.setAttribute("aria-current", "true"); else link.removeAttribute("aria-current");
    }
    for (const menu of menus) {
      const value = state.get(menu.dataset.facet);
      const option = options.find((each) => each.key === menu.dataset.facet && each.value === value);
      const choice = menu.querySelector(".choice");
      if (choice) choice.textContent = value ? option?.link.firstElementChild.textContent ?? value : "";
    }
  };

  const show = (state) => {
    const count = showRows(state);
    showRail();
    showMenus(state);
    clear.hidden = !state.size;
    status.textContent = state.size ? found.replace("{shown}", count).replace("{total}", rows.length) : "";
  };

  // The row that the reader looks at stays where it is on the screen; when it goes, the next one that stays comes there.
  const inPlace = (change) => {
    const bar = filters.parentElement.clientHeight || filters.clientHeight;
    const placed = rows.filter(({ row }) => !row.hidden).map(({ row }) => ({ row, at: row.getBoundingClientRect() }));
    const first = placed.findIndex(({ at }) => at.top >= bar && at.top < innerHeight);
    main.style.paddingBottom = "";
    change();
    if (first < 0) return;
    const kept = placed.slice(first).find(({ row }) => !row.hidden) ?? placed.findLast(({ row }) => !row.hidden);
    if (!kept) return;
    const wanted = kept.at.top < innerHeight && kept.at.top >= bar ? kept.at.top : placed[first].at.top;
    const move = kept.row.getBoundingClientRect().top - wanted;
    const room = document.documentElement.scrollHeight - innerHeight - scrollY;
    if (move > room) main.style.paddingBottom = `${Math.ceil(move - room)}px`;
    scrollBy({ top: move, behavior: "instant" });
  };

  let now = "";
  const update = () => {
    const state = read();
    const asked = address(state);
    if (asked === now) return;
    now = asked;
    show(state);
  };
  const go = (url) => {
    history.pushState(null, "", url);
    inPlace(update);
  };
  const isPlain = (event) => !(event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);

  filters.addEventListener("click", (event) => {
    const link = event.target.closest("[data-value]");
    if (!link || !isPlain(event)) return;
    event.preventDefault();
    go(link.href);
    const menu = link.closest("details.facet");
    if (menu) {
      menu.open = false;
      menu.firstElementChild.focus({ preventScroll: true });
    }
  });
  clear.addEventListener("click", (event) => {
    if (!isPlain(event)) return;
    event.preventDefault();
    go(address(new Map()));
    const summary = filters.querySelector(":scope > summary");
    (summary.checkVisibility() ? summary : menus[0].querySelector("summary, a")).focus({ preventScroll: true });
  });
  addEventListener("popstate", update);
  update();
})();
