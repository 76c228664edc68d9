// Reading tickets with the camera: by the browser where it can, else by a small library that works without eval.

const PAUSE = 120;
const LARGEST = 720;
const SAME_AGAIN = 4000;

const reader = async (library) => {
  if ("BarcodeDetector" in window && (await BarcodeDetector.getSupportedFormats()).includes("qr_code")) {
    const detector = new BarcodeDetector({ formats: ["qr_code"] });
    return async (canvas) => (await detector.detect(canvas))[0]?.rawValue ?? "";
  }
  const { read } = await import(library);
  return (canvas) => {
    const { width, height } = canvas;
    try {
      return read(canvas.getContext("2d", { willReadFrequently: true }).getImageData(0, 0, width, height));
    } catch {
      return "";
    }
  };
};

const drawn = (video, canvas) => {
  const scale = Math.min(1, LARGEST / Math.max(video.videoWidth, video.videoHeight));
  canvas.width = Math.round(video.videoWidth * scale);
  canvas.height = Math.round(video.videoHeight * scale);
  canvas.getContext("2d", { willReadFrequently: true }).drawImage(video, 0, 0, canvas.width, canvas.height);
  return canvas;
};

// Starts the camera and calls `seen` with each code that comes before it, the same one only once in a while.
// Returns what stops it. Refuses when there is no camera, or no permission to use it.
export const scan = async (video, library, seen, { isBusy }) => {
  const wanted = { video: { facingMode: "environment", width: { ideal: 1280 } }, audio: false };
  const stream = await navigator.mediaDevices.getUserMedia(wanted);
  const read = await reader(library);
  const canvas = document.createElement("canvas");
  let [last, when, runs] = ["", 0, true];
  video.srcObject = stream;
  await video.play();
  const look = async () => {
    if (!runs) return;
    const code = video.videoWidth && !isBusy() ? await read(drawn(video, canvas)) : "";
    if (code && (code !== last || Date.now() - when > SAME_AGAIN)) {
      [last, when] = [code, Date.now()];
      await seen(code);
      when = Date.now();
    }
    setTimeout(look, PAUSE);
  };
  look();
  return () => {
    runs = false;
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
};
