/* `/` leads to the search; what only some pages need is brought when one of them opens. */
(() => {
  const here = document.currentScript.src;

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

  const bring = (name) => import(new URL(name, here)).then((script) => script.start());
  const begin = () => {
    if (new URLSearchParams(location.search).has("h")) bring("marks.js");
    if (document.querySelector("article abbr[title], .mb-cite")) bring("notes.js");
  };

  if (window.document$) window.document$.subscribe(begin);
  else begin();
})();
