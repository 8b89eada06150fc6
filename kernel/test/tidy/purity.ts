/**
 * The kernel is pure: the same arguments give the same answer on every machine and on every day.
 * The build (`kernel/tsconfig.build.json`) knows neither Node's nor the browser's types; these
 * rules refuse what the language itself offers: the clock, chance, the machine's locale, floats.
 */

import type { Node } from 'oxc-parser';
import { type Finding, findingAt, memberName, type Source, walk } from './source.ts';

const packages = /^(?:yaml|zod|@noble\/hashes\/.+)$/;

const globals: Record<string, string> = {
  Date: 'the clock and the local zone; take dates as arguments, see kernel/src/time',
  Intl: 'the locale and zone of the machine',
  process: 'the machine',
  console: 'output',
  fetch: 'the network',
  setTimeout: 'the clock',
  setInterval: 'the clock',
  setImmediate: 'the clock',
  globalThis: 'every global, unseen by this rule',
  require: 'modules, unseen by this rule',
  Buffer: 'Node only; use Uint8Array',
  eval: 'code from data',
  Function: 'code from data',
  parseFloat: 'a float from text; use parseExact',
};

const localeMembers = /^(?:localeCompare|toLocale\w*)$/;

/** Folders in which every number is a point, an amount of money or a fraction. */
const exactFolders = /^kernel\/src\/(?:number|evaluate|grade|pay)\//;
const wholeMath = new Set(['max', 'min', 'abs', 'sign', 'trunc']);

/** One construct that one file of the exact folders may use, and why it is exact there. */
export interface Allowance {
  path: string;
  construct: string;
  reason: string;
}

/** What the exact folders may use all the same; an entry that is not needed fails the test. */
export const floatAllowances: Allowance[] = [
  {
    path: 'kernel/src/number/points.ts',
    construct: 'Number(',
    reason: 'the one door from BigInt to Milli and Fen; it refuses what is not a safe integer',
  },
  {
    path: 'kernel/src/number/rational.ts',
    construct: 'Number(',
    reason: 'a count of decimal places, 0 to 12, for printing',
  },
  {
    path: 'kernel/src/number/rational.ts',
    construct: '/',
    reason: 'both sides are BigInt: the quotient is whole, and the rest is taken with %',
  },
  {
    path: 'kernel/src/number/whole.ts',
    construct: 'Number(',
    reason: 'whole numbers for counting and dates; it refuses what is not a safe integer',
  },
  {
    path: 'kernel/src/evaluate/entries.ts',
    construct: '/',
    reason: 'a shared loss in BigInt units: each takes the quotient, the first what is left',
  },
];

/** Kernel sources import their own files and three pure packages, nothing else. */
export function checkKernelImports(source: Source): Finding[] {
  if (!isKernel(source)) return [];
  const refused = source.imports.filter(({ specifier }) => {
    if (specifier === undefined) return true;
    if (!specifier.startsWith('.')) return !packages.test(specifier);
    const target = new URL(specifier, `file:///${source.path}`).pathname;
    return !target.startsWith('/kernel/src/');
  });
  return refused.map(({ specifier, node }) =>
    findingAt(source, 'kernel-imports', node, `${specifier ?? 'a computed path'} is not pure`),
  );
}

/** Kernel sources never name the clock, chance, the machine or the network. */
export function checkKernelGlobals(source: Source): Finding[] {
  if (!isKernel(source)) return [];
  const findings: Finding[] = [];
  walk(source.program, (node, parents) => {
    const message = impurity(node, parents.at(-1));
    if (message) findings.push(findingAt(source, 'kernel-globals', node, message));
  });
  return findings;
}

/**
 * In the exact folders no operation can make a float: no fraction literal, no quotient, no
 * conversion from text, no rounding function. Sums and products of safe integers stay whole.
 */
export function checkExactness(source: Source, allowances: Allowance[]): Finding[] {
  if (!exactFolders.test(source.path)) return [];
  const allowed = allowances.filter(({ path }) => path === source.path);
  const used = new Set<string>();
  const findings: Finding[] = [];
  walk(source.program, (node, parents) => {
    const construct = inexactConstruct(node, parents.at(-1));
    if (!construct) return;
    used.add(construct);
    if (allowed.some((allowance) => allowance.construct === construct)) return;
    findings.push(findingAt(source, 'exactness', node, `${construct} can make a float`));
  });
  for (const { construct } of allowed.filter((allowance) => !used.has(allowance.construct))) {
    const message = `the allowance of ${construct} is not needed any more`;
    findings.push(findingAt(source, 'exactness', source.program, message));
  }
  return findings;
}

function isKernel({ path }: Source): boolean {
  return path.startsWith('kernel/src/');
}

function impurity(node: Node, parent: Node | undefined): string | undefined {
  if (node.type === 'MetaProperty') return 'import.meta is the place of the file';
  const member = memberName(node);
  if (member && localeMembers.test(member)) return `${member} depends on the machine's locale`;
  if (member === 'random' && node.type === 'MemberExpression' && isNamed(node.object, 'Math')) {
    return 'Math.random is chance; take the draw as an argument';
  }
  if (node.type !== 'Identifier' || !Object.hasOwn(globals, node.name)) return undefined;
  return isJustAName(node, parent) ? undefined : `${node.name}: ${globals[node.name]}`;
}

function inexactConstruct(node: Node, parent: Node | undefined): string | undefined {
  const member = memberName(node);
  if (member && /^(?:toFixed|toPrecision|toExponential)$/.test(member)) return `.${member}`;
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'number' && !Number.isInteger(node.value)
        ? 'a fraction literal'
        : undefined;
    case 'BinaryExpression':
      return node.operator === '/' ? '/' : undefined;
    case 'AssignmentExpression':
      return node.operator === '/=' ? '/=' : undefined;
    case 'UnaryExpression':
      return node.operator === '+' ? 'unary +' : undefined;
    case 'MemberExpression':
      if (isNamed(node.object, 'Math')) {
        return member && wholeMath.has(member) ? undefined : `Math.${member}`;
      }
      return isNamed(node.object, 'Number') && member?.startsWith('parse')
        ? `Number.${member}`
        : undefined;
    case 'Identifier':
      if (isJustAName(node, parent)) return undefined;
      if (node.name === 'parseInt') return 'parseInt';
      return node.name === 'Number' && parent?.type !== 'MemberExpression' ? 'Number(' : undefined;
    default:
      return undefined;
  }
}

function isNamed(node: Node, name: string): boolean {
  return node.type === 'Identifier' && node.name === name;
}

/** True where an identifier only names a member, a field, a label or a foreign export. */
function isJustAName(node: Node, parent: Node | undefined): boolean {
  if (!parent) return false;
  if (parent.type === 'MemberExpression') return parent.property === node && !parent.computed;
  if ('key' in parent && parent.key === node) return !('computed' in parent && parent.computed);
  if (parent.type === 'ImportSpecifier') return parent.imported === node;
  if (parent.type === 'ExportSpecifier') return parent.exported === node;
  if (parent.type === 'TSQualifiedName') return parent.right === node;
  return 'label' in parent && parent.label === node;
}
