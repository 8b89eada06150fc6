/** Between the lines of a source, its findings and the rows of its official text. Pure. */

import type { Finding, Official } from './replies.ts';

/** The code of the clause or indicator in which a line stands; undefined above the first. */
export function codeAt({ rows }: Official, line: number): string | undefined {
  let found: string | undefined;
  for (const row of rows) {
    if (row.line === undefined) continue;
    if (row.line > line) return found;
    found = row.code;
  }
  return found;
}

/** The marks beside the numbers: the worst finding of a line has the say. ■ error ▲ warning · hint */
export function gutterText(lines: number, findings: readonly Finding[]): string {
  const marks = new Map<number, string>();
  for (const { line, severity } of findings) {
    if (line === undefined) continue;
    const known = marks.get(line);
    if (known === undefined || signs.indexOf(known) > signs.indexOf(sign[severity])) {
      marks.set(line, sign[severity]);
    }
  }
  const width = String(lines).length;
  return Array.from({ length: lines }, (_, index) => {
    const number = String(index + 1).padStart(width, ' ');
    return `${marks.get(index + 1) ?? ' '}${number}`;
  }).join('\n');
}

const sign = { error: '■', warning: '▲', hint: '·' } as const;
const signs: readonly string[] = [sign.error, sign.warning, sign.hint];

/** The sign of a finding, for lists. */
export function signOf(severity: Finding['severity']): string {
  return sign[severity];
}

/** The line of the next finding below a line, from the top again after the last. */
export function nextFindingLine(findings: readonly Finding[], line: number): number | undefined {
  const lines = findings.flatMap((finding) => finding.line ?? []).sort((a, b) => a - b);
  return lines.find((one) => one > line) ?? lines[0];
}

/** Where a line begins and ends in a text, counted in characters. */
export function lineRange(text: string, line: number): { start: number; end: number } {
  let start = 0;
  for (let at = 1; at < line; at += 1) {
    const next = text.indexOf('\n', start);
    if (next === -1) break;
    start = next + 1;
  }
  const end = text.indexOf('\n', start);
  return { start, end: end === -1 ? text.length : end };
}

/** The line, from 1, in which a place of a text stands. */
export function lineAt(text: string, place: number): number {
  return text.slice(0, place).split('\n').length;
}
