// What the editor made by others needs to know of our records, and no more.
(() => {
  "use strict";
  const start = document.getElementById("mb-start");
  const told = document.getElementById("mb-told");
  const asked = new URLSearchParams(location.search);

  const element = (name, text, of = {}) =>
    Object.assign(document.createElement(name), { textContent: text }, of);

  // ---- What is said to whoever edits: it stays until they have read it.

  const say = (heading, sentences, isDone = false) => {
    const list = element("ul", "");
    sentences.forEach((one) => list.append(element("li", one)));
    const close = element("button", "Close", { type: "button" });
    close.addEventListener("click", unsay);
    told.replaceChildren(element("h2", heading), list, close);
    told.classList.toggle("mb-done", isDone);
    told.hidden = false;
  };
  const unsay = () => {
    told.hidden = true;
    told.replaceChildren();
  };

  // ---- Widgets that take any text and suggest what the book knows.

  const isParts = (value) => value !== null && typeof value === "object";
  const told_of = (value) =>
    Object.values(value.toJS ? value.toJS() : value).map(String).join(", ");
  const typed = (value) => (value === null || value === undefined ? "" : String(value));
  const suggested = (field) =>
    field.get("suggests") ? `mb-${field.get("suggests")}` : undefined;

  const registerWidgets = () => {
    const { h, createClass } = window;
    const parts = (value) =>
      h("span", { className: "mb-parts" },
        `${told_of(value)} (written in several fields; change it in the file)`);

    CMS.registerWidget("minutebook-line", createClass({
      render() {
        const { forID, value, field, classNameWrapper, onChange } = this.props;
        if (isParts(value)) return h("div", { id: forID, className: classNameWrapper }, parts(value));
        return h("input", {
          id: forID,
          type: "text",
          className: classNameWrapper,
          value: typed(value),
          list: suggested(field),
          autoComplete: "off",
          onChange: (event) => onChange(event.target.value),
          onFocus: this.props.setActiveStyle,
          onBlur: this.props.setInactiveStyle,
        });
      },
    }));

    CMS.registerWidget("minutebook-lines", createClass({
      items() {
        const { value } = this.props;
        if (value === null || value === undefined || value === "") return [];
        if (Array.isArray(value)) return value;
        return value.toArray ? value.toArray() : [value];
      },
      isValid() {
        const { field } = this.props;
        const says = this.items().some((item) => isParts(item) || typed(item).trim());
        return says || !field.get("required", true)
          ? true
          : { error: { type: "PRESENCE", message: `${field.get("label")} is required.` } };
      },
      put(at, text) {
        const items = [...this.items()];
        items[at] = text;
        this.props.onChange(items);
      },
      take(at) {
        this.props.onChange(this.items().filter((_item, place) => place !== at));
      },
      line(item, at, isNew) {
        const { forID, field } = this.props;
        const label = field.get("label", field.get("name"));
        if (isParts(item)) return parts(item);
        return h("input", {
          id: at === 0 ? forID : undefined,
          type: "text",
          "aria-label": isNew ? `${label}, one more` : `${label}, ${at + 1}`,
          value: typed(item),
          list: suggested(field),
          autoComplete: "off",
          onChange: (event) => this.put(at, event.target.value),
          onFocus: this.props.setActiveStyle,
          onBlur: this.props.setInactiveStyle,
        });
      },
      render() {
        const { field, classNameWrapper } = this.props;
        const items = this.items();
        const label = field.get("label", field.get("name"));
        const rows = items.map((item, at) =>
          h("li", { key: at }, this.line(item, at, false),
            h("button", {
              type: "button",
              "aria-label": `Take out ${label}, ${at + 1}`,
              onClick: () => this.take(at),
            }, "×")));
        rows.push(h("li", { key: items.length }, this.line("", items.length, true)));
        return h("div", { className: classNameWrapper }, h("ul", { className: "mb-lines" }, rows));
      },
    }));
  };

  const putSuggestions = (all) => {
    Object.entries(all).forEach(([name, found]) => {
      const list = element("datalist", "", { id: `mb-${name}` });
      found.forEach(([value, label]) => list.append(element("option", "", { value, label })));
      document.body.append(list);
    });
  };

  // ---- Before a record is saved: what says nothing is left out, as we write records.

  const isMany = (value) => isParts(value) && typeof value.toJS === "function";
  const says = (value) => {
    if (value === null || value === undefined || value === false) return false;
    if (typeof value === "string") return value.trim() !== "";
    if (Array.isArray(value)) return value.length > 0;
    return isMany(value) ? value.size > 0 : true;
  };
  const pruned = (value) => {
    if (Array.isArray(value)) return value.map(pruned).filter(says);
    return isMany(value) ? value.map(pruned).filter(says) : value;
  };
  const idOf = (name) =>
    name.normalize("NFKD").replace(/[\u0300-\u036f'’]/g, "").toLowerCase()
      .replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");

  const withNewEntries = (data) => {
    const added = data.get("minutebook_new");
    let register = data.delete("minutebook_new");
    (added || []).forEach((entry) => {
      const id = entry.get("id") || idOf(entry.get("name") || "");
      if (!id) throw new Error("A new entry needs a name.");
      if (register.has(id)) throw new Error(`There is an entry ${id} already.`);
      register = register.set(id, entry.delete("id"));
    });
    return register;
  };

  let written = null;

  const registerPruning = () =>
    CMS.registerEventListener({
      name: "preSave",
      handler: ({ entry }) => {
        try {
          unsay();
          const data = withNewEntries(pruned(entry.get("data")));
          written = data.toJS();
          return data;
        } catch (error) {
          say("This was not saved.", [error.message]);
          throw error;
        }
      },
    });

  // ---- The way to our own server, where `minutebook edit` runs.

  const CHANGES = {
    persistEntry: "saved",
    persistMedia: "saved",
    deleteFiles: "deleted",
    publishUnpublishedEntry: "published",
    updateUnpublishedEntryStatus: "changed",
    deleteUnpublishedEntry: "deleted",
  };

  const throughOurServer = (api) => {
    const ask = window.fetch.bind(window);
    const seen = {};
    const note = (found) => [found].flat().forEach((one) => {
      if (one && one.file && one.file.path) seen[one.file.path] = one.file.id;
    });
    window.fetch = async (to, how) => {
      if (String(to) !== api || !how) return ask(to, how);
      const body = JSON.parse(how.body);
      const files = (body.params && body.params.dataFiles) || [];
      files.forEach((file) => { file.seen = seen[file.path] || null; });
      const answer = await ask(to, { ...how, body: JSON.stringify(body) });
      const found = await answer.clone().json().catch(() => null);
      if (!answer.ok && found && found.problems && body.action in CHANGES) {
        say(`This was not ${CHANGES[body.action]}.`, found.problems);
      }
      if (answer.ok && ["getEntry", "unpublishedEntryDataFile"].includes(body.action)) note(found);
      if (answer.ok && body.action === "persistEntry") note(found.saved);
      return answer;
    };
  };

  // Here nothing is published: what is saved is in the file.
  const saysSave = () =>
    CMS.registerLocale("minutebook", {
      editor: {
        editorToolbar: {
          publish: "Save",
          publishing: "Saving...",
          published: "Saved",
          publishNow: "Save now",
          publishAndCreateNew: "Save and write another",
          publishAndDuplicate: "Save and make a copy",
          unpublish: "Take out",
          deletePublishedEntry: "Delete",
        },
        editor: {
          onDeletePublishedEntry: "Are you sure you want to delete this?",
          onDeleteWithUnsavedChanges: "Are you sure you want to delete this, with what you changed?",
        },
      },
      ui: {
        toast: {
          entrySaved: "Saved",
          onFailToPersist: "This was not saved: %{details}",
          onFailToDelete: "This was not deleted: %{details}",
        },
      },
    });

  // ---- Without an account: what is changed becomes a file to send by e-mail.

  const saysDownload = () =>
    CMS.registerLocale("minutebook", {
      editor: {
        editorToolbar: {
          publish: "Download your change",
          publishing: "Making the file...",
          published: "As on the site",
          publishNow: "Download now",
          publishAndCreateNew: "Download, and write another",
          publishAndDuplicate: "Download, and make a copy",
        },
      },
      ui: { toast: { entrySaved: "Your change is in a file", onFailToPersist: "No file was made: %{details}" } },
    });

  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

  const changeOf = (record, before, after) => {
    const fields = {};
    [...new Set([...Object.keys(before || {}), ...Object.keys(after)])].forEach((name) => {
      const was = (before || {})[name];
      if (!same(was, after[name])) {
        fields[name === "body" ? "text" : name] = { before: was ?? null, after: after[name] ?? null };
      }
    });
    return { minutebook: "change", record, is_new: before === null, fields };
  };

  const download = (change, contact) => {
    const id = change.record.replace(/[^a-z0-9]+/g, "-").replace(/-(md|yml)$/, "");
    const name = `minutebook-change-${id}.json`;
    const file = new Blob([`${JSON.stringify(change, null, 2)}\n`], { type: "application/json" });
    const href = URL.createObjectURL(file);
    element("a", "", { href, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(href), 60000);
    say("Your change is in a file.", [
      `It is called ${name}, and is among what you have downloaded.`,
      contact
        ? `Send it by e-mail to ${contact}. Nothing is changed until somebody has looked at it.`
        : "Send it to those who look after the notes. Nothing is changed until they have looked at it.",
    ], true);
  };

  const byFile = (settings) => {
    const folder = `${settings.notes}/`;
    const parts = {};
    const edited = {};
    const json = async (name) => {
      const answer = await fetch(name);
      if (!answer.ok) throw new Error(`${name} could not be loaded.`);
      return answer.json();
    };
    let listed = null;
    const list = async () => listed || (listed = await json("records.json"));
    const before = async (record) => {
      const found = (await list())[record];
      if (!found) return null;
      parts[found.part] ||= json(`records/${found.part}.json`);
      return (await parts[found.part])[record];
    };
    const fileOf = (record, said) => {
      if (!record.endsWith(".md")) return `${JSON.stringify(said)}\n`;
      const { body = "", ...fields } = said;
      return `---\n${JSON.stringify(fields)}\n---\n${body}`;
    };
    const entry = (record, said) => ({
      file: { path: folder + record, id: record },
      data: said ? fileOf(record, said) : "",
    });
    const get = async (path) => {
      const record = path.slice(folder.length);
      return entry(record, edited[record] || (await before(record)));
    };
    const no = async () => { throw new Error("This needs an account."); };

    CMS.registerBackend("minutebook-file", class {
      isGitBackend() { return false; }
      async status() { return { auth: { status: true }, api: { status: true, statusPage: "" } }; }
      authComponent() { return () => null; }
      async restoreUser() { return {}; }
      async authenticate() { return {}; }
      logout() { return null; }
      async getToken() { return ""; }
      async entriesByFolder(asked) {
        const within = `${asked.slice(folder.length)}/`;
        return Object.entries(await list())
          .filter(([record]) => record.startsWith(within))
          .map(([record, said]) => entry(record, edited[record] || said));
      }
      async entriesByFiles(files) { return Promise.all(files.map((file) => get(file.path))); }
      getEntry(path) { return get(path); }
      async persistEntry({ dataFiles }) {
        const record = dataFiles[0].path.slice(folder.length);
        const was = await before(record);
        const change = changeOf(record, was, written);
        edited[record] = written;
        download(change, settings.contact);
      }
      async getMedia() { return []; }
      getMediaFile() { return no(); }
      persistMedia() { return no(); }
      deleteFiles() { return no(); }
      async unpublishedEntries() { return []; }
      async getDeployPreview() { return null; }
    });
    settings.config.backend = { name: "minutebook-file" };
    settings.config.publish_mode = "simple";
    settings.config.locale = "minutebook";
    settings.config.show_preview_links = false;
    settings.config.collections.forEach((collection) => { collection.delete = false; });
    saysDownload();
    signedIn("minutebook-file");
  };

  // ---- Opening a door.

  const load = (script) => new Promise((resolve, reject) => {
    document.head.append(element("script", "", { src: script, onload: resolve, onerror: reject }));
  });

  const signedIn = (name) =>
    localStorage.setItem("decap-cms-user", JSON.stringify({ backendName: name }));

  const open = async (door) => {
    const answer = await fetch("settings.json");
    if (!answer.ok) throw new Error("Its settings could not be loaded.");
    const settings = await answer.json();
    window.CMS_MANUAL_INIT = true;
    if (door === "here") {
      throughOurServer(settings.config.backend.proxy_url);
      signedIn("proxy");
    }
    await load(settings.script);
    if (settings.suggestions) {
      putSuggestions(settings.suggestions);
      registerWidgets();
      registerPruning();
    }
    if (door === "file") byFile(settings);
    else if (settings.config.locale === "minutebook") saysSave();
    start.hidden = true;
    CMS.init({ config: settings.config });
  };

  // A page leads here with its record: every door keeps it, and opens there.
  const record = /^([a-z]+)\/([a-z0-9-]+)$/.exec(asked.get("record") || "");
  if (record) {
    start.querySelectorAll(".mb-way").forEach((way) => { way.search += `&record=${record[0]}`; });
    history.replaceState(null, "", `#/collections/${record[1]}/entries/${record[2]}`);
  }

  const door = start.querySelector("[data-door=here]") ? "here"
    : asked.has("code") ? "host" : asked.get("door");
  if (door) {
    open(door).catch((error) => {
      start.hidden = false;
      say("The editor did not start.", [error.message || "A part of it could not be loaded."]);
    });
  }
})();
