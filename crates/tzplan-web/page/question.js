// The question that is asked: the words of a command line, and those of the downloads beside it.

const KINDS_OF_FILE = {
  html: ["Page", "text/html"],
  txt: ["Text", "text/plain"],
  md: ["Markdown", "text/markdown"],
  json: ["JSON", "application/json"],
  csv: ["CSV", "text/csv"],
  ics: ["Calendar (.ics)", "text/calendar"],
};

// `line` is asked and shown as a page or as text; `downloads` are lines by kind of file. `missing` says what the
// question needs first.
function question() {
  const of = { plan, candidate, regions, meeting, agreement, any }[state.view];
  return of(rosterName(), flags());
}

function forms(line, more) {
  const as = (format) => [...line, `--format=${format}`];
  return { txt: line, md: as("markdown"), json: as("json"), csv: as("csv"), ...more };
}

function plan(roster, more) {
  const page = ["report", roster, ...more];
  return {
    line: page,
    page: true,
    downloads: { html: page, ...forms(["plan", roster, ...more], { ics: ["year", roster, ...more, "--ics"] }) },
  };
}

function candidate(roster, more) {
  const line = ["fit", roster];
  if (state.pool !== null) {
    line.push(`--candidates=${state.pool}`, ...more);
    return { line, page: false, downloads: forms(line) };
  }
  if (!value("candidate_zone")) return { missing: "Say where the candidate lives, and see what hiring them does." };
  line.push(`--zone=${value("candidate_zone")}`);
  if (value("candidate_hours")) line.push(`--hours=${value("candidate_hours")}`);
  if (value("candidate_name")) line.push(`--name=${value("candidate_name")}`);
  line.push(...more);
  const page = [...line, "--format=html"];
  return { line: page, page: true, downloads: { html: page, ...forms(line) } };
}

function regions(roster, more) {
  const line = ["regions", roster];
  if (value("region_hours")) line.push(`--hours=${value("region_hours")}`);
  for (const code of value("region_countries").split(/[\s,;]+/).filter(Boolean)) line.push(`--country=${code}`);
  line.push(...more);
  return { line, page: false, downloads: forms(line) };
}

function meeting(roster, more) {
  const line = ["meet", roster];
  for (const name of ["duration", "days", "rotate"]) if (value(name)) line.push(`--${name}=${value(name)}`);
  line.push(...more);
  return { line, page: false, downloads: forms(line, { ics: [...line, "--ics"] }) };
}

function agreement(roster, more) {
  const line = ["agreement", roster, ...more];
  const page = [...line, "--format=html"];
  return { line: page, page: true, downloads: { html: page, ...forms(line, { ics: [...line, "--ics"] }) } };
}

function any() {
  const line = split(value("any"));
  if (line.length === 0) return { missing: `Type any command, such as: pairs ${rosterName()}` };
  return { line, page: false, downloads: { txt: line } };
}
