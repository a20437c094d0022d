import { workspace, type LogOutputChannel } from "vscode";
import {
  CloseAction,
  DidChangeConfigurationNotification,
  ErrorAction,
  LanguageClient,
  RevealOutputChannelOn,
  State,
  type CloseHandlerResult,
  type ErrorHandlerResult,
  type LanguageClientOptions,
} from "vscode-languageclient/node";
import type { Program } from "./program";

const DOCUMENTS = ["file", "untitled"].flatMap((scheme) => ["markdown", "plaintext"].map((language) => ({ scheme, language })));

/** A client that shows users no stacks: those go to the output, and `onFailure` is called once if the server cannot start. */
export class ReslintClient extends LanguageClient {
  readonly #onFailure: () => void;
  #failed = false;

  constructor(program: Program, output: LogOutputChannel, inlayHints: boolean, onFailure: () => void) {
    const options: LanguageClientOptions = {
      documentSelector: DOCUMENTS,
      initializationOptions: { inlayHints, trusted: workspace.isTrusted },
      initializationFailedHandler: () => false,
      outputChannel: output,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
    };
    super("reslint", "reslint", { command: program.command, args: [...program.args, "server"] }, options);
    const usual = this.createDefaultErrorHandler();
    const closed = (): CloseHandlerResult | Promise<CloseHandlerResult> =>
      this.state === State.Running ? usual.closed() : { action: CloseAction.DoNotRestart, handled: true };
    // A pipe that breaks is told by what comes of it: the server is gone, or is stopped for it.
    const broken: typeof usual.error = async (...fault): Promise<ErrorHandlerResult> => {
      const result = await usual.error(...fault);
      return { ...result, handled: this.state !== State.Running || result.action === ErrorAction.Continue };
    };
    this.#onFailure = onFailure;
    // A server that was never up is not started again and again.
    this.clientOptions.errorHandler = { error: broken, closed };
  }

  override error(message: string, data?: unknown, showNotification?: boolean | "force"): void {
    super.error(message, data, data === undefined ? showNotification : false);
    if (data === undefined || showNotification !== "force" || this.#failed) return;
    this.#failed = true;
    this.#onFailure();
  }

  async passInlayHints(inlayHints: boolean): Promise<void> {
    await this.sendNotification(DidChangeConfigurationNotification.type, { settings: { reslint: { inlayHints } } });
  }
}
