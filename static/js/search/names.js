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
