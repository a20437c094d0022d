import { randomUUID } from "node:crypto";
import { ProgressLocation, Uri, commands, window, workspace, type Disposable } from "vscode";
import { ExecuteCommandRequest, LSPErrorCodes, ResponseError, WorkDoneProgress } from "vscode-languageclient/node";
import type { Session } from "./session";

/** What the server answers to a command: how many files and findings, and what could not be checked, in sentences. */
interface Checked {
  readonly files: number;
  readonly findings: number;
  readonly errors: readonly string[];
}

const WORD_FILES = { "Word and OpenDocument files": ["docx", "docm", "dotx", "dotm", "odt", "ott", "fodt"] };

export function registerCommands(session: Session): Disposable[] {
  return [
    commands.registerCommand("reslint.restartServer", () => session.restart()),
    commands.registerCommand("reslint.checkFolderOfWorkspace", async (clicked?: Uri) => {
      const folder = clicked ?? (await pickFolder());
      if (folder !== undefined) await check(session, "reslint.checkFolder", folder);
    }),
    commands.registerCommand("reslint.checkWordFile", async (clicked?: Uri) => {
      const file = clicked ?? (await pickWordFile());
      if (file !== undefined) await check(session, "reslint.checkFile", file);
    }),
  ];
}

/** The folder of the workspace; which one is asked where there are several, and for any where there is none. */
async function pickFolder(): Promise<Uri | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 1) return folders[0]?.uri;
  if (folders.length > 1) return (await window.showWorkspaceFolderPick({ placeHolder: "The folder to check" }))?.uri;
  const picked = await window.showOpenDialog({ canSelectFiles: false, canSelectFolders: true, openLabel: "Check" });
  return picked?.[0];
}

async function pickWordFile(): Promise<Uri | undefined> {
  return (await window.showOpenDialog({ filters: WORD_FILES, openLabel: "Check" }))?.[0];
}

/** Have something checked; its findings the server shows by itself, and it opens the report. */
async function check(session: Session, command: string, target: Uri): Promise<void> {
  const client = await session.client();
  if (client === undefined) return;
  const title = `reslint checks ${workspace.asRelativePath(target)}`;
  const params = { command, arguments: [client.code2ProtocolConverter.asUri(target)], workDoneToken: randomUUID() };
  try {
    const options = { location: ProgressLocation.Notification, title, cancellable: true };
    const answer: unknown = await window.withProgress(options, async (bar, token) => {
      const told = client.onProgress(WorkDoneProgress.type, params.workDoneToken, (report) => {
        if (report.kind === "report" && report.message !== undefined) bar.report({ message: report.message });
      });
      try {
        return await client.sendRequest(ExecuteCommandRequest.type, params, token);
      } finally {
        told.dispose();
      }
    });
    tell(answer as Checked);
  } catch (error) {
    if (error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled) return;
    void window.showErrorMessage(`reslint: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function tell(checked: Checked): void {
  if (checked.errors.length === 0) void window.showInformationMessage(inWords(checked));
  else void window.showWarningMessage([inWords(checked), ...checked.errors].join("; "));
}

function inWords({ files, findings }: Checked): string {
  const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? "" : "s"}`;
  return `reslint: ${findings === 0 ? "no findings" : count(findings, "finding")} in ${count(files, "file")}`;
}
