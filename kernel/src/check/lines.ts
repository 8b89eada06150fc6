/** Schemes that read each other, and versions of one line that meet in one year. */

import type { ResultRead } from '../scheme/quantity.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { listOf, only } from '../scheme/shapes.ts';
import { addYears, type IsoDate, isIsoDate } from '../time/dates.ts';
import { type Finding, finding } from './finding.ts';
import { canLose, reachOf } from './reach.ts';
import { type SchemeView, viewOf } from './view.ts';
import { clauseWords } from './words.ts';

/** Circles of imports, results that should not flow by default, and terms that overlap. */
export function checkLines(view: SchemeView): Finding[] {
  return [
    ...ownLine(view),
    ...circles(view),
    ...unknownLines(view),
    ...unitIntoPerson(view),
    ...passedDown(view),
    ...term(view),
    ...days(view),
  ];
}

export interface LineUse {
  readonly line: string;
  readonly path: string;
  readonly read: ResultRead | undefined;
  /** Read after the points are settled, where the scheme's own result is known. */
  readonly afterPoints: boolean;
}

/** Every place that reads results of a line, sequences left out: they look at earlier periods. */
export function lineUses({ clauses, quantities, conditions }: SchemeView): LineUse[] {
  const late = new Set(['eligibility', 'grade', 'prize', 'outcome', 'pay']);
  return [
    ...clauses.flatMap(({ clause, path }) =>
      'import' in clause.rule ? [use(clause.rule.import, `${path}.rule.import`, false)] : [],
    ),
    ...quantities.flatMap(({ value, path, place }) =>
      typeof value === 'object' && 'result' in value
        ? [use(value.result, `${path}.result`, late.has(place))]
        : [],
    ),
    ...conditions.flatMap(({ value, path, place }) =>
      'resultGradeIn' in value
        ? [
            {
              line: value.resultGradeIn.line,
              path: `${path}.resultGradeIn`,
              read: value.resultGradeIn,
              afterPoints: late.has(place),
            },
          ]
        : [],
    ),
  ];
}

function use(read: ResultRead, path: string, afterPoints: boolean): LineUse {
  return { line: read.line, path, read, afterPoints };
}

function ownLine(view: SchemeView): Finding[] {
  return lineUses(view).flatMap(({ line, path, read, afterPoints }) => {
    if (line !== view.scheme.line || afterPoints || read?.period === 'priorYear') return [];
    const sentence = `这里读的是本办法自己（${line}）的结果，分数要等自己算出来才能算；请改读别的办法，或用 period: priorYear 读上一年。`;
    return [finding('import-self', `${path}.line`, sentence)];
  });
}

function circles(view: SchemeView): Finding[] {
  const readsOf = new Map<string, string[]>();
  for (const scheme of view.others) {
    const lines = lineUses(viewOf(scheme))
      .filter(({ read }) => read?.period !== 'priorYear')
      .map(({ line }) => line);
    readsOf.set(scheme.line, [...(readsOf.get(scheme.line) ?? []), ...lines]);
  }
  const found = new Set<string>();
  return lineUses(view).flatMap(({ line, path, read }) => {
    if (line === view.scheme.line || read?.period === 'priorYear' || found.has(line)) return [];
    const way = wayBack(readsOf, line, view.scheme.line);
    if (!way) return [];
    found.add(line);
    const steps = [view.scheme.line, ...way].join(' → ');
    const sentence = `办法之间互相读取结果，绕成了一圈：${steps}，谁也算不出来；请断开其中一处。`;
    return [finding('import-circle', `${path}.line`, sentence)];
  });
}

/** The lines from one to another along what they read. */
function wayBack(
  readsOf: ReadonlyMap<string, readonly string[]>,
  from: string,
  to: string,
): string[] | undefined {
  const seen = new Set<string>();
  const open: string[][] = [[from]];
  for (let way = open.shift(); way !== undefined; way = open.shift()) {
    const last = way.at(-1) ?? '';
    if (last === to) return way;
    if (seen.has(last)) continue;
    seen.add(last);
    for (const next of readsOf.get(last) ?? []) open.push([...way, next]);
  }
  return undefined;
}

function unknownLines(view: SchemeView): Finding[] {
  if (view.others.length === 0) return [];
  const known = new Set([view.scheme.line, ...view.others.map(({ line }) => line)]);
  return lineUses(view).flatMap(({ line, path }) => {
    if (known.has(line)) return [];
    const sentence = `没有找到代号为“${line}”的办法，结果无从读取；请核对代号，或先装入那份办法。`;
    return [finding('unknown-line', `${path}.line`, sentence)];
  });
}

/** Villages' results in the score of persons: off by default. */
function unitIntoPerson(view: SchemeView): Finding[] {
  if (view.scheme.subject.kind !== 'person') return [];
  return lineUses(view).flatMap(({ line, path, read, afterPoints }) => {
    const other = view.others.find((scheme) => scheme.line === line);
    const readsUnit = other ? other.subject.kind === 'unit' : isUnit(read?.of);
    if (!readsUnit || afterPoints) return [];
    const sentence = `单位（村）的结果“${line}”要计入个人得分。这一口径默认为不计入；确要计入的，请在口径页说明依据。`;
    return [finding('unit-result-in-person', path, sentence)];
  });
}

function isUnit(who: ResultRead['of']): boolean {
  if (typeof who !== 'object') return false;
  return ['unit', 'paired', 'unitOf', 'children'].includes(only(who)[0]);
}

/** A loss of the town charged to a village named as responsible: off by default. */
function passedDown({ scheme, clauses }: SchemeView): Finding[] {
  if (scheme.subject.kind !== 'unit') return [];
  return clauses.flatMap(({ clause, path }) => {
    const charges = listOf(clause.charge);
    const elsewhere = charges.every((charge) => typeof charge === 'object' && 'as' in charge);
    if (charges.length === 0 || !elsewhere || !canLose(reachOf(clause))) return [];
    const sentence = `${clauseWords(clause)}把别处的失分记到责任单位名下。这一口径默认关闭；确要使用的，请在口径页说明依据。`;
    return [finding('pass-down-loss', `${path}.charge`, sentence)];
  });
}

/** One version of a line a year: in mid-year a new one would re-price sealed periods. */
function term({ scheme, others }: SchemeView): Finding[] {
  const { effective } = scheme;
  if (!effective || !isIsoDate(effective.from) || !isIsoDate(effective.to)) return [];
  const { from, to } = effective;
  if (to < from) {
    const sentence = `施行日期从 ${from} 到 ${to}，止日早于起日；请改正。`;
    return [finding('bounds-reversed', 'effective', sentence)];
  }
  const findings: Finding[] = [];
  if (to >= addYears(from, 1)) {
    const sentence = `施行日期从 ${from} 到 ${to}，超过一年；办法一年一版，请分年编写。`;
    findings.push(finding('effective-too-long', 'effective', sentence));
  }
  const rival = others.find((other) => other.line === scheme.line && sharesYear(other, from, to));
  if (rival) {
    const sentence = `“${scheme.line}”在同一年里还有一版（${rival.version}，${rival.effective?.from} 至 ${rival.effective?.to}），已封存的各期会按两套规则算；请把修改并入一版，或从下一年起施行。`;
    findings.push(finding('two-versions', 'effective', sentence));
  }
  return findings;
}

function sharesYear({ effective }: Scheme, from: IsoDate, to: IsoDate): boolean {
  if (!effective) return false;
  const year = (day: string) => day.slice(0, 4);
  return year(effective.from) <= year(to) && year(effective.to) >= year(from);
}

/** Dates of the right form that no calendar has. */
function days({ scheme, clauses }: SchemeView): Finding[] {
  const dates: { path: string; text: string | undefined }[] = [
    { path: 'effective.from', text: scheme.effective?.from },
    { path: 'effective.to', text: scheme.effective?.to },
    ...clauses.flatMap(({ clause, path }) => {
      const due = 'deadline' in clause.rule ? clause.rule.deadline.due : undefined;
      return [
        { path: `${path}.stillValidOn`, text: clause.stillValidOn },
        { path: `${path}.rule.deadline.due`, text: typeof due === 'string' ? due : undefined },
      ];
    }),
  ];
  return dates.flatMap(({ path, text }) => {
    // A month and day must exist in every year, so it is looked for in a year without 29 February.
    const full = text?.length === 5 ? `2026-${text}` : text;
    if (full === undefined || isIsoDate(full)) return [];
    const sentence = `没有“${text}”这一天；请核对月份和日期。`;
    return [finding('no-such-day', path, sentence)];
  });
}
