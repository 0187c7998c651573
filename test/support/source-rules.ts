import path from 'node:path';
import ts from 'typescript';
import { LAYERS, layerOf } from './layers.ts';

/** Files that may call `fetch`: each loads a file of the extension's own package and nothing else. */
export const PACKAGED_FILE_LOADERS: readonly string[] = ['entrypoints/background/load-index.ts'];

const NETWORK = new Set([
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'WebTransport',
  'EventSource',
  'RTCPeerConnection',
  'sendBeacon',
  'importScripts',
]);

const CLOCKS = new Set(['Date.now', 'performance.now', 'Math.random', 'crypto.randomUUID']);

/** Without `document` and `window`: packs have documents, and matching slides windows over words. */
const SURROUNDINGS = new Set([
  'navigator',
  'localStorage',
  'indexedDB',
  'chrome',
  'browser',
  'DOMParser',
  'HTMLElement',
  'MutationObserver',
]);

export interface Import {
  readonly specifier: string;
  readonly typeOnly: boolean;
}

/** Every import of a source text: static, re-exported, dynamic and in types. */
function importsOf(source: ts.SourceFile): readonly Import[] {
  const imports: Import[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      imports.push({ specifier: node.moduleSpecifier.text, typeOnly: importsTypesOnly(node) });
    } else if (
      ts.isExportDeclaration(node) &&
      node.moduleSpecifier &&
      ts.isStringLiteral(node.moduleSpecifier)
    ) {
      imports.push({ specifier: node.moduleSpecifier.text, typeOnly: node.isTypeOnly });
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      const literal = argument !== undefined && ts.isStringLiteralLike(argument);
      imports.push({ specifier: literal ? argument.text : '(computed)', typeOnly: false });
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      const { literal } = node.argument;
      if (ts.isStringLiteral(literal)) imports.push({ specifier: literal.text, typeOnly: true });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return imports;
}

function importsTypesOnly(node: ts.ImportDeclaration): boolean {
  const clause = node.importClause;
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  return (
    clause.name === undefined &&
    named !== undefined &&
    ts.isNamedImports(named) &&
    named.elements.length > 0 &&
    named.elements.every((element) => element.isTypeOnly)
  );
}

/** What is wrong with the imports of the file at `file` (relative to the root, `/` between folders). */
export function importFaults(file: string, text: string): string[] {
  const layer = layerOf(file);
  if (!layer) return [];
  return importsOf(parse(file, text)).flatMap(({ specifier, typeOnly }) => {
    if (specifier === '(computed)') return [`${file}: a computed import hides its layer`];
    if (!specifier.startsWith('.')) {
      const allowed = layer.packages.some(
        (name) =>
          specifier === name || specifier.startsWith(name.endsWith(':') ? name : `${name}/`),
      );
      return allowed || typeOnly ? [] : [`${file}: ${layer.name} may not use package ${specifier}`];
    }
    const target = path.posix.join(path.posix.dirname(file), specifier.replace(/\?.*$/u, ''));
    const faults: string[] = [];
    if (!/\.(?:tsx?|css|json|svg|wasm)$/u.test(target)) {
      faults.push(`${file}: import ${specifier} with its file's ending`);
    }
    if (target.startsWith('test/')) return [...faults, `${file}: ${target} is for tests only`];
    const other = layerOf(target);
    if (!other)
      return target.includes('/') ? [...faults, `${file}: ${target} is in no layer`] : faults;
    if (other.name === 'entrypoints') {
      const [, entrypoint] = file.split('/');
      const [, otherEntrypoint] = target.split('/');
      const shared = layer.name === 'entrypoints' && entrypoint === otherEntrypoint;
      return shared ? faults : [...faults, `${file}: nothing may use the entrypoint ${target}`];
    }
    if (typeOnly || other === layer || layer.layers.includes(other.name)) return faults;
    return [...faults, `${file}: ${layer.name} may not use ${target}`];
  });
}

/** Uses of the network outside the places that load packaged files. */
export function networkFaults(file: string, text: string): string[] {
  if (!LAYERS.some(({ name }) => name !== 'scripts' && layerOf(file)?.name === name)) return [];
  if (PACKAGED_FILE_LOADERS.includes(file)) return [];
  const faults: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && NETWORK.has(node.text)) {
      faults.push(`${file}: uses ${node.text}; only the loaders of packaged files may`);
    }
    ts.forEachChild(node, visit);
  };
  visit(parse(file, text));
  return faults;
}

/** Page, browser and clock in the layers that promise to be functions of their arguments. */
export function purityFaults(file: string, text: string): string[] {
  if (!['utils/match', 'utils/pack'].includes(layerOf(file)?.name ?? '')) return [];
  const faults: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) {
      const access = `${node.expression.getText()}.${node.name.text}`;
      if (CLOCKS.has(access)) faults.push(`${file}: reads ${access}; take it as a parameter`);
    } else if (ts.isNewExpression(node) && node.expression.getText() === 'Date') {
      if (!node.arguments?.length) faults.push(`${file}: reads the clock by new Date()`);
    } else if (ts.isIdentifier(node) && SURROUNDINGS.has(node.text)) {
      faults.push(`${file}: uses ${node.text}; this layer knows no page and no browser`);
    }
    ts.forEachChild(node, visit);
  };
  visit(parse(file, text));
  return faults;
}

/** Default exports outside the places where WXT or a tool's configuration asks for one. */
export function defaultExportFaults(file: string, text: string): string[] {
  if (file.startsWith('entrypoints/') || /^[^/]+\.config\.ts$/u.test(file)) return [];
  const source = parse(file, text);
  const found = source.statements.some(
    (statement) =>
      ts.isExportAssignment(statement) ||
      (ts.canHaveModifiers(statement) &&
        ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)),
  );
  return found ? [`${file}: has a default export; give it a name`] : [];
}

/** Names that are not kebab-case, and files longer than 300 lines. */
export function shapeFaults(file: string, text: string): string[] {
  const faults: string[] = [];
  const odd = file.split('/').find((part) => !/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/u.test(part));
  if (odd !== undefined) faults.push(`${file}: ${odd} is not in kebab-case`);
  const lines = text.split('\n').length - 1;
  if (/\.tsx?$/u.test(file) && lines > 300)
    faults.push(`${file}: ${lines} lines; split before 300`);
  return faults;
}

function parse(file: string, text: string): ts.SourceFile {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind);
}
