/* What the pages gain where scripts run: copying, printing, filters, tables for thumbs. All of it reads well without.
   Ticks and notes are in ticks.js, which uses what is named in window.guide. */
(() => {
  "use strict";

  const site = new URL("../", document.currentScript.src).pathname;
  const main = document.querySelector(".md-content") || document.body;

  const all = (selector, within = main) => [...within.querySelectorAll(selector)];

  const made = (name, attributes = {}, text = "") => {
    const element = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    element.textContent = text;
    return element;
  };

  const attempt = (action, otherwise) => {
    try {
      return action();
    } catch {
      return otherwise;
    }
  };

  window.guide = { site, all, made, attempt };

  /* --- A button that prints: under the title of lists, of texts to copy, and of pages marked with print-here. --- */

  const setUpPrinting = () => {
    const isList = all(".checklist").length > 0;
    const title = main.querySelector("h1");
    if (!title || !(isList || all("pre.script, .print-here").length)) return;
    const button = made("button", { type: "button", class: "guide-button" }, isList ? "Print this list" : "Print this page");
    const place = made("p", { class: "page-tools no-print" });
    button.addEventListener("click", () => window.print());
    place.append(button);
    title.after(place);
  };

  /* --- Words to copy. --- */

  /* Pages opened over plain http from another machine have no clipboard; there the old way still works. */
  const copySelected = (element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    if (!document.execCommand("copy")) throw new Error("not copied");
  };

  const copy = (element) =>
    navigator.clipboard
      ? navigator.clipboard.writeText(element.textContent.trim()).catch(() => copySelected(element))
      : new Promise((done) => done(copySelected(element)));

  const setUpCopying = (script) => {
    const box = made("div", { class: "script-box" });
    const button = made("button", { type: "button", class: "guide-button" }, "Copy");
    const heard = made("span", { class: "guide-heard", role: "status" });
    const say = (words) => {
      button.textContent = words;
      heard.textContent = words;
      setTimeout(() => {
        button.textContent = "Copy";
        heard.textContent = "";
      }, 4000);
    };
    button.addEventListener("click", () =>
      copy(script).then(
        () => say("Copied"),
        () => say("Select and copy by hand")
      )
    );
    script.replaceWith(box);
    box.append(button, script, heard);
  };

  /* --- Citations: three or more in a row interrupt the sentence, so they fold into one button that counts them. --- */

  const FEW = 2;

  const isCite = (node) => node instanceof Element && node.matches("a.cite");

  const isBlank = (node) => node instanceof Text && !node.textContent.trim();

  const nextCite = (cite) => {
    const next = isBlank(cite.nextSibling) ? cite.nextSibling.nextSibling : cite.nextSibling;
    return isCite(next) ? next : null;
  };

  const runFrom = (cite) => {
    const run = [cite];
    for (let next = nextCite(cite); next; next = nextCite(next)) run.push(next);
    return run;
  };

  const flagged = (cite) => cite.matches(".cite--old, .cite--single, .cite--projected");

  /* A full stop after the button stays on the button's line. */
  const holdStop = (box) => {
    const after = box.nextSibling;
    const stop = after instanceof Text && after.textContent.match(/^[.,;:)]+/);
    if (!stop) return;
    box.append(stop[0]);
    after.textContent = after.textContent.slice(stop[0].length);
  };

  /* What is old, projected or said by one source only still says so while folded. */
  const fold = (cite) => {
    if (cite.closest(".cites")) return;
    const run = runFrom(cite);
    if (run.length <= FEW) return;
    const worries = run.filter(flagged).map((each) => (each.matches(".cite--old") ? "old" : "unsure"));
    const words = [...new Set(worries)].map((worry) => `some ${worry}`);
    const box = made("span", { class: "cites" });
    const button = made("button", { type: "button", class: "cites-more", "aria-expanded": "false" });
    button.textContent = [`${run.length} sources`, ...words].join(", ");
    button.classList.toggle("cites-more--flagged", words.length > 0);
    button.addEventListener("click", () =>
      button.setAttribute("aria-expanded", String(button.getAttribute("aria-expanded") === "false"))
    );
    const list = made("span");
    cite.before(box);
    run.slice(1).forEach((each) => isBlank(each.previousSibling) && each.previousSibling.remove());
    run.forEach((each, n) => list.append(n ? " " : "", each));
    box.append(button, list);
    holdStop(box);
  };

  /* --- Tables. --- */

  /* More letters than this in a cell are too many for a column of a phone. */
  const LONG = 40;

  const length = (cell) => cell.textContent.trim().length;

  const cramped = (table) =>
    all("thead tr > *", table).length > 2 && all("tbody td", table).some((cell) => length(cell) > LONG);

  /* Roles are named, since a row shown as a block is no row to a screen reader. */
  const stack = (table) => {
    const labels = all("thead tr > *", table).map((cell) => cell.textContent.trim());
    all("tbody tr", table).forEach((row) =>
      [...row.cells].forEach((cell, n) => {
        cell.dataset.label = labels[n] || "";
        if (length(cell) > LONG) cell.dataset.long = "";
        cell.setAttribute("role", "cell");
      })
    );
    all("tr", table).forEach((row) => row.setAttribute("role", "row"));
    all("thead, tbody", table).forEach((group) => group.setAttribute("role", "rowgroup"));
    all("thead th", table).forEach((cell) => cell.setAttribute("role", "columnheader"));
    table.setAttribute("role", "table");
    table.dataset.stacked = "";
  };

  /* A heading without words is announced as a mistake; a plain cell is passed over. */
  const unhead = (cell) => cell.replaceWith(made("td"));

  const reachByKeyboard = (wrap, n) => {
    if (wrap.scrollWidth <= wrap.clientWidth) return;
    const label = `Table ${n + 1}, scrolls sideways`;
    Object.entries({ tabindex: "0", role: "region", "aria-label": label }).forEach(([name, value]) =>
      wrap.setAttribute(name, value)
    );
  };

  /* --- Filters: the marked words of a table's rows are what one can choose by. What is out is still printed. --- */

  /* Words marked with data-facet, or with data-only, by what that says; each with the texts that stand there. */
  const marked = (kind, within) => {
    const found = new Map();
    all(`[data-${kind}]`, within).forEach(({ dataset, textContent }) =>
      found.set(dataset[kind], (found.get(dataset[kind]) || new Set()).add(textContent))
    );
    return found;
  };

  const filter = (control, name, fits) => {
    const label = made("label", { class: `filter-${control.type}` });
    label.append(name, control);
    return { control, label, fits };
  };

  const bySearch = () => {
    const input = made("input", { type: "search" });
    return filter(input, "Search", (row) => row.textContent.toLowerCase().includes(input.value.trim().toLowerCase()));
  };

  const byFacet = ([name, texts]) => {
    const select = made("select");
    select.append(made("option", { value: "" }, "All"), ...[...texts].map((text) => made("option", {}, text)));
    return filter(select, name, (row) => !select.value || marked("facet", row).get(name)?.has(select.value));
  };

  const byMark = (name) => {
    const box = made("input", { type: "checkbox" });
    return filter(box, name, (row) => !box.checked || marked("only", row).has(name));
  };

  const setUpFilters = (place) => {
    const rows = all("tbody tr", place);
    const filters = [
      bySearch(),
      ...[...marked("facet", place)].map(byFacet),
      ...[...marked("only", place).keys()].map(byMark),
    ];
    const bar = made("div", { class: "filters no-print", role: "group", "aria-label": "Filters for the table" });
    const count = made("p", { role: "status" });
    const every = made("button", { type: "button", class: "guide-button" }, "Show all");
    const show = () => {
      rows.forEach((row) => row.toggleAttribute("data-out", !filters.every(({ fits }) => fits(row))));
      count.textContent = `${rows.filter((row) => !row.matches("[data-out]")).length} of ${rows.length} shown`;
    };
    every.addEventListener("click", () => {
      filters.forEach(({ control }) => Object.assign(control, { value: "", checked: false }));
      show();
    });
    bar.addEventListener("input", show);
    bar.append(...filters.map(({ label }) => label), count, every);
    place.prepend(bar);
    show();
  };

  all("thead th").filter((cell) => !length(cell)).forEach(unhead);
  all("table").filter((table) => table.closest(".stack") || cramped(table)).forEach(stack);
  all("a.cite").forEach(fold);
  setUpPrinting();
  all(".filterable").forEach(setUpFilters);
  all("pre.script[data-copy]").forEach(setUpCopying);
  window.addEventListener("load", () => all(".md-typeset__scrollwrap").forEach(reachByKeyboard));
  window.addEventListener("beforeprint", () => all("details").forEach((fold) => (fold.open = true)));
})();
