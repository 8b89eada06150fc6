/** By when something found wrong is put right, and what counts as found there before. */

import { describe, expect, it } from 'vitest';
import {
  asksRepeat,
  type Calendar,
  dueOfFinding,
  isoDate,
  notBefore,
  repeatFieldsOf,
  repeatOf,
  workdaysAfter,
} from '../../src/index.ts';

/** April has no day of rest but weekends; the first of May has. */
const calendar: Calendar = {
  years: { 2026: { source: '', off: [isoDate('2026-05-01')], on: [] } },
};

describe('the day of a finding', () => {
  const due = (severity: 'onTheSpot' | 'three' | 'fifteen', told: string, final: string) =>
    dueOfFinding(calendar, severity, { toldOn: isoDate(told), finalOn: isoDate(final) }).on;

  it('counts workdays from the day on which the village was told', () => {
    expect(due('onTheSpot', '2026-04-10', '2026-04-10')).toBe('2026-04-10');
    expect(due('three', '2026-04-10', '2026-04-10')).toBe('2026-04-15');
    expect(due('fifteen', '2026-04-10', '2026-04-16')).toBe('2026-05-04');
  });

  it('is never before the workday after it was settled', () => {
    expect(due('three', '2026-04-13', '2026-04-17')).toBe('2026-04-20');
    expect(due('onTheSpot', '2026-04-13', '2026-04-14')).toBe('2026-04-15');
  });

  it('of a year without a calendar counts Monday to Friday and says so', () => {
    expect(workdaysAfter(calendar, isoDate('2031-04-11'), 3)).toEqual({
      on: '2031-04-16',
      guessedYear: 2031,
    });
  });

  it('leaves the notice that is asked for', () => {
    const day = (on: string) => notBefore(calendar, isoDate('2026-04-10'), isoDate(on), 2);
    expect([day('2026-04-09'), day('2026-04-20')]).toEqual(['2026-04-14', '2026-04-20']);
  });
});

describe('a repetition', () => {
  const before = {
    id: 'a',
    village: '东溪村',
    subject: '东溪村',
    line: 'rubbish',
    place: '村口小桥',
    on: isoDate('2026-02-10'),
  };
  const at = (change: object) =>
    repeatOf({ ...before, on: isoDate('2026-04-10'), ...change }, [before])?.id;

  it('is the same line at a place that is named alike, within six months', () => {
    expect(at({})).toBe('a');
    expect(at({ place: '村口 小桥（东侧）' })).toBe('a');
    expect(at({ on: isoDate('2026-08-10') })).toBe('a');
  });

  it('is none in another village or hamlet, on another line, elsewhere, later or on the same day', () => {
    expect(
      [
        { village: '河口村' },
        { subject: '东溪村一组' },
        { line: 'board' },
        { place: '河堤' },
        { place: '' },
        { on: isoDate('2026-08-11') },
        { on: before.on },
      ].map(at),
    ).toEqual(Array(7).fill(undefined));
  });

  it('is of the latest one', () => {
    const later = { ...before, id: 'b', on: isoDate('2026-03-10') };
    const found = { ...before, on: isoDate('2026-04-10') };
    expect(repeatOf(found, [later, before])?.id).toBe('b');
    expect(repeatOf(found, [before, later])?.id).toBe('b');
  });

  it('of a line that is asked of the village as a whole needs no place', () => {
    const whole = { ...before, place: '公示牌没有更新', on: isoDate('2026-02-10') };
    const found = { ...before, place: '公示牌上没有这个月的', on: isoDate('2026-04-10') };
    expect(repeatOf(found, [whole])).toBeUndefined();
    expect(repeatOf({ ...found, isWhole: true }, [whole])?.id).toBe('a');
  });
});

/** Written by hand: what a clerk who knows the village would say of two places. */
const places = [
  ['村口小桥', '村口小桥', 'same'],
  ['村口小桥', '村口 小桥（东侧）', 'same'],
  ['村口小桥', '村口小桥旁边', 'same'],
  ['老祠堂', '老祠堂门口', 'same'],
  ['３组晒场', '3组晒场', 'same'],
  ['三组晒场', '3组晒场', 'same'],
  ['河堤', '河堤上', 'same'],
  ['', '', 'same'],
  // What stands before a short name makes another place of it.
  ['桥边', '小桥边', 'other'],
  ['桥', '村口小桥', 'other'],
  ['组晒场', '3组晒场', 'other'],
  ['1组晒场', '11组晒场', 'other'],
  ['一组晒场', '二组晒场', 'other'],
  // What follows a name is the same place only where it says a side of it.
  ['村口', '村口小桥东侧', 'other'],
  ['村口', '村口小桥', 'other'],
  ['河边', '河边路', 'other'],
  ['村部', '村部对面小店', 'other'],
  ['3号', '3号楼后菜地', 'other'],
  // Two sides of one place are two places.
  ['村口小桥东侧', '村口小桥西侧', 'other'],
  ['老祠堂前', '老祠堂后', 'other'],
  ['村口小桥', '', 'other'],
] as const;

describe('two names of places', () => {
  it.each(places)('%s and %s: %s', (one, other, said) => {
    const on = isoDate('2026-02-10');
    const at = { village: '东溪村', subject: '东溪村', line: 'rubbish' };
    const answer = (first: string, then: string) =>
      repeatOf({ ...at, place: then, on: isoDate('2026-04-10') }, [
        { ...at, id: 'a', place: first, on },
      ]) === undefined
        ? 'other'
        : 'same';
    expect([answer(one, other), answer(other, one)]).toEqual([said, said]);
  });
});

describe('what counting fills in of repetitions', () => {
  const fieldsOf = (type: 'number' | 'label', repeats: number) =>
    repeatFieldsOf({ fields: { 重复: { type } } } as never, repeats);

  it('is the field of the kind that is called so, and nothing where there is none', () => {
    expect([fieldsOf('number', 2), fieldsOf('number', 0)]).toEqual([{ 重复: '2' }, { 重复: '0' }]);
    expect([fieldsOf('label', 2), fieldsOf('label', 0)]).toEqual([{ 重复: '是' }, { 重复: '否' }]);
    expect(repeatFieldsOf({ fields: { 处数: { type: 'number' } } } as never, 2)).toEqual({});
    expect(repeatFieldsOf(undefined, 2)).toEqual({});
  });

  it('is heard by a clause that asks for the field, or for facts of the same within a time', () => {
    expect(asksRepeat({ factor: [{ when: { repeated: { within: 'span' } } }] })).toBe(true);
    expect(asksRepeat({ rule: { choice: { by: '等级' } }, when: [{ fact: { 重复: '是' } }] })).toBe(
      true,
    );
    expect(asksRepeat({ rule: { count: { delta: '-1' } }, text: '重复' })).toBe(false);
    expect(asksRepeat(undefined)).toBe(false);
  });
});
