// The answer, and how the page is put together.

// The width of text, in letters.
function columns() {
  const width = element("sheet").clientWidth;
  const letter = element("letter").getBoundingClientRect().width;
  return Math.max(40, Math.min(140, Math.floor((width - (width < 500 ? 28 : 40)) / letter)));
}

let saidFor = 0;

function say(text) {
  element("said").textContent = text;
  element("said").hidden = false;
  clearTimeout(saidFor);
  saidFor = setTimeout(() => (element("said").hidden = true), 8000);
}

// Something is another question now, and no longer that of the link by which the page was opened.
function changed() {
  if (location.hash) history.replaceState(null, "", location.pathname + location.search);
  show();
}

let turn = 0;

// Asks what stands there, and shows the answer unless another question has taken its place.
async function show() {
  const own = ++turn;
  const asked = question();
  document.body.dataset.state = "asking";
  element("line").textContent = asked.line ? `tzplan ${joined(asked.line)}` : "";
  showDownloads(asked);
  if (asked.missing) return showMissing(asked.missing);
  element("empty").hidden = true;
  const isLong = setTimeout(() => showState("Working …", true), 300);
  const answer = await ask("answer", asked.line, files());
  clearTimeout(isLong);
  if (!answer || own !== turn) return;
  showAnswer(asked, answer);
  document.body.dataset.state = "answered";
  showNames();
}

function showState(text, isRunning) {
  element("state").textContent = text;
  element("stop").hidden = !isRunning;
}

function showMissing(text) {
  element("empty").textContent = text;
  element("empty").hidden = false;
  for (const id of ["words", "faults", "notes", "check"]) element(id).hidden = true;
  showFrame(null);
  showState("", false);
  document.body.dataset.state = "answered";
}

function showAnswer(asked, { code, out, err, millis }) {
  const isFault = code === 2;
  element("faults").hidden = !isFault;
  element("faults").textContent = isFault ? err : "";
  element("notes").hidden = isFault || err === "";
  element("notes").textContent = err;
  element("check").hidden = !err.includes("`tzplan check ");
  // What was answered before stays, in grey.
  element("sheet").classList.toggle("stale", isFault);
  showState(isFault ? "" : `answered in ${Math.max(1, Math.round(millis))} ms`, false);
  if (isFault) return;
  element("words").hidden = asked.page;
  if (asked.page) {
    showFrame(decoder.decode(out));
  } else {
    element("words").textContent = decoder.decode(out);
    showFrame(null);
  }
}

// A page of the program's own, in a frame that can reach nothing of this one. The next one is shown when it is
// drawn: no white flash between two.
let frame = null;

function showFrame(text) {
  for (const old of element("sheet").querySelectorAll("iframe")) if (old !== frame || text === null) old.remove();
  if (text === null) {
    frame = null;
    return;
  }
  const before = frame;
  const made = make("iframe", { className: "next", title: "The answer as a page", srcdoc: text });
  made.setAttribute("sandbox", "allow-scripts");
  made.addEventListener("load", () => {
    made.className = "";
    before?.remove();
  });
  frame = made;
  element("sheet").append(made);
}

function showDownloads({ downloads = {} }) {
  const buttons = Object.entries(downloads).map(([kind, line]) => {
    const [label] = KINDS_OF_FILE[kind];
    const button = make("button", { type: "button", textContent: label });
    button.dataset.kind = kind;
    button.addEventListener("click", () => download(kind, line));
    return button;
  });
  element("downloads").replaceChildren(...(buttons.length ? ["Download", ...buttons] : []));
}

async function download(kind, line) {
  const answer = await ask("download", line, files());
  if (!answer) return;
  if (answer.code === 2) return say(answer.err.replace(/^tzplan: /, "").split("\n")[0]);
  const address = URL.createObjectURL(new Blob([answer.out], { type: KINDS_OF_FILE[kind][1] }));
  const stem = rosterName().replace(/\.[^.]*$/, "");
  make("a", { href: address, download: `${state.view === "plan" ? stem : `${stem}-${state.view}`}.${kind}` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}

function showView() {
  for (const tab of document.querySelectorAll("[role=tab]")) {
    const isShown = tab.dataset.view === state.view;
    tab.setAttribute("aria-selected", isShown);
    tab.tabIndex = isShown ? 0 : -1;
  }
  for (const fields of document.querySelectorAll("[data-of]")) fields.hidden = fields.dataset.of !== state.view;
  element("sheet").setAttribute("aria-labelledby", `tab-${state.view}`);
  element("pool-name").textContent = state.pool === null ? "" : `${state.pool} is ranked`;
}

function view(name) {
  state.view = name;
  // Of another question not even the last good answer stays.
  element("words").hidden = true;
  showFrame(null);
  if (name === "any" && !value("any")) state.values.any = joined(["pairs", rosterName()]);
  showEditor();
  changed();
}

function pane(name) {
  document.querySelector(".panes").dataset.pane = name;
  for (const button of document.querySelectorAll("button[data-pane]")) {
    button.setAttribute("aria-pressed", button.dataset.pane === name);
  }
}

async function share() {
  const address = await link();
  if (address === null) return say("This team is too large for a link: send the roster or the page instead.");
  history.replaceState(null, "", address);
  try {
    await navigator.clipboard.writeText(location.href);
    say("The link is copied. The team is in its last part, behind #, which browsers send to nobody.");
  } catch {
    say("The address of this page is the link now: copy it from there.");
  }
}

function listen() {
  listenToEditor();
  const tabs = [...document.querySelectorAll("[role=tab]")];
  for (const [at, tab] of tabs.entries()) {
    tab.addEventListener("click", () => view(tab.dataset.view));
    tab.addEventListener("keydown", ({ key }) => {
      const to = tabs[(at + { ArrowRight: 1, ArrowLeft: tabs.length - 1 }[key]) % tabs.length];
      if (to) to.focus(), to.click();
    });
  }
  for (const button of document.querySelectorAll("button[data-pane]")) {
    button.addEventListener("click", () => pane(button.dataset.pane));
  }
  element("share").addEventListener("click", share);
  element("check").addEventListener("click", () => {
    state.values.any = joined(["check", rosterName()]);
    view("any");
  });
  element("stop").addEventListener("click", () => {
    stop();
    showState("stopped", false);
  });
  addEventListener("hashchange", open);
}

async function open() {
  const isShared = await fromLink(location.hash);
  showEditor();
  if (isShared) pane("answer");
  show();
}

element("home").placeholder = homeZone();
listen();
open();
