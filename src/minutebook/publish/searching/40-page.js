/* The search page: pages as one types, and all of it in the address. */

const AT_ONCE = 10;
const PAUSE = 120; // milliseconds between a letter and the search
const EXCERPT = 32; // words
const MOST_PARTS = 3;
const WIDE = matchMedia("(min-width: 60em)");
const HERE = new URL(".", import.meta.url);

const fetched = async (name, read) => {
  const answer = await fetch(new URL(name, HERE));
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return read(answer);
};

let engine;
/** The search itself, loaded when it is first needed. */
const search = () => {
  engine ??= (async () => {
    const [{ createInstance }, book] = await Promise.all([
      import(new URL("pagefind.js", HERE)),
      fetched("book.json", (answer) => answer.json()),
    ]);
    const pagefind = createInstance({ basePath: HERE.pathname, baseUrl: "/", noWorker: true, ranking: WEIGHTS.ranking });
    const words = (letter) =>
      fetched(`words-${letter}.txt`, (answer) => answer.text()).then(
        (text) => new Map(text.split("\n").map((line) => [line.split(" ")[0], Number(line.split(" ")[1])])),
      );
    return new Search({ pagefind, vocabulary: new Vocabulary(words), book });
  })();
  engine.catch(() => {
    engine = undefined; // the next attempt may be luckier
  });
  return engine;
};

let columns;
const facets = () => {
  columns ??= fetched("facets.json", (answer) => answer.json()).then((found) => new Facets(found));
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
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => this.ask(), PAUSE);
    });
    this.box.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !this.box.value) return;
      event.preventDefault();
      this.box.value = "";
      this.ask();
    });
    this.box.addEventListener("keydown", () => search().catch(() => {}), { once: true }); // on its way while one types
    this.part("more").addEventListener("click", () => this.more());
    this.part("narrow").addEventListener("toggle", () => this.narrow());
    this.part("narrow").addEventListener("change", (event) => this.choose(event.target));
    this.read();
    this.part("narrow").open = WIDE.matches || this.chosen.size > 0;
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

  async ask() {
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
    for (const page of next) page.loading ??= page.shown ?? page.result.data();
    const all = await Promise.all(next.map((page) => page.loading));
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
