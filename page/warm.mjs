// Judges drafts in the runtime that the page has, and writes what reslint keeps of that for the next run, and the memory
// of an interpreter that has done it.
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [loader, library, program, desk, made, memory] = process.argv.splice(1).slice(1);
// Lark orders its states by where they lie in memory: nothing that differs from build to build may get in there.
process.argv.push("page");
Date.now = () => 0;
performance.now = () => 0;
const { loadPyodide } = await import(pathToFileURL(loader));
const env = { PYTHONHASHSEED: "0", PYTHONDONTWRITEBYTECODE: "1" };

async function started(files) {
  const python = await loadPyodide({ stdLibURL: library, env, _makeSnapshot: true });
  for (const [path, text] of Object.entries(files)) {
    python.FS.mkdirTree(path.slice(0, path.lastIndexOf("/")));
    python.FS.writeFile(path, path.endsWith(".mo") ? Buffer.from(text, "base64") : text);
  }
  python.runPython(readFileSync(desk, "utf-8"), { filename: "desk.py" });
  return python;
}

try {
  const files = JSON.parse(readFileSync(program, "utf-8"));
  const kept = (await started(files)).runPython("warm()");
  writeFileSync(made, kept);
  const python = await started({ ...files, ...JSON.parse(kept) });
  python.runPython("warm(); forget(); random.seed(0)");
  writeFileSync(memory, python.makeMemorySnapshot());
} catch (error) {
  console.error(error.message.trim());
  process.exit(1);
}
