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

/** The words of the book, fetched in runs: one tells whether a word is known, and what it is
 *  like stands in all that begin with its letter. */
class Vocabulary {
  #runs = new Map();
  #firsts;
  #fetch;

  constructor(firsts, fetch) {
    this.#firsts = firsts;
    this.#fetch = fetch;
  }

  #run(number) {
    if (!this.#runs.has(number)) {
      const loading = this.#fetch(number);
      this.#runs.set(number, loading);
      loading.catch(() => this.#runs.delete(number));
    }
    return this.#runs.get(number);
  }

  /** On how many pages a word stands. */
  async pages(word) {
    const at = this.#firsts.findLastIndex((first) => first <= word);
    return at < 0 ? 0 : ((await this.#run(at)).get(word) ?? 0);
  }

  /** All words that begin as `word` does, with the number of pages that have them. */
  async #beside(word) {
    const [letter] = word;
    const runs = this.#firsts.flatMap((first, at) => (first[0] <= letter && (this.#firsts[at + 1] ?? letter) >= letter ? [this.#run(at)] : []));
    return (await Promise.all(runs)).flatMap((run) => [...run].filter(([other]) => other[0] === letter));
  }

  /** The word as the book has it: itself, mended, or null if the book has none like it. */
  async as_written(word) {
    if (/[^\p{L}]/u.test(word)) return word;
    if (await this.pages(word)) return word;
    const allowed = word.length < 5 ? 0 : word.length < 8 ? 1 : 2;
    let best = null;
    let like = false;
    for (const [other, pages] of await this.#beside(word)) {
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
