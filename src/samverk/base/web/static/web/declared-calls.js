// The editors' interface without inline scripts: a page says which of Wagtail's widgets to start, and with what
// values, in an element's attributes; this file starts them. Only the widgets named here can be started.
const WIDGETS = /^((init|create)?[A-Z]\w*Chooser|InlinePanel|MultipleChooserPanel)$/;

const start = (element) => {
  const { declaredCall: name, declaredValues: values } = element.dataset;
  const widget = WIDGETS.test(name) ? window[name] : undefined;
  element.remove();
  if (!widget) return;
  if (/^[a-z]/.test(name)) widget(...JSON.parse(values));
  else new widget(...JSON.parse(values));
};

const startAll = (root) => {
  if (root.matches?.("[data-declared-call]")) start(root);
  else root.querySelectorAll?.("[data-declared-call]").forEach(start);
};

document.addEventListener("DOMContentLoaded", () => {
  startAll(document);
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) addedNodes.forEach((node) => node.isConnected && startAll(node));
  }).observe(document, { childList: true, subtree: true });
});
