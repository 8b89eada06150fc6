import type { SharedCell } from '@oneneedle/contract';
import { describe, expect, it } from 'vitest';
import { problemError } from '../src/api/problem.ts';
import { keptCells, keptName } from '../src/ledger/kept-cells.ts';
import {
  acknowledged,
  type Cells,
  cellKey,
  chosen,
  heard,
  keptFrom,
  keptText,
  nextRequest,
  noCells,
  type OwnCell,
  redone,
  sending,
  undone,
  valueAt,
  withTyped,
} from '../src/ledger/shared-cells.ts';
import { SharedSheet } from '../src/ledger/shared-sheet.ts';

const at = (subject: string) => ({ subject, column: 'n' });
const saved = () => '';
const typed = (cells: Cells, subject: string, value: string, block?: string) =>
  withTyped(cells, [{ ...at(subject), value }], { saved, ...(block ? { block } : {}) });
const cell = (subject: string, value: string, version: number, more = {}): SharedCell => ({
  ...{ ...at(subject), value, version, isPending: true, isMine: true, by: '周', ...more },
});
const byHe = { isMine: false, by: '何' };
const value = (cells: Cells, subject: string) => valueAt(cells, at(subject), saved);
const own = (cells: Cells) => [...cells.own.values()];
/** Sent and taken by the server at a version. */
const taken = (cells: Cells, version: number) => {
  const sent = nextRequest(cells)?.cells ?? [];
  const reply = sent.map((one) => cell(one.subject, one.value, version));
  return acknowledged(sending(cells, sent), sent, { saved: reply, conflicts: [] });
};

describe('a typed cell', () => {
  it('rests on what stood there, until it is taken', () => {
    const cells = typed(heard(noCells, [cell('a', '3', 5, byHe)], saved), 'a', '4');
    expect(own(cells)).toEqual([{ ...at('a'), value: '4', base: { version: 5, value: '3' } }]);
    const after = taken(cells, 6);
    expect([own(after), value(after, 'a')]).toEqual([[], '4']);
  });

  it('typed on while it is under way stays typed, resting on what was taken', () => {
    const first = typed(noCells, 'a', '1');
    const sent = nextRequest(first)?.cells ?? [];
    const meanwhile = typed(sending(first, sent), 'a', '12');
    expect(nextRequest(meanwhile)).toBeUndefined();
    const after = acknowledged(meanwhile, sent, { saved: [cell('a', '1', 1)], conflicts: [] });
    expect(own(after)).toEqual([{ ...at('a'), value: '12', base: { version: 1, value: '1' } }]);
  });

  it('that says again what stood there is no longer typed', () => {
    expect(own(typed(typed(noCells, 'a', '1'), 'a', ''))).toEqual([]);
  });

  it('changed by somebody else meanwhile shows both, and the choice decides', () => {
    const cells = heard(typed(noCells, 'a', '4'), [cell('a', '7', 3, byHe)], saved);
    expect(own(cells)).toMatchObject([{ value: '4', theirs: { value: '7', by: '何' } }]);
    expect(nextRequest(cells)).toBeUndefined();
    expect(value(chosen(cells, at('a'), 'theirs'), 'a')).toBe('7');
    const kept = chosen(cells, at('a'), 'mine');
    expect(nextRequest(kept)?.cells).toMatchObject([
      { value: '4', base: { version: 3, value: '7' } },
    ]);
  });

  it('to which somebody else typed the same is no conflict', () => {
    const cells = heard(typed(noCells, 'a', '4'), [cell('a', '4', 3, byHe)], saved);
    expect([own(cells), value(cells, 'a')]).toEqual([[], '4']);
  });

  it('typed before anything was heard rests on old traces that say the same, not on new ones', () => {
    const early = typed(noCells, 'a', '4');
    const trace = cell('a', '9', 6, { ...byHe, isPending: false });
    expect(nextRequest(heard(early, [trace], saved))?.cells).toMatchObject([
      { value: '4', base: { version: 6, value: '' } },
    ]);
    const sentMeanwhile = heard(early, [trace], () => '9');
    expect(own(sentMeanwhile)[0]?.base.version).toBe(0);
    const pending = heard(early, [{ ...trace, isPending: true }], saved);
    expect(own(pending)).toMatchObject([{ value: '4', theirs: { value: '9' } }]);
  });

  it('of another column merges without a word', () => {
    const other = { ...cell('a', 'x', 3, byHe), column: 'note' };
    const cells = heard(typed(noCells, 'a', '4'), [other], saved);
    expect([own(cells)[0]?.theirs, cells.known.size]).toEqual([undefined, 1]);
  });
});

describe('a pasted block', () => {
  const block = withTyped(
    noCells,
    [
      { ...at('a'), value: '1' },
      { ...at('b'), value: '2' },
    ],
    {
      saved,
      block: 'x',
    },
  );

  it('goes together, and waits together where one cell met another person', () => {
    expect(nextRequest(typed(block, 'c', '3'))).toMatchObject({
      isWhole: true,
      cells: [{ subject: 'a' }, { subject: 'b' }],
    });
    const sent = nextRequest(block)?.cells ?? [];
    const theirs = cell('b', '9', 4, byHe);
    const stuck = acknowledged(sending(block, sent), sent, { saved: [], conflicts: [theirs] });
    expect(nextRequest(stuck)).toBeUndefined();
    expect(nextRequest(typed(stuck, 'c', '3'))).toMatchObject({ cells: [{ subject: 'c' }] });
    const free = nextRequest(chosen(stuck, at('b'), 'theirs'));
    expect(free).toMatchObject({ isWhole: true, cells: [{ subject: 'a' }] });
  });

  it('is undone as one step', () => {
    const after = undone(taken(block, 2), saved);
    expect([value(after, 'a'), value(after, 'b')]).toEqual(['', '']);
    expect(nextRequest(after)?.cells.map((one) => one.base)).toEqual([
      { version: 2, value: '1' },
      { version: 2, value: '2' },
    ]);
    const again = redone(after, saved);
    expect([value(again, 'a'), value(again, 'b')]).toEqual(['1', '2']);
  });
});

describe('a step back', () => {
  it('never takes away what somebody else typed after it: both are shown', () => {
    const mine = taken(typed(noCells, 'a', '1'), 1);
    const changed = heard(mine, [cell('a', '8', 2, byHe)], saved);
    const after = undone(changed, saved);
    expect(own(after)).toMatchObject([{ value: '', theirs: { value: '8', by: '何' } }]);
    expect([nextRequest(after), after.past.length]).toEqual([undefined, 0]);
    const same = undone(heard(mine, [cell('a', '1', 2, byHe)], saved), saved);
    expect(own(same)).toMatchObject([{ value: '', theirs: { value: '1', by: '何' } }]);
  });

  it('takes back what is under way when its answer has come', () => {
    const first = typed(noCells, 'a', '1');
    const sent = nextRequest(first)?.cells ?? [];
    const back = undone(sending(first, sent), saved);
    const after = acknowledged(back, sent, { saved: [cell('a', '1', 1)], conflicts: [] });
    expect(nextRequest(after)?.cells).toMatchObject([
      { value: '', base: { version: 1, value: '1' } },
    ]);
  });
});

describe('what is kept in the browser', () => {
  function storeOf(content: Record<string, string>) {
    const map = new Map(Object.entries(content));
    return {
      getItem: (key: string) => map.get(key) ?? null,
      setItem: (key: string, text: string) => void map.set(key, text),
      removeItem: (key: string) => void map.delete(key),
      key: (index: number) => [...map.keys()][index] ?? null,
      get length() {
        return map.size;
      },
      keys: () => [...map.keys()],
    };
  }
  const sheet = { line: 'l', clause: '1.1', period: '2026-Q4' };
  const name = (userName: string, clause = '1.1') =>
    keptName({ town: 'qinghe', userName }, { ...sheet, clause });

  it('comes back whole, and nonsense keeps nothing', () => {
    const cells = typed(noCells, 'a', '4');
    expect(keptFrom(keptText(cells)).own).toEqual(cells.own);
    for (const text of [null, '', '{', '{"a":1}', '[{"subject":"a"}]']) {
      expect(keptFrom(text).own.size).toBe(0);
    }
  });

  it('is the person’s own: another sees nothing of it, nor another sheet', () => {
    const store = storeOf({});
    keptCells(store, name('zhou'), 'one').keep(keptText(typed(noCells, 'a', '4')));
    expect(keptCells(store, name('he'), 'two').read()).toBeNull();
    expect(keptCells(store, name('zhou', '1.10'), 'two').read()).toBeNull();
    const back = keptFrom(keptCells(store, name('zhou'), 'two').read());
    expect(value(back, 'a')).toBe('4');
    expect(store.keys()).toEqual([`${name('zhou')}#two`]);
  });

  it('of two windows is not taken away by the other', () => {
    const store = storeOf({});
    const [one, two] = ['one', 'two'].map((key) => keptCells(store, name('zhou'), key));
    one?.keep(keptText(typed(noCells, 'a', '4')));
    two?.keep(null);
    expect(keptFrom(one?.read() ?? null).own.has(cellKey(at('a')))).toBe(true);
  });
});

describe('on the way to the server', () => {
  function sheetOf(answers: (() => Promise<unknown>)[], userName = 'zhou') {
    const waits: { run: () => void; ms: number }[] = [];
    const calls: { cells: OwnCell[]; key: string }[] = [];
    const told: string[] = [];
    let kept: string | null = null;
    let keys = 0;
    const sheet = new SharedSheet({
      userName: 'zhou',
      save: async (cells, _, key) => {
        calls.push({ cells: [...cells], key });
        await answers.shift()?.();
        return {
          revision: 1,
          saved: cells.map((one) => cell(one.subject, one.value, 1)),
          conflicts: [],
        };
      },
      follow: async () => ({ userName, revision: 0, entriesStamp: '', cells: [], others: [] }),
      newKey: () => {
        keys += 1;
        return `key-${keys}`;
      },
      now: () => 0,
      later: (run, ms) => {
        waits.push({ run, ms });
        return () => {};
      },
      kept: {
        read: () => kept,
        keep: (text) => {
          kept = text;
        },
      },
      onEntries: () => told.push('entries'),
      onSignedOut: () => told.push('out'),
      onSignedIn: () => told.push('in'),
      onOtherPerson: () => told.push('other'),
    });
    const settled = () => new Promise((resolve) => setImmediate(resolve));
    const next = async () => {
      waits.shift()?.run();
      await settled();
    };
    /** The first answer of the server is there, and the next question far off. */
    const begin = async () => {
      sheet.start();
      await settled();
      waits.length = 0;
    };
    return { sheet, waits, calls, told, begin, next, kept: () => kept };
  }
  const cut = async () => {
    throw new TypeError('Failed to fetch');
  };
  const refusedWith = (status: number, code: string) => async () => {
    throw problemError({ title: '不行', code }, status);
  };

  it('what is typed is kept at once, saved after a breath and let go when it is acknowledged', async () => {
    const { sheet, waits, kept, begin, next } = sheetOf([]);
    await begin();
    sheet.type([{ ...at('a'), value: '4' }]);
    expect([kept() === null, waits.map(({ ms }) => ms)]).toEqual([false, [400]]);
    await next();
    expect([kept(), sheet.view.link]).toEqual([null, 'even']);
  });

  it('is not saved before it is known what stands on the sheet', async () => {
    const { sheet, calls, begin, next } = sheetOf([]);
    sheet.type([{ ...at('a'), value: '4' }]);
    await next();
    expect(calls).toEqual([]);
    await begin();
    expect([calls.length, sheet.view.link]).toEqual([1, 'even']);
  });

  it('is sent again with the same key after an outage, and an ended session', async () => {
    const { sheet, calls, told, kept, begin, next } = sheetOf([
      cut,
      refusedWith(401, 'gate.not-signed-in'),
    ]);
    await begin();
    sheet.type([{ ...at('a'), value: '4' }]);
    await next();
    expect(sheet.view.link).toBe('away');
    await next();
    expect([sheet.view.link, told, kept() === null]).toEqual(['signed-out', ['out'], false]);
    await next();
    expect([sheet.view.link, kept(), new Set(calls.map(({ key }) => key)).size]).toEqual([
      'even',
      null,
      1,
    ]);
  });

  it('is not saved in the name of another person, and stays kept', async () => {
    const code = 'ledger.sheet-other-account';
    const { sheet, told, kept, begin, next } = sheetOf([refusedWith(409, code)]);
    await begin();
    sheet.type([{ ...at('a'), value: '4' }]);
    await next();
    expect([told, kept() === null]).toEqual([['other'], false]);
    const other = sheetOf([], 'he');
    await other.begin();
    expect(other.told).toEqual(['other']);
  });

  it('that a rule refuses waits for the person, who sees why', async () => {
    const { sheet, kept, begin, next } = sheetOf([refusedWith(422, 'ledger.sheet-cell-unknown')]);
    await begin();
    sheet.type([{ ...at('a'), value: '4' }]);
    await next();
    expect([sheet.view.link, sheet.view.problem?.title, kept() === null]).toEqual([
      'refused',
      '不行',
      false,
    ]);
    sheet.type([{ ...at('a'), value: '5' }]);
    await next();
    expect([sheet.view.link, kept()]).toEqual(['even', null]);
  });
});
