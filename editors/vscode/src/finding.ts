import { basename, join } from "node:path";
import { fileOf, isProgram, moduleOf, onPath, reslintItself, type Program } from "./program";
import { tryOut, type Trial } from "./trial";

/** Where reslint may be: settings ("" where unset), the folders of the workspace, and what else is known. */
export interface Places {
  readonly path: string;
  readonly interpreter: string;
  readonly folders: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  /** The interpreter chosen in the Python extension; asked only if it comes to that. */
  chosenInterpreter(): Promise<string | undefined>;
}

export interface Found {
  readonly program: Program;
  readonly version: string;
}

/** The first program that can serve an editor, or all that were tried in vain. What a setting names is the only one tried. */
export async function find(places: Places): Promise<Found | readonly Trial[]> {
  const trials: Trial[] = [];
  for await (const program of candidates(places)) {
    if (trials.some((trial) => trial.program.command === program.command)) continue;
    const trial = await tryOut(program);
    if (trial.outcome === "serves") return { program, version: trial.version };
    trials.push(trial);
  }
  return trials;
}

export function wasFound(result: Found | readonly Trial[]): result is Found {
  return "version" in result;
}

async function* candidates(places: Places): AsyncGenerator<Program> {
  const { path, interpreter, folders, environment } = places;
  if (path !== "") return yield reslintItself(fileOf(path, folders[0], environment), "the setting reslint.path", true);
  if (interpreter !== "")
    return yield moduleOf(fileOf(interpreter, folders[0], environment), "the setting reslint.interpreter", true);

  const chosen = await places.chosenInterpreter();
  if (chosen !== undefined) yield moduleOf(chosen, "the interpreter of the Python extension");
  for (const folder of folders) {
    const file = [join(folder, ".venv", "bin", "python"), join(folder, ".venv", "Scripts", "python.exe")].find(isProgram);
    if (file !== undefined) yield moduleOf(file, `.venv of the folder ${basename(folder)}`);
  }
  const installed = onPath("reslint", environment);
  if (installed !== undefined) yield reslintItself(installed, "reslint on PATH");
  for (const name of ["python3", "python", "py"]) {
    const file = onPath(name, environment);
    if (file !== undefined) yield moduleOf(file, `${name} on PATH`);
  }
}
