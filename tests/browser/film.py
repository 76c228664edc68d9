"""A small real film with sound, and its captions, made by the browser itself."""

import base64
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

FIRST_WORDS = "Välkommen till Sociala företagsdagen."
CAPTIONS = f"""WEBVTT

00:00.000 --> 00:01.500
{FIRST_WORDS}

00:01.500 --> 00:03.500
Nu börjar den första föreläsningen.
"""
SECONDS = 4

# Frames of changing colour with their number, and a tone: recorded as browsers record a camera.
RECORD = """
async (seconds) => {
  const canvas = Object.assign(document.createElement("canvas"), { width: 320, height: 180 });
  const pen = canvas.getContext("2d");
  const sound = new AudioContext();
  const microphone = sound.createMediaStreamDestination();
  const tone = sound.createOscillator();
  tone.connect(microphone);
  tone.start();
  const stream = canvas.captureStream(10);
  stream.addTrack(microphone.stream.getAudioTracks()[0]);
  const recorder = new MediaRecorder(stream, { mimeType: "video/webm;codecs=vp8,opus" });
  const parts = [];
  recorder.addEventListener("dataavailable", ({ data }) => parts.push(data));
  const stopped = new Promise((resolve) => recorder.addEventListener("stop", resolve));
  recorder.start();
  for (let frame = 0; frame < seconds * 10; frame += 1) {
    pen.fillStyle = `hsl(${frame * 9} 60% 45%)`;
    pen.fillRect(0, 0, canvas.width, canvas.height);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  recorder.stop();
  await stopped;
  const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}
"""


@dataclass(frozen=True)
class Recording:
    """The files that an editor has on disk."""

    film: Path
    captions: Path


def record(browser: Browser, folder: Path) -> Recording:
    """Record a film of a few seconds into `folder`."""
    page = browser.new_page()
    recorded = page.evaluate(RECORD, SECONDS)
    page.close()
    film, captions = folder / "foretagsdagen.webm", folder / "foretagsdagen.vtt"
    film.write_bytes(base64.b64decode(recorded))
    captions.write_text(CAPTIONS)
    return Recording(film=film, captions=captions)
