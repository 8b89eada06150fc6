/** A parsed source file, and the few questions that every tidy rule asks of one. */

import { type Comment, type Node, parseSync, visitorKeys } from 'oxc-parser';

/** One breach of one rule. */
export interface Finding {
  rule: string;
  path: string;
  line: number;
  message: string;
}

/** A module specifier as written; undefined where the code computes it. */
export interface Import {
  specifier: string | undefined;
  node: Node;
}

/** A source file taken apart; `path` is relative to the repository, with forward slashes. */
export interface Source {
  path: string;
  text: string;
  program: Node & { type: 'Program' };
  comments: Comment[];
  imports: Import[];
}

/** Parses TypeScript or JavaScript; a text with a syntax error throws. */
export function parseSource(path: string, text: string): Source {
  const { program, comments, errors } = parseSync(path, text);
  if (errors.length > 0) throw new SyntaxError(`${path}: ${errors[0]?.message}`);
  return { path, text, program, comments, imports: importsOf(program) };
}

/** Calls `visit` on every node, parents first; `parents` runs from the program to the nearest. */
export function walk(node: Node, visit: (node: Node, parents: Node[]) => void): void {
  const parents: Node[] = [];
  const enter = (current: Node): void => {
    visit(current, parents);
    parents.push(current);
    for (const child of childrenOf(current)) enter(child);
    parents.pop();
  };
  enter(node);
}

/** The line of an offset, from 1. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** A breach at a node or comment of a source. */
export function findingAt(
  source: Source,
  rule: string,
  place: { start: number },
  message: string,
): Finding {
  return { rule, path: source.path, line: lineAt(source.text, place.start), message };
}

/** "kernel/src/a.ts:3 clock: …", as the failing test prints it. */
export function findingText({ path, line, rule, message }: Finding): string {
  return `${path}:${line} ${rule}: ${message}`;
}

/** True for a function of any kind. */
export function isFunction(node: Node): boolean {
  return (
    node.type === 'FunctionDeclaration' ||
    node.type === 'FunctionExpression' ||
    node.type === 'ArrowFunctionExpression'
  );
}

/** The leftmost name of a call or member chain: "describe" in `describe.each(rows)('…')`. */
export function rootName(node: Node): string | undefined {
  if (node.type === 'Identifier') return node.name;
  if (node.type === 'MemberExpression') return rootName(node.object);
  if (node.type === 'CallExpression') return rootName(node.callee);
  return undefined;
}

/** The plain name of a member: "random" in `Math.random` and `Math['random']`. */
export function memberName(node: Node): string | undefined {
  if (node.type !== 'MemberExpression') return undefined;
  if (node.property.type === 'Identifier' && !node.computed) return node.property.name;
  return node.property.type === 'Literal' ? String(node.property.value) : undefined;
}

function childrenOf(node: Node): Node[] {
  const fields = node as unknown as Record<string, Node | (Node | null)[] | null | undefined>;
  return (visitorKeys[node.type] ?? [])
    .flatMap((key) => fields[key] ?? [])
    .filter((child): child is Node => child !== null);
}

function importsOf(program: Node): Import[] {
  const imports: Import[] = [];
  walk(program, (node) => {
    if (
      node.type === 'ImportDeclaration' ||
      node.type === 'ExportAllDeclaration' ||
      node.type === 'ExportNamedDeclaration' ||
      node.type === 'ImportExpression' ||
      node.type === 'TSImportType'
    ) {
      if (!node.source) return;
      const { source } = node;
      const literal = source.type === 'Literal' && typeof source.value === 'string';
      imports.push({ specifier: literal ? String(source.value) : undefined, node });
    }
  });
  return imports;
}
