import { writeFileSync } from 'node:fs';
import type { HiddenElement } from '../../../scripts/browsers/card-view.ts';
import { collectMarks, type PageMark } from '../../../scripts/browsers/page-marks.ts';
import type { BidiConnection } from './bidi-connection.ts';
import type { PageUnderTest } from './browser-under-test.ts';
import { until } from './waiting.ts';

/** A DOM node as BiDi serialises it. */
interface RemoteNode {
  readonly sharedId?: string;
  readonly value?: {
    readonly nodeType: number;
    readonly localName?: string;
    readonly nodeValue?: string;
    readonly attributes?: Readonly<Record<string, string>>;
    readonly children?: readonly RemoteNode[];
    readonly shadowRoot?: RemoteNode | null;
    readonly mode?: 'open' | 'closed';
  };
}

interface EvaluateResult {
  readonly type: 'success' | 'exception';
  readonly result?: { readonly value?: unknown } & RemoteNode;
  readonly exceptionDetails?: { readonly text: string };
}

/** Keys that have no character of their own, as WebDriver numbers them. */
const KEYS: Readonly<Record<string, string>> = {
  Alt: '\uE00A',
  ArrowDown: '\uE015',
  ArrowLeft: '\uE012',
  ArrowRight: '\uE014',
  ArrowUp: '\uE013',
  Control: '\uE009',
  Enter: '\uE007',
  Escape: '\uE00C',
  Shift: '\uE008',
  Space: ' ',
  Tab: '\uE004',
};

/**
 * Scrolls an element into view and waits until it has been drawn twice at the same place: a click goes
 * to what is drawn there, and a card may still be on its way. In a tab that is not in front nothing is
 * drawn: there a second has to do.
 */
const COMES_TO_REST = `async (node) => {
  node.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  const frame = () => Promise.race([
    new Promise((done) => requestAnimationFrame(done)),
    new Promise((done) => setTimeout(done, 1000)),
  ]);
  const place = () => Object.values(node.getBoundingClientRect().toJSON()).join();
  for (let before = ''; before !== place(); await frame(), await frame()) before = place();
}`;

/** A page that is driven over BiDi. `sharedIds` of hidden elements stand in `HiddenElement.handle`. */
export class BidiPage implements PageUnderTest {
  readonly #connection: BidiConnection;
  readonly #context: string;

  readonly #errors: string[] = [];
  /** In which frame hidden elements were seen, where that is not the page itself. */
  readonly #frames = new Map<string, string>();

  constructor(connection: BidiConnection, context: string) {
    this.#connection = connection;
    this.#context = context;
    connection.on<{ level: string; type: string; text: string; source: { context?: string } }>(
      'log.entryAdded',
      ({ level, type, text, source }) => {
        const ours = source.context === context;
        if (ours && level === 'error' && type === 'javascript') this.#errors.push(text);
      },
    );
  }

  get context(): string {
    return this.#context;
  }

  async evaluate<T>(expression: string): Promise<T> {
    const json = await this.#run(`(async () => JSON.stringify(await (${expression})))()`);
    const { value } = json.result ?? {};
    return (typeof value === 'string' ? JSON.parse(value) : undefined) as T;
  }

  async marks(): Promise<readonly PageMark[]> {
    return this.evaluate(`(${collectMarks.toString()})()`);
  }

  async hidden(): Promise<readonly HiddenElement[]> {
    const found: HiddenElement[] = [];
    for (const context of await this.#contexts()) {
      const seen: HiddenElement[] = [];
      const { result } = await this.#run(
        'document.documentElement',
        { serializationOptions: { maxDomDepth: 200, includeShadowTree: 'all' } },
        context,
      );
      if (result) collect(result, false, seen);
      for (const { handle } of seen) this.#frames.set(handle, context);
      found.push(...seen);
    }
    return found;
  }

  /** The page itself, then its frames. */
  async #contexts(): Promise<string[]> {
    interface Tree {
      readonly context: string;
      readonly children: readonly Tree[] | null;
    }
    const all = ({ context, children }: Tree): string[] => [
      context,
      ...(children ?? []).flatMap(all),
    ];
    const { contexts } = await this.#connection.send<{ contexts: readonly Tree[] }>(
      'browsingContext.getTree',
      { root: this.#context },
    );
    return contexts.flatMap(all);
  }

  async click(x: number, y: number): Promise<void> {
    await this.#pointer({ x: Math.round(x), y: Math.round(y) });
  }

  async clickHidden(element: HiddenElement): Promise<void> {
    const node = { sharedId: element.handle };
    const context = this.#frames.get(element.handle) ?? this.#context;
    await this.#connection.send('script.callFunction', {
      functionDeclaration: COMES_TO_REST,
      arguments: [node],
      target: { context },
      awaitPromise: true,
    });
    await this.#pointer({ x: 0, y: 0, origin: { type: 'element', element: node } }, context);
  }

  async press(key: string, modifiers: readonly string[] = []): Promise<void> {
    const held = modifiers.map((name) => KEYS[name] ?? name);
    const value = KEYS[key] ?? key;
    await this.#connection.send('input.performActions', {
      context: this.#context,
      actions: [
        {
          type: 'key',
          id: 'keyboard',
          actions: [
            ...held.map((modifier) => ({ type: 'keyDown', value: modifier })),
            { type: 'keyDown', value },
            { type: 'keyUp', value },
            ...held.map((modifier) => ({ type: 'keyUp', value: modifier })),
          ],
        },
      ],
    });
  }

  /** Chooses files in a file field, as the browser's own dialog would. */
  async setFiles(field: string, files: readonly string[]): Promise<void> {
    const { result } = await this.#run(`document.querySelector(${JSON.stringify(field)})`);
    const element = { sharedId: result?.sharedId };
    await this.#connection.send('input.setFiles', { context: this.#context, element, files });
  }

  async navigate(address: string): Promise<void> {
    const params = { context: this.#context, url: address, wait: 'complete' };
    await this.#connection.send('browsingContext.navigate', params);
  }

  /** Loads the page anew. One of an extension never reports the end of it, so the document is asked. */
  async reload(): Promise<void> {
    await this.evaluate('globalThis.isOld = true');
    await this.#connection.send('browsingContext.reload', { context: this.#context, wait: 'none' });
    await until('the page anew', async () =>
      (await this.evaluate<boolean>("!globalThis.isOld && document.readyState === 'complete'"))
        ? true
        : null,
    );
  }

  async toFront(): Promise<void> {
    await this.#connection.send('browsingContext.activate', { context: this.#context });
  }

  async screenshot(file: string): Promise<void> {
    writeFileSync(file, await this.capture('viewport'));
  }

  /** A picture of the window or of the whole document, as PNG. */
  async capture(origin: 'viewport' | 'document'): Promise<Buffer> {
    const { data } = await this.#connection.send<{ data: string }>(
      'browsingContext.captureScreenshot',
      { context: this.#context, origin },
    );
    return Buffer.from(data, 'base64');
  }

  /** Gives the window this size, in CSS pixels of `ratio` device pixels each. */
  async resize(width: number, height: number, ratio = 1): Promise<void> {
    await this.#connection.send('browsingContext.setViewport', {
      context: this.#context,
      viewport: { width, height },
      devicePixelRatio: ratio,
    });
  }

  errors(): readonly string[] {
    return this.#errors;
  }

  async close(): Promise<void> {
    await this.#connection.send('browsingContext.close', { context: this.#context });
  }

  async #run(
    expression: string,
    options: Record<string, unknown> = {},
    context = this.#context,
  ): Promise<EvaluateResult> {
    const answer = await this.#connection.send<EvaluateResult>('script.evaluate', {
      expression,
      target: { context },
      awaitPromise: true,
      ...options,
    });
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails?.text ?? 'exception');
    return answer;
  }

  async #pointer(move: Record<string, unknown>, context = this.#context): Promise<void> {
    await this.#connection.send('input.performActions', {
      context,
      actions: [
        {
          type: 'pointer',
          id: 'mouse',
          parameters: { pointerType: 'mouse' },
          actions: [
            { type: 'pointerMove', ...move },
            { type: 'pointerDown', button: 0 },
            { type: 'pointerUp', button: 0 },
          ],
        },
      ],
    });
  }
}

function collect(node: RemoteNode, hidden: boolean, found: HiddenElement[]): void {
  const { value } = node;
  if (!value) return;
  if (hidden && value.nodeType === 1) {
    found.push({
      name: value.localName ?? '',
      attributes: value.attributes ?? {},
      text: textOf(node).replace(/\s+/gu, ' ').trim(),
      handle: node.sharedId ?? '',
    });
  }
  for (const child of value.children ?? []) collect(child, hidden, found);
  const root = value.shadowRoot;
  if (root) collect(root, hidden || root.value?.mode === 'closed', found);
}

function textOf({ value }: RemoteNode): string {
  if (!value || value.localName === 'style') return '';
  if (value.nodeType === 3) return value.nodeValue ?? '';
  const root = value.shadowRoot ? textOf(value.shadowRoot) : '';
  return `${(value.children ?? []).map(textOf).join(' ')} ${root}`;
}
