import { createRequire } from "node:module";
import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import Module from "node:module";
import { URI } from "vscode-uri";
import { OpenDocument } from "./documents";
import { CancellationTokenSource, EventEmitter } from "./events";
import { makeApi, type Api } from "./api";
import { Position, Range, type CodeAction, type Diagnostic, type Hover, type InlayHint } from "./values";

/** A message with its buttons, which a test can press. */
export interface Message {
  readonly kind: "error" | "warning" | "information";
  readonly text: string;
  readonly buttons: readonly string[];
  press(button: string | undefined): void;
}

export interface Provider {
  readonly kind: string;
  readonly provider: Record<string, (...args: unknown[]) => unknown>;
}

interface Extension {
  activate(context: { subscriptions: { dispose(): unknown }[] }): Promise<void>;
  deactivate(): Promise<void>;
}

const BUNDLE = resolve("dist/extension.js");
const TOKEN = new CancellationTokenSource().token;

/** An editor without a screen, with the built extension in it. Its fields hold what a user would see and do. */
export class Editor {
  readonly messages: Message[] = [];
  readonly output: string[] = [];
  readonly progress: string[] = [];
  readonly opened: string[] = [];
  readonly executed: unknown[][] = [];
  readonly commands = new Map<string, (...args: unknown[]) => unknown>();
  readonly diagnostics = new Set<Map<string, readonly Diagnostic[]>>();
  readonly providers = new Set<Provider>();
  readonly documents: OpenDocument[] = [];
  readonly changed = new EventEmitter<object>();
  readonly configured = new EventEmitter<{ affectsConfiguration(section: string): boolean }>();
  readonly interpreterChosen = new EventEmitter<void>();
  clipboard = "";
  /** What the user picks in a dialog. */
  picked: URI | undefined;
  /** Whether the user cancels whatever shows its progress. */
  impatient = false;
  readonly settings: Map<string, unknown>;
  readonly folders: readonly URI[];
  /** The interpreter chosen in the Python extension, which is there if this is not undefined. */
  interpreter: string | undefined;
  readonly api: Api;
  readonly #subscriptions: { dispose(): unknown }[] = [];
  readonly #extension: Extension;

  /** Whether the user trusts what is open. */
  readonly trusted: boolean;

  constructor(given: { settings?: Record<string, unknown>; folders?: string[]; interpreter?: string; trusted?: boolean }) {
    this.trusted = given.trusted ?? true;
    this.settings = new Map(Object.entries(given.settings ?? {}));
    this.folders = (given.folders ?? []).map((folder) => URI.file(folder));
    this.interpreter = given.interpreter;
    this.api = makeApi(this);
    this.#extension = loadExtension(this.api);
  }

  /** Open the extension as the editor does when the first document of its languages is opened. */
  async activate(): Promise<void> {
    await this.#extension.activate({ subscriptions: this.#subscriptions });
  }

  async close(): Promise<void> {
    await this.#extension.deactivate();
    for (const subscription of this.#subscriptions.splice(0)) subscription.dispose();
  }

  open(uri: URI, languageId: string, text: string): OpenDocument {
    const document = new OpenDocument(uri, languageId, text);
    this.documents.push(document);
    this.api.events.opened.fire(document);
    this.api.events.tabs.fire({ opened: [{}], closed: [], changed: [] });
    this.api.events.active.fire({ document });
    return document;
  }

  type(document: OpenDocument, text: string, line: number, start: number, end: number): void {
    this.changed.fire(document.replace(new Range(new Position(line, start), new Position(line, end)), text));
  }

  /** What stands in the list of problems for a file. */
  problems(uri: URI): readonly Diagnostic[] {
    return [...this.diagnostics].flatMap((collection) => collection.get(uri.toString()) ?? []);
  }

  set(name: string, value: unknown): void {
    this.settings.set(name, value);
    this.configured.fire({ affectsConfiguration: (section) => name === section || name.startsWith(`${section}.`) });
  }

  async command(id: string, ...args: unknown[]): Promise<unknown> {
    const command = this.commands.get(id);
    if (command === undefined) throw new Error(`there is no command ${id}`);
    return command(...args);
  }

  async hover(document: OpenDocument, position: Position): Promise<Hover | undefined> {
    return (await this.#ask("Hover", "provideHover", document, position, TOKEN)) as Hover | undefined;
  }

  async quickFixes(document: OpenDocument, problem: Diagnostic): Promise<CodeAction[]> {
    const context = { diagnostics: [problem], only: undefined, triggerKind: 1 };
    return (await this.#ask("CodeActions", "provideCodeActions", document, problem.range, context, TOKEN)) as CodeAction[];
  }

  async inlayHints(document: OpenDocument): Promise<InlayHint[]> {
    const all = new Range(new Position(0, 0), new Position(document.lineCount, 0));
    return ((await this.#ask("InlayHints", "provideInlayHints", document, all, TOKEN)) ?? []) as InlayHint[];
  }

  /** Wait until `holds`, and fail with what the extension wrote if that takes too long. */
  async until(holds: () => boolean, what: string): Promise<void> {
    for (const limit = Date.now() + 120_000; !holds(); await sleep(10)) {
      if (Date.now() < limit) continue;
      const shown = this.messages.map(({ text }) => text);
      throw new Error([`${what}: it did not come`, "messages:", ...shown, "output:", ...this.output].join("\n"));
    }
  }

  async #ask(kind: string, method: string, ...args: unknown[]): Promise<unknown> {
    const found = [...this.providers].find((one) => one.kind === kind);
    if (found === undefined) throw new Error(`nothing provides ${kind}`);
    return found.provider[method]?.(...args);
  }
}

/** Load the bundle anew, with `api` in place of the module that only an editor has. */
function loadExtension(api: Api): Extension {
  const load = createRequire(__filename);
  const loader = Module as unknown as { _load(request: string, ...rest: unknown[]): unknown };
  const usual = loader._load;
  loader._load = function (request, ...rest): unknown {
    return request === "vscode" ? api.vscode : usual.call(this, request, ...rest);
  };
  try {
    delete load.cache[BUNDLE];
    return load(BUNDLE) as Extension;
  } finally {
    loader._load = usual;
  }
}
