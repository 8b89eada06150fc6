/** Items over HTTP: the course from an instruction to its closing, and every refusal. */

import { beforeAll, describe, expect, it } from 'vitest';
import { type ItemTown, itemTown } from '../../test/item-town.ts';
import { useProgram } from '../../test/kit/rooms.ts';

const kit = useProgram();
let town: ItemTown;

const sixChecks = [
  'factsClear',
  'problemSolved',
  'taskDone',
  'conclusionRight',
  'policyKept',
  'paperInOrder',
];

beforeAll(async () => {
  town = await itemTown(kit(), 'qinghe');
});

async function page(id: string, name = 'tian') {
  return (await town.who(name).get(`${town.base}/${id}`)).body;
}

async function deskTitles(name: string): Promise<string[]> {
  const { body } = await town.who(name).get('/api/towns/qinghe/desk');
  return body.rows.map(({ title }: { title: string }) => title);
}

describe('a slip', () => {
  it('goes from an instruction to its closing, with one extension and one sending back', async () => {
    const id = await town.slip({ title: '清理东溪河' });
    expect(await deskTitles('zhou')).toContain('签收：清理东溪河');
    expect(await deskTitles('nong')).not.toContain('签收：清理东溪河');
    await town.course(
      id,
      ['zhou', 'acknowledge'],
      ['zhou', 'start'],
      ['zhou', 'requestExtension', { note: '汛期水大，清淤船下不了河。', dueOn: '2026-04-30' }],
    );
    expect(await page(id)).toMatchObject({
      wantedDueOn: '2026-04-30',
      item: { dueOn: '2026-04-20', state: 'extensionRequested' },
    });
    await town.course(
      id,
      ['gu', 'grantExtension', { dueOn: '2026-04-28' }],
      ['zhou', 'report', { note: '已清淤1.2公里。' }],
      ['tian', 'beginReview'],
      ['tian', 'sendBack', { note: '河口段没有清到。' }],
      ['zhou', 'start'],
      ['zheng', 'report', { note: '河口段已补清。' }],
      ['tian', 'beginReview'],
      ['tian', 'accept', { checks: sixChecks }],
      ['gu', 'closeOut'],
    );
    const { item, course } = await page(id);
    expect(item).toMatchObject({ state: 'closedOut', dueOn: '2026-04-28', moved: 1 });
    expect(item.light).toEqual({ state: 'done', why: '4月10日销号' });
    const moves = course.filter(({ dueFrom }: { dueFrom?: string }) => dueFrom !== undefined);
    expect(
      moves.map((one: { deed: string; dueFrom: string; dueTo: string }) => [
        one.deed,
        one.dueFrom,
        one.dueTo,
      ]),
    ).toEqual([
      ['requestExtension', '2026-04-20', '2026-04-30'],
      ['grantExtension', '2026-04-20', '2026-04-28'],
    ]);
    for (const name of ['zhou', 'tian', 'gu']) {
      expect((await deskTitles(name)).filter((title) => title.includes('清理东溪河'))).toEqual([]);
    }
  });

  it('is numbered by year, and no number is given twice', async () => {
    const numbers = await Promise.all(
      ['一', '二', '三', '四'].map(async (title) => {
        const id = await town.slip({ title, until: 'registered' });
        return (await page(id)).item.no as string;
      }),
    );
    expect(new Set(numbers).size).toBe(4);
    for (const no of numbers) expect(no).toMatch(/^〔2026〕\d+号$/);
  });
});
