/** Findings of the check as lines for a terminal. */

import type { Finding, Severity } from '@oneneedle/kernel';

const marks: Record<Severity, string> = { error: '■ 错误', warning: '▲ 提醒', hint: '○ 提示' };

const headings: Record<Severity, string> = {
  error: '不改正就不能计分',
  warning: '由负责人决定改或不改',
  hint: '供参考',
};

const severities: readonly Severity[] = ['error', 'warning', 'hint'];

/** "tree[1].clauses[0]：…" with its mark. */
export function findingText(finding: Finding): string {
  return `${marks[finding.severity]} ${placed(finding)}`;
}

/** All findings by severity, the gravest first, each group under its number; '' for none. */
export function groupedText(findings: readonly Finding[]): string {
  const groups = severities.flatMap((severity) => {
    const own = findings.filter((finding) => finding.severity === severity);
    if (own.length === 0) return [];
    const head = `${marks[severity]} ${own.length} 处（${headings[severity]}）`;
    return [[head, ...own.map((finding) => `  · ${placed(finding)}`)].join('\n')];
  });
  return groups.join('\n\n');
}

/** A finding with the name of its file; rows of a list are counted from 1, as people do. */
export function inFile(file: string, finding: Finding): Finding {
  const path = finding.path.replace(/^\[(\d+)\]\.?/, (_, row) => `第 ${Number(row) + 1} 条 `);
  return { ...finding, path: `${file} ${path}`.trimEnd() };
}

/** "2 处错误，3 处提醒，1 处提示". */
export function countText(findings: readonly Finding[]): string {
  const count = (severity: Severity) =>
    findings.filter((finding) => finding.severity === severity).length;
  return `${count('error')} 处错误，${count('warning')} 处提醒，${count('hint')} 处提示`;
}

function placed({ path, sentence }: Finding): string {
  return path === '' ? sentence : `${path}：${sentence}`;
}
