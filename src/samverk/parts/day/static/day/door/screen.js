// What the door shows. All words stand in the page, so that they are in the reader's language.
import { filled } from "./logic.js";

const root = document.getElementById("door");
const one = (name, within = document) => within.querySelector(`[data-${name}]`);
const words = one("words").dataset;
const say = (name, facts = {}) => filled(words[name] ?? "", facts);
const timeZone = root.dataset.zone;
const hours = new Intl.DateTimeFormat("sv-SE", { hour: "2-digit", minute: "2-digit", timeZone });
const days = new Intl.DateTimeFormat(document.documentElement.lang, { day: "numeric", month: "long", timeZone });
const told = (format, seconds) => (Number.isFinite(seconds) ? format.format(new Date(seconds * 1000)) : "");
export const clock = (seconds) => told(hours, seconds).replace(":", ".");
const day = (seconds) => told(days, seconds);
const write = (element, text) => {
  element.textContent = text;
  element.hidden = !text;
};
const fresh = (name) => one(name).content.firstElementChild.cloneNode(true);

export const cameIn = (seen) => (seen ? say("came", { time: clock(seen.at), door: seen.door || "–" }) : "");

export const showStatus = ({ online, waiting, refused, counted, book }) => {
  one("status").hidden = false;
  one("status").dataset.online = online;
  one("net").textContent = say(online ? "online" : "offline");
  const told = [waiting && say("waiting", { n: waiting }), refused && say("refused", { n: refused })];
  one("waiting", one("status")).textContent = told.filter(Boolean).join(" · ");
  one("came", one("count")).textContent = counted.came;
  one("expected").textContent = counted.expected;
  const about = { n: book.people.size, time: clock(Date.parse(book.mark) / 1000), until: day(book.until - 1) };
  one("list-told").textContent = book.mark ? say("list", about) : say("noList");
};

export const showSessions = (book, counted) => {
  const choice = one("session");
  if (!choice) return;
  for (const option of choice.options) {
    const session = book.sessions.find(([id]) => id === Number(option.value));
    if (!session) continue;
    const [id, title, time, capacity] = session;
    option.textContent = `${time} ${title}${capacity ? ` (${counted.inside(id)}/${capacity})` : ""}`;
  }
  one("session-told").textContent = fullness(book, counted, Number(choice.value));
};

// How full a session is: a warning when it has as many as it has seats.
export const fullness = (book, counted, id) => {
  const capacity = book.sessions.find(([key]) => key === id)?.[3];
  if (!id) return "";
  const facts = { inside: counted.inside(id), capacity };
  if (!capacity) return say("inside", facts);
  return say(facts.inside >= capacity ? "full" : "of", facts);
};

export const showFound = (rows, { asked, letIn, most }) => {
  const place = one("results");
  if (!asked) return place.replaceChildren();
  const list = Object.assign(document.createElement("ul"), { className: "door-found" });
  for (const { person, seen, state } of rows.slice(0, most)) {
    const row = fresh("row");
    one("name", row).textContent = person.name;
    write(one("organisation", row), person.organisation);
    write(one("state", row), state);
    write(one("seen", row), cameIn(seen));
    one("about", row).textContent = ` ${person.name}`;
    one("let-in", row).addEventListener("click", () => letIn(person));
    list.append(row);
  }
  const note = document.createElement("p");
  note.textContent = rows.length ? (rows.length > most ? say("many", { n: most }) : "") : say("nobody");
  return place.replaceChildren(...(rows.length ? [list] : []), ...(note.textContent ? [note] : []));
};

export const showLatest = (passages, undo) => {
  one("latest").hidden = !passages.length;
  one("latest-list").replaceChildren(
    ...passages.map((passage) => {
      const row = fresh("latest-row");
      one("time", row).textContent = clock(passage.at);
      one("name", row).textContent = passage.name;
      one("about", row).textContent = ` ${passage.name}`;
      one("undo", row).addEventListener("click", () => undo(passage));
      return row;
    }),
  );
};

let shown = "";
export const showClashes = (clashes) => {
  if (shown === (shown = JSON.stringify(clashes))) return;
  one("clashes").replaceChildren(
    ...clashes.map((clash) => {
      const box = fresh("clash");
      one("name", box).textContent = [clash.name, clash.organisation].filter(Boolean).join(", ");
      one("told", box).textContent = [clash.place, clash.told].filter(Boolean).join(". ");
      one("traces", box).replaceChildren(
        ...clash.traces.map((told) => Object.assign(document.createElement("li"), { textContent: told })),
      );
      return box;
    }),
  );
};

// A full-screen answer: colour, symbol and text. Returns which way the person at the door chose.
const answer = one("answer");
export const isAnswering = () => answer.open || one("walk-in").open;

export const showAnswer = ({ face, name = "", organisation = "", kind = "", seen = "", note = "", offline = false, ways = [] }) => {
  for (const one of answer.querySelectorAll("[data-face]")) {
    one.hidden = one.dataset.face !== face;
    if (!one.hidden) {
      answer.dataset.tone = one.dataset.tone;
      write(answer.querySelector("p[data-advice]"), note || one.dataset.advice);
    }
  }
  write(one("name", answer), name);
  write(one("organisation", answer), organisation);
  write(one("kind", answer), kind);
  write(one("seen", answer), seen);
  one("offline", answer).hidden = !offline;
  one("anyway", answer).hidden = !ways.includes("anyway");
  one("undo", answer).hidden = !ways.includes("undo");
  if (!answer.open) answer.showModal();
  one("next", answer).focus();
  return new Promise((resolve) => {
    const end = ({ target }) => {
      const button = target.closest?.("button");
      answer.removeEventListener("click", end);
      answer.removeEventListener("close", end);
      if (answer.open) answer.close();
      resolve(button && "anyway" in button.dataset ? "anyway" : button && "undo" in button.dataset ? "undo" : "next");
    };
    answer.addEventListener("click", end);
    answer.addEventListener("close", end);
  });
};

// The form for somebody who has not registered; what was filled in, or nothing.
export const askNewcomer = ({ kinds, online }) => {
  const sheet = one("walk-in");
  const form = one("walk-in-form");
  const tell = () => {
    const left = kinds.find(([id]) => id === Number(form.elements.kind?.value))?.[2] ?? 0;
    const known = left > 0 ? say("seatsLeft", { n: left }) : say("noSeats");
    one("seats", form).textContent = online ? known : `${known} ${say("seatsUnknown")}`;
  };
  form.reset();
  const complain = (is) => {
    one("missing", form).hidden = !is;
    one("missing", form).className = is ? "ds-validation-message" : "";
    form.elements.name.toggleAttribute("aria-invalid", is);
  };
  complain(false);
  form.onchange = tell;
  tell();
  sheet.showModal();
  form.elements.name.focus();
  return new Promise((resolve) => {
    sheet.onclose = () => resolve(null);
    one("cancel", form).onclick = () => sheet.close();
    form.onsubmit = (event) => {
      event.preventDefault();
      const name = form.elements.name.value.trim();
      complain(!name);
      if (!name) return form.elements.name.focus();
      const organisation = form.elements.organisation.value.trim();
      resolve({ name, organisation, kind: Number(form.elements.kind.value) });
      return sheet.close();
    };
  });
};

// A short tone and a shake, when whoever holds the phone has asked for them.
let sound = null;
export const feel = (face, loud) => {
  if (!loud) return;
  const isGood = face === "in";
  navigator.vibrate?.(isGood ? 60 : [120, 80, 120]);
  sound ??= new AudioContext();
  const tone = new OscillatorNode(sound, { frequency: isGood ? 880 : 220 });
  tone.connect(sound.destination);
  tone.start();
  tone.stop(sound.currentTime + (isGood ? 0.12 : 0.35));
};

export { one, root, say };
