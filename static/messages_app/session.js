// A session may end while a page is open. What was typed stays: whoever signs in in another window goes on here.
const signedOut = document.querySelector("#signed-out");

document.addEventListener("htmx:beforeSwap", (event) => {
  if (!event.detail.xhr.responseURL.includes("/login/")) return;
  event.detail.shouldSwap = false;
  if (signedOut) signedOut.hidden = false;
  else location.reload(); // Nothing to lose: the sign-in leads back.
});

function signedInAgain() {
  const token = /(?:^|; )csrftoken=([^;]+)/.exec(document.cookie)?.[1];
  if (token) for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = token;
  if (signedOut) signedOut.hidden = true;
}
addEventListener("focus", signedInAgain);

// The sign-in would swallow the form of a record, so that it asks first, at an address that costs little.
let asked = false;
document.querySelector(".change-form #content-main form")?.addEventListener("submit", async (event) => {
  if (asked) return;
  event.preventDefault();
  const form = event.target;
  const answer = await fetch(signedOut.dataset.ask, { method: "HEAD", redirect: "manual", cache: "no-store" }).catch(() => null);
  if (answer?.type === "opaqueredirect") {
    signedOut.hidden = false;
    return;
  }
  signedInAgain();
  asked = true;
  form.requestSubmit(event.submitter);
  asked = false;
});

// A paste that met the sign-in is there again after it: once, and for the account that sent it.
const kept = sessionStorage.getItem("paste") ?? "";
sessionStorage.removeItem("paste");
const paste = document.querySelector("textarea.paste");
const sender = `${paste?.form.dataset.account}\n`;
paste?.form.addEventListener("submit", () => {
  try { sessionStorage.setItem("paste", sender + paste.value); } catch { sessionStorage.removeItem("paste"); }
});
if (paste && !paste.value && document.referrer.includes("/login/") && kept.startsWith(sender)) {
  paste.value = kept.slice(sender.length);
}
