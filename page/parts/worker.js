// The worker: starts Python and calls the desk. What the runtime asks for is answered from what the page holds.
const FILES = { "pyodide.asm.wasm": "wasm", "python_stdlib.zip": "library" };
const NOWHERE = "https://reslint.invalid/";
const parts = {};
let desk = null;

async function unpacked(packed) {
  const bytes = typeof packed === "string" ? decoded(packed) : packed;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}

function decoded(text) {
  return Uint8Array.fromBase64 ? Uint8Array.fromBase64(text) : Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
}

async function start() {
  const program = unpacked(parts.program);
  self.fetch = async (asked) => {
    const name = String(asked.url ?? asked).slice(NOWHERE.length);
    if (!(name in FILES)) throw new TypeError("nothing is fetched here");
    const type = name.endsWith(".wasm") ? "application/wasm" : "application/zip";
    return new Response(await unpacked(parts[FILES[name]]), { headers: { "Content-Type": type } });
  };
  const python = await loadPyodide({
    indexURL: NOWHERE,
    createPyodideModule: _createPyodideModule,
    lockFileContents: { info: ABOUT, packages: {} },
    env: { PYTHONDONTWRITEBYTECODE: "1" },
    ...(parts.memory && { _loadSnapshot: unpacked(parts.memory) }),
  });
  for (const [path, text] of Object.entries(JSON.parse(new TextDecoder().decode(await program)))) {
    python.FS.mkdirTree(path.slice(0, path.lastIndexOf("/")));
    python.FS.writeFile(path, path.endsWith(".mo") ? decoded(text) : text);
  }
  if (!parts.memory) python.runPython(DESK, { filename: "desk.py" });
  desk = python;
  return call("begin");
}

function call(what, ...given) {
  const called = desk.globals.get(what);
  try {
    return called(...given);
  } finally {
    called.destroy();
  }
}

function put(path, bytes) {
  const held = desk.toPy(new Uint8Array(bytes));
  try {
    call("put", path, held);
  } finally {
    held.destroy();
  }
}

// What is written goes to the page as bytes, and is gone here.
function made(what, given) {
  const written = JSON.parse(call(what, ...given));
  if (desk.FS.analyzePath(written.path).exists) {
    written.bytes = desk.FS.readFile(written.path);
    desk.FS.unlink(written.path);
  }
  return written;
}

async function answer(what, given, number) {
  if (what === "begin") return start();
  if (what === "judge") return call("judge", ...given, (part) => postMessage({ number, part }));
  if (what === "put") return put(...given);
  return ["copy", "report", "everything"].includes(what) ? made(what, given) : call(what, ...given);
}

let before = Promise.resolve();
self.onmessage = ({ data: { number, what, given, name, part } }) => {
  if (name) {
    parts[name] = part;
    return;
  }
  before = before.then(async () => {
    try {
      postMessage({ number, answer: await answer(what, given, number) });
    } catch (error) {
      postMessage({ number, broken: String(error.message ?? error).trim().split("\n").at(-1) });
    }
  });
};
