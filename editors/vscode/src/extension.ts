import { window, workspace, type ExtensionContext } from "vscode";
import { registerCommands } from "./commands";
import { Session } from "./session";
import { inlayHintsChanged, programChanged } from "./settings";

let session: Session | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const output = window.createOutputChannel("reslint", { log: true });
  const own = new Session(output);
  session = own;
  context.subscriptions.push(
    output,
    own,
    ...registerCommands(own),
    workspace.onDidChangeConfiguration((change) => {
      if (programChanged(change)) void own.restart();
      else if (inlayHintsChanged(change)) void own.passInlayHints();
    }),
  );
  await own.restart();
}

export async function deactivate(): Promise<void> {
  await session?.stop();
}
