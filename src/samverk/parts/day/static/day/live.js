// A page that is told when something has changed, and asks for what is new. It never asks otherwise, save
// when the programme itself says that something begins or ends. Without a script the page has a link for it.
const SPREAD = 400; // ms: not every phone in the room asks in the same instant
const AGAIN = 4000;
const TICK = 15000;
const KEY = "samverk_votes";
const WEEK = 7 * 24 * 3600 * 1000;

const place = document.querySelector("[data-follow]");
const said = document.querySelector("[data-said]");
const pause = Number(place.dataset.pause ?? 1000); // where a whole hall votes, the list rests a little longer
const part = () => place.firstElementChild;
const mine = new Set((new URLSearchParams(location.search).get("val") ?? "").split(",").filter(Boolean));
const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

let known = Number(part().dataset.version);
let wanted = known;
let busy = false;
let source = null;
let edge = null;
let ahead = 0;

// --- what this phone has voted on
const kept = () => {
  try {
    const found = JSON.parse(localStorage.getItem(KEY));
    if (found && found.since > Date.now() - WEEK) return found;
    localStorage.removeItem(KEY);
  } catch {
    // a browser that keeps nothing, or something that we did not write
  }
  return null;
};

const keep = (votes) => {
  try {
    localStorage.setItem(KEY, JSON.stringify(votes));
    return true;
  } catch {
    return false;
  }
};

const name = () => {
  const letters = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(letters, (letter) => letter.toString(16).padStart(2, "0")).join("");
};

const markVoted = (form) => {
  const button = form.querySelector("button");
  button.disabled = true;
  button.textContent = `✓ ${part().dataset.voted}`;
};

const vote = async (event) => {
  const form = event.target.closest("[data-vote]");
  if (!form) return;
  const votes = kept() ?? { phone: name(), since: Date.now(), voted: [] };
  if (!keep(votes)) return; // the plain form does it
  event.preventDefault();
  const fields = new URLSearchParams({ question: form.dataset.vote, phone: votes.phone });
  try {
    const answer = await fetch(form.action, { method: "POST", body: fields, headers: { Accept: "application/json" } });
    const { told } = await answer.json();
    say(told);
    if (answer.ok) keep({ ...votes, voted: [...new Set([...votes.voted, form.dataset.vote])] });
    if (answer.ok) markVoted(form);
  } catch {
    form.submit();
  }
};

// --- what the page shows
const say = (text) => {
  if (said && text) said.textContent = text;
};

const sayings = () => Array.from(place.querySelectorAll("[data-say]"), (item) => item.dataset.say);

const dress = () => {
  for (const item of place.querySelectorAll("[data-session]")) {
    if (!mine.has(item.dataset.session)) continue;
    item.classList.add("is-mine");
    item.querySelector("[data-mine]").hidden = false;
  }
  const votes = kept()?.voted ?? [];
  for (const form of place.querySelectorAll("[data-vote]")) if (votes.includes(form.dataset.vote)) markVoted(form);
};

const show = (html) => {
  const fresh = new DOMParser().parseFromString(html, "text/html").body.firstElementChild;
  if (!fresh?.dataset.version) throw new Error("not a part of this page");
  const before = new Set(sayings());
  const focused = place.contains(document.activeElement) ? document.activeElement : null;
  const home = focused?.closest("[id]")?.id;
  place.replaceChildren(document.importNode(fresh, true));
  known = Number(fresh.dataset.version);
  dress();
  if (home) document.getElementById(home)?.querySelector(focused.tagName)?.focus();
  say(sayings().filter((text) => !before.has(text)).join(". "));
  setClock();
};

const refresh = async (why = "") => {
  if (busy) return;
  busy = true;
  await wait(Math.random() * SPREAD);
  try {
    const answer = await fetch(`${place.dataset.part}?v=${wanted}${why}`);
    if (answer.redirected || answer.status === 403 || answer.status === 404) return location.reload();
    if (!answer.ok) throw new Error(answer.status);
    show(await answer.text());
    await wait(pause);
  } catch {
    await wait(AGAIN + Math.random() * AGAIN);
    known = Math.min(known, wanted - 1);
  }
  busy = false;
  if (wanted > known) refresh();
};

// --- being told
const follow = () => {
  source = new EventSource(`${place.dataset.follow}?sedan=${known}`);
  source.onmessage = (event) => {
    wanted = Math.max(wanted, Number(event.data));
    if (wanted > known) refresh();
  };
  source.onerror = () => {
    if (source.readyState === EventSource.CLOSED) setTimeout(follow, AGAIN + Math.random() * AGAIN);
  };
};

// --- time goes by
const now = () => Date.now() + ahead;

const hours = new Intl.DateTimeFormat("sv", { timeZone: "Europe/Stockholm", hour: "numeric", minute: "2-digit" });

const tick = () => {
  const clock = place.querySelector("[data-clock]");
  if (clock) clock.textContent = clock.dataset.clock.replace("#", hours.format(now()).replace(":", ".").replace(/^0/, ""));
  const { leftOne, leftMany } = part().dataset;
  for (const bar of place.querySelectorAll("progress[data-ends]")) {
    const [starts, ends] = [Date.parse(bar.dataset.starts), Date.parse(bar.dataset.ends)];
    const minutes = Math.max(0, Math.ceil((ends - now()) / 60000));
    bar.value = Math.min(100, Math.max(0, (100 * (now() - starts)) / (ends - starts)));
    const text = minutes > 90 ? "" : minutes === 1 ? leftOne : leftMany.replace("#", minutes);
    bar.parentElement.querySelector("[data-left]").textContent = text;
  }
  if (edge && now() >= edge) {
    const passed = edge;
    edge = null;
    refresh(`&kl=${Math.round(passed / 1000)}`);
  }
};

const setClock = () => {
  if (part().dataset.now) ahead = Date.parse(part().dataset.now) - Date.now();
  const changes = Date.parse(part().dataset.changesAt ?? "");
  edge = Number.isNaN(changes) ? null : changes;
  if (edge && edge - now() < TICK) setTimeout(tick, Math.max(0, edge - now()) + 1500);
};

dress();
setClock();
setInterval(tick, TICK);
place.addEventListener("submit", vote);
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) tick();
});
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
follow();
