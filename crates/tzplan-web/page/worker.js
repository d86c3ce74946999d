"use strict";
// Runs the engine beside the page, so that the page never waits for it.
let engine;

// What a library in the engine names and nobody calls. It reaches nothing.
function nothing(module) {
  const refused = () => {
    throw new Error("the engine may call nothing");
  };
  const imports = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) (imports[from] ??= {})[name] = refused;
  return imports;
}

onmessage = ({ data: { module, request } }) => {
  try {
    if (module) engine = new WebAssembly.Instance(module, nothing(module));
    const { memory, room, answer, answered } = engine.exports;
    const started = performance.now();
    const at = room(request.length) >>> 0;
    new Uint8Array(memory.buffer, at, request.length).set(request);
    const length = answer() >>> 0;
    const octets = new Uint8Array(memory.buffer, answered() >>> 0, length).slice();
    postMessage({ octets, millis: performance.now() - started }, [octets.buffer]);
  } catch (error) {
    postMessage({ failed: String(error) });
  }
};
