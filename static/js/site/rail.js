// The rail of years shows where the reader is: the months of the year in view unfold, and the month is marked.
(() => {
  const rail = document.querySelector(".rail");
  const months = [...document.querySelectorAll(".year > .month")];
  if (!rail || !months.length) return;
  const years = rail.querySelector("ol");
  const link = (part) => rail.querySelector(`a[href="#${part.firstElementChild.id}"]`);
  // Scrolls a row of links along, never the page.
  const reveal = (row, entry) => {
    const [frame, place] = [row.getBoundingClientRect(), entry.getBoundingClientRect()];
    row.scrollLeft += place.left + place.width / 2 - frame.left - frame.width / 2;
  };
  let shown;
  const mark = () => {
    const line = innerHeight / 3;
    const month = months.findLast((each) => !each.hidden && each.getBoundingClientRect().top < line);
    if (month === shown) return;
    shown = month;
    for (const old of rail.querySelectorAll("[aria-current=true]")) old.removeAttribute("aria-current");
    const first = month ?? months.find((each) => !each.hidden);
    const year = first && link(first.closest(".year"));
    if (!year) return;
    for (const item of years.children) item.classList.toggle("open", item === year.parentElement);
    const inYear = month && link(month);
    if (month && !year.ariaCurrent) year.setAttribute("aria-current", "true");
    inYear?.setAttribute("aria-current", "true");
    reveal(years, year);
    if (inYear) reveal(inYear.closest("ol"), inYear);
  };
  let asked = 0;
  const soon = () => { asked ||= requestAnimationFrame(() => { asked = 0; mark(); }); };
  addEventListener("scroll", soon, { passive: true });
  addEventListener("resize", soon);
  mark();
})();
