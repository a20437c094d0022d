import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import type { Program } from "./program";

/** What became of trying a program; `reason` is the end of a sentence that begins with the program. */
export type Trial = { readonly program: Program } & (
  | { readonly outcome: "serves"; readonly version: string }
  | { readonly outcome: "cannot serve"; readonly version: string; readonly reason: string }
  | { readonly outcome: "no reslint" | "cannot run"; readonly reason: string }
);

interface Ran {
  /** The exit status, or why there is none: "ENOENT", "EACCES", "timeout". */
  readonly status: number | string;
  readonly out: string;
  readonly err: string;
}

const PATIENCE = 30_000;

export const LACKS_SERVER = "lacks its part for editors";

/** Find out whether `program` can serve an editor, by letting it serve nobody: its input ends at once. */
export async function tryOut(program: Program): Promise<Trial> {
  const asked = await run(program, "--version");
  const version = /^reslint (\d\S*)\s*$/.exec(asked.out)?.[1];
  if (asked.status !== 0 || version === undefined) return { program, ...withoutVersion(program, asked) };
  const served = await run(program, "server");
  if (served.status !== 2) return { program, outcome: "serves", version };
  return { program, outcome: "cannot serve", version, reason: `reslint ${version} ${refusal(served.err)}` };
}

function refusal(said: string): string {
  if (said.includes("pygls is not installed")) return LACKS_SERVER;
  return `says “${said.trim().split("\n").at(-1)}”`;
}

function withoutVersion(program: Program, ran: Ran): { outcome: "no reslint" | "cannot run"; reason: string } {
  if (!/[/\\]/.test(program.command)) return { outcome: "cannot run", reason: "PATH has no such program" };
  if (!existsSync(program.command)) return { outcome: "cannot run", reason: "there is no such file" };
  if (ran.status === "timeout") return { outcome: "cannot run", reason: "it does not answer" };
  if (typeof ran.status === "string") return { outcome: "cannot run", reason: `it cannot be run (${ran.status})` };
  if (program.interpreter === undefined) return { outcome: "cannot run", reason: "it is not reslint" };
  if (/No module named '?reslint/.test(ran.err)) return { outcome: "no reslint", reason: "reslint is not installed there" };
  // `-P` came with Python 3.11, the oldest that reslint works with.
  if (/unknown option:? -?P/i.test(ran.err)) return { outcome: "cannot run", reason: "it is older than Python 3.11" };
  return { outcome: "cannot run", reason: "reslint does not run there" };
}

function run(program: Program, argument: string): Promise<Ran> {
  return new Promise((answer) => {
    try {
      const child = execFile(program.command, [...program.args, argument], { timeout: PATIENCE, windowsHide: true }, (error, out, err) => {
        const status = error === null ? 0 : error.killed === true ? "timeout" : (error.code ?? "killed");
        answer({ status, out, err });
      });
      // A program that never reads its input may be gone before the input ends.
      child.stdin?.on("error", () => undefined);
      child.stdin?.end();
    } catch (error) {
      answer({ status: (error as NodeJS.ErrnoException).code ?? "failed", out: "", err: "" });
    }
  });
}
