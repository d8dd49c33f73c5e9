import { posix } from 'node:path';
import { parseSync } from 'vite';

export type SourceFile = { path: string; text: string };

/** One import, export-from, dynamic import or worker address. */
export type Link = {
  specifier: string;
  line: number;
  kind: 'value' | 'type'; // a type link is gone after compilation
  isDynamic: boolean; // import() or new URL(…, import.meta.url)
  isNamespace: boolean; // import * as, or a default import
};

/** A name as the code uses it: a free-standing identifier, `Math.member`, or the operator `**`. */
export type Use = { name: string; line: number };

export type Parsed = {
  path: string;
  links: Link[];
  uses: Use[];
  isBarrel: boolean; // holds nothing but re-exports
};

type Node = { type: string; start: number; [key: string]: unknown };

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

const childrenOf = (node: Node): [string, Node][] =>
  Object.entries(node).flatMap(([key, value]) =>
    (Array.isArray(value) ? value : [value]).filter(isNode).map((child): [string, Node] => [key, child]),
  );

const stringOf = (node: unknown): string | undefined =>
  isNode(node) && node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined;

const isNamed = (node: unknown, name: string) => isNode(node) && node.type === 'Identifier' && node.name === name;

/** Keys and members are the code's own words; only free-standing names can mean a global. */
function isOwnWord(parent: Node | undefined, key: string): boolean {
  if (!parent || parent.computed === true) return false;
  if (parent.type === 'MemberExpression') return key === 'property';
  if (parent.type === 'TSQualifiedName') return key === 'right';
  if (parent.type === 'Property') return key === 'key' && parent.shorthand !== true;
  return key === 'key' || key === 'imported' || key === 'exported' || parent.type === 'LabeledStatement';
}

function linkOf(node: Node): Omit<Link, 'line'> | undefined {
  const specifiers = (node.specifiers ?? []) as Node[];
  const allTypes = specifiers.length > 0 && specifiers.every((one) => (one.importKind ?? one.exportKind) === 'type');
  const kind = node.importKind === 'type' || node.exportKind === 'type' || allTypes ? 'type' : 'value';
  const fixed = (specifier: string | undefined, isNamespace: boolean) =>
    specifier === undefined ? undefined : ({ specifier, kind, isDynamic: false, isNamespace } as const);
  switch (node.type) {
    case 'ImportDeclaration':
      return fixed(
        stringOf(node.source),
        specifiers.some((one) => one.type !== 'ImportSpecifier'),
      );
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      return fixed(stringOf(node.source), false);
    case 'TSImportType':
      return { specifier: stringOf(node.source) ?? '', kind: 'type', isDynamic: false, isNamespace: false };
    case 'ImportExpression':
      return { specifier: stringOf(node.source) ?? '', kind: 'value', isDynamic: true, isNamespace: false };
    case 'NewExpression': {
      const [address, base] = (node.arguments ?? []) as Node[];
      const specifier = stringOf(address);
      const isAddress = isNamed(node.callee, 'URL') && base?.type === 'MemberExpression' && specifier?.startsWith('.');
      return isAddress ? { specifier: specifier ?? '', kind: 'value', isDynamic: true, isNamespace: false } : undefined;
    }
    default:
      return undefined;
  }
}

function wordOf(node: Node, parent: Node | undefined, key: string): string | undefined {
  if (node.type === 'Identifier' && !isOwnWord(parent, key)) return node.name as string;
  if (node.type === 'MemberExpression' && isNamed(node.object, 'Math')) {
    const { property } = node;
    const member = isNode(property) && property.type === 'Identifier' ? (property.name as string) : stringOf(property);
    return `Math.${member}`;
  }
  const isPower = node.type === 'BinaryExpression' || node.type === 'AssignmentExpression';
  return isPower && (node.operator === '**' || node.operator === '**=') ? '**' : undefined;
}

/** Reads what a TypeScript file imports and which names it uses; throws on a syntax error. */
export function parseSource({ path, text }: SourceFile): Parsed {
  const { program, errors } = parseSync(posix.basename(path), text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const starts = [0, ...[...text.matchAll(/\n/g)].map((match) => match.index + 1)];
  const lineOf = (offset: number) => starts.findLastIndex((start) => start <= offset) + 1;

  const links: Link[] = [];
  const uses: Use[] = [];
  const visit = (node: Node, parent: Node | undefined, key: string) => {
    const link = linkOf(node);
    if (link) links.push({ ...link, line: lineOf(node.start) });
    const name = wordOf(node, parent, key);
    if (name) uses.push({ name, line: lineOf(node.start) });
    for (const [childKey, child] of childrenOf(node)) visit(child, node, childKey);
  };
  const root = program as unknown as Node & { body: Node[] };
  visit(root, undefined, '');

  const isReExport = (node: Node) => node.type.startsWith('Export') && isNode(node.source);
  return { path, links, uses, isBarrel: root.body.length > 0 && root.body.every(isReExport) };
}

/** The file that a relative specifier means, or undefined where it means a package or nothing known. */
export function resolveLink(from: string, specifier: string, known: ReadonlySet<string>): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const path = posix.join(posix.dirname(from), specifier.replace(/\?.*$/, ''));
  return [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`].find((candidate) => known.has(candidate));
}
