import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { URI } from "vscode-uri";
import type { OpenDocument } from "./editor/documents";
import { Editor } from "./editor/editor";
import { makeScript, PYTHON } from "./pythons";

export const OUTDATED = "Resolution 71 (Rev. Dubai, 2018) of the Plenipotentiary Conference\n";
export const CURRENT = "Resolution 71 (Rev. Bucharest, 2022) of the Plenipotentiary Conference\n";

type Given = ConstructorParameters<typeof Editor>[0];

/** A folder of drafts, judged as of a fixed day, and the editor that is open on it. */
export class Desk {
  readonly editor: Editor;

  constructor(
    readonly folder: string,
    given: Given = {},
  ) {
    this.write("reslint.toml", 'as-of = "2024-10-15"\n');
    const settings = { "reslint.interpreter": PYTHON, ...given.settings };
    this.editor = new Editor({ folders: [folder], ...given, settings });
  }

  write(name: string, text: string | Buffer): URI {
    const path = join(this.folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return URI.file(path);
  }

  open(name: string, text: string, language = name.endsWith(".md") ? "markdown" : "plaintext"): OpenDocument {
    return this.editor.open(this.write(name, text), language, text);
  }

  codes({ uri }: { uri: URI }): string[] {
    return this.editor.problems(uri).map(({ code }) => (typeof code === "object" ? code.value : String(code)));
  }

  async underlined(document: { uri: URI }, ...codes: string[]): Promise<void> {
    const names = codes.length > 0 ? codes.join(", ") : "no problems";
    await this.editor.until(() => this.codes(document).join() === codes.join(), `${names} in ${document.uri.fsPath}`);
  }
}

/** A program that runs reslint and remembers the process of each server. */
export class Watched {
  readonly program: string;

  constructor(private readonly folder: string) {
    const remember = `[ "$1" != server ] || echo $$ >> '${join(folder, "servers")}'`;
    this.program = makeScript(join(folder, "reslint"), remember, `exec '${PYTHON}' -P -m reslint "$@"`);
  }

  get servers(): number[] {
    const list = join(this.folder, "servers");
    return existsSync(list) ? readFileSync(list, "utf8").trim().split("\n").map(Number) : [];
  }

  get alive(): number[] {
    return this.servers.filter((server) => {
      try {
        return process.kill(server, 0);
      } catch {
        return false;
      }
    });
  }
}
