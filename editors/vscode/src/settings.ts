import { workspace, type ConfigurationChangeEvent } from "vscode";

/** The settings of the extension; how drafts are checked is set in reslint.toml, which the server reads. */
export function settings(): { path: string; interpreter: string; inlayHints: boolean } {
  const set = workspace.getConfiguration("reslint");
  return {
    path: set.get("path", "").trim(),
    interpreter: set.get("interpreter", "").trim(),
    inlayHints: set.get("inlayHints", false),
  };
}

/** Whether another reslint may have to be run. */
export function programChanged(change: ConfigurationChangeEvent): boolean {
  return change.affectsConfiguration("reslint.path") || change.affectsConfiguration("reslint.interpreter");
}

export function inlayHintsChanged(change: ConfigurationChangeEvent): boolean {
  return change.affectsConfiguration("reslint.inlayHints");
}
