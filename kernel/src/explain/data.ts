/** An explanation as data: what the plain text, a page and a printed sheet all show. */

import type { Fact } from '../book/book.ts';
import type { Line, LineKind, SubjectResult } from '../evaluate/assessment.ts';
import type { Milli } from '../number/points.ts';
import { factIdsBelow } from './lines.ts';
import { type PersonNames, toldFact } from './told.ts';
import {
  factSentence,
  gradeWords,
  pointsText,
  signedPointsText,
  stateWords,
  termText,
  trueMinus,
  words,
} from './words.ts';

export interface ExplainOptions {
  /** Facts by id; a fact that is not there is named by its id alone. */
  readonly facts: ReadonlyMap<string, Fact>;
  /** Names of persons by opaque code, where facts name them by code. */
  readonly persons?: PersonNames;
  /** Decimals of points, 0 to 3; 3 by default, which hides nothing. */
  readonly decimals?: number;
}

interface ExplainedFact {
  readonly id: string;
  /** "事实 1 · 2026-02-11 2月暗访 · 照片 3 · 记 周 核 吴". */
  readonly sentence: string;
  readonly fact?: Fact;
}

export interface ExplainedLine {
  readonly kind: LineKind;
  /** Number of the node or clause in the document; '' for lines that only belong to one. */
  readonly code: string;
  readonly label: string;
  /**
   * Points as print shows them; parts carry their sign, sums do not. A line of kind `weight` (折算)
   * tells what became of the line before it, "92.000 → 36.800": it is no deduction.
   */
  readonly value: string;
  /** What the line adds to its parent; of a weight the difference that it makes. */
  readonly milli: number;
  /** "满分 40.000 − 2.500 − 2.000", where marks were granted and then changed. */
  readonly sum: string;
  readonly reason: string;
  /** 未到期, 不适用, 缺材料 or 记零; '' for an ordinary number. */
  readonly state: string;
  readonly struck: boolean;
  readonly facts: readonly ExplainedFact[];
  readonly children: readonly ExplainedLine[];
}

/** One subject, ready to be shown. */
export interface Explanation {
  readonly subject: string;
  readonly name: string;
  /** 暂, or ''. */
  readonly provisional: string;
  readonly root: ExplainedLine;
  /** Vetoes and the grade, each in a sentence. */
  readonly notes: readonly string[];
}

/** The explanation of one subject's total, down to the facts. */
export function explainData(subject: SubjectResult, options: ExplainOptions): Explanation {
  return {
    subject: subject.code,
    name: subject.name,
    provisional: subject.provisional ? words.provisional : '',
    root: explainLine(subject.tree, options),
    notes: notesOf(subject),
  };
}

const sums: ReadonlySet<LineKind> = new Set(['total', 'node', 'base', 'segment']);
const numbered: ReadonlySet<LineKind> = new Set(['node', 'clause']);

function explainLine(line: Line, options: ExplainOptions): ExplainedLine {
  const { decimals = 3 } = options;
  const merged = withItsOneEntry(line);
  const granted = merged.children.filter(isPlainGrant);
  const shown = merged.children.filter((child) => !isPlainGrant(child));
  const told = sums.has(line.kind) ? pointsText : signedPointsText;
  return {
    kind: line.kind,
    code: numbered.has(line.kind) ? line.code : '',
    label: labelOf(line),
    value: told(line.milli, decimals),
    milli: line.milli,
    sum: granted.length === 0 ? '' : sumText(granted, shown, decimals),
    reason: trueMinus(merged.reason),
    state: stateWords[line.state],
    struck: merged.struck ?? false,
    facts: ownFacts(merged, options),
    children: shown.map((child, index) =>
      isWeightOf(child, shown[index - 1])
        ? weightLine(child, shown[index - 1]?.milli ?? 0, decimals)
        : explainLine(child, options),
    ),
  };
}

/** A weight stands behind the node that it weighs. */
function isWeightOf(line: Line, before: Line | undefined): boolean {
  return line.kind === 'weight' && before?.code === line.code;
}

/** 92 points at 40% are 36.8 points; that 55.2 are lost is nobody's fault. */
function weightLine(line: Line, weighed: number, decimals: number): ExplainedLine {
  const told = (milli: number) => pointsText(milli as Milli, decimals);
  return {
    kind: line.kind,
    code: '',
    label: line.label,
    value: `${told(weighed)} → ${told(weighed + line.milli)}`,
    milli: line.milli,
    sum: '',
    reason: '',
    state: stateWords[line.state],
    struck: false,
    facts: [],
    children: [],
  };
}

/** A clause with one entry that is its whole value is told in one line. */
function withItsOneEntry(line: Line): Line {
  const [only, ...others] = line.children;
  if (!only || others.length > 0 || line.kind !== 'clause' || only.kind !== 'entry') return line;
  if (only.milli !== line.milli || only.children.length > 0) return line;
  const reason = [line.reason, only.reason].filter((text) => text !== '').join('；');
  return { ...only, reason, state: line.state };
}

/** Granted marks have no facts: they stand in the sum and need no line of their own. */
function isPlainGrant(line: Line): boolean {
  return line.kind === 'base' && line.factIds.length === 0 && line.children.length === 0;
}

function sumText(granted: readonly Line[], others: readonly Line[], decimals: number): string {
  const marks = granted.map((line) => `${line.label} ${pointsText(line.milli, decimals)}`);
  const terms = others.map((line, index) => {
    const next = others[index + 1];
    const weighed = next && isWeightOf(next, line) ? line.milli + next.milli : line.milli;
    return isWeightOf(line, others[index - 1]) ? 0 : weighed;
  });
  const changes = terms
    .filter((milli) => milli !== 0)
    .map((milli) => termText(milli as Milli, decimals));
  return [marks.join(' + '), ...changes].join(' ');
}

/** The facts of an entry say what happened; its label would only repeat the first one's note. */
function labelOf(line: Line): string {
  if (line.kind === 'total') return words.total;
  return line.kind === 'entry' && line.factIds.length > 0 ? '' : line.label;
}

function ownFacts(line: Line, { facts, persons }: ExplainOptions): ExplainedFact[] {
  const below = new Set(line.children.flatMap(factIdsBelow));
  return line.factIds
    .filter((id) => !below.has(id))
    .map((id) => {
      const fact = facts.get(id);
      return fact
        ? { id, sentence: factSentence(toldFact(fact, persons)), fact }
        : { id, sentence: `事实 ${id}${words.unknownFact}` };
    });
}

function notesOf({ vetoes, grade, notAssessed }: SubjectResult): string[] {
  const named = grade.effective ?? '';
  return [
    ...(notAssessed ? [`${words.notAssessed}：${notAssessed}`] : []),
    ...vetoes.map(
      (veto) => `${words.veto}：${veto.text}${veto.reason ? `（${veto.reason}）` : ''}`,
    ),
    ...(named === '' && grade.reasons.length === 0
      ? []
      : [
          [
            `${words.grade} ${named || (grade.open ? gradeWords.pending : words.none)}`,
            grade.reasons.join('；'),
          ]
            .filter(Boolean)
            .join('：'),
        ]),
  ];
}
