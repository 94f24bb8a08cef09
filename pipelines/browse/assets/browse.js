// Filters the list of a static folder, as the server does for its own: by the query of the address.

"use strict";

const form = document.querySelector("form.filters");
const query = new URLSearchParams(location.search);
const words = document.getElementById("words").dataset;

form.hidden = false;
for (const control of form.elements) {
  if (!query.get(control.name)) continue;
  control.value = query.get(control.name);
  control.closest("details")?.setAttribute("open", "");
}
for (const link of document.querySelectorAll(".languages a")) link.search = location.search;
// An empty condition has no place in the address.
form.addEventListener("submit", () => {
  for (const control of form.elements) control.disabled = control.value === "" && control.name !== "";
});
window.addEventListener("pageshow", () => {
  for (const control of form.elements) control.disabled = false;
});
if ([...query.values()].some((value) => value)) {
  const index = document.createElement("script");
  index.src = form.dataset.index;
  document.head.append(index);
}

function fold(text) {
  return text.toLowerCase().replaceAll("đ", "d").normalize("NFD").replace(/\p{M}/gu, "");
}

function fits(row) {
  const needles = fold(query.get("q") || "").split(/\s+/).filter(Boolean);
  const facets = Object.entries(row.facets);
  return facets.every(([name, values]) => !query.get(name) || values.includes(query.get(name)))
    && needles.every((needle) => row.words.includes(needle));
}

function fill(entry, name, text) {
  const place = entry.querySelector(`.${name}`);
  if (text) place.textContent = text;
  else place.remove();
  return place;
}

function makeEntry(row) {
  const entry = document.getElementById("row").content.firstElementChild.cloneNode(true);
  entry.querySelector(".days").textContent = row.days;
  const link = entry.querySelector(".title a");
  link.textContent = row.title;
  link.href = row.page.split("/").map(encodeURIComponent).join("/");
  fill(entry, "code", row.code);
  const printed = fill(entry, "printed", row.printed);
  if (row.language) printed.lang = row.language;
  const status = fill(entry, "status", row.status_words);
  status.className = `status ${row.status}`;
  fill(entry, "texts", row.texts);
  fill(entry, "differ", row.differ);
  const fact = entry.querySelector(".fact");
  for (const text of row.facts) {
    const one = fact.cloneNode();
    one.textContent = text;
    fact.before(one, " ");
  }
  fact.remove();
  return entry;
}

function makeGroup(name) {
  const group = document.createElement("section");
  group.className = "group";
  const heading = document.createElement("h3");
  heading.textContent = name;
  group.append(heading, document.createElement("ol"));
  return group;
}

function showRows(rows) {
  const results = document.getElementById("results");
  results.querySelectorAll(":scope > :not(h2)").forEach((old) => old.remove());
  let group, name;
  for (const row of rows) {
    if (row.group !== name) {
      name = row.group;
      group = makeGroup(name);
      results.append(group);
    }
    group.lastElementChild.append(makeEntry(row));
  }
  if (!rows.length) {
    const nothing = document.createElement("p");
    nothing.textContent = words.nothing;
    results.append(nothing);
  }
}

function showPages(page, last) {
  const pages = document.getElementById("pages");
  pages.hidden = last === 1;
  pages.replaceChildren();
  const lead = (to, text, rel) => {
    const link = document.createElement("a");
    query.set("page", to);
    link.href = `?${query}`;
    link.rel = rel;
    link.textContent = text;
    return link;
  };
  const here = document.createElement("span");
  here.textContent = words.here.replace("{page}", page).replace("{last}", last);
  if (page > 1) pages.append(lead(page - 1, words.newer, "prev"), " ");
  pages.append(here);
  if (page < last) pages.append(" ", lead(page + 1, words.older, "next"));
}

function describeChoice() {
  const shown = [...form.querySelectorAll("select")]
    .filter((select) => query.get(select.name))
    .map((select) => select.selectedOptions[0].textContent.replace(/ \([^()]*\)$/, ""));
  const quoted = query.get("q") ? [words.quoted.replace("{words}", () => query.get("q"))] : [];
  return [...shown, ...quoted].join(" · ");
}

// The index of the folder calls this with all meetings, the newest first.
function showMeetings(rows) {
  const found = rows.filter(fits);
  const size = Number(form.dataset.size);
  const last = Math.max(Math.ceil(found.length / size), 1);
  const page = Math.max(Number(query.get("page")) || 1, 1);
  const count = found.length === 1 ? form.dataset.foundOne
    : form.dataset.found.replace("{n}", found.length.toLocaleString(document.documentElement.lang));
  document.getElementById("count").textContent = count;
  const heading = describeChoice();
  if (heading) document.querySelector("h1").textContent = heading;
  document.getElementById("chart")?.remove();
  showRows(found.slice((page - 1) * size, page * size));
  showPages(page, last);
}
