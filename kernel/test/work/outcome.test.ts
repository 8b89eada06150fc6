/** Which outcomes a course bears out, by which day an item is judged; worked out by hand on a calendar. */

import { describe, expect, it } from 'vitest';
import {
  calendarCN,
  type DatedDeed,
  doneDay,
  earliestDone,
  type ItemDeed,
  type ItemState,
  isoDate,
  judgedDay,
  outcomesOf,
} from '../../src/index.ts';

const day = isoDate;
/** `['slip', '2026-03-10', { dueFrom: '2026-03-06' }]` */
type Said = readonly [ItemDeed, string, object?];
const course = (...deeds: readonly Said[]): DatedDeed[] =>
  deeds.map(([deed, on, more = {}]) => ({ deed, on: day(on), ...more }));

const given: readonly Said[] = [
  ['create', '2026-03-02'],
  ['assign', '2026-03-02'],
  ['acknowledge', '2026-03-03'],
];
// 6 March 2026 is a Friday.
const due = '2026-03-06';

function outcomes(
  state: ItemState,
  deeds: readonly Said[],
  words: { today?: string; due?: string },
) {
  const { today = '2026-03-20', due: dueOn = due } = words;
  const input = { state, today: day(today), dueOn: day(dueOn), course: course(...deeds) };
  return outcomesOf(input, calendarCN).map(({ outcome, on, why }) => [outcome, on, why]);
}

describe('the day that an item is judged by', () => {
  it.each([
    ['as it stands', [], '2026-03-06'],
    ['an extension counts', [['grantExtension', '2026-03-05', { dueFrom: '2026-03-04' }]], due],
    [
      'a change before it was past counts',
      [['changeDue', '2026-03-04', { dueFrom: '2026-03-04' }]],
      due,
    ],
    [
      'a change after it was past does not',
      [['changeDue', '2026-03-05', { dueFrom: '2026-03-04' }]],
      '2026-03-04',
    ],
    ['a slip does not', [['slip', '2026-03-03', { dueFrom: '2026-03-04' }]], '2026-03-04'],
    [
      'the first of several slips is what counts',
      [
        ['slip', '2026-03-05', { dueFrom: '2026-03-04' }],
        ['slip', '2026-03-06', { dueFrom: '2026-03-05' }],
      ],
      '2026-03-04',
    ],
    ['a slip on what had no day sets one', [['slip', '2026-03-05']], due],
  ] satisfies [string, Said[], string][])('%s', (_, deeds, judged) => {
    expect(judgedDay(course(...given, ...deeds), day(due))).toBe(judged);
  });

  it('is none where there is none', () => {
    expect(judgedDay(course(...given), undefined)).toBeUndefined();
  });
});

describe('the day on which it was done', () => {
  it('is what the last report says, else the day of the report; never that of the check', () => {
    const deeds: Said[] = [...given, ['report', '2026-03-09', { doneOn: '2026-03-06' }]];
    const checked: Said[] = [...deeds, ['beginReview', '2026-03-11'], ['accept', '2026-03-12']];
    expect(doneDay('reported', course(...deeds))).toBeUndefined();
    expect(doneDay('accepted', course(...checked))).toBe('2026-03-06');
    expect(doneDay('closedOut', course(...given, ['report', '2026-03-09']))).toBe('2026-03-09');
    expect(doneDay('closedOut', course(['book', '2026-03-02'], ['finish', '2026-03-05']))).toBe(
      '2026-03-05',
    );
    expect(doneDay('archived', course(...given, ['accept', '2026-03-12']))).toBe('2026-03-12');
  });

  it('lies on or after the day that it was given, or sent back', () => {
    expect(earliestDone(course(...given))).toBe('2026-03-02');
    expect(earliestDone(course(['book', '2026-03-04']))).toBe('2026-03-04');
    expect(earliestDone(course(...given, ['sendBack', '2026-03-09']))).toBe('2026-03-09');
    expect(earliestDone(course(['create', '2026-03-02']))).toBeUndefined();
  });
});

describe('an outcome', () => {
  const report = (on: string, more = {}): Said => ['report', on, more];

  it('is late where it was done after the day that it is judged by, on the day that it was done', () => {
    const late = ['doneLate', '2026-03-10', '3月10日办成，晚于时限3月6日'];
    expect(outcomes('closedOut', [...given, report('2026-03-10')], {})).toEqual([late]);
    expect(outcomes('closedOut', [...given, report('2026-03-06')], {})).toEqual([]);
    // Typed on the 10th, done on the 6th: entering late is not doing late.
    const typed = report('2026-03-10', { doneOn: '2026-03-06' });
    expect(outcomes('closedOut', [...given, typed], {})).toEqual([]);
    const slip: Said = ['slip', '2026-03-09', { dueFrom: due }];
    const moved = [...given, slip, report('2026-03-10')];
    expect(outcomes('closedOut', moved, { due: '2026-03-13' })).toEqual([late]);
    // Due on a Saturday: the Monday after is in time.
    expect(outcomes('closedOut', [...given, report('2026-03-09')], { due: '2026-03-07' })).toEqual(
      [],
    );
    expect(outcomes('inProgress', given, {})).toEqual([]);
    expect(outcomes('reported', [...given, report('2026-03-10')], {})).toEqual([]);
  });

  it('is not done after urging only where it was urged, and its day and the next are over', () => {
    const urge: Said = ['urge', '2026-03-05'];
    const urged = [...given, urge];
    const found = ['notDoneAfterUrging', '2026-03-07', '3月5日催办过，时限3月6日已过，还没有报'];
    expect(outcomes('urged', urged, { today: '2026-03-06' })).toEqual([]);
    expect(outcomes('urged', urged, { today: '2026-03-07' })).toEqual([found]);
    expect(outcomes('inProgress', given, {})).toEqual([]);
    expect(outcomes('extensionRequested', urged, {})).toEqual([]);
    expect(outcomes('closedOut', [...urged, report('2026-03-06')], {})).toEqual([]);
    // Urged today only: it has the day.
    const now: Said[] = [...given, ['urge', '2026-03-09']];
    expect(outcomes('urged', now, { today: '2026-03-09' })).toEqual([]);
    expect(outcomes('urged', now, { today: '2026-03-10' })).toMatchObject([
      ['notDoneAfterUrging', '2026-03-10', '3月9日催办过，时限3月6日已过，还没有报'],
    ]);
    // A slip sets a new day, and it has until then.
    const slip: Said[] = [...given, ['slip', '2026-03-09', { dueFrom: due }]];
    expect(outcomes('urged', slip, { today: '2026-03-13', due: '2026-03-13' })).toEqual([]);
    expect(outcomes('assigned', slip, { due: '2026-03-13' })).toMatchObject([
      ['notDoneAfterUrging', '2026-03-14', '3月9日催办过，时限3月13日已过，还没有报'],
    ]);
  });

  it('is bad where it was sent back, or a look-back failed', () => {
    const sent: Said[] = [...given, report('2026-03-05'), ['sendBack', '2026-03-06']];
    const bad = ['doneBadly', '2026-03-06', '3月6日核查时退回重办'];
    expect(outcomes('sentBack', sent, { today: '2026-03-06' })).toEqual([bad]);
    const holds: Said[] = [...given, report(due), ['lookBack', '2026-03-18', { result: 'holds' }]];
    expect(outcomes('archived', holds, {})).toEqual([]);
    const fails: Said[] = [...holds, ['lookBack', '2026-03-19', { result: 'fails' }]];
    expect(outcomes('archived', fails, {})).toEqual([
      ['doneBadly', '2026-03-19', '3月19日回头看反弹'],
    ]);
  });

  it('is confirmed once, and not of what was withdrawn', () => {
    const late = [...given, report('2026-03-10')];
    const said: Said = ['confirmOutcome', '2026-03-12', { outcome: 'doneLate' }];
    expect(outcomes('closedOut', [...late, said], {})).toEqual([]);
    expect(outcomes('withdrawn', [...given, ['sendBack', '2026-03-06']], {})).toEqual([]);
  });
});
