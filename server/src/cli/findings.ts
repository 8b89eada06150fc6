/** Findings of the check as lines for a terminal. */

import type { Finding, Severity } from '@oneneedle/kernel';

const marks: Record<Severity, string> = { error: '■ 错误', warning: '▲ 提醒', hint: '○ 提示' };

/** "tree[1].clauses[0]：…" with its mark. */
export function findingText(finding: Finding): string {
  const where = finding.path === '' ? '' : `${finding.path}：`;
  return `${marks[finding.severity]} ${where}${finding.sentence}`;
}

/** "2 处错误，3 处提醒，1 处提示". */
export function countText(findings: readonly Finding[]): string {
  const count = (severity: Severity) =>
    findings.filter((finding) => finding.severity === severity).length;
  return `${count('error')} 处错误，${count('warning')} 处提醒，${count('hint')} 处提示`;
}
