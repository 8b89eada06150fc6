/** What an item's course rests on: who may cite it, who reads it, and that it stays. */

import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { sendEvidence } from '../../../test/evidence-kit.ts';
import { type ItemTown, itemTown } from '../../../test/item-town.ts';
import { useProgram } from '../../../test/kit/rooms.ts';

const kit = useProgram();
let town: ItemTown;

beforeAll(async () => {
  town = await itemTown(kit(), 'qinghe');
});

async function paper(name: string): Promise<string> {
  const bytes = Buffer.from(`验收单 ${randomUUID()}`);
  const { body } = await sendEvidence(town.who(name), { town: 'qinghe', name: '验收.txt', bytes });
  return body.evidence.id;
}

async function status(name: string, id: string): Promise<number> {
  return (await town.who(name).get(`/api/towns/qinghe/evidence/${id}`)).status;
}

describe('evidence of an item', () => {
  it('stands in the course of whoever reads the item, and opens for nobody else', async () => {
    const id = await town.slip({ title: '公厕验收' });
    const file = await paper('zhou');
    expect([await status('tian', file), await status('gu', file)]).toEqual([404, 404]);
    await town.course(
      id,
      ['zhou', 'acknowledge'],
      ['zhou', 'report', { note: '已验收。', evidence: [file, file] }],
    );
    const { body } = await town.who('tian').get(`${town.base}/${id}`);
    expect(body.course.at(-1).files).toEqual([
      { id: file, name: '验收.txt', kind: 'text', caption: '' },
    ]);
    expect([await status('tian', file), await status('gu', file)]).toEqual([200, 200]);
    // Another office does not read the item; a village reads no talk of it.
    expect([await status('nong', file), await status('chen', file)]).toEqual([404, 404]);
    const uses = await town.who('tian').get(`/api/towns/qinghe/evidence/${file}/uses`);
    expect(uses.body.rows).toMatchObject([{ citedBy: 'item', id }]);
  });

  it('stays once it is cited', async () => {
    const id = await town.slip({ title: '路灯验收' });
    const file = await paper('zhou');
    await town.course(
      id,
      ['zhou', 'acknowledge'],
      ['zhou', 'tell', { note: '装了一半。', evidence: [file] }],
    );
    await town.refused('evidence.evidence-cited', () =>
      town.who('zhou').ask('DELETE', `/api/towns/qinghe/evidence/${file}`),
    );
    expect(await status('zhou', file)).toBe(200);
  });

  it('is refused where a deed takes none, and where it is not there for who cites it', async () => {
    const id = await town.slip({ title: '井盖更换' });
    await town.course(id, ['zhou', 'acknowledge']);
    const own = await paper('zhou');
    const foreign = await paper('nong');
    await town.refused('items.evidence-elsewhere', () =>
      town.act('zhou', id, 'start', { evidence: [own] }),
    );
    for (const evidence of [[foreign], [own, randomUUID()]]) {
      await town.refused('evidence.evidence-gone', () =>
        town.act('zhou', id, 'report', { note: '换好了。', evidence }),
      );
    }
    expect(await status('zhou', foreign)).toBe(404);
  });
});
