// What the phone keeps in its own database, for one edition: the list, the queue, and a few facts about itself.
import { deleteDB, openDB } from "../../vendor/idb.js";

export const nameOf = (edition) => `door-${edition}`;

export const openStore = async (edition) => {
  const database = await openDB(nameOf(edition), 1, {
    upgrade(fresh) {
      fresh.createObjectStore("list");
      fresh.createObjectStore("queue", { keyPath: "number", autoIncrement: true });
      fresh.createObjectStore("facts");
      fresh.createObjectStore("refused", { keyPath: "key" });
    },
    blocking: () => database.close(),
  });
  // What is queued is on the disk before anybody is told "welcome".
  const durable = async (name, work) => {
    const step = database.transaction(name, "readwrite", { durability: "strict" });
    const [made] = await Promise.all([...work(step), step.done]);
    return made;
  };
  return {
    list: () => database.get("list", "list"),
    keepList: (told) => database.put("list", told, "list"),
    dropList: () => database.clear("list"),
    queue: () => database.getAll("queue"),
    // Returns the number by which the passage is taken out of the queue again.
    add: (passage) => durable("queue", (step) => [step.store.add(passage)]),
    refused: () => database.count("refused"),
    refuse: (passages) => durable("refused", (step) => passages.map((one) => step.store.put(one))),
    done: (numbers) => durable("queue", (step) => numbers.map((number) => step.store.delete(number))),
    fact: (name) => database.get("facts", name),
    keepFact: (name, value) => database.put("facts", value, name),
    close: () => database.close(),
  };
};

// Nothing of the door stays on the phone: not the list, not the kept page, not the script that kept it.
export const forgetDoor = async (edition, page) => {
  await deleteDB(nameOf(edition));
  for (const name of await caches.keys()) if (name.startsWith("door-")) await caches.delete(name);
  for (const worker of await navigator.serviceWorker?.getRegistrations() ?? []) {
    if (new URL(worker.scope).pathname === page) await worker.unregister();
  }
};
