/** What must be right before a number is computed. */

import { join } from 'node:path';
import { check, checkFacts, type Finding } from '@oneneedle/kernel';
import { countText, findingText, Refusal } from '../platform/index.ts';
import type { Folder } from './folder.ts';

const shownErrors = 40;

/**
 * Refuses a scheme with errors, and facts that the catalogue or the roster contradicts: a number
 * would be wrong. Returns sentences that count the rest, or '' if nothing was found.
 */
export function requireSound({ path, scheme, kinds, book }: Folder): string {
  const { roster, facts } = book;
  const command = `npx oneneedle scheme check ${join(path, 'scheme.yaml')}`;
  const ofScheme = check(scheme, { roster, ...(kinds ? { kinds } : {}) });
  refuseErrors(ofScheme, (count) => {
    return `办法有 ${count} 处错误，没有计分。请改正后再运行；连同提醒逐处查看：${command}`;
  });
  const ofFacts = kinds ? checkFacts(facts, { kinds, roster }) : [];
  refuseErrors(ofFacts, (count) => {
    return `事实有 ${count} 处与目录或名册对不上，没有计分。请在 facts.yaml 改正后再运行：`;
  });
  const counts = [
    ...(ofScheme.length === 0 ? [] : [`办法检查：${countText(ofScheme)}；逐处查看：${command}`]),
    ...(ofFacts.length === 0 ? [] : [`事实核对：${countText(ofFacts)}`]),
    ...ofFacts.slice(0, shownErrors).map(findingText),
  ];
  return counts.join('\n');
}

function refuseErrors(findings: readonly Finding[], headline: (count: number) => string): void {
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  const rest = errors.length - shownErrors;
  const lines = [
    headline(errors.length),
    ...errors.slice(0, shownErrors).map(findingText),
    ...(rest > 0 ? [`……另有 ${rest} 处`] : []),
  ];
  throw new Refusal(lines.join('\n'));
}
