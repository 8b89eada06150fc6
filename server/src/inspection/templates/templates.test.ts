/** Check sheets over HTTP: written, put into use, replaced by a next version; every refusal. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FactKind, factKind, readScheme, readShape, type Scheme } from '@oneneedle/kernel';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useProgram } from '../../../test/kit/rooms.ts';
import { type RoundTown, roundTown, soundTemplate } from '../../../test/round-town.ts';
import { catalogueOf, heardBy } from '../../ledger/index.ts';
import { faultsIn } from './check.ts';
import { readTemplate, withKindsOf } from './ready.ts';

const kit = useProgram();
let town: RoundTown;

beforeAll(async () => {
  town = await roundTown(kit(), 'qinghe');
});
beforeEach(() => kit().setNow('2026-04-10T02:00:00.000Z'));

const { code: _, ...sound } = soundTemplate;
const at = (code: string) => `${town.base}/templates/${code}`;
const save = (name: string, code: string, words: object = {}) =>
  town.who(name).ask('PUT', at(code), { ...sound, ...words });

describe('a check sheet', () => {
  it('is a draft until it is put into use, and then stays as it is', async () => {
    const draft = await save('zhou', 'first');
    expect(draft.body.template).toMatchObject({ version: 1, revision: 1, state: 'draft' });
    expect((await town.who('chen').get(at('first'))).body.code).toBe('templates.template-unknown');

    const used = await town.who('zhou').post(`${at('first')}/release`, { revision: 1 });
    expect(used.body.template).toMatchObject({ version: 1, state: 'inUse' });
    expect((await town.who('chen').get(at('first'))).body.template.lines).toHaveLength(1);

    const next = await save('zhou', 'first', { name: '改过的检查表' });
    expect(next.body.template).toMatchObject({ version: 2, state: 'draft', name: '改过的检查表' });
    const first = await town.who('zhou').get(`${at('first')}?version=1`);
    expect(first.body.template).toMatchObject({ name: '人居环境月检查表', state: 'inUse' });

    await town.who('zhou').post(`${at('first')}/release`, { revision: 1 });
    const both = await town.who('zhou').get(at('first'));
    expect(both.body.versions).toEqual([
      { version: 2, state: 'inUse' },
      { version: 1, state: 'retired' },
    ]);
  });

  it('is written by whoever read the last draft of it', async () => {
    await save('zhou', 'shared');
    expect((await save('zheng', 'shared', { revision: 1, name: '郑改的' })).status).toBe(200);
    await town.refused('templates.saved-meanwhile', () =>
      save('zhou', 'shared', { revision: 1, name: '周改的' }),
    );
    await town.refused('templates.saved-meanwhile', () => save('zhou', 'shared'));
    await town.refused('templates.saved-meanwhile', () =>
      town.who('zhou').post(`${at('shared')}/release`, { revision: 1 }),
    );
  });

  it('belongs to its office; others and villages change nothing', async () => {
    await town.refused('templates.not-yours', () => save('ying', 'foreign'));
    await town.refused('gate.not-permitted', () => save('chen', 'foreign'));
    await town.released({ code: 'kept' });
    await town.refused('templates.not-yours', () => save('ying', 'kept', { office: '应急办' }));
    await town.refused('templates.not-yours', () =>
      town.who('ying').post(`${at('kept')}/retirement`, {}),
    );
    await town.refused('templates.no-draft', () =>
      town.who('zhou').post(`${at('kept')}/release`, { revision: 1 }),
    );
    await town.refused('templates.template-unknown', () =>
      town.who('zhou').post(`${at('nothing')}/retirement`, {}),
    );
    const gone = await town.who('zhou').post(`${at('kept')}/retirement`, {});
    expect(gone.body.template.state).toBe('retired');
  });

  it('is refused with a sentence for each wrong line', async () => {
    const [line] = soundTemplate.lines;
    const wrong = [
      { ...line },
      { ...line },
      { ...line, code: 'unknown', kind: 'no.such' },
      { ...line, code: 'field', field: '不存在' },
      { ...line, code: 'choice', asks: 'choice' },
      { ...line, code: 'sample', asks: 'sample' },
      { ...line, code: 'loose', kind: undefined },
    ];
    const answer = await town.refused('templates.lines-wrong', () =>
      save('zhou', 'wrong', { lines: wrong }),
    );
    for (const words of [
      '第2行的编码“rubbish”',
      '第3行的事实种类“no.such”',
      '第4行：“垃圾积存”没有字段“不存在”',
      '第5行要选一档',
      '第6行请说明抽查户数',
      '第7行没有选事实种类',
    ]) {
      expect(answer.body.detail).toContain(words);
    }
  });
});

describe('a ready check sheet', () => {
  const folder = join(import.meta.dirname, 'ready');
  const files = readdirSync(folder);

  it('is there for the month, the service centre, hazards, hamlets and the branch', () => {
    expect(files).toHaveLength(5);
  });

  it.each(files)('%s is read, has codes of its own and says nothing of points', (name) => {
    const source = readFileSync(join(folder, name), 'utf8');
    const sheet = readTemplate(source, name);
    const codes = sheet.lines.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(source.replaceAll(/#.*$/gm, '')).not.toMatch(/扣\s*\d|\d\s*分/);
  });

  it('is offered to whoever writes check sheets, and refused by name where it cannot be read', async () => {
    const { body } = await town.who('zhou').get(`${town.base}/templates/options`);
    expect(body.ready.map(({ code }: { code: string }) => code)).toContain('environment');
    expect(body.offices).toEqual([{ code: '城建办', name: '城建办' }]);
    expect(() => readTemplate('code: X', 'x.yaml')).toThrow('x.yaml');
  });

  it('of the month names a kind of its scheme in each line, and a clause hears each of them', () => {
    const sheet = readTemplate(readFileSync(join(folder, '1-environment.yaml'), 'utf8'), 'month');
    const { scheme, kinds } = environmentCheck();
    const heard = heardBy(scheme, catalogueOf(kinds)).map(({ code }) => code);
    expect(sheet.lines).toHaveLength(18);
    expect(faultsIn(sheet.lines, kinds)).toEqual([]);
    for (const { code, kind = '', field = '', choices } of sheet.lines) {
      expect(heard, code).toContain(kind);
      const { options } = kinds.find((one) => one.kind === kind)?.fields?.[field] ?? {};
      // What is chosen is written into the field in its own words.
      if (choices) expect(options, code).toEqual(choices.map(({ text }) => text));
    }
  });

  it('leaves out the kinds that a catalogue lacks, and only those', () => {
    const sheet = readTemplate(readFileSync(join(folder, '1-environment.yaml'), 'utf8'), 'month');
    const { lines } = withKindsOf(sheet, [{ kind: 'inspection.garbage' }]);
    const kept = lines.filter(({ kind, field }) => kind !== undefined || field !== undefined);
    expect(kept.map(({ code }) => code)).toEqual(['bare-rubbish']);
    expect(lines).toHaveLength(18);
    expect(faultsIn(lines, environmentCheck().kinds)).toEqual([]);
  });
});

/** The scheme that the ready sheet of the month goes with, and its catalogue. */
function environmentCheck(): { scheme: Scheme; kinds: FactKind[] } {
  const folder = join(import.meta.dirname, '../../../../schemes/environment-check');
  const text = (name: string) => readFileSync(join(folder, name), 'utf8');
  const scheme = readScheme(text('scheme.yaml')).value;
  const kinds = readShape(text('kinds.yaml'), factKind.array()).value;
  if (!scheme || !kinds) throw new Error('the scheme of the month cannot be read');
  return { scheme, kinds };
}
