/* The button that changes the colours works the theme's own switch. */
(() => {
  const begin = () => {
    const button = document.querySelector("[data-mb-colours]");
    const options = [...document.querySelectorAll("[data-md-component=palette] input")];
    if (!button || options.length < 2) return;
    const chosen = () => Math.max(options.findIndex((option) => option.checked), 0);
    const name = () => {
      button.title = options[chosen()].getAttribute("aria-label") ?? "";
      button.setAttribute("aria-label", button.title);
    };
    button.onclick = () => {
      options[(chosen() + 1) % options.length].click();
      name();
    };
    // The computer may change its colours by itself.
    new MutationObserver(name).observe(document.body, { attributeFilter: ["data-md-color-scheme"] });
    name();
    button.hidden = false;
  };
  begin();
})();
