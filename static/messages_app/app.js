// Small conveniences; every page works without them. Listeners stand on the document, so that they
// outlive whatever htmx exchanges.
const system = matchMedia("(prefers-color-scheme: dark)");
const theme = () => document.documentElement.dataset.theme ?? (system.matches ? "dark" : "light");

function nameThemeSwitch() {
  const button = document.querySelector("[data-theme-switch]");
  if (!button) return;
  button.textContent = theme() === "dark" ? button.dataset.toLight : button.dataset.toDark;
  button.hidden = false;
}

// Choosing what the system shows anyway is following the system again.
function switchTheme() {
  const wanted = theme() === "dark" ? "light" : "dark";
  const follows = wanted === (system.matches ? "dark" : "light");
  if (follows) delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = wanted;
  try {
    if (follows) localStorage.removeItem("theme");
    else localStorage.setItem("theme", wanted);
  } catch { /* not remembered, still switched */ }
  nameThemeSwitch();
}

function announce(text) {
  const line = document.getElementById("announcement");
  if (line) line.textContent = text;
}

async function copy(button) {
  const field = document.querySelector(button.dataset.copy);
  field.select();
  try { await navigator.clipboard.writeText(field.value); } catch { document.execCommand("copy"); }
  const label = button.dataset.label ??= button.textContent;
  button.textContent = button.dataset.copied;
  announce(button.dataset.copied);
  setTimeout(() => { button.textContent = label; }, 2000);
}

function showButtons() {
  nameThemeSwitch();
  for (const button of document.querySelectorAll("[data-copy]")) button.hidden = false;
}

showButtons();
system.addEventListener("change", nameThemeSwitch);
document.addEventListener("htmx:historyRestore", showButtons);
document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (button?.matches("[data-theme-switch]")) switchTheme();
  if (button?.matches("[data-copy]")) copy(button);
});

// "/" goes to the search box, as on other sites one reads.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || !keysAreOn() || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  const box = [...document.querySelectorAll("[data-search-key]")].find((field) => field.checkVisibility());
  if (box) { event.preventDefault(); box.focus(); box.select(); }
});
