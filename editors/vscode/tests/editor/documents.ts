import { TextDocument } from "vscode-languageserver-textdocument";
import type { URI } from "vscode-uri";
import type { Range } from "./values";

/** A document that is open in the editor. */
export class OpenDocument {
  #text: TextDocument;
  isClosed = false;
  readonly isUntitled: boolean;

  constructor(
    readonly uri: URI,
    readonly languageId: string,
    text: string,
  ) {
    this.isUntitled = uri.scheme === "untitled";
    this.#text = TextDocument.create(uri.toString(), languageId, 1, text);
  }

  get version(): number {
    return this.#text.version;
  }

  get fileName(): string {
    return this.uri.fsPath;
  }

  get lineCount(): number {
    return this.#text.lineCount;
  }

  getText(range?: Range): string {
    return this.#text.getText(range);
  }

  /** Put `text` in place of `range`, and tell what changed as the editor tells it. */
  replace(range: Range, text: string): object {
    const [start, end] = [this.#text.offsetAt(range.start), this.#text.offsetAt(range.end)];
    this.#text = TextDocument.update(this.#text, [{ range, text }], this.version + 1);
    const contentChanges = [{ range, rangeOffset: start, rangeLength: end - start, text }];
    return { document: this, contentChanges, reason: undefined };
  }
}
