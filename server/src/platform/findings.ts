/** Findings of the check as lines for a terminal. */

import type { Finding, Severity } from '@oneneedle/kernel';

const marks: Record<Severity, string> = { error: '■ 错误', warning: '▲ 提醒', hint: '○ 提示' };

const headings: Record<Severity, string> = {
  error: '不改正就不能计分',
  warning: '由负责人决定改或不改',
  hint: '供参考',
};

const severities: readonly Severity[] = ['error', 'warning', 'hint'];

/** A finding with the name of the file that it is about. */
export interface FileFinding extends Finding {
  readonly file?: string;
}

/** "■ 错误 scheme.yaml 第 37 行 条款 1.5：…"; the path where no line is known. */
export function findingText(finding: FileFinding): string {
  return `${marks[finding.severity]} ${placed(finding)}`;
}

/** All findings by severity, the gravest first, each group under its number; '' for none. */
export function groupedText(findings: readonly FileFinding[]): string {
  const groups = severities.flatMap((severity) => {
    const own = findings.filter((finding) => finding.severity === severity);
    if (own.length === 0) return [];
    const head = `${marks[severity]} ${own.length} 处（${headings[severity]}）`;
    return [[head, ...own.map((finding) => `  · ${placed(finding)}`)].join('\n')];
  });
  return groups.join('\n\n');
}

/** A finding with the name of its file, as a person would call it. */
export function inFile(file: string, finding: Finding): FileFinding {
  return { ...finding, file };
}

/** "2 处错误，3 处提醒，1 处提示". */
export function countText(findings: readonly Finding[]): string {
  const count = (severity: Severity) =>
    findings.filter((finding) => finding.severity === severity).length;
  return `${count('error')} 处错误，${count('warning')} 处提醒，${count('hint')} 处提示`;
}

function placed(finding: FileFinding): string {
  const place = placeOf(finding);
  return place === '' ? finding.sentence : `${place}：${finding.sentence}`;
}

/** File, line and what stands there; a sentence that begins with its line needs no other. */
function placeOf({ file = '', path, where, line, sentence }: FileFinding): string {
  if (line !== undefined && sentence.startsWith(`第 ${line} 行`)) return file;
  const words = line === undefined ? [byRow(path)] : [`第 ${line} 行`, where ?? byRow(path)];
  return [file, ...words].filter((word) => word !== '').join(' ');
}

/** Rows of a list are counted from 1, as people do. */
function byRow(path: string): string {
  return path.replace(/^\[(\d+)\]\.?/, (_, row) => `第 ${Number(row) + 1} 条 `).trimEnd();
}
