// Whoever is signed out meanwhile is led to the sign-in, which leads back, instead of finding it inside the page.
document.addEventListener("htmx:beforeSwap", (event) => {
  if (!event.detail.xhr.responseURL.includes("/login/")) return;
  event.detail.shouldSwap = false;
  location.reload();
});
