/** No silenced compiler, no silenced linter, no silenced test. */

import type { Node } from 'oxc-parser';
import { type Finding, findingAt, memberName, rootName, type Source, walk } from './source.ts';

const testFunctions = new Set(['describe', 'suite', 'it', 'test', 'context']);
const silencers = new Set(['skip', 'skipIf', 'runIf', 'only', 'todo', 'fails']);

/** The type `any` is never written; `unknown` and a check say the same honestly. */
export function checkNoAny(source: Source): Finding[] {
  const findings: Finding[] = [];
  walk(source.program, (node) => {
    if (node.type !== 'TSAnyKeyword') return;
    findings.push(findingAt(source, 'no-any', node, 'any switches the compiler off'));
  });
  return findings;
}

/** The compiler is never told to look away; the linter only with a reason. */
export function checkSuppressions(source: Source): Finding[] {
  return source.comments.flatMap((comment) => {
    const refuse = (message: string) => [findingAt(source, 'suppression', comment, message)];
    const compiler = /@ts-(?:ignore|nocheck|expect-error)/.exec(comment.value);
    if (compiler) return refuse(`${compiler[0]} hides a type error`);
    if (!/^[\s*]*biome-ignore/.test(comment.value)) return [];
    const reason = /biome-ignore[\w-]*\s+[^:]+:(.*)/s.exec(comment.value)?.[1]?.trim() ?? '';
    return /\w{2}/.test(reason) && !reason.startsWith('<')
      ? []
      : refuse('biome-ignore without a reason');
  });
}

/** A test is never skipped, postponed or run alone. */
export function checkNoSilencedTest(source: Source): Finding[] {
  if (!/\.(?:test|bench)\.ts$/.test(source.path)) return [];
  const findings: Finding[] = [];
  walk(source.program, (node) => {
    for (const { name, place } of silencersOf(node)) {
      findings.push(findingAt(source, 'silenced-test', place, `${name} hides a test`));
    }
  });
  return findings;
}

function silencersOf(node: Node): { name: string; place: Node }[] {
  if (node.type === 'MemberExpression') {
    const name = memberName(node) ?? '';
    const hides = silencers.has(name) && testFunctions.has(rootName(node) ?? '');
    return hides ? [{ name, place: node }] : [];
  }
  if (node.type !== 'CallExpression' || !testFunctions.has(rootName(node) ?? '')) return [];
  return node.arguments
    .flatMap((argument) => (argument.type === 'ObjectExpression' ? argument.properties : []))
    .flatMap((property) => {
      if (property.type !== 'Property' || property.key.type !== 'Identifier') return [];
      const { name } = property.key;
      return silencers.has(name) ? [{ name, place: property }] : [];
    });
}
