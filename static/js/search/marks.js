// What results are made of: elements, words that are marked, and a line or two around them.

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
