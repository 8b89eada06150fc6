/**
 * From totals to conclusions, in the order that the language states: rank, eligibility, vote rules
 * or bands, vetoes, quotas, prizes, history, proposals.
 */

import type { Book, Post } from '../book/book.ts';
import type {
  Assessment,
  CellState,
  GradeResult,
  Line,
  Notice,
  SubjectResult,
  VetoResult,
} from '../evaluate/assessment.ts';
import { type LedgerView, viewLedger } from '../evaluate/ledger-view.ts';
import type { Reader, Truth } from '../evaluate/reader.ts';
import { grouped } from '../grouped.ts';
import type { Milli } from '../number/points.ts';
import { printMilli } from '../number/points.ts';
import type { Rational } from '../number/rational.ts';
import { wholeOf } from '../number/whole.ts';
import type { Condition } from '../scheme/quantity.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { ownOf as entryOf } from '../scheme/shapes.ts';
import type { IsoDate } from '../time/dates.ts';
import { type PeriodId, periodLabel, unitOf } from '../time/periods.ts';
import { assessedBy, type Eligibility, eligibilityOf, leastMonthsFor } from './eligibility.ts';
import { type GradeSubject, gradeSubjects, isNotAssessed } from './grade.ts';
import { applySequences, type HistoryInput, type HistoryResult, streakLengths } from './history.ts';
import { proposeOutcomes } from './outcome.ts';
import { askWithOwn, type OwnResult } from './own-result.ts';
import { type Past, readPast, type Term } from './past.ts';
import { awardPrizes } from './prize.ts';
import { type RankItem, rankLists, rankRange, rankSubjects, shownPlaces } from './rank.ts';
import { byCode, circleOf } from './shared.ts';

/** One subject as the evaluator hands it over: the total stands, nothing is concluded. */
export interface AssessedSubject {
  readonly code: string;
  readonly name: string;
  readonly group?: string;
  /** The class of a person; it decides what may follow. */
  readonly class?: string;
  readonly totalMilli: Milli;
  readonly fullMilli: Milli;
  readonly state: CellState;
  readonly provisional: boolean;
  readonly tree: Line;
  readonly vetoes: readonly VetoResult[];
}

interface ConcludeInput {
  readonly scheme: Scheme;
  readonly book: Book;
  readonly period: PeriodId;
  readonly asOf: IsoDate;
  /** Facts with a later `seq` are not known. */
  readonly upTo: number;
  readonly reader: Reader;
  /** The ledger as the line sees it at `asOf` and `upTo`; built here if it is not given. */
  readonly view?: LedgerView;
  readonly subjects: readonly AssessedSubject[];
  /** What the named body decided, by subject; it stands for the grade that is worked out. */
  readonly decided?: DecidedGrades | undefined;
  /** Totals under other scenarios (one judge, one fact left out), for the range of each rank. */
  readonly alternatives?: readonly ReadonlyMap<string, Milli>[];
}

/** Grades that a body decided, by subject; null is without a grade. Who is not named is undecided. */
export type DecidedGrades = Readonly<Record<string, string | null>>;

export interface Conclusion {
  /** In order of code. */
  readonly subjects: readonly SubjectResult[];
  readonly notices: readonly Notice[];
  readonly lists: Assessment['lists'];
}

/** A subject with what decides whether it takes part. */
interface Standing extends GradeSubject, RankItem {
  readonly assessed: AssessedSubject;
  readonly host?: string;
}

/** What the later stages share. */
interface Stage {
  readonly input: ConcludeInput;
  readonly past: Past;
  readonly standings: ReadonlyMap<string, Standing>;
  readonly ranks: ReadonlyMap<string, number>;
  readonly rankedIn: ReadonlyMap<string, number>;
}

/** Concludes one period of one scheme for all its subjects. */
export function concludeAssessment(input: ConcludeInput): Conclusion {
  const { scheme } = input;
  const ledger = readPast(input.view ?? viewOf(input), input.period);
  const standings = standingsOf(input);
  const ranks = rankSubjects(standings, scheme.ranking);
  const stage: Stage = {
    input,
    past: ledger,
    standings: new Map(standings.map((standing) => [standing.code, standing])),
    ranks,
    rankedIn: sizes(standings, scheme),
  };
  const { grades: worked, notices: gradeNotices } = gradeSubjects({
    scheme,
    subjects: standings,
    ask: (condition, code) =>
      ask(stage, condition, { ...ownOf(stage, code), ungraded: false }, code),
  });
  const grades = new Map([...worked].map(([code, grade]) => [code, drawn(stage, code, grade)]));
  const { prizes, notices: prizeNotices } = prizesOf(stage, grades);
  const ranges = input.alternatives && rankRange(standings, input.alternatives, scheme.ranking);
  const places = shownPlaces(standings, wholeOf(scheme.shown ?? '2'), scheme.ranking);
  const subjects = standings.map((standing): SubjectResult => {
    const { code, assessed, host } = standing;
    const before = grades.get(code)!;
    const past = historyInput(stage, code, isNotAssessed(standing), before);
    const { grade, history } = concluded(stage, past, before);
    return {
      code,
      name: assessed.name,
      group: assessed.group,
      notAssessed: notAssessedReason(standing),
      assessedBy: host,
      totalMilli: assessed.totalMilli,
      fullMilli: assessed.fullMilli,
      state: assessed.state,
      provisional: assessed.provisional,
      rank: ranks.get(code),
      rankRange: ranges?.get(code),
      shownPlaces: places.get(code),
      tree: assessed.tree,
      vetoes: assessed.vetoes,
      grade,
      prize: prizes.get(code)?.prize,
      prizeReason: prizes.get(code)?.reason,
      streaks: streakLengths(past, grade.effective),
      proposals: proposalsOf(stage, standing, grade, history),
    };
  });
  const lists = rankLists(standings, scheme.ranking, scheme.groups);
  return { subjects, notices: [...gradeNotices, ...prizeNotices], lists };
}

function viewOf({ book, scheme, period, asOf, upTo }: ConcludeInput): LedgerView {
  return viewLedger(book, { line: scheme.line, unit: unitOf(period), asOf, upTo });
}

function standingsOf(input: ConcludeInput): Standing[] {
  const { scheme, book, period } = input;
  const isPerson = scheme.subject.kind === 'person';
  const postsOf = grouped(isPerson ? book.roster.posts : [], ({ person }) => person);
  return [...input.subjects].sort(byCode).map((assessed): Standing => {
    const { code } = assessed;
    const posts = postsOf.get(code) ?? [];
    const eligibility = eligibilityOf({
      rules: scheme.eligibility,
      leastMonths: leastMonthsFor(scheme),
      posts,
      period,
      ask: (condition) => ask({ input }, condition, { line: scheme.line }, code),
    });
    const secondment = hostOf(input, posts);
    const totalKnown = assessed.state === 'scored' || assessed.state === 'zeroed';
    const standing = { eligibility, assessedElsewhere: secondment?.elsewhere };
    return {
      code,
      name: assessed.name,
      group: assessed.group,
      totalMilli: assessed.totalMilli,
      totalKnown,
      rankable: totalKnown && !isNotAssessed(standing) && !isWithoutGrade(eligibility),
      ...standing,
      vetoes: assessed.vetoes,
      assessed,
      host: secondment?.unit,
    };
  });
}

/** Assessed without a grade: points and explanation stand, but there is no place in the list. */
function isWithoutGrade({ holds }: Eligibility): boolean {
  return holds.some(({ effect }) => effect === 'noGrade' || effect === 'commentOnly');
}

/** A host that the roster knows assesses in this same scheme; any other assesses elsewhere. */
function hostOf(
  { book, period }: ConcludeInput,
  posts: readonly Post[],
): { readonly unit: string; readonly elsewhere?: string } | undefined {
  const host = assessedBy(posts, period);
  if (!host) return undefined;
  const { unit, days } = host;
  if (book.roster.units.some(({ code }) => code === unit)) return { unit };
  const elsewhere = `${periodLabel(period)}借调到${unit} ${days} 天，满半数，由${unit}考核`;
  return { unit, elsewhere };
}

function sizes(standings: readonly Standing[], scheme: Scheme): Map<string, number> {
  const ranked = standings.filter(({ rankable }) => rankable);
  const circles = grouped(ranked, (item) => circleOf(item, scheme.ranking?.within));
  return new Map(
    [...circles.values()].flatMap((circle) =>
      circle.map(({ code }): [string, number] => [code, circle.length]),
    ),
  );
}

function ownOf(stage: Stage, code: string, grade?: GradeResult): OwnResult {
  const standing = stage.standings.get(code)!;
  return {
    line: stage.input.scheme.line,
    grade: grade?.effective,
    ungraded: grade !== undefined && grade.state !== 'pending' && grade.state !== 'graded',
    totalMilli: standing.totalKnown ? standing.totalMilli : undefined,
    fullMilli: standing.assessed.fullMilli,
    rank: stage.ranks.get(code),
    ranked: stage.rankedIn.get(code),
  };
}

function ask(
  { input }: Pick<Stage, 'input'>,
  condition: Condition,
  own: OwnResult,
  subject: string,
  period: PeriodId = input.period,
): Truth {
  return askWithOwn(condition, own, input.reader, { subject, period, window: [period] });
}

function prizesOf(
  stage: Stage,
  grades: ReadonlyMap<string, GradeResult>,
): ReturnType<typeof awardPrizes> {
  const { scheme } = stage.input;
  if (!scheme.prizes) return { prizes: new Map(), notices: [] };
  return awardPrizes({
    prizes: { ...scheme.prizes, within: scheme.prizes.within ?? scheme.ranking?.within },
    body: scheme.decidedBy ?? '有权机关',
    subjects: [...stage.standings.values()],
    ask: (condition, code) => ask(stage, condition, ownOf(stage, code, grades.get(code)), code),
  });
}

function historyInput(
  stage: Stage,
  code: string,
  notAssessed: boolean,
  grade: GradeResult,
): HistoryInput {
  const { scheme, period, reader } = stage.input;
  return {
    subject: code,
    line: scheme.line,
    period,
    order: scheme.grades?.order ?? [],
    past: stage.past,
    own: { ...ownOf(stage, code, grade), grade: grade.computed, notAssessed },
    sequences: scheme.sequences ?? [],
    passes: (where, fact) =>
      where === undefined ||
      reader.condition({ fact: where }, { subject: code, period, window: [period], fact }).holds ===
        true,
  };
}

/** A tie that the body settled: what it drew is the grade of the period, as a quota would have said it. */
function drawn({ input }: Stage, code: string, grade: GradeResult): GradeResult {
  const decided = entryOf(input.decided ?? {}, code);
  if (typeof decided !== 'string' || grade.state !== 'pending') return grade;
  const reasons = [...grade.reasons, decidedWords(input, decided)];
  return { state: 'graded', computed: decided, effective: decided, reasons };
}

/** What rules over years make of the grade; where the body decided, they no longer change it. */
function concluded(
  { input }: Stage,
  past: HistoryInput,
  before: GradeResult,
): { readonly grade: GradeResult; readonly history: HistoryResult } {
  const history = applySequences(past);
  const grade = withHistory(before, history);
  const decided = entryOf(input.decided ?? {}, past.subject);
  if (decided === undefined || decided === (grade.effective ?? null)) return { grade, history };
  const stands = applySequences({ ...past, decided: { grade: decided ?? undefined } });
  const { effective: _, ...rest } = grade;
  const isOpen = grade.state === 'graded' || grade.state === 'pending';
  if (decided === null)
    return { grade: { ...rest, state: isOpen ? 'none' : grade.state }, history: stands };
  const reasons = [...grade.reasons, decidedWords(input, decided)];
  return { grade: { ...rest, state: 'graded', effective: decided, reasons }, history: stands };
}

function decidedWords({ scheme }: ConcludeInput, grade: string): string {
  return `经${scheme.decidedBy ?? '有权机关'}研究，决定为${grade}`;
}

function withHistory(before: GradeResult, history: HistoryResult): GradeResult {
  return {
    ...before,
    effective: history.effective,
    reasons: [...before.reasons, ...history.reasons],
  };
}

function proposalsOf(
  stage: Stage,
  standing: Standing,
  grade: GradeResult,
  history: HistoryResult,
): SubjectResult['proposals'] {
  const { scheme, period } = stage.input;
  const unit = unitOf(period);
  const terms = stage.past.termsOf(standing.code, scheme.line);
  const earlier = [...terms.keys()].filter((key) => unitOf(key) === unit && key < period).sort();
  return proposeOutcomes({
    outcomes: scheme.outcomes ?? [],
    class: standing.assessed.class,
    period,
    earlier,
    raised: history.raised,
    bySequence: new Set((scheme.sequences ?? []).flatMap(({ then }) => then.propose ?? [])),
    ask: (condition, at) => {
      const own =
        at === period ? ownOf(stage, standing.code, grade) : ownOfTerm(scheme.line, terms.get(at)!);
      return ask(stage, condition, own, standing.code, at);
    },
  });
}

function ownOfTerm(line: string, term: Term): OwnResult {
  return {
    line,
    grade: term.grade,
    ungraded: term.grade === undefined,
    totalMilli: term.total && printMilli(term.total),
    fullMilli: term.full && printMilli(term.full),
    rank: wholeNumber(term.rank),
    ranked: wholeNumber(term.ranked),
  };
}

function wholeNumber(value: Rational | undefined): number | undefined {
  return value === undefined ? undefined : wholeOf(`${value.num}`);
}

function notAssessedReason(standing: Standing): string | undefined {
  if (standing.assessedElsewhere) return standing.assessedElsewhere;
  return standing.eligibility.holds.find(({ effect }) => effect === 'notAssessed')?.sentence;
}
