// The door has closed: what the phone has kept of doors is deleted, as soon as it has sent what it had not sent.
import { MOST_AT_ONCE, settled } from "./logic.js";
import { batch, tell } from "./net.js";
import { forgetDoor, nameOf, openStore } from "./store.js";

const page = (edition) => `/arrangera/${edition}/incheckning/`;

const empty = async (edition) => {
  const store = await openStore(edition);
  await store.dropList();
  const device = (await store.fact("device")) ?? crypto.randomUUID();
  for (let queue = await store.queue(); queue.length; queue = await store.queue()) {
    const part = queue.slice(0, MOST_AT_ONCE);
    const { told } = await tell(`${page(edition)}skicka/`, batch(device, part));
    if (!told) break;
    const { done } = settled(part, told.outcomes);
    await store.done(done);
    if (!done.length) break;
  }
  const left = (await store.queue()).length;
  store.close();
  if (!left) await forgetDoor(edition, page(edition));
};

const prefix = nameOf("");
for (const { name } of (await indexedDB.databases?.()) ?? []) {
  if (name.startsWith(prefix)) await empty(name.slice(prefix.length));
}
