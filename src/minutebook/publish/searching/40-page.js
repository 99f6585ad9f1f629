/* The search page: pages as one types, and all of it in the address. */

const AT_ONCE = 10;
const HALF = 500; // more of them, if the last word may be half of one
const PAUSE = 250; // milliseconds between a letter and the search: who types is quicker
const EXCERPT = 32; // words
const MOST_PARTS = 3;
const WIDE = matchMedia("(min-width: 60em)");
const FEW = 10_000; // pages of a book by which one can narrow down without being asked
const HERE = new URL(".", import.meta.url);

const fetched = async (name, read, how) => {
  const answer = await fetch(new URL(name, HERE), how);
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return read(answer);
};

const json = (answer) => answer.json();
const counted = (text) => new Map(text.trimEnd().split("\n").map((line) => [line.split(" ")[0], Number(line.split(" ")[1])]));

/** The list of all pages, which says how the other files are to be asked for. */
let list;
const book = () => {
  list ??= fetched("book.json", json, { cache: "no-cache" });
  list.catch(() => {
    list = undefined; // the next attempt may be luckier
  });
  return list;
};

/** A file of the index to which the list belongs, and not of an earlier one. */
const ofBook = async (name, read) => fetched(`${name}?${(await book()).state}`, read);

let engine;
/** The search itself. */
const search = () => {
  engine ??= (async () => {
    const pagefind = fetched("wasm.pagefind", (answer) => Pagefind.from(answer, book(), ofBook));
    const told = await book();
    const vocabulary = new Vocabulary(told.lists, (run) => ofBook(`words-${run}.txt`, async (answer) => counted(await answer.text())));
    return new Search({ pagefind: (await pagefind).rank(WEIGHTS.ranking), vocabulary, book: told });
  })();
  engine.catch(() => {
    engine = undefined;
  });
  return engine;
};

let columns;
const facets = () => {
  columns ??= ofBook("facets.json", json).then((found) => new Facets(found));
  return columns;
};

const make = (name, { text, ...properties } = {}, ...inside) => {
  const element = Object.assign(document.createElement(name), properties);
  if (text !== undefined) element.textContent = text;
  element.append(...inside);
  return element;
};

class Page {
  constructor(found) {
    this.form = document.querySelector(".mb-search");
    this.box = this.form.querySelector("input");
    this.found = found;
    this.part = (name) => found.querySelector(`.mb-search__${name}`);
    this.root = new URL("..", HERE);
    this.words = Object.fromEntries([...found.querySelectorAll("[data-say]")].map((said) => [said.dataset.say, said.textContent]));
    this.turn = 0;
    this.say = (name, ...values) => values.reduce((text, value) => text.replace(/%[sd]/, () => value), this.words[name] ?? name);
    document.querySelector(".mb-search__instead").hidden = true;
    found.hidden = false;
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.ask();
    });
    this.box.addEventListener("input", () => {
      this.prepare();
      this.wait();
    });
    this.box.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !this.box.value) return;
      event.preventDefault();
      this.box.value = "";
      this.ask();
    });
    this.part("more").addEventListener("click", () => this.more());
    this.part("narrow").addEventListener("toggle", () => this.narrow());
    this.part("narrow").addEventListener("change", (event) => this.choose(event.target));
    book().catch(() => {});
    for (const sign of ["keydown", "pointerdown"]) document.addEventListener(sign, () => search().catch(() => {}), { once: true }); // on its way while one types
    this.read();
    this.part("narrow").open = this.chosen.size > 0;
    if (WIDE.matches) book().then(({ pages }) => (this.part("narrow").open ||= pages < FEW), () => {});
    this.ask();
    if (!this.box.value && !location.hash) this.box.focus({ preventScroll: true });
  }

  /** Take what is asked from the address. */
  read() {
    const given = new URLSearchParams(location.search);
    this.box.value ||= given.get("q") ?? ""; // somebody may have begun to type
    this.chosen = new Map();
    for (const name of FACETS) if (given.has(name)) this.chosen.set(name, new Set(given.getAll(name)));
  }

  /** Put what is asked into the address, so that it can be sent to others. */
  write(question) {
    const given = new URLSearchParams();
    if (question) given.set("q", question);
    for (const [name, values] of this.chosen) for (const value of values) given.append(name, value);
    const after = given.size ? `?${given}` : "";
    if (after !== location.search) history.replaceState(history.state, "", `${location.pathname}${after}`);
  }

  /** Load what the words need that are typed to their end. */
  prepare() {
    const words = wordsOf(this.box.value.replace(/\S+$/, ""));
    if (words.length) search().then((found) => found.prepare(words)).catch(() => {});
  }

  /** Ask when no letter follows: soon if the last word is one of the book, and later if it may be
   *  half of one, for which pages would be loaded that nobody wants. */
  wait() {
    clearTimeout(this.waiting);
    const waiting = setTimeout(async () => {
      const whole = await this.whole().catch(() => true);
      if (waiting === this.waiting) this.waiting = setTimeout(() => this.ask(), whole ? 0 : HALF);
    }, PAUSE);
    this.waiting = waiting;
  }

  /** Whether the last word is typed to its end, as far as one can tell. */
  async whole() {
    const last = wordsOf(this.box.value).at(-1);
    if (last && /\s$/.test(this.box.value)) return false; // another one follows
    if (!last || /[^\p{L}]/u.test(last)) return true;
    return last.length > 1 && (await (await search()).vocabulary.pages(last)) > 0;
  }

  async ask() {
    clearTimeout(this.waiting);
    this.waiting = undefined;
    const turn = ++this.turn;
    const question = this.box.value.trim();
    this.write(question);
    this.part("results").setAttribute("aria-busy", "true");
    try {
      const asked = question ? await (await search()).ask(question) : null;
      if (turn !== this.turn) return;
      this.asked = asked;
      this.question = question;
      await this.show(turn);
    } catch (error) {
      if (turn !== this.turn) return;
      console.error(error);
      this.part("said").textContent = this.say("failed");
    }
    if (turn === this.turn) this.part("results").setAttribute("aria-busy", "false");
  }

  /** Show the pages found, those that are chosen. */
  async show(turn) {
    const { asked } = this;
    this.part("narrow").hidden = !asked;
    this.part("mended").hidden = !asked?.mended.size;
    if (!asked) {
      this.part("said").textContent = this.say("begin");
      this.part("list").replaceChildren();
      this.part("more").hidden = true;
      return;
    }
    let { pages } = asked;
    if (this.chosen.size) {
      const narrowing = await facets();
      pages = pages.filter((page) => narrowing.has(page, this.chosen));
    }
    pages = await (await search()).order(asked, pages);
    if (turn !== this.turn) return;
    this.pages = pages;
    this.shown = 0;
    const words = [...asked.mended.values()].join(" ");
    this.part("mended").textContent = this.say("mended", words);
    this.part("said").textContent = this.told(pages);
    const items = await this.items();
    if (turn !== this.turn) return;
    this.part("list").replaceChildren(...items);
    await this.narrow();
  }

  told(pages) {
    const { question, asked } = this;
    if (!pages.length) return this.say("none", question);
    const said = pages.length === 1 ? this.say("one", question) : this.say("many", pages.length.toLocaleString(document.documentElement.lang), question);
    const whole = pages.filter((page) => page.held > 0.999).length;
    return asked.parts.length > 1 && whole < pages.length ? `${said} ${this.say("partly", whole)}` : said;
  }

  /** The next pages of the list. */
  async items() {
    const next = this.pages.slice(this.shown, this.shown + AT_ONCE);
    this.shown += next.length;
    this.part("more").hidden = this.shown >= this.pages.length;
    const { pagefind } = await search();
    const all = await Promise.all(next.map((page) => page.shown ?? pagefind.page(page.id)));
    return next.map((page, at) => this.item(page, all[at]));
  }

  async more() {
    const items = await this.items();
    this.part("list").append(...items);
    items[0]?.querySelector("a").focus();
  }

  item(page, shown) {
    const { kind, status, day, title, url } = shown.meta;
    const places = page.words.flatMap((found, at) => (found ?? []).map((place) => [place, at])).sort((a, b) => a[0] - b[0]);
    const words = shown.content.split(/\s+/);
    const marked = new Set(places.map(([place]) => place));
    const forms = [...new Set([...marked].map((place) => wordsOf(words[place] ?? "").join(" ")))].filter(Boolean).slice(0, 12);
    const link = (anchor) => {
      const to = new URL(url, this.root);
      if (forms.length) to.searchParams.set("h", forms.join(" "));
      if (anchor) to.hash = anchor;
      return to.href;
    };
    const facts = make("p", { className: "mb-result__facts" }, make("span", { className: "mb-badge mb-badge--kind", text: this.say(`kind.${kind}`) }));
    if (status) facts.append(" ", make("span", { className: `mb-badge mb-badge--${status}`, text: this.say(`status.${status}`) }));
    if (day) {
      const date = new Date(`${day}T12:00`).toLocaleDateString(document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang, { day: "numeric", month: "long", year: "numeric" });
      facts.append(" ", make("time", { dateTime: day, text: date }));
    }
    const item = make("li", { className: "mb-result" }, facts, make("h2", { className: "mb-result__title" }, make("a", { href: link(), text: title })), this.excerpt(shown, words, places, marked, title));
    const parts = this.sections(shown.anchors, places);
    if (parts.length) item.append(make("ul", { className: "mb-result__parts" }, ...parts.map(({ id, text }) => make("li", {}, make("a", { href: link(id), text })))));
    return item;
  }

  /** The words around the place where most of what was asked stands together. */
  excerpt({ anchors }, words, places, marked, title) {
    const first = Math.min(words.length, ...anchors.map(({ element, location }) => (/^h2$/i.test(element) ? location : Infinity)));
    const begins = places.some(([place]) => place >= first) ? first : wordsOf(title).length;
    const inside = places.filter(([place]) => place >= begins);
    let [best, from] = [0, begins];
    for (const [place] of inside) {
      const near = new Set(inside.filter(([other]) => other >= place && other < place + EXCERPT - 6).map(([, at]) => at));
      if (near.size > best) [best, from] = [near.size, Math.max(begins, place - 6)];
    }
    const excerpt = make("p", { className: "mb-result__excerpt" });
    if (from > begins) excerpt.append("… ");
    for (let place = from; place < Math.min(words.length, from + EXCERPT); place += 1)
      excerpt.append(marked.has(place) ? make("mark", { text: words[place] }) : words[place], " ");
    if (from + EXCERPT < words.length) excerpt.append("…");
    return excerpt;
  }

  /** The items of a long note in which most of what was asked stands. */
  sections(anchors, places) {
    const headings = anchors
      .filter(({ element, id, text }) => /^h[2-4]$/i.test(element) && text?.trim() && !/^mb-(?!addendum-\d+$)/.test(id))
      .sort((a, b) => a.location - b.location);
    const held = headings.map((heading, at) => {
      const end = headings[at + 1]?.location ?? Infinity;
      const inside = places.filter(([place]) => place >= heading.location && place < end);
      const parts = new Set(inside.map(([, part]) => part));
      const weight = [...parts].reduce((sum, part) => sum + this.asked.parts[part].weight, 0);
      return { id: heading.id, text: heading.text, weight, many: inside.length };
    });
    const most = Math.max(0, ...held.map(({ weight }) => weight));
    return held
      .filter(({ weight }) => weight > 0 && weight >= 0.6 * most)
      .sort((a, b) => b.weight - a.weight || b.many - a.many)
      .slice(0, MOST_PARTS);
  }

  /** Show by what the pages can be narrowed down, if somebody wants to see it. */
  async narrow() {
    const { asked } = this;
    if (!asked || !this.part("narrow").open) return;
    const narrowing = await facets();
    if (asked !== this.asked) return;
    const focused = document.activeElement?.closest?.(".mb-search__facets") ? document.activeElement.id : "";
    const groups = FACETS.map((name) => [name, narrowing.counts(name, asked.pages, this.chosen)]).filter(([name, counts]) => counts.length > 1 || this.chosen.has(name));
    const fieldsets = groups.map(([name, counts]) =>
      make(
        "fieldset",
        {},
        make("legend", { text: this.say(name) }),
        ...counts.map(([value, many]) => {
          const checked = this.chosen.get(name)?.has(value) ?? false;
          const box = make("input", { type: "checkbox", name, value, checked, id: `mb-facet-${name}-${value}` });
          return make("label", { htmlFor: box.id }, box, make("span", { text: this.words[`${name}.${value}`] ?? value }), make("span", { className: "mb-search__count", text: String(many) }));
        }),
      ),
    );
    if (this.chosen.size) fieldsets.push(make("button", { type: "button", className: "mb-search__clear", text: this.say("clear"), onclick: () => this.clear() }));
    this.part("facets").replaceChildren(...fieldsets);
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  }

  choose({ name, value, checked }) {
    const values = this.chosen.get(name) ?? new Set();
    if (checked) values.add(value);
    else values.delete(value);
    if (values.size) this.chosen.set(name, values);
    else this.chosen.delete(name);
    this.ask();
  }

  clear() {
    this.chosen.clear();
    this.part("narrow").querySelector("summary").focus();
    this.ask();
  }
}

const begin = () => {
  const found = document.querySelector(".mb-search__found[hidden]");
  if (found) window.minutebookSearch = new Page(found);
};

if (window.document$) window.document$.subscribe(begin);
else begin();
