/* Checklists that remember: ticks and notes by site, person and task, kept in this browser alone. After guide.js.

   A tick is "1" under guide:SITE:GUIDE:TASK, a note is its text under the same with :note behind it. What the reader's file
   says is done is ticked and disabled in the page itself. All of it reads and prints without scripts, but for notes. */
(() => {
  "use strict";

  const { site, all, made, attempt } = window.guide;

  const guide = all(".checklist[data-guide], .ticks[data-guide]")[0]?.dataset.guide;
  if (guide === undefined) return;

  const lists = all(".checklist");
  const boxes = all(".checklist input[data-id]");
  const overall = all(".ticks[data-tasks]")[0];

  const unique = (values) => [...new Set(values)];
  const words = (text) => (text || "").split(/\s+/).filter(Boolean);
  const plural = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;

  /* --- What is kept. A private window, or a browser that keeps nothing for files, still ticks: until the page is left. --- */

  const PREFIX = `guide:${site}:${guide}:`;
  const NOTE = ":note";
  const REFUSED =
    "This browser does not keep what you tick or write here; a private window is one reason. It is gone once you leave this page, so print the list before, or open the guide in an ordinary window.";

  const refused = new Map();

  const sayRefused = () => {
    if (document.querySelector(".ticks-refused")) return;
    (overall || lists[0]).before(made("p", { class: "ticks-refused no-print", role: "status" }, REFUSED));
  };

  const read = (name) =>
    (refused.has(name) ? refused.get(name) : attempt(() => localStorage.getItem(PREFIX + name), null)) || "";

  const put = (name, value) => {
    if (value) localStorage.setItem(PREFIX + name, value);
    else localStorage.removeItem(PREFIX + name);
    refused.delete(name);
    return true;
  };

  const write = (name, value) => {
    if (attempt(() => put(name, value), false)) return;
    refused.set(name, value);
    sayRefused();
  };

  const keys = () => attempt(() => Object.keys(localStorage), []).filter((key) => key.startsWith(PREFIX));

  /* Of this person on this site; also for tasks that the guide does not name today, since they may come back. */
  const kept = () => unique([...keys().map((key) => key.slice(PREFIX.length)), ...refused.keys()]).filter(read).sort();

  const tickedIds = () => kept().filter((name) => !name.endsWith(NOTE));

  const notedIds = () =>
    kept()
      .filter((name) => name.endsWith(NOTE))
      .map((name) => name.slice(0, -NOTE.length));

  /* --- Progress: per list, and of all tasks of the guide. --- */

  const filed = new Set([
    ...words(overall?.dataset.filed),
    ...boxes.filter((box) => box.disabled && box.checked).map((box) => box.dataset.id),
  ]);

  const isDone = (id) => filed.has(id) || read(id) === "1";

  const counted = (ids) => `${ids.filter(isDone).length} of ${ids.length} done`;

  /* What shows how far some tasks have come: in words, and as a bar for the eye. */
  const gauge = (ids, before = "") => {
    const count = made("p");
    const bar = made("progress", { "aria-hidden": "true", max: ids.length, value: "0" });
    const show = () => {
      count.textContent = before + counted(ids);
      bar.value = ids.filter(isDone).length;
    };
    return { parts: [count, bar], show, ids };
  };

  const idsIn = (parts) => unique(parts.flatMap((part) => all("input[data-id]", part)).map((box) => box.dataset.id));

  /* With several parts under headings, the count is of all of them, so it stands above the first one's heading. */
  const placeFor = ([first, ...others]) => {
    const above = first.previousElementSibling;
    return others.length && above?.matches("h2, h3") ? above : first;
  };

  const listGauge = (name) => {
    const parts = lists.filter((list) => (list.dataset.list || "") === name);
    const progress = gauge(idsIn(parts));
    const bar = made("div", { class: "checklist-bar no-print" });
    bar.append(...progress.parts);
    if (progress.ids.length) placeFor(parts).before(bar);
    return { ...progress, name };
  };

  const gauges = unique(lists.map((list) => list.dataset.list || "")).map(listGauge);
  const whole = overall && gauge(words(overall.dataset.tasks), "All your tasks: ");
  const heard = made("p", { class: "guide-heard", role: "status" });

  if (whole) overall.append(...whole.parts);
  (overall || lists[0])?.before(heard);

  /* --- Notes. --- */

  const notes = [];

  const named = (element, id) => {
    element.id ||= id;
    return element.id;
  };

  const setUpNote = (item, n) => {
    const box = item.querySelector("input[data-id]");
    if (!box) return;
    const name = box.dataset.id + NOTE;
    const task = named(item.querySelector(".task-action") || box.closest("label"), `task-${n}`);
    const button = made("button", { type: "button", class: "guide-button note-button", id: `note-button-${n}` }, "Note");
    const editor = made("div", { class: "note-editor", id: `note-editor-${n}` });
    const label = made("label", { for: `note-${n}`, id: `note-label-${n}` }, "Your note");
    const field = made("textarea", { id: `note-${n}`, rows: "3", autocomplete: "off" });
    const text = made("p", { class: "note" });
    const open = (state) => {
      editor.hidden = !state;
      button.setAttribute("aria-expanded", String(state));
    };
    const show = () => {
      text.textContent = read(name);
      text.hidden = !text.textContent;
      if (document.activeElement !== field) field.value = text.textContent;
    };
    button.setAttribute("aria-controls", editor.id);
    button.setAttribute("aria-labelledby", `${button.id} ${task}`);
    field.setAttribute("aria-labelledby", `${label.id} ${task}`);
    button.addEventListener("click", () => {
      open(editor.hidden);
      if (!editor.hidden) field.focus();
    });
    field.addEventListener("input", () => {
      write(name, field.value.trim() ? field.value : "");
      notes.forEach((note) => note.show());
    });
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      open(false);
      button.focus();
    });
    editor.append(label, field);
    box.closest("label").after(button);
    item.append(editor, text);
    open(false);
    notes.push({ show });
  };

  lists.flatMap((list) => all("li", list)).forEach(setUpNote);

  /* --- Showing it. --- */

  const refresh = () => {
    boxes.forEach((box) => (box.checked = isDone(box.dataset.id)));
    [...gauges, whole].forEach((one) => one?.show());
    notes.forEach((note) => note.show());
  };

  const tell = (box) => {
    const list = gauges.find(({ name }) => name === (box.closest(".checklist").dataset.list || ""));
    heard.textContent = [`This list: ${counted(list.ids)}.`, whole && `All your tasks: ${counted(whole.ids)}.`]
      .filter(Boolean)
      .join(" ");
  };

  boxes.forEach((box) =>
    box.addEventListener("change", () => {
      write(box.dataset.id, box.checked ? "1" : "");
      refresh();
      tell(box);
    })
  );

  /* --- A file of them: out, in, and away. --- */

  const FORMAT = 1;
  const MOST = 1000000;
  const ID = /^[a-z0-9]+(-+[a-z0-9]+)*$/;

  const amounts = (ticks, texts) => `${plural(ticks, "tick")} and ${plural(texts, "note")}`;

  const exported = () => ({
    format: FORMAT,
    guide,
    ticks: tickedIds(),
    notes: Object.fromEntries(notedIds().map((id) => [id, read(id + NOTE)])),
  });

  const download = (name, text) => {
    const link = made("a", { download: name, href: URL.createObjectURL(new Blob([text], { type: "application/json" })) });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  };

  const isRecord = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

  const isWhole = ({ ticks, notes: texts }) =>
    Array.isArray(ticks) &&
    isRecord(texts) &&
    [...ticks, ...Object.keys(texts)].every((id) => typeof id === "string" && ID.test(id)) &&
    Object.values(texts).every((text) => typeof text === "string");

  /* The file's content, or an error whose words are for the reader. */
  const understood = (text) => {
    const data = attempt(() => JSON.parse(text), null);
    if (!isRecord(data) || !("ticks" in data) || !("guide" in data))
      throw new Error("This is not a file of ticks. Choose the ticks.json that was saved on this page. Nothing was changed.");
    if (data.guide !== guide)
      throw new Error("This file belongs to another guide: another person's, or one for another season. Nothing was changed.");
    if (data.format !== FORMAT || !isWhole(data))
      throw new Error("This file is damaged, or comes from another version of the guide. Nothing was changed.");
    return data;
  };

  /* Neither text is lost; a file that is brought in twice adds nothing the second time. */
  const joined = (mine, theirs) => {
    if (mine.includes(theirs)) return mine;
    return theirs.includes(mine) ? theirs : `${mine}\n\n${theirs}`;
  };

  const merge = ({ ticks, notes: texts }) => {
    const fresh = unique(ticks).filter((id) => read(id) !== "1");
    const changed = Object.entries(texts).filter(([id, text]) => joined(read(id + NOTE), text) !== read(id + NOTE));
    const both = changed.filter(([id, text]) => read(id + NOTE) && !text.includes(read(id + NOTE)));
    fresh.forEach((id) => write(id, "1"));
    changed.forEach(([id, text]) => write(id + NOTE, joined(read(id + NOTE), text)));
    const beside = both.length ? ` ${plural(both.length, "note")} differed; both texts are kept.` : "";
    return `The file holds ${amounts(unique(ticks).length, Object.keys(texts).length)}; ${amounts(fresh.length, changed.length)} of them ${fresh.length + changed.length === 1 ? "was" : "were"} new here.${beside}`;
  };

  const bringIn = async (file) => {
    if (file.size > MOST) throw new Error("This file is too large to be one of ticks. Nothing was changed.");
    return merge(understood(await file.text()));
  };

  const asking = (remove) => {
    const dialog = made("dialog", { class: "guide-dialog", "aria-labelledby": "reset-title", "aria-describedby": "reset-text" });
    const text = made("p", { id: "reset-text" });
    const form = made("form", { method: "dialog" });
    const keep = made("button", { class: "guide-button", value: "keep", autofocus: "" }, "Keep them");
    const away = made("button", { class: "guide-button", value: "remove" }, "Remove them");
    form.append(keep, away);
    dialog.append(made("h2", { id: "reset-title" }, "Remove your ticks and notes?"), text, form);
    dialog.addEventListener("close", () => dialog.returnValue === "remove" && remove());
    return {
      dialog,
      ask: () => {
        text.textContent = `This browser holds ${amounts(tickedIds().length, notedIds().length)} of this guide. They can't be brought back unless you saved them as a file. What your profile says is done stays done.`;
        dialog.returnValue = "";
        dialog.showModal();
      },
    };
  };

  const setUpTools = (place) => {
    const press = (text, act) => {
      const button = made("button", { type: "button", class: "guide-button" }, text);
      button.addEventListener("click", act);
      return button;
    };
    const said = made("p", { role: "status" });
    const chosen = made("input", { type: "file", accept: ".json,application/json", "aria-label": "A file of ticks", hidden: "" });
    const { dialog, ask } = asking(() => {
      kept().forEach((name) => write(name, ""));
      refresh();
      said.textContent = "Your ticks and notes are removed from this browser.";
    });
    chosen.addEventListener("change", async () => {
      said.textContent = await bringIn(chosen.files[0]).catch((error) => error.message);
      chosen.value = "";
      refresh();
    });
    const save = () => {
      download("ticks.json", `${JSON.stringify(exported(), null, 2)}\n`);
      said.textContent = `Saved as ticks.json: ${amounts(tickedIds().length, notedIds().length)}.`;
    };
    const about =
      "Ticks and notes stay in this browser. As a file they can be kept safe, or move to another browser; what is there already stays. The file holds your notes and names hosts of yours.";
    place.setAttribute("role", "group");
    place.setAttribute("aria-label", "Your ticks and notes");
    place.append(
      made("p", {}, about),
      press("Save as a file", save),
      press("Bring in a file", () => chosen.click()),
      press("Remove all", ask),
      chosen,
      said,
      dialog
    );
  };

  all(".ticks-tools").forEach(setUpTools);
  if (!attempt(() => (localStorage.setItem(PREFIX, ""), localStorage.removeItem(PREFIX), true), false)) sayRefused();
  refresh();
  window.addEventListener("pageshow", refresh);
  window.addEventListener("storage", refresh);
})();
