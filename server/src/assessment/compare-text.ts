/** A comparison of two schemes in words: the summary, the table, what stands behind each change. */

import {
  aligned,
  type Milli,
  milliText,
  periodLabel,
  type Scheme,
  signedMilliText,
} from '@oneneedle/kernel';
import type { ComparedSubject, Comparison, Place } from './compare.ts';

const shownContributions = 3;
const shownClauses = 12;

/** The comparison as a clerk reads it, with as many decimals as the scheme shows. */
export function comparisonText(
  comparison: Comparison,
  { shown = '2', groups = [] }: Scheme,
): string {
  const places = Number(shown);
  const { before, after, period, asOf, subjects } = comparison;
  const blocks = [
    [
      `试算 ${periodLabel(period)}（计分日 ${asOf}）：同一批事实，换一份办法`,
      `原：${schemeText(before)}　新：${schemeText(after)}`,
      summaryText(subjects),
      ...(comparison.isSealed
        ? ['这一期已经封存，公布的结果不变；这里两边都按没有封存重新计算，只作比较。']
        : []),
    ].join('\n'),
    aligned(tableRows(subjects, groups, places)).join('\n'),
    listText('只有新办法有的条款', comparison.newClauses),
    listText('新办法没有了的条款', comparison.goneClauses),
    kindsText('新办法不再听的事实', comparison.heardOnlyBefore),
    kindsText('新办法才听的事实', comparison.heardOnlyAfter),
    discretionText(comparison),
  ];
  return blocks.filter((block) => block !== '').join('\n\n');
}

function schemeText({ name, version }: Comparison['before']): string {
  return `${name} ${version}`;
}

/** "14 个对象：名次 3 升 2 降 9 不变；得分 4 个变高、1 个变低。" */
function summaryText(subjects: readonly ComparedSubject[]): string {
  const ranked = subjects.filter(({ ranksUp }) => ranksUp !== undefined);
  const up = ranked.filter(({ ranksUp = 0 }) => ranksUp > 0).length;
  const down = ranked.filter(({ ranksUp = 0 }) => ranksUp < 0).length;
  const higher = subjects.filter(({ changeMilli = 0 }) => changeMilli > 0).length;
  const lower = subjects.filter(({ changeMilli = 0 }) => changeMilli < 0).length;
  const regraded = subjects.filter(
    ({ before, after }) => before && after && before.grade !== after.grade,
  ).length;
  const single = subjects.filter(({ before, after }) => !before || !after).length;
  return [
    `${subjects.length} 个对象：名次 ${up} 升 ${down} 降 ${ranked.length - up - down} 不变；得分 ${higher} 个变高、${lower} 个变低`,
    ...(regraded > 0 ? [`等次变化 ${regraded} 个`] : []),
    ...(single > 0 ? [`只有一份办法考核的 ${single} 个`] : []),
  ]
    .join('；')
    .concat('。');
}

function tableRows(
  subjects: readonly ComparedSubject[],
  groups: Scheme['groups'] = [],
  places: number,
): string[][] {
  const names = new Map(groups.map(({ code, name }) => [code, name]));
  const grouped = groups.length > 0;
  const grades = subjects.some(({ before, after }) => before?.grade ?? after?.grade);
  const head = [
    '名次',
    '考核对象',
    ...(grouped ? ['类组'] : []),
    '原得分',
    '新得分',
    '变化',
    ...(grades ? ['等次'] : []),
    '由来',
  ];
  const rows = subjects.map((subject) => {
    const { name, before, after, changeMilli } = subject;
    return [
      rankText(subject),
      name,
      ...(grouped ? [names.get(subject.group ?? '') ?? ''] : []),
      pointsText(before, places),
      pointsText(after, places),
      changeMilli === undefined ? '' : changeText(changeMilli, places),
      ...(grades ? [gradeText(before, after)] : []),
      causesText(subject, places),
    ];
  });
  return [head, ...rows];
}

/** ▲3→1, ▼2→4, 5 where nothing changed: shape and figures, never colour alone. */
function rankText({ before, after, ranksUp }: ComparedSubject): string {
  const [was, is] = [before?.rank ?? '—', after?.rank ?? '—'];
  if (ranksUp === 0) return `　${is}`;
  const mark = ranksUp === undefined ? '　' : ranksUp > 0 ? '▲' : '▼';
  return `${mark}${was}→${is}`;
}

function pointsText(place: Place | undefined, places: number): string {
  if (!place) return '不考核';
  return `${minus(milliText(place.totalMilli, places))}${place.provisional ? ' 暂' : ''}`;
}

function gradeText(before: Place | undefined, after: Place | undefined): string {
  const [was, is] = [before?.grade ?? '—', after?.grade ?? '—'];
  return was === is ? is : `${was}→${is}`;
}

function causesText({ contributions }: ComparedSubject, places: number): string {
  const told = contributions
    .slice(0, shownContributions)
    .map(({ label, changeMilli }) => `${label} ${changeText(changeMilli, places)}`);
  const rest = contributions.length - shownContributions;
  return [...told, ...(rest > 0 ? [`另 ${rest} 处`] : [])].join('，');
}

/** As many decimals as shown, and all three where fewer would hide the change. */
function changeText(milli: Milli, places: number): string {
  if (milli === 0) return '0';
  const isHidden = Number(milliText(Math.abs(milli) as Milli, places)) === 0;
  return minus(signedMilliText(milli, isHidden ? 3 : places));
}

function listText(title: string, clauses: Comparison['newClauses']): string {
  if (clauses.length === 0) return '';
  const shown = clauses.slice(0, shownClauses).map(({ code, text }) => `· ${code} ${text}`);
  const rest = clauses.length - shownClauses;
  return [
    `${title}（${clauses.length} 条）`,
    ...shown,
    ...(rest > 0 ? [`……另有 ${rest} 条`] : []),
  ].join('\n');
}

function kindsText(title: string, kinds: readonly string[]): string {
  return kinds.length === 0 ? '' : `${title}：${kinds.join('、')}`;
}

function discretionText({ discretion }: Comparison): string {
  if (discretion.length === 0) return '';
  const items = discretion.slice(0, shownClauses).map(({ sentence }) => `· ${sentence}`);
  const rest = discretion.length - shownClauses;
  return [
    `需重新裁量（${discretion.length} 处）：酌情的分是按原办法定的，新办法不能照搬，这里没有计入`,
    ...items,
    ...(rest > 0 ? [`……另有 ${rest} 处`] : []),
  ].join('\n');
}

function minus(text: string): string {
  return text.replace(/^-/, '−');
}
