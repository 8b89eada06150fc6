/** The ranked list on the screen: by group, best first, in the language asked for. */

import {
  type Assessment,
  aligned,
  gradeTitles,
  gradeWords,
  isSettled,
  milliText,
  type Scheme,
  type SubjectResult,
  stateTitles,
  stateWords,
} from '@oneneedle/kernel';
import type { Desk } from './command.ts';
import type { Language, Say } from './words/say.ts';

const none = '—';

/** The state in one sentence, and the table below it. */
export function standingsText(result: Assessment, scheme: Scheme, { language, say }: Desk): string {
  const names = new Map((scheme.groups ?? []).map(({ code, name }) => [code, name]));
  const isTied = tiesIn(result, scheme);
  const rows = inOrder(result, scheme).map((subject) => [
    rankText(subject, isTied(subject), say),
    subject.name,
    names.get(subject.group ?? '') ?? subject.group ?? '',
    scoreText(subject, scheme),
    subject.grade.effective ?? noGradeText(subject, language),
    stateText(subject, { language, say }),
  ]);
  const head = [
    say('table.rank'),
    say('table.subject'),
    say('table.group'),
    say('table.score'),
    say('table.grade'),
    say('table.state'),
  ];
  const hasGroups = result.subjects.some(({ group }) => group !== undefined);
  const shown = [head, ...rows].map((row) => row.filter((_, column) => hasGroups || column !== 2));
  return [stateSentence(result, say), ...aligned(shown)].join('\n');
}

/** By group in the scheme's order, best first, those without a rank at the end. */
function inOrder({ subjects }: Assessment, { groups = [], ranking }: Scheme): SubjectResult[] {
  const order = groups.map(({ code }) => code);
  const place = ({ group = '' }: SubjectResult): readonly [number, string] => {
    if (ranking?.within === 'all') return [0, ''];
    const index = order.indexOf(group);
    return [index < 0 ? order.length : index, group];
  };
  return [...subjects].sort((a, b) => {
    const [[placeA, groupA], [placeB, groupB]] = [place(a), place(b)];
    return (
      placeA - placeB ||
      compared(groupA, groupB) ||
      (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER) ||
      compared(a.code, b.code)
    );
  });
}

function tiesIn({ subjects }: Assessment, { ranking }: Scheme): (one: SubjectResult) => boolean {
  const circle = ({ group }: SubjectResult) => (ranking?.within === 'all' ? '' : (group ?? ''));
  return (one) =>
    subjects.some(
      (other) => other !== one && other.rank === one.rank && circle(other) === circle(one),
    );
}

function rankText({ rank }: SubjectResult, isTied: boolean, say: Say): string {
  if (rank === undefined) return none;
  return isTied ? `${rank} ${say('table.tied')}` : `${rank}`;
}

function scoreText(subject: SubjectResult, { shown }: Scheme): string {
  if (subject.notAssessed !== undefined) return none;
  const places = subject.shownPlaces ?? Number(shown ?? '2');
  return milliText(subject.totalMilli, places).replace(/^-/, '−');
}

function noGradeText({ grade }: SubjectResult, language: Language): string {
  if (grade.state === 'graded' || grade.state === 'none') return none;
  return (language === 'zh' ? gradeWords : gradeTitles)[grade.state];
}

function stateText(
  { state, provisional, notAssessed }: SubjectResult,
  { language, say }: Pick<Desk, 'language' | 'say'>,
): string {
  if (notAssessed !== undefined) return say('table.notAssessed');
  const word = state === 'scored' ? '' : (language === 'zh' ? stateWords : stateTitles)[state];
  return [provisional ? say('table.provisional') : '', word].filter(Boolean).join(' ');
}

function stateSentence({ subjects, asOf }: Assessment, say: Say): string {
  const assessed = subjects.filter(({ notAssessed }) => notAssessed === undefined);
  const open = assessed.filter((subject) => !isSettled(subject));
  const missing = open.filter(({ state }) => state === 'missing').length;
  const away = subjects.length - assessed.length;
  const parts = [
    say('summary.subjects', { count: subjects.length }),
    say('summary.settled', { count: assessed.length - open.length }),
    ...(open.length > 0 && missing === 0 ? [say('summary.open', { count: open.length })] : []),
    ...(missing > 0 ? [say('summary.openMissing', { count: open.length, missing })] : []),
    ...(away > 0 ? [say('summary.away', { count: away })] : []),
  ];
  return say('summary.sentence', { parts: parts.join(say('join.comma')), day: asOf });
}

function compared(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
