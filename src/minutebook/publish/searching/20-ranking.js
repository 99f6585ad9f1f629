/* Pages in the order in which they answer what was asked. */

const WEIGHTS = {
  ranking: { termFrequency: 0.3, pageLength: 0.35, termSimilarity: 1.0, metaWeights: { title: 5, also: 4 } },
  half: 8,
  same: 0.55,
  owned: 0.85,
  together: 0.35,
  kindWord: 0.25,
  kind: 1.5,
  coverage: 1.5,
  near: 0.85,
  window: 30,
  title: 1.3,
  otherForm: 0.35,
  looked: 12,
  few: 0.3,
  enough: 25,
  priors: { theme: 1.1, term: 0.75, meeting: 1, organisation: 1, group: 1, page: 0.5 },
};

/** Whether two words are forms of one: only their ends differ, and not by much. */
const alike = (a, b) => {
  if (a === b) return true;
  const start = sharedStart(a, b);
  return start >= 4 && start >= Math.max(a.length, b.length) - 4 && start >= 0.6 * Math.max(a.length, b.length);
};

/** Takes apart what was asked, and asks Pagefind for each part. */
class Search {
  constructor({ pagefind, vocabulary, book }) {
    this.pagefind = pagefind;
    this.vocabulary = vocabulary;
    this.book = book;
    this.passedOver = new Set(book.passedOver);
    this.common = new Set(book.common);
    this.kinds = new Map(Object.entries(book.kinds));
    this.same = new Map();
    for (const [weight, groups] of [[WEIGHTS.same, book.same], [WEIGHTS.owned, book.owned]])
      for (const [here, elsewhere] of groups)
        for (const one of [...here, ...elsewhere]) {
          if (!this.same.has(one)) this.same.set(one, new Map());
          for (const other of here) if (one !== other) this.same.get(one).set(other, weight);
        }
  }

  /** The parts of a question: what to look for, and what would do as well. */
  async parts(question) {
    const said = wordsOf(question);
    const whole = ` ${said.join(" ")} `;
    const kinds = new Set([...this.kinds].filter(([sign]) => whole.includes(` ${sign} `)).map(([, kind]) => kind));
    const mended = new Map();
    let parts = [];
    for (let i = 0; i < said.length; ) {
      const [length, phrase] = this.#phrase(said, i);
      parts.push(length > 1 ? { word: phrase, also: this.#others(phrase) } : { word: phrase });
      i += length;
    }
    const telling = parts.filter((part) => part.also || !this.passedOver.has(part.word));
    parts = telling.length ? telling : parts;
    const single = parts.filter((part) => !part.also);
    await Promise.all([this.prepare(single.map(({ word }) => word)), ...single.map((part) => this.#written(part, mended))]);
    parts = this.#telling(parts);
    return { parts, mended, kinds };
  }

  /** Of a large book, leave out words of every fifth page: their places are many to load. */
  #telling(parts) {
    const rare = parts.filter((part) => !this.common.has(part.word));
    return rare.some((part) => !part.missing) ? rare : parts;
  }

  /** Load what the words of a question need, ahead of time. */
  async prepare(words) {
    const telling = words.filter((word) => !this.passedOver.has(word) && !this.common.has(word));
    await Promise.all(telling.flatMap((word) => [this.vocabulary.pages(word), this.pagefind.load(word)]));
  }

  /** Find how the book writes a word, and what means the same. */
  async #written(part, mended) {
    const { word } = part;
    part.also = this.#others(word);
    part.named = this.kinds.get(word)?.startsWith(word.slice(0, 5)) ?? false;
    const written = await this.vocabulary.as_written(word);
    if (written === word) return;
    if (written === null || part.also.size) {
      part.missing = !part.also.size;
      part.word = null;
      part.asked = word;
      return;
    }
    mended.set(word, written);
    part.word = written;
    part.also = this.#others(written);
  }

  #singular(word) {
    return word.endsWith("ies") ? `${word.slice(0, -3)}y` : word.replace(/(?<![sui])s$/, "");
  }

  #others(word) {
    const one = this.#singular(word);
    const others = new Map([...(this.same.get(one) ?? []), ...(this.same.get(word) ?? [])]);
    if (one !== word && others.size) others.set(one, 1);
    others.delete(word);
    return others;
  }

  /** The longest run of words from `i` on that something else means the same as. */
  #phrase(words, i) {
    for (let length = Math.min(4, words.length - i); length > 1; length -= 1) {
      const phrase = words.slice(i, i + length).join(" ");
      if (this.same.has(phrase)) return [length, phrase];
      if (this.same.has(this.#singular(phrase))) return [length, this.#singular(phrase)];
    }
    return [1, words[i]];
  }

  /** The pages that have all words of a phrase: their scores and where the words stand. */
  #pages(phrase) {
    return this.pagefind.search(phrase);
  }

  /** The pages that answer a question, in a first order, and the parts it has. */
  async ask(question) {
    const { parts, mended, kinds } = await this.parts(question);
    const pages = new Map();
    await Promise.all(parts.map((part, at) => this.#gather(part, at, pages, this.book.pages)));
    const all = parts.reduce((sum, part) => sum + part.weight, 0);
    const ranked = [...pages.values()];
    for (const page of ranked) this.#rank(page, parts, all);
    const most = Math.max(0, ...ranked.map((page) => page.held));
    const found = ranked.filter((page) => page.held >= WEIGHTS.few * most);
    found.sort((a, b) => b.rank - a.rank || a.id - b.id);
    return { pages: found, parts, mended, kinds, all, whole: found.filter((page) => page.held > 0.999).length };
  }

  /** Look into the best of some pages and put them in their last order. */
  async order(asked, pages) {
    const looked = pages.slice(0, WEIGHTS.looked);
    await Promise.all(looked.map((page) => this.#look(page, asked)));
    looked.sort((a, b) => b.last - a.last);
    return [...looked, ...pages.slice(WEIGHTS.looked)];
  }

  /** Find the pages that hold a part of the question, or what would do as well. */
  async #gather(part, at, pages, total) {
    const own = part.word && !part.missing;
    const looks = own ? [[part.word, 1]] : [];
    const found = new Map();
    const everything = own ? [await this.#pages(part.word)] : [];
    if (!own || everything[0].length < WEIGHTS.enough) {
      looks.push(...part.also);
      everything.push(...(await Promise.all([...part.also.keys()].map((phrase) => this.#pages(phrase)))));
    }
    everything.forEach((results, n) => {
      for (const result of results) {
        const score = (looks[n][1] * result.score) / (result.score + WEIGHTS.half);
        const had = found.get(result.id) ?? { score: 0, words: [] };
        found.set(result.id, { score: Math.max(score, had.score), words: [...had.words, ...result.words] });
      }
    });
    const many = (part.word && everything[0]?.length) || found.size;
    part.weight = Math.log(1 + (total - many + 0.5) / (many + 0.5));
    if (part.missing) part.weight *= 0.3;
    if (part.named) part.weight *= WEIGHTS.kindWord;
    for (const [id, { score, words }] of found) {
      if (!pages.has(id)) pages.set(id, { id, scores: [], words: [] });
      pages.get(id).scores[at] = score;
      pages.get(id).words[at] = words;
    }
  }

  #rank(page, parts, all) {
    let score = 0;
    let held = 0;
    parts.forEach((part, at) => {
      if (!page.scores[at]) return;
      score += part.weight * page.scores[at];
      held += part.weight;
    });
    for (let at = 1; at < parts.length; at += 1) {
      const before = new Set(page.words[at - 1] ?? []);
      if ((page.words[at] ?? []).some((place) => before.has(place - 1)))
        score *= 1 + WEIGHTS.together / (parts.length - 1);
    }
    page.held = held / all;
    page.share = (1 - WEIGHTS.near) * (held / all) + WEIGHTS.near * (this.#near(page, parts) / all);
    page.rank = (score / all) * page.share ** WEIGHTS.coverage;
  }

  /** The weight of the parts that stand close together somewhere on a page. */
  #near(page, parts) {
    const places = page.words
      .flatMap((found, at) => (page.scores[at] ? (found ?? []).map((place) => [place, at]) : []))
      .sort((a, b) => a[0] - b[0]);
    const inside = new Array(parts.length).fill(0);
    let [best, sum, from] = [0, 0, 0];
    let named = 0; // by what is not in the text: other names
    parts.forEach((part, at) => {
      if (page.scores[at] && !page.words[at]?.length) named += part.weight;
    });
    for (const [place, at] of places) {
      if (!inside[at]++) sum += parts[at].weight;
      while (place - places[from][0] > WEIGHTS.window) {
        const left = places[from][1];
        if (!--inside[left]) sum -= parts[left].weight;
        from += 1;
      }
      best = Math.max(best, sum);
    }
    return best + named;
  }

  /** Look into a page: what it is called, and in which forms it has the words. */
  async #look(page, { parts, all, kinds }) {
    if (page.last !== undefined) return;
    const shown = await this.pagefind.page(page.id);
    page.shown = shown;
    const text = shown.content.split(/\s+/).map((word) => wordsOf(word).join("").replace(/[-/.&]/g, ""));
    const wanted = parts.map((part) => [[part.word, 1], ...part.also].filter(([phrase]) => phrase).map(([phrase, weight]) => [wordsOf(phrase), weight]));
    page.words.forEach((places, at) => {
      if (!places?.length || parts[at].missing) return;
      if (!places.some((place) => wanted[at].some(([words]) => words.some((word) => alike(text[place] ?? "", word.replace(/[-/.&]/g, ""))))))
        page.scores[at] *= WEIGHTS.otherForm;
    });
    this.#rank(page, parts, all);
    const named = [shown.meta.title, ...(shown.meta.also ?? "").split(", ")].filter(Boolean);
    const called = Math.max(...named.map((name) => this.#called(name, wanted, parts, all)));
    const { kind } = shown.meta;
    page.last = page.rank * (1 + WEIGHTS.title * called) * (WEIGHTS.priors[kind] ?? 1) * (kinds.has(kind) ? WEIGHTS.kind : 1);
  }

  /** How far a name and a question say the same, from 0 to 1. */
  #called(name, wanted, parts, all) {
    const words = wordsOf(name).flatMap((word) => word.split("-")).filter((word) => !this.passedOver.has(word));
    let held = 0;
    const told = new Map();
    wanted.forEach((asked, at) => {
      let best = 0;
      for (const [phrase, weight] of asked)
        for (const word of words)
          if (phrase.some((one) => alike(word, one))) {
            best = Math.max(best, weight);
            told.set(word, Math.max(weight, told.get(word) ?? 0));
          }
      held += best * parts[at].weight;
    });
    const sum = [...told.values()].reduce((a, b) => a + b, 0);
    return words.length ? (sum / new Set(words).size) * (held / all) : 0;
  }
}
