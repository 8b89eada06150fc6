/**
 * The course of an objection, every state by every deed by everybody. The table was written by hand
 * from the procedure: 提出 → 受理 → 交办 → 决定 → 书面答复；提出的人可以撤回。
 */

import { describe, expect, it } from 'vitest';
import {
  answerDue,
  calendarCN,
  fitsResult,
  isoDate,
  mayActOn,
  type ObjectionCapacity,
  type ObjectionDeed,
  type ObjectionResult,
  type ObjectionState,
  objectionAfter,
  objectionDeeds,
} from '../../src/index.ts';

const states: Readonly<Record<string, ObjectionState | undefined>> = {
  no: undefined,
  re: 'received',
  ac: 'acknowledged',
  as: 'assigned',
  de: 'decided',
  an: 'answered',
  wi: 'withdrawn',
};

/** What each deed makes of each state (`--` is impossible), and who may do it. */
const table = `
             no re ac as de an wi   objector behalf office decider
receive      re -- -- -- -- -- --   yes      yes    no     no
acknowledge  -- ac -- -- -- -- --   no       no     yes    no
assign       -- -- as as -- -- --   no       no     yes    no
giveBack     -- -- -- ac -- -- --   no       no     no     yes
decide       -- -- -- de de -- --   no       no     no     yes
answer       -- -- -- -- an -- --   no       no     yes    yes
withdraw     -- wi wi wi -- -- --   yes      yes    no     no
`
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));
const [head = [], ...rows] = table;

describe('every deed', () => {
  it('is in the table, and leads where the table says', () => {
    expect(rows.map(([deed]) => deed)).toEqual(Object.keys(objectionDeeds));
    for (const [deed = '', ...cells] of rows) {
      const made = Object.values(states).map((state) =>
        objectionAfter(deed as ObjectionDeed, state),
      );
      const wanted = cells.slice(0, 7).map((cell) => states[cell]);
      expect([deed, made]).toEqual([deed, wanted]);
    }
  });

  it('is for whom the table says; only the decider must have had no hand in it', () => {
    const capacities = head.slice(7) as ObjectionCapacity[];
    expect(capacities).toEqual(['objector', 'behalf', 'office', 'decider']);
    for (const [deed = '', ...cells] of rows) {
      const may = (hasHand: boolean) =>
        capacities.map((one) => mayActOn(deed as ObjectionDeed, { capacities: [one], hasHand }));
      const wanted = cells.slice(7).map((cell) => cell === 'yes');
      expect([deed, may(false)]).toEqual([deed, wanted]);
      expect([deed, may(true)]).toEqual([deed, wanted.map((one) => one && deed !== 'decide')]);
      expect(mayActOn(deed as ObjectionDeed, { capacities: [], hasHand: false })).toBe(false);
    }
  });
});

const back = { takesBack: true, putsRight: false };
const right = { takesBack: true, putsRight: true };
const added = { takesBack: false, putsRight: true };

describe('what is written into the ledger', () => {
  it.each<[ObjectionResult, readonly boolean[]]>([
    ['kept', [true, false, false, false, false]],
    ['notHeard', [true, false, false, false, false]],
    ['reversed', [false, true, false, false, false]],
    ['replaced', [false, false, true, true, true]],
    ['inPart', [false, true, true, true, true]],
  ])('fits %s: nothing, back, right, added, back and added', (result, wanted) => {
    const written = [[], [back], [right], [added], [back, added]];
    expect(written.map((corrections) => fitsResult(result, corrections))).toEqual(wanted);
  });
});

describe('the last day for the answer', () => {
  it.each([
    ['2024-02-05', { workdays: 5 }, '2024-02-18'],
    ['2024-04-29', { workdays: 5 }, '2024-05-09'],
    ['2024-09-13', { workdays: 5 }, '2024-09-23'],
    ['2024-09-27', { workdays: 5 }, '2024-10-10'],
    ['2025-01-24', { workdays: 5 }, '2025-02-07'],
    ['2025-04-25', { workdays: 5 }, '2025-05-06'],
    ['2025-09-26', { workdays: 5 }, '2025-10-10'],
    ['2025-12-30', { workdays: 5 }, '2026-01-07'],
    ['2026-02-12', { workdays: 5 }, '2026-02-26'],
    ['2026-02-13', { workdays: 7 }, '2026-03-02'],
    ['2026-04-03', { workdays: 5 }, '2026-04-13'],
    ['2026-04-30', { workdays: 5 }, '2026-05-11'],
    ['2026-09-18', { workdays: 5 }, '2026-09-24'],
    ['2026-09-30', { workdays: 5 }, '2026-10-13'],
    ['2026-12-28', { workdays: 3 }, '2026-12-31'],
    // Ten days from 24 September end on 4 October, a day of rest: the first workday after it.
    ['2026-09-24', { days: 10 }, '2026-10-08'],
  ])('of what was received on %s, with %o, is %s', (from, limit, until) => {
    expect(answerDue(calendarCN, isoDate(from), limit)).toEqual({ on: until });
  });

  it('is seven workdays on where the scheme says nothing', () => {
    expect(answerDue(calendarCN, isoDate('2026-02-13'))).toEqual({ on: '2026-03-02' });
  });

  it('is counted from Monday to Friday where no holidays are known, and says so', () => {
    const unknown = { years: {} };
    const from = isoDate('2027-01-04');
    expect(answerDue(unknown, from)).toEqual({ on: '2027-01-13', guessedYear: 2027 });
    const limit = { days: 10 };
    expect(answerDue(unknown, from, limit)).toEqual({ on: '2027-01-14', guessedYear: 2027 });
  });
});
