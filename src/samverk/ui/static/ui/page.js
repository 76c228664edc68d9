// Small improvements; every page works without them.

// After a refused form the reader's focus stands on the summary of errors.
document.querySelector("[data-focus]")?.focus();

// A link of the summary goes to the control itself, not only past it.
document.addEventListener("click", (event) => {
  const link = event.target.closest(".ds-error-summary a[href^='#']");
  const control = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (control) {
    event.preventDefault();
    control.focus();
    control.closest("fieldset, .ds-field, .ds-fieldset")?.scrollIntoView({ block: "nearest" });
  }
});

// Printing needs a script, so the button is hidden until there is one.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

// On paper nothing is folded away.
let folded = [];
window.addEventListener("beforeprint", () => {
  folded = [...document.querySelectorAll("main details:not([open])")];
  for (const details of folded) details.open = true;
});
window.addEventListener("afterprint", () => {
  for (const details of folded) details.open = false;
});

// Escape closes the menu of a small screen.
document.addEventListener("keydown", (event) => {
  const menu = document.querySelector(".site-menu[open]");
  if (event.key === "Escape" && menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

// What a part of the page needs is fetched when somebody turns to it.
document.addEventListener("focusin", ({ target }) => {
  const part = target.closest("[data-module]");
  if (part) import(new URL(part.dataset.module, document.baseURI));
});

// An address with # leads into what is folded away.
const unfold = () => {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const details = target && (target.closest("details") ?? target.querySelector(":scope > details"));
  if (details) details.open = true;
};
window.addEventListener("hashchange", unfold);
unfold();

// The search field suggests as one types; what that takes is fetched when the page has come to rest.
const atRest = window.requestIdleCallback ?? setTimeout;
atRest(() => {
  for (const form of document.querySelectorAll("[data-suggest]")) {
    import(form.dataset.module).then((module) => module.enhance(form));
  }
});
