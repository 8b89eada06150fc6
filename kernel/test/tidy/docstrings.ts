/** Every exported function of the kernel says what it does. */

import type { Node } from 'oxc-parser';
import { type Finding, findingAt, isFunction, type Source } from './source.ts';

/** A statement that makes a function, the statement to look above, and whether it is exported. */
interface Declared {
  name: string;
  statement: Node;
  exported: boolean;
}

/** A docstring stands immediately above every exported function; overloads share the first. */
export function checkDocstrings(source: Source): Finding[] {
  if (!source.path.startsWith('kernel/src/')) return [];
  const listed = new Set(source.program.body.flatMap(localExports));
  const first = new Map<string, Declared>();
  for (const declared of source.program.body.flatMap(functionsOf)) {
    if (!declared.exported && !listed.has(declared.name)) continue;
    if (!first.has(declared.name)) first.set(declared.name, declared);
  }
  return [...first.values()]
    .filter(({ statement }) => !hasDocstring(source, statement))
    .map(({ name, statement }) =>
      findingAt(source, 'docstrings', statement, `${name} has no docstring`),
    );
}

function hasDocstring({ comments, text }: Source, statement: Node): boolean {
  return comments.some(
    ({ type, value, end }) =>
      type === 'Block' &&
      /^\*[\s*]*\S/.test(value) &&
      end <= statement.start &&
      text.slice(end, statement.start).trim() === '',
  );
}

function localExports(statement: Node): string[] {
  if (statement.type !== 'ExportNamedDeclaration' || statement.source) return [];
  return statement.specifiers.flatMap(({ local }) =>
    local.type === 'Identifier' ? [local.name] : [],
  );
}

function functionsOf(statement: Node): Declared[] {
  const exported =
    statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportDefaultDeclaration';
  const declaration = exported ? statement.declaration : statement;
  if (!declaration) return [];
  if (declaration.type === 'VariableDeclaration') {
    return declaration.declarations
      .filter(({ init }) => init !== null && isFunction(unwrap(init)))
      .map(({ id }) => ({ name: id.type === 'Identifier' ? id.name : '', statement, exported }));
  }
  if (!isFunction(declaration) && declaration.type !== 'TSDeclareFunction') return [];
  const id = 'id' in declaration ? declaration.id : null;
  return [{ name: id?.type === 'Identifier' ? id.name : 'default', statement, exported }];
}

function unwrap(node: Node): Node {
  if (
    node.type === 'TSAsExpression' ||
    node.type === 'TSSatisfiesExpression' ||
    node.type === 'ParenthesizedExpression'
  ) {
    return unwrap(node.expression);
  }
  return node;
}
