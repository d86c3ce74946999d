// A browser with the page in it, and the program beside it.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { ROSTERS } from "./rosters.mjs";

const [file, program, modules] = process.argv.slice(2).map((path) => resolve(path));
const { chromium } = createRequire(join(modules, "node_modules/"))("playwright-core");
const ZONE = "Europe/Berlin";

export const desk = mkdtempSync(join(tmpdir(), "tzplan-page-"));
for (const [name, content] of Object.entries(ROSTERS)) writeFileSync(join(desk, name), content);

// What the program answers.
export function asked(line) {
  const env = { TZ: ZONE };
  const ran = spawnSync(program, line, { cwd: desk, env, maxBuffer: 1 << 28 });
  return { code: ran.status, out: ran.stdout.toString(), err: ran.stderr.toString() };
}

// Somewhere that a request could go to.
export let knocks = 0;
const server = createServer((_, response) => (knocks++, response.end())).listen(0, "127.0.0.1");
await new Promise((done) => server.on("listening", done));
export const elsewhere = `http://127.0.0.1:${server.address().port}/`;

const named = ["chromium", "chromium-browser", "google-chrome"].map((name) => spawnSync("which", [name]).stdout.toString().trim());
const executablePath = process.env.TZPLAN_CHROMIUM ?? named.find(Boolean);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const address = pathToFileURL(file).href;

// The page in a window of its own, its settings unfolded; what goes wrong in it is kept.
export async function opened({ hash = "", width = 1280, height = 900, colorScheme = "light" } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme, timezoneId: ZONE, acceptDownloads: true });
  const page = await context.newPage();
  page.faults = [];
  page.on("console", (message) => message.type() === "error" && page.faults.push(message.text()));
  page.on("pageerror", (error) => page.faults.push(String(error)));
  page.on("dialog", () => page.faults.push("a dialog"));
  page.on("request", (request) => {
    const isOwn = request.url().split("#")[0] === address || /^(blob|data|about):/.test(request.url());
    if (!isOwn) page.faults.push(`a request to ${request.url()}`);
  });
  await page.goto(address + hash);
  await page.click("#settings > summary");
  return page;
}

// Waits until the question that stands there is answered.
export async function settled(page) {
  await page.waitForFunction(() => document.body.dataset.state === "answered");
}

// What stands in the page that is the answer.
export const shown = async (page) => {
  await settled(page);
  const frame = page.locator("iframe").last();
  await page.waitForFunction(() => !document.querySelector("iframe.next"));
  return page.frameLocator("iframe").last().locator("body");
};

export async function choose(page, name) {
  await page.setInputFiles("#open", join(desk, name));
  await page.waitForFunction((name) => document.getElementById("file-name").textContent === name, name);
  await settled(page);
}

export async function fill(page, name, text) {
  await page.fill(`[name="${name}"]`, text);
  await settled(page);
}

export async function close() {
  await browser.close();
  server.close();
  rmSync(desk, { recursive: true });
}
