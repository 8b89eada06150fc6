/** Tables of points by indicator: every row adds up to a score, every column to its last row. */

import type { Scheme, SubjectResult } from '@oneneedle/kernel';
import type { NewSheet } from '../platform/index.ts';
import { placesFor } from './print-words.ts';
import { exactText, withoutEmpty } from './sheet-cells.ts';

/** A scheme, and the lines that stand above every table of its results. */
export interface TableSource {
  readonly folder: { readonly scheme: Scheme };
  readonly lines: readonly string[];
}

/** 指标得分, and 二级指标得分 where there are such indicators. */
export function pointsSheets(source: TableSource, subjects: readonly SubjectResult[]): NewSheet[] {
  return [
    pointsSheet(source, subjects, { name: '指标得分', columns: topColumns(subjects) }),
    ...(hasSecondLevel(subjects)
      ? [pointsSheet(source, subjects, { name: '二级指标得分', columns: leafColumns(subjects) })]
      : []),
  ];
}

/** A column of points: a title and what each subject has there; undefined where it has nothing. */
interface PointsColumn {
  readonly title: string;
  milli(subject: SubjectResult): number | undefined;
}

/** First-level indicators, and what stands beside them under the total. */
function topColumns(subjects: readonly SubjectResult[]): PointsColumn[] {
  const nodes = namesBelow(subjects.map(({ tree }) => tree));
  return [
    ...nodes.map(({ code, name }): PointsColumn => {
      return { title: `${code} ${name}`, milli: ({ tree }) => nodeBelow(tree, code)?.milli };
    }),
    restColumn('总分调整', ({ tree }) => tree),
  ].filter((column) => isUsed(column, subjects));
}

/** Second-level indicators in the place of those that have them, and what else those did. */
function leafColumns(subjects: readonly SubjectResult[]): PointsColumn[] {
  const tops = namesBelow(subjects.map(({ tree }) => tree));
  const columns = tops.flatMap(({ code, name }): PointsColumn[] => {
    const own = (subject: SubjectResult) => nodeBelow(subject.tree, code);
    const below = namesBelow(subjects.flatMap((subject) => own(subject) ?? []));
    const whole = { title: `${code} ${name}`, milli: (one: SubjectResult) => own(one)?.milli };
    if (below.length === 0) return [whole];
    return [
      ...below.map((node): PointsColumn => {
        const milli = (subject: SubjectResult) => {
          const line = own(subject);
          return line && nodeBelow(line, node.code)?.milli;
        };
        return { title: `${node.code} ${node.name}`, milli };
      }),
      restColumn(`${code} ${name}（其余）`, own),
    ];
  });
  return [...columns, restColumn('总分调整', ({ tree }) => tree)].filter((column) =>
    isUsed(column, subjects),
  );
}

type Line = SubjectResult['tree'];

function restColumn(title: string, lineOf: (subject: SubjectResult) => Line | undefined) {
  const milli = (subject: SubjectResult) => {
    const rest = lineOf(subject)?.children.filter(({ kind }) => kind !== 'node') ?? [];
    return rest.reduce((sum, line) => sum + line.milli, 0) || undefined;
  };
  return { title, milli };
}

function hasSecondLevel(subjects: readonly SubjectResult[]): boolean {
  return subjects.some(({ tree }) =>
    tree.children.some((line) => line.children.some(({ kind }) => kind === 'node')),
  );
}

function isUsed(column: PointsColumn, subjects: readonly SubjectResult[]): boolean {
  return subjects.some((subject) => column.milli(subject) !== undefined);
}

function nodeBelow(line: Line, code: string): Line | undefined {
  return line.children.find((child) => child.kind === 'node' && child.code === code);
}

/** The nodes directly below any of these lines, each once, in the order of their document. */
function namesBelow(lines: readonly Line[]): { code: string; name: string }[] {
  const names = new Map<string, string>();
  for (const line of lines) {
    for (const child of line.children)
      if (child.kind === 'node') names.set(child.code, child.label);
  }
  return [...names]
    .map(([code, name]) => ({ code, name }))
    .sort((a, b) => inNumberOrder(a.code, b.code));
}

/** 2 before 10, 2.2 before 2.10. */
function inNumberOrder(a: string, b: string): number {
  const [left, right] = [a.split('.'), b.split('.')];
  for (const [index, part] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    const bothNumbers = /^\d{1,9}$/.test(part) && /^\d{1,9}$/.test(other);
    const order = bothNumbers ? Number(part) - Number(other) : part < other ? -1 : 1;
    if (part !== other && order !== 0) return order;
  }
  return left.length - right.length;
}

function pointsSheet(
  { folder, lines }: TableSource,
  all: readonly SubjectResult[],
  { name, columns }: { name: string; columns: readonly PointsColumn[] },
): NewSheet {
  const subjects = all.filter(({ notAssessed }) => notAssessed === undefined);
  const groups = new Map((folder.scheme.groups ?? []).map((group) => [group.code, group.name]));
  const values = subjects.map((subject) => columns.map((column) => column.milli(subject)));
  const places = placesFor(folder.scheme, [
    ...subjects.map(({ totalMilli }) => totalMilli),
    ...values.flat().filter((milli) => milli !== undefined),
  ]);
  const points = { type: 'number' as const, decimals: places, width: 11 };
  const sumOf = (millis: readonly (number | undefined)[]) =>
    millis.reduce<number>((sum, milli) => sum + (milli ?? 0), 0);
  const rows = subjects.map((subject, index) => {
    const own = values[index] ?? [];
    const sum = sumOf(own);
    return [
      groups.get(subject.group ?? '') ?? subject.group ?? '',
      subject.code,
      subject.name,
      ...own.map((milli) => (milli === undefined ? '' : exactText(milli))),
      ...[sum, subject.totalMilli, sum - subject.totalMilli].map(exactText),
    ];
  });
  const totals = columns.map((_, column) => sumOf(values.map((row) => row[column])));
  const scores = sumOf(subjects.map(({ totalMilli }) => totalMilli));
  const last = [...totals, sumOf(totals), scores, sumOf(totals) - scores].map(exactText);
  return withoutEmpty(
    {
      name,
      title: [
        ...lines,
        '每一行的各指标相加等于“相加”，应与“得分”相同，“核对”为 0；最后一行是各列的合计。',
      ],
      columns: [
        { title: '类组', type: 'text' },
        { title: '编码', type: 'text' },
        { title: '名称', type: 'text' },
        ...columns.map(({ title }) => ({ title, ...points })),
        { title: '相加', ...points },
        { title: '得分', ...points },
        { title: '核对', ...points },
      ],
      rows: [...rows, ['', '合计', `${subjects.length} 个`, ...last]],
      landscape: true,
    },
    '类组',
  );
}
