// Keys of one letter can be switched off in this browser: somebody who dictates, or hits keys by mistake, sets them off
// unawares (WCAG 2.1.4).
function keysAreOn() {
  try { return localStorage.getItem("keys") !== "off"; } catch { return true; }
}

function showKeySwitches() {
  for (const box of document.querySelectorAll("[data-keys]")) {
    box.checked = keysAreOn();
    box.closest("label").hidden = false;
  }
}

showKeySwitches();
document.addEventListener("change", ({ target }) => {
  if (!target.matches("[data-keys]")) return;
  try {
    if (target.checked) localStorage.removeItem("keys");
    else localStorage.setItem("keys", "off");
  } catch { /* not remembered: the switch shows what holds */ }
  showKeySwitches();
});
