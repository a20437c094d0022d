import { basename } from "node:path";
import { URI } from "vscode-uri";
import type { OpenDocument } from "./documents";
import type { Editor } from "./editor";
import * as happenings from "./events";
import { makeWindow } from "./window";
import * as values from "./values";

const { Disposable, EventEmitter } = happenings;

/** The module `vscode` as the extension sees it, and the events that a test lets happen. */
export interface Api {
  readonly vscode: object;
  readonly events: {
    readonly opened: happenings.EventEmitter<OpenDocument>;
    readonly tabs: happenings.EventEmitter<object>;
    readonly active: happenings.EventEmitter<object>;
  };
}

export function makeApi(editor: Editor): Api {
  const events = { opened: new EventEmitter<OpenDocument>(), tabs: new EventEmitter<object>(), active: new EventEmitter<object>() };
  const vscode = {
    ...happenings,
    ...values,
    Uri: URI,
    version: "1.91.0",
    commands: makeCommands(editor),
    env: {
      appName: "an editor of the tests",
      language: "en",
      clipboard: { writeText: async (text: string) => void (editor.clipboard = text) },
      openExternal: async (uri: URI) => editor.opened.push(uri.toString()) > 0,
    },
    extensions: { getExtension: (id: string) => (id === "ms-python.python" ? pythonExtension(editor) : undefined) },
    languages: makeLanguages(editor),
    window: makeWindow(editor, events),
    workspace: makeWorkspace(editor, events),
  };
  return { vscode, events };
}

function makeCommands(editor: Editor): object {
  return {
    registerCommand(id: string, command: (...args: unknown[]) => unknown) {
      if (editor.commands.has(id)) throw new Error(`command '${id}' already exists`);
      editor.commands.set(id, command);
      return new Disposable(() => editor.commands.delete(id));
    },
    executeCommand: async (...call: unknown[]) => void editor.executed.push(call),
  };
}

function pythonExtension(editor: Editor): object | undefined {
  if (editor.interpreter === undefined) return undefined;
  const environments = {
    getActiveEnvironmentPath: () => ({ path: editor.interpreter }),
    resolveEnvironment: async ({ path }: { path: string }) => ({ executable: { uri: URI.file(path) } }),
    onDidChangeActiveEnvironmentPath: editor.interpreterChosen.event,
  };
  return { activate: async () => ({ environments }) };
}

type Filter = { scheme?: string; language?: string };

function makeLanguages(editor: Editor): object {
  const match = (selector: Filter | Filter[], document: OpenDocument): number => {
    const fits = ({ scheme, language }: Filter): boolean =>
      (scheme ?? document.uri.scheme) === document.uri.scheme && (language ?? document.languageId) === document.languageId;
    return [selector].flat().some(fits) ? 10 : 0;
  };
  const createDiagnosticCollection = (name: string): object => {
    const held = new Map<string, readonly values.Diagnostic[]>();
    editor.diagnostics.add(held);
    return {
      name,
      set: (uri: URI, diagnostics: readonly values.Diagnostic[] | undefined) => held.set(uri.toString(), diagnostics ?? []),
      get: (uri: URI) => held.get(uri.toString()),
      has: (uri: URI) => held.has(uri.toString()),
      delete: (uri: URI) => held.delete(uri.toString()),
      clear: () => held.clear(),
      dispose: () => editor.diagnostics.delete(held),
    };
  };
  const register = (kind: string) => (_selector: unknown, provider: never) => {
    const entry = { kind, provider };
    editor.providers.add(entry);
    return new Disposable(() => editor.providers.delete(entry));
  };
  return {
    match,
    createDiagnosticCollection,
    registerHoverProvider: register("Hover"),
    registerCodeActionsProvider: register("CodeActions"),
    registerInlayHintsProvider: register("InlayHints"),
    registerCompletionItemProvider: register("Completion"),
    registerDocumentLinkProvider: register("DocumentLinks"),
    registerDocumentSymbolProvider: register("DocumentSymbols"),
  };
}

function makeWorkspace(editor: Editor, events: Api["events"]): object {
  const never = (): object => new Disposable(() => undefined);
  return {
    get textDocuments() {
      return editor.documents;
    },
    workspaceFolders: editor.folders.map((uri, index) => ({ uri, index, name: basename(uri.fsPath) })),
    isTrusted: editor.trusted,
    notebookDocuments: [],
    asRelativePath: (uri: URI) => basename(uri.fsPath),
    getConfiguration: (section: string) => ({
      get: (name: string, otherwise: unknown) => editor.settings.get(`${section}.${name}`) ?? otherwise,
    }),
    createFileSystemWatcher: () => ({ onDidCreate: never, onDidChange: never, onDidDelete: never, dispose: () => undefined }),
    onDidChangeConfiguration: editor.configured.event,
    onDidOpenTextDocument: events.opened.event,
    onDidChangeTextDocument: editor.changed.event,
    onDidCloseTextDocument: never,
    onDidSaveTextDocument: never,
    onWillSaveTextDocument: never,
    onDidChangeWorkspaceFolders: never,
    onDidCreateFiles: never,
    onDidDeleteFiles: never,
    onDidRenameFiles: never,
    onWillCreateFiles: never,
    onWillDeleteFiles: never,
    onWillRenameFiles: never,
  };
}
