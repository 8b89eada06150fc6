/**
 * One invented township as the bench needs it twice: as a scheme with facts for the kernel, and as
 * the workbook that a clerk would build for the same rules, with one formula a cell.
 */

import { type Fact, isoDate, type Roster } from '@oneneedle/kernel';
import type { FormulaCell, FormulaSheet } from '../server/print/formula-workbook.ts';

const villages = 20;
const clausesEach = 8;
const groups = ['平原村', '山区村'] as const;

/** An indicator: what it gives at the start, by peer group, and whether bonuses are all it has. */
const indicators = [
  { name: '人居环境', full: [30, 24], isBonus: false },
  { name: '基层党建', full: [20, 20], isBonus: false },
  { name: '农业生产', full: [24, 30], isBonus: false },
  { name: '综合治理', full: [26, 26], isBonus: false },
  { name: '加分', full: [24, 24], isBonus: true },
] as const;

/** The mix of clauses: three in eight by the sum of a field, some doubled, some bounded. */
const mix = [
  { milli: 200, isSum: true, bound: undefined, isDoubled: false },
  { milli: 200, isSum: false, bound: 6, isDoubled: false },
  { milli: 200, isSum: true, bound: 3, isDoubled: false },
  { milli: 200, isSum: false, bound: undefined, isDoubled: true },
  { milli: 400, isSum: false, bound: 2, isDoubled: false },
  { milli: 100, isSum: true, bound: undefined, isDoubled: false },
  { milli: 200, isSum: false, bound: 2, isDoubled: true },
  { milli: 100, isSum: false, bound: undefined, isDoubled: false },
] as const;

interface Clause {
  readonly kind: string;
  readonly points: string;
  readonly isSum: boolean;
  readonly isDoubled: boolean;
  readonly bound: number | undefined;
  readonly isBonus: boolean;
}

/** So many facts of one year; the points of a fact shrink as their number grows, so floors stay rare. */
export interface Township {
  readonly scheme: string;
  readonly roster: Roster;
  readonly facts: readonly Fact[];
  /** The first sheet lists village, its indicators, total and rank, in the order of the roster. */
  readonly workbook: readonly FormulaSheet[];
}

/** Makes the township; `facts` is a multiple of 5,000, so that all points have three decimals. */
export function townshipOf(facts: number): Township {
  const clauses = clausesOf(facts);
  const rows = factRows(facts, clauses);
  return {
    scheme: schemeText(clauses),
    roster: rosterOf(),
    facts: rows.map(factOf),
    workbook: [
      rankingSheet(),
      matrixSheet(clauses, facts),
      fullSheet(),
      {
        name: '台账',
        rows: [['编号', '日期', '村', '事实', '处数', '再次'], ...rows.map(rowCells)],
      },
    ],
  };
}

/** The workbook without its formulas: what opening the same ledger costs. */
export function ledgerOnly({ workbook }: Township): readonly FormulaSheet[] {
  const withoutFormulas = (cell: FormulaCell) => (typeof cell === 'object' ? 0 : cell);
  return workbook.map(({ name, rows }) => ({
    name,
    rows: rows.map((row) => row.map(withoutFormulas)),
  }));
}

function clausesOf(facts: number): Clause[] {
  return indicators.flatMap(({ isBonus }, indicator) =>
    mix.map(({ milli, isSum, bound, isDoubled }, index) => ({
      kind: `事实${indicator + 1}${index + 1}`,
      points: decimal((isBonus ? 1 : -1) * Math.round((milli * 5_000) / facts)),
      isSum,
      isDoubled,
      bound,
      isBonus,
    })),
  );
}

interface FactRow {
  readonly id: string;
  readonly on: string;
  readonly village: string;
  readonly kind: string;
  readonly places: number;
  readonly again: string;
}

/** The same facts at every run: villages and clauses take turns, the later villages a little more. */
function factRows(count: number, clauses: readonly Clause[]): FactRow[] {
  const rows: FactRow[] = [];
  let state = 20_260_101;
  const next = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
  while (rows.length < count) {
    const village = Math.max(next(villages), next(villages + 8) - 8);
    rows.push({
      id: `F${rows.length + 1}`,
      on: `2026-${two(1 + next(12))}-${two(1 + next(28))}`,
      village: villageName(village),
      kind: clauses[next(clauses.length)]?.kind ?? '',
      places: 1 + next(4),
      again: next(5) === 0 ? '是' : '否',
    });
  }
  return rows;
}

function factOf({ id, on, village, kind, places, again }: FactRow, index: number): Fact {
  return {
    id,
    kind,
    form: 'event',
    about: [{ subject: village, as: '' }],
    on: isoDate(on),
    values: { 处数: String(places), 再次: again },
    tags: [],
    evidence: [],
    matter: id,
    seq: index + 1,
  };
}

function rowCells({ id, on, village, kind, places, again }: FactRow): FormulaCell[] {
  return [id, on, village, kind, places, again];
}

function rosterOf(): Roster {
  const units = Array.from({ length: villages }, (_, index) => ({
    code: villageName(index),
    name: villageName(index),
    type: 'village',
    group: groupOf(index),
    aliases: [],
    tags: [],
    sizes: {},
  }));
  return { units, persons: [], posts: [], pairings: [] };
}

function schemeText(clauses: readonly Clause[]): string {
  const [plain, hill] = groups;
  const head = [
    'line: bench-township',
    'name: 村年度考核办法',
    'version: "1"',
    'subject: { kind: unit, where: { types: [village] } }',
    'period: year',
    `groups: [{ code: ${plain}, name: ${plain} }, { code: ${hill}, name: ${hill} }]`,
    'ranking: { within: group, ties: skip }',
    'tree:',
  ];
  const nodes = indicators.map(({ name, full, isBonus }, index) => {
    const start = isBonus ? ', start: zero' : `, byGroup: { ${hill}: { full: ${full[1]} } }`;
    const own = clauses.slice(index * clausesEach, (index + 1) * clausesEach);
    const lines = own.map(
      (clause, at) => `      - ${clauseText(clause, `${index + 1}.${at + 1}`)}`,
    );
    return [
      `  - code: ${index + 1}\n    name: ${name}\n    full: ${full[0]}\n    floor: zero${start.replace(', ', '\n    ')}`,
      '    clauses:',
      ...lines,
    ].join('\n');
  });
  return [...head, ...nodes].join('\n');
}

function clauseText({ kind, points, isSum, isDoubled, bound, isBonus }: Clause, code: string) {
  const of = isSum ? 'of: 处数, ' : '';
  const factor = isDoubled ? ', factor: [{ when: { fact: { 再次: 是 } }, times: 2 }]' : '';
  const limit = bound === undefined ? '' : isBonus ? `, cap: ${bound}` : `, floor: -${bound}`;
  return `{ code: "${code}", text: 条款${code}, on: ${kind}, rule: { count: { ${of}delta: ${points} } }${factor}${limit} }`;
}

/** 排名: one row a village; each indicator from the sheet of clauses, the total, the rank in its group. */
function rankingSheet(): FormulaSheet {
  const names = indicators.map(({ name }) => name);
  const rows = Array.from({ length: villages }, (_, index) => {
    const row = index + 2;
    const points = indicators.map(({ isBonus }, indicator) => {
      const first = letters(2 + indicator * clausesEach);
      const last = letters(1 + (indicator + 1) * clausesEach);
      const sum = `SUM(条款!${first}${row + 1}:${last}${row + 1})`;
      const full = `VLOOKUP(B${row},满分!A:${letters(indicators.length + 1)},${indicator + 2},FALSE)`;
      return { formula: isBonus ? `MIN(${full},${sum})` : `MAX(0,${full}+${sum})` };
    });
    const all = (column: string) => `$${column}$2:$${column}$${villages + 1}`;
    return [
      villageName(index),
      groupOf(index),
      ...points,
      { formula: `ROUND(SUM(C${row}:G${row}),3)` },
      { formula: `COUNTIFS(${all('B')},B${row},${all('H')},">"&H${row})+1` },
    ];
  });
  return { name: '排名', rows: [['村', '类组', ...names, '总分', '名次'], ...rows] };
}

/** 条款: the facts of the head's kind, the points of the second row, for the village of the row. */
function matrixSheet(clauses: readonly Clause[], facts: number): FormulaSheet {
  const ledger = (column: string) => `台账!$${column}$2:$${column}$${facts + 1}`;
  const rows = Array.from({ length: villages }, (_, index) => [
    villageName(index),
    ...clauses.map((clause, at) => {
      const [row, column] = [index + 3, letters(at + 2)];
      const which = `${ledger('C')},$A${row},${ledger('D')},${column}$1`;
      const number = clause.isSum ? `SUMIFS(${ledger('E')},${which})` : `COUNTIFS(${which})`;
      const again = clause.isDoubled ? `+COUNTIFS(${which},${ledger('F')},"是")` : '';
      const points = `ROUND((${number}${again})*${column}$2,3)`;
      if (clause.bound === undefined) return { formula: points };
      const { bound, isBonus } = clause;
      return { formula: isBonus ? `MIN(${bound},${points})` : `MAX(-${bound},${points})` };
    }),
  ]);
  const kinds = ['事实', ...clauses.map(({ kind }) => kind)];
  return { name: '条款', rows: [kinds, ['每次分值', ...clauses.map(perFact)], ...rows] };
}

function fullSheet(): FormulaSheet {
  const rows = groups.map((group, at) => [group, ...indicators.map(({ full }) => full[at] ?? 0)]);
  return { name: '满分', rows: [['类组', ...indicators.map(({ name }) => name)], ...rows] };
}

function perFact({ points }: Clause): number {
  return Number(points);
}

function villageName(index: number): string {
  return `第${index + 1}村`;
}

function groupOf(index: number): string {
  return groups[index % groups.length] ?? '';
}

/** "A" for 1, "AA" for 27. */
function letters(column: number): string {
  const before = Math.floor((column - 1) / 26);
  return (before > 0 ? letters(before) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}

/** -500 thousandths as "-0.5". */
function decimal(milli: number): string {
  const digits = String(Math.abs(milli)).padStart(4, '0');
  return `${milli < 0 ? '-' : ''}${digits.slice(0, -3)}.${digits.slice(-3)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
