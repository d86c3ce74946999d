// What the page knows: a team, changes to it, settings and the question. All of it fits into a link.

const VIEWS = ["plan", "candidate", "regions", "meeting", "agreement", "any"];
const KINDS = ["moves to", "works", "joins from", "leaves", "is optional"];
// Names of inputs, which are names of values.
const SETTINGS = ["home", "from", "target", "max_shift", "flags"];
const QUESTION = ["candidate_name", "candidate_zone", "candidate_hours", "region_hours", "region_countries"];
QUESTION.push("duration", "days", "rotate", "any");
// Longer links do not survive the programs that pass them on.
const LONGEST_LINK = 32000;
const TYPED = "team.csv";

const state = fresh();

function fresh() {
  return {
    // Name, place, hours.
    people: [
      ["Ana", "São Paulo", "9-17"],
      ["Ben", "Berlin", "9-17"],
      ["Chloé", "London", "10-18"],
    ],
    // The file that is the roster; null where it is typed.
    roster: null,
    pool: null,
    files: new Map(),
    // Kind, who, what.
    changes: [],
    values: {},
    view: "plan",
  };
}

function csv(people) {
  const cell = (text) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const rows = people.filter(([, place]) => place.trim()).map((row) => row.map((text) => cell(text.trim())).join(","));
  return ["name,zone,hours", ...rows, ""].join("\n");
}

function rosterName() {
  return state.roster ?? TYPED;
}

// Every file that a command line may name.
function files() {
  const all = new Map(state.files);
  if (state.roster === null) all.set(TYPED, encoder.encode(csv(state.people)));
  return all;
}

function value(name) {
  return (state.values[name] ?? "").trim();
}

// The changes and settings as flags.
function flags() {
  const line = [];
  for (const [kind, who, what] of state.changes) {
    const [name, change] = [who.trim(), what.trim()];
    if (!name || (!change && !["leaves", "is optional"].includes(kind))) continue;
    if (kind === "moves to") line.push(`--move=${name}=${change}`);
    if (kind === "works") line.push(`--hours-of=${name}=${change}`);
    if (kind === "joins from") line.push(`--add=${name}=${change}`);
    if (kind === "leaves") line.push(`--without=${name}`);
    if (kind === "is optional") line.push(`--optional=${name}`);
  }
  for (const name of SETTINGS) {
    if (name !== "flags" && value(name)) line.push(`--${name.replace("_", "-")}=${value(name)}`);
  }
  return [...line, ...split(value("flags"))];
}

// A text as a shell takes it apart.
function split(text) {
  const words = [];
  for (const [word] of text.matchAll(/(?:'[^']*'?|"(?:\\.|[^"\\])*"?|\\.|[^\s'"\\])+/gs)) {
    const part = (whole, single, double, escaped) => single ?? (double ?? escaped ?? "").replace(/\\(.)/gs, "$1");
    words.push(word.replace(/'([^']*)'?|"((?:\\.|[^"\\])*)"?|(\\.)/gs, part));
  }
  return words;
}

// The same as a line to type.
function joined(words) {
  const quoted = (word) => (/^[\w@%+=:,./#-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);
  return words.map(quoted).join(" ");
}

// A file name that is no flag.
function safeName(name) {
  return name.replace(/^-+/, "_").replace(/[\\/]/g, "_") || "roster";
}

async function link() {
  const files = [...state.files].map(([name, octets]) => {
    try {
      return [name, new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(octets)];
    } catch {
      return [name, null, toBase64(octets)];
    }
  });
  const text = JSON.stringify({ ...state, files });
  const packed = await through(encoder.encode(text), new CompressionStream("deflate-raw")).arrayBuffer();
  const letters = toBase64(new Uint8Array(packed)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  return letters.length > LONGEST_LINK ? null : `#1.${letters}`;
}

// Takes what a link holds, if it holds anything: of a strange one only what has the right shape.
async function fromLink(hash) {
  if (!hash.startsWith("#1.")) return false;
  try {
    const packed = fromBase64(hash.slice(3).replaceAll("-", "+").replaceAll("_", "/"));
    const read = await through(packed, new DecompressionStream("deflate-raw")).json();
    const text = (value) => typeof value === "string";
    const list = (value) => (Array.isArray(value) ? value : []);
    const triples = (value) => list(value).filter((row) => list(row).length === 3 && row.every(text));
    const files = list(read.files).filter(([name, plain, packed]) => text(name) && (text(plain) || text(packed)));
    Object.assign(state, fresh(), {
      people: triples(read.people),
      files: new Map(files.map(([name, plain, packed]) => [name, text(plain) ? encoder.encode(plain) : fromBase64(packed)])),
      changes: triples(read.changes).filter(([kind]) => KINDS.includes(kind)),
      view: VIEWS.includes(read.view) ? read.view : "plan",
    });
    const known = (name) => (state.files.has(name) ? name : null);
    [state.roster, state.pool] = [known(read.roster), known(read.pool)];
    for (const name of [...SETTINGS, ...QUESTION]) if (text(read.values?.[name])) state.values[name] = read.values[name];
    return true;
  } catch {
    say("The link is cut off or none of this page's: the example team is shown.");
    return false;
  }
}
