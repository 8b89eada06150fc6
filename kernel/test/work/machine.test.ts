/**
 * The course of an item, every state by every deed by everybody. The expected table was written by
 * hand from the procedure, before and beside the code: 立项 → 拟办 → 交办 → 签收 → 办理 ⇄ 延期 →
 * 催办 → 现场 → 反馈 → 核查 → 退回 or 办结 → 销号 → 归档.
 */

import { describe, expect, it } from 'vitest';
import {
  type Capacity,
  deedRule,
  deedsOpenTo,
  doersOf,
  type ItemDeed,
  type ItemForm,
  type ItemState,
  itemDeeds,
  mayDo,
  replay,
  stateAfter,
} from '../../src/index.ts';

const states: Readonly<Record<string, ItemState>> = {
  dr: 'draft',
  re: 'registered',
  pr: 'proposed',
  as: 'assigned',
  ak: 'acknowledged',
  ip: 'inProgress',
  ex: 'extensionRequested',
  ur: 'urged',
  on: 'onSite',
  rp: 'reported',
  uv: 'underReview',
  sb: 'sentBack',
  ac: 'accepted',
  co: 'closedOut',
  ar: 'archived',
  wd: 'withdrawn',
};

/** What each deed makes of each state; `--` is impossible. */
const supervised = `
                 dr re pr as ak ip ex ur on rp uv sb ac co ar wd
register         re -- -- -- -- -- -- -- -- -- -- -- -- -- -- --
propose          -- pr pr -- -- -- -- -- -- -- -- -- -- -- -- --
assign           -- -- as -- -- -- -- -- -- -- -- -- -- -- -- --
acknowledge      -- -- -- ak -- -- -- -- -- -- -- -- -- -- -- --
decline          -- -- -- pr pr -- -- -- -- -- -- -- -- -- -- --
start            -- -- -- -- ip -- -- ip ip -- -- ip -- -- -- --
tell             -- -- -- as ak ip ex ur on -- -- sb -- -- -- --
requestExtension -- -- -- -- ex ex -- ex ex -- -- ex -- -- -- --
grantExtension   -- -- -- -- -- -- ip -- -- -- -- -- -- -- -- --
refuseExtension  -- -- -- -- -- -- ip -- -- -- -- -- -- -- -- --
changeDue        -- -- -- as ak ip -- ur on -- -- sb -- -- -- --
urge             -- -- -- as ur ur -- ur ur -- -- ur -- -- -- --
slip             -- -- -- as ur ur -- ur ur -- -- ur -- -- -- --
visit            -- -- -- -- on on -- on on -- -- on -- -- -- --
report           -- -- -- -- rp rp rp rp rp -- -- rp -- -- -- --
beginReview      -- -- -- -- -- -- -- -- -- uv -- -- -- -- -- --
sendBack         -- -- -- -- -- -- -- -- -- -- sb -- -- -- -- --
accept           -- -- -- -- -- -- -- -- -- -- ac -- -- -- -- --
closeOut         -- -- -- -- -- -- -- -- -- -- -- -- co -- -- --
finish           -- -- -- -- -- -- -- -- -- -- -- -- -- -- -- --
archive          -- -- -- -- -- -- -- -- -- -- -- -- -- ar -- --
lookBack         -- -- -- -- -- -- -- -- -- -- -- -- -- co ar --
instruct         -- -- -- as ak ip ex ur on rp uv sb ac co ar --
withdraw         wd wd wd wd wd wd wd wd wd wd wd wd -- -- -- --
merge            -- wd wd wd wd wd -- wd wd -- -- wd -- -- -- --
mergeIn          -- re pr as ak ip ex ur on rp uv sb -- -- -- --
confirmOutcome   -- -- -- as ak ip -- ur on -- -- sb ac co ar --
create           -- -- -- -- -- -- -- -- -- -- -- -- -- -- -- --
book             -- -- -- -- -- -- -- -- -- -- -- -- -- -- -- --
prepare          -- -- -- -- -- -- -- -- -- -- -- -- -- -- -- --
`;

/** A one-line task knows only these. It never has another state than pr as co ar wd. */
const oneLine: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  assign: { pr: 'as' },
  decline: { as: 'pr' },
  tell: { as: 'as' },
  changeDue: { as: 'as' },
  urge: { as: 'as' },
  finish: { as: 'co' },
  archive: { co: 'ar' },
  withdraw: { pr: 'wd', as: 'wd' },
  confirmOutcome: { as: 'as', co: 'co', ar: 'ar' },
};

/** Who may: Supervision, Leader, Doer, resident cadre (Behalf), answering (A), Issuer, sYstem. */
const rights: Readonly<Record<ItemDeed, string>> = {
  create: 'SLIY',
  book: 'SLIY',
  prepare: 'SLIY',
  register: 'S',
  propose: 'S',
  assign: 'SL',
  acknowledge: 'DB',
  decline: 'DB',
  start: 'DB',
  tell: 'DBA',
  requestExtension: 'DB',
  grantExtension: 'SL',
  refuseExtension: 'SL',
  changeDue: 'SL',
  urge: 'SL',
  slip: 'SL',
  visit: 'SL',
  report: 'DB',
  beginReview: 'SL',
  sendBack: 'SL',
  accept: 'SL',
  closeOut: 'SL',
  finish: 'SLDBI',
  archive: 'S',
  lookBack: 'SL',
  instruct: 'SL',
  withdraw: 'SL',
  merge: 'SL',
  mergeIn: 'Y',
  confirmOutcome: 'SL',
};

/** Beside that, whoever asked for a one-line task may arrange it. */
const issuing: readonly string[] = ['assign', 'changeDue', 'urge', 'withdraw'];

/** What nobody does who did any of the work; of a one-line task the second list stays free. */
const judging: readonly string[] = [
  'grantExtension',
  'refuseExtension',
  'beginReview',
  'sendBack',
  'accept',
  'closeOut',
  'lookBack',
  'confirmOutcome',
];
const judgingOfSlips: readonly string[] = ['changeDue', 'slip', 'withdraw', 'merge'];

const letters: Readonly<Record<string, Capacity>> = {
  S: 'supervision',
  L: 'leader',
  D: 'doer',
  B: 'onBehalf',
  A: 'answering',
  I: 'issuer',
  Y: 'system',
};

const [head = '', ...body] = supervised.trim().split('\n');
const columns = head.trim().split(/\s+/);
const rows = body.map((text) => text.trim().split(/\s+/));
const allDeeds = Object.keys(itemDeeds) as ItemDeed[];
const allStates = Object.values(states);

function expectedAfter(deed: ItemDeed, state: ItemState, form: ItemForm): ItemState | undefined {
  const code = Object.keys(states).find((one) => states[one] === state) ?? '';
  if (form === 'oneLine') return states[oneLine[deed]?.[code] ?? ''];
  const row = rows.find(([name]) => name === deed);
  return states[row?.[columns.indexOf(code) + 1] ?? ''];
}

function mayBy(deed: ItemDeed, form: ItemForm, letter: string): boolean {
  const isIssuer = letter === 'I' && form === 'oneLine' && issuing.includes(deed);
  return rights[deed].includes(letter) || isIssuer;
}

function isJudged(deed: ItemDeed, form: ItemForm): boolean {
  return judging.includes(deed) || (form === 'supervised' && judgingOfSlips.includes(deed));
}

describe('the course', () => {
  it('has every state and every deed in the table of expectation', () => {
    expect(columns).toEqual(Object.keys(states));
    expect(rows.map(([name]) => name).sort()).toEqual([...allDeeds].sort());
    expect(rows.every((row) => row.length === 17)).toBe(true);
  });

  it.each(allDeeds)('%s leads from every state where the procedure says', (deed) => {
    for (const form of ['supervised', 'oneLine'] as const) {
      for (const state of allStates) {
        const after = stateAfter(deed, { state, form });
        expect([form, state, after]).toEqual([form, state, expectedAfter(deed, state, form)]);
      }
    }
  });

  it.each(allDeeds)('%s may be done by those alone whom the procedure names', (deed) => {
    for (const form of ['supervised', 'oneLine'] as const) {
      for (const [letter, capacity] of Object.entries(letters)) {
        const free = mayDo(deed, form, { capacities: [capacity], hasDone: false });
        expect([form, capacity, free]).toEqual([form, capacity, mayBy(deed, form, letter)]);
        const bound = mayDo(deed, form, { capacities: [capacity], hasDone: true });
        expect([form, capacity, bound]).toEqual([
          form,
          capacity,
          mayBy(deed, form, letter) && !isJudged(deed, form),
        ]);
      }
      expect(mayDo(deed, form, { capacities: [], hasDone: false })).toBe(false);
    }
  });

  it('offers in every state to everybody just what is possible and theirs', () => {
    for (const form of ['supervised', 'oneLine'] as const) {
      for (const state of allStates) {
        for (const [letter, capacity] of Object.entries(letters)) {
          for (const hasDone of [false, true]) {
            const expected = allDeeds.filter(
              (deed) =>
                expectedAfter(deed, state, form) !== undefined &&
                mayBy(deed, form, letter) &&
                !(hasDone && isJudged(deed, form)),
            );
            expect(deedsOpenTo({ state, form }, { capacities: [capacity], hasDone })).toEqual(
              expected,
            );
          }
        }
      }
    }
  });
});

describe('somebody who stands to an item in two ways', () => {
  it('judges nothing of what they did, moves no day of it and does not end it', () => {
    // 督查室 has an item of its own: one of its two people does it, and is of the office besides.
    const both: Capacity[] = ['supervision', 'doer'];
    const slip = { state: 'inProgress', form: 'supervised' } as const;
    expect(deedsOpenTo(slip, { capacities: both, hasDone: true })).toEqual([
      'tell',
      'requestExtension',
      'urge',
      'visit',
      'report',
      'instruct',
    ]);
    // The other one of the office, who had no part in it, has the whole table of both.
    expect(deedsOpenTo(slip, { capacities: both, hasDone: false })).toEqual([
      'tell',
      'requestExtension',
      'changeDue',
      'urge',
      'slip',
      'visit',
      'report',
      'instruct',
      'withdraw',
      'merge',
      'confirmOutcome',
    ]);
    // Where both did some of it, a leader has every deed that the office lost.
    const lost: ItemDeed[] = [...judging, ...judgingOfSlips] as ItemDeed[];
    for (const deed of lost) {
      expect([deed, mayDo(deed, 'supervised', { capacities: both, hasDone: true })]).toEqual([
        deed,
        false,
      ]);
      expect([deed, mayDo(deed, 'supervised', { capacities: ['leader'], hasDone: false })]).toEqual(
        [deed, true],
      );
    }
  });

  it('may arrange and end a task in one line that is their own', () => {
    const line = { state: 'assigned', form: 'oneLine' } as const;
    const capacities: Capacity[] = ['issuer', 'doer'];
    expect(deedsOpenTo(line, { capacities, hasDone: true })).toEqual([
      'decline',
      'tell',
      'changeDue',
      'urge',
      'finish',
      'withdraw',
    ]);
  });
});

describe('who did the work', () => {
  it('is everybody who took, worked or reported, whom they stood in for, and who answers for it', () => {
    const deed = (name: ItemDeed, person: string | null, inPlaceOf: string[] = []) => ({
      deed: name,
      person,
      inPlaceOf,
    });
    const course = [
      deed('create', 'tian'),
      deed('assign', 'gu'),
      deed('acknowledge', 'zhou'),
      deed('tell', 'he'),
      deed('requestExtension', 'zheng', ['absent']),
      deed('urge', 'tian'),
      deed('report', 'lin'),
      deed('finish', 'fan'),
      deed('start', null),
    ];
    expect([...doersOf(course, 'chen')].sort()).toEqual(
      ['absent', 'chen', 'fan', 'he', 'lin', 'zheng', 'zhou'].sort(),
    );
    expect([...doersOf([], undefined)]).toEqual([]);
  });
});

describe('a replay', () => {
  it('gives the state that the deeds lead to, and none for a course that cannot have been', () => {
    const whole: ItemDeed[] = ['create', 'register', 'propose', 'assign', 'acknowledge', 'report'];
    expect(replay('supervised', whole)).toBe('reported');
    expect(replay('oneLine', ['book', 'finish'])).toBe('closedOut');
    expect(replay('oneLine', ['prepare', 'assign'])).toBe('assigned');
    expect(replay('supervised', ['create', 'assign'])).toBeUndefined();
    expect(replay('oneLine', ['create'])).toBeUndefined();
    expect(replay('supervised', ['register'])).toBeUndefined();
    expect(replay('supervised', [])).toBeUndefined();
  });

  it('never ends in 销号 of a slip without 核查, 办结 and a second hand', () => {
    const before = allStates.filter((state) =>
      stateAfter('closeOut', { state, form: 'supervised' }),
    );
    expect(before).toEqual(['accepted']);
    const accepted = allStates.filter((state) =>
      stateAfter('accept', { state, form: 'supervised' }),
    );
    expect(accepted).toEqual(['underReview']);
    expect(deedRule('accept').needs).toContain('checks');
  });
});
