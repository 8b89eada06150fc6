/** What the goals of the year ask of whom: lines of the one list, worked out from the goals themselves. */

import { firstDay, type IsoDate, isoDate, lastDay, parentCode, periodOf } from '@oneneedle/kernel';
import { type DeskPlace, keepLines, type NewDeskLine } from '../../desk/index.ts';
import { grantsOfPersons } from '../../org/index.ts';
import { chinaDay } from '../../platform/index.ts';
import { goalsOfYear, goalsReadSince, type KeptGoal } from './store.ts';

/** Titles that a line names; the page has the others. */
const named = 3;

/** A leaf with the office that leads it. */
interface Leaf {
  readonly goal: KeptGoal;
  readonly lead: string | undefined;
}

/**
 * One line for each person whose leaves have no figure of this month yet, and one for the supervision
 * office while leaves are past their day. What nobody named may read in waits for the office.
 */
export async function refreshGoalLines(place: DeskPlace): Promise<void> {
  const today = isoDate(chinaDay(place.now));
  const month = periodOf(today, 'month');
  const leaves = leavesOf(await goalsOfYear(place.db, Number(today.slice(0, 4)))).filter(
    ({ goal }) => goal.state === 'open' && goal.text.startsOn <= today,
  );
  const read = new Set(await goalsReadSince(place.db, firstDay(month)));
  const unread = leaves.filter(({ goal }) => goal.text.measure && !read.has(goal.id));
  const persons = unread.flatMap(({ goal }) => goal.text.accountable ?? []);
  const grants = await grantsOfPersons(place.db, [...new Set(persons)], today);
  const reads = ({ goal: { text }, lead }: Leaf) =>
    (grants.get(text.accountable ?? '') ?? []).some(
      ({ role, lines }) =>
        role === 'supervision' ||
        (role === 'recorder' &&
          (lines.length === 0 || (lead !== undefined && lines.includes(lead)))),
    );
  const groups = new Map<string, Leaf[]>();
  for (const leaf of unread) {
    const { accountable } = leaf.goal.text;
    const who =
      accountable !== undefined && reads(leaf) ? accountable : `office:${leaf.lead ?? ''}`;
    groups.set(who, [...(groups.get(who) ?? []), leaf]);
  }
  await keepLines(
    place,
    { room: 'work', kind: 'goal-reading' },
    [...groups].map(([who, group]) => readingLine(`${who}:${month}`, group, month)),
  );
  const past = leaves.filter(
    ({ goal }) => goal.text.dueOn !== undefined && goal.text.dueOn < today,
  );
  await keepLines(
    place,
    { room: 'work', kind: 'goal-past' },
    past.length === 0 ? [] : [pastLine(past)],
  );
}

/** After a deed on goals: its answer, once the lines are up to date. */
export async function withGoalLines<T>(place: DeskPlace, deed: Promise<T>): Promise<T> {
  const answer = await deed;
  await refreshGoalLines(place);
  return answer;
}

/** Goals below which nothing stands. */
function leavesOf(goals: readonly KeptGoal[]): Leaf[] {
  const parents = new Set(goals.map(({ code }) => parentCode(code)));
  const goalOf = new Map(goals.map((goal) => [goal.code, goal]));
  const leadOf = (code: string): string | undefined => {
    const above = parentCode(code);
    return goalOf.get(code)?.text.leadUnit ?? (above === undefined ? undefined : leadOf(above));
  };
  return goals
    .filter(({ code }) => !parents.has(code))
    .map((goal) => ({ goal, lead: leadOf(goal.code) }));
}

type Line = Omit<NewDeskLine, 'room' | 'kind'>;

function readingLine(about: string, group: readonly Leaf[], month: string): Line {
  const [first] = group;
  const person = about.startsWith('office:') ? undefined : first?.goal.text.accountable;
  const last = lastDay(month);
  const days = group.flatMap(({ goal }) => goal.text.dueOn ?? []);
  return {
    about,
    title: `${person === undefined ? '本办牵头的 ' : ''}${group.length} 项目标本月还没有报数`,
    detail: titlesOf(group),
    why: '目标每月报一次数；没有变化的也报一次，不报不等于零。',
    roles: first?.lead === undefined ? ['supervision'] : ['recorder'],
    ...(first?.lead === undefined ? {} : { line: first.lead }),
    ...(person === undefined ? {} : { personCode: person }),
    // A leaf whose own day comes before the end of the month is read in by that day.
    dueOn: days.reduce<IsoDate>((least, day) => (day < least ? isoDate(day) : least), last),
    address: '/work/goals',
  };
}

function pastLine(past: readonly Leaf[]): Line {
  const days = past.flatMap(({ goal }) => goal.text.dueOn ?? []).sort();
  return {
    about: 'town',
    title: `${past.length} 项目标到期，还没有办结`,
    detail: titlesOf(past),
    why: '到了期限的目标要办结，或者写明原因调整期限。',
    roles: ['supervision'],
    ...(days[0] === undefined ? {} : { dueOn: days[0] }),
    address: '/work/goals',
  };
}

/** 1.2 before 1.10. */
const byCode = new Intl.Collator('zh', { numeric: true });

function titlesOf(leaves: readonly Leaf[]): string {
  const inOrder = [...leaves].sort((a, b) => byCode.compare(a.goal.code, b.goal.code));
  const titles = inOrder.slice(0, named).map(({ goal }) => `${goal.code} ${goal.text.title}`);
  return `${titles.join('；')}${leaves.length > named ? '……' : ''}`;
}
