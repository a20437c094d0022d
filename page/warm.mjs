// Judges drafts in the runtime that the page has, and writes what reslint keeps of that for the next run, and the memory
// of an interpreter that has done it.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { deskIn, put, unbundled } from "./parts/bundle.js";

const [loader, library, program, kept, memory] = process.argv.splice(1).slice(1);
// Lark orders its states by where they lie in memory: nothing that differs from build to build may get in there.
process.argv.push("page");
Date.now = () => 0;
performance.now = () => 0;
const { loadPyodide } = await import(pathToFileURL(loader));
const env = { PYTHONHASHSEED: "0", PYTHONDONTWRITEBYTECODE: "1" };

async function started(files) {
  const python = await loadPyodide({ stdLibURL: library, env, _makeSnapshot: true });
  put(python.FS, files);
  deskIn(python).warm();
  return python;
}

function bytesOf(path) {
  const { buffer, byteOffset, byteLength } = readFileSync(path);
  return buffer.slice(byteOffset, byteOffset + byteLength);
}

try {
  const files = unbundled(bytesOf(program));
  const first = await started(files);
  const names = first.FS.readdir("/cache").filter((name) => !name.startsWith("."));
  const made = names.map((name) => [`/cache/${name}`, first.FS.readFile(`/cache/${name}`)]);
  for (const [path, bytes] of made) writeFileSync(`${kept}/${path.slice("/cache/".length)}`, bytes);
  const python = await started([...files, ...made]);
  deskIn(python).rest();
  writeFileSync(memory, python.makeMemorySnapshot());
} catch (error) {
  console.error(error.message.trim());
  process.exit(1);
}
