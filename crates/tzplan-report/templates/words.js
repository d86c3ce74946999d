"use strict";
// Words of the page's script, and minutes on clocks: it makes no others.
const words = (() => {
  const [DAY, WEEK] = [1440, 10080];
  const mod = (a, n) => ((a % n) + n) % n;
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
  // Whether each of the days has the same: an average is called one.
  const isEven = (found, ahead) => {
    const each = NAMES.map(() => 0);
    for (const [start, wide] of around(found.work)) each[Math.floor(mod(start + ahead, WEEK) / DAY)] += wide;
    const some = each.filter((minutes) => minutes > 0);
    return some.every((minutes) => minutes === some[0]) && (some.length === found.days || some[0] > DAY);
  };
  const hours = (found, ahead) => {
    if (found.minutes === 0) return "never";
    return `${daily(found)}${isEven(found, ahead) ? "" : " on average"} · ${times(found.work, ahead)}`;
  };
  return { number, put, time, length, and, around, times, daily, hours, mod };
})();
