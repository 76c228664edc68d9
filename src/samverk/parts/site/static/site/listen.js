// "Lyssna": the browser's own voice reads the page, sentence by sentence, and the sentence being read is marked.
// Nothing is stored. Speech is given one short piece at a time: Chromium falls silent after about 15 s.

const PLACES = "main .page-header, main .page-content";
const PASSAGES = "h1, h2, h3, h4, p, li, blockquote, figcaption, .credit, .document a";
const SILENT =
  ".eyebrow, .meta, .reading-tools, .screen-only, .visually-hidden, [hidden], nav, form, video, svg, details:not([open]), .ds-alert, .data-table, small";
const LONGEST_BREATH = 180;
const MARK = "listen";

// A full stop after these, or after an initial, ends no sentence. Those that often do end one ("m.m.") are not here.
const SHORTENED =
  /(?:^|[\s("”’])(?:bl\.\s?a|ca|d\.\s?v\.\s?s|dvs|ev|f\.\s?d|fr\.\s?o\.\s?m|inkl|kl|nr|resp|s\.\s?k|t\.\s?ex|t\.\s?o\.\s?m|tel|ung|e\.g|i\.e|dr|mr|mrs|ms|st|\p{L})\.\s*$/iu;

/** Where the sentences of a text begin and end: `[[from, to], ...]`. A line break ends a sentence too. */
export function sentences(text, language) {
  const found = [];
  let at = 0;
  for (const line of text.split("\n")) {
    let begin = null;
    for (const piece of pieces(line, language)) {
      begin ??= at + piece.from;
      const next = line.slice(piece.to).trimStart();
      const goesOn = next && (SHORTENED.test(line.slice(0, piece.to)) || /^\p{Ll}/u.test(next));
      if (goesOn) continue;
      found.push(trimmed(text, begin, at + piece.to));
      begin = null;
    }
    at += line.length + 1;
  }
  return found.filter(([from, to]) => /[\p{L}\p{N}]/u.test(text.slice(from, to)));
}

function pieces(line, language) {
  if ("Segmenter" in Intl) {
    const parts = new Intl.Segmenter(language, { granularity: "sentence" }).segment(line);
    return Array.from(parts, ({ index, segment }) => ({ from: index, to: index + segment.length }));
  }
  return Array.from(line.matchAll(/.+?(?:[.!?…]+["”’»)]*\s+|$)/gu), (part) => ({
    from: part.index,
    to: part.index + part[0].length,
  }));
}

function trimmed(text, from, to) {
  const inside = text.slice(from, to);
  return [from + inside.length - inside.trimStart().length, to - inside.length + inside.trimEnd().length];
}

/** A sentence in pieces that a voice can say in one breath, cut where a reader would pause. */
export function breaths(sentence) {
  if (sentence.length <= LONGEST_BREATH) return [sentence];
  const head = sentence.slice(0, LONGEST_BREATH);
  const pause = Math.max(...[", ", "; ", ": ", " – "].map((sign) => head.lastIndexOf(sign) + 1));
  const cut = pause > LONGEST_BREATH / 3 ? pause : Math.max(head.lastIndexOf(" "), 0) || LONGEST_BREATH;
  return [sentence.slice(0, cut).trim(), ...breaths(sentence.slice(cut).trim())].filter(Boolean);
}

/** The texts to read, in the order of the page. Each knows its element, since marking may change its text nodes. */
function passages() {
  const found = [];
  for (const place of document.querySelectorAll(PLACES)) {
    for (const element of place.querySelectorAll(PASSAGES)) {
      if (!element.closest(SILENT)) found.push({ element, text: textOf(element) });
    }
  }
  return found.filter(({ text }) => text.trim());
}

/** The text nodes of a passage that belong to no passage within it; a line break stands for itself. */
function nodesOf(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  const found = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const own = node.parentElement.closest(PASSAGES) === element && !node.parentElement.closest(SILENT);
    if (own && (node.nodeType === Node.TEXT_NODE || node.localName === "br")) found.push(node);
  }
  return found;
}

const textOf = (element) => nodesOf(element).map(shown).join("");
const shown = (node) => (node.nodeType === Node.TEXT_NODE ? node.data.replace(/\s/gu, " ") : "\n");

function rangesOf({ element, from, to }) {
  const found = [];
  let at = 0;
  for (const node of nodesOf(element)) {
    const length = shown(node).length;
    const [begin, end] = [Math.max(from - at, 0), Math.min(to - at, length)];
    if (begin < end && node.nodeType === Node.TEXT_NODE) {
      const range = new Range();
      range.setStart(node, begin);
      range.setEnd(node, end);
      found.push(range);
    }
    at += length;
  }
  return found;
}

/** Everything that will be said. What needs a word before it, to be understood without being seen, gets it. */
function script(words, language) {
  return passages().flatMap(({ element, text }) =>
    sentences(text, language).map(([from, to], number) => {
      const before = number === 0 ? words[introduced(element)] : "";
      return { element, from, to, said: breaths([before, text.slice(from, to)].filter(Boolean).join(" ")) };
    }),
  );
}

function introduced(element) {
  if (element.localName !== "figcaption") return "";
  return element.closest(".quote") ? "speaker" : "caption";
}

const canHighlight = "highlights" in CSS && "Highlight" in window;

function mark(sentence) {
  unmark();
  const ranges = rangesOf(sentence);
  const [first] = ranges;
  if (!first) return;
  bringIntoSight(first.getBoundingClientRect());
  if (canHighlight) CSS.highlights.set(MARK, new Highlight(...ranges));
  else for (const range of ranges) range.surroundContents(Object.assign(document.createElement("mark"), { className: MARK }));
}

function unmark() {
  if (canHighlight) CSS.highlights.delete(MARK);
  for (const wrapper of document.querySelectorAll(`mark.${MARK}`)) {
    const parent = wrapper.parentNode;
    wrapper.replaceWith(...wrapper.childNodes);
    parent.normalize();
  }
}

function bringIntoSight({ top, bottom }) {
  if (top > innerHeight * 0.1 && bottom < innerHeight * 0.75) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  scrollBy({ top: top - innerHeight * 0.3, behavior: calm ? "instant" : "smooth" });
}

/** A voice for the language, rather one of the machine itself than one that sends the text away. */
function voiceFor(language) {
  const fitting = speechSynthesis
    .getVoices()
    .filter((voice) => voice.lang.replace("_", "-").split("-")[0] === language.split("-")[0]);
  return fitting.find((voice) => voice.localService) ?? fitting[0];
}

function setUp(button) {
  const panel = document.querySelector("[data-listen-panel]");
  const part = (name) => panel.querySelector(`[data-listen-${name}]`);
  const status = document.querySelector("[data-listen-status]");
  const language = document.documentElement.lang;
  let [all, place, breath, turn] = [[], 0, 0, 0];
  let utterance; // kept, or Chromium forgets it in the middle and never tells that it has ended

  function show(state) {
    panel.dataset.state = state;
    panel.hidden = state === "over";
    button.setAttribute("aria-pressed", String(state === "reading" || state === "paused"));
    const told = { paused: status.dataset.paused, over: status.dataset.ended, voiceless: part("voiceless").textContent };
    status.textContent = told[state] ?? "";
  }

  function say() {
    const mine = ++turn;
    speechSynthesis.cancel();
    utterance = new SpeechSynthesisUtterance(all[place].said[breath]);
    const voice = voiceFor(language);
    Object.assign(utterance, { voice, lang: voice.lang.replace("_", "-"), rate: Number(part("speed").value) });
    utterance.onend = () => mine === turn && goOn();
    utterance.onerror = () => mine === turn && stop();
    speechSynthesis.speak(utterance);
  }

  function goOn() {
    breath += 1;
    if (breath < all[place].said.length) say();
    else read(place + 1);
  }

  function read(to) {
    if (to >= all.length) return stop();
    [place, breath] = [Math.max(to, 0), 0];
    show("reading");
    mark(all[place]);
    say();
  }

  function pause() {
    turn += 1;
    speechSynthesis.cancel();
    show("paused");
  }

  function stop() {
    if (panel.hidden) return;
    const hadFocus = panel.contains(document.activeElement);
    turn += 1;
    speechSynthesis.cancel();
    unmark();
    show("over");
    if (hadFocus) button.focus();
  }

  function start() {
    if (!panel.hidden) return stop();
    all = script({ speaker: panel.dataset.speaker, caption: panel.dataset.caption, "": "" }, language);
    if (!voiceFor(language)) return show("voiceless");
    if (all.length) read(0);
  }

  part("language").textContent = new Intl.DisplayNames(language, { type: "language" }).of(language);
  button.addEventListener("click", start);
  part("pause").addEventListener("click", () => (panel.dataset.state === "paused" ? read(place) : pause()));
  part("previous").addEventListener("click", () => read(place - 1));
  part("next").addEventListener("click", () => read(place + 1));
  part("stop").addEventListener("click", stop);
  part("speed").addEventListener("change", () => panel.dataset.state === "reading" && say());
  document.addEventListener("keydown", (event) => event.key === "Escape" && stop());
  addEventListener("pagehide", stop);

  const offer = () => (button.hidden = speechSynthesis.getVoices().length === 0);
  speechSynthesis.addEventListener?.("voiceschanged", offer);
  offer();
}

const button = document.querySelector("[data-listen]:not([data-listen-ready])");
if (button && "speechSynthesis" in window) {
  button.dataset.listenReady = "";
  setUp(button);
}
