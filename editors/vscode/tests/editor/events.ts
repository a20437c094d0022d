/** Events, cancelling and disposing, as an editor offers them. */

export class Disposable {
  constructor(private readonly end: () => unknown) {}

  static from(...items: { dispose(): unknown }[]): Disposable {
    return new Disposable(() => items.forEach((item) => item.dispose()));
  }

  dispose(): void {
    this.end();
  }
}

export type Listen<T> = (listener: (value: T) => unknown, owner?: unknown, disposables?: Disposable[]) => Disposable;

export class EventEmitter<T> {
  readonly #listeners = new Set<(value: T) => unknown>();

  readonly event: Listen<T> = (listener, owner, disposables) => {
    const bound = (value: T): unknown => listener.call(owner, value);
    this.#listeners.add(bound);
    const disposable = new Disposable(() => this.#listeners.delete(bound));
    disposables?.push(disposable);
    return disposable;
  };

  fire(value: T): void {
    for (const listener of [...this.#listeners]) listener(value);
  }

  dispose(): void {
    this.#listeners.clear();
  }
}

export class CancellationTokenSource {
  readonly #emitter = new EventEmitter<void>();
  readonly token = { isCancellationRequested: false, onCancellationRequested: this.#emitter.event };

  cancel(): void {
    this.token.isCancellationRequested = true;
    this.#emitter.fire();
  }

  dispose(): void {
    this.#emitter.dispose();
  }
}

export class CancellationError extends Error {}
