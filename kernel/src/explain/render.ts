/** Explanations and ranked lists as plain text, for the terminal and for paper. */

import type { Assessment, SubjectResult } from '../evaluate/assessment.ts';
import { byCode, circleOf } from '../grade/shared.ts';
import { grouped } from '../grouped.ts';
import { wholeOf } from '../number/whole.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { periodLabel } from '../time/periods.ts';
import { type ExplainedLine, type ExplainOptions, explainData } from './data.ts';
import { gradeWords, pointsText, stateWords, words } from './words.ts';

/**
 * The tree of one subject, a line each, then its vetoes and grade:
 *
 *     考核得分 36.500
 *     └ 1 人居环境 36.500 = 满分 40.000 − 2.500 − 1.000
 *        ├ 1.1 每发现一处垃圾积存扣0.5分 −2.500：处数 5 × −0.5 = −2.5 ｜ 事实 1 · 2026-02-11 …
 *        └ 1.2 限期整改未完成的每处扣1分 −1.000：1 次 × −1 = −1 ｜ 事实 2 · 2026-03-02 …
 */
export function renderText(subject: SubjectResult, options: TextOptions): string {
  const { root, provisional, notes } = explainData(subject, options);
  const proof = options.proof ?? 'beside';
  return [lineText(root, proof, provisional), ...branches(root, proof, ''), ...notes].join('\n');
}

/** Facts stand at the end of the line that rests on them, or below it, a line each. */
interface TextOptions extends ExplainOptions {
  readonly proof?: Proof;
}

type Proof = 'beside' | 'below';

function branches(line: ExplainedLine, proof: Proof, indent: string): string[] {
  return line.children.flatMap((child, index) => {
    const isLast = index === line.children.length - 1;
    const inner = `${indent}${isLast ? '  ' : '│ '} `;
    const thread = child.children.length > 0 ? '│' : ' ';
    const below = proof === 'beside' ? [] : child.facts.map((fact) => fact.sentence);
    return [
      `${indent}${isLast ? '└' : '├'} ${lineText(child, proof)}`,
      ...below.map((sentence) => `${inner}${thread}  ${sentence}`),
      ...branches(child, proof, inner),
    ];
  });
}

function lineText(line: ExplainedLine, where: Proof, provisional = ''): string {
  const { kind, code, label, value, sum, reason, state, struck } = line;
  const facts = where === 'beside' ? line.facts : [];
  const why = [state !== '' && !reason.startsWith(state) ? state : '', reason];
  const told = why.filter((part) => part !== '').join('：');
  const number = struck ? '' : sum === '' ? value : `${value} = ${sum}`;
  const weighs = kind === 'weight' && value.includes('→');
  const named = [code, label, number, provisional]
    .filter((part) => part !== '')
    .join(weighs ? '：' : ' ');
  const text = struck ? `${words.struck}${named}` : named;
  const proof = facts.map((fact) => fact.sentence).join('；');
  return `${text}${told === '' ? '' : `：${told}`}${proof === '' ? '' : ` ｜ ${proof}`}`;
}

/** What a list needs to know of its scheme; without it groups go by code. */
type ListScheme = Pick<Scheme, 'groups' | 'ranking' | 'shown'>;

/**
 * The ranked list: by group, best first, those without a rank at the end, and one sentence on how
 * far it has come. Columns stand straight in a terminal, where a Chinese character is two wide.
 */
export function renderTable(result: Assessment, scheme: ListScheme = {}): string {
  const names = new Map((scheme.groups ?? []).map((group) => [group.code, group.name]));
  const within = scheme.ranking?.within;
  const circles = grouped([...result.subjects].sort(inOrder(scheme)), (item) =>
    circleOf(item, within),
  );
  const withGroups = result.subjects.some((subject) => subject.group !== undefined);
  const head = [words.rank, words.subject, words.group, words.score, words.grade, words.state];
  const rows = [...circles.values()].flatMap((circle) =>
    circle.map((subject) => [
      rankText(subject, circle),
      subject.name,
      names.get(subject.group ?? '') ?? subject.group ?? '',
      scoreText(subject, scheme),
      gradeText(subject),
      stateText(subject),
    ]),
  );
  const keep = (row: readonly string[]) => row.filter((_, column) => withGroups || column !== 2);
  const title = `${result.schemeName} ${periodLabel(result.period)}`;
  return [title, stateSentence(result), ...aligned([head, ...rows].map(keep))].join('\n');
}

function inOrder(scheme: ListScheme): (a: SubjectResult, b: SubjectResult) => number {
  const order = (scheme.groups ?? []).map((group) => group.code);
  const place = ({ group }: SubjectResult) => {
    const index = order.indexOf(group ?? '');
    return index < 0 ? order.length : index;
  };
  const byGroup = scheme.ranking?.within !== 'all';
  return (a, b) =>
    (byGroup ? place(a) - place(b) || compareText(a.group ?? '', b.group ?? '') : 0) ||
    rankOrLast(a) - rankOrLast(b) ||
    byCode(a, b);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function rankOrLast({ rank }: SubjectResult): number {
  return rank ?? Number.MAX_SAFE_INTEGER;
}

function rankText({ rank, code }: SubjectResult, circle: readonly SubjectResult[]): string {
  if (rank === undefined) return words.none;
  const isTied = circle.some((other) => other.rank === rank && other.code !== code);
  return isTied ? `${rank} ${words.tied}` : `${rank}`;
}

function scoreText(subject: SubjectResult, { shown }: ListScheme): string {
  if (subject.notAssessed !== undefined) return words.none;
  return pointsText(subject.totalMilli, subject.shownPlaces ?? wholeOf(shown ?? '2'));
}

function gradeText({ grade }: SubjectResult): string {
  return grade.effective ?? (gradeWords[grade.state] || words.none);
}

function stateText({ state, provisional, notAssessed }: SubjectResult): string {
  if (notAssessed !== undefined) return words.notAssessed;
  return [provisional ? words.provisional : '', stateWords[state]].filter(Boolean).join(' ');
}

/** "20 个考核对象，得分已定 17 个，暂定 3 个（缺材料 2 个）。截至 2026-03-31。" */
function stateSentence({ subjects, asOf }: Assessment): string {
  const assessed = subjects.filter((subject) => subject.notAssessed === undefined);
  const open = assessed.filter((subject) => subject.provisional || subject.state === 'missing');
  const lacking = open.filter((subject) => subject.state === 'missing').length;
  const away = subjects.length - assessed.length;
  const parts = [
    `${subjects.length} 个考核对象`,
    `得分已定 ${assessed.length - open.length} 个`,
    ...(open.length === 0
      ? []
      : [`暂定 ${open.length} 个${lacking === 0 ? '' : `（缺材料 ${lacking} 个）`}`]),
    ...(away === 0 ? [] : [`${words.notAssessed} ${away} 个`]),
  ];
  return `${parts.join('，')}。截至 ${asOf}。`;
}

/** Rows of a table with straight columns; figures and dashes stand to the right of theirs. */
export function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => displayWidth(row[column] ?? ''))),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => padded(cell, widths[column] ?? 0, isFigure(rows, column)))
      .join('  ')
      .trimEnd(),
  );
}

function isFigure(rows: readonly (readonly string[])[], column: number): boolean {
  const cells = rows.slice(1).map((row) => row[column] ?? '');
  return (
    cells.some((cell) => /\d/.test(cell)) && cells.every((cell) => /^(?:[+−\d.]+|—)$/.test(cell))
  );
}

function padded(cell: string, width: number, right: boolean): string {
  const gap = ' '.repeat(width - displayWidth(cell));
  return right ? gap + cell : cell + gap;
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;

/** Columns that a text takes in a terminal: two for a Chinese character, one for others. */
export function displayWidth(text: string): number {
  return [...text].reduce((width, character) => width + (wide.test(character) ? 2 : 1), 0);
}
