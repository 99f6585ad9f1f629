// The page of a form. All it can do comes when somebody reaches for it, or its address fills it in.
(() => {
  const begin = () => {
    const form = document.querySelector(".mb-form:not([data-begun])");
    if (!form) return;
    const { dataset } = form;
    let coming;
    dataset.begun = "";
    const bring = () => coming ||= import("./suggest.mjs").then(({ start }) => {
      start(form);
      dataset.ready = "";
    }).catch(() => {
      coming = 0;
      const failed = form.querySelector("[data-failed]");
      failed.hidden = false;
      failed.focus();
    });
    for (const event of ["pointerenter", "focusin"]) form.addEventListener(event, bring, { once: true });
    // A button that was pressed before it had come is pressed again.
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (!("ready" in dataset)) bring().then(() => "ready" in dataset && form.requestSubmit());
    });
    form.noValidate = true;
    if (location.search) bring();
  };
  window.document$ ? document$.subscribe(begin) : begin();
})();
