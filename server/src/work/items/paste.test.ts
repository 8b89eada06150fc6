/** Rows pasted from a workbook over HTTP: who, when and from where; nothing of a cell is lost. */

import { beforeAll, describe, expect, it } from 'vitest';
import { type ItemTown, itemTown } from '../../../test/item-town.ts';
import { useProgram } from '../../../test/kit/rooms.ts';

const kit = useProgram();
let town: ItemTown;

beforeAll(async () => {
  town = await itemTown(kit(), 'qinghe');
});

const row = (words: object) => ({
  title: '报送材料',
  who: '城建办',
  due: '',
  upperNo: '',
  ...words,
});

async function preview(...rows: object[]) {
  const { status, body } = await town.who('tian').post(`${town.base}/pastes/preview`, { rows });
  expect([status, body.detail ?? '']).toEqual([200, '']);
  return body;
}

describe('a pasted cell of who', () => {
  it('makes further offices help and further villages act; a second person is wrong', async () => {
    const who = '城建办、农业农村办；东溪村 周城建';
    const { rows, errors } = await preview(row({ who }), row({ who: '周城建、农振兴' }));
    expect(rows[0]).toMatchObject({
      lead: '城建办',
      support: ['农业农村办'],
      units: ['东溪村'],
      accountable: '周城建',
    });
    expect(errors).toEqual([
      { row: 1, column: 'who', sentence: expect.stringContaining('周城建、农振兴') },
    ]);
    await town.refused('items.paste-wrong', () =>
      town.who('tian').post(`${town.base}/pastes`, { rows: [row({ who: '周城建、农振兴' })] }),
    );
    const { body } = await town.who('tian').post(`${town.base}/pastes`, { rows: [row({ who })] });
    const item = (await town.who('tian').get(`${town.base}/${body.made[0].id}`)).body;
    expect(item.item).toMatchObject({
      lead: { code: '城建办' },
      support: [{ code: '农业农村办' }],
      units: [{ code: '东溪村' }],
      // what asks something of a village waits for the burden gate
      state: 'proposed',
    });
  });

  it('that is too long is refused, not cut', async () => {
    const { errors } = await preview(row({ title: '长'.repeat(201), upperNo: '9'.repeat(201) }));
    expect(errors.map(({ column }: { column: string }) => column)).toEqual(['title', 'upperNo']);
  });
});

describe('a pasted day', () => {
  it('without a year is the next such day, and says so where that is next year', async () => {
    const { rows, errors, notes } = await preview(
      row({ due: '4月20日' }),
      row({ due: '1月5日' }),
      row({ due: '2026年1月5日' }),
      row({ due: '2月30日' }),
    );
    expect(rows.map(({ dueOn }: { dueOn?: string }) => dueOn)).toEqual([
      '2026-04-20',
      '2027-01-05',
      undefined,
      undefined,
    ]);
    expect(notes).toEqual([
      { row: 1, column: 'due', sentence: expect.stringContaining('2027-01-05') },
    ]);
    expect(errors.map((one: { row: number }) => one.row)).toEqual([2, 3]);
  });
});

describe('pasted rows', () => {
  it('bear the source that was chosen; without one they are from above', async () => {
    const paste = async (more: object) => {
      const { body } = await town.who('tian').post(`${town.base}/pastes`, {
        rows: [row({})],
        ...more,
      });
      return (await town.who('tian').get(`${town.base}/${body.made[0].id}`)).body.source;
    };
    const source = { kind: 'meeting', document: '党委会' };
    expect(await paste({ source })).toEqual(source);
    expect(await paste({})).toEqual({ kind: 'upper' });
  });
});

describe('an item that follows another', () => {
  it('is refused where the asker may not read the other', async () => {
    const id = await town.slip({ title: '不归农办看' });
    const book = { form: 'oneLine', title: '跟办', lead: '农业农村办', source: { kind: 'other' } };
    for (const follows of [id, crypto.randomUUID()]) {
      await town.refused('items.item-unknown', () =>
        town.who('nong').post(town.base, { ...book, follows }),
      );
    }
    const { status } = await town.who('tian').post(town.base, { ...book, follows: id });
    expect(status).toBe(200);
  });
});
