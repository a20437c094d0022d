import { accessSync, constants, statSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, isAbsolute, join, resolve } from "node:path";

/** A way to run reslint: `command` with `args` before reslint's own arguments. */
export interface Program {
  readonly command: string;
  readonly args: readonly string[];
  /** The Python that `command` is, or undefined where `command` is reslint itself. */
  readonly interpreter: string | undefined;
  /** Why this one is tried, for messages: "the setting reslint.path". */
  readonly from: string;
  /** Whether a setting names it, so that no other may take its place. */
  readonly set: boolean;
}

export function reslintItself(command: string, from: string, set = false): Program {
  return { command, args: [], interpreter: undefined, from, set };
}

/** `-P` keeps the modules of the current folder, which is the user's, from being run in place of Python's own. */
export function moduleOf(interpreter: string, from: string, set = false): Program {
  return { command: interpreter, args: ["-P", "-m", "reslint"], interpreter, from, set };
}

/** The file that a setting means; a bare name is looked up on PATH and stays as it is where PATH has none. */
export function fileOf(setting: string, folder: string | undefined, environment: NodeJS.ProcessEnv): string {
  const written = setting.replace("${workspaceFolder}", folder ?? "").replace(/^~(?=[/\\]|$)/, homedir());
  if (isAbsolute(written)) return written;
  if (/[/\\]/.test(written)) return folder === undefined ? written : resolve(folder, written);
  return onPath(written, environment) ?? written;
}

/** The file that a bare name runs. Only folders of PATH are searched: never the current one, as Windows would. */
export function onPath(name: string, environment: NodeJS.ProcessEnv): string | undefined {
  const names = process.platform === "win32" && !/\.(exe|com)$/i.test(name) ? [`${name}.exe`, `${name}.com`] : [name];
  const path = environment["PATH"] ?? environment["Path"] ?? "";
  return path
    .split(delimiter)
    .filter((folder) => isAbsolute(folder))
    .flatMap((folder) => names.map((one) => join(folder, one)))
    .find(isProgram);
}

export function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
