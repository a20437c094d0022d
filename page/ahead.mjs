// Compiles a program and the standard library, which lie in a folder, with the runtime that the page has.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [loader, library, compiling, folder, inside] = process.argv.splice(1).slice(1);

try {
  const { loadPyodide } = await import(pathToFileURL(loader));
  const python = await loadPyodide({ stdLibURL: library, env: { PYTHONHASHSEED: "0", PYTHONDONTWRITEBYTECODE: "1" } });
  python.mountNodeFS("/program", `${folder}/program`);
  python.mountNodeFS("/made", `${folder}/made`);
  python.FS.writeFile("/library.zip", readFileSync(library));
  python.runPython(readFileSync(compiling, "utf-8"), { filename: "compiling.py" });
  python.globals.get("compile_folder")("/program", "/program/rules");
  python.globals.get("compile_library")("/library.zip", "/made/library.zip", inside);
} catch (error) {
  console.error(error.message.trim());
  process.exit(1);
}
