// What a door decides, over plain values: no browser, no net, no clock. Tested with Node (tests/door_logic.test.mjs).

export const MOST_FOUND = 20;
export const MOST_AT_ONCE = 200;
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

// Words as they are searched: without capitals and accents, so that "asa" finds Åsa.
export const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

export const emptyBook = () => ({
  mark: "",
  until: 0,
  skew: 0, // by how many milliseconds this phone's clock is behind the server's
  people: new Map(),
  prints: new Map(),
  families: new Map(),
  came: new Map(),
  undone: new Set(),
  kinds: [],
  sessions: [],
  clashes: [],
});

// What the server told is added to what is known. The whole list takes the place of the old one, but what this
// phone has queued stays (`queued`), for the server does not know it yet.
export const merge = (book, told, queued = []) => {
  if (told.whole) {
    for (const name of ["people", "prints", "families", "came", "undone"]) book[name].clear();
  }
  const { mark, until, kinds, sessions, clashes, skew = book.skew } = told;
  Object.assign(book, { mark, until, kinds, sessions, clashes, skew });
  for (const row of told.people) addPerson(book, row);
  for (const [key, who, session, door, at] of told.came) book.came.set(key, { key, who, session, door, at });
  for (const key of told.undone) book.undone.add(key);
  for (const passage of queued) addOwn(book, passage);
  return book;
};

const addPerson = (book, row) => {
  const [id, name, organisation, kind, state, print, family] = row;
  const before = book.people.get(id);
  if (before) book.prints.delete(before.print);
  const person = { id, name, organisation, kind, state, print, family, words: folded(`${name} ${organisation}`) };
  book.people.set(id, person);
  book.prints.set(print, person);
  book.families.set(family, person);
};

// The book as the server would tell it whole, to be kept on the phone.
export const dump = (book) => ({
  mark: book.mark,
  until: book.until,
  skew: book.skew,
  whole: true,
  kinds: book.kinds,
  sessions: book.sessions,
  clashes: book.clashes,
  people: [...book.people.values()].map(({ id, name, organisation, kind, state, print, family }) => [
    id, name, organisation, kind, state, print, family,
  ]),
  came: [...book.came.values()].map(({ key, who, session, door, at }) => [key, who, session, door, at]),
  undone: [...book.undone],
});

// A passage of this phone counts at once. Whoever is not on the list yet is known by the passage's own key.
export const addOwn = (book, { key, deed, undoes, who, session, door, at }) => {
  if (deed === "undo") book.undone.add(undoes);
  else if (!book.came.has(key)) {
    const when = rightTime(book, Date.parse(at)) / 1000;
    book.came.set(key, { key, who: who || `new:${key}`, session: session || 0, door, at: when });
  }
};

// What the server's clock said when this phone's said so.
export const rightTime = (book, milliseconds) => milliseconds + book.skew;

export const forgetOwn = (book, key) => book.came.delete(key);

// The first passage by which somebody is in at a place, that was not undone.
export const insideOf = (book, who, session) => {
  let first = null;
  for (const one of book.came.values()) {
    const counts = one.who === who && one.session === session && !book.undone.has(one.key);
    if (counts && (!first || one.at < first.at)) first = one;
  }
  return first;
};

// The face of the answer to letting a person in, and the passage by which the person is in already.
export const decide = (book, person, session) => {
  const seen = insideOf(book, person.id, session);
  if (person.state === "cancelled") return { face: "cancelled", person, seen };
  if (seen) return { face: "again", person, seen };
  return { face: person.state === "confirmed" ? "in" : "no_seat", person, seen };
};

// Whose ticket a code is. `print` and `family` are fingerprints of the code and of what it begins with.
export const recognise = (book, { print, family, short }) => {
  const written = short && [...book.people.values()].find((one) => shortOf(one.print) === short);
  const person = written || book.prints.get(print);
  if (person) return { person };
  return { face: book.families.has(family) ? "handed_over" : "unknown", person: book.families.get(family) };
};

// Eight letters and digits of a fingerprint, as they stand on the ticket (rules/checkin.py: short).
export const shortOf = (print) => {
  const bytes = [...atob(print.replaceAll("-", "+").replaceAll("_", "/"))].slice(0, 5);
  const bits = bytes.map((byte) => byte.charCodeAt(0).toString(2).padStart(8, "0")).join("");
  return bits.match(/.{5}/g).map((five) => LETTERS[Number.parseInt(five, 2)]).join("");
};

export const asWritten = (typed) => {
  const alike = { O: "0", I: "1", L: "1" };
  const letters = typed.toUpperCase().replace(/[-\s]/g, "").replace(/[OIL]/g, (letter) => alike[letter]);
  return letters.length === 8 && [...letters].every((letter) => LETTERS.includes(letter)) ? letters : "";
};

export const search = (book, text) => {
  const words = folded(text).split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  const found = [];
  for (const person of book.people.values()) {
    if (words.every((word) => person.words.includes(word))) found.push(person);
    if (found.length > MOST_FOUND) break;
  }
  return found;
};

// How many have come, of how many; and how many are in at each place.
export const counts = (book) => {
  const came = new Set();
  const places = new Map();
  for (const { key, who, session } of book.came.values()) {
    if (book.undone.has(key)) continue;
    came.add(who);
    if (!places.has(session)) places.set(session, new Set());
    places.get(session).add(who);
  }
  let expected = 0;
  for (const { state } of book.people.values()) expected += state === "confirmed";
  return { came: came.size, expected, inside: (session) => places.get(session)?.size ?? 0 };
};

// What becomes of the queue when the server has answered: what it answered leaves the queue by its number, and what it
// could not take is set aside and shown.
export const settled = (queue, outcomes) => {
  const told = new Map(outcomes.map((outcome) => [outcome.key, outcome]));
  const answered = queue.filter(({ key }) => told.has(key));
  const refused = answered.filter(({ key }) => !told.get(key).kept);
  return { done: answered.map(({ number }) => number), refused };
};

// Whether the doors have closed, by the right time: a phone whose clock is wrong loses no list before its time.
export const isOver = (book, now) => book.until > 0 && rightTime(book, now) / 1000 >= book.until;

export const filled = (words, facts) => words.replace(/\{(\w+)\}/g, (_, name) => facts[name] ?? "");
