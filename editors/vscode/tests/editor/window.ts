import type { URI } from "vscode-uri";
import type { Api } from "./api";
import type { Editor, Message } from "./editor";
import { CancellationTokenSource, Disposable, EventEmitter } from "./events";
import { LogLevel, TabInputText } from "./values";

export function makeWindow(editor: Editor, events: Api["events"]): object {
  const show = (kind: Message["kind"]) => (text: string, ...buttons: string[]) =>
    new Promise<string | undefined>((press) => {
      editor.messages.push({ kind, text, buttons, press });
    });
  return {
    get activeTextEditor() {
      const document = editor.documents.at(-1);
      return document && { document };
    },
    get visibleTextEditors() {
      return editor.documents.slice(-1).map((document) => ({ document }));
    },
    tabGroups: {
      get all() {
        return [{ tabs: editor.documents.map(({ uri }) => ({ input: new TabInputText(uri) })) }];
      },
      onDidChangeTabs: events.tabs.event,
    },
    onDidChangeActiveTextEditor: events.active.event,
    onDidChangeVisibleTextEditors: () => new Disposable(() => undefined),
    showErrorMessage: show("error"),
    showWarningMessage: show("warning"),
    showInformationMessage: show("information"),
    showOpenDialog: async () => editor.picked && [editor.picked],
    showWorkspaceFolderPick: async () => editor.picked && { uri: editor.picked, name: "", index: 0 },
    showTextDocument: async (uri: URI) => void editor.opened.push(uri.toString()),
    async withProgress(options: { title: string }, task: (progress: object, token: object) => unknown) {
      editor.progress.push(options.title);
      const source = new CancellationTokenSource();
      const running = task({ report: () => undefined }, source.token);
      if (editor.impatient) source.cancel();
      return running;
    },
    createOutputChannel: () => makeOutput(editor),
  };
}

function makeOutput(editor: Editor): object {
  const write = (level: string) => (line: string) => void editor.output.push(`[${level}] ${line}`);
  return {
    logLevel: LogLevel.Info,
    onDidChangeLogLevel: new EventEmitter<number>().event,
    appendLine: write("info"),
    append: write("info"),
    trace: write("trace"),
    debug: write("debug"),
    info: write("info"),
    warn: write("warning"),
    error: write("error"),
    show: () => void editor.output.push("[shown]"),
    dispose: () => undefined,
  };
}
