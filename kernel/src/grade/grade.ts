/** From totals and votes to grades: eligibility, vote rules or bands, grade vetoes, quotas. */

import type { GradeResult, Notice, VetoResult } from '../evaluate/assessment.ts';
import type { Truth } from '../evaluate/reader.ts';
import { fromMilli, type Milli, printMilli } from '../number/points.ts';
import { compare, exact, type Rational } from '../number/rational.ts';
import { wholeOf } from '../number/whole.ts';
import type { Condition } from '../scheme/quantity.ts';
import type { Grades } from '../scheme/result-use.ts';
import type { Scheme } from '../scheme/scheme.ts';
import type { Eligibility } from './eligibility.ts';
import { applyQuotas, type Candidate } from './quota.ts';
import { scoreText } from './shared.ts';

type Band = NonNullable<Grades['bands']>[number];

/** A subject before it has a grade. */
export interface GradeSubject {
  readonly code: string;
  readonly name: string;
  readonly group?: string;
  readonly totalMilli: Milli;
  /** False while a cell of the total is missing. */
  readonly totalKnown: boolean;
  /** Another unit assesses the subject; the sentence says which. */
  readonly assessedElsewhere?: string;
  readonly eligibility: Eligibility;
  readonly vetoes: readonly VetoResult[];
}

interface GradeInput {
  readonly scheme: Pick<Scheme, 'grades' | 'rounding' | 'switches' | 'decidedBy'>;
  readonly subjects: readonly GradeSubject[];
  readonly ask: (condition: Condition, subject: string) => Truth;
}

interface GradeOutput {
  readonly grades: ReadonlyMap<string, GradeResult>;
  readonly notices: readonly Notice[];
}

type Judged =
  | { readonly state: 'graded'; readonly grade: string; readonly reasons: readonly string[] }
  | {
      readonly state: 'none' | 'noGrade' | 'commentOnly' | 'pending';
      readonly reasons: readonly string[];
    };

/**
 * The grade of every subject before history; `effective` is the same as `computed` here. A quota
 * counts everybody who is assessed, with or without a grade.
 */
export function gradeSubjects(input: GradeInput): GradeOutput {
  const { scheme, subjects } = input;
  const judged = subjects.map((subject) => ({ subject, judged: judge(subject, input) }));
  const candidates = judged.map(
    ({ subject, judged: result }): Candidate => ({
      code: subject.code,
      name: subject.name,
      group: subject.group,
      totalMilli: subject.totalMilli,
      assessed: !isNotAssessed(subject),
      grade: result.state === 'graded' ? result.grade : undefined,
      open: [],
      reasons: [...result.reasons],
    }),
  );
  const notices = applyQuotas(candidates, scheme.grades?.quotas ?? [], {
    order: scheme.grades?.order ?? [],
    rounding: scheme.switches?.quotaRounding,
    body: scheme.decidedBy ?? '有权机关',
  });
  const grades = candidates.map((candidate, index): [string, GradeResult] => {
    const { state } = judged[index]!.judged;
    const { code, grade, open, reasons } = candidate;
    if (open.length > 0) return [code, { state: 'pending', open, reasons }];
    if (state !== 'graded') return [code, { state, reasons }];
    return [code, { state, computed: grade, effective: grade, reasons }];
  });
  return { grades: new Map(grades), notices };
}

/** True for a subject that stands on the list but takes no part. */
export function isNotAssessed(
  subject: Pick<GradeSubject, 'eligibility' | 'assessedElsewhere'>,
): boolean {
  return (
    subject.assessedElsewhere !== undefined ||
    subject.eligibility.holds.some(({ effect }) => effect === 'notAssessed')
  );
}

/** The first band that holds the printed total, rounded first where the scheme says so. */
export function bandOf(
  totalMilli: Milli,
  bands: readonly Band[],
  rounding: { readonly roundFirst?: Grades['roundFirst']; readonly mode?: Scheme['rounding'] } = {},
): { readonly grade: string; readonly sentence: string } | undefined {
  const places = wholeOf(rounding.roundFirst ?? '3');
  const rounded = printMilli(fromMilli(totalMilli), places, rounding.mode);
  const band = bands.find((candidate) => isIn(fromMilli(rounded), candidate));
  if (!band) return undefined;
  const first = rounded === totalMilli ? '' : `，取整为 ${scoreText(rounded)}`;
  return {
    grade: band.grade,
    sentence: `得分 ${scoreText(totalMilli)}${first}，${bandText(band)}，评为${band.grade}`,
  };
}

function judge(subject: GradeSubject, input: GradeInput): Judged {
  const grades = input.scheme.grades;
  const said = subject.eligibility.holds.map(({ sentence }) => sentence);
  if (subject.assessedElsewhere) return { state: 'none', reasons: [subject.assessedElsewhere] };
  if (isNotAssessed(subject)) return { state: 'none', reasons: said };
  if (!grades) return { state: 'none', reasons: [] };
  const vetoes = subject.vetoes.filter(({ repaired }) => !repaired);
  const withheld = withheldGrade(subject, vetoes, grades);
  if (withheld) return withheld;
  if (!subject.totalKnown) return { state: 'pending', reasons: ['缺材料，等次待定'] };
  const first = votedOrBanded(subject, grades, input);
  if (first.state !== 'graded') return first;
  return limitTop(vetoed(first, vetoes, grades), subject, grades);
}

/** No grade at all; a veto to the lowest grade weighs more than that (同时受多种处理的，按影响较重的确定). */
function withheldGrade(
  subject: GradeSubject,
  vetoes: readonly VetoResult[],
  grades: Grades,
): Judged | undefined {
  const blocks = ({ effect }: { effect: string }) =>
    effect === 'noGrade' || effect === 'commentOnly';
  const held = subject.eligibility.holds.filter(blocks);
  const lowest = grades.order.at(-1)!;
  const worst = vetoes.find((veto) => vetoGrade(veto, grades) === lowest);
  if (held.length > 0 && worst) {
    const reasons = [
      ...held.map(({ sentence }) => sentence),
      `${vetoSentence(worst, lowest)}；两项并存，按影响较重的确定`,
    ];
    return { state: 'graded', grade: lowest, reasons };
  }
  if (held[0]) {
    const state = held[0].effect === 'noGrade' ? 'noGrade' : 'commentOnly';
    return { state, reasons: held.map(({ sentence }) => sentence) };
  }
  const open = subject.eligibility.unknown.filter(({ effect }) => effect !== 'notTopGrade');
  if (open.length === 0) return undefined;
  return { state: 'pending', reasons: open.map(({ sentence }) => sentence) };
}

function votedOrBanded(subject: GradeSubject, grades: Grades, input: GradeInput): Judged {
  for (const { grade, when } of grades.rules ?? []) {
    const truth = input.ask(when, subject.code);
    if (truth.holds === undefined) {
      return { state: 'pending', reasons: [`能否评为${grade}尚不能判断：${truth.reason}`] };
    }
    if (truth.holds) return { state: 'graded', grade, reasons: [`${truth.reason}，评为${grade}`] };
  }
  const bands = grades.bandsByGroup?.[subject.group ?? ''] ?? grades.bands;
  if (!bands) return { state: 'pending', reasons: ['办法所列各项规则均不成立，等次待定'] };
  const rounding = { roundFirst: grades.roundFirst, mode: input.scheme.rounding };
  const band = bandOf(subject.totalMilli, bands, rounding);
  if (band) return { state: 'graded', grade: band.grade, reasons: [band.sentence] };
  const score = scoreText(subject.totalMilli);
  return { state: 'pending', reasons: [`得分 ${score}，不在任何等次的分数段内，等次待定`] };
}

/** A grade veto lowers, never raises; of several the heaviest decides and all are named. */
function vetoed(before: Judged, vetoes: readonly VetoResult[], grades: Grades): Judged {
  if (before.state !== 'graded') return before;
  let grade = before.grade;
  const reasons = [...before.reasons];
  const place = (name: string) => grades.order.indexOf(name);
  const fixed = vetoes
    .flatMap((veto) => {
      const to = vetoGrade(veto, grades);
      return to === undefined ? [] : [{ veto, to }];
    })
    .sort((a, b) => place(b.to) - place(a.to));
  for (const { veto, to } of fixed) {
    const lowers = place(to) > place(grade);
    if (lowers) grade = to;
    const already = to === grade ? '' : `；现为${grade}，从其低`;
    reasons.push(`${vetoSentence(veto, to)}${lowers ? '' : already}`);
  }
  return { state: 'graded', grade, reasons };
}

/** `notTopGrade`, of a veto or of eligibility: the best grade becomes the second. */
function limitTop(before: Judged, subject: GradeSubject, grades: Grades): Judged {
  const [top, second] = grades.order;
  if (before.state !== 'graded' || before.grade !== top || !second) return before;
  const isTop = ({ effect }: { effect: string }) => effect === 'notTopGrade';
  const limits = [
    ...subject.eligibility.holds.filter(isTop).map(({ sentence }) => sentence),
    ...subject.vetoes
      .filter(({ scope, repaired }) => scope === 'notTopGrade' && !repaired)
      .map(({ reason }) => reason),
  ];
  if (limits.length > 0) {
    const reasons = limits.map((limit) => `${limit}，不得评为${top}，定为${second}`);
    return { state: 'graded', grade: second, reasons: [...before.reasons, ...reasons] };
  }
  const open = subject.eligibility.unknown.filter(isTop).map(({ sentence }) => sentence);
  return open.length > 0 ? { state: 'pending', reasons: [...before.reasons, ...open] } : before;
}

function vetoGrade(veto: VetoResult, grades: Grades): string | undefined {
  if (veto.scope === 'bottomGrade') return grades.order.at(-1);
  return veto.scope === 'fixedGrade' ? veto.detail[0] : undefined;
}

function vetoSentence({ reason }: VetoResult, grade: string): string {
  return `${reason}，直接定为${grade}`;
}

function isIn(value: Rational, { from, above, to, below }: Band): boolean {
  return (
    (from === undefined || compare(value, exact(from)) >= 0) &&
    (above === undefined || compare(value, exact(above)) > 0) &&
    (to === undefined || compare(value, exact(to)) <= 0) &&
    (below === undefined || compare(value, exact(below)) < 0)
  );
}

function bandText({ from, above, to, below }: Band): string {
  const low =
    from !== undefined ? `不低于 ${from} 分` : above !== undefined ? `高于 ${above} 分` : '';
  const high = to !== undefined ? `不高于 ${to} 分` : below !== undefined ? `低于 ${below} 分` : '';
  return [low, high].filter((part) => part !== '').join('且');
}
