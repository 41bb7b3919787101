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
