// easy-template-x in a loop: the same page, every text a tag, each notice written to its own file.
// node easy_template_x.mjs TEMPLATE TEXTS.json FOLDER COUNT → milliseconds for one notice, creation of the file included.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { TemplateHandler } from "easy-template-x";

const [template, texts, folder, count] = process.argv.slice(2);
const docx = readFileSync(template);
const data = JSON.parse(readFileSync(texts, "utf8"));
const handler = new TemplateHandler();

async function write(first, last) {
  for (let i = first; i < last; i++) {
    writeFileSync(join(folder, `${i}.docx`), Buffer.from(await handler.process(docx, { ...data, t0: `${i}` })));
  }
}

await write(0, 20); // warm
const start = performance.now();
await write(20, 20 + Number(count));
console.log((performance.now() - start) / Number(count));
