// The filters of a listing: what is shown, in which order, how it is told, and the address.
const plain = (words) => words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

// Sorts rows by a column; what is missing comes last either way.
const sorted = (rows, at, direction) => {
  const { compare } = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const keys = new Map(rows.map((row) => [row, row.cells[at].dataset.v ?? plain(row.cells[at].textContent)]));
  return rows.sort((a, b) => {
    [a, b] = [keys.get(a), keys.get(b)];
    return !a - !b || (direction === "descending" ? compare(b, a) : compare(a, b));
  });
};

export const start = async ({ form, count, table, sortable, today, late }) => {
  const { dataset: words, elements } = form;
  if (words.pages) await (await import("./parts.mjs")).join({ form, count, table, late });
  const { text, sort, from, to } = elements;
  const rows = [...table.tBodies[0].rows];
  const heads = [...table.tHead.rows[0].cells];
  const facets = [...form.querySelectorAll("select:not([name=sort])")];
  const known = rows.map(({ dataset }) => facets.map(({ name }) => dataset[name]?.split(" ") || []));
  const days = rows.map(({ dataset }) => dataset.day?.split(" ") || []);
  const texts = [];
  const hidden = rows.map(() => false);
  const address = location.pathname;
  let timer, found;

  const chosen = () => [...new FormData(form)].filter(([, value]) => value);

  const filter = () => {
    const terms = plain(text.value).match(/\S+/g) || [];
    const first = from?.value || "";
    const last = to?.value || "";
    const set = facets.map(({ value }) => value);
    const counts = facets.map(() => new Map());
    let shown = 0;
    for (let at = 0; at < rows.length; at++) {
      const answers = known[at];
      // Which filter leaves the row out: none, one of the choices, or more than that.
      let out = -1;
      for (let facet = 0; facet < set.length; facet++)
        if (set[facet] && !answers[facet].includes(set[facet])) out = out < 0 ? facet : set.length;
      if ((first || last) && !days[at].some((day) => day >= first && (!last || day <= last))) out = set.length;
      if (out < set.length && terms.length) {
        texts[at] ??= plain(rows[at].textContent);
        if (!terms.every((term) => texts[at].includes(term))) out = set.length;
      }
      if (hidden[at] !== out >= 0) rows[at].classList.toggle("mb-off", hidden[at] = out >= 0);
      if (out < 0) shown++;
      // A choice tells what it would show, the other filters being as they are.
      for (let facet = 0; facet < set.length; facet++)
        if (out < 0 || out === facet) for (const slug of answers[facet]) counts[facet].set(slug, (counts[facet].get(slug) || 0) + 1);
    }
    found = counts;
    const told = chosen().map(([name, value]) => {
      const { selectedOptions, previousElementSibling } = elements[name];
      return `${previousElementSibling.textContent}: ${selectedOptions ? selectedOptions[0].text : value}`;
    });
    count.textContent = [words.count.replace("{0}", shown.toLocaleString(document.documentElement.lang)), ...told].join(" · ") + (shown ? "" : `. ${words.none}`);
  };

  // The numbers behind the choices take half as long as the rows, which do not wait for them.
  const tell = () => {
    facets.forEach(({ options }, facet) => {
      for (const option of options) {
        const many = found[facet].get(option.value) || 0;
        if (option.value && option.many !== many) option.label = `${option.text} (${option.many = many})`;
      }
    });
  };

  const order = () => {
    const key = sort.value.replace("-", "");
    const direction = key === sort.value ? "ascending" : "descending";
    const at = heads.findIndex(({ dataset }) => dataset.key === key);
    table.tBodies[0].append(...(heads[at] ? sorted([...rows], at, direction) : rows));
    for (const head of heads) head.ariaSort = head === heads[at] ? direction : "none";
    sortable.updateDirectionIndicators();
  };

  const changed = () => {
    filter();
    clearTimeout(timer);
    timer = setTimeout(() => {
      tell();
      const state = new URLSearchParams(chosen());
      if (location.pathname === address) history.replaceState(history.state, "", `${state}` ? `?${state}` : address);
    }, 150);
  };

  const early = chosen().length; // somebody was quicker than this script
  for (const [name, value] of new URLSearchParams(location.search)) {
    const control = elements.namedItem(name);
    if (!control) continue;
    control.value = value;
    // A choice that no row has any more finds nothing, and must not show everything.
    if (facets.includes(control) && !control.value) control.add(new Option(value, value, true, true));
  }
  if (sort.value) order();
  early ? changed() : filter();
  tell();
  form.oninput = ({ target }) => changed(target === sort && order());
  form.onreset = () => setTimeout(() => changed(order()));
  form.onsubmit = (event) => event.preventDefault();
  elements.csv.onclick = async () =>
    (await import("./table-csv.mjs")).save(table, words.address, [words.name, ...chosen().map(([, value]) => value), today]);
  sortable.sort = sorted;
  table.tHead.onclick = () => {
    const head = heads.find(({ ariaSort }) => /ing/.test(ariaSort));
    if (!head) return;
    sort.value = (head.ariaSort[0] === "d" ? "-" : "") + head.dataset.key;
    changed();
  };
  words.on = "on";
};
