// Shows what the page carries on other dates, on other clocks and for fewer people. It computes one thing: what the
// weeks of the people who are switched on have in common, in whole minutes of the UTC week. Where somebody's day is
// tried at other hours, their week is turned by so many minutes; who is in which pod then is in the page.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const list = document.getElementById("rows");
  if (!list) return;
  const { number, put, time, length, and, around, times, hours } = words;
  const { NONE, turned, common, fold, night, draw } = weeks;
  const by = (id) => document.getElementById(id);
  const people = data.people.map(([name, place, profile, schedule, counts, blocked]) => ({ name, place, profile, schedule, counts, blocked }));
  const [dates, me, moment] = [by("dates"), by("me"), by("moment")];
  const rows = [...list.querySelectorAll(".row.person")].map((row) => ({
    row,
    profile: Number(row.dataset.profile),
    people: data.rows[row.dataset.row],
    hours: row.querySelector(".times"),
    own: row.querySelector(".times").textContent,
    nights: row.querySelector(".nights"),
    bar: row.querySelector(".bar"),
  }));
  // What is tried: its place among the page's advice, who is in which group then, whose day moves, who counts.
  let tried, groups, moved, everyone, groupOf, split;
  const suppose = (place) => {
    tried = place;
    const change = place === null ? { groups: data.groups, moved: [], off: [] } : data.tries[place];
    groups = change.groups;
    moved = new Map(change.moved.map(([one, by, hours, night]) => [one, { by, hours, night }]));
    everyone = [...people.keys()].filter((one) => people[one].counts && !change.off.includes(one));
    groupOf = new Map(groups.flatMap((group) => group.people.map((one) => [one, group])));
    split = groups.some((group) => group.kind === "pod");
  };
  suppose(null);
  let on = new Set(everyone);
  let at = null;

  // Weeks and what they have in common.
  const weekOf = (profile, day) => data.weeks[data.days[day].weeks[profile]];
  // Of a person, at the hours that are tried.
  const weekOn = (one, day) => {
    const week = weekOf(people[one].profile, day);
    return moved.has(one) ? turned(week, moved.get(one).by) : week;
  };
  const shared = (group, day) => {
    const weeks = [...new Map(group.map((one) => [`${people[one].profile} ${moved.get(one)?.by ?? 0}`, one])).values()].map((one) => weekOn(one, day));
    const work = weeks.length ? weeks.map((week) => week.work).reduce(common) : [];
    return { work, days: Math.max(1, Math.min(7, ...weeks.map((week) => week.days))), minutes: work.reduce((sum, [s, e]) => sum + e - s, 0) };
  };

  const person = () => (me.value === "" ? null : people[Number(me.value)]);
  const podsOn = () => groups.filter((group) => group.kind === "pod").map((group) => group.people.filter((one) => on.has(one)));
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
      draw(together.querySelector(".bar"), { at, all: fold(all, ahead) });
    }
    const found = new Map();
    for (const group of groups) {
      const alike = split ? shared(group.kind === "pod" ? group.people.filter((one) => on.has(one)) : [], now) : together ? all : shared([], now);
      found.set(group, fold(group.kind === "optional" && !group.people.some((one) => on.has(one)) ? { work: [], days: 1 } : alike, ahead));
      const head = list.querySelector(`[data-group="${groups.indexOf(group)}"]`);
      if (head && group.kind === "pod") {
        put(head.querySelector(".hours"), hours(alike, ahead));
        draw(head.querySelector(".bar"), { at, all: found.get(group) });
      }
    }
    // By row of dates: everyone who is on, then the pods, as the table has them.
    [...(by("spans")?.rows ?? [])].forEach((row, where) => {
      row.classList.toggle("drawn", where === now);
      const pods = podsOn();
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
    if (head) {
      head.textContent = whole ? "Everyone" : "Switched on";
      for (const row of by("spans").rows) row.cells[1].dataset.of = head.textContent;
    }
    let working = 0;
    for (const { row, profile, people: members, hours: cell, own, nights, bar } of rows) {
      const change = members.length === 1 ? moved.get(members[0]) : undefined;
      const week = weekOn(members[0], now);
      const work = fold(week, ahead);
      const out = !members.some((one) => on.has(one));
      const tint = out ? NONE : found.get(groupOf.get(members[0]));
      draw(bar, { at, dark: night(data.night, ahead - week.ahead), tint, work, all: tint, was: change ? fold(weekOf(profile, now), ahead) : NONE });
      row.classList.toggle("moved", change !== undefined);
      put(nights, change?.night ?? nights.dataset.own);
      row.classList.toggle("out", out);
      row.classList.toggle("me", who !== null && members.includes(Number(me.value)));
      if (at === null) {
        put(cell, who ? times(week.work, ahead) : (change?.hours ?? own));
        continue;
      }
      const inside = (segments) => segments.some(([start, end]) => start <= at && at < end);
      const mark = inside(work.usually) ? "at work" : inside(work.sometimes) ? "some days" : "off";
      working += mark === "at work" ? members.length : 0;
      cell.textContent = `${time(at - ahead + week.ahead)} · ${mark}`;
    }
    const clock = who ? `${who.name}’s clock (${who.place})` : data.home;
    by("day-clock").textContent = clock;
    const { dates: range, clock: season, why } = data.days[now];
    const shown = document.createElement("strong");
    put(shown, range);
    by("day-shown").replaceChildren("Shown: ", shown, `, ${who ? `${who.name}’s clock` : season}. ${why}`);
    // What the slider points at, also before anybody moves it.
    const told = `${time(at ?? Number(moment.value) * 15)}, ${who ? `${who.name}’s clock` : season}`;
    const working_at = at === null ? told : `${told}: ${number(working)} of ${number(people.length)} at work`;
    by("moment-words").textContent = working_at;
    moment.setAttribute("aria-valuetext", working_at);
    by("day-caption").textContent = `${who ? `All times are on ${who.name}’s clock.` : "At the right: people’s hours on their own clock, what groups share on that of the picture."} Switch people off to see what the others share.`;
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
    input.setAttribute("aria-label", `${before.textContent}: switched on`);
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
  for (const { nights } of rows) nights.dataset.own = nights.textContent;
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

  // Advice tried on the picture: "as if". Groups may be others then.
  const asItIs = [...list.children];
  const spans = by("spans")?.parentElement;
  const heads = spans ? [...spans.tHead.rows[0].cells].slice(1).map((head) => head.textContent) : [];
  const headed = (words) => {
    for (const row of spans?.rows ?? []) {
      while (row.cells.length > 1 + words.length) row.lastElementChild.remove();
      while (row.cells.length < 1 + words.length) row.append(row.cells[1].cloneNode(true));
    }
    words.forEach((head, place) => {
      if (spans) spans.tHead.rows[0].cells[place + 1].textContent = head;
      for (const { cells } of by("spans")?.rows ?? []) cells[place + 1].dataset.of = head;
    });
  };
  const grouped = () => {
    if (tried === null) return asItIs;
    const together = by("together");
    const below = groups.flatMap((group, place) => {
      const members = group.people.map((one) => rows.find(({ people: [only] }) => only === one).row);
      if (group.kind === "everyone") return members;
      const head = together.cloneNode(true);
      head.removeAttribute("id");
      head.className = "row group";
      head.dataset.group = place;
      head.querySelector(".name").textContent = group.name;
      head.querySelector(".place").textContent = group.people.length === 1 ? "1 person" : `${number(group.people.length)} people`;
      head.querySelector(".hours").textContent = "";
      draw(head.querySelector(".bar"), {});
      return [head, ...members];
    });
    return [together, ...below];
  };
  const buttons = [...document.querySelectorAll(".try")];
  const attempt = (place) => {
    suppose(place);
    on = new Set(everyone);
    list.replaceChildren(...grouped());
    const pods = podsOn();
    headed(tried === null ? heads : ["Everyone", ...(pods.length > 4 ? [] : groups.filter(({ kind }) => kind === "pod").map(({ name }) => name))]);
    const change = data.tries[tried];
    by("as-if").hidden = tried === null;
    const named = (change?.moved ?? []).map(([one, by], place) => `${people[one].name} ${place ? "" : "worked "}${length(Math.abs(by))} ${by < 0 ? "earlier" : "later"}`);
    named.push(...(change?.off ?? []).map((one) => `${people[one].name} were optional`));
    put(by("as-if").firstElementChild, change ? `As if all year ${and(named)}: ${change.verdict}. What stands below the picture is without it.` : "");
    buttons.forEach((button, other) => {
      button.setAttribute("aria-pressed", other === tried);
      button.textContent = other === tried ? "Undo" : "Try it in the picture";
    });
    show();
    showYou();
    sync();
    if (change) by("as-if").scrollIntoView({ block: "nearest" });
  };
  buttons.forEach((button, place) => {
    button.hidden = false;
    button.setAttribute("aria-pressed", false);
    button.addEventListener("click", () => attempt(tried === place ? null : place));
  });
  by("undo").addEventListener("click", () => {
    const pressed = buttons[tried];
    attempt(null);
    pressed.focus();
  });

  // A moment of the day, by pointer or by keyboard.
  const look = (minute) => {
    if (minute === at) return;
    at = minute;
    if (at !== null) moment.value = at / 15;
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

  // Paper shows everything, as it stands.
  const folded = [...document.querySelectorAll("details.card, .more > details, details.members")];
  let closed = [];
  addEventListener("beforeprint", () => {
    look(null);
    if (tried !== null) attempt(null);
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
