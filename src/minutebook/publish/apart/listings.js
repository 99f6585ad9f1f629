// Every listing: headings that sort, and what is late by today. The filters come, with all that
// they need, when somebody reaches for them or the address holds some.
(() => {
  const begin = () => {
    const form = document.querySelector(".mb-filters:not([data-begun])");
    if (!form) return;
    const { dataset } = form;
    const count = form.nextElementSibling;
    const table = count.nextElementSibling;
    const stood = document.querySelector(".mb-stood");
    const now = new Date();
    const today = now.toLocaleDateString("sv");
    let coming;
    dataset.begun = "";

    // What has become overdue since the page was made.
    const late = (rows) => {
      for (const { dataset, lastElementChild: cell } of rows) if (dataset.day < today && /unf/.test(dataset.status)) {
        dataset.status = "overdue unfinished";
        cell.dataset.v = 1;
        cell.firstChild.className = "mb-badge mb-badge--overdue";
        cell.firstChild.textContent = stood.dataset.late;
      }
    };
    const older = stood?.dataset.day < today;
    if (older) {
      late(table.tBodies[0].rows);
      const day = now.toLocaleDateString(document.documentElement.lang + "-GB", { dateStyle: "long" });
      stood.textContent = stood.dataset.again.replace("{0}", day);
    }

    const headings = import("./vendor/sortable-table.mjs").then(({ SortableTable }) => {
      document.body.classList.add("govuk-frontend-supported");
      return new SortableTable(table);
    });
    const bring = () => coming ||= Promise.all([import("./filters.mjs"), headings])
      .then(([{ start }, sortable]) => start({ form, count, table, sortable, today, late: older ? late : () => {} }))
      .catch(() => {
        coming = 0;
        count.textContent = dataset.failed;
      });
    for (const part of [form, table.tHead]) {
      // A button that was pressed before they had come is pressed again.
      part.addEventListener("click", (event) => {
        const button = event.target.closest("[type=button]");
        if (!button || dataset.on) return;
        event.stopPropagation();
        bring().then(() => dataset.on && button.click());
      }, true);
      // Those of a list on several pages bring all of it, and are folded until then.
      const reached = dataset.pages ? ["toggle"] : ["pointerenter", "focusin", "input"];
      for (const event of reached) part.addEventListener(event, bring, true);
    }
    if (location.search) bring();
  };
  window.document$ ? document$.subscribe(begin) : begin();
})();
