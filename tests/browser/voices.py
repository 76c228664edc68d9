"""The browser's voice, which headless Chromium lacks: it speaks when told to, and remembers what it said."""

import json
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

SWEDISH = {"lang": "sv-SE", "name": "Alva", "localService": True, "default": False}
SWEDISH_FAR_AWAY = {"lang": "sv-SE", "name": "Molnet", "localService": False, "default": True}
ENGLISH = {"lang": "en_GB", "name": "Daniel", "localService": True, "default": False}

# As browsers do, a voice that is interrupted tells the utterance that it was.
SPEAKER = """
(() => {
  const spoken = [];
  let current = null;
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  const speaker = Object.assign(new EventTarget(), {
    getVoices: () => VOICES,
    speak(utterance) {
      current = utterance;
      const { text, lang, rate, voice } = utterance;
      spoken.push({ text, lang, rate, voice: voice.name });
    },
    cancel() {
      const interrupted = current;
      current = null;
      interrupted?.onerror({ error: "interrupted" });
    },
  });
  Object.defineProperty(window, "speechSynthesis", { value: speaker });
  window.voice = {
    spoken,
    isSpeaking: () => current !== null,
    finish() {
      const finished = current;
      current = null;
      finished.onend();
    },
  };
})();
"""
MARKED = """
() => {
  const ranges = [...(globalThis.CSS.highlights?.get("listen") ?? document.querySelectorAll("mark.listen"))];
  return ranges.map((range) => (range instanceof Range ? range.toString() : range.textContent)).join("");
}
"""


@dataclass(frozen=True)
class Voice:
    """The voice behind a page."""

    page: Page

    @classmethod
    def of(cls, page: Page, *voices: dict[str, Any]) -> "Voice":
        """Give the browser these voices, before it opens a page."""
        page.add_init_script(SPEAKER.replace("VOICES", json.dumps(voices)))
        return cls(page)

    @property
    def spoken(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.page.evaluate("voice.spoken")
        return found

    @property
    def last(self) -> str:
        return str(self.spoken[-1]["text"])

    @property
    def is_speaking(self) -> bool:
        return bool(self.page.evaluate("voice.isSpeaking()"))

    @property
    def marked(self) -> str:
        return " ".join(str(self.page.evaluate(MARKED)).split())

    def finishes(self, times: int = 1) -> None:
        """Let the voice come to the end of what it is saying."""
        for _ in range(times):
            self.page.evaluate("voice.finish()")
