/* The button that changes the colours. Until it is used, they follow the computer's. */
(() => {
  const button = document.querySelector("[data-mb-colours]");
  if (!button) return;
  const all = JSON.parse(button.dataset.mbColours);
  const parts = ["scheme", "primary", "accent"];
  const shown = () => all.findIndex((one) => one.scheme === document.body.dataset.mdColorScheme);
  const name = () => {
    const told = all[shown()]?.toggle?.name;
    if (told) button.setAttribute("aria-label", (button.title = told));
  };
  const show = (at) => {
    for (const part of parts)
      if (all[at]?.[part]) document.body.setAttribute(`data-md-color-${part}`, all[at][part].replaceAll(" ", "-"));
    name();
  };
  button.onclick = () => {
    const at = (shown() + 1) % all.length;
    show(at);
    __md_set("__palette", { index: at, color: all[at] });
  };
  for (const [at, one] of all.entries())
    matchMedia(one.media || "not all").addEventListener("change", (now) => {
      if (now.matches && !__md_get("__palette")) show(at);
    });
  name();
  button.hidden = all.length < 2;
})();

/* A menu that was opened, and a link in it that leads to this very page, as with a hash. */
addEventListener("hashchange", () => document.querySelector("[popover]:popover-open")?.hidePopover());
