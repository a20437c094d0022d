// The worker: starts Python and calls the desk. What the runtime asks for is answered from what the page holds.
import { decoded } from "./base64.js";
import { deskIn, put, unbundled } from "./bundle.js";

const FILES = { "pyodide.asm.wasm": ["wasm", "application/wasm"], "python_stdlib.zip": ["library", "application/zip"] };
const NOWHERE = "https://reslint.invalid/";
let parts = null;
let python = null;
let desk = null;

// A part that is packed, and in Base64 where it stood in the page, is unpacked as it is read.
async function unpacked(name) {
  const part = parts[name];
  const bytes = part.type === "text/plain" ? new Blob([decoded(await part.text())]) : part;
  return bytes.stream().pipeThrough(new DecompressionStream("gzip"));
}

async function whole(name) {
  return new Response(await unpacked(name)).arrayBuffer();
}

async function start() {
  self.fetch = async (asked) => {
    const [name, type] = FILES[String(asked.url ?? asked).slice(NOWHERE.length)] ?? [];
    if (!name) throw new TypeError("nothing is fetched here");
    return new Response(await unpacked(name), { headers: { "Content-Type": type } });
  };
  const program = whole("program");
  python = await loadPyodide({
    indexURL: NOWHERE,
    createPyodideModule: _createPyodideModule,
    lockFileContents: { info: ABOUT, packages: {} },
    env: { PYTHONDONTWRITEBYTECODE: "1" },
    ...(parts.memory && { _loadSnapshot: whole("memory") }),
  });
  put(python.FS, unbundled(await program));
  desk = deskIn(python);
  return desk.begin();
}

function take(path, buffer) {
  const held = python.toPy(new Uint8Array(buffer));
  try {
    desk.put(path, held);
  } finally {
    held.destroy();
  }
}

// What is written goes to the page as bytes, and is gone here.
function made(what, given) {
  const written = JSON.parse(desk[what](...given));
  if (python.FS.analyzePath(written.path).exists) {
    written.bytes = python.FS.readFile(written.path);
    python.FS.unlink(written.path);
  }
  return written;
}

async function answer(what, given, number) {
  if (what === "begin") return start();
  if (what === "judge") return desk.judge(...given, (part) => postMessage({ number, part }));
  if (what === "put") return take(...given);
  return ["copied", "report", "everything"].includes(what) ? made(what, given) : desk[what](...given);
}

let before = Promise.resolve();
self.onmessage = ({ data: { number, what, given, parts: brought } }) => {
  if (brought) {
    parts = brought;
    return;
  }
  before = before.then(async () => {
    try {
      postMessage({ number, answer: await answer(what, given, number) });
      if (what === "begin") desk.prepare();
    } catch (error) {
      postMessage({ number, broken: String(error.message ?? error).trim().split("\n").at(-1) });
    }
  });
};
