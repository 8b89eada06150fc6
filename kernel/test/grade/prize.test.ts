import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { assessed, conclude, type Occurrences, schemeWith, vetoed } from './town.ts';

/** Two first prizes from 90, four second from 80, six third from 70, and 达标奖 from 60. */
const classes = [
  { name: '一等奖', slots: '2', minScore: '90' },
  { name: '二等奖', slots: '4', minScore: '80' },
  { name: '三等奖', slots: '6', minScore: '70' },
  { name: '达标奖', minScore: '60' },
];
const fourteen = '95 89.9 88 87 86 85 84 79.5 79 78 77 76 75 59'.split(' ');

/** The prizes in the order of the totals given: `1` 一等奖, `2`, `3`, `达`, `.` none. */
function awarded(
  totals: readonly string[],
  prizes: object,
  more: { occurrences?: Occurrences; vetoed?: Record<string, string[]> } = {},
) {
  const subjects = totals.map((total, index) =>
    assessed(String.fromCharCode(97 + index), total, {
      vetoes: more.vetoed?.[String.fromCharCode(97 + index)]
        ? [vetoed('notEligible', more.vetoed[String.fromCharCode(97 + index)])]
        : [],
    }),
  );
  const scheme = schemeWith({ prizes: { classes, ...prizes } });
  const concluded = conclude({ scheme, subjects, occurrences: more.occurrences });
  const marks: Record<string, string> = { 一等奖: '1', 二等奖: '2', 三等奖: '3', 达标奖: '达' };
  return {
    marks: concluded.subjects.map(({ prize }) => marks[prize ?? ''] ?? '.').join(''),
    reasons: Object.fromEntries(
      concluded.subjects.map(({ code, prizeReason }) => [code, prizeReason]),
    ),
    notices: concluded.notices,
  };
}

describe('a place whose minimum is missed: rank 2 with 89.9 does not get a first prize', () => {
  test.each([
    [{ unfilled: 'empty', nextClass: 'nextSubject' }, '122223333达达达.'],
    [{}, '122223333达达达.'],
    [{ unfilled: 'passDown', nextClass: 'nextSubject' }, '1222223333达达.'],
  ])('%j', (prizes, marks) => {
    const thirteen = fourteen.filter((total) => total !== '84' && total !== '59');
    const short = {
      ...prizes,
      classes: [...classes.slice(0, 2), { name: '三等奖', slots: '4' }, classes[3]],
    };
    expect(awarded([...thirteen, '59'], short).marks).toBe(marks);
  });

  test.each([
    [{ unfilled: 'empty', nextClass: 'nextSubject' }, '12222333333达达.'],
    [{ unfilled: 'passDown', nextClass: 'nextSubject' }, '122222333333达.'],
    [{ unfilled: 'empty', nextClass: 'fixedRanks' }, '1达2222333333达.'],
    [{ unfilled: 'passDown', nextClass: 'fixedRanks' }, '122222333333达.'],
  ])('the whole table of fourteen villages with %j', (prizes, marks) => {
    expect(awarded(fourteen, prizes).marks).toBe(marks);
  });

  it('takes the minimum itself as reached', () => {
    expect(awarded(['90', '89.999'], {}).marks).toBe('12');
  });

  it('says why', () => {
    const { reasons } = awarded(fourteen, {});
    expect(reasons.a).toBe('第 1 名，得分 95 分，评为一等奖');
    expect(reasons.b).toBe('得分 89.9 分，不足一等奖的 90 分；第 2 名，得分 89.9 分，评为二等奖');
    expect(reasons.n).toBe('得分 59 分，不足一等奖的 90 分；得分 59 分，不足达标奖的 60 分');
  });
});

describe('who is left out', () => {
  const two = {
    classes: [
      { name: '一等奖', slots: '1' },
      { name: '二等奖', slots: '1' },
    ],
  };
  test.each([
    [
      'nextSubject',
      '.12',
      'notEligible（3月6日），不得参加一等奖评选；notEligible（3月6日），不得参加二等奖评选',
    ],
    ['fixedRanks', '.2.', 'notEligible（3月6日），不得参加一等奖评选'],
  ])('a veto bars the classes it names, with %s', (nextClass, marks, reason) => {
    const result = awarded(
      ['95', '94', '93'],
      { ...two, nextClass },
      { vetoed: { a: ['一等奖', '二等奖'] } },
    );
    expect([result.marks, result.reasons.a]).toEqual([marks, reason]);
  });

  it('lets a subject that is barred from one class have the next', () => {
    expect(awarded(['95', '94', '93'], two, { vetoed: { a: ['一等奖'] } }).marks).toBe('21.');
  });

  it('asks notWhen, and keeps a place while it cannot be answered', () => {
    const notWhen = { occurs: { kind: 'accident' } };
    const out = awarded(
      ['95', '94', '93'],
      { ...two, notWhen },
      { occurrences: { 'accident a 2026': true } },
    );
    expect([out.marks, out.reasons.a]).toEqual(['.12', '不参加评奖：accident']);
    const open = awarded(
      ['95', '94', '93'],
      { ...two, notWhen },
      { occurrences: { 'accident a 2026': undefined } },
    );
    expect(open.marks).toBe('.2.');
    expect(open.reasons.a).toBe(
      '第 1 名，得分 95 分，在一等奖名额内；能否评奖尚不能判断：accident',
    );
  });
});

describe('a tie at the edge of a class', () => {
  const two = [
    { name: '一等奖', slots: '1' },
    { name: '二等奖', slots: '2' },
  ];
  test.each([
    ['nextSubject', 'propose', '..2.'],
    ['nextSubject', 'include', '1122'],
    ['fixedRanks', 'propose', '..2.'],
    ['fixedRanks', 'include', '112.'],
  ])('%s, %s', (nextClass, tie, marks) => {
    const result = awarded(['95', '95', '90', '80'], { classes: two, nextClass, tie });
    expect(result.marks).toBe(marks);
    expect(result.notices.map(({ sentence }) => sentence)).toEqual(
      tie === 'propose' ? ['一等奖剩余 1 名，a、b得分相同，提请镇党委会议研究确定'] : [],
    );
  });
});

it('keeps the places of the classes below that an open tie will fill', () => {
  const three = [
    { name: '一等奖', slots: '1' },
    { name: '二等奖', slots: '1' },
    { name: '三等奖', slots: '2' },
  ];
  for (const nextClass of ['nextSubject', 'fixedRanks']) {
    expect(awarded(['95', '95', '95', '80', '70'], { classes: three, nextClass }).marks).toBe(
      '...3.',
    );
  }
});

it('never gives more prizes of a class than it has places, passed down ones included', () => {
  const totals = fc.array(fc.integer({ min: 55, max: 99 }), { minLength: 1, maxLength: 20 });
  const options = fc.record({
    unfilled: fc.constantFrom('empty', 'passDown'),
    nextClass: fc.constantFrom('nextSubject', 'fixedRanks'),
  });
  fc.assert(
    fc.property(totals, options, (all, prizes) => {
      const { marks } = awarded(
        all.map((total) => `${total}`),
        prizes,
      );
      const count = (mark: string) => marks.split(mark).length - 1;
      expect(count('1')).toBeLessThanOrEqual(2);
      expect(count('1') + count('2')).toBeLessThanOrEqual(6);
      expect(count('1') + count('2') + count('3')).toBeLessThanOrEqual(12);
      if (prizes.unfilled === 'empty') expect(count('2')).toBeLessThanOrEqual(4);
      const least: Record<string, number> = { 1: 90, 2: 80, 3: 70, 达: 60 };
      all.forEach((total, index) => {
        const mark = marks[index]!;
        if (mark in least) expect(total).toBeGreaterThanOrEqual(least[mark]!);
      });
    }),
  );
});
