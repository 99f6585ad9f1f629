/* `/` leads to the search, and the words one came for are marked on the page that opens. */
(() => {
  const marks = new URL("marks.js", document.currentScript.src);

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
    if (new URLSearchParams(location.search).has("h")) import(marks).then((script) => script.mark());
  };

  if (window.document$) window.document$.subscribe(mark);
  else mark();
})();
