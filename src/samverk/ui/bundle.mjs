// Bundles styles/site.css and what it imports into the folder given: one style sheet and its fonts.
import { build } from "esbuild";

const [entry, outdir] = process.argv.slice(2);

await build({
  entryPoints: [entry],
  outdir,
  bundle: true,
  minify: true,
  legalComments: "none",
  logLevel: "warning",
  target: ["chrome109", "firefox115", "safari15.4"],
  loader: { ".woff2": "file" },
  assetNames: "[name]",
});
