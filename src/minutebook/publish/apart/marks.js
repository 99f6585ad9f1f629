/* The words one came for, marked until one has seen them. */
const plain = (text) => text.toLowerCase().normalize("NFD").replace(/[\p{M}'\u2019]/gu, "");

export const start = () => {
  const asked = new URLSearchParams(location.search).get("h");
  const page = document.querySelector(".md-content__inner");
  if (!asked || !page || page.querySelector(".mb-marks")) return;
  const words = new Set(asked.split(" ").map(plain));
  const texts = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  const found = [];
  while (texts.nextNode())
    if (!texts.currentNode.parentElement.closest("script, style, .mb-find")) found.push(texts.currentNode);
  let many = 0;
  for (const text of found) {
    const pieces = text.data.split(/([\p{L}\p{N}£$€]+(?:[-/.&'\u2019][\p{L}\p{N}]+)*%?)/u);
    if (!pieces.some((piece, at) => at % 2 && words.has(plain(piece)))) continue;
    text.replaceWith(
      ...pieces.map((piece, at) => {
        if (!(at % 2 && words.has(plain(piece)))) return piece;
        many += 1;
        const marked = document.createElement("mark");
        marked.className = "mb-mark";
        marked.textContent = piece;
        return marked;
      }),
    );
  }
  if (!many) return;
  const bar = document.createElement("p");
  const clear = document.createElement("button");
  bar.className = "mb-marks";
  clear.type = "button";
  clear.textContent = document.querySelector(".mb-find")?.dataset.clear ?? "×";
  clear.onclick = () => {
    for (const one of page.querySelectorAll(".mb-mark")) one.replaceWith(...one.childNodes);
    bar.remove();
    const address = new URL(location.href);
    address.searchParams.delete("h");
    history.replaceState(history.state, "", address);
  };
  const shown = document.createElement("mark");
  shown.className = "mb-mark";
  shown.textContent = asked;
  bar.append(shown, " ", clear);
  page.prepend(bar);
};

