// Marks in the table of contents where the reader is. The current heading is the last one above a line in the upper
// third of the window; an observer tells when a heading crosses that line, so that nothing runs while one scrolls.
(() => {
  const lists = [...document.querySelectorAll(".post .toc")];
  const entries = new Map();
  for (const link of lists.flatMap((list) => [...list.querySelectorAll("a[href^='#']:not(.to-top)")])) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) entries.set(heading, [...(entries.get(heading) ?? []), link]);
  }
  const headings = [...entries.keys()];
  if (!headings.length) return;

  let shown;
  const mark = () => {
    const line = innerHeight / 3;
    const current = headings.findLast((heading) => heading.getBoundingClientRect().top <= line);
    if (current === shown) return;
    for (const link of entries.get(shown) ?? []) link.removeAttribute("aria-current");
    for (const link of entries.get(current) ?? []) {
      link.setAttribute("aria-current", "true");
      // A long list scrolls by itself; the page never does.
      const list = link.closest(".aside");
      if (list) list.scrollTop = link.offsetTop - (list.clientHeight - link.offsetHeight) / 2;
    }
    shown = current;
  };
  // From far above the window to the line: a heading crosses only at the line.
  const observer = new IntersectionObserver(mark, { rootMargin: "99999px 0px -66.6%" });
  for (const heading of headings) observer.observe(heading);
})();
