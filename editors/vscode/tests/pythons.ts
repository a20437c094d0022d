import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { after } from "node:test";

/** The Python in which reslint and its server are installed. */
export const PYTHON = resolve(process.env["RESLINT_PYTHON"] ?? "../../.venv/bin/python");

const NEEDED_BY_EDITORS_ONLY = /^(pygls|lsprotocol)/;

/** A folder for one test file, gone when its tests are done; its name is one that quoting has to survive. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "reslint ü ")));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Make a virtual environment in `folder` and give its interpreter. */
export function makeVenv(folder: string, holds: "nothing" | "reslint" | "reslint[server]"): string {
  execFileSync(PYTHON, ["-m", "venv", "--without-pip", folder]);
  const interpreter = join(folder, "bin", "python");
  if (holds !== "nothing") {
    const [reslint, packages] = ask(PYTHON, "import reslint, click; print(reslint.__path__[0], click.__path__[0], sep='\\n')")
      .split("\n")
      .map((path) => dirname(path));
    const all = holds === "reslint[server]" ? packages : withoutServer(String(packages), join(folder, "packages"));
    const site = ask(interpreter, "import sysconfig; print(sysconfig.get_path('purelib'))");
    writeFileSync(join(site, "reslint.pth"), `${reslint}\n${all}\n`);
  }
  return interpreter;
}

/** Make a program that runs `lines` of shell. */
export function makeScript(file: string, ...lines: string[]): string {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, ["#!/bin/sh", ...lines, ""].join("\n"));
  chmodSync(file, 0o755);
  return file;
}

function withoutServer(packages: string, folder: string): string {
  mkdirSync(folder);
  const kept = readdirSync(packages).filter((name) => !NEEDED_BY_EDITORS_ONLY.test(name));
  for (const name of kept) symlinkSync(join(packages, name), join(folder, name));
  return folder;
}

function ask(interpreter: string, program: string): string {
  return execFileSync(interpreter, ["-c", program], { encoding: "utf8" }).trim();
}
