/** A comparison of two schemes in words: the summary, the table, what stands behind each change. */

import { aligned, type Milli, milliText, type Scheme, signedMilliText } from '@oneneedle/kernel';
import type { ComparedSubject, Comparison } from '../assessment/index.ts';
import type { Desk } from './command.ts';
import { periodText } from './time-text.ts';
import { inLanguage } from './words/rooms.ts';
import type { Say } from './words/say.ts';

const shownContributions = 3;
const shownClauses = 12;
const none = '—';

type Place = NonNullable<ComparedSubject['before']>;

/** The comparison as a clerk reads it, with as many decimals as the new scheme shows. */
export function comparisonText(
  comparison: Comparison,
  { shown = '2', groups = [] }: Scheme,
  desk: Desk,
): string {
  const { language, say } = desk;
  const { before, after, period, asOf, subjects, isSealed } = comparison;
  const named = ({ name, version }: Comparison['before']) => `${name} ${version}`;
  const blocks = [
    [
      say('compare.head', { period: periodText(period, language), day: asOf }),
      say('compare.schemes', { before: named(before), after: named(after) }),
      summaryText(subjects, say),
      ...(isSealed ? [say('compare.sealed')] : []),
    ].join('\n'),
    aligned(tableRows(subjects, groups, Number(shown), desk)).join('\n'),
    clausesText('compare.newClauses', comparison.newClauses, say),
    clausesText('compare.goneClauses', comparison.goneClauses, say),
    kindsText('compare.heardOnlyBefore', comparison.heardOnlyBefore, say),
    kindsText('compare.heardOnlyAfter', comparison.heardOnlyAfter, say),
    discretionText(comparison, say),
  ];
  return blocks.filter((block) => block !== '').join('\n\n');
}

function summaryText(subjects: readonly ComparedSubject[], say: Say): string {
  const count = (test: (subject: ComparedSubject) => boolean) => subjects.filter(test).length;
  const regraded = count(
    ({ before, after }) => !!before && !!after && before.grade !== after.grade,
  );
  const single = count(({ before, after }) => !before || !after);
  return [
    say('compare.counts', {
      count: subjects.length,
      up: count(({ ranksUp = 0 }) => ranksUp > 0),
      down: count(({ ranksUp = 0 }) => ranksUp < 0),
      same: count(({ ranksUp }) => ranksUp === 0),
      higher: count(({ changeMilli = 0 }) => changeMilli > 0),
      lower: count(({ changeMilli = 0 }) => changeMilli < 0),
    }),
    ...(regraded > 0 ? [say('compare.regraded', { count: regraded })] : []),
    ...(single > 0 ? [say('compare.single', { count: single })] : []),
  ].join(say('join.semicolon'));
}

function tableRows(
  subjects: readonly ComparedSubject[],
  groups: NonNullable<Scheme['groups']>,
  places: number,
  desk: Desk,
): string[][] {
  const { say } = desk;
  const names = new Map(groups.map(({ code, name }) => [code, name]));
  const hasGrades = subjects.some(({ before, after }) => before?.grade ?? after?.grade);
  const head = [
    say('table.rank'),
    say('table.subject'),
    ...(groups.length > 0 ? [say('table.group')] : []),
    say('compare.before'),
    say('compare.after'),
    say('compare.change'),
    ...(hasGrades ? [say('table.grade')] : []),
    say('compare.causes'),
  ];
  const rows = subjects.map((subject) => {
    const { name, group, before, after, changeMilli } = subject;
    return [
      rankText(subject),
      name,
      ...(groups.length > 0 ? [names.get(group ?? '') ?? ''] : []),
      pointsText(before, places, say),
      pointsText(after, places, say),
      changeMilli === undefined ? '' : changeText(changeMilli, places),
      ...(hasGrades ? [changed(before?.grade, after?.grade)] : []),
      causesText(subject, places, desk),
    ];
  });
  return [head, ...rows];
}

function rankText({ before, after, ranksUp }: ComparedSubject): string {
  if (ranksUp === 0) return `  ${after?.rank ?? none}`;
  const mark = ranksUp === undefined ? ' ' : ranksUp > 0 ? '▲' : '▼';
  return `${mark} ${before?.rank ?? none}→${after?.rank ?? none}`;
}

function changed(was = none, is = none): string {
  return was === is ? is : `${was}→${is}`;
}

function pointsText(place: Place | undefined, places: number, say: Say): string {
  if (!place) return say('table.notAssessed');
  const points = milliText(place.totalMilli, places).replace(/^-/, '−');
  return place.provisional ? `${points} ${say('table.provisional')}` : points;
}

function causesText(
  { contributions }: ComparedSubject,
  places: number,
  { language, say }: Desk,
): string {
  const told = contributions
    .slice(0, shownContributions)
    .map(
      ({ label, changeMilli }) =>
        `${inLanguage(label, language)} ${changeText(changeMilli, places)}`,
    );
  const rest = contributions.length - shownContributions;
  return [...told, ...(rest > 0 ? [say('compare.more', { count: rest })] : [])].join(
    say('join.and'),
  );
}

/** As many decimals as shown, and all three where fewer would hide the change. */
function changeText(milli: Milli, places: number): string {
  if (milli === 0) return '0';
  const isHidden = /^0(?:\.0*)?$/.test(milliText(Math.abs(milli) as Milli, places));
  return signedMilliText(milli, isHidden ? 3 : places).replace(/^-/, '−');
}

function clausesText(
  title: 'compare.newClauses' | 'compare.goneClauses',
  clauses: Comparison['newClauses'],
  say: Say,
): string {
  const items = clauses.map(({ code, text }) => `${code} ${text}`);
  return items.length === 0 ? '' : listed(say(title, { count: items.length }), items, say);
}

function kindsText(
  title: 'compare.heardOnlyBefore' | 'compare.heardOnlyAfter',
  kinds: readonly string[],
  say: Say,
): string {
  return kinds.length === 0 ? '' : say(title, { kinds: kinds.join(say('join.and')) });
}

function discretionText({ discretion }: Comparison, say: Say): string {
  if (discretion.length === 0) return '';
  const items = discretion.map(({ sentence }) => sentence);
  return listed(say('compare.discretion', { count: items.length }), items, say);
}

function listed(title: string, items: readonly string[], say: Say): string {
  const rest = items.length - shownClauses;
  return [
    title,
    ...items.slice(0, shownClauses).map((item) => `· ${item}`),
    ...(rest > 0 ? [say('finding.more', { count: rest })] : []),
  ].join('\n');
}
