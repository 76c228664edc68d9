// The browser's own database, with promises.
export { deleteDB, openDB } from "idb";
