"use strict";
// Looks figures up that the page carries; computes none. A place on the axis becomes a quarter of an hour, no more.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const controls = document.getElementById("controls");
  if (!controls || data.days.length === 0) return;
  const season = document.getElementById("season");
  const moment = document.getElementById("moment");
  const switches = [...controls.querySelectorAll("input[data-band]")];
  const figures = [...document.querySelectorAll("figure[data-figure]")];
  const words = { w: "at work", s: "on some days", ".": "off" };
  const { groups } = data;

  const choice = () => {
    if (groups.switches === "none") return null;
    const off = switches.filter((one) => !one.checked).map((one) => Number(one.dataset.band));
    if (groups.switches === "one") return off.length ? `-${off[0]}` : "all";
    let bits = 0;
    for (const one of switches) {
      const band = Number(one.dataset.band);
      if (one.checked && groups.required[band]) bits += 2 ** band;
    }
    return String(bits);
  };

  const showMoment = () => {
    const [day, quarter] = [data.days[season.value], Number(moment.value)];
    const [name, clock] = day.home;
    const utc = `${data.clocks[data.utc][quarter]} UTC`;
    const home = clock === data.utc ? "" : `, ${data.clocks[clock][quarter]} ${name}`;
    const whole = switches.every((one) => one.checked) ? "" : ", those switched off included";
    const line = `${utc}${home}: ${day.heads[quarter]} of ${data.people} at work${whole}`;
    document.getElementById("moment-words").textContent = line;
    moment.setAttribute("aria-valuetext", utc);
    day.clocks.forEach((place, band) => {
      const mark = data.marks[day.marks[band]][quarter];
      controls.querySelector(`[data-clock="${band}"]`).textContent = data.clocks[place][quarter];
      const state = controls.querySelector(`[data-state="${band}"]`);
      state.textContent = words[mark];
      state.dataset.mark = mark;
    });
    for (const chart of figures[season.value].querySelectorAll("svg")) {
      const [left, right] = [Number(chart.dataset.left), Number(chart.dataset.right)];
      const line = chart.querySelector(".moment");
      const x = left + ((right - left) * quarter) / 96;
      line.setAttribute("x1", x);
      line.setAttribute("x2", x);
      line.setAttribute("visibility", "visible");
    }
  };

  const bar = (chart, [start, end, usual], top, height, name) => {
    const [left, right] = [Number(chart.dataset.left), Number(chart.dataset.right)];
    const x = (minute) => left + ((right - left) * minute) / 1440;
    const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    const attributes = { x: x(start), y: top, width: x(end) - x(start), height, class: usual ? name : `${name} some-days` };
    for (const [key, value] of Object.entries(attributes)) rect.setAttribute(key, value);
    return rect;
  };

  const showShared = () => {
    const key = choice();
    const found = key === null ? null : groups.choices[key];
    const output = document.getElementById("shared-words");
    if (key === null) return;
    const outcomes = found ? found.days.map((place) => groups.outcomes[place]) : [];
    const here = outcomes[season.value];
    const words = here ? [found.who, here.words, found.least] : ["Nobody required is switched on."];
    output.textContent = words.filter((part) => part !== "").join(" ");
    // What stands below a chart is about the whole team.
    const whole = switches.every((one) => one.checked);
    figures.forEach((figure, day) => {
      figure.querySelector("figcaption").hidden = !whole;
      const shown = outcomes[day] ?? { bars: [], times: "", daily: "" };
      for (const chart of figure.querySelectorAll("svg")) {
        const { top, bottom, band, thick } = chart.dataset;
        const shared = shown.bars.filter(([, , usual]) => usual);
        chart
          .querySelector(".share")
          .replaceChildren(...shared.map((one) => bar(chart, one, top, bottom - top, "shared")));
        chart.querySelector(".together").replaceChildren(...shown.bars.map((one) => bar(chart, one, band, thick, "all")));
        chart.querySelector(".everyone .times").textContent = shown.times;
        const daily = chart.querySelector(".everyone .daily");
        if (daily) daily.textContent = shown.daily;
        for (const one of switches) {
          for (const person of chart.querySelectorAll(`[data-person="${one.dataset.band}"]`)) {
            person.classList.toggle("out", !one.checked);
          }
        }
      }
    });
  };

  const showSeason = () => {
    figures.forEach((figure, day) => {
      figure.hidden = day !== Number(season.value);
    });
    showMoment();
    showShared();
  };

  for (const one of switches) {
    one.addEventListener("change", () => {
      if (groups.switches === "one" && !one.checked) {
        for (const other of switches) if (other !== one) other.checked = true;
      }
      showMoment();
      showShared();
    });
  }
  for (const figure of figures) {
    for (const chart of figure.querySelectorAll("svg")) {
      const follow = (event) => {
        const box = chart.getBoundingClientRect();
        const [left, right] = [Number(chart.dataset.left), Number(chart.dataset.right)];
        const x = ((event.clientX - box.left) / box.width) * chart.viewBox.baseVal.width;
        const column = Math.floor(((x - left) / (right - left)) * 96);
        if (column < 0 || column > 95) return;
        moment.value = column;
        showMoment();
      };
      chart.addEventListener("pointermove", follow);
      chart.addEventListener("pointerdown", follow);
    }
  }
  moment.addEventListener("input", showMoment);
  season.addEventListener("change", showSeason);
  controls.hidden = false;
  showSeason();
})();
