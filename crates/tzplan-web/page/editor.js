// The team and what is changed about it.

function make(name, properties, ...inside) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...inside);
  return made;
}

function input(label, text, placeholder, changed) {
  const made = make("input", { value: text, placeholder, spellcheck: false });
  made.setAttribute("aria-label", label);
  made.addEventListener("input", () => changed(made.value));
  return made;
}

function remover(what, list, at) {
  const button = make("button", { type: "button", className: "remove", textContent: "×" });
  button.setAttribute("aria-label", `Remove ${what}`);
  button.addEventListener("click", () => {
    list.splice(at, 1);
    showEditor();
    changed();
  });
  return button;
}

function showEditor() {
  const isTyped = state.roster === null;
  element("typed").hidden = !isTyped;
  element("opened").hidden = isTyped;
  if (isTyped) showPeople();
  else showFile();
  showChanges();
  for (const name of [...SETTINGS, ...QUESTION]) {
    const field = document.querySelector(`[name="${name}"]`);
    if (field.value !== (state.values[name] ?? "")) field.value = state.values[name] ?? "";
  }
  const settings = SETTINGS.some((name) => value(name));
  if (settings) element("settings").open = true;
  showView();
}

const PERSON = [["Name", "Name"], ["Place", "City or zone"], ["Hours", "9-17"]];

function showPeople() {
  const rows = state.people.map((person, at) => {
    const fields = PERSON.map(([label, placeholder], field) =>
      input(`${label} of person ${at + 1}`, person[field], placeholder, (text) => {
        person[field] = text;
        showLeftOut();
        changed();
      }),
    );
    return make("div", { className: "row three" }, ...fields, remover(person[0] || `person ${at + 1}`, state.people, at));
  });
  element("people").replaceChildren(...rows);
  showLeftOut();
}

function showLeftOut() {
  const count = state.people.filter(([name, place, hours]) => !place.trim() && (name.trim() || hours.trim())).length;
  const rows = count === 1 ? "1 person without a place is" : `${count} people without a place are`;
  element("left-out").textContent = count === 0 ? "" : `${rows} not counted yet`;
}

function showFile() {
  const octets = state.files.get(state.roster);
  element("file-name").textContent = state.roster;
  const text = plainText(octets);
  element("text").hidden = text === null;
  element("file-size").textContent = text === null ? `${Math.ceil(octets.length / 1024)} KB, read as it is.` : "";
  if (text !== null && element("text").value !== text) element("text").value = text;
}

// More than a box should hold is not shown in one.
const LONGEST_TEXT = 1 << 18;

function plainText(octets) {
  if (octets.length > LONGEST_TEXT || octets.includes(0)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(octets);
  } catch {
    return null;
  }
}

const WHAT = { "moves to": "Lisbon, or +1h", works: "10-18 Mon-Thu", "joins from": "Lima 9-17" };

function showChanges() {
  const rows = state.changes.map((change, at) => {
    const kinds = KINDS.map((kind) => make("option", { textContent: kind, selected: kind === change[0] }));
    const select = make("select", {}, ...kinds);
    select.setAttribute("aria-label", `Change ${at + 1}`);
    select.addEventListener("change", () => {
      change[0] = select.value;
      showChanges();
      changed();
    });
    const set = (place) => (text) => {
      change[place] = text;
      changed();
    };
    const who = input(`Who, change ${at + 1}`, change[1], "Name", set(1));
    if (change[0] !== "joins from") who.setAttribute("list", "names");
    const what = input(`What, change ${at + 1}`, change[2], WHAT[change[0]] ?? "", set(2));
    what.hidden = !(change[0] in WHAT);
    return make("div", { className: "row change" }, who, select, what, remover(`change ${at + 1}`, state.changes, at));
  });
  element("changes").replaceChildren(...rows);
  element("no-changes").hidden = rows.length > 0;
}

// Who can be named in a change. Asked for once a roster; of a large one typing the name is quicker than a list.
const MOST_NAMES = 2000;
let namesOf = null;

async function showNames() {
  const of = state.roster === null ? null : state.files.get(state.roster);
  if (of === namesOf && of !== null) return;
  namesOf = of;
  let names = state.people.map(([name]) => name);
  if (of !== null) {
    const answer = await ask("names", ["plan", state.roster, "--format=json", "--quiet"], files());
    if (!answer || of !== namesOf) return;
    names = answer.code === 2 ? [] : JSON.parse(decoder.decode(answer.out)).members.map(({ name }) => name);
  }
  element("names").replaceChildren(...names.slice(0, MOST_NAMES).map((value) => make("option", { value })));
}

// Takes a file that was dropped or chosen: as the roster, or a calendar as days off.
async function take(file, as) {
  if (file.size > 64 << 20) return say(`${file.name} has more than 64 MB; a table of people has less.`);
  const name = safeName(file.name);
  const octets = new Uint8Array(await file.arrayBuffer());
  state.files.set(name, octets);
  if (as === "pool") {
    state.pool = name;
  } else if (/\.ics$/i.test(name)) {
    const flag = joined([`--off-ics=${name}`]);
    if (!value("flags").includes(flag)) state.values.flags = `${value("flags")} ${flag}`.trim();
    say(`${name} is read as a calendar of days off (--off-ics, under Settings).`);
  } else {
    state.roster = name;
    forgetFiles();
  }
  showEditor();
  changed();
}

function takeText(text, name) {
  state.files.set(name, encoder.encode(text));
  state.roster = name;
  forgetFiles();
  showEditor();
  changed();
}

// Of earlier rosters nothing is kept; of other files what a flag names.
function forgetFiles() {
  for (const name of state.files.keys()) {
    const isUsed = name === state.roster || name === state.pool || value("flags").includes(name) || value("any").includes(name);
    if (!isUsed) state.files.delete(name);
  }
}

function listenToEditor() {
  element("add-person").addEventListener("click", () => {
    state.people.push(["", "", ""]);
    showPeople();
    element("people").lastChild.firstChild.focus();
  });
  element("add-change").addEventListener("click", () => {
    state.changes.push([KINDS[0], "", ""]);
    showChanges();
    element("changes").lastChild.firstChild.focus();
  });
  element("type").addEventListener("click", () => {
    state.roster = null;
    forgetFiles();
    showEditor();
    changed();
  });
  element("paste").addEventListener("click", () => {
    takeText(csv(state.people), "pasted.csv");
    element("text").focus();
    element("text").select();
  });
  element("text").addEventListener("input", () => {
    state.files.set(state.roster, encoder.encode(element("text").value));
    changed();
  });
  // A table pasted into a cell is the whole roster.
  element("people").addEventListener("paste", (event) => {
    const text = event.clipboardData.getData("text");
    if (!/[\r\n]/.test(text.trim())) return;
    event.preventDefault();
    takeText(text, "pasted.csv");
  });
  for (const id of ["open", "pool"]) {
    element(id).addEventListener("change", ({ target }) => {
      if (target.files[0]) take(target.files[0], id);
      // The same file may be chosen again.
      target.value = "";
    });
  }
  for (const name of [...SETTINGS, ...QUESTION]) {
    document.querySelector(`[name="${name}"]`).addEventListener("input", ({ target }) => {
      state.values[name] = target.value;
      if (name === "candidate_zone" && state.pool !== null) {
        state.pool = null;
        showView();
      }
      changed();
    });
  }
  for (const type of ["dragover", "dragleave", "drop"]) {
    document.addEventListener(type, (event) => {
      if (!event.dataTransfer.types.includes("Files")) return;
      event.preventDefault();
      element("drop").hidden = type !== "dragover";
      if (type === "drop" && event.dataTransfer.files[0]) take(event.dataTransfer.files[0], "open");
    });
  }
  for (const form of document.forms) form.addEventListener("submit", (event) => event.preventDefault());
}
