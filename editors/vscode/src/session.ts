import { commands, env, window, workspace, type Disposable, type LogOutputChannel } from "vscode";
import { State } from "vscode-languageclient/node";
import { ReslintClient } from "./client";
import { find, wasFound } from "./finding";
import { advise, reasonOf } from "./missing";
import { PythonExtension } from "./python";
import { settings } from "./settings";
import type { Trial } from "./trial";

/** The one server that runs for this window, or none; what is asked of it is done in turn. */
export class Session implements Disposable {
  #client: ReslintClient | undefined;
  #last: Promise<void> = Promise.resolve();
  readonly #python = new PythonExtension(() => void this.#interpreterChosen());

  constructor(private readonly output: LogOutputChannel) {}

  /** Start the server, anew where it runs already. */
  restart(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#stop();
      await this.#start();
    });
  }

  stop(): Promise<void> {
    return this.#inTurn(() => this.#stop());
  }

  /** The client of the running server, which is started if need be; undefined if it cannot be, which the user was told. */
  async client(): Promise<ReslintClient | undefined> {
    if (this.#client?.state !== State.Running) await this.restart();
    return this.#client;
  }

  async passInlayHints(): Promise<void> {
    await this.#last;
    if (this.#client?.state === State.Running) await this.#client.passInlayHints(settings().inlayHints);
  }

  dispose(): void {
    this.#python.dispose();
  }

  #inTurn(step: () => Promise<void>): Promise<void> {
    const done = this.#last.then(step);
    this.#last = done.catch(() => undefined);
    return done;
  }

  async #start(): Promise<void> {
    const { path, interpreter, inlayHints } = settings();
    const result = await find({
      path,
      interpreter,
      folders: (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === "file").map(({ uri }) => uri.fsPath),
      environment: process.env,
      chosenInterpreter: () => this.#python.chosenInterpreter(),
    });
    if (!wasFound(result)) return this.#tellHowToInstall(result);

    const { program, version } = result;
    this.output.info(`reslint ${version}: ${program.command} (${program.from})`);
    const failure = `reslint ${version} does not start: ${program.command} (${program.from})`;
    const client = new ReslintClient(program, this.output, inlayHints, () => void this.#tellFailure(failure));
    try {
      await client.start();
      this.#client = client;
    } catch {
      // The client has told why.
    }
  }

  async #stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    if (client?.needsStop() !== true) return;
    try {
      await client.start();
      await client.stop();
    } catch {
      // The client has logged why, and ends a server that does not end itself.
    }
  }

  #tellHowToInstall(trials: readonly Trial[]): void {
    for (const trial of trials) {
      this.output.warn(`${trial.program.from}: ${trial.program.command}: ${reasonOf(trial)}`);
    }
    const { text, command } = advise(trials);
    const copy = "Copy the command";
    const open = "Open settings";
    void window.showErrorMessage(text, copy, open).then((chosen) => {
      if (chosen === copy) void env.clipboard.writeText(command);
      if (chosen === open) void commands.executeCommand("workbench.action.openSettings", "reslint.");
    });
  }

  async #interpreterChosen(): Promise<void> {
    await this.#last;
    const { path, interpreter } = settings();
    if (path === "" && interpreter === "" && (await this.#python.changed())) await this.restart();
  }

  async #tellFailure(text: string): Promise<void> {
    const show = "Show the output";
    if ((await window.showErrorMessage(text, show)) === show) this.output.show();
  }
}
