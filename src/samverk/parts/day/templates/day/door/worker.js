// Keeps the page at the door and what it needs on the phone, so that it opens without net. Version {{ version }}.
// Nobody's name is in what is kept here: the list stands in the phone's database, and is deleted with the door.
const CACHE = "door-{{ version }}";
const PAGE = "{{ page|escapejs }}";
const FILES = [{% for file in assets %}"{{ file|escapejs }}", {% endfor %}];
const PATIENCE = 3000;

// The page as it is to be kept: without the names of those who clashed.
const shell = async () => {
  const answer = await fetch(PAGE, { cache: "reload", headers: { "X-Door-Shell": "yes" }, redirect: "error" });
  if (answer.ok) await (await caches.open(CACHE)).put(PAGE, answer);
  return answer.ok;
};

const keep = async () => {
  const cache = await caches.open(CACHE);
  await cache.addAll(FILES.map((file) => new Request(file, { cache: "reload" })));
  if (!(await shell())) throw new Error("the page could not be kept");
};

const tidy = async () => {
  const old = (await caches.keys()).filter((name) => name.startsWith("door-") && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
};

self.addEventListener("install", (event) => event.waitUntil(keep().then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(tidy()));

const kept = async (request) => (await caches.open(CACHE)).match(request, { ignoreSearch: true });

// The page itself: from the net while it answers, else the one that was kept. A redirect or a refusal is passed on.
// What an organiser has changed meanwhile (sessions, kinds of tickets) is kept the next time the page is opened.
const page = async (event) => {
  const slow = new Promise((_, refuse) => setTimeout(refuse, PATIENCE, new Error("slow")));
  try {
    const answer = await Promise.race([fetch(event.request), slow]);
    if (answer.ok) event.waitUntil(shell().catch(() => null));
    if (answer.status < 500) return answer;
  } catch {
    // no net: the kept page below
  }
  return (await kept(PAGE)) ?? Response.error();
};

self.addEventListener("fetch", (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method !== "GET" || origin !== self.location.origin) return;
  if (event.request.mode === "navigate" && pathname === PAGE) event.respondWith(page(event));
  else if (FILES.includes(pathname)) {
    event.respondWith(kept(event.request).then((file) => file ?? fetch(event.request)));
  }
});
