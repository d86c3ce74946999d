// Takes the picture of the page that README shows, of a roster that ships with tzplan.
//
//   npm install --prefix target/browser playwright-core@1.65.1
//   cargo run -p tzplan-cli -- report examples/world.csv --from 2026-11-23 --home Europe/Berlin \
//     --title 'Four continents' -o target/page.html
//   node scripts/screenshot.mjs target/page.html docs/page.png [CHROMIUM]
//
// The first screen of a laptop, light; with fewer colours where pngquant is installed. It has 200 KB at most.
import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const MOST_BYTES = 200_000;
const [page, picture, chromium = "/usr/bin/chromium"] = process.argv.slice(2);
if (!page || !picture) throw new Error("node scripts/screenshot.mjs PAGE.html PICTURE.png [CHROMIUM]");
const modules = process.env.TEST_BROWSER_MODULES ?? "target/browser";
const { chromium: browsers } = createRequire(resolve(modules, "node_modules", "here.js"))("playwright-core");

const browser = await browsers.launch({ executablePath: chromium, args: ["--no-sandbox", "--disable-gpu"] });
const tab = await browser.newPage({ viewport: { width: 1280, height: 900 }, colorScheme: "light" });
await tab.goto(`file://${resolve(page)}`);
await tab.screenshot({ path: picture });
await browser.close();
spawnSync("pngquant", ["--force", "--output", picture, "64", picture]);
const { size } = statSync(picture);
if (size > MOST_BYTES) throw new Error(`${picture} has ${size} bytes, more than ${MOST_BYTES}`);
console.log(`${picture}: ${size} bytes`);
