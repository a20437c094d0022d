import { extensions, workspace, type Disposable, type Event, type Uri } from "vscode";

/** What is used of the API of the Python extension. */
interface PythonApi {
  readonly environments?: {
    getActiveEnvironmentPath(resource?: Uri): { readonly path: string };
    resolveEnvironment(environment: { readonly path: string }): Promise<Environment | undefined>;
    readonly onDidChangeActiveEnvironmentPath: Event<unknown>;
  };
}

interface Environment {
  readonly executable: { readonly uri?: Uri | undefined };
}

/** The Python extension, where it is installed. It is started when it is first asked, and listened to from then on. */
export class PythonExtension implements Disposable {
  #last: string | undefined;
  #listening: Disposable | undefined;

  constructor(private readonly onChosen: () => void) {}

  /** The interpreter chosen in it, or undefined where there is no such extension or choice. */
  async chosenInterpreter(): Promise<string | undefined> {
    return (this.#last = await this.#ask());
  }

  /** Whether another interpreter has been chosen since it was last asked. */
  async changed(): Promise<boolean> {
    return (await this.#ask()) !== this.#last;
  }

  dispose(): void {
    this.#listening?.dispose();
  }

  async #ask(): Promise<string | undefined> {
    try {
      const extension = extensions.getExtension<PythonApi | undefined>("ms-python.python");
      const environments = (await extension?.activate())?.environments;
      if (environments === undefined) return undefined;
      this.#listening ??= environments.onDidChangeActiveEnvironmentPath(this.onChosen);
      const active = environments.getActiveEnvironmentPath(workspace.workspaceFolders?.[0]?.uri);
      return (await environments.resolveEnvironment(active))?.executable.uri?.fsPath;
    } catch {
      // An extension that fails says so itself; reslint may still be found without it.
      return undefined;
    }
  }
}
