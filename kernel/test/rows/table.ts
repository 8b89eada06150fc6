/** The page of rows: `node kernel/test/rows/table.ts` writes it and prints which construct serves which rows. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Case, type Expectation, isCarried, loadCases } from './case.ts';

/** Where the page stands. */
export const rowsPath: string = join(import.meta.dirname, '../../../docs/reference/rows.md');

/** The whole page, from the cases alone. */
export function rowsDocument(cases: readonly Case[]): string {
  const rows = new Set(cases.map(({ row }) => row));
  const worked = new Set(cases.filter((item) => !isCarried(item)).map(({ row }) => row));
  const lines = cases.map(
    (item) =>
      `| ${item.row} | ${item.shape} | ${item.construct.join(', ')} | ${expectedWords(item.expect)} | ${item.arithmetic} | ${isCarried(item) ? 'carried' : item.figure} |`,
  );
  return `# Rows: rule shapes found in published schemes

<!-- Written by node kernel/test/rows/table.ts from the cases beside it; do not edit. -->

${cases.length} cases for ${rows.size} rows: ${worked.size} rows are worked out by the kernel; the other
${rows.size - worked.size} are kept as data for a later room (\`carried\`). Every figure was worked out by hand before its
first run. Figure \`row\`: printed in the published row; \`ours\`: worked out by hand on terms of our own.

## Row by row

| row | shape | construct | expected | worked by hand | figure |
|---:|---|---|---|---|---|
${lines.join('\n')}

## Which construct serves which rows

| construct | rows |
|---|---|
${constructLines(cases).join('\n')}
`;
}

function constructLines(cases: readonly Case[]): string[] {
  const constructs = [...new Set(cases.flatMap(({ construct }) => construct))].sort();
  return constructs.map((construct) => {
    const serving = cases.filter((item) => item.construct.includes(construct));
    return `| ${construct} | ${[...new Set(serving.map(({ row }) => row))].join(', ')} |`;
  });
}

/** What a case expects, short enough for a table: `A 1.1 −0.8 · A rank 1`. */
function expectedWords(expected: Expectation): string {
  const {
    points,
    states,
    money,
    payStates,
    notices,
    noNotices,
    lint,
    dates,
    lists,
    carried,
    ...labels
  } = expected;
  const nested = (record: typeof money) =>
    Object.entries(record ?? {}).flatMap(([subject, lines]) =>
      Object.entries(lines).map(([code, value]) => `${subject} ${code} ${signed(value ?? 'none')}`),
    );
  const flat = Object.entries(labels).flatMap(([label, record]) =>
    Object.entries(record ?? {}).map(
      ([subject, value]) => `${subject} ${label} ${wordOf(value as string | boolean | string[])}`,
    ),
  );
  const noticed = (list: typeof notices, word: string) =>
    (list ?? []).map((item) =>
      [word, item.code, item.subject, item.clause, item.facts?.join('+')].filter(Boolean).join(' '),
    );
  return [
    ...nested(points),
    ...nested(states),
    ...nested(money),
    ...nested(payStates),
    ...flat,
    ...Object.entries(lists ?? {}).map(([name, list]) => `${name} ${list.join('、')}`),
    ...noticed(notices, 'notice'),
    ...noticed(noNotices, 'no notice'),
    ...(lint ?? []).map(({ code, path }) => `check ${code} at ${path}`),
    ...Object.entries(dates ?? {}).map(([name, day]) => `${name} ${day}`),
    ...(carried ?? []).map((path) => `keeps ${path}`),
  ].join(' · ');
}

function wordOf(value: string | boolean | readonly string[] | undefined): string {
  if (value === undefined) return 'none';
  return Array.isArray(value) ? value.join('、') || 'none' : String(value);
}

function signed(value: string): string {
  return value.replace(/^-/, '−');
}

if (import.meta.main) {
  const cases = loadCases();
  mkdirSync(dirname(rowsPath), { recursive: true });
  writeFileSync(rowsPath, rowsDocument(cases));
  console.log(constructLines(cases).join('\n'));
}
