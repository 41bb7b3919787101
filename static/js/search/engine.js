// Which engine answers, and how files of the index are fetched.

const fetchJson = async (url, cache = "default") => {
  const response = await fetch(url, { cache });
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  return response.json();
};

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
