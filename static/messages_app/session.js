// A session may end while a page is open. What was typed stays: whoever signs in in another window goes on here.
const signedOut = document.querySelector("#signed-out");

document.addEventListener("htmx:beforeSwap", (event) => {
  if (!event.detail.xhr.responseURL.includes("/login/")) return;
  event.detail.shouldSwap = false;
  if (signedOut) signedOut.hidden = false;
  else location.reload(); // Nothing to lose: the sign-in leads back.
});

addEventListener("focus", () => {
  const token = /(?:^|; )csrftoken=([^;]+)/.exec(document.cookie)?.[1];
  if (token) for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = token;
  if (signedOut) signedOut.hidden = true;
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
