// The desk: source and cards together, by mouse and by keyboard. Without it the page is one form that works.
const desk = document.querySelector("#desk");
const source = document.querySelector("#source-text");
const panel = document.querySelector("#selection");
const failure = document.querySelector("#desk-error");
const keys = document.querySelector("#desk-keys");
const readOnly = desk.hasAttribute("data-read-only");
let current = null; // the id of the quote that is picked
let leader = "page"; // which side the reader moves; the other one follows
let selected = null; // { start, end } of the words selected in the source, in code points
document.documentElement.classList.add("scripted");

const cards = () => [...document.querySelectorAll(".card")];
const cardOf = (id) => document.querySelector(`#q${id}`);
const markOf = (id) => document.querySelector(`#s${id}`);
const at = () => cardOf(current);

// Picking: a card, its words in the source, and the words that tell who says them.

function light(id) {
  for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
  for (const one of [cardOf(id), markOf(id), ...source.querySelectorAll(`[data-why~="${id}"]`)]) one?.classList.add("lit");
}

function reveal(id) {
  const mark = markOf(id);
  if (mark) source.scrollTop = mark.offsetTop - source.offsetTop - source.clientHeight / 3;
}

function pick(card, { focus = false, scroll = false } = {}) {
  if (!card) return;
  current = card.dataset.quote;
  for (const one of document.querySelectorAll(".picked")) one.classList.remove("picked");
  card.classList.add("picked");
  markOf(current)?.classList.add("picked");
  light(current);
  if (leader !== "source") reveal(current);
  if (scroll) card.scrollIntoView({ block: "nearest" });
  if (focus) card.focus({ preventScroll: true });
}

function step(by) {
  const all = cards();
  const from = all.indexOf(at());
  const ahead = by > 0 ? all.slice(from + 1) : all.slice(0, Math.max(from, 0)).reverse();
  leader = "page";
  pick(ahead[0] ?? at(), { focus: true, scroll: true });
}

function nextUncertain() {
  const all = cards();
  const from = all.indexOf(at()) + 1;
  leader = "page";
  pick([...all.slice(from), ...all.slice(0, from)].find((card) => card.classList.contains("uncertain")), { focus: true, scroll: true });
}

// Scrolling together.

function follow() {
  if (leader === "page") {
    const line = innerHeight * 0.45;
    const near = cards().find((card) => card.getBoundingClientRect().bottom > line);
    if (near) reveal(near.dataset.quote);
  } else {
    const middle = source.getBoundingClientRect().top + source.clientHeight / 2;
    const near = [...source.querySelectorAll(".said")].findLast((mark) => mark.getBoundingClientRect().top <= middle);
    if (near) cardOf(near.id.slice(1))?.scrollIntoView({ block: "center" });
  }
}

let waiting = false;
const scrolled = (side) => () => {
  if (side !== leader || waiting) return;
  waiting = true;
  requestAnimationFrame(() => { follow(); waiting = false; });
};
addEventListener("scroll", scrolled("page"), { passive: true });
source.addEventListener("scroll", scrolled("source"), { passive: true });
for (const kind of ["wheel", "touchstart", "pointerdown", "keydown"]) {
  addEventListener(kind, (event) => { leader = source.contains(event.target) ? "source" : "page"; }, { passive: true, capture: true });
}

// Selecting words: the place is sent, never the words.

function offset(node, count) {
  if (node.nodeType === Node.ELEMENT_NODE) {
    const child = node.childNodes[count];
    if (!child) return node.lastChild ? offset(node.lastChild, node.lastChild.textContent.length) : null;
    return offset(child, 0);
  }
  const piece = node.parentElement.closest("[data-start]");
  return piece && Number(piece.dataset.start) + [...node.data.slice(0, count)].length;
}

function noteSelection() {
  const range = getSelection().rangeCount ? getSelection().getRangeAt(0) : null;
  const inside = range && !range.collapsed && source.contains(range.startContainer) && source.contains(range.endContainer);
  selected = inside ? { start: offset(range.startContainer, range.startOffset), end: offset(range.endContainer, range.endOffset) } : null;
  if (panel) panel.hidden = !selected;
}

document.addEventListener("selectionchange", noteSelection);
panel?.addEventListener("mousedown", (event) => event.preventDefault()); // keeps the selection

// Storing.

const isDirty = (field) =>
  field.tagName === "SELECT" ? !field.selectedOptions[0]?.defaultSelected : field.type !== "checkbox" && field.type !== "hidden" && field.value !== field.defaultValue;
const dirty = (card) => [...card.querySelectorAll("input, select")].some(isDirty);

function save(card, extra = {}) {
  card.extra = extra;
  htmx.trigger(card, "desk:save");
}

function cancel(card) {
  for (const field of card.querySelectorAll("input[type=text], select")) {
    if (field.tagName === "SELECT") for (const option of field.options) option.selected = option.defaultSelected;
    else field.value = field.defaultValue;
  }
  card.querySelector("details.edit").open = false;
  card.focus();
}

function edit(card, field = "input[type=text]") {
  const details = card?.querySelector("details.edit");
  if (!details) return;
  details.open = true;
  card.scrollIntoView({ block: "nearest" });
  details.querySelector(field).focus();
}

document.addEventListener("htmx:configRequest", ({ detail }) => {
  const card = detail.elt.closest(".card");
  for (const name of [...detail.formData.keys()]) {
    const owner = /^(?:initial-)?q(\d+)-/.exec(name);
    if (owner && owner[1] !== card?.dataset.quote) detail.formData.delete(name);
  }
  if (card) detail.formData.delete("words");
  if (detail.elt.matches("[data-quote-selection]")) detail.formData.delete("words");
  const extra = detail.elt.matches("[data-quote-selection]") ? { ...selected } : card === detail.elt ? card.extra : {};
  const words = card === detail.elt && card.querySelector("[data-words]")?.value;
  for (const [name, value] of Object.entries({ ...(words ? { words } : {}), ...extra })) detail.formData.set(name, value);
});

document.addEventListener("htmx:beforeSwap", () => { failure.hidden = true; });
for (const kind of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(kind, ({ detail }) => {
    failure.textContent = [403, 404].includes(detail.xhr?.status) ? failure.dataset.gone : failure.dataset.text;
    failure.hidden = false;
  });
}
document.addEventListener("htmx:afterSettle", () => {
  const lost = document.activeElement === document.body;
  if (at()) pick(at(), { focus: lost });
});
document.addEventListener("desk:show", ({ detail }) => {
  getSelection().removeAllRanges();
  const field = document.querySelector("#new-words");
  if (field) field.value = "";
  leader = "page";
  pick(cardOf(detail.value), { focus: true, scroll: true });
});

// By mouse.

document.addEventListener("click", (event) => {
  const mark = event.target.closest(".said, .card-number a");
  const card = event.target.closest(".card");
  if (mark && getSelection().isCollapsed) {
    event.preventDefault();
    leader = "page";
    pick(cardOf(mark.hash.slice(2)), { focus: true, scroll: true });
  } else if (event.target.closest("[data-next-uncertain]")) nextUncertain();
  else if (event.target.closest("[data-help]")) keys.showModal();
  else if (event.target.closest("[data-save]")) save(card);
  else if (event.target.closest("[data-everywhere]")) save(card, { everywhere: "1" });
  else if (event.target.closest("[data-cancel]")) cancel(card);
  else if (event.target.closest("[data-move-selection]") && at() && selected) save(at(), { ...selected });
  else if (card) pick(card);
});
document.addEventListener("change", (event) => {
  if (event.target.matches(".card .check input")) save(event.target.closest(".card"));
});
document.addEventListener("mouseover", (event) => {
  const over = event.target.closest(".card")?.dataset.quote ?? event.target.closest(".said")?.id.slice(1);
  if (over ?? current) light(over ?? current);
});
document.addEventListener("focusin", (event) => {
  const card = event.target.closest(".card") ?? (event.target.matches(".said") ? cardOf(event.target.id.slice(1)) : null);
  if (card && card.dataset.quote !== current) pick(card);
});
document.addEventListener("focusout", (event) => {
  const card = event.target.closest(".card");
  if (card && event.relatedTarget && !card.contains(event.relatedTarget) && dirty(card)) save(card);
});

// By keyboard; the place of a key counts, so that they work while Hangul is being typed.

const click = (where, selector) => where?.querySelector(selector)?.click();
const actions = {
  KeyJ: () => step(1),
  KeyK: () => step(-1),
  KeyU: nextUncertain,
  KeyA: () => { click(at(), ".check input"); step(1); },
  KeyE: () => edit(at()),
  KeyX: () => click(at(), "[data-drop], [data-restore]"),
  KeyN: () => (selected ? click(panel, "[data-quote-selection]") : document.querySelector("#new-words")?.focus()),
  KeyR: () => (selected && at() ? save(at(), { ...selected }) : edit(at(), "[data-words]")),
  KeyS: () => click(document, "#desk-counts [hx-post]"),
  KeyD: () => click(document, "[form=next-draft]"),
  KeyP: () => document.querySelector("[name=publish]")?.focus(),
};
const READING = ["KeyJ", "KeyK", "KeyU"];

function inField(event) {
  const card = event.target.closest(".card");
  if (event.key === "Escape" && card) cancel(card);
  else if (event.key === "Enter" && !event.isComposing && event.target.tagName === "INPUT") {
    event.preventDefault();
    if (card) save(card);
    else if (event.target.id === "new-words") click(desk, "[data-add]");
    else event.target.blur();
  }
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || keys.open) return;
  if (event.target.closest("input:not([type=checkbox]), select, textarea")) return inField(event);
  if (!keysAreOn()) return;
  if (event.key === "?") return keys.showModal();
  const action = (!readOnly || READING.includes(event.code)) && !event.shiftKey && actions[event.code];
  if (!action) return;
  event.preventDefault();
  noteSelection(); // a key may come before the browser has told of the change
  action();
});

// Not before htmx listens, which the same event tells.
addEventListener("DOMContentLoaded", () => pick(cardOf(location.hash.slice(2)) ?? document.querySelector(".card.uncertain") ?? cards()[0]));
