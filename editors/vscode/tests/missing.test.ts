import assert from "node:assert/strict";
import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Desk, OUTDATED } from "./desk";
import type { Message } from "./editor/editor";
import { makeScript, makeVenv, PYTHON, temporaryFolder } from "./pythons";

const root = temporaryFolder();

async function desk(settings: Record<string, string>): Promise<Desk> {
  const made = new Desk(mkdtempSync(join(root, "drafts ")), { settings });
  await made.editor.activate();
  return made;
}

function onlyMessage({ editor }: Desk): Message {
  assert.equal(editor.messages.length, 1, editor.messages.map(({ text }) => text).join("\n"));
  const [message] = editor.messages;
  assert(message);
  assert.doesNotMatch(message.text, /\n|Error:|Traceback/);
  return message;
}

test("where reslint is missing, a message says how to install it, and its buttons help", async () => {
  const interpreter = makeVenv(join(root, "bare"), "nothing");
  const made = await desk({ "reslint.interpreter": interpreter });
  const { text, kind, buttons, press } = onlyMessage(made);
  assert.equal(kind, "error");
  assert.match(text, /but reslint is not installed there; in the folder of reslint-.*\.whl run '.*bare\/bin\/python' -m pip install 'reslint-.*\.whl\[server\]', then/);
  assert.deepEqual(buttons, ["Copy the command", "Open settings"]);
  press("Copy the command");
  await made.editor.until(() => made.editor.clipboard !== "", "the command");
  assert(text.includes(`run ${made.editor.clipboard}, then`));
  assert.deepEqual(made.editor.executed, []);
  await made.editor.close();
});

test("the other button opens the settings of reslint", async () => {
  const made = await desk({ "reslint.path": "/nowhere/reslint" });
  onlyMessage(made).press("Open settings");
  await made.editor.until(() => made.editor.executed.length > 0, "the settings");
  assert.deepEqual(made.editor.executed, [["workbench.action.openSettings", "reslint."]]);
  assert.equal(made.editor.clipboard, "");
  await made.editor.close();
});

test("reslint that lacks its part for editors is told as such", async () => {
  const made = await desk({ "reslint.interpreter": makeVenv(join(root, "lacking"), "reslint") });
  assert.match(onlyMessage(made).text, /but reslint [\d.]+ lacks its part for editors; run /);
  await made.editor.close();
});

test("a command asks for reslint again, and says again what is wrong", async () => {
  const made = await desk({ "reslint.path": "/nowhere/reslint" });
  await made.editor.command("reslint.checkFolderOfWorkspace");
  assert.equal(made.editor.messages.length, 2);
  assert.deepEqual(made.editor.progress, []);
  await made.editor.close();
});

test("a setting that is put right starts the server", async () => {
  const made = await desk({ "reslint.interpreter": "/nowhere/python" });
  const draft = made.open("draft.txt", OUTDATED);
  assert.deepEqual(made.codes(draft), []);
  made.editor.set("reslint.interpreter", PYTHON);
  await made.underlined(draft, "STA001");
  onlyMessage(made);
  await made.editor.close();
});

test("a server that falls as soon as it is spoken to is told once, with the way to the output", async () => {
  const lines = [`[ "$1" = server ] || exec echo reslint 9.9.9`, `head -c 1 | grep -q . || exit 0`, "echo it fell >&2", "exit 1"];
  const path = makeScript(join(root, "falling", "reslint"), ...lines);
  const made = await desk({ "reslint.path": path });
  const { text, buttons, press } = onlyMessage(made);
  assert.equal(text, `reslint 9.9.9 does not start: ${path} (the setting reslint.path)`);
  assert.deepEqual(buttons, ["Show the output"]);
  press("Show the output");
  await made.editor.until(() => made.editor.output.includes("[shown]"), "the output");
  assert(made.editor.output.some((line) => line.includes("it fell")));
  await made.editor.close();
});
