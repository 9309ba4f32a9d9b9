"use strict";
// The page works without this script: cells lead to passages, numbers in the articles lead back. With it, articles open
// side by side at the passages of one fact, the table filters, keys step from fact to fact.
(() => {
  const at = (id) => document.getElementById(id);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const rows = all(".facts tbody tr");
  const articles = all("#articles article");
  const reader = at("reader");
  let open = null; // the row shown side by side
  let asked = null; // the row whose cell was chosen: a passage may be of several facts
  let opener = null; // what had the focus before, and where the page stood
  let stood = 0;

  // ---- filters
  const form = at("filters");
  const visible = () => rows.filter((row) => !row.hidden);
  const chosen = (name) => new Set(all(`input[name=${name}]:checked`, form).map((box) => box.value));

  function filter() {
    const relations = chosen("relation");
    const kinds = chosen("kind");
    const source = form.elements.source.value;
    for (const row of rows) {
      const tells = !source || all("td", row).some((cell) => cell.dataset.article === source);
      row.hidden = !(relations.has(row.classList[0]) && kinds.has(row.dataset.kind) && tells);
    }
    for (const item of all("#alone li")) item.hidden = !kinds.has(item.dataset.kind);
    const shown = visible().length;
    const output = at("shown");
    const words = shown === 1 ? output.dataset.one : output.dataset.many;
    output.textContent = words.replace("{n}", shown).replace("{all}", rows.length);
    at("none").hidden = shown > 0;
  }

  // ---- side by side
  const passagesOf = new Map(rows.map((row) => [row, []])); // the marks of each fact
  const factsOf = (mark) => mark.dataset.facts.split(" ").map((number) => rows[number - 1]); // the gravest first
  for (const mark of all("mark[data-facts]")) {
    for (const row of factsOf(mark)) passagesOf.get(row).push(mark);
  }

  function scrollTo(article, mark) {
    const pane = article.querySelector(".text");
    if (mark) pane.scrollTop += mark.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 3;
  }

  function enter() {
    if (!document.body.classList.contains("reading")) {
      opener = document.activeElement;
      stood = window.scrollY;
    }
    document.body.classList.add("reading");
    reader.hidden = false;
    for (const mark of all("#articles mark.on")) mark.classList.remove("on");
  }

  function tell(text) {
    at("place").textContent = text;
    at("told").focus({ preventScroll: true });
  }

  function side(row, focus) {
    enter();
    open = row;
    const passages = passagesOf.get(row);
    const inside = new Set(passages.map((mark) => mark.closest("article")));
    for (const mark of passages) mark.classList.add("on");
    for (const article of articles) article.classList.toggle("in", inside.has(article));
    at("told").replaceChildren(...row.querySelector(".told").cloneNode(true).childNodes);
    for (const details of all("#told details")) details.open = true;
    for (const article of inside) {
      scrollTo(article, focus && article.contains(focus) ? focus : passages.find((mark) => article.contains(mark)));
    }
    if (focus) focus.closest("article").scrollIntoView({ block: "nearest", inline: "nearest" });
    const among = visible();
    const place = among.indexOf(row) < 0 ? rows : among;
    tell(reader.dataset.place.replace("{n}", place.indexOf(row) + 1).replace("{all}", place.length));
  }

  function single(article, mark) {
    enter();
    open = null;
    for (const other of articles) other.classList.toggle("in", other === article);
    at("told").replaceChildren();
    if (mark) mark.classList.add("on");
    scrollTo(article, mark);
    tell(mark ? reader.dataset.single.replace("{name}", article.dataset.name) : article.dataset.name);
  }

  function leave() {
    document.body.classList.remove("reading");
    reader.hidden = true;
    for (const row of rows) row.classList.toggle("here", row === open);
    if (open && !open.hidden) open.scrollIntoView({ block: "nearest" });
    else window.scrollTo(0, stood);
    const target = opener && opener.isConnected && opener.matches("a") ? opener : open && open.querySelector("a.said");
    if (target) target.focus({ preventScroll: true });
  }

  function follow() {
    const target = at(location.hash.slice(1));
    if (!target) {
      if (document.body.classList.contains("reading")) leave();
    } else if (target.matches(".facts tr")) side(target);
    else if (target.matches("article")) single(target);
    else if (target.matches("mark[data-facts]")) side(factsOf(target).find((row) => row === asked) || factsOf(target)[0], target);
    else if (target.matches("mark")) single(target.closest("article"), target);
    else if (document.body.classList.contains("reading")) leave();
  }

  const go = (id) => { asked = null; history.pushState(null, "", `#${id}`); follow(); };
  const back = () => { history.pushState(null, "", location.pathname + location.search); leave(); };

  function step(by) {
    const among = visible();
    if (!among.length) return;
    const here = among.indexOf(open);
    go(among[(Math.max(here, by < 0 ? 0 : -1) + by + among.length) % among.length].id);
  }

  // ---- events
  form.addEventListener("change", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  at("back").addEventListener("click", back);
  at("previous").addEventListener("click", () => step(-1));
  at("next").addEventListener("click", () => step(1));
  window.addEventListener("hashchange", follow);
  window.addEventListener("popstate", follow);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (link) asked = link.closest(".facts tr");
    if (link && link.getAttribute("href") === location.hash) follow(); // the same address again
    const mark = event.target.closest("mark[data-facts]");
    if (mark && !link && !String(getSelection())) go(factsOf(mark)[0].id);
    const cell = event.target.closest(".facts td");
    if (cell && !link && !event.target.closest("summary")) cell.querySelector("a.said")?.click();
  });
  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target.matches("select, input:not([type=checkbox])")) return;
    const reading = document.body.classList.contains("reading");
    if (event.key === "Escape" && reading) back();
    else if (event.key === "j" || (reading && event.key === "ArrowRight")) step(1);
    else if (event.key === "k" || (reading && event.key === "ArrowLeft")) step(-1);
    else return;
    event.preventDefault();
  });

  window.addEventListener("beforeprint", () => { for (const details of all("details")) details.open = true; });

  for (const hint of all(".needs-script")) hint.hidden = false;
  filter();
  follow();
})();
