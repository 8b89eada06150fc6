/** Files of at most 500 lines and functions of at most 70. */

import type { Node } from 'oxc-parser';
import {
  type Finding,
  findingAt,
  isFunction,
  lineAt,
  rootName,
  type Source,
  walk,
} from './source.ts';

const fileLines = 500;
const functionLines = 70;

/** A source file is at most 500 lines long, unless it holds nothing but data or a program wrote it. */
export function checkFileLength(source: Source): Finding[] {
  const lines = source.text.replace(/\n$/, '').split('\n').length;
  if (lines <= fileLines || isGenerated(source) || isData(source)) return [];
  const message = `${lines} lines, at most ${fileLines}`;
  return [{ rule: 'file-length', path: source.path, line: fileLines + 1, message }];
}

/** A function is at most 70 lines long; the callback of a `describe` may be longer. */
export function checkFunctionLength(source: Source): Finding[] {
  const findings: Finding[] = [];
  walk(source.program, (node, parents) => {
    if (!isFunction(node) || isDescribeCallback(node, parents.at(-1))) return;
    const lines = lineAt(source.text, node.end) - lineAt(source.text, node.start) + 1;
    if (lines <= functionLines) return;
    const message = `${lines} lines, at most ${functionLines}`;
    findings.push(findingAt(source, 'function-length', node, message));
  });
  return findings;
}

function isDescribeCallback(node: Node, parent: Node | undefined): boolean {
  if (parent?.type !== 'CallExpression' || rootName(parent.callee) !== 'describe') return false;
  return parent.arguments.some((argument) => argument === node);
}

/** Nobody reads what a program wrote from end to end; it grows with what it is made from. */
function isGenerated({ path }: Source): boolean {
  return path.endsWith('.generated.ts');
}

/** Constants made of literals: no function, no call, and at least one constant. */
function isData(source: Source): boolean {
  let constants = 0;
  let deeds = 0;
  walk(source.program, (node) => {
    if (node.type === 'VariableDeclarator') constants += 1;
    if (isFunction(node) || node.type === 'CallExpression' || node.type === 'ClassDeclaration') {
      deeds += 1;
    }
  });
  return constants > 0 && deeds === 0;
}
