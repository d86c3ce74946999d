// The engine: the program, asked by the words of its command line. One question at a time.

const encoder = new TextEncoder();
const decoder = new TextDecoder();

function fromBase64(text) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

function toBase64(octets) {
  if (octets.toBase64) return octets.toBase64();
  let text = "";
  for (let at = 0; at < octets.length; at += 32768) text += String.fromCharCode(...octets.subarray(at, at + 32768));
  return btoa(text);
}

// Octets through one of the browser's streams: compressed, or back.
function through(octets, stream) {
  return new Response(new Blob([octets]).stream().pipeThrough(stream));
}

function element(id) {
  return document.getElementById(id);
}

// Compiled once; workers get it as it is.
const compiled = (async () => {
  const packed = fromBase64(element("engine").textContent);
  element("engine").remove();
  return WebAssembly.compile(await through(packed, new DecompressionStream("gzip")).arrayBuffer());
})();
const workerAddress = URL.createObjectURL(new Blob([element("worker").textContent], { type: "text/javascript" }));

let worker = null;
let running = null;
const waiting = [];

// Resolves to { code, out, err, millis }; to null where a newer question of the same name, or `stop`, took its place.
function ask(name, words, files) {
  const same = waiting.findIndex((question) => question.name === name);
  if (same >= 0) waiting.splice(same, 1)[0].resolve(null);
  return new Promise((resolve) => {
    waiting.push({ name, resolve, request: request(words, files) });
    next();
  });
}

async function next() {
  if (running || waiting.length === 0) return;
  const question = (running = waiting.shift());
  const message = { request: question.request };
  if (!worker) {
    try {
      message.module = await compiled;
    } catch (error) {
      return done({ failed: `the engine does not start: ${error}` });
    }
    // Stopped meanwhile.
    if (running !== question) return;
    worker = new Worker(workerAddress);
    worker.onmessage = ({ data }) => done(data);
    worker.onerror = ({ message }) => done({ failed: message });
  }
  worker.postMessage(message, [message.request.buffer]);
}

function done(data) {
  const question = running;
  running = null;
  if (data.failed) {
    // Nothing of a broken engine is kept; the next question gets a new one.
    end();
    const err = `tzplan: this page could not answer (${data.failed}); please report it with the roster's kind and size\n`;
    question?.resolve({ code: 2, out: new Uint8Array(), err, millis: 0 });
  } else {
    question?.resolve({ ...answer(data.octets), millis: data.millis });
  }
  next();
}

function end() {
  worker?.terminate();
  worker = null;
}

function stop() {
  const question = running;
  running = null;
  end();
  question?.resolve(null);
  next();
}

function homeZone() {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
}

// A letter for the kind, the length in four octets, the lowest first, and so many octets.
function request(words, files) {
  const parts = [["m", String(Date.now())]];
  parts.push(["v", `TZ=${homeZone()}`], ["v", `COLUMNS=${columns()}`]);
  for (const [name, octets] of files) parts.push(["f", name], ["c", octets]);
  for (const word of words) parts.push(["w", word]);
  const ready = parts.map(([letter, part]) => [letter, typeof part === "string" ? encoder.encode(part) : part]);
  const whole = new Uint8Array(ready.reduce((sum, [, part]) => sum + 5 + part.length, 0));
  let at = 0;
  for (const [letter, part] of ready) {
    whole[at] = letter.charCodeAt(0);
    new DataView(whole.buffer).setUint32(at + 1, part.length, true);
    whole.set(part, at + 5);
    at += 5 + part.length;
  }
  return whole;
}

function answer(octets) {
  const parts = {};
  for (let at = 0; at < octets.length; ) {
    const length = new DataView(octets.buffer).getUint32(at + 1, true);
    parts[String.fromCharCode(octets[at])] = octets.subarray(at + 5, at + 5 + length);
    at += 5 + length;
  }
  return { code: Number(decoder.decode(parts.x)), out: parts.o, err: decoder.decode(parts.e) };
}
