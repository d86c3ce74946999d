"use strict";
// Shows what the page carries on other dates, on other clocks and for fewer people. It computes one thing: what the
// weeks of the people who are switched on have in common, in whole minutes of the UTC week.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const list = document.getElementById("rows");
  if (!list) return;
  const [DAY, WEEK] = [1440, 10080];
  const by = (id) => document.getElementById(id);
  const mod = (a, n) => ((a % n) + n) % n;
  const people = data.people.map(([name, place, profile, schedule, counts, blocked]) => ({ name, place, profile, schedule, counts, blocked }));
  const everyone = [...people.keys()].filter((one) => people[one].counts);
  const [dates, me, moment] = [by("dates"), by("me"), by("moment")];
  const rows = [...list.querySelectorAll(".row.person")].map((row) => ({
    row,
    profile: Number(row.dataset.profile),
    people: data.rows[row.dataset.row],
    hours: row.querySelector(".hours"),
    own: row.querySelector(".hours").textContent,
    bar: row.querySelector(".bar"),
  }));
  const groupOf = new Map(data.groups.flatMap((group) => group.people.map((one) => [one, group])));
  const split = data.groups.some((group) => group.kind === "pod");
  let on = new Set(everyone);
  let at = null;

  // Weeks and what they have in common.
  const weekOf = (profile, day) => data.weeks[data.days[day].weeks[profile]];
  const common = (a, b) => {
    const both = [];
    for (let i = 0, k = 0; i < a.length && k < b.length; a[i][1] < b[k][1] ? i++ : k++) {
      const [start, end] = [Math.max(a[i][0], b[k][0]), Math.min(a[i][1], b[k][1])];
      if (start < end) both.push([start, end]);
    }
    return both;
  };
  const shared = (group, day) => {
    const weeks = [...new Set(group.map((one) => people[one].profile))].map((profile) => weekOf(profile, day));
    const work = weeks.length ? weeks.map((week) => week.work).reduce(common) : [];
    return { work, days: Math.max(1, Math.min(7, ...weeks.map((week) => week.days))), minutes: work.reduce((sum, [s, e]) => sum + e - s, 0) };
  };

  // Minutes of the day on a clock that are usually, or only sometimes, in a week.
  const fold = ({ work, days }, ahead) => {
    const counts = new Uint8Array(DAY);
    for (const [start, end] of work) for (let minute = start; minute < end; minute++) counts[mod(minute + ahead, DAY)]++;
    const found = { usually: [], sometimes: [] };
    for (let minute = 0; minute < DAY; minute++) {
      if (counts[minute] === 0) continue;
      const kind = 2 * counts[minute] >= days ? found.usually : found.sometimes;
      const last = kind[kind.length - 1];
      if (last && last[1] === minute) last[1]++;
      else kind.push([minute, minute + 1]);
    }
    return found;
  };
  const night = (ahead) => {
    const [from, to] = data.night.map((minute) => minute + ahead);
    const [start, end] = [mod(from, DAY), mod(from, DAY) + (mod(to - from, DAY) || DAY)];
    return end > DAY ? [[0, end - DAY], [start, DAY]] : [[start, end]];
  };

  // Words.
  const number = (count) => count.toLocaleString("en");
  // Figures are kept on one line, as the page has them.
  const FIGURE = /\d\d:\d\d–\d\d:\d\d(?: \+\d+)?|\d+ [A-Z][a-z]{2}\b(?: \d{4}\b)?(?: –)?|(?:\d+½?|½) h\b(?: \d+ min\b)?|\d+ min\b|[A-Z][a-z]{2}–[A-Z][a-z]{2}\b/g;
  const put = (element, words) => {
    const parts = [];
    let done = 0;
    for (const { 0: figure, index } of words.matchAll(FIGURE)) {
      const whole = document.createElement("span");
      whole.className = "whole";
      whole.textContent = figure;
      parts.push(words.slice(done, index), whole);
      done = index + figure.length;
    }
    element.replaceChildren(...parts, words.slice(done));
  };
  const two = (number) => String(number).padStart(2, "0");
  const time = (minute) => `${two(Math.floor(mod(minute, DAY) / 60))}:${two(mod(minute, 60))}`;
  const length = (minutes) => {
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
    if (rest === 0) return `${hours} h`;
    if (rest === 30) return hours ? `${hours}½ h` : "½ h";
    return hours ? `${hours} h ${rest} min` : `${rest} min`;
  };
  const and = (words) => (words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words[words.length - 1]}`);
  const NAMES = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
  const daysInWords = (days) => {
    const first = [0, 1, 2, 3, 4, 5, 6].find((day) => days.has(day) && !days.has(mod(day - 1, 7))) ?? 0;
    const runs = [];
    for (let step = 0; step < 7; step++) {
      const day = (first + step) % 7;
      if (!days.has(day)) continue;
      const last = runs[runs.length - 1];
      if (last && (last[1] + 1) % 7 === day) last[1] = day;
      else runs.push([day, day]);
    }
    const words = ([from, to]) => [NAMES[from], `${NAMES[from]},${NAMES[to]}`][mod(to - from, 7)] ?? `${NAMES[from]}–${NAMES[to]}`;
    return runs.map(words).join(",");
  };
  const around = (work) => {
    const windows = work.map(([start, end]) => [start, end - start]);
    if (windows.length > 1 && windows[0][0] === 0 && work[work.length - 1][1] === WEEK) {
      windows[windows.length - 1][1] += windows.shift()[1];
    }
    return windows;
  };
  const times = (work, ahead) => {
    const windows = around(work);
    if (windows.length === 0) return "never";
    if (windows.some(([, wide]) => wide >= WEEK)) return "all week";
    const days = NAMES.map(() => []);
    for (const [start, wide] of windows) {
      const end = start + ahead + wide;
      for (let from = start + ahead; from < end; ) {
        const until = wide > DAY ? Math.min(end, (Math.floor(from / DAY) + 1) * DAY) : end;
        const local = mod(from, WEEK);
        days[Math.floor(local / DAY)].push([local % DAY, (local % DAY) + until - from]);
        from = until;
      }
    }
    const groups = new Map();
    days.forEach((stretches, day) => {
      if (stretches.length === 0) return;
      const merged = [];
      for (const [start, end] of stretches.sort((a, b) => a[0] - b[0])) {
        const last = merged[merged.length - 1];
        if (last && start <= last[1]) last[1] = Math.max(last[1], end);
        else merged.push([start, end]);
      }
      const words = merged.map(([start, end]) => {
        if (end === DAY) return `${time(start)}–24:00`;
        return `${time(start)}–${time(end)}${end > DAY ? ` +${Math.floor(end / DAY)}` : ""}`;
      });
      const text = words.join(", ");
      groups.set(text, (groups.get(text) ?? new Set()).add(day));
    });
    const lines = [...groups].map(([text, set]) => [text, daysInWords(set)]);
    if (lines.length === 1 && lines[0][1] === "Mon–Fri") return lines[0][0];
    return lines.map(([text, set]) => `${text} ${set}`).join("; ");
  };
  const daily = ({ minutes, days }) => length(Math.floor(minutes / days));
  const hours = (found, ahead) => (found.minutes === 0 ? "never" : `${daily(found)} · ${times(found.work, ahead)}`);

  // Drawing.
  const path = (segments, top, high) => segments.map(([start, end]) => `M${start} ${top}h${end - start}v${high}h-${end - start}z`).join("");
  const NONE = { usually: [], sometimes: [] };
  const draw = (svg, { dark = [], tint = NONE, work = NONE, all = NONE }) => {
    const paths = [path(dark, 0, 24), path(tint.usually, 0, 24), null, path(work.usually, 5, 14), path(work.sometimes, 5, 14), path(all.usually, 5, 14), path(all.sometimes, 5, 14)];
    paths.forEach((one, place) => {
      if (one === null) return;
      if (one) svg.children[place].setAttribute("d", one);
      else svg.children[place].removeAttribute("d");
    });
    let line = svg.children[7];
    if (at !== null && !line) {
      line = document.createElementNS("http://www.w3.org/2000/svg", "path");
      line.setAttribute("class", "moment");
      svg.append(line);
    }
    if (line) line.setAttribute("d", at === null ? "" : `M${at} 0v24`);
  };
  const person = () => (me.value === "" ? null : people[Number(me.value)]);
  const day = () => Number(dates.value);
  const aheadOf = (one, where) => (one ? weekOf(one.profile, where).ahead : data.days[where].home);

  const show = () => {
    const [now, who] = [day(), person()];
    const ahead = aheadOf(who, now);
    const whole = on.size === everyone.length && everyone.every((one) => on.has(one));
    const together = by("together");
    const all = shared([...on], now);
    if (together) {
      const name = whole ? "Everyone" : "Switched on";
      const count = whole ? `${number(on.size)} people` : `${number(on.size)} of ${number(people.length)}`;
      together.querySelector(".name").textContent = name;
      together.querySelector(".place").textContent = count;
      put(together.querySelector(".hours"), hours(all, ahead));
      draw(together.querySelector(".bar"), { all: fold(all, ahead) });
    }
    const found = new Map();
    for (const group of data.groups) {
      const alike = split ? shared(group.kind === "pod" ? group.people.filter((one) => on.has(one)) : [], now) : together ? all : shared([], now);
      found.set(group, fold(group.kind === "optional" && !group.people.some((one) => on.has(one)) ? { work: [], days: 1 } : alike, ahead));
      const head = list.querySelector(`[data-group="${data.groups.indexOf(group)}"]`);
      if (head && group.kind === "pod") {
        put(head.querySelector(".hours"), hours(alike, ahead));
        draw(head.querySelector(".bar"), { all: found.get(group) });
      }
    }
    // By row of dates: everyone who is on, then the pods, as the table has them.
    [...(by("spans")?.rows ?? [])].forEach((row, where) => {
      row.classList.toggle("drawn", where === now);
      const pods = data.groups.filter((group) => group.kind === "pod").map((group) => group.people.filter((one) => on.has(one)));
      [...row.cells].slice(1).forEach((cell, place) => {
        const span = shared(place === 0 ? [...on] : pods[place - 1], where);
        put(cell, hours(span, aheadOf(who, where)));
        cell.dataset.minutes = span.minutes;
        cell.dataset.days = span.days;
        cell.dataset.windows = around(span.work).map((window) => window.join("+")).join(" ");
      });
    });
    by("shared")?.classList.toggle("never", [...by("spans").rows].every(({ cells }) => cells[1].dataset.minutes === "0"));
    const head = by("spans")?.parentElement.tHead.rows[0].cells[1];
    if (head) head.textContent = whole ? "Everyone" : "Switched on";
    let working = 0;
    for (const { row, profile, people: members, hours: cell, own, bar } of rows) {
      const week = weekOf(profile, now);
      const work = fold(week, ahead);
      const out = !members.some((one) => on.has(one));
      const tint = out ? NONE : found.get(groupOf.get(members[0]));
      draw(bar, { dark: night(ahead - week.ahead), tint, work, all: tint });
      row.classList.toggle("out", out);
      row.classList.toggle("me", who !== null && members.includes(Number(me.value)));
      if (at === null) {
        put(cell, who ? times(week.work, ahead) : own);
        continue;
      }
      const inside = (segments) => segments.some(([start, end]) => start <= at && at < end);
      const mark = inside(work.usually) ? "at work" : inside(work.sometimes) ? "some days" : "off";
      working += mark === "at work" ? members.length : 0;
      cell.textContent = `${time(at - ahead + week.ahead)} · ${mark}`;
    }
    const clock = who ? `${who.name}’s clock (${who.place})` : data.home;
    by("day-clock").textContent = clock;
    by("day-dates").textContent = data.days[now].dates;
    by("moment-words").textContent = at === null ? "" : `${time(at)}: ${number(working)} of ${number(people.length)} at work`;
    by("day-caption").textContent = who
      ? `All times are on ${who.name}’s clock.`
      : "Hours at the right are on everybody’s own clock. Switch people off to see what the others share.";
  };

  // What turns to one person.
  const showYou = () => {
    const who = person();
    by("you").hidden = who === null;
    for (const choice of document.querySelectorAll("[data-choice]")) {
      const mine = who && data.meetings[choice.dataset.choice][who.schedule];
      put(choice.querySelector(".mine"), mine ? `for you ${mine}` : "");
    }
    if (who === null) return;
    const self = Number(me.value);
    const group = groupOf.get(self);
    const others = group.people.filter((one) => one !== self).map((one) => people[one].name);
    const named = others.length > 12 ? `${others.length} others` : and(others);
    const inPod = group.kind === "pod";
    const pods = {
      pod: `You are in ${group.name} with ${named}.`,
      everyone: named ? `You share the day with ${named}.` : "You are alone.",
      apart: "You are in no pod: with nobody do you share enough of the day.",
      optional: "You are optional: what everyone shares does not wait for you.",
    };
    by("you-heading").textContent = `${who.name}, ${who.place}`;
    by("you-pod").textContent = pods[group.kind];
    put(by("you-blocked"), who.blocked === null ? "" : data.blocked[who.blocked]);
    const circle = inPod ? group.people : [...new Set([...everyone, self])];
    const cells = (words, name) => {
      const cell = document.createElement(name);
      put(cell, words);
      return cell;
    };
    const moves = data.changes.flatMap(({ date, from, to }) => {
      const [before, after] = [from, to].map((where) => times(shared(circle, where).work, aheadOf(who, where)));
      return before === after ? [] : [cells(`${date}: what you share moves from ${before} to ${after}`, "li")];
    });
    by("you-changes").replaceChildren(...(moves.length ? moves : [cells("Nothing moves for you.", "li")]));
  };

  // Switches.
  const box = (members, before) => {
    const [label, input] = [document.createElement("label"), document.createElement("input")];
    input.type = "checkbox";
    label.append(input);
    before.replaceWith(label);
    label.append(before);
    input.addEventListener("change", () => {
      for (const one of members) input.checked ? on.add(one) : on.delete(one);
      show();
      sync();
    });
    return { input, members };
  };
  const boxes = rows.map(({ row, people: members }) => box(members, row.querySelector(".name")));
  const sync = () => {
    for (const { input, members } of boxes) {
      const count = members.filter((one) => on.has(one)).length;
      input.checked = count === members.length;
      input.indeterminate = count > 0 && count < members.length;
    }
  };
  for (const { row, people: members } of rows) {
    const names = row.querySelector("details.members");
    names?.addEventListener("toggle", () => {
      if (names.querySelector("input")) return;
      [...names.querySelectorAll("li")].forEach((item, place) => {
        const name = document.createElement("span");
        name.append(...item.childNodes);
        item.append(name);
        boxes.push(box([members[place]], name));
      });
      sync();
    });
  }

  // A moment of the day, by pointer or by keyboard.
  const look = (minute) => {
    if (minute === at) return;
    at = minute;
    show();
  };
  for (const bar of list.querySelectorAll(".bar")) {
    bar.addEventListener("pointermove", (event) => {
      const place = bar.getBoundingClientRect();
      look(Math.min(95, Math.max(0, Math.floor(((event.clientX - place.left) / place.width) * 96))) * 15);
    });
  }
  list.addEventListener("pointerleave", () => look(null));
  moment.addEventListener("input", () => look(Number(moment.value) * 15));
  moment.addEventListener("blur", () => look(null));

  const option = (one, place) => new Option(`${one.name} · ${one.place}`, place);
  me.append(...people.map(option));
  me.addEventListener("change", () => {
    show();
    showYou();
  });
  dates.addEventListener("change", show);

  // Paper shows everything.
  const folded = [...document.querySelectorAll("details.card, .more > details, details.members")];
  let closed = [];
  addEventListener("beforeprint", () => {
    look(null);
    closed = folded.filter((one) => !one.open);
    for (const one of closed) one.open = true;
  });
  addEventListener("afterprint", () => {
    for (const one of closed) one.open = false;
  });
  const linked = by(location.hash.slice(1));
  if (linked?.matches("details")) linked.open = true;

  by("controls").hidden = false;
  by("moment-line").hidden = false;
  sync();
  show();
})();
