import { describe, expect, it } from 'vitest';
import { type HandledItem, handlingOrder, isoDate, shareText } from '../../src/index.ts';

let count = 0;
/** An item of 城建办 due on 15 October that was done on the day given. */
function item(words: Partial<HandledItem> & { done?: string; due?: string } = {}): HandledItem {
  count += 1;
  const { done, due = '2026-10-15', ...more } = words;
  return {
    id: `I-${count}`,
    groups: ['城建办'],
    dueOn: isoDate(due),
    ...(done === undefined ? {} : { doneOn: isoDate(done) }),
    isInReview: false,
    urged: 0,
    sentBack: 0,
    extended: 0,
    ...more,
  };
}

/** So many items of an office, the first `inTime` of them done in time, the others open. */
function office(group: string, inTime: number, of: number): HandledItem[] {
  return Array.from({ length: of }, (_, index) =>
    item({ groups: [group], ...(index < inTime ? { done: '2026-10-10' } : {}) }),
  );
}

const october = { month: '2026-10', asOf: isoDate('2026-11-05') };
const words = (items: readonly HandledItem[]) =>
  handlingOrder(items, october).map(({ group, place, grade }) => [group, place, grade]);

describe('one row of the order', () => {
  it('counts what was due in the month, each item in one of four places', () => {
    const items = [
      item({ done: '2026-10-15' }), // on the day is in time
      item({ done: '2026-10-16', urged: 2 }),
      item({ urged: 1, sentBack: 1 }),
      item({ isInReview: true, extended: 1 }),
      item({ due: '2026-09-30', done: '2026-10-08' }), // of another month
      item({ due: '2026-11-01' }),
    ];
    const [row] = handlingOrder(items, october);
    const ids = items.map(({ id }) => id);
    expect(row).toEqual({
      group: '城建办',
      due: ids.slice(0, 4),
      inTime: [ids[0]],
      late: [ids[1]],
      open: [ids[2]],
      inReview: [ids[3]],
      urged: [ids[1], ids[2]],
      sentBack: [ids[2]],
      extended: [ids[3]],
      share: { part: 1, of: 3 },
      place: 1,
    });
  });

  it('leaves out what is still running, but not what was done before its day', () => {
    const asOf = isoDate('2026-10-15');
    const items = [
      item({ due: '2026-10-14' }),
      item({ due: '2026-10-15' }), // today is not over
      item({ due: '2026-10-30', done: '2026-10-09' }),
    ];
    const [row] = handlingOrder(items, { month: '2026-10', asOf });
    expect([row?.open, row?.inTime, row?.due.length]).toEqual([[items[0]?.id], [items[2]?.id], 2]);
  });

  it('counts an item for everybody that it belongs to', () => {
    const rows = handlingOrder([item({ groups: ['甲', '乙'], done: '2026-10-01' })], october);
    expect(rows.map(({ group, inTime }) => [group, inTime.length])).toEqual([
      ['乙', 1],
      ['甲', 1],
    ]);
  });
});

describe('a share', () => {
  it('is percent with one decimal', () => {
    expect([shareText({ part: 2, of: 3 }), shareText({ part: 3, of: 3 })]).toEqual([
      '66.7',
      '100.0',
    ]);
  });
});

describe('the order', () => {
  it('goes by the share in time, exactly, and says good, middle, poor by thirds', () => {
    // 3/3 = 1; 5/6 = 0.83; 4/5 = 0.8; 2/3 = 0.67; 3/5 = 0.6; 1/4 = 0.25
    const items = [
      ...office('丙', 4, 5),
      ...office('甲', 3, 3),
      ...office('己', 1, 4),
      ...office('乙', 5, 6),
      ...office('戊', 3, 5),
      ...office('丁', 2, 3),
    ];
    expect(words(items)).toEqual([
      ['甲', 1, 'good'],
      ['乙', 2, 'good'],
      ['丙', 3, 'middle'],
      ['丁', 4, 'middle'],
      ['戊', 5, 'poor'],
      ['己', 6, 'poor'],
    ]);
  });

  it('shows ties as ties, and gives one across a border the better word', () => {
    const items = [
      ...office('甲', 2, 3),
      ...office('乙', 4, 6), // the same two thirds
      ...office('丙', 1, 3),
      ...office('丁', 1, 3),
    ];
    // Four are ranked: one good, one poor. 甲 and 乙 share the first place, 丙 and 丁 the third.
    expect(words(items)).toEqual([
      ['乙', 1, 'good'],
      ['甲', 1, 'good'],
      ['丁', 3, 'middle'],
      ['丙', 3, 'middle'],
    ]);
  });

  it('ranks nobody with fewer than three, and says no grade among fewer than three or equals', () => {
    expect(words([...office('甲', 2, 2), ...office('乙', 1, 3)])).toEqual([
      ['乙', 1, undefined],
      ['甲', undefined, undefined],
    ]);
    const equal = [...office('甲', 0, 3), ...office('乙', 0, 4), ...office('丙', 0, 5)];
    expect(words(equal).map(([, place, grade]) => [place, grade])).toEqual([
      [1, undefined],
      [1, undefined],
      [1, undefined],
    ]);
  });

  it('does not let a slow check count against an office', () => {
    const items = [...office('甲', 2, 2), item({ groups: ['甲'], isInReview: true })];
    const [row] = handlingOrder(items, october);
    expect([row?.share, row?.place]).toEqual([{ part: 2, of: 2 }, undefined]);
  });
});
