// How texts and queries are compared.

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
