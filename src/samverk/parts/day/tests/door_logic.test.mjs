// Specification of what a phone at a door decides by itself. Run by test_door_logic.py with Node.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as logic from "../static/day/door/logic.js";

const PRINT = "AAECAwQFBgcICQoLDA0ODw";
const person = (id, name, { state = "confirmed", organisation = "", print = `print-${id}`, family = `family-${id}` } = {}) => [
  id, name, organisation, 7, state, print, family,
];
const told = (facts = {}) => ({
  whole: true, mark: "2027-04-15T09:00:00Z", until: 1000, kinds: [[7, "Besökare", 3]], sessions: [[5, "Inledning", "9.00", 2, 0]],
  clashes: [], people: [], came: [], undone: [], ...facts,
});
const book = (facts) => logic.merge(logic.emptyBook(), told(facts));
const came = (key, who, { session = 0, door = "Norra", at = 100 } = {}) => [key, who, session, door, at];
const passage = (key, who, facts = {}) => ({ key, deed: "in", who, session: 0, at: "2027-04-15T09:05:00Z", ...facts });

test("a search finds names and organisations without capitals and accents", () => {
  const here = book({ people: [person(1, "Åsa Öberg", { organisation: "Café Myrhed" }), person(2, "Björn Ek")] });
  assert.deepEqual(logic.search(here, "oberg ASA").map(({ id }) => id), [1]);
  assert.deepEqual(logic.search(here, "cafe").map(({ id }) => id), [1]);
  assert.deepEqual(logic.search(here, "  "), []);
});

test("whoever has a seat is let in, and is in already the second time", () => {
  const here = book({ people: [person(1, "Åsa")] });
  const [asa] = logic.search(here, "åsa");
  assert.equal(logic.decide(here, asa, 0).face, "in");
  logic.addOwn(here, { ...passage("k1", 1), door: "Norra" });
  assert.equal(logic.decide(here, asa, 0).face, "again");
  assert.equal(logic.decide(here, asa, 0).seen.door, "Norra");
  assert.equal(logic.decide(here, asa, 5).face, "in", "a session is a place of its own");
});

test("what was undone does not count", () => {
  const here = book({ people: [person(1, "Åsa")], came: [came("k1", 1)] });
  logic.addOwn(here, { key: "k2", deed: "undo", undoes: "k1" });
  assert.equal(logic.decide(here, here.people.get(1), 0).face, "in");
  assert.equal(logic.counts(here).came, 0);
});

test("a cancelled ticket and a place in the waiting list let nobody in", () => {
  const here = book({ people: [person(1, "A", { state: "cancelled" }), person(2, "B", { state: "waiting" })] });
  assert.deepEqual([1, 2].map((id) => logic.decide(here, here.people.get(id), 0).face), ["cancelled", "no_seat"]);
});

test("codes are known by their fingerprint, old ones by what they begin with, and the rest are unknown", () => {
  const here = book({ people: [person(1, "Åsa")] });
  assert.equal(logic.recognise(here, { print: "print-1", family: "family-1" }).person.id, 1);
  assert.equal(logic.recognise(here, { print: "other", family: "family-1" }).face, "handed_over");
  assert.equal(logic.recognise(here, { print: "other", family: "other" }).face, "unknown");
});

test("the short code is eight letters and digits, however it is typed", () => {
  assert.equal(logic.shortOf(PRINT), "000G40R4");
  assert.equal(logic.asWritten("ooog-4or4"), "000G40R4");
  assert.equal(logic.asWritten("abc"), "");
  assert.equal(logic.recognise(book({ people: [person(1, "Åsa", { print: PRINT })] }), { short: "000G40R4" }).person.id, 1);
});

test("after a hand-over the old fingerprint is worth nothing", () => {
  const here = book({ people: [person(1, "Åsa", { print: "old" })] });
  logic.merge(here, told({ whole: false, people: [person(1, "Birk", { print: "new" })] }));
  assert.equal(logic.recognise(here, { print: "old", family: "family-1" }).face, "handed_over");
  assert.equal(logic.recognise(here, { print: "new", family: "family-1" }).person.name, "Birk");
});

test("a whole list takes the place of the old one, but not of what waits to be sent", () => {
  const here = book({ people: [person(1, "Åsa"), person(2, "Birk")], came: [came("k1", 2)] });
  logic.merge(here, told({ people: [person(1, "Åsa")] }), [passage("k9", 1)]);
  assert.equal(here.people.size, 1);
  assert.equal(logic.insideOf(here, 1, 0).key, "k9");
});

test("what is kept and read again is the same", () => {
  const here = book({ people: [person(1, "Åsa", { organisation: "Café" })], came: [came("k1", 1)], undone: ["k0"] });
  const again = logic.merge(logic.emptyBook(), JSON.parse(JSON.stringify(logic.dump(here))));
  assert.deepEqual(logic.dump(again), logic.dump(here));
});

test("everybody is counted once, newcomers too, and sessions by themselves", () => {
  const here = book({
    people: [person(1, "A"), person(2, "B"), person(3, "C", { state: "waiting" })],
    came: [came("k1", 1), came("k2", 1, { door: "Södra" }), came("k3", 1, { session: 5 })],
  });
  logic.addOwn(here, passage("k4", undefined));
  const counted = logic.counts(here);
  assert.deepEqual([counted.came, counted.expected, counted.inside(5), counted.inside(6)], [2, 2, 1, 0]);
});

test("the queue loses only what the server has answered, and what it could not take is set aside", () => {
  const queue = ["a", "b", "c"].map((key, at) => ({ key, number: at + 1 }));
  const { done, refused } = logic.settled(queue, [{ key: "a", kept: true }, { key: "b", kept: false }]);
  assert.deepEqual([done, refused], [[1, 2], [queue[1]]]);
});

test("the list is over when the doors close, and not before it has been fetched", () => {
  assert.equal(logic.isOver(book({ until: 1000 }), 999_000), false);
  assert.equal(logic.isOver(book({ until: 1000 }), 1_000_000), true);
  assert.equal(logic.isOver(logic.emptyBook(), 1_000_000), false);
});

test("a phone whose clock is a day ahead keeps its list until the doors close, and tells the right time", () => {
  const day = 86_400_000;
  const here = book({ until: 1000, skew: -day });
  assert.equal(logic.isOver(here, 999_000 + day), false);
  assert.equal(logic.isOver(here, 1_000_000 + day), true);
  logic.addOwn(here, passage("k1", 1, { at: new Date(500_000 + day).toISOString() }));
  assert.equal(logic.insideOf(here, 1, 0).at, 500);
});
