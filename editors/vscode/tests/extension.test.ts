import assert from "node:assert/strict";
import { mkdtempSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterEach, test } from "node:test";
import { URI } from "vscode-uri";
import { CURRENT, Desk, OUTDATED, Watched } from "./desk";
import { Position, type MarkdownString } from "./editor/values";
import { makeVenv, temporaryFolder } from "./pythons";

const root = temporaryFolder();
const open: Desk[] = [];

function desk(given: ConstructorParameters<typeof Desk>[1] = {}): Desk {
  const made = new Desk(mkdtempSync(join(root, "drafts ")), given);
  open.push(made);
  return made;
}

async function ready(given: Parameters<typeof desk>[0] = {}): Promise<Desk> {
  const made = desk(given);
  await made.editor.activate();
  return made;
}

afterEach(async () => {
  for (const { editor } of open.splice(0)) await editor.close();
});

test("an outdated citation is underlined, where it stands and with the page of its rule", async () => {
  const made = await ready();
  const draft = made.open("draft.txt", OUTDATED);
  await made.underlined(draft, "STA001");
  const [problem] = made.editor.problems(draft.uri);
  assert.equal(problem?.source, "reslint");
  assert.equal(draft.getText(problem?.range), "Rev. Dubai, 2018");
  assert.match(String(problem?.message), /in force is \(Rev\. Bucharest, 2022\)/);
  assert.match(String((problem?.code as { target: unknown }).target), /sta001|outdated-edition/i);
  assert.deepEqual(made.editor.messages, []);
});

test("the columns are right behind an emoji and Arabic, in Markdown too", async () => {
  const made = await ready();
  const draft = made.open("draft.md", `*😀 قرار* ${OUTDATED}`);
  await made.underlined(draft, "STA001");
  assert.equal(draft.getText(made.editor.problems(draft.uri)[0]?.range), "Rev. Dubai, 2018");
});

test("what is typed is judged: the underline goes and comes", async () => {
  const made = await ready();
  const draft = made.open("draft.txt", OUTDATED);
  await made.underlined(draft, "STA001");
  made.editor.type(draft, "Bucharest, 2022", 0, 20, 31);
  assert.equal(draft.getText(), CURRENT);
  await made.underlined(draft);
  made.editor.type(draft, "Buchrest", 0, 20, 29);
  await made.underlined(draft, "SPL001");
});

test("a draft that was never saved is judged; a file in another language is not", async () => {
  const made = await ready();
  const program = made.open("program.json", OUTDATED, "json");
  const unsaved = made.editor.open(URI.parse("untitled:Untitled-1"), "plaintext", OUTDATED);
  await made.editor.until(() => made.editor.problems(unsaved.uri).length > 0, "a problem in the unsaved draft");
  assert.deepEqual(made.codes(program), []);
});

test("the quick fix replaces the edition", async () => {
  const made = await ready();
  const draft = made.open("draft.txt", OUTDATED);
  await made.underlined(draft, "STA001");
  const [problem] = made.editor.problems(draft.uri);
  assert(problem);
  const fixes = await made.editor.quickFixes(draft, problem);
  const fix = fixes.find(({ title }) => title === "Rev. Bucharest, 2022");
  assert(fix, fixes.map(({ title }) => title).join("; "));
  assert.equal(fix.kind?.value, "quickfix");
  const edits = fix.edit?.edits.get(draft.uri.toString()) ?? [];
  for (const { newText, range } of [...edits].reverse()) {
    made.editor.type(draft, newText, range.start.line, range.start.character, range.end.character);
  }
  assert.equal(draft.getText(), CURRENT);
  await made.underlined(draft);
});

test("a citation tells its editions when the mouse is over it", async () => {
  const made = await ready();
  const draft = made.open("draft.txt", OUTDATED);
  await made.underlined(draft, "STA001");
  const hover = await made.editor.hover(draft, new Position(0, 5));
  const text = (hover?.contents[0] as MarkdownString).value;
  assert.match(text, /Bucharest, 2022/);
  assert.match(text, /Dubai, 2018/);
});

test("rules of a folder are run only where the workspace is trusted", async () => {
  const rule = `from reslint import Mistake, Rule, Severity


class Blue(Rule):
    """A colour."""

    code = "OWN001"
    name = "blue-word"
    severity = Severity.INFO

    def check(self, page):
        yield Mistake(0, 4, "a colour is named")
`;
  for (const trusted of [true, false]) {
    const made = desk({ trusted });
    for (const folder of ["", "below/"]) {
      made.write(`${folder}rules/own001.py`, rule);
      made.write(`${folder}reslint.toml`, 'as-of = "2024-10-15"\nrules-dir = ["rules"]\n');
    }
    await made.editor.activate();
    for (const name of ["draft.txt", "below/draft.txt"]) {
      await made.underlined(made.open(name, OUTDATED), ...(trusted ? ["OWN001", "STA001"] : ["STA001"]));
    }
  }
});

test("short titles are shown only while reslint.inlayHints is on", async () => {
  const made = await ready();
  const draft = made.open("draft.txt", CURRENT);
  const hints = async (): Promise<number> => (await made.editor.inlayHints(draft)).length;
  const shown = async (number: number): Promise<void> => {
    for (const limit = Date.now() + 120_000; (await hints()) !== number; ) assert(Date.now() < limit, `${number} hints did not come`);
  };
  assert.equal(await hints(), 0);
  made.editor.set("reslint.inlayHints", true);
  await shown(1);
  made.editor.set("reslint.inlayHints", false);
  await shown(0);
});

test("short titles are there from the start if they are wanted", async () => {
  const made = await ready({ settings: { "reslint.inlayHints": true } });
  assert.equal((await made.editor.inlayHints(made.open("draft.txt", CURRENT))).length, 1);
});

test("the server is restarted by a command, and what is open is judged anew", async () => {
  const watched = new Watched(mkdtempSync(join(root, "watched ")));
  const made = await ready({ settings: { "reslint.path": watched.program } });
  const draft = made.open("draft.txt", OUTDATED);
  await made.underlined(draft, "STA001");
  const [first] = watched.alive;
  await made.editor.command("reslint.restartServer");
  await made.underlined(draft, "STA001");
  await made.editor.until(() => watched.alive.length === 1, "one server");
  assert.notEqual(watched.alive[0], first);
});

test("a server that dies comes back by itself", async () => {
  const watched = new Watched(mkdtempSync(join(root, "watched ")));
  const made = await ready({ settings: { "reslint.path": watched.program } });
  const draft = made.open("draft.txt", OUTDATED);
  await made.underlined(draft, "STA001");
  const [first] = watched.alive;
  assert(first !== undefined);
  process.kill(first, "SIGKILL");
  await made.editor.until(() => watched.alive.some((server) => server !== first), "another server");
  made.editor.type(draft, "Bucharest, 2022", 0, 20, 31);
  await made.underlined(draft);
  assert.deepEqual(made.editor.messages, []);
});

test("a changed reslint.interpreter is run at once", async () => {
  const workspace = mkdtempSync(join(root, "other "));
  const other = makeVenv(join(workspace, "venv"), "reslint[server]");
  const made = await ready();
  const draft = made.open("draft.txt", OUTDATED);
  await made.underlined(draft, "STA001");
  made.editor.set("reslint.interpreter", other);
  await made.editor.until(() => made.editor.output.some((line) => line.includes(`${other} (the setting`)), "the other Python");
  await made.underlined(draft, "STA001");
});

test("another interpreter chosen in the Python extension is run at once", async () => {
  const workspace = mkdtempSync(join(root, "chosen "));
  const interpreters = ["first", "second"].map((name) => makeVenv(join(workspace, name), "reslint[server]"));
  const made = await ready({ settings: { "reslint.interpreter": "" }, interpreter: String(interpreters[0]) });
  const ran = (interpreter: unknown): boolean => made.editor.output.some((line) => line.includes(`${interpreter} (the interpreter`));
  assert(ran(interpreters[0]));
  made.editor.interpreter = interpreters[1];
  made.editor.interpreterChosen.fire();
  await made.editor.until(() => ran(interpreters[1]), "the second interpreter");
  const draft = made.open("draft.txt", OUTDATED);
  await made.underlined(draft, "STA001");
});

test("modules of the user's folder are not run in place of Python's own", async () => {
  const made = desk();
  made.write("json.py", "raise SystemExit('the draft of a module was run')\n");
  made.write("reslint/__init__.py", "raise SystemExit('the draft of a package was run')\n");
  await made.editor.activate();
  await made.underlined(made.open("draft.txt", OUTDATED), "STA001");
});

test("a folder is checked: its findings are problems, the report opens, the numbers are told", async () => {
  const made = await ready();
  const outdated = made.write("contributions/C12.txt", OUTDATED);
  const current = made.write("contributions/C13.txt", CURRENT);
  await made.editor.command("reslint.checkFolderOfWorkspace", URI.file(join(made.folder, "contributions")));
  assert.deepEqual(made.editor.progress, ["reslint checks contributions"]);
  await made.underlined({ uri: outdated }, "STA001");
  assert.deepEqual(made.codes({ uri: current }), []);
  await made.editor.until(() => made.editor.opened.length > 0, "the report");
  assert.match(readFileSync(URI.parse(String(made.editor.opened[0])).fsPath, "utf8"), /C12\.txt/);
  assert.deepEqual(made.editor.messages.map(({ text }) => text), ["reslint: 1 finding in 2 files"]);
});

test("without a click on a folder, that of the workspace is checked", async () => {
  const made = await ready();
  const { uri } = { uri: made.write("C12.txt", OUTDATED) };
  await made.editor.command("reslint.checkFolderOfWorkspace");
  await made.underlined({ uri }, "STA001");
});

test("without a workspace, the folder is asked for; asked for in vain, nothing is done", async () => {
  const made = await ready({ folders: [] });
  await made.editor.command("reslint.checkFolderOfWorkspace");
  assert.deepEqual(made.editor.progress, []);
  const uri = made.write("C12.txt", OUTDATED);
  made.editor.picked = URI.file(made.folder);
  await made.editor.command("reslint.checkFolderOfWorkspace");
  await made.underlined({ uri }, "STA001");
});

test("a Word file is checked: a problem stands on the line of its paragraph", async () => {
  const made = await ready();
  const uri = made.write("contribution.docx", readFileSync(resolve("../../examples/contribution.docx")));
  made.editor.picked = uri;
  await made.editor.command("reslint.checkWordFile");
  await made.editor.until(() => made.codes({ uri }).includes("SPL001"), "the misspelt place");
  const misspelt = made.editor.problems(uri).find(({ message }) => message.includes("Buchrest"));
  assert.equal(misspelt?.range.start.line, 5);
  assert.equal(made.editor.opened.length, 1);
});

test("a file that is no Word file is told in a sentence", async () => {
  const made = await ready();
  await made.editor.command("reslint.checkWordFile", made.write("broken.docx", "this is no Word file"));
  await made.editor.until(() => made.editor.messages.length > 0, "a message");
  const [message] = made.editor.messages;
  assert.equal(message?.kind, "warning");
  assert.match(String(message?.text), /^reslint: no findings in 1 file; .*broken\.docx: this is no Word file/);
  assert.doesNotMatch(String(message?.text), /Traceback|\n\s+at /);
});

test("a check that is cancelled says nothing", async () => {
  const made = await ready();
  made.write("C12.txt", OUTDATED);
  made.editor.impatient = true;
  await made.editor.command("reslint.checkFolderOfWorkspace");
  assert.deepEqual(made.editor.messages, []);
});

test("the end of the editor is the end of the server", async () => {
  const watched = new Watched(mkdtempSync(join(root, "watched ")));
  const made = await ready({ settings: { "reslint.path": watched.program } });
  const draft = made.open("draft.txt", OUTDATED);
  await made.underlined(draft, "STA001");
  await made.editor.close();
  await made.editor.until(() => watched.alive.length === 0, "the end of the server");
  assert.deepEqual(made.codes(draft), []);
  assert.deepEqual([...made.editor.commands.keys()], []);
});

test("the commands of the manifest are those that are there, beside the server's own", async () => {
  const { contributes } = JSON.parse(readFileSync("package.json", "utf8")) as { contributes: { commands: { command: string }[] } };
  const promised = contributes.commands.map(({ command }) => command);
  const made = await ready();
  const registered = [...made.editor.commands.keys()].sort();
  assert.deepEqual(registered, [...promised, "reslint.checkFile", "reslint.checkFolder"].sort());
});
