import { WebSocket } from 'ws';

type Json = Record<string, unknown>;

interface Pending {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/** A WebDriver BiDi connection (https://w3c.github.io/webdriver-bidi/), commands and events as they are. */
export class BidiConnection {
  readonly #socket: WebSocket;
  readonly #pending = new Map<number, Pending>();
  readonly #listeners = new Map<string, ((params: never) => void)[]>();
  #last = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data) => this.#hear(JSON.parse(String(data))));
    socket.on('close', () => {
      for (const { reject } of this.#pending.values()) reject(new Error('The browser has gone.'));
      this.#pending.clear();
    });
  }

  /** Connects to the address that the browser prints at its start, and begins a session. */
  static async open(address: string): Promise<BidiConnection> {
    const socket = new WebSocket(`${address}/session`, { maxPayload: 512 * 1024 * 1024 });
    await new Promise<void>((resolve, reject) => {
      socket.once('open', () => resolve());
      socket.once('error', reject);
    });
    const connection = new BidiConnection(socket);
    await connection.send('session.new', { capabilities: {} });
    return connection;
  }

  /** Sends a command. `Result` is what the specification says of its answer. */
  send<Result = Json>(method: string, params: Json): Promise<Result> {
    this.#last += 1;
    const id = this.#last;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve: resolve as (result: unknown) => void, reject });
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
  }

  on<Params>(event: string, listener: (params: Params) => void): void {
    const listeners = this.#listeners.get(event) ?? [];
    this.#listeners.set(event, [...listeners, listener]);
  }

  close(): void {
    this.#socket.close();
  }

  #hear(message: Json): void {
    if (typeof message.id === 'number') {
      const pending = this.#pending.get(message.id);
      this.#pending.delete(message.id);
      if (message.type === 'success') pending?.resolve(message.result);
      else pending?.reject(new Error(`${String(message.error)}: ${String(message.message)}`));
      return;
    }
    for (const listener of this.#listeners.get(String(message.method)) ?? []) {
      listener(message.params as never);
    }
  }
}
