// The page in a real browser, against the program: `node page.mjs PAGE PROGRAM MODULES`, which `scripts/web --test`
// runs. Typing, files, links and downloads; twenty rosters byte for byte; hostile ones; no request; how long it takes. `SHOTS=FOLDER` keeps
// pictures of every view, `ONLY=WORDS` runs the tests whose names hold them.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { asked, choose, close, desk, elsewhere, fill, knocks, opened, settled, shown } from "./page/browser.mjs";
import { ROSTERS } from "./page/rosters.mjs";

const FIXTURES = resolve(import.meta.dirname, "../../tzplan-roster/tests/fixtures");
const FROM = "--from=2026-11-23";

const tests = {
  async "opens with an answer"() {
    const page = await opened();
    await shown(page);
    const took = await page.evaluate(() => performance.now());
    assert.match(await (await shown(page)).innerText(), /OVERLAP/);
    console.log(`  opened and answered in ${Math.round(took)} ms`);
    return page;
  },

  async "twenty rosters are answered as the program answers them"() {
    const page = await opened();
    await fill(page, "from", "2026-11-23");
    for (const name of Object.keys(ROSTERS)) {
      await page.click("#tab-plan");
      await choose(page, name);
      const report = asked(["report", name, FROM]);
      if (report.code === 2) {
        assert.equal(await page.textContent("#faults"), report.err, name);
      } else {
        await shown(page);
        assert.equal(await page.locator("iframe").last().getAttribute("srcdoc"), report.out, name);
        if (report.err) assert.equal(await page.textContent("#notes"), report.err, name);
      }
      await page.click("#tab-any");
      for (const line of [["plan", name, FROM, "--format=json"], ["check", name, FROM, "--format=json"], ["meet", name, FROM, "--format=csv"]]) {
        await fill(page, "any", line.map((word) => (word.includes(" ") ? `'${word}'` : word)).join(" "));
        const { code, out, err } = asked(line);
        if (code === 2) assert.equal(await page.textContent("#faults"), err, line.join(" "));
        else assert.equal(await page.textContent("#words"), out, line.join(" "));
      }
    }
    assert.equal(await page.evaluate(() => window.pwned), undefined);
    return page;
  },

  async "three people are typed"() {
    const page = await opened();
    await settled(page);
    for (const [at, person] of [["Zoë", "Lisbon", "9-17"], ["Raj", "Pune", "11-20"], ["Lee", "Seoul", ""]].entries()) {
      for (const [field, text] of person.entries()) await page.locator("#people .row").nth(at).locator("input").nth(field).fill(text);
    }
    await settled(page);
    await page.waitForFunction(() => /Raj/.test(document.querySelector("iframe")?.srcdoc));
    await page.click("#tab-any");
    await fill(page, "any", "plan team.csv --from 2026-11-23 --format json");
    writeFileSync(join(desk, "typed.csv"), "name,zone,hours\nZoë,Lisbon,9-17\nRaj,Pune,11-20\nLee,Seoul,\n");
    const { out } = asked(["plan", "typed.csv", FROM, "--format=json"]);
    assert.deepEqual(JSON.parse(await page.textContent("#words")).seasons, JSON.parse(out).seasons);
    await page.click("#add-person");
    await page.keyboard.type("Kim");
    assert.match(await page.textContent("#left-out"), /1 person without a place/);
    return page;
  },

  async "a table is pasted, people are changed, a candidate is judged"() {
    const page = await opened();
    await settled(page);
    await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text", "name\tcity\nAna\tLisbon\nBen\tBerlin\n");
      document.querySelector("#people input").dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    });
    await page.waitForFunction(() => /pasted.csv/.test(document.getElementById("line").textContent));
    await page.click("#add-change");
    await page.locator("#changes input").nth(0).fill("Ben");
    await page.locator("#changes input").nth(1).fill("Tokyo");
    await page.waitForFunction(() => document.getElementById("line").textContent.includes("--move=Ben=Tokyo"));
    assert.match(await (await shown(page)).innerText(), /Tokyo/);
    await page.click("#tab-candidate");
    assert.match(await page.textContent("#empty"), /where the candidate lives/);
    await fill(page, "candidate_zone", "Madrid");
    assert.match(await (await shown(page)).innerText(), /Madrid/);
    await page.waitForFunction(() => document.querySelectorAll("#names option").length === 2);
    return page;
  },

  async "files are dropped"() {
    const page = await opened();
    await settled(page);
    const dropped = (name, content) =>
      page.evaluate(([name, content]) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([new Uint8Array(content)], name));
        document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
      }, [name, [...content]]);
    await fill(page, "from", "2026-11-23");
    for (const name of ["team.xlsx", "libreoffice.ods"]) {
      const content = readFileSync(join(FIXTURES, name));
      writeFileSync(join(desk, name), content);
      await dropped(name, content);
      await page.waitForFunction((name) => document.getElementById("file-name").textContent === name, name);
      await shown(page);
      assert.equal(await page.locator("iframe").last().getAttribute("srcdoc"), asked(["report", name, FROM]).out, name);
      assert.ok(await page.isHidden("#text"));
    }
    const days = ["BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", "UID:1", "SUMMARY:Ana away", "DTSTART;VALUE=DATE:20270104"];
    await dropped("leave.ics", Buffer.from([...days, "DTEND;VALUE=DATE:20270109", "END:VEVENT", "END:VCALENDAR", ""].join("\r\n")));
    await page.waitForFunction(() => document.getElementById("line").textContent.includes("--off-ics=leave.ics"));
    await settled(page);
    assert.ok(await page.isHidden("#faults"), await page.textContent("#faults"));
    return page;
  },

  async "downloads are the program's files"() {
    const page = await opened();
    await choose(page, "three.csv");
    await fill(page, "from", "2026-11-23");
    const lines = {
      plan: { html: ["report"], json: ["plan", "--format=json"], csv: ["plan", "--format=csv"], md: ["plan", "--format=markdown"], ics: ["year", "--ics"] },
      meeting: { ics: ["meet", "--ics"], json: ["meet", "--format=json"] },
      agreement: { html: ["agreement", "--format=html"], ics: ["agreement", "--ics"] },
      regions: { csv: ["regions", "--format=csv"] },
    };
    for (const [view, kinds] of Object.entries(lines)) {
      await page.click(`#tab-${view}`);
      for (const [kind, [command, ...flags]] of Object.entries(kinds)) {
        const [download] = await Promise.all([page.waitForEvent("download"), page.click(`#downloads [data-kind="${kind}"]`)]);
        assert.equal(download.suggestedFilename(), view === "plan" ? `three.${kind}` : `three-${view}.${kind}`);
        const moment = (text) => text.replace(/DTSTAMP:\w+/g, "");
        const { out } = asked([command, "three.csv", FROM, ...flags]);
        assert.equal(moment(readFileSync(await download.path(), "utf8")), moment(out), `${view} ${kind}`);
      }
    }
    return page;
  },

  async "a link holds the team"() {
    const page = await opened();
    await choose(page, "latin1.csv");
    await fill(page, "from", "2026-11-23");
    await page.click("#tab-agreement");
    await shown(page);
    await page.click("#share");
    await page.waitForFunction(() => location.hash.startsWith("#1."));
    const hash = await page.evaluate(() => location.hash);
    const other = await opened({ hash });
    await shown(other);
    const page_of = (page) => page.locator("iframe").last().getAttribute("srcdoc");
    assert.equal(await page_of(other), await page_of(page));
    assert.deepEqual(other.faults, []);
    const strange = await opened({ hash: "#1.AAAA" });
    await strange.waitForFunction(() => /cut off/.test(document.getElementById("said").textContent));
    assert.match(await (await shown(strange)).innerText(), /Chloé/);
    assert.deepEqual(strange.faults, []);
    return page;
  },

  async "nothing leaves the page"() {
    const page = await opened();
    await shown(page);
    const tried = (elsewhere) => {
      const image = new Promise((done) => Object.assign(new Image(), { src: elsewhere, onload: () => done("loaded"), onerror: () => done("refused") }));
      const script = new Promise((done) => {
        const made = Object.assign(document.createElement("script"), { src: elsewhere, onload: () => done("loaded"), onerror: () => done("refused") });
        document.head.append(made);
      });
      const beacon = Promise.resolve(navigator.sendBeacon?.(elsewhere) && "refused");
      return Promise.all([fetch(elsewhere).then(() => "loaded", () => "refused"), image, script, beacon]);
    };
    const outcome = await page.evaluate(tried, elsewhere);
    assert.ok(!outcome.includes("loaded"), String(outcome));
    const frame = page.frames().find((frame) => frame !== page.mainFrame());
    assert.ok(!(await frame.evaluate(tried, elsewhere)).includes("loaded"));
    // The frame reaches nothing of the page.
    assert.equal(await frame.evaluate(() => { try { return String(parent.document); } catch { return "refused"; } }), "refused");
    await page.waitForTimeout(300);
    assert.equal(knocks, 0);
    // What was tried was said on the console.
    page.faults = page.faults.filter((fault) => !/Content Security Policy|violates|Refused|Blocked a frame|a request to http:\/\/127/.test(fault));
    return page;
  },

  async "a change of fifty people is answered within a few frames"() {
    const page = await opened();
    await choose(page, "fifty.csv");
    const times = [];
    for (let hour = 6; hour < 16; hour++) {
      await fill(page, "flags", `--hours-of P1=${hour}-${hour + 8}`);
      times.push(Number((await page.textContent("#state")).match(/\d+/)[0]));
    }
    times.sort((a, b) => a - b);
    console.log(`  fifty people: ${times[5]} ms in the middle of ten, ${times[9]} ms at worst`);
    return page;
  },

  async "nothing is clipped on a phone, a tablet or a laptop"() {
    for (const [width, height] of [[360, 780], [768, 1024], [1280, 900]]) {
      for (const colorScheme of ["light", "dark"]) {
        const page = await opened({ width, height, colorScheme });
        await page.waitForTimeout(50);
        await page.click("#add-change");
        if (process.env.SHOTS) await page.screenshot({ path: join(process.env.SHOTS, `team-${width}-${colorScheme}.png`) });
        if (width < 760) await page.click("button[data-pane=answer]");
        await shown(page);
        for (const view of ["plan", "candidate", "regions", "meeting", "agreement", "any"]) {
          await page.click(`#tab-${view}`);
          if (view === "candidate") await fill(page, "candidate_zone", "Lima");
          await (["plan", "candidate", "agreement"].includes(view) ? shown : settled)(page);
          const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          assert.ok(over <= 0, `${view} at ${width}: ${over} px too wide`);
          if (process.env.SHOTS) await page.waitForTimeout(200);
          if (process.env.SHOTS) await page.screenshot({ path: join(process.env.SHOTS, `${view}-${width}-${colorScheme}.png`) });
        }
        assert.deepEqual(page.faults, []);
        await page.context().close();
      }
    }
    return opened();
  },
};

let failed = 0;
for (const [name, test] of Object.entries(tests)) {
  if (process.env.ONLY && !name.includes(process.env.ONLY)) continue;
  try {
    const page = await test();
    assert.deepEqual(page.faults, [], "console");
    await page.context().close();
    console.log(`ok ${name}`);
  } catch (error) {
    failed++;
    console.log(`FAILED ${name}\n${error.stack ?? error}`);
  }
}
await close();
process.exit(failed ? 1 : 0);
