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
