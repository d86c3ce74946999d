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

/** `4 h`, `2½ h`, `1 h 20 min`. */
const daily = ({ minutes_per_week: week, days }) => {
  const minutes = Math.floor(week / days);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (rest === 0) return `${hours} h`;
  if (rest === 30) return hours ? `${hours}½ h` : "½ h";
  return hours ? `${hours} h ${rest} min` : `${rest} min`;
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
const unfold = (page) => page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));

/** The verdict, the year and its seasons are those of the JSON, for everyone or pod by pod. */
const numbers = async (page, plan) => {
  const model = plan.verdict.model.toUpperCase();
  const heading = await text(page, "h1");
  assert.ok(model.startsWith(heading.split(/[ ,:]/)[0]), `${heading}: ${model}`);
  if (plan.members.length < 2) return;
  const parts = await page.locator(".seasons").evaluateAll((tables) =>
    tables.map((table) => ({
      // Of many years a row has all dates on which the same is shared.
      rows: [...table.tBodies[0].rows]
        .flatMap((row) => [...row.querySelectorAll("th time")].map(({ dateTime }) => [dateTime, row.querySelector(".daily").textContent]))
        .sort(([a], [b]) => (a < b ? -1 : 1)),
      cut: table.parentElement.nextElementSibling?.className === "note" && table.parentElement.nextElementSibling.textContent.startsWith("A"),
    })),
  );
  const pods = plan.year.pods?.length ? plan.year.pods.map((_, pod) => (season) => season.pods[pod]) : [(season) => season];
  assert.equal(parts.length, Math.min(8, pods.length));
  parts.forEach(({ rows, cut }, part) => {
    for (const season of plan.seasons) {
      if (cut && season.first > rows.at(-1)[0]) break;
      const row = rows.findLast(([first]) => first <= season.first);
      // Where the days are not alike, the average is called one.
      assert.equal(row[1].replace(" on average", ""), daily(pods[part](season).overlap), season.first);
    }
  });
};

/** What the script draws and says at first is what stood there without it. */
const same_without_script = async (one) => {
  const look = async (options) => {
    const { page, close } = await open(one.file, options);
    const seen = await page.evaluate(() => ({
      bars: [...document.querySelectorAll(".bar")].map((bar) => [...bar.children].map((path) => path.getAttribute("d") ?? "")),
      hours: [...document.querySelectorAll(".row .hours")].map((cell) => cell.textContent),
      shown: document.querySelector("#day-shown").textContent,
      spans: [...document.querySelectorAll("#spans td")].map((cell) => cell.textContent),
    }));
    await close();
    return seen;
  };
  assert.deepEqual(await look({}), await look({ javaScriptEnabled: false }), `${one.name}: the script says something else`);
};

/** Any people can be switched on; what they share then is, minute by minute, what the library says of them alone. */
const switches = async (page, subsets) => {
  await unfold(page);
  const seen = await page.evaluate((subsets) => {
    const data = JSON.parse(document.getElementById("data").textContent);
    const boxes = [];
    for (const row of document.querySelectorAll(".row.person")) {
      const members = data.rows[row.dataset.row];
      const own = members.length > 1 ? row.querySelectorAll(".names input") : row.querySelectorAll("input");
      own.forEach((box, place) => (boxes[members[place]] = box));
    }
    return subsets.map(({ members }) => {
      boxes.forEach((box, place) => {
        if (box.checked !== members.includes(place)) box.click();
      });
      const cells = [...document.querySelectorAll("#spans tr")].map((row) => row.cells[1]);
      const days = cells.map(({ dataset }) => [Number(dataset.minutes), Number(dataset.days), dataset.windows]);
      return { days, shown: cells.map((cell) => cell.checkVisibility()) };
    });
  }, subsets);
  subsets.forEach(({ members, days }, place) => {
    assert.deepEqual(seen[place].days, days, `switched on: ${members}`);
    // Hours are shown where there are any.
    const some = days.some(([minutes]) => minutes > 0);
    for (const shown of seen[place].shown) assert.equal(shown, some, `switched on: ${members}`);
  });
  return subsets.length;
};

/** By keyboard: somebody off and on again, and a moment of the day. */
const keyboard = async (page) => {
  const hours = page.locator("#together .hours");
  const before = await hours.innerText();
  const first = page.locator("#rows input").first();
  await first.focus();
  await page.keyboard.press("Space");
  assert.match(await text(page, "#together .name"), /^Switched on/);
  assert.ok((await page.locator(".row.out").count()) > 0);
  await page.keyboard.press("Space");
  assert.equal(await hours.innerText(), before);
  assert.match(await text(page, "#moment-words"), /^12:00, [^:]+$/);
  await page.locator("#moment").focus();
  await page.keyboard.press("ArrowRight");
  assert.match(await text(page, "#moment-words"), /^12:15, .*: \d+ of \d+ at work$/);
  assert.equal(await page.locator("#moment").getAttribute("aria-valuetext"), await text(page, "#moment-words"));
  await first.focus();
  // The time stays beside the slider, without who is at work.
  assert.match(await text(page, "#moment-words"), /^12:15, [^:]+$/);
};

/** Which dates are shown is said in words, and what they are to the verdict; other dates say which ones decide. */
const shown = async (page) => {
  const data = JSON.parse(await page.locator("#data").textContent());
  const dates = page.getByRole("combobox", { name: "Dates", exact: true });
  const first = await dates.evaluate((select) => [...select.options].findIndex((one) => one.defaultSelected));
  for (const [place, day] of data.days.entries()) {
    await dates.selectOption(String(place));
    const said = await text(page, "#day-shown");
    assert.ok(said.startsWith(`Shown: ${day.dates}, ${day.clock}.`), said);
    if (data.days.length > 1 && place !== first) assert.ok(said.includes(`What decides is ${data.days[first].dates}.`), said);
  }
  await dates.selectOption(String(first));
};

/** Every shade and line of the picture is in its legend, in words; work at night is hatched and named, and nobody else's is. */
const legend = async (page, plan) => {
  const seen = await page.evaluate(() => {
    const drawn = (name) => [...document.querySelectorAll(`.rows .${name}`)].some((path) => path.getAttribute("d"));
    return {
      missing: ["work", "some", "all", "tint", "night", "late"].filter((name) => drawn(name) && !document.querySelector(`.key-${name}`)?.checkVisibility()),
      mute: [...document.querySelectorAll(".legend > span")].filter((one) => one.checkVisibility() && one.innerText.trim().length < 5).length,
      rows: [...document.querySelectorAll(".row.person")].map((row) => ({
        name: row.querySelector(".name").textContent,
        hatched: [...row.querySelectorAll(".late")].some((path) => path.getAttribute("d")),
        nights: row.querySelector(".nights").textContent,
      })),
    };
  });
  assert.deepEqual([seen.missing, seen.mute], [[], 0]);
  for (const { name, hatched, nights } of seen.rows) assert.equal(hatched, nights !== "", `${name}: ${nights}`);
  if (plan.members.length > 15) return;
  for (const { name, night_minutes_per_week: night } of plan.members) {
    const row = seen.rows.find((row) => row.name === name);
    if (row) assert.equal(row.nights, night ? `${daily({ minutes_per_week: night, days: 1 })} a week at night` : "", name);
  }
};

/** What can be done is tried on the picture: minute by minute what the library says of the changed team; and undone. */
const tries = async (page, changed) => {
  const look = () =>
    page.evaluate(() => ({
      bars: [...document.querySelectorAll("#rows .bar")].map((bar) => [...bar.children].flatMap((path) => path.getAttribute("d") || []).join()),
      rows: document.querySelector("#rows").innerText,
      spans: document.querySelector("#shared")?.innerText,
    }));
  const before = await look();
  const data = JSON.parse(await page.locator("#data").textContent());
  const buttons = page.locator(".try");
  assert.equal(await buttons.count(), data.tries.length);
  for (const [place, { moved, off, verdict }] of data.tries.entries()) {
    const about = JSON.stringify([moved.map(([one, by]) => [data.people[one][0], by]), off.map((one) => data.people[one][0])]);
    const plan = changed.find(({ moves, optional }) => JSON.stringify([moves, optional]) === about)?.plan;
    assert.ok(plan, `the library proposes no ${about}`);
    await buttons.nth(place).click();
    assert.ok((await text(page, "#as-if")).startsWith("As if all year ") && (await text(page, "#as-if")).includes(verdict), verdict);
    assert.ok(verdict.startsWith(plan.verdict.model.split("-")[0].toUpperCase()), `${verdict}: ${plan.verdict.model}`);
    const seen = await page.evaluate(() => ({
      days: [...document.querySelectorAll("#spans tr")].map((row) => [...row.cells].slice(1).map(({ dataset }) => [Number(dataset.minutes), Number(dataset.days), dataset.windows])),
      pods: [...document.querySelectorAll("#rows > .row")].reduce((pods, row) => {
        if (row.classList.contains("group")) pods.push([row.querySelector(".name").textContent]);
        else if (row.classList.contains("person")) pods.at(-1)?.push(row.querySelector(".name").textContent);
        return pods;
      }, []),
      moved: [...document.querySelectorAll(".row.moved")].map((row) => [row.querySelector(".name").textContent, row.querySelector(".times").textContent]),
    }));
    const pods = plan.verdict.pods ?? [];
    assert.deepEqual(seen.pods.filter(([name]) => name.startsWith("Pod ")).map(([, ...names]) => names), pods, about);
    for (const [at, day] of data.days.entries()) {
      if (!seen.days.length) break;
      const season = plan.seasons.findLast((one) => one.first <= day.first);
      const { minutes_per_week, days } = season.overlap;
      assert.deepEqual(seen.days[at][0], [minutes_per_week, days, season.windows.map(({ start, minutes }) => `${start}+${minutes}`).join(" ")], `${about} on ${day.first}`);
      const shown = pods.length > 4 ? [] : (season.pods ?? []);
      assert.deepEqual(seen.days[at].slice(1).map(([minutes]) => minutes), shown.map(({ overlap }) => overlap.minutes_per_week), `${about}: pods on ${day.first}`);
    }
    assert.deepEqual(seen.moved.map(([name]) => name).sort(), moved.map(([one]) => data.people[one][0]).sort());
    for (const [one, , hours] of moved) assert.equal(seen.moved.find(([name]) => name === data.people[one][0])[1], hours);
    // Undone by the same button, or by that of the picture.
    if (place % 2) await buttons.nth(place).click();
    else await page.locator("#undo").click();
    assert.deepEqual(await look(), before, `${about} is not undone`);
    assert.equal(await page.locator("#as-if").isVisible(), false);
  }
  return data.tries.length;
};

/** For whoever does not see it or does not use a mouse: names, order, focus, headings, heads of tables, no motion. */
const accessible = async ({ name, file }) => {
  const { page, close } = await open(file, { reducedMotion: "reduce" });
  const wrong = await page.evaluate(() => {
    const wrong = [];
    if (document.documentElement.lang !== "en") wrong.push("no language");
    let level = 0;
    for (const heading of document.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
      const here = Number(heading.localName[1]);
      if (here > level + 1) wrong.push(`h${level}, then h${here}: ${heading.textContent}`);
      level = here;
    }
    for (const head of document.querySelectorAll("th")) if (!["col", "row"].includes(head.scope)) wrong.push(`a head without scope: ${head.textContent}`);
    for (const one of document.querySelectorAll("input, select, button, summary, [tabindex]")) {
      const words = one.getAttribute("aria-label") ?? (document.getElementById(one.getAttribute("aria-labelledby")) ?? one.labels?.[0] ?? one).textContent;
      if (!words?.trim()) wrong.push(`${one.outerHTML.slice(0, 80)} has no name`);
      if (one.tabIndex > 0) wrong.push(`${one.outerHTML.slice(0, 80)} jumps the order`);
    }
    for (const drawing of document.querySelectorAll("svg")) if (!drawing.closest("[aria-hidden=true]") && drawing.getAttribute("role") !== "img") wrong.push("a drawing is neither described nor hidden");
    for (const one of document.querySelectorAll("*")) {
      const { transitionDuration, animationName } = getComputedStyle(one);
      if (transitionDuration !== "0s" || animationName !== "none") wrong.push(`${one.localName}.${one.className} moves`);
    }
    return wrong.slice(0, 8);
  });
  assert.deepEqual(wrong, [], `${name} is not for everybody`);
  // By Tab, in the order of the page, each with a ring that is seen.
  const stops = await page.evaluate(() => {
    const all = [...document.querySelectorAll("a[href], input, select, button, summary, [tabindex='0']")].filter((one) => one.checkVisibility() && !one.closest("details:not([open]) > :not(summary)"));
    all.forEach((one, place) => (one.dataset.stop = place));
    return all.length;
  });
  for (let stop = 0; stop < Math.min(stops, 60); stop++) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(document.activeElement);
      return { stop: Number(document.activeElement.dataset.stop), ring: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && outlineColor !== "transparent" };
    });
    assert.deepEqual(at, { stop, ring: true }, `${name}: Tab ${stop + 1}`);
  }
  await close();
};

/** Everything turns to somebody's own clock: against that of this machine, in the middle of each stretch of dates. */
const own_clocks = async (page, plan) => {
  const data = JSON.parse(await page.locator("#data").textContent());
  const me = page.getByRole("combobox", { name: "I am", exact: true });
  const dates = page.getByRole("combobox", { name: "Dates", exact: true });
  for (const [place, member] of plan.members.entries()) {
    await me.selectOption(String(place));
    assert.ok((await text(page, "#you h2")).startsWith(data.people[place][0]));
    for (const [at, day] of data.days.entries()) {
      await dates.selectOption(String(at));
      const season = plan.seasons.findLast((one) => one.first <= day.first);
      const [window] = season.windows;
      if (!window) continue;
      const instant = new Date(`${day.first}T00:00:00Z`);
      instant.setUTCDate(instant.getUTCDate() + 3);
      const stay = plan.long_stays.findLast((one) => one.name === member.name && one.first <= day.first && (one.last === null || day.first <= one.last));
      // On the Monday of that week or the one before: the minute of the week is counted from there.
      const local = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: stay?.zone ?? member.zone });
      instant.setUTCMinutes(window.start % 1440);
      const said = await text(page, "#together .hours");
      if (plan.seasons.length < 12) assert.ok(said.includes(local.format(instant)), `${member.name}, ${day.first}: ${said}, ${local.format(instant)}`);
    }
    for (const choice of await page.locator("[data-choice]").evaluateAll((all) => all.map((one) => [one.querySelector(".mine").textContent, [...one.querySelectorAll(".locals li")].map((li) => [li.querySelector(".name").textContent, li.querySelector(".time").textContent])]))) {
      const [mine, locals] = choice;
      const own = locals.find(([name]) => name === data.people[place][0]);
      if (own) assert.ok(mine.startsWith(`for you ${own[1]}`), `${mine}: ${own}`);
      else if (locals.length === plan.members.length) assert.fail(`${data.people[place][0]} is not in a meeting`);
    }
  }
  await me.selectOption("");
  assert.equal(await page.locator("#you").isVisible(), false);
};

/** The picture, the verdict and what to do are on the first screen of a laptop. */
const first_screen = async (page, plan) => {
  const seen = await page.evaluate(() => {
    const bottom = (selector) => document.querySelector(selector)?.getBoundingClientRect().bottom ?? null;
    return {
      verdict: bottom("h1"),
      sentence: bottom(".verdict .lead"),
      todo: bottom(".moves li, .steps li"),
      together: bottom("#together"),
      people: [...document.querySelectorAll(".row.person")].filter((row) => row.checkVisibility()).map((row) => row.getBoundingClientRect().bottom),
      groups: [...document.querySelectorAll(".row.group")].map((row) => row.getBoundingClientRect().bottom),
    };
  });
  const { people, groups, ...rest } = seen;
  for (const [what, bottom] of Object.entries(rest)) assert.ok(bottom === null || bottom <= 900, `${what} ends at ${bottom}`);
  if (plan.members.length <= 9) for (const bottom of people) assert.ok(bottom <= 900, `somebody's row ends at ${bottom}`);
  for (const bottom of groups.slice(0, 4)) assert.ok(bottom <= 900, `a pod's hours end at ${bottom}`);
};

/** Where the verdict stands above the picture, what everyone shares is on the first screen too. */
const smaller_screen = async ({ name, file }) => {
  const { page, close } = await open(file, { viewport: { width: 900, height: 900 } });
  const bottom = await page.locator("#together").evaluate((row) => row.getBoundingClientRect().bottom);
  assert.ok(bottom <= 650, `${name}: what everyone shares ends at ${bottom}`);
  await close();
};

/** Nothing sticks out of its box or of the page, nothing is cut, everything unfolded. */
const clipped = (page, paper) =>
  page.evaluate((paper) => {
    const wrong = [];
    if (document.documentElement.scrollWidth > innerWidth) wrong.push(`the page is ${document.documentElement.scrollWidth} wide`);
    for (const one of document.body.querySelectorAll("*")) {
      if (!one.checkVisibility() || one.closest("svg, select, .skip, script")) continue;
      const table = one.closest(".table");
      const box = one.getBoundingClientRect();
      const name = `${one.localName}.${one.className} "${one.textContent.trim().slice(0, 40)}"`;
      // A matrix of many people scrolls in its place on a wide screen; nothing else does, nor anything on paper.
      if (table && !paper && innerWidth > 1040 && table.querySelector(".matrix")) continue;
      if (box.width > 0 && (box.right > innerWidth + 0.5 || box.left < -0.5)) wrong.push(`${name} from ${box.left} to ${box.right}`);
      if (getComputedStyle(one).display !== "inline" && one.scrollWidth > one.clientWidth + 1) wrong.push(`${name} holds ${one.scrollWidth} in ${one.clientWidth}`);
    }
    for (const label of document.querySelectorAll("svg.chart text")) {
      if (!label.checkVisibility()) continue;
      const [box, chart] = [label.getBoundingClientRect(), label.ownerSVGElement.getBoundingClientRect()];
      if (box.right > chart.right + 1 || box.left < chart.left - 1) wrong.push(`the chart cuts "${label.textContent}"`);
    }
    return wrong.slice(0, 8);
  }, paper);

/** Figures stand on one line: `2½ h`, `09:00–17:00`, `28 Mar 2027`, `Mon–Thu`. */
const broken = (page) =>
  page.evaluate(() => {
    const figure = /(?<![\p{L}\p{N}:,½])(?:\d\d:\d\d–\d\d:\d\d|\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?: \d{4})?|(?:\d[\d,]*½?|½) (?:h|min)|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)–(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun))(?![\p{L}\p{N}])/gu;
    const wrong = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement.closest("svg, select, script, code, .skip") || !node.parentElement.checkVisibility()) continue;
      for (const found of node.data.matchAll(figure)) {
        const range = document.createRange();
        range.setStart(node, found.index);
        range.setEnd(node, found.index + found[0].length);
        const tops = new Set([...range.getClientRects()].map((box) => Math.round(box.top)));
        if (tops.size > 1) wrong.push(`"${found[0]}" in "${node.parentElement.closest("p, li, td, th, dd, h1, h2, h3, div").textContent.slice(0, 60)}"`);
      }
    }
    return wrong.slice(0, 8);
  });

/** Labels of a chart do not overprint each other. */
const overprinted = (page) =>
  page.evaluate(() => {
    const wrong = [];
    for (const chart of document.querySelectorAll("svg.chart")) {
      if (!chart.checkVisibility()) continue;
      const boxes = [...chart.querySelectorAll("text")].map((label) => [label.textContent, label.getBoundingClientRect()]);
      for (const [place, [one, a]] of boxes.entries()) {
        for (const [other, b] of boxes.slice(place + 1)) {
          const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
          const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
          if (across > 1 && down > 4) wrong.push(`"${one}" and "${other}"`);
        }
      }
    }
    return wrong.slice(0, 8);
  });

/** Text stands out from what is behind it by 4.5 to 1, bars from theirs by 3 to 1, as WCAG 2 asks. */
const contrast = (page) =>
  page.evaluate(() => {
    const parse = (colour) => colour.match(/[\d.]+/g)?.map(Number) ?? [0, 0, 0, 0];
    const luminance = (colour) => {
      const [r, g, b] = parse(colour).map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const ratio = (one, other) => {
      const [a, b] = [luminance(one), luminance(other)];
      return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    };
    const clear = (colour) => parse(colour)[3] === 0;
    const behind = (one) => {
      for (let at = one; at; at = at.parentElement) {
        const { backgroundColor } = getComputedStyle(at);
        if (!clear(backgroundColor)) return backgroundColor;
      }
      return "rgb(255, 255, 255)";
    };
    const wrong = new Set();
    for (const one of document.body.querySelectorAll("*")) {
      const has_text = [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim());
      if (!has_text || !one.checkVisibility() || one.closest("svg, script")) continue;
      const found = ratio(getComputedStyle(one).color, behind(one));
      if (found < 4.5) wrong.add(`${one.localName}.${one.className}: ${found.toFixed(2)}`);
    }
    // The colour of a line where it is one.
    const fill = (selector) => {
      const one = document.querySelector(selector);
      return one && (getComputedStyle(one).fill === "none" ? getComputedStyle(one).stroke : getComputedStyle(one).fill);
    };
    const paper = behind(document.body);
    for (const [front, back] of [[".work", paper], [".work", ".night"], [".work", ".tint"], [".all", ".work"], [".all", paper], [".work", ".late"], [".all", ".late"], [".some", ".late.some-days"], [".chart .step", paper], [".chart .step.below", paper]]) {
      const [a, b] = [fill(`main ${front}`), back.startsWith(".") ? fill(`main ${back}`) : back];
      if (a && b && ratio(a, b) < 3) wrong.add(`${front} on ${back}: ${ratio(a, b).toFixed(2)}`);
    }
    return [...wrong].slice(0, 8);
  });

/** Without its script everything can be read. */
const without_script = async ({ file }, plan) => {
  const { page, close } = await open(file, { javaScriptEnabled: false });
  assert.equal(await page.locator("#controls").isVisible(), false);
  assert.equal(await page.locator(".try").filter({ visible: true }).count(), 0);
  const headings = await page.locator("h2").allInnerTexts();
  for (const heading of ["The day", "The week", "Method"]) assert.ok(headings.includes(heading), heading);
  if (plan.members.length > 1) for (const heading of ["The year", "Meetings", "Pairs"]) assert.ok(headings.includes(heading), heading);
  assert.ok(!headings.includes("Where to hire"));
  await close();
};

/** A page at three widths and on paper, light and dark, everything unfolded. */
const sizes = async ({ name, file }) => {
  const widths = { phone: [360, 780], tablet: [768, 1024], laptop: [1280, 900] };
  for (const [size, [width, height]] of Object.entries(widths)) {
    const taken = {};
    for (const colorScheme of ["light", "dark"]) {
      const { page, close } = await open(file, { viewport: { width, height }, colorScheme });
      assert.deepEqual(await clipped(page, false), [], `${name} on a ${size}, folded`);
      const columns = await page.locator("#shared tr").evaluateAll((rows) => rows[0] && [...rows[0].cells].map((head, place) => [head.checkVisibility(), rows.slice(1).map((row) => row.cells[place].textContent)]));
      for (const [shown, cells] of columns ?? []) assert.ok(!shown || cells.some((cell) => cell !== "never"), `${name}: a column says nothing but never`);
      taken[colorScheme] = await page.screenshot();
      await unfold(page);
      assert.deepEqual(await clipped(page, false), [], `${name} on a ${size}`);
      assert.deepEqual(await overprinted(page), [], `${name} on a ${size}`);
      assert.deepEqual(await broken(page), [], `${name} on a ${size}: figures are broken`);
      if (size !== "tablet") assert.deepEqual(await contrast(page), [], `${name} on a ${size}, ${colorScheme}`);
      writeFileSync(join(shots, `${name}-${size}-${colorScheme}.png`), taken[colorScheme]);
      await close();
    }
    assert.notDeepEqual(taken.light, taken.dark);
  }
  // On paper it is light, whatever the screen is; A4 less its margins is some 700 pixels wide.
  const printed = [];
  for (const colorScheme of ["light", "dark"]) {
    const { page, close } = await open(file, { viewport: { width: 700, height: 1000 }, colorScheme, media: "print" });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    assert.equal(await page.locator("#controls").isVisible(), false);
    for (const table of await page.locator("table:not(.never *), figure").all()) assert.ok(await table.isVisible(), "on paper everything is unfolded");
    assert.deepEqual(await clipped(page, true), [], `${name} on paper`);
    assert.deepEqual(await broken(page), [], `${name} on paper: figures are broken`);
    assert.deepEqual(await contrast(page), [], `${name} on paper`);
    const parted = await page.evaluate(() => {
      const style = (one) => getComputedStyle(one);
      const all = (selector) => [...document.querySelectorAll(selector)];
      const parts = (selector) => all(selector).filter((one) => style(one).breakInside !== "avoid");
      // A long part may be split between its lines.
      const wrong = parts("dl > div").flatMap((one) => [...one.children].filter((line) => line.localName === "dd" && (one.children.length < 5 || style(line).breakInside !== "avoid")));
      wrong.push(...parts(".row, tr, figure, .matrix, .heat, .hire"));
      // A heading is followed by something of its part, a table begins and ends with three rows, a picture is followed by what its colours mean.
      wrong.push(...all("h2, h3, .about, tbody tr:nth-child(-n+2)").filter((one) => style(one).breakAfter !== "avoid"));
      wrong.push(...all(".below, .heat + .note, tbody tr:nth-last-child(-n+2)").filter((one) => style(one).breakBefore !== "avoid"));
      return wrong.slice(0, 8).map((one) => `${one.localName}.${one.className}`);
    });
    assert.deepEqual(parted, [], `${name}: pages of paper may part what belongs together`);
    printed.push(await page.screenshot());
    if (colorScheme === "light") await page.pdf({ path: join(shots, `${name}.pdf`), preferCSSPageSize: true, printBackground: true });
    await close();
  }
  assert.deepEqual(printed[0], printed[1]);
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
const valid = async (one) => {
  const report = await validator.validateFile(one.file);
  const faults = report.results.flatMap((result) => result.messages.map((m) => `${m.line}:${m.column} ${m.ruleId} ${m.message}`));
  assert.deepEqual(faults, [], `${one.name} is no valid HTML`);
};

/** A page about candidates: the answer and their days on the first screen, side by side on a laptop; no script. */
const cards = async (one) => {
  await valid(one);
  await accessible(one);
  const { page, close } = await open(one.file);
  assert.equal(await page.locator("script, img, iframe, object, embed, [onload], [onerror]").count(), 0);
  const seen = await page.evaluate(() => ({
    first: [...document.querySelectorAll("h1, main > :not(details) .row.candidate")].map((at) => at.getBoundingClientRect().bottom),
    tops: [...document.querySelectorAll(".hire")].map((card) => card.getBoundingClientRect().top),
  }));
  for (const bottom of seen.first) assert.ok(bottom <= 900, `${one.name}: something of the answer ends at ${bottom}`);
  assert.ok(new Set(seen.tops.map(Math.round)).size <= 1, `${one.name}: cards begin at ${seen.tops}`);
  await close();
  await sizes(one);
  console.log(`${one.name}: ${statSync(one.file).size} bytes`);
};

/** A page of an agreement: what is agreed and the first core hours on the first screen; no script; names stay text. */
const agreement = async (one) => {
  await valid(one);
  await accessible(one);
  const { page, close } = await open(one.file);
  assert.equal(await page.locator("script, img, iframe, object, embed, [onload], [onerror]").count(), 0);
  const seen = await page.evaluate(() => ({
    first: [...document.querySelectorAll("h1, .lead, section:first-of-type dl > div:first-child dt")].map((at) => at.getBoundingClientRect().bottom),
    headings: [...document.querySelectorAll("h2")].map((at) => at.textContent),
    text: document.documentElement.textContent,
  }));
  for (const bottom of seen.first) assert.ok(bottom <= 900, `${one.name}: something of the answer ends at ${bottom}`);
  for (const heading of ["Whom to ask", "Hand-offs", "When clocks change"]) assert.ok(seen.headings.includes(heading), heading);
  assert.equal(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/.test(seen.text), false);
  for (const name of one.names ?? []) assert.ok(seen.text.includes(name), name);
  await close();
  await sizes(one);
  console.log(`${one.name}: ${statSync(one.file).size} bytes`);
};

try {
  for (const one of desk.agreements) await agreement(one);
  for (const one of desk.cards) await cards(one);
  for (const one of desk.pages) {
    await valid(one);
    const plan = JSON.parse(readFileSync(one.plan, "utf8"));
    const { page, close, took } = await open(one.file);
    await numbers(page, plan);
    if (one.first_screen) await first_screen(page, plan);
    if (one.first_screen) await smaller_screen(one);
    if (plan.members.length > 1) await keyboard(page);
    if (plan.members.length > 1 && plan.members.length <= 9) await own_clocks(page, plan);
    await shown(page);
    await legend(page, plan);
    const tried = one.changed ? await tries(page, one.changed) : 0;
    const switched = one.subsets ? await switches(page, one.subsets) : 0;
    await close();
    await accessible(one);
    await same_without_script(one);
    await without_script(one, plan);
    await sizes(one);
    if (one.names) await inert(one);
    if (tried) console.log(`${one.name}: ${tried} changes tried share what the library says`);
    if (switched) console.log(`${one.name}: ${switched} subsets share what the library says`);
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
