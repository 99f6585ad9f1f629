/* What was asked, in words: without those that every text has, mistakes in typing mended. */

const plain = (text) =>
  text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/['\u2019]/g, "");

/** The words of a text, in order. What a number is made with stays in it. */
const wordsOf = (text) =>
  plain(text).match(/[\p{L}\p{N}£$€]+(?:[-/.&][\p{L}\p{N}]+)*%?/gu) ?? [];

/** How many letters have to be changed, left out, put in or swapped; 3 stands for more. */
const distance = (a, b) => {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let before = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    before = last;
    last = row;
  }
  return Math.min(last[b.length], 3);
};

const sharedStart = (a, b) => {
  let n = 0;
  while (n < a.length && a[n] === b[n]) n += 1;
  return n;
};

/** The words of the book, fetched by their first letter. */
class Vocabulary {
  #letters = new Map();
  #fetch;

  constructor(fetch) {
    this.#fetch = fetch;
  }

  /** All words that begin as `word` does, with the number of pages that have them. */
  async #beside(word) {
    const letter = /^[a-z]/.test(word) ? word[0] : "0";
    if (!this.#letters.has(letter)) this.#letters.set(letter, this.#fetch(letter));
    return this.#letters.get(letter);
  }

  /** On how many pages a word stands. */
  async pages(word) {
    return (await this.#beside(word)).get(word) ?? 0;
  }

  /** The word as the book has it: itself, mended, or null if the book has none like it. */
  async as_written(word) {
    if (/[^\p{L}]/u.test(word)) return word;
    const known = await this.#beside(word);
    if (known.has(word)) return word;
    const allowed = word.length < 5 ? 0 : word.length < 8 ? 1 : 2;
    let best = null;
    let like = false;
    for (const [other, pages] of known) {
      const start = sharedStart(word, other);
      if (start === word.length || (start >= 4 && start >= 0.65 * word.length && other.length - start <= 5 && word.length - start <= 4))
        like = true;
      const far = distance(word, other);
      if (far > allowed) continue;
      const rank = [far, -pages];
      if (!best || rank[0] < best.rank[0] || (rank[0] === best.rank[0] && rank[1] < best.rank[1]))
        best = { other, rank };
    }
    if (best && !(like && best.rank[0] > 1)) return best.other;
    return like ? word : null;
  }
}
