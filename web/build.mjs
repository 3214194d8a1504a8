// Builds the screen into ../notice_gen/web/static; with --check it only says whether what lies there is what the sources build.
import { build } from "esbuild";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "..", "notice_gen", "web", "static");
const OWN = new Set(["types"]); // made by another tool (pictures of the gallery)

const result = await build({
  absWorkingDir: here, entryPoints: { main: "src/main.tsx" }, outdir: out, bundle: true, splitting: true, format: "esm", minify: true,
  target: ["es2022"], charset: "utf8", legalComments: "none", write: false, metafile: true, entryNames: "[name]", chunkNames: "[name]-[hash]",
  loader: { ".css": "css" }, logLevel: "warning",
});

const files = new Map(result.outputFiles.map((file) => [relative(out, file.path), Buffer.from(file.contents)]));
files.set("index.html", readFileSync(join(here, "src", "index.html")));
files.set("licences.txt", Buffer.from(licences(Object.keys(result.metafile.inputs))));

if (process.argv.includes("--check")) {
  const there = new Map(readdirSync(out, { withFileTypes: true }).filter((e) => e.isFile()).map((e) => [e.name, readFileSync(join(out, e.name))]));
  const wrong = [...new Set([...files.keys(), ...there.keys()])].filter((name) => !files.get(name)?.equals(there.get(name) ?? Buffer.alloc(0)));
  if (wrong.length) {
    console.error(`not what the sources build: ${wrong.join(", ")}; run: make web`);
    process.exit(1);
  }
} else {
  mkdirSync(out, { recursive: true });
  for (const entry of readdirSync(out)) if (!OWN.has(entry)) rmSync(join(out, entry), { recursive: true });
  for (const [name, data] of files) writeFileSync(join(out, name), data);
}
const size = [...files].filter(([name]) => /\.(js|css)$/.test(name) && !name.startsWith("pdf")).reduce((sum, [, data]) => sum + gzipSync(data).length, 0);
console.log(`${Math.round(size / 1024)} KB gzipped`);

/** The licences of the packages that are in the bundle. */
function licences(inputs) {
  const names = new Set(inputs.flatMap((path) => path.match(/^node_modules\/((?:@[^/]+\/)?[^/]+)\//)?.[1] ?? []));
  return [...names].sort().map((name) => {
    const folder = join(here, "node_modules", name);
    const about = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file && existsSync(join(folder, file)) ? readFileSync(join(folder, file), "utf8").trim() : "";
    return `${name} ${about.version} (${about.license})\n\n${text}\n`;
  }).join(`\n${"-".repeat(78)}\n\n`);
}
