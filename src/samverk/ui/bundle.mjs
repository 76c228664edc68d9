// Bundles styles/site.css and what it imports into the folder given: one style sheet, its fonts and its icons;
// and each of scripts/, with what it imports, into one file.
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";

const [entry, outdir, ...scripts] = process.argv.slice(2);
const drawing = /url\("data:image\/svg\+xml;charset=utf-8,([^"]+)"\)/g;

// The Content-Security-Policy lets in no data: addresses, so drawings inside the style sheets become files.
const drawingsAsFiles = {
  name: "drawings-as-files",
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^drawing:/ }, ({ path }) => ({ path: `./${path.slice(8)}`, external: true }));
    onLoad({ filter: /designsystemet-css.*\.css$/ }, async ({ path }) => {
      const text = await readFile(path, "utf8");
      const found = [...text.matchAll(drawing)].map(([, encoded]) => decodeURIComponent(encoded));
      await Promise.all(found.map((svg) => writeFile(join(outdir, nameOf(svg)), svg)));
      const contents = text.replace(drawing, (_, encoded) => `url("drawing:${nameOf(decodeURIComponent(encoded))}")`);
      return { contents, loader: "css" };
    });
  },
};

function nameOf(svg) {
  return `icon-${createHash("sha256").update(svg).digest("hex").slice(0, 8)}.svg`;
}

const common = {
  outdir,
  bundle: true,
  minify: true,
  legalComments: "none",
  logLevel: "warning",
  target: ["chrome109", "firefox115", "safari15.4"],
};

await build({
  ...common,
  entryPoints: [entry],
  loader: { ".woff2": "file" },
  assetNames: "[name]",
  plugins: [drawingsAsFiles],
});

const isModule = (path) => path.includes("/modules/");
const script = (format, entryPoints) => build({ ...common, entryPoints, format });
await script("iife", scripts.filter((path) => !isModule(path)));
await script("esm", scripts.filter(isModule));
