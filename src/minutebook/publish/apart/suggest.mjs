/* What the page of a form can do: take answers from its address, say what is missing, and lay out */
/* what was answered as a git host does (see contributing/forms/layout.py). */
const LONGEST = 2000;

const partsOf = (field) => [...field.querySelectorAll("input, select, textarea")];

const below = (field) => {
  const [part, ...others] = partsOf(field);
  if (part.type === "checkbox")
    return [part, ...others].map((box) => `- [${box.checked ? "X" : " "}] ${box.dataset.option}`).join("\n");
  if (!part.value) return "_No response_";
  return "exact" in field.dataset ? `\`\`\`text\n${part.value}\n\`\`\`` : part.value;
};

const lastOf = (address, many) => address.replace(/[?#].*/s, "").split("/").filter(Boolean).slice(-many).join("/");

const slug = (text) =>
  text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/[^a-z0-9]+/g, "-").slice(0, 80).replace(/^-|-$/g, "");

export const start = (form) => {
  const { dataset, elements } = form;
  const fields = [...form.querySelectorAll(".mb-field")];
  const tell = (name) => {
    const notice = form.querySelector(`[data-${name}]`);
    for (const other of form.querySelectorAll(".mb-notice")) other.hidden = other !== notice;
    notice.focus();
  };

  // The name of the record that was chosen, in words.
  const name = (part) => {
    const named = part.list && part.parentElement.querySelector("output");
    const found = named && [...part.list.options].find(({ value }) => value === lastOf(part.value, 1));
    if (named) named.textContent = found?.text ?? "";
  };

  const wrong = (part) => {
    const error = document.getElementById(`${part.id}-error`);
    if (!error) return false;
    const missing = part.required && !part.value.trim() && !part.validity.badInput;
    const says = missing ? dataset.missing : part.validity.valid ? "" : dataset.wrong;
    error.textContent = says;
    error.hidden = !says;
    says ? part.setAttribute("aria-invalid", "true") : part.removeAttribute("aria-invalid");
    return says;
  };

  // Whether all is well; otherwise the first answer that is not gets the focus.
  const complete = () => {
    const first = fields.flatMap(partsOf).filter(wrong)[0];
    first?.focus();
    return !first;
  };

  const subject = () => {
    const { subject } = dataset;
    const about = lastOf(elements[subject]?.value ?? "", subject === "record" ? 2 : 1);
    return slug(about || elements.title?.value || "");
  };

  for (const [id, value] of new URLSearchParams(location.search)) {
    const part = elements.namedItem(id);
    const takes = part?.name === id && part.matches(".mb-field :is(input:not([type=checkbox]), select, textarea)");
    if (takes && !part.value) part.value = value;
  }
  for (const field of fields) for (const part of partsOf(field)) name(part);

  form.addEventListener("input", ({ target }) => {
    name(target);
    if (target.hasAttribute("aria-invalid")) wrong(target);
  });

  form.addEventListener("submit", () => {
    if (!complete()) return;
    const text = fields.map((field) => `### ${field.dataset.question}\n\n${below(field)}`).join("\n\n");
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/markdown" }));
    link.download = `${[dataset.verb, subject()].filter(Boolean).join("-")}.md`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    form.querySelector("[data-name]").textContent = link.download;
    tell("done");
  });

  const host = form.querySelector("[data-host]");
  host?.addEventListener("click", () => {
    if (!complete()) return;
    const address = new URL(host.dataset.host);
    for (const part of fields.flatMap(partsOf))
      if (part.value && part.matches("input:not([type=checkbox]), textarea")) address.searchParams.set(part.name, part.value);
    address.href.length < LONGEST ? location.assign(address) : tell("long");
  });
};
