/** Bands of scores, rows of tables, tiers of pay: every value falls into exactly one of them. */

import {
  compare,
  exact,
  one,
  parseExact,
  type Rational,
  rational,
  signOf,
  zero,
} from '../number/rational.ts';
import type { Quantity } from '../scheme/quantity.ts';
import type { Grades } from '../scheme/result-use.ts';
import { listOf } from '../scheme/shapes.ts';
import { type Finding, finding } from './finding.ts';
import { type Bounds, boundsWords, clashes, ends, isReversed } from './interval.ts';
import type { ClauseAt, SchemeView } from './view.ts';
import { clauseWords, numberWords, repeatedItems } from './words.ts';

/** Gaps, overlaps, reversed ranges, and values beyond a table that the scheme says nothing about. */
export function checkBands(view: SchemeView): Finding[] {
  return [
    ...gradeBands(view),
    ...view.clauses.flatMap((at) => [...tableRows(view, at), ...pointBounds(at)]),
    ...payTiers(view),
    ...view.nodes.flatMap(({ node, path }) => capAndFloor(node, path)),
    ...view.clauses.flatMap(({ clause, path }) => capAndFloor(clause, path)),
    ...capAndFloor(view.scheme.total ?? {}, 'total'),
  ];
}

type Band = NonNullable<Grades['bands']>[number];

function gradeBands(view: SchemeView): Finding[] {
  const { grades } = view.scheme;
  if (!grades) return [];
  const step = scoreStep(view, grades.roundFirst);
  const lists: [string, readonly Band[]][] = [
    ['grades.bands', grades.bands ?? []],
    ...Object.entries(grades.bandsByGroup ?? {}).map(
      ([group, bands]): [string, readonly Band[]] => [`grades.bandsByGroup.${group}`, bands],
    ),
  ];
  return lists.flatMap(([path, bands]) => {
    const name = (place: number) => `${bands[place]?.grade}（${boundsWords(bands[place] ?? {})}）`;
    const gapAdvice =
      '请把各档首尾相接（上一档 from 90，下一档写 below 90），或用 roundFirst 写明先取整再对档';
    return [
      ...neighbours({ path, pieces: piecesOf(bands), name, what: '得分', gapAdvice }, step),
      ...gradeOrder(grades.order, bands, path),
      ...openEnds(view, bands, path),
    ];
  });
}

/** Printed scores come in steps: the decimals of the scheme, or those rounded to first. */
function scoreStep({ scheme }: SchemeView, roundFirst?: string): Rational {
  const places = Number(roundFirst ?? scheme.decimals ?? '3');
  return rational(1n, 10n ** BigInt(places));
}

/** A range with the row or band it comes from; a row of labels gives one for each number. */
interface Piece {
  readonly bounds: Bounds;
  readonly row: number;
}

interface Neighbours {
  readonly path: string;
  readonly pieces: readonly Piece[];
  readonly name: (row: number) => string;
  readonly what: string;
  /** What to do about a gap; without it gaps are nobody's concern. */
  readonly gapAdvice?: string;
}

function piecesOf(list: readonly Bounds[]): Piece[] {
  return list.map((bounds, row) => ({ bounds, row }));
}

function neighbours(
  { path, pieces, name, what, gapAdvice }: Neighbours,
  step?: Rational,
): Finding[] {
  const reversed = pieces.flatMap(({ bounds, row }) => {
    if (!isReversed(bounds)) return [];
    const sentence = `${name(row)}的下限不低于上限，没有任何${what}落在里面；请把上下限对调或改正。`;
    return [finding('bounds-reversed', `${path}[${row}]`, sentence)];
  });
  const { overlaps, gaps } = clashes(
    pieces.map(({ bounds }) => bounds),
    step,
  );
  const rowOf = (place: number) => pieces[place]?.row ?? 0;
  return [
    ...reversed,
    ...overlaps.map(({ first, second, example }) => {
      const [left, right] = [rowOf(first), rowOf(second)];
      const sentence = `${what} ${numberWords(example)} 同时落在${name(left)}和${name(right)}，取哪一个没有写明；请只让一边包含（from、to 包含本数，above、below 不包含）。`;
      return finding('band-overlap', `${path}[${right}]`, sentence);
    }),
    ...(gapAdvice === undefined ? [] : gaps).map(({ first, second, example }) => {
      const [left, right] = [rowOf(first), rowOf(second)];
      const place =
        left === right
          ? `不在${name(right)}里，也不在别的行里`
          : `落在${name(left)}和${name(right)}之间，哪一个都不属于`;
      const sentence = `${what} ${numberWords(example)} ${place}；${gapAdvice}。`;
      return finding('band-gap', `${path}[${right}]`, sentence);
    }),
  ];
}

function gradeOrder(order: readonly string[], bands: readonly Band[], path: string): Finding[] {
  const sorted = bands
    .map((band, place) => ({ band, place, low: lowOf(band) }))
    .filter(({ band }) => order.includes(band.grade) && !isReversed(band))
    .sort((a, b) => compareLow(b.low, a.low));
  return sorted.slice(1).flatMap(({ band, place }, index) => {
    const above = sorted[index]?.band;
    if (!above || order.indexOf(band.grade) >= order.indexOf(above.grade)) return [];
    const sentence = `${above.grade}的分数高于${band.grade}，而 order 里${band.grade}排在${above.grade}之前；order 要从最好的等次写起，请核对。`;
    return [finding('grade-order', `${path}[${place}]`, sentence)];
  });
}

function lowOf({ from, above }: Bounds): Rational | undefined {
  const text = from ?? above;
  return text === undefined ? undefined : exact(text);
}

function compareLow(a: Rational | undefined, b: Rational | undefined): number {
  if (!a || !b) return a ? 1 : b ? -1 : 0;
  return compare(a, b);
}

/** Scores below the lowest band or above the highest, as far as the total can get there. */
function openEnds({ scheme }: SchemeView, bands: readonly Band[], path: string): Finding[] {
  if (bands.length === 0 || bands.some(isReversed)) return [];
  const { low, high } = ends(bands);
  const floor = scheme.total?.floor;
  const least =
    floor === undefined || floor === 'none' ? undefined : floor === 'zero' ? zero : exact(floor);
  const most = scheme.total?.cap;
  const findings: Finding[] = [];
  if (low && signOf(low) > 0 && (!least || compare(least, low) < 0)) {
    const sentence = `得分低于 ${numberWords(low)} 的不属于任何等次；请让最低一档不设下限。`;
    findings.push(finding('band-gap', path, sentence));
  } else if (low && (!least || compare(least, low) < 0)) {
    const sentence = `总分可能低于 ${numberWords(low)}，那时不属于任何等次；请让最低一档不设下限，或写明 total.floor。`;
    findings.push(finding('band-ends', path, sentence));
  }
  if (high && (most === undefined || compare(exact(most), high) > 0)) {
    const sentence = `总分可能高于 ${numberWords(high)}，那时不属于任何等次；请让最高一档不设上限，或写明 total.cap。`;
    findings.push(finding('band-ends', path, sentence));
  }
  return findings;
}

function tableRows(view: SchemeView, at: ClauseAt): Finding[] {
  if (!('table' in at.clause.rule)) return [];
  const { of, rows, otherwise } = at.clause.rule.table;
  const path = `${at.path}.rule.table.rows`;
  const pieces = rows.flatMap(tablePieces);
  const labels = rows.flatMap((row) => listOf(row.is)).filter((label) => !parseExact(label));
  const twice = repeatedItems(labels).map((label) => {
    const sentence = `“${label}”在表里写了两次，取哪一行没有写明；请只留一行。`;
    return finding('band-overlap', path, sentence);
  });
  if (pieces.length === 0) return twice;
  const onlyLabels = rows.every((row) => row.is !== undefined);
  const name = (row: number) => `第 ${row + 1} 行（${rowWords(rows[row] ?? {})}）`;
  const what = isRank(view, of, at) ? '名次' : '数值';
  const gapAdvice = '请把各行首尾相接，或用 otherwise 写明表外怎么计';
  const shape = { path, pieces, name, what, ...(otherwise === undefined ? { gapAdvice } : {}) };
  return [
    ...twice,
    ...neighbours(shape, onlyLabels || isWhole(view, of, at) ? one : undefined),
    ...beyondTable(view, at, pieces),
  ];
}

type TableRow = Bounds & { readonly is?: string | string[] | undefined };

function tablePieces(row: TableRow, index: number): Piece[] {
  if (row.is === undefined) return [{ bounds: row, row: index }];
  const numbers = listOf(row.is).filter((label) => parseExact(label));
  return numbers.map((label) => ({ bounds: { from: label, to: label }, row: index }));
}

function rowWords(row: TableRow): string {
  return row.is === undefined ? boundsWords(row) : listOf(row.is).join('、');
}

function beyondTable(view: SchemeView, at: ClauseAt, pieces: readonly Piece[]): Finding[] {
  if (!('table' in at.clause.rule) || at.clause.rule.table.otherwise !== undefined) return [];
  const { of } = at.clause.rule.table;
  const { low, high } = ends(pieces.map(({ bounds }) => bounds));
  const path = `${at.path}.rule.table`;
  if (isRank(view, of, at)) {
    if (high === undefined && (!low || compare(low, one) <= 0)) return [];
    const last = high === undefined ? '表上没有的名次' : `第 ${numberWords(high)} 名以后`;
    const sentence = `${clauseWords(at.clause)}没有写${last}计几分；这一口径没有默认值，请用 otherwise 写明分数，或写 refuse 退回。`;
    return [finding('table-beyond', path, sentence)];
  }
  if (low === undefined && high === undefined) return [];
  const beyond = [
    ...(low ? [`低于 ${numberWords(low)}`] : []),
    ...(high ? [`高于 ${numberWords(high)}`] : []),
  ].join('、');
  const sentence = `${clauseWords(at.clause)}没有写数值${beyond} 时计几分，遇到时会退回为缺材料；请用 otherwise 写明（通常是 0）。`;
  return [finding('table-beyond', path, sentence, 'warning')];
}

/** True for a place in an order: a rank of the group, of a result, or a field of that type. */
export function isRank(view: SchemeView, quantity: Quantity, at?: ClauseAt): boolean {
  if (typeof quantity === 'string') return false;
  if ('groupRank' in quantity) return true;
  if ('result' in quantity) return /^rank/.test(quantity.result.value ?? '');
  if ('prior' in quantity) return isRank(view, quantity.prior.of, at);
  return fieldTypes(view, quantity, at).includes('rank');
}

/** The types that the catalogue gives the field which a quantity reads. */
export function fieldTypes(view: SchemeView, quantity: Quantity, at?: ClauseAt): string[] {
  if (typeof quantity === 'string') return [];
  const [kinds, field] =
    'measure' in quantity
      ? [listOf(quantity.measure.kind), quantity.measure.field ?? 'value']
      : 'field' in quantity
        ? [listOf(at?.clause.on), quantity.field]
        : [[], ''];
  return kinds.flatMap((kind) => view.kinds.get(kind)?.fields?.[field]?.type ?? []);
}

/** True where only whole numbers can occur. */
function isWhole(view: SchemeView, quantity: Quantity, at: ClauseAt): boolean {
  if (typeof quantity === 'string') return exact(quantity).den === 1n;
  if ('count' in quantity || 'distinct' in quantity || 'elapsed' in quantity) return true;
  if ('result' in quantity) return /^(?:rank|subjects)/.test(quantity.result.value ?? '');
  if ('per' in quantity) return quantity.per.round !== 'none';
  if ('difference' in quantity) {
    const { of, minus } = quantity.difference;
    return isWhole(view, of, at) && isWhole(view, minus, at);
  }
  if ('total' in quantity) return quantity.total.every((term) => isWhole(view, term, at));
  return isRank(view, quantity, at);
}

/** Ranges of points written the wrong way round. */
function pointBounds({ clause, path }: ClauseAt): Finding[] {
  const { rule } = clause;
  const bounds: [string, { from?: string; to?: string } | undefined][] =
    'range' in rule
      ? [
          [`${path}.rule.range`, rule.range],
          [`${path}.rule.range.or`, rule.range.or],
        ]
      : 'decision' in rule
        ? [[`${path}.rule.decision`, rule.decision]]
        : 'ratio' in rule
          ? [[`${path}.rule.ratio`, { from: rule.ratio.atLeast, to: rule.ratio.atMost }]]
          : [];
  return bounds.flatMap(([where, band]) => {
    if (band?.from === undefined || band.to === undefined) return [];
    if (compare(exact(band.from), exact(band.to)) <= 0) return [];
    const sentence = `${clauseWords(clause)}的范围从 ${band.from} 到 ${band.to}，下限高于上限，什么分都填不进去；扣分的范围要写成从 −2 到 −0.5 这样，请对调。`;
    return [finding('bounds-reversed', where, sentence)];
  });
}

function payTiers(view: SchemeView): Finding[] {
  return (view.scheme.pay?.lines ?? []).flatMap((line, index) => {
    if (!('tier' in line.rule)) return [];
    const { tiers } = line.rule.tier;
    const path = `pay.lines[${index}].rule.tier.tiers`;
    const name = (place: number) => `第 ${place + 1} 档（${tierWords(tiers[place] ?? {})}）`;
    const gapAdvice = '请把各档首尾相接';
    const found = neighbours(
      { path, pieces: piecesOf(tiers), name, what: '得分', gapAdvice },
      scoreStep(view),
    );
    const { low } = ends(tiers);
    if (!low || signOf(low) <= 0) return found;
    const sentence = `“${line.name}”没有写得分低于 ${numberWords(low)} 发多少；请补一档（不发的写 0 元）。`;
    return [...found, finding('band-gap', path, sentence)];
  });
}

function tierWords(bounds: Bounds): string {
  return bounds.from === undefined && bounds.below === undefined ? '不限' : boundsWords(bounds);
}

interface Limits {
  readonly cap?: string | undefined;
  readonly floor?: string | undefined;
}

function capAndFloor({ cap, floor }: Limits, path: string): Finding[] {
  if (cap === undefined || cap === 'none' || floor === undefined) return [];
  const low = floor === 'zero' ? zero : /^[a-z]/i.test(floor) ? undefined : exact(floor);
  if (!low || compare(low, exact(cap)) <= 0) return [];
  const sentence = `封顶 ${cap} 分低于保底 ${numberWords(low)} 分，两条不能同时成立；请改正其中一个。`;
  return [finding('bounds-reversed', `${path}.cap`, sentence)];
}
