// Shows the invoice's fields only when a ticket that costs something is chosen. Without a script they are all there.
const section = document.querySelector("[data-kinds]");

if (section) {
  const priced = section.dataset.kinds.split(" ");
  const tickets = document.querySelectorAll("input[name=kind]");
  const show = () => {
    const chosen = [...tickets].find((ticket) => ticket.checked);
    section.hidden = !chosen || !priced.includes(chosen.value);
  };
  for (const ticket of tickets) ticket.addEventListener("change", show);
  show();
}
