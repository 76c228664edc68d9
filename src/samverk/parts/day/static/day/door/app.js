// The door as an app: it decides from the list on the phone, keeps every passage before it says "welcome", and
// sends them when there is net. Without a script the same page works with plain forms.
import { scan } from "./camera.js";
import * as logic from "./logic.js";
import { ask, batch, tell } from "./net.js";
import * as screen from "./screen.js";
import { forgetDoor, openStore } from "./store.js";

const { one, root, say } = screen;
const EVERY = 10000;
const PATIENCE = 1500; // so long somebody stands and waits for the server before the phone decides by itself
const REMEMBERED = 8;
const { edition } = root.dataset;
const book = logic.emptyBook();
const asking = new Set();
let [store, device, door, online, loud, stop] = [null, "", "", navigator.onLine, false, null];
let latest = [];

const session = () => Number(one("session")?.value || 0);
const random = () => crypto.randomUUID();
const hex = (bytes, length) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes).slice(0, length))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const sha = (bytes) => crypto.subtle.digest("SHA-256", bytes);

// The fingerprints of a code, as the list has them (rules/checkin.py).
const prints = async (code) => {
  const print = hex(await sha(new TextEncoder().encode(code)), 16);
  try {
    const raw = atob(code.replaceAll("-", "+").replaceAll("_", "/"));
    const family = hex(await sha(Uint8Array.from(raw.slice(0, 16), (byte) => byte.charCodeAt(0))), 9);
    return { print, family };
  } catch {
    return { print, family: "" };
  }
};

const draw = async () => {
  const counted = logic.counts(book);
  const [waiting, refused] = [(await store.queue()).length, await store.refused()];
  screen.showStatus({ online, waiting, refused, counted, book });
  screen.showSessions(book, counted);
  screen.showClashes(book.clashes);
  screen.showLatest(latest.filter(({ key }) => !book.undone.has(key)), undo);
};

const stateOf = ({ state }) => (state === "confirmed" ? "" : say(`state${state[0].toUpperCase()}${state.slice(1)}`));

const find = () => {
  const text = one("find").elements.q.value;
  const rows = logic.search(book, text).map((person) => ({
    person,
    seen: logic.insideOf(book, person.id, session()),
    state: stateOf(person),
  }));
  screen.showFound(rows, { asked: text.trim() !== "", letIn: (person) => letIn(person, "name"), most: logic.MOST_FOUND });
};

// --- the list and the queue ---------------------------------------------------------------------------------

const take = async (told) => {
  door = told.door;
  told.skew = Date.parse(told.mark) - Date.now();
  logic.merge(book, told, told.whole ? await store.queue() : []);
  const isNew = told.whole || told.people.length || told.came.length || told.undone.length || told.clashes.length;
  if (isNew || !book.kept) await store.keepList({ ...logic.dump(book), door });
  book.kept = true;
};

const refresh = async () => {
  const address = book.mark ? `${root.dataset.news}?sedan=${encodeURIComponent(book.mark)}` : root.dataset.list;
  const answer = await ask(address);
  online = !answer.away;
  if (answer.told) await take(answer.told);
  if (answer.shut) await shut(answer.closed);
};

let sending = null;
const flush = () => (sending ??= send().finally(() => (sending = null)));

const send = async () => {
  const queue = (await store.queue()).filter(({ key }) => !asking.has(key));
  for (let from = 0; from < queue.length; from += logic.MOST_AT_ONCE) {
    const part = queue.slice(from, from + logic.MOST_AT_ONCE);
    const answer = await tell(root.dataset.send, batch(device, part));
    online = !answer.away;
    if (!answer.told) return;
    const { done, refused } = logic.settled(part, answer.told.outcomes);
    if (refused.length) await store.refuse(refused);
    await store.done(done);
  }
};

// The door has closed: the list is deleted at once, the rest when it has been sent.
const shut = async (closed) => {
  await store.dropList();
  await flush();
  if (closed && !(await store.queue()).length) await forget();
  location.reload();
};

const forget = async () => {
  store.close();
  await forgetDoor(edition, location.pathname);
};

const tick = async () => {
  if (logic.isOver(book, Date.now())) return over();
  await flush();
  await refresh();
  await draw();
  return one("find").elements.q.value ? find() : undefined;
};

// The day after is over, with net or without: nobody's name stays on the phone.
const over = async () => {
  await store.dropList();
  logic.merge(book, { ...logic.dump(logic.emptyBook()), until: 0, mark: "" });
  await flush();
  if (!(await store.queue()).length) await forget();
  screen.showAnswer({ face: "door_closed" });
};

// --- somebody at the door -----------------------------------------------------------------------------------

// Keeps a passage, and asks the server when there is net. The answer is its outcome, or nothing without net.
const keep = async (passage, { asks }) => {
  asking.add(passage.key);
  try {
    const number = await store.add(passage);
    logic.addOwn(book, { ...passage, door });
    if (!navigator.onLine) return null;
    const answer = await tell(root.dataset.send, batch(device, [passage], { asks }), PATIENCE);
    online = !answer.away;
    const outcome = answer.told?.outcomes[0] ?? null;
    if (outcome) await store.done([number]);
    if (outcome && !outcome.kept) logic.forgetOwn(book, passage.key);
    if (answer.shut) await shut(answer.closed);
    return outcome;
  } finally {
    asking.delete(passage.key);
  }
};

const remember = async (passage, name) => {
  latest = [{ key: passage.key, at: logic.rightTime(book, Date.parse(passage.at)) / 1000, name }, ...latest].slice(0, REMEMBERED);
  await store.keepFact("latest", latest);
};

const admit = async (person, way, { asks = true } = {}) => {
  const at = new Date().toISOString();
  const passage = { key: random(), deed: "in", at, who: person.id, session: session(), way, shown: person.print };
  const outcome = await keep(passage, { asks });
  if (outcome && !outcome.kept) {
    await refresh();
    return answer(person, outcome.amiss, { way });
  }
  await remember(passage, person.name);
  const note = outcome?.amiss === "again" ? say("counted") : "";
  const face = outcome?.amiss === "no_seat" ? "without_seat" : "in";
  return answer(person, face, { offline: !outcome, passage, way, note });
};

// Shows the answer; whoever stands at the door may let the person in all the same, or undo it.
const answer = async (person, face, { offline = false, passage = null, way = "name", note = "" } = {}) => {
  const seen = face === "again" ? logic.insideOf(book, person?.id, session()) : null;
  const ways = [passage && "undo", !passage && ["again", "no_seat"].includes(face) && "anyway"].filter(Boolean);
  const kind = book.kinds.find(([id]) => id === person?.kind)?.[1] ?? "";
  const full = face === "in" && session() ? screen.fullness(book, logic.counts(book), session()) : "";
  screen.feel(face, loud);
  const facts = { name: person?.name, organisation: person?.organisation, kind, seen: screen.cameIn(seen) };
  const chosen = await Promise.all([screen.showAnswer({ ...facts, face, offline, ways, note: note || full }), draw()]);
  one("find").elements.q.value = "";
  find();
  if (chosen[0] === "undo") await undo(passage);
  if (chosen[0] === "anyway") await admit(person, way, { asks: false });
};

const letIn = (person, way) => {
  const { face } = logic.decide(book, person, session());
  return face === "in" ? admit(person, way) : answer(person, face, { way });
};

const undo = async (passage) => {
  const { key } = passage;
  await keep({ key: random(), deed: "undo", at: new Date().toISOString(), undoes: key }, { asks: false });
  await draw();
  find();
};

const recognised = async (code) => {
  const short = logic.asWritten(code);
  const known = logic.recognise(book, short ? { short } : await prints(code.trim()));
  if (known.face !== "unknown" || !navigator.onLine) return known;
  const { told } = await tell(root.dataset.code, new URLSearchParams({ code }), PATIENCE);
  if (!told || told.known === "unknown") return known;
  if (told.known === "other_day") return { face: "other_day", person: { name: "", organisation: told.other_day } };
  logic.merge(book, { ...logic.dump(book), whole: false, people: told.people, came: [], undone: [] });
  return logic.recognise(book, short ? { short } : await prints(code.trim()));
};

const show = async (code, way) => {
  const { face, person } = await recognised(code);
  if (person && !face) return letIn(person, way);
  const isNew = face === "unknown" && !online && book.mark;
  const note = isNew ? say("newCode", { time: screen.clock(Date.parse(book.mark) / 1000) }) : "";
  return answer(person, face, { way, note });
};

const takeNewcomer = async () => {
  const newcomer = await screen.askNewcomer({ kinds: book.kinds, online });
  if (newcomer) await settle(newcomer);
};

// A newcomer gets a seat from the server. Without net, or without a seat, the person is counted as without one.
const settle = async (newcomer) => {
  const person = { name: newcomer.name, organisation: newcomer.organisation, kind: newcomer.kind };
  const passage = { key: random(), deed: "in", at: new Date().toISOString(), way: "walk_in", newcomer };
  const outcome = await keep(passage, { asks: true });
  if (outcome && !outcome.kept) {
    const chosen = await screen.showAnswer({ face: "full", name: newcomer.name, ways: ["anyway"] });
    return chosen === "anyway" ? settle({ ...newcomer, without_seat: true }) : undefined;
  }
  await remember(passage, newcomer.name);
  const hasSeat = outcome && outcome.amiss !== "no_seat";
  return answer(person, hasSeat ? "in" : "without_seat", { offline: !outcome, passage });
};

// --- the start ----------------------------------------------------------------------------------------------

const turnCamera = async () => {
  const button = one("scan");
  const close = () => {
    stop?.();
    stop = null;
    one("camera").hidden = true;
    button.setAttribute("aria-pressed", "false");
    button.textContent = button.dataset.start;
  };
  if (stop) return close();
  one("camera").hidden = false;
  try {
    one("camera-told").textContent = say("aim");
    stop = await scan(one("video"), root.dataset.qr, (code) => show(code, "scan"), { isBusy: screen.isAnswering });
    button.setAttribute("aria-pressed", "true");
    button.textContent = button.dataset.stop;
    await navigator.wakeLock?.request("screen").catch(() => null);
  } catch {
    close();
    one("camera").hidden = false;
    one("camera-told").textContent = say("noCamera");
  }
  return undefined;
};

const leave = async (event) => {
  event.preventDefault();
  const form = event.target;
  await flush();
  const left = (await store.queue()).length;
  if (left) {
    one("list-told").textContent = say("unsent", { n: left });
    return;
  }
  await forget();
  form.submit();
};

const wire = () => {
  for (const part of document.querySelectorAll("[data-needs-script]")) part.hidden = false;
  for (const part of document.querySelectorAll("[data-plain]")) part.hidden = true;
  one("find").addEventListener("submit", (event) => event.preventDefault());
  one("find").addEventListener("input", ({ target }) => {
    find();
    if (target === one("session")) draw();
  });
  one("code-form").addEventListener("submit", (event) => {
    event.preventDefault();
    const code = event.target.elements.code;
    show(code.value, "code").then(() => (code.value = ""));
  });
  one("scan").addEventListener("click", turnCamera);
  one("open-walk-in").addEventListener("click", (event) => {
    event.preventDefault();
    takeNewcomer();
  });
  one("leave-form").addEventListener("submit", leave);
  one("loud").addEventListener("change", ({ target }) => {
    loud = target.checked;
    store.keepFact("loud", loud);
  });
  for (const name of ["online", "offline"]) {
    window.addEventListener(name, () => {
      online = navigator.onLine;
      tick();
    });
  }
  document.addEventListener("visibilitychange", () => document.hidden || tick());
};

// What waits is tried every other second, whatever the browser says of the net; news is asked for less often.
let beats = 0;
const beat = async () => {
  beats += 1;
  const waits = navigator.onLine && (await store.queue()).length > 0;
  if (!document.hidden && (waits || beats % 5 === 0)) await tick();
};

const begin = async () => {
  store = await openStore(edition);
  device = (await store.fact("device")) ?? random();
  await store.keepFact("device", device);
  [loud, latest] = [(await store.fact("loud")) ?? false, (await store.fact("latest")) ?? []];
  one("loud").checked = loud;
  const kept = await store.list();
  if (kept) {
    door = kept.door;
    logic.merge(book, kept, await store.queue());
    book.kept = true;
  }
  wire();
  await draw();
  find();
  navigator.storage?.persist?.();
  navigator.serviceWorker?.register(root.dataset.worker, { scope: location.pathname }).catch(() => null);
  await tick();
  setInterval(beat, EVERY / 5);
  root.dataset.ready = "yes";
};

begin();
