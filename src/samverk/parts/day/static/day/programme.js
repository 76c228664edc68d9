// Dragging a session to another time or room. It sends the same form as the buttons in the list below the table.
const form = document.querySelector("[data-move-form]");
let dragged = null;

const slotAt = (x, y) => document.elementFromPoint(x, y)?.closest("[data-editable] td[data-starts]");

const mark = (slot) => {
  for (const other of document.querySelectorAll(".is-target")) other.classList.remove("is-target");
  slot?.classList.add("is-target");
};

const drop = (slot) => {
  form.action = dragged.dataset.session;
  form.elements.day.value = slot.dataset.day;
  form.elements.starts.value = slot.dataset.starts;
  form.elements.room.value = slot.dataset.room;
  form.submit();
};

// A finger scrolls the table. A drag begins when the mouse has moved a little, so that links still work.
const NEAR = 6;
let from = null;

for (const item of document.querySelectorAll("[data-editable] [data-session]")) {
  item.querySelector("a").draggable = false;
  item.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || event.pointerType === "touch") return;
    from = { x: event.clientX, y: event.clientY, item };
  });
}

document.addEventListener("pointermove", (event) => {
  if (from && !dragged && Math.hypot(event.clientX - from.x, event.clientY - from.y) > NEAR) {
    dragged = from.item;
    dragged.setPointerCapture(event.pointerId);
    dragged.classList.add("is-dragged");
  }
  if (dragged) mark(slotAt(event.clientX, event.clientY));
});

const end = (event) => {
  const slot = dragged && event.type === "pointerup" && slotAt(event.clientX, event.clientY);
  dragged?.classList.remove("is-dragged");
  mark(null);
  if (slot && !slot.contains(dragged)) drop(slot);
  if (dragged) document.addEventListener("click", (click) => click.preventDefault(), { capture: true, once: true });
  dragged = from = null;
};
document.addEventListener("pointerup", end);
document.addEventListener("pointercancel", end);
