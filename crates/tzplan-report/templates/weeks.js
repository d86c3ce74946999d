// Weeks of people, as minutes of the UTC week, and their drawings, 1,440 minutes wide.
const weeks = (() => {
  const [DAY, WEEK] = [1440, 10080];
  const { mod } = words;
  // The week by so many minutes later.
  const turned = (week, by) => {
    const work = week.work.flatMap(([start, end]) => {
      const [from, to] = [mod(start + by, WEEK), mod(start + by, WEEK) + end - start];
      return to <= WEEK ? [[from, to]] : [[from, WEEK], [0, to - WEEK]];
    });
    const joined = [];
    for (const [start, end] of work.sort((a, b) => a[0] - b[0])) {
      const last = joined[joined.length - 1];
      if (last && start <= last[1]) last[1] = Math.max(last[1], end);
      else joined.push([start, end]);
    }
    return { ...week, work: joined };
  };
  const common = (a, b) => {
    const both = [];
    for (let i = 0, k = 0; i < a.length && k < b.length; a[i][1] < b[k][1] ? i++ : k++) {
      const [start, end] = [Math.max(a[i][0], b[k][0]), Math.min(a[i][1], b[k][1])];
      if (start < end) both.push([start, end]);
    }
    return both;
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
  const night = (range, ahead) => {
    const [from, to] = range.map((minute) => minute + ahead);
    const [start, end] = [mod(from, DAY), mod(from, DAY) + (mod(to - from, DAY) || DAY)];
    return end > DAY ? [[0, end - DAY], [start, DAY]] : [[start, end]];
  };

  const path = (segments, top, high) => segments.map(([start, end]) => `M${start} ${top}h${end - start}v${high}h-${end - start}z`).join("");
  const NONE = { usually: [], sometimes: [] };
  // Falling lines where work is at night, as the page has them.
  const hatching = (work, dark) =>
    work
      .flatMap(([start, end]) => dark.map(([from, to]) => [Math.max(start, from), Math.min(end, to)]))
      .flatMap(([start, end]) => {
        const lines = [];
        for (let from = start; from < end; from += 28) {
          const down = Math.floor(Math.min(28, end - from) / 2);
          lines.push(`M${from} 5l${2 * down} ${down}`);
        }
        return lines;
      })
      .join("");
  const draw = (svg, { at = null, dark = [], tint = NONE, work = NONE, all = NONE, was = NONE }) => {
    const paths = [path(dark, 0, 24), path(tint.usually, 0, 24), null, path(work.usually, 5, 14), path(work.sometimes, 5, 14), path(all.usually, 5, 14), path(all.sometimes, 5, 14), hatching(work.usually, dark), hatching(work.sometimes, dark)];
    paths.forEach((one, place) => {
      if (one === null) return;
      if (one) svg.children[place].setAttribute("d", one);
      else svg.children[place].removeAttribute("d");
    });
    for (const [name, line] of [["was", path(was.usually, 2, 20)], ["moment", at === null ? "" : `M${at} 0v24`]]) {
      let drawn = svg.querySelector(`.${name}`);
      if (line && !drawn) {
        drawn = document.createElementNS("http://www.w3.org/2000/svg", "path");
        drawn.setAttribute("class", name);
        svg.append(drawn);
      }
      drawn?.setAttribute("d", line);
    }
  };
  return { NONE, turned, common, fold, night, draw };
})();
