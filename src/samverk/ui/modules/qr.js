// Reading QR codes where the browser cannot: only the reader of the package, without its ways to draw them.
export { default as read } from "qr/decode.js";
