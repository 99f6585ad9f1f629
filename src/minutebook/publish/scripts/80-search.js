/* `/` leads to the search, and the words one came for are marked on the page that opens. */
(() => {
  const plain = (text) => text.toLowerCase().normalize("NFD").replace(/[\p{M}'\u2019]/gu, "");

  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    const boxes = [...document.querySelectorAll("#mb-search-for, .mb-find__for")];
    const box = boxes.find((one) => one.checkVisibility?.() ?? one.offsetParent);
    const link = document.querySelector(".mb-find__link");
    if (!box && !link) return;
    event.preventDefault();
    if (box) box.focus();
    else link.click();
  });

  const mark = () => {
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

  if (window.document$) window.document$.subscribe(mark);
  else mark();
})();
