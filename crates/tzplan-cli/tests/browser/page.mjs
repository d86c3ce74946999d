// Opens pages and charts in a browser, as a person would, and holds them to what the program answers as JSON.
//
//   node page.mjs MODULES CHROMIUM DESK.json SHOTS
//
// MODULES is a folder with `node_modules`, DESK.json lists the pages, SHOTS is where screenshots go.
import assert from "node:assert/strict";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [modules, chromium, deskFile, shots] = process.argv.slice(2);
const require = createRequire(join(modules, "node_modules", "here.js"));
const playwright = require("playwright-core");
const { HtmlValidate } = require("html-validate");
const desk = JSON.parse(readFileSync(deskFile, "utf8"));
const flags =
  "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking " +
  "--disable-component-update --disable-sync";
const browser = await playwright.chromium.launch({ executablePath: chromium, args: flags.split(" ") });

const daily = ({ minutes_per_week: minutes, days }) => {
  const a_day = Math.floor(minutes / days);
  return `${Math.floor(a_day / 60)}:${String(a_day % 60).padStart(2, "0")}`;
};

/** A page of its own in which nothing may be said, asked for or opened. */
const open = async (file, options = {}) => {
  const { media, ...rest } = options;
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, colorScheme: "light", ...rest });
  const wrong = [];
  await context.route("**/*", (route) => {
    const url = route.request().url();
    if (url.startsWith("file:") || url.startsWith("data:")) return route.continue();
    wrong.push(`request of ${url}`);
    return route.abort();
  });
  const page = await context.newPage();
  page.on("console", (message) => wrong.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => wrong.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => {
    wrong.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  if (media) await page.emulateMedia({ media });
  const started = Date.now();
  await page.goto(`file://${file}`);
  const took = Date.now() - started;
  const close = async () => {
    assert.deepEqual(wrong, [], file);
    await context.close();
  };
  return { page, close, took };
};

const text = (page, selector) => page.locator(selector).first().innerText();

/** The verdict, the year and its seasons are those of the JSON. */
const numbers = async (page, plan) => {
  const model = plan.verdict.model.toUpperCase();
  const heading = await text(page, "h1");
  assert.ok(model.startsWith(heading.split(/[ ,]/)[0]), `${heading}: ${model}`);
  const figures = await page.locator(".figures dd").allInnerTexts();
  if (figures.length < 2) return;
  const { min, usual, max } = plan.year;
  assert.deepEqual(figures.slice(0, 3), [min, usual, max].map(daily));
  const rows = await page.locator(".seasons tbody tr").evaluateAll((rows) =>
    rows.map((row) => [row.querySelector("th time").dateTime, row.querySelector(".daily").textContent]),
  );
  const found = new Map(rows);
  for (const season of plan.seasons) assert.equal(found.get(season.first), daily(season.overlap), season.first);
  const steps = await page.locator("#year svg.wide .season > title").evaluateAll((all) => all.map((one) => one.textContent));
  assert.equal(steps.length, plan.seasons.length);
  steps.forEach((step, place) => assert.ok(step.includes(`: ${daily(plan.seasons[place].overlap)} a day`), step));
};

/** Seasons, moments and members can be chosen, by hand and by keyboard; what is shown then is the library's. */
const controls = async (page, plan, without) => {
  const figures = page.locator("figure[data-figure]");
  const seasons = await figures.evaluateAll((all) => all.map((one) => Number(one.dataset.season)));
  const season = page.getByRole("combobox", { name: "Dates", exact: true });
  const moment = page.getByRole("slider", { name: "Moment of the day", exact: true });
  const words = page.locator("#moment-words");
  const shared = page.locator("#shared-words");
  const members = page.locator("input[data-band]");
  assert.ok(await season.isVisible());
  assert.equal(await season.locator("option").count(), seasons.length);
  for (const [place, number] of seasons.entries()) {
    await season.selectOption(String(place));
    assert.deepEqual(
      await figures.evaluateAll((all) => all.map((one) => !one.hidden)),
      seasons.map((_, other) => other === place),
    );
    const overlap = plan.seasons[number].overlap;
    const told = overlap.minutes_per_week === 0 ? "Everyone shares nothing" : `Everyone shares ${daily(overlap)} a day, `;
    assert.ok((await shared.innerText()).startsWith(told), await shared.innerText());
    assert.ok((await shared.innerText()).endsWith(`The least of the year is ${daily(plan.year.min)} a day.`));
    // Everybody's clock against that of this machine, in the middle of the season: clocks change at its ends.
    const middle = new Date(`${plan.seasons[number].first}T12:00:00Z`);
    middle.setUTCDate(middle.getUTCDate() + Math.floor(plan.seasons[number].days / 2));
    for (const quarter of [0, 37, 95]) {
      await moment.fill(String(quarter));
      const instant = new Date(middle);
      instant.setUTCHours(0, quarter * 15);
      const clocks = await page.locator(".members .clock").allInnerTexts();
      for (const [band, member] of plan.members.entries()) {
        if (plan.members.length > clocks.length) break;
        const format = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: member.zone };
        const local = new Intl.DateTimeFormat("en-GB", format).format(instant);
        assert.ok(clocks[band].startsWith(local), `${member.name} at ${instant.toISOString()}: ${clocks[band]}, ${local}`);
      }
    }
  }
  await season.selectOption("0");

  // The keyboard alone moves the moment and switches somebody off and on.
  await moment.fill("48");
  await moment.focus();
  await page.keyboard.press("ArrowRight");
  assert.match(await words.innerText(), /^12:15 UTC/);
  await page.keyboard.press("Home");
  assert.match(await words.innerText(), /^00:00 UTC/);
  const chart = figures.first().locator("svg.wide");
  const line = () => chart.locator(".moment").getAttribute("x1").then(Number);
  assert.equal(await line(), Number(await chart.getAttribute("data-left")));

  // A pointer over 18:00 UTC.
  await chart.scrollIntoViewIfNeeded();
  const box = await chart.boundingBox();
  const units = await chart.evaluate((svg) => [svg.dataset.left, svg.dataset.right, svg.viewBox.baseVal.width].map(Number));
  const x = box.x + (box.width * (units[0] + (units[1] - units[0]) * (18.05 / 24))) / units[2];
  await page.mouse.move(x, box.y + box.height / 3);
  assert.match(await words.innerText(), /^18:00 UTC/);

  if (!without) return;
  const before = await chart.locator(".together rect").count();
  await members.first().focus();
  await page.keyboard.press("Space");
  for (const [place, number] of seasons.entries()) {
    await season.selectOption(String(place));
    const date = plan.seasons[number].first;
    const there = without.seasons.findLast((one) => one.first <= date);
    const told = there.overlap.minutes_per_week === 0 ? "nothing" : `${daily(there.overlap)} a day, `;
    const said = await shared.innerText();
    assert.match(said, /^Without /);
    assert.ok(said.includes(`the others share ${told}`), `${date}: ${said}, not ${told}`);
    assert.ok(said.endsWith(`The least of the year is ${daily(without.year.min)} a day.`), said);
    assert.equal(said.includes("target met"), there.meets, said);
  }
  await season.selectOption("0");
  assert.ok((await chart.locator(".person.out").count()) > 0);
  assert.ok(await page.locator("svg.wide .everyone .times").first().innerHTML());
  await members.first().focus();
  await page.keyboard.press("Space");
  assert.match(await shared.innerText(), /^Everyone shares/);
  assert.equal(await chart.locator(".together rect").count(), before);
};

/** Without its script everything can be read. */
const without_script = async ({ file }) => {
  const { page, close } = await open(file, { javaScriptEnabled: false });
  assert.equal(await page.locator("#controls").isVisible(), false);
  for (const figure of await page.locator("figure").all()) assert.ok(await figure.isVisible());
  const headings = await page.locator("h2").allInnerTexts();
  for (const heading of ["The team’s day", "The year", "The week", "Who overlaps with whom", "The cheapest shifts"]) {
    assert.ok(headings.includes(heading), heading);
  }
  assert.ok(headings.includes("Where to hire") && headings.includes("Method"));
  await close();
};

/** Pictures of a page at three widths, light and dark. */
const pictures = async ({ name, file }) => {
  const sizes = { phone: { width: 360, height: 780 }, laptop: { width: 1280, height: 900 } };
  for (const [size, viewport] of Object.entries(sizes)) {
    const taken = {};
    for (const colorScheme of ["light", "dark"]) {
      const { page, close } = await open(file, { viewport, colorScheme });
      const { scroll, inner } = await page.evaluate(() => ({ scroll: document.documentElement.scrollWidth, inner: innerWidth }));
      assert.ok(scroll <= inner, `${name} is ${scroll} wide on a ${size}`);
      const shown = await page.locator("svg:visible").evaluateAll((all) => new Set(all.map((one) => one.classList[1])).size);
      assert.equal(shown, 1, "charts for one width only");
      taken[colorScheme] = await page.screenshot({ fullPage: true });
      writeFileSync(join(shots, `${name}-${size}-${colorScheme}.png`), taken[colorScheme]);
      await close();
    }
    assert.ok(taken.light.length > 20_000 && taken.dark.length > 20_000, `${name} on a ${size} is empty`);
    assert.notDeepEqual(taken.light, taken.dark);
  }
  // On paper it is light, whatever the screen is.
  const printed = [];
  for (const colorScheme of ["light", "dark"]) {
    const { page, close } = await open(file, { viewport: { width: 700, height: 1000 }, colorScheme, media: "print" });
    assert.equal(await page.locator("#controls").isVisible(), false);
    for (const figure of await page.locator("figure").all()) assert.ok(await figure.isVisible());
    printed.push(await page.screenshot({ fullPage: true }));
    if (colorScheme === "light") {
      const pdf = await page.pdf({ path: join(shots, `${name}.pdf`), preferCSSPageSize: true, printBackground: true });
      assert.ok(pdf.length > 20_000);
    }
    await close();
  }
  assert.ok(printed[0].length > 20_000, "nothing on paper");
  assert.deepEqual(printed[0], printed[1]);
  writeFileSync(join(shots, `${name}-print.png`), printed[0]);
};

/** Names from strangers stay text, and the policy keeps what gets in from doing anything. */
const inert = async ({ file, names }) => {
  const { page, close } = await open(file);
  assert.equal(await page.locator("script").count(), 2);
  assert.equal(await page.locator("img, iframe, object, embed, [onload], [onerror]").count(), 0);
  const shown = await page.evaluate(() => document.documentElement.textContent);
  assert.equal(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/.test(shown), false);
  for (const name of names) assert.ok(shown.includes(name), name);
  const refused = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const seen = [];
        document.addEventListener("securitypolicyviolation", (event) => {
          seen.push(event.effectiveDirective);
          if (seen.length === 3) resolve(seen.sort());
        });
        document.body.insertAdjacentHTML("beforeend", '<img src="https://example.invalid/x.png"><b style="color:red">x</b>');
        const script = document.createElement("script");
        script.textContent = "document.title = 'ran'";
        document.body.append(script);
        setTimeout(() => resolve(seen), 2000);
      }),
  );
  assert.deepEqual(refused, ["img-src", "script-src-elem", "style-src-attr"]);
  assert.notEqual(await page.title(), "ran");
  // The browser tells of what the policy refused, which is why this page is not held to its silence.
  await page.context().close();
  void close;
};

const validator = new HtmlValidate({ root: true, extends: ["html-validate:recommended"] });
try {
  for (const one of desk.pages) {
    const report = await validator.validateFile(one.file);
    const faults = report.results.flatMap((result) => result.messages.map((m) => `${m.line}:${m.column} ${m.ruleId} ${m.message}`));
    assert.deepEqual(faults, [], `${one.name} is no valid HTML`);
    const plan = JSON.parse(readFileSync(one.plan, "utf8"));
    const { page, close, took } = await open(one.file);
    await numbers(page, plan);
    if (plan.members.length > 1) {
      await controls(page, plan, one.without && JSON.parse(readFileSync(one.without, "utf8")));
    }
    await close();
    await without_script(one);
    if (one.pictures) await pictures(one);
    if (one.names) await inert(one);
    const { size } = statSync(one.file);
    assert.ok(size <= 2_000_000, `${one.name} has ${size} bytes`);
    console.log(`${one.name}: ${size} bytes, opened in ${took} ms`);
  }
  for (const file of desk.charts) {
    const taken = [];
    for (const colorScheme of ["light", "dark"]) {
      const { page, close } = await open(file, { colorScheme });
      assert.equal(await page.evaluate(() => document.documentElement.localName), "svg");
      taken.push(await page.screenshot());
      await close();
    }
    assert.ok(taken[0].length > 2_000, `${file} is empty`);
    assert.notDeepEqual(taken[0], taken[1], file);
  }
} finally {
  await browser.close();
}
