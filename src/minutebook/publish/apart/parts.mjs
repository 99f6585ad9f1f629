// Puts the pages of a long listing together: their rows in one table, their choices in one form.
const read = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(address);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const link of page.querySelectorAll(".mb-listing tbody a")) link.href = new URL(link.getAttribute("href"), address);
  return page;
};

export const join = async ({ form, count, table, late }) => {
  const { pages, page, first, wait } = form.dataset;
  const root = new URL(first, location);
  count.textContent = wait;
  const all = await Promise.all(Array.from({ length: pages }, (_, at) =>
    at + 1 == page ? document : read(new URL(at ? `page/${at + 1}/` : "./", root))));
  const rows = all.map((one) => [...one.querySelector(".mb-listing").tBodies[0].rows]);
  rows.forEach((those, at) => at + 1 == page || late(those));
  table.tBodies[0].append(...rows.flat());
  for (const select of form.querySelectorAll("select:not([name=sort])")) {
    const options = new Map(all.flatMap((one) =>
      [...one.querySelectorAll(`.mb-filters [name=${select.name}] [data-at]`)].map((option) => [option.value, option])));
    select.append(...[...options.values()].sort((a, b) => a.dataset.at - b.dataset.at));
  }
  document.querySelector(".mb-pages").remove();
  delete form.dataset.pages;
};
