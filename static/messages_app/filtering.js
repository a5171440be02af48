// What exchanging a part of the page must not lose: the place one was at, the news of what came, the last wish.
let lastAsked = location.pathname + location.search;
let lastElement = null;
let waiting;
const WAIT = 300; // milliseconds before waiting is worth a word
const toast = () => document.getElementById("toast");

// Addresses that can be sent to somebody have no empty values in them.
document.addEventListener("htmx:configRequest", (event) => {
  for (const [name, value] of [...event.detail.formData.entries()]) {
    if (value === "") event.detail.formData.delete(name);
  }
});

// A choice pressed twice asks once.
document.addEventListener("htmx:confirm", (event) => {
  if (document.body.classList.contains("asking") && event.detail.path === lastAsked) event.preventDefault();
});

// So does typing and then pressing Enter.
document.addEventListener("htmx:beforeRequest", (event) => {
  const { elt, pathInfo, requestConfig } = event.detail;
  const wanted = pathInfo.finalRequestPath;
  if (wanted === lastAsked && requestConfig.triggeringEvent?.type === "input") {
    event.preventDefault();
    return;
  }
  lastAsked = wanted;
  lastElement = elt;
  toast().hidden = true;
  document.body.classList.add("asking");
  waiting = setTimeout(() => announce(document.getElementById("announcement").dataset.asking), WAIT);
});

document.addEventListener("htmx:afterRequest", () => {
  clearTimeout(waiting);
  document.body.classList.remove("asking");
});

// A page with an error in the filters is still a page to show.
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.xhr.status === 400) event.detail.shouldSwap = true;
});

// The other language shows the same.
document.addEventListener("htmx:pushedIntoHistory", () => {
  for (const link of document.querySelectorAll("a[hreflang]")) link.search = location.search;
});

// The order chosen last is that of the next search, too, whose address says so.
document.addEventListener("click", (event) => {
  const link = event.target.closest(".sorts a");
  if (!link) return;
  try {
    localStorage.setItem("sort", new URL(link.href).searchParams.get("sort") ?? "");
  } catch { /* not remembered, still sorted */ }
});
document.addEventListener("formdata", ({ target: form, formData }) => {
  if (!form.querySelector("[data-search-key]")) return;
  let sort = "";
  try { sort = localStorage.getItem("sort") ?? ""; } catch { /* nothing is remembered */ }
  // Nothing is said more often where no word is asked for, and the page of a company has no order by company.
  const orders = sort === "company" ? new URL(form.action).pathname.endsWith("/search/") : formData.get("q");
  if (sort && orders) formData.set("sort", sort);
});

// Say what came. Where the thing pressed is gone, go on from the heading of what came.
document.addEventListener("htmx:afterSettle", () => {
  const heading = document.getElementById("found-heading");
  if (!heading) return;
  announce(heading.textContent);
  const lost = document.activeElement === document.body || !document.activeElement?.checkVisibility();
  if (lost) heading.focus({ preventScroll: true });
});

function offerRetry() {
  lastAsked = null;
  toast().hidden = false;
}

for (const failure of ["htmx:sendError", "htmx:timeout"]) document.addEventListener(failure, offerRetry);
document.addEventListener("htmx:responseError", (event) => {
  if (event.detail.xhr.status !== 400) offerRetry();
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-dismiss]")) toast().hidden = true;
  if (!event.target.closest("[data-retry]")) return;
  toast().hidden = true;
  if (lastElement instanceof HTMLFormElement) lastElement.requestSubmit();
  else lastElement?.click();
});

addEventListener("popstate", () => { lastAsked = location.pathname + location.search; });
