/* Pagefind's own program, asked without the script around it: that would load its own lists
   of all pages, which are most of a first search in a large book. */

const RATIO = 1.15; // as the lengths of pages were written
const LEVELS = Array.from({ length: 92 }, (_, n) => String.fromCharCode(n + 35)).filter((sign) => sign !== "\\");
const SIGNED = 12; // bytes that begin everything it has packed
const PUNCTUATION = /[\p{Pd}\p{Pe}\p{Pf}\p{Pi}\p{Po}\p{Ps}]/gu;

const unpacked = (answer) => answer.body.pipeThrough(new DecompressionStream("gzip"));
const bytesOf = async (answer) => new Uint8Array(await new Response(unpacked(answer)).arrayBuffer()).subarray(SIGNED);

/** Writes numbers, texts and lists as Pagefind reads them. */
class Packer {
  #bytes = new Uint8Array(1 << 16);
  #end = 0;
  #text = new TextEncoder();

  #head(kind, value) {
    if (this.#end + 16 > this.#bytes.length) this.#grow();
    const put = (byte) => (this.#bytes[this.#end++] = byte);
    if (value < 24) put(kind | value);
    else if (value < 1 << 8) [kind | 24, value].forEach(put);
    else if (value < 1 << 16) [kind | 25, value >> 8, value & 255].forEach(put);
    else [kind | 26, value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255].forEach(put);
  }

  #grow() {
    const larger = new Uint8Array(2 * this.#bytes.length);
    larger.set(this.#bytes);
    this.#bytes = larger;
  }

  put(thing) {
    if (typeof thing === "number") this.#head(0, thing);
    else if (typeof thing === "string") {
      const bytes = this.#text.encode(thing);
      this.#head(0x60, bytes.length);
      while (this.#end + bytes.length > this.#bytes.length) this.#grow();
      this.#bytes.set(bytes, this.#end);
      this.#end += bytes.length;
    } else {
      this.#head(0x80, thing.length);
      for (const one of thing) this.put(one);
    }
    return this;
  }

  get bytes() {
    return this.#bytes.subarray(0, this.#end);
  }
}

/** How Pagefind scores pages for one word that they have as it is. */
const SCORES = { saturation: 1.4, similar: 0.889, plain: 5, whole: 1.8 };

/** Reads what Pagefind has packed: the first thing in some bytes. */
const read = (bytes) => {
  let at = 0;
  const text = new TextDecoder();
  const next = () => {
    const kind = bytes[at] & 0xe0;
    let size = bytes[at++] & 0x1f;
    if (size > 23) {
      const end = at + 2 ** (size - 24);
      for (size = 0; at < end; at += 1) size = 256 * size + bytes[at];
    }
    if (kind === 0x60) return text.decode(bytes.subarray(at, (at += size)));
    if (kind === 0x80) return Array.from({ length: size }, next);
    return kind ? -1 - size : size;
  };
  return next();
};

/** A word that comes before another one, with nothing between that a book could have. */
const before = (word) => {
  const signs = [...word];
  const last = signs.pop().codePointAt(0);
  return `${signs.join("")}${String.fromCodePoint(Math.max(0, last - 1))}\u{10ffff}`;
};

const lengthOf = (sign) => Math.round(RATIO ** LEVELS.indexOf(sign));

/** What Pagefind has to know of all pages and of the pieces of its index. */
const about = ({ program, lengths, pieces, told }) => {
  const pages = Array.from(lengths, (sign, page) => [page.toString(36), lengthOf(sign)]);
  const parts = pieces.map((first, piece) => [first, pieces[piece + 1] ? before(pieces[piece + 1]) : "\u{10ffff}", String(piece)]);
  return new Packer().put([program, pages, parts, [], [], told]).bytes;
};

class Pagefind {
  #wasm;
  #at;
  #fetch;
  #lengths;
  #usual;
  #often;
  #told;
  #ranking;
  #pieces = new Map();
  #pages = new Map();

  constructor(wasm, book, fetch) {
    this.#wasm = wasm;
    this.#fetch = fetch;
    this.#at = wasm.init_pagefind(...this.#given(about(book)));
    this.#lengths = Array.from(book.lengths, lengthOf);
    this.#usual = this.#lengths.reduce((sum, length) => sum + length, 0) / book.pages;
    this.#often = new Set(book.often);
    this.#told = book.told;
  }

  /** Start the program that comes with an answer. */
  static async from(answer, book, fetch) {
    let wasm;
    const grown = () => {
      const table = wasm.__wbindgen_externrefs;
      const first = table.grow(4);
      table.set(0, undefined);
      [undefined, null, true, false].forEach((value, n) => table.set(first + n, value));
    };
    const code = new Response(unpacked(answer), { headers: { "Content-Type": "application/wasm" } });
    const { instance } = await WebAssembly.instantiateStreaming(code, { "./pagefind_web_bg.js": { __wbindgen_init_externref_table: grown } });
    wasm = instance.exports;
    wasm.__wbindgen_start();
    return new Pagefind(wasm, await book, fetch);
  }

  #given(thing) {
    const bytes = typeof thing === "string" ? new TextEncoder().encode(thing) : thing;
    const at = this.#wasm.__wbindgen_malloc(bytes.length, 1) >>> 0;
    new Uint8Array(this.#wasm.memory.buffer).set(bytes, at);
    return [at, bytes.length];
  }

  #read([at, length]) {
    const bytes = new Uint8Array(this.#wasm.memory.buffer, at >>> 0, length);
    const read = JSON.parse(new TextDecoder().decode(bytes));
    this.#wasm.__wbindgen_free(at, length, 1);
    return read;
  }

  rank(ranking) {
    this.#ranking = ranking;
    const { termSimilarity, pageLength, termFrequency, metaWeights } = ranking;
    const told = { term_similarity: termSimilarity, page_length: pageLength, term_frequency: termFrequency, meta_weights: metaWeights };
    this.#at = this.#wasm.set_ranking_weights(this.#at, ...this.#given(JSON.stringify(told)));
    return this;
  }

  /** Load what is needed to look for a word, ahead of time. */
  async load(word) {
    await Promise.all(this.#named(word.replace(PUNCTUATION, "")).map((name) => (this.#often.has(word) ? this.#listed(name) : this.#piece(name))));
  }

  /** The pieces of the index in which words stand. */
  #named(words) {
    return this.#read(this.#wasm.request_indexes(this.#at, ...this.#given(words))).filter(Boolean);
  }

  #once(name, load) {
    if (!this.#pieces.has(name)) {
      const loading = load();
      this.#pieces.set(name, loading);
      loading.catch(() => this.#pieces.delete(name));
    }
    return this.#pieces.get(name);
  }

  #piece(name) {
    return this.#once(name, async () => {
      const bytes = await this.#fetch(`index/${name}.pf_index`, bytesOf);
      this.#at = this.#wasm.load_index_chunk(this.#at, ...this.#given(bytes));
    });
  }

  #listed(name) {
    return this.#once(`${name} read`, async () => read(await this.#fetch(`index/${name}.pf_index`, bytesOf))[0]);
  }

  /** The pages that have all words that are asked for, by number, with their places. */
  async search(asked) {
    if (!this.#lengths.length) return [];
    const words = asked.split(" ");
    if (!words.some((word) => this.#often.has(word))) return this.#searched(asked);
    const [first, ...others] = await Promise.all(words.map((word) => (this.#often.has(word) ? this.#counted(word) : this.#searched(word))));
    return others.reduce((found, these) => {
      const known = new Map(these.map((page) => [page.id, page]));
      return found.filter(({ id }) => known.has(id)).map((page) => ({ id: page.id, score: page.score + known.get(page.id).score, words: [...page.words, ...known.get(page.id).words] }));
    }, first);
  }

  /** The pages of a word that many have, with the scores that Pagefind gives them: it takes time
   *  that grows with the square of their number. */
  async #counted(word) {
    const listed = (await Promise.all(this.#named(word.replace(PUNCTUATION, "")).map((name) => this.#listed(name)))).flat();
    const like = listed.filter(([stem]) => sharedStart(stem, word) >= Math.min(stem.length - 1, Math.max(3, word.length - 5)));
    const [, pages] = like.reduce((best, one) => (one[1].length > best[1].length ? one : best), ["", []]);
    const rare = Math.log(1 + (this.#lengths.length - pages.length + 0.5) / (pages.length + 0.5));
    let id = 0;
    return pages.map(([step, places, told]) => {
      id += step;
      let weight = 1;
      let sum = 0;
      const words = [];
      for (const place of places)
        if (place < 0) weight = (-1 - place) / 24;
        else {
          sum += weight;
          words.push(place);
        }
      return { id, score: rare * (this.#score(sum, this.#lengths[id]) + this.#called(told)), words };
    });
  }

  #score(sum, length) {
    const { pageLength, termFrequency } = this.#ranking;
    const much = sum * SCORES.similar;
    const before = SCORES.saturation * (1 - pageLength + (pageLength * length) / this.#usual);
    const mixed = (termFrequency * (SCORES.saturation + 1) * much) / (much + before) + ((1 - termFrequency) * SCORES.plain * much) / this.#usual;
    return SCORES.whole * mixed;
  }

  /** What it adds that a word stands in what is told of a page, such as its title. */
  #called(told) {
    const names = new Set(told.filter((place) => place < 0).map((place) => this.#told[-1 - place]));
    return [...names].reduce((sum, name) => sum + (this.#ranking.metaWeights[name] ?? 1), 0);
  }

  async #searched(asked) {
    const words = asked.replace(PUNCTUATION, "").trim();
    if (!words) return [];
    await Promise.all(this.#named(words).map((name) => this.#piece(name)));
    const given = [words, words, "{}", "{}"].flatMap((text) => this.#given(text));
    const { results } = this.#read(this.#wasm.search(this.#at, ...given, 0, 0));
    return results.map(({ p, s, l }) => ({ id: Number.parseInt(p, 36), score: s, words: l.map((place) => place.l) }));
  }

  /** What is shown of a page. */
  page(number) {
    if (!this.#pages.has(number)) {
      const loading = this.#fetch(`fragment/${number.toString(36).padStart(4, "0")}.pf_fragment`, bytesOf).then((bytes) => JSON.parse(new TextDecoder().decode(bytes)));
      this.#pages.set(number, loading);
      loading.catch(() => this.#pages.delete(number));
    }
    return this.#pages.get(number);
  }
}
