import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { before, test } from "node:test";
import { find, wasFound, type Found, type Places } from "../src/finding";
import { advise } from "../src/missing";
import { fileOf } from "../src/program";
import type { Trial } from "../src/trial";
import { version } from "../package.json";
import { makeScript, makeVenv, PYTHON, temporaryFolder } from "./pythons";

const WHEEL = `reslint-${version}-py3-none-any.whl`;
const folder = temporaryFolder();
const bare = join(folder, "bare");
const lacking = join(folder, "lacking");
const ready = join(folder, "ready");
const python = (workspace: string): string => join(workspace, ".venv", "bin", "python");

before(() => {
  makeVenv(join(bare, ".venv"), "nothing");
  makeVenv(join(lacking, ".venv"), "reslint");
  makeVenv(join(ready, ".venv"), "reslint[server]");
});

function places(given: Partial<Places> & { onPath?: string[] }): Places {
  const environment = { PATH: (given.onPath ?? []).join(":") };
  return { path: "", interpreter: "", folders: [], environment, chosenInterpreter: async () => undefined, ...given };
}

async function found(given: Parameters<typeof places>[0]): Promise<Found> {
  const result = await find(places(given));
  assert(wasFound(result), JSON.stringify(result));
  return result;
}

async function missed(given: Parameters<typeof places>[0]): Promise<readonly Trial[]> {
  const result = await find(places(given));
  assert(!wasFound(result), JSON.stringify(result));
  return result;
}

/** A folder for PATH in which `name` runs the Python of a workspace. */
function pathWith(name: string, workspace: string, ...before: string[]): string {
  const place = join(folder, `path ${name} ${before.join(" ")}`);
  makeScript(join(place, name), `exec '${python(workspace)}' ${before.join(" ")} "$@"`);
  return place;
}

test("nothing is set: .venv of the workspace serves", async () => {
  const { program, version } = await found({ folders: [ready] });
  assert.deepEqual([program.command, program.from], [python(ready), ".venv of the folder ready"]);
  assert.match(version, /^\d+\.\d+\.\d+/);
});

test("the second folder of a workspace is asked when the first has no reslint", async () => {
  assert.equal((await found({ folders: [bare, ready] })).program.command, python(ready));
});

test("the interpreter of the Python extension comes before .venv", async () => {
  const { program } = await found({ folders: [ready], chosenInterpreter: async () => PYTHON });
  assert.deepEqual([program.command, program.from], [PYTHON, "the interpreter of the Python extension"]);
});

test("where the chosen interpreter has no reslint, the search goes on", async () => {
  const { program } = await found({ folders: [ready], chosenInterpreter: async () => python(bare) });
  assert.equal(program.command, python(ready));
});

test("a .venv that lacks the part for editors is passed over for a reslint on PATH that has it", async () => {
  const onPath = [pathWith("reslint", ready, "-m", "reslint")];
  const { program } = await found({ folders: [lacking], onPath });
  assert.equal(program.from, "reslint on PATH");
  assert.deepEqual(program.args, []);
});

for (const name of ["python3", "python", "py"]) {
  test(`${name} on PATH is the last resort`, async () => {
    const { program } = await found({ folders: [bare], onPath: [pathWith(name, ready)] });
    assert.equal(program.from, `${name} on PATH`);
    assert.deepEqual(program.args, ["-P", "-m", "reslint"]);
  });
}

test("python3 on PATH comes before python and py, and reslint before them all", async () => {
  const pythons = ["py", "python", "python3"].map((name) => pathWith(name, ready));
  assert.equal((await found({ onPath: pythons })).program.from, "python3 on PATH");
  const all = [...pythons, pathWith("reslint", ready, "-m", "reslint")];
  assert.equal((await found({ onPath: all })).program.from, "reslint on PATH");
});

test("the setting reslint.path comes before everything, and the Python extension is not even asked", async () => {
  const path = join(pathWith("reslint", ready, "-m", "reslint"), "reslint");
  const chosenInterpreter = (): Promise<string> => assert.fail("the Python extension was asked");
  const { program } = await found({ path, interpreter: PYTHON, folders: [ready], chosenInterpreter });
  assert.deepEqual([program.command, program.from], [path, "the setting reslint.path"]);
});

test("the setting reslint.interpreter comes before the Python extension", async () => {
  const { program } = await found({ interpreter: python(ready), chosenInterpreter: async () => PYTHON });
  assert.deepEqual([program.command, program.from], [python(ready), "the setting reslint.interpreter"]);
});

test("a setting that is wrong is told, and nothing else takes its place", async () => {
  const trials = await missed({ path: "/nowhere/reslint", folders: [ready] });
  assert.equal(trials.length, 1);
  assert.equal(
    advise(trials).text,
    "the setting reslint.path names /nowhere/reslint, but there is no such file; correct the setting",
  );
});

test("a program that is not reslint is not taken for it", async () => {
  const { text } = advise(await missed({ path: "/bin/echo" }));
  assert.equal(text, "the setting reslint.path names /bin/echo, but it is not reslint; correct the setting");
});

test("a folder is not a program", async () => {
  const { text } = advise(await missed({ interpreter: folder }));
  assert.equal(text, `the setting reslint.interpreter names ${folder}, but it cannot be run (EACCES); correct the setting`);
});

test("a name that PATH does not have", async () => {
  const { text } = advise(await missed({ path: "reslint" }));
  assert.equal(text, "the setting reslint.path names reslint, but PATH has no such program; correct the setting");
});

test("an interpreter that is set and has no reslint: the command installs it there", async () => {
  const { text, command } = advise(await missed({ interpreter: python(bare), folders: [ready] }));
  assert.equal(command, `'${python(bare)}' -m pip install '${WHEEL}[server]'`);
  assert.equal(
    text,
    `the setting reslint.interpreter names ${python(bare)}, but reslint is not installed there; ` +
      `in the folder of ${WHEEL} run ${command}, then “reslint: Restart server”`,
  );
});

test("reslint without its part for editors: the command adds it where reslint is", async () => {
  const { text, command } = advise(await missed({ folders: [bare, lacking] }));
  assert.equal(command, `'${python(lacking)}' -m pip install 'pygls>=2,<3'`);
  assert.match(text, /^reslint cannot help here yet: reslint [\d.]+ lacks its part for editors \(/);
});

test("a Python without reslint: the command installs it there", async () => {
  const { text, command } = advise(await missed({ folders: [bare] }));
  assert.equal(text, `reslint is not installed; in the folder of ${WHEEL} run ${command}, then “reslint: Restart server”`);
});

test("no Python at all", async () => {
  const { text, command } = advise(await missed({ onPath: [] }));
  assert.equal(command, `pip install '${WHEEL}[server]'`);
  assert.equal(
    text,
    "reslint is not installed, and no Python 3.11 or newer was found; " +
      `install Python, in the folder of ${WHEEL} run pip install '${WHEEL}[server]', then “reslint: Restart server”`,
  );
});

test("a Python older than 3.11 is named as such, and nothing is installed into it", async () => {
  // What Python 3.10 and before answer to -P.
  const old = makeScript(join(folder, "old", "python3"), "echo 'Unknown option: -P' >&2", "exit 2");
  const trials = await missed({ onPath: [join(folder, "old")] });
  assert.deepEqual(trials.map((trial) => trial.outcome !== "serves" && trial.reason), ["it is older than Python 3.11"]);
  assert.equal(trials[0]?.program.command, old);
  assert.equal(advise(trials).command, `pip install '${WHEEL}[server]'`);
});

test("a reslint that refuses to serve for another reason: the reason is told", async () => {
  const says = `[ "$1" = --version ] && echo reslint 0.0.1 || { echo "error: reslint: unknown command 'server'" >&2; exit 2; }`;
  const path = makeScript(join(folder, "before", "reslint"), says);
  const { text } = advise(await missed({ path }));
  assert.match(text, /but reslint 0\.0\.1 says “error: reslint: unknown command 'server'”; in the folder of reslint-.*\.whl run pip install/);
});

test("the same interpreter is tried once", async () => {
  const trials = await missed({ folders: [bare], chosenInterpreter: async () => python(bare) });
  assert.equal(trials.length, 1);
});

test("a path in a setting may be relative, of the home folder or of the workspace", () => {
  mkdirSync(join(folder, "programs"));
  const tool = makeScript(join(folder, "programs", "tool"), "true");
  const environment = { PATH: `relative/folder:${join(folder, "programs")}` };
  assert.equal(fileOf(".venv/bin/python", "/drafts", environment), "/drafts/.venv/bin/python");
  assert.equal(fileOf("${workspaceFolder}/.venv/bin/python", "/drafts", environment), "/drafts/.venv/bin/python");
  assert.equal(fileOf("~/bin/reslint", "/drafts", environment), join(homedir(), "bin/reslint"));
  assert.equal(fileOf("tool", "/drafts", environment), tool);
  assert.equal(fileOf("/opt/reslint", undefined, environment), "/opt/reslint");
});
