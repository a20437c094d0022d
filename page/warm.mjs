// Judges one draft in the runtime that the page has, and writes what reslint keeps of that for the next run.
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [loader, library, program, desk, made] = process.argv.splice(1).slice(1);
// Lark orders its states by where they lie in memory: nothing that differs from build to build may get in there.
process.argv.push("page");
const { loadPyodide } = await import(pathToFileURL(loader));
const python = await loadPyodide({ stdLibURL: library, env: { PYTHONHASHSEED: "0", PYTHONDONTWRITEBYTECODE: "1" } });
for (const [path, text] of Object.entries(JSON.parse(readFileSync(program, "utf-8")))) {
  python.FS.mkdirTree(path.slice(0, path.lastIndexOf("/")));
  python.FS.writeFile(path, text);
}
python.runPython(readFileSync(desk, "utf-8"), { filename: "desk.py" });
try {
  writeFileSync(made, python.runPython("warm()"));
} catch (error) {
  console.error(error.message.trim());
  process.exit(1);
}
