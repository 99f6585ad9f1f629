// Listings: filters, sorting, the state in the address, and what is late by today.
(() => {
  const { lang } = document.documentElement;
  const { compare } = new Intl.Collator(lang, { numeric: true });
  const plain = (words) => words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  // Sorts rows by a column; what is missing comes last either way.
  const sorted = (rows, at, direction) => {
    const keys = new Map(rows.map((row) => [row, row.cells[at].dataset.v ?? plain(row.cells[at].textContent)]));
    return rows.sort((a, b) => {
      [a, b] = [keys.get(a), keys.get(b)];
      return !a - !b || (direction[0] === "d" ? compare(b, a) : compare(a, b));
    });
  };

  const begin = () => {
    const form = document.querySelector(".mb-filters:not([data-on])");
    if (!form) return;
    const words = form.dataset;
    words.on = "";
    const count = form.nextElementSibling;
    const table = count.nextElementSibling;
    const rows = [...table.rows];
    const heads = [...rows.shift().cells];
    const { text, sort, from = {}, to = {} } = form.elements;
    const facets = [...form.querySelectorAll("select")].slice(0, -1);
    const texts = [];
    const address = location.pathname;
    const today = new Date().toLocaleDateString("sv");
    let sortable, timer;

    const chosen = () => [...new FormData(form)].filter(([, value]) => value);

    const filter = () => {
      const terms = plain(text.value).match(/\S+/g) || [];
      const dated = from.value || to.value;
      const found = facets.map(() => ({}));
      let shown = 0;
      rows.forEach((row, each) => {
        const slugs = known[each];
        const missed = facets.filter(({ value }, at) => value && !slugs[at].includes(value));
        if (
          !terms.every((term) => (texts[each] ||= plain(row.textContent)).includes(term)) ||
          (dated && !row.dataset.day?.split(" ").some((day) => day >= from.value && day <= (to.value || "~")))
        ) missed.push(1, 1);
        row.classList.toggle("mb-off", row.ariaHidden = !!missed[0]);
        shown += !missed.length;
        // A choice tells what it would show, the other filters being as they are.
        if (!missed[1]) slugs.forEach((some, at) => {
          if (!missed[0] || missed[0] === facets[at]) for (const slug of some) found[at][slug] = -~found[at][slug];
        });
      });
      facets.forEach(({ options }, at) => {
        for (const option of options) {
          const label = `${option.text} (${found[at][option.value] || 0})`;
          if (option.value && option.label !== label) option.label = label;
        }
      });
      const told = chosen().map(([name, value]) => {
        const { options, selectedIndex, previousElementSibling } = form.elements[name];
        return `${previousElementSibling.textContent}: ${options ? options[selectedIndex].text : value}`;
      });
      count.textContent = [words.count.replace("{0}", shown), ...told].join(" · ") + (shown ? "" : `. ${words.none}`);
    };

    const order = () => {
      const key = sort.value.replace("-", "");
      const direction = key === sort.value ? "ascending" : "descending";
      const at = heads.findIndex(({ dataset }) => dataset.key === key);
      table.tBodies[0].append(...(heads[at] ? sorted([...rows], at, direction) : rows));
      for (const head of heads) head.ariaSort = head === heads[at] ? direction : "none";
      sortable?.updateDirectionIndicators();
    };

    const changed = () => {
      filter();
      clearTimeout(timer);
      timer = setTimeout(() => {
        const state = new URLSearchParams(chosen());
        if (location.pathname === address) history.replaceState(history.state, "", `${state}` ? `?${state}` : address);
      }, 150);
    };

    const stood = document.querySelector(".mb-stood");
    if (stood?.dataset.day < today) {
      for (const row of rows) if (row.dataset.day < today && /unf/.test(row.dataset.status)) {
        row.dataset.status = "overdue unfinished";
        const { dataset, firstChild } = row.lastElementChild;
        dataset.v = 1;
        firstChild.className = "mb-badge mb-badge--overdue";
        firstChild.textContent = stood.dataset.late;
      }
      stood.textContent = stood.dataset.again.replace("{0}", new Date().toLocaleDateString(lang + "-GB", { dateStyle: "long" }));
    }
    const known = rows.map(({ dataset }) => facets.map(({ name }) => (dataset[name] || "").split(" ")));
    for (const [name, value] of new URLSearchParams(location.search)) {
      const control = form.elements[name] || {};
      control.value = value;
      // A choice that no row has any more finds nothing, and must not show everything.
      if (facets.includes(control) && !control.value) control.add(new Option(value, value, true, true));
    }
    if (sort.value) order();
    filter();
    form.oninput = ({ target }) => changed(target === sort && order());
    form.onreset = () => setTimeout(() => changed(order()));
    form.onsubmit = (event) => event.preventDefault();
    form.csv.onclick = async () =>
      (await import("./table-csv.mjs")).save(table, words.address, [words.name, ...chosen().map(([, value]) => value), today]);

    import("./vendor/sortable-table.mjs").then(({ SortableTable }) => {
      document.body.classList.add("govuk-frontend-supported");
      SortableTable.prototype.sort = sorted;
      sortable = new SortableTable(table);
      table.tHead.onclick = () => {
        const head = heads.find((each) => /ing/.test(each.ariaSort));
        if (!head) return;
        sort.value = (head.ariaSort[0] === "d" ? "-" : "") + head.dataset.key;
        changed();
      };
    });
  };
  window.document$ ? document$.subscribe(begin) : begin();
})();
