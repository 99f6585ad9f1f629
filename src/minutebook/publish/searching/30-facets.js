/* By what the pages found can be narrowed down, and how many would be left. */

const FACETS = ["kind", "theme", "organisation", "group", "year", "status"];
const MOST_VALUES = 8;

class Facets {
  constructor(columns) {
    this.columns = columns;
  }

  /** Whether a page has one of the chosen values of every facet, but for one. */
  has(page, chosen, butFor) {
    return FACETS.every((name) => {
      if (name === butFor || !chosen.get(name)?.size) return true;
      const { values, pages } = this.columns[name];
      return pages[page.id].some((at) => chosen.get(name).has(values[at]));
    });
  }

  /** For a facet, its values that some of the pages have, with how many: most first. */
  counts(name, pages, chosen) {
    const { values, pages: had } = this.columns[name];
    const counted = new Map();
    for (const value of chosen.get(name) ?? []) counted.set(value, 0);
    for (const page of pages)
      if (this.has(page, chosen, name))
        for (const at of had[page.id]) counted.set(values[at], (counted.get(values[at]) ?? 0) + 1);
    const found = [...counted];
    if (name === "year") return found.sort(([a], [b]) => b - a);
    found.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    return found.filter(([value], place) => place < MOST_VALUES || chosen.get(name)?.has(value));
  }
}
