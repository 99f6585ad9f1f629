/* Acronyms explained by pointer, key and touch; paragraphs that can be cited. */
const all = (what) => [...document.querySelectorAll(what)];
const tip = document.createElement("span");
let waiting;
tip.id = "mb-tip";
tip.role = "tooltip";

const hide = () => {
  tip.previousSibling?.removeAttribute("aria-describedby");
  tip.remove();
};
const stay = () => clearTimeout(waiting);
const leave = () => {
  stay();
  waiting = setTimeout(() => tip.previousSibling === document.activeElement || hide(), 300);
};
tip.onpointerenter = stay;
tip.onpointerleave = leave;
const explain = (abbr) => {
  const meaning = abbr.title;
  abbr.removeAttribute("title");
  abbr.tabIndex = 0;
  abbr.onpointerenter = abbr.onfocus = () => {
    stay();
    hide();
    tip.textContent = meaning;
    abbr.after(tip);
    abbr.setAttribute("aria-describedby", tip.id);
    const room = abbr.offsetParent.clientWidth - tip.offsetWidth - 8;
    tip.style.left = `${Math.min(abbr.offsetLeft, room)}px`;
    tip.style.top = `${abbr.offsetTop + abbr.offsetHeight}px`;
  };
  abbr.onclick = () => abbr.focus();
  abbr.onpointerleave = leave;
  abbr.onblur = hide;
};

// The citation gives the address of the paragraph that the page is opened at.
const point = () =>
  all(".mb-cite a").forEach((address) => {
    const note = (address.dataset.note ||= address.href);
    address.textContent = address.href = note + (all(".mb-minutes :target")[0] ? location.hash : "");
  });
const copy = async (mark) => {
  point();
  const [text, status] = all(".mb-cite__text, .mb-cite [role]");
  await navigator.clipboard.writeText(text.innerText);
  status.textContent = "";
  mark.textContent = status.textContent = status.dataset.copied;
};
export const start = () => {
  all("article abbr[title]").forEach(explain);
  point();
  const [whole, one] = all(".mb-cite button");
  if (!whole || !navigator.clipboard) return;
  const mark = (at) => {
    const link = document.createElement("a");
    link.className = "mb-mark";
    link.textContent = "¶";
    link.ariaLabel = one.dataset.label;
    link.href = `#${at.id}`;
    link.onclick = () => setTimeout(copy, 0, link);
    at.prepend(link);
  };
  whole.parentNode.hidden = false;
  whole.onclick = () => copy({});
  one.onclick = () => {
    const on = one.ariaPressed !== "true";
    one.ariaPressed = on;
    all(on ? ".mb-minutes [id]" : ".mb-mark").forEach(on ? mark : (link) => link.remove());
  };
};

addEventListener("keydown", ({ key }) => key === "Escape" && hide());
addEventListener("hashchange", point);
