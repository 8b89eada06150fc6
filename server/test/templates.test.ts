/** Forms for recording facts: what they ask for, and that an empty one is read as nothing. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { factKind, readRoster, readScheme, readShape } from '@oneneedle/kernel';
import { afterAll, describe, expect, it } from 'vitest';
import { factsFrom, templateSheets } from '../src/ledger/index.ts';
import { readTables, workbookBytes, writeBytes } from '../src/platform/index.ts';
import { readBack } from './tables.ts';
import { emptyFolder, exampleFolder, removeFolders } from './terminal.ts';

afterAll(removeFolders);

function town(name: string) {
  const text = (part: string) => readFileSync(join(exampleFolder(name), part), 'utf8');
  const { value: scheme } = readScheme(text('scheme.yaml'));
  const { value: kinds } = readShape(text('kinds.yaml'), factKind.array());
  if (!scheme || !kinds) throw new Error('no example');
  return { scheme, kinds, roster: readRoster(text('roster.yaml')).roster };
}

describe.each(['village-daily', 'town-staff', 'village-cadres'])('the form of %s', (name) => {
  const { scheme, kinds, roster } = town(name);
  const sheets = templateSheets(scheme, { kinds, roster });

  it('is read as no facts and no remarks while it is empty', async () => {
    const path = join(emptyFolder(), 'facts.xlsx');
    await writeBytes(path, await workbookBytes(sheets));
    const read = factsFrom(await readTables(path), { kinds, roster });
    expect(read).toMatchObject({ facts: [], remarks: [], goodRows: 0, badRows: 0 });
  });

  it('has a sheet for every kind that the scheme hears, and says who listens', () => {
    const [first, ...rest] = sheets;
    expect(first?.name).toBe('说明');
    expect(first?.title).toHaveLength(11);
    expect(first?.rows.map(([sheet]) => sheet)).toEqual(rest.map((sheet) => sheet.name));
    expect(rest.slice(-3).map((sheet) => sheet.name)).toEqual(['更正', '经查无', '缺项说明']);
    for (const sheet of rest) expect([sheet.rows, sheet.spareRows]).toEqual([[], 200]);
  });
});

describe('what the form of the villages asks for', () => {
  const { scheme, kinds, roster } = town('village-daily');
  const sheets = templateSheets(scheme, { kinds, roster });
  const column = (sheet: string, title: string) =>
    sheets.find(({ name }) => name === sheet)?.columns.find((item) => item.title === title);

  it('offers the names of the roster, and of the catalogue nothing else', () => {
    expect(column('垃圾积存', '对象')).toMatchObject({
      required: true,
      options: { strict: false },
    });
    expect(column('垃圾积存', '对象')?.options?.values).toContain('东溪村');
    expect(column('森林火灾', '等级')?.options).toEqual({
      values: ['一般', '较大', '重大', '特别重大'],
      strict: true,
    });
    expect(column('缺项说明', '定为')?.options?.values).toEqual(['不适用', '缺材料', '记零']);
  });

  it('lets clauses be signed that listen to facts', () => {
    const signed = column('经查无', '条款')?.options?.values ?? [];
    const decided = column('缺项说明', '条款')?.options?.values ?? [];
    expect(signed).toContain('1.1');
    expect(decided.length).toBeGreaterThan(signed.length);
  });

  it('says unit, rate and day in a hint, and what an undone thing is', () => {
    expect(column('垃圾积存', '处数（处）')).toMatchObject({
      required: true,
      hint: '只写数，单位是处',
    });
    expect(column('党员大会到会情况', '到会率')?.hint).toBe('86%、0.86 或 43/50');
    expect(column('党务公开', '办结日期')?.hint).toBe('2026-03-06；还没有办结的写 否');
  });

  it('asks for points only where an assessor chooses them, for documents only where one is needed', () => {
    expect(column('组织生活流于形式', '裁量分')?.hint).toBe('扣分写负数；2.1.1：-2 至 -0.5');
    expect(column('组织生活流于形式', '裁量条款')?.options?.values).toEqual(['2.1.1']);
    expect(column('垃圾积存', '裁量分')).toBeUndefined();
    expect(column('垃圾积存', '文号')).toBeUndefined();
    expect(column('工作经验推广', '文号')).toBeDefined();
  });

  it('offers the periods of the scheme', () => {
    expect(column('经查无', '期间')?.options?.values).toEqual([
      '2026年第一季度',
      '2026年第二季度',
      '2026年第三季度',
      '2026年第四季度',
    ]);
  });

  it('tells each sheet who fills it in and which clauses hear it', () => {
    expect(sheets.find(({ name }) => name === '垃圾积存')?.title).toEqual([
      '垃圾积存',
      '登记：城建办　来源：明查暗访　条款：1.1',
    ]);
    const row = sheets[0]?.rows.find(([name]) => name === '催办');
    expect(row?.[3]).toMatch(/^1\.2 限期整改逾期未完成的.*\n8\.1 /);
  });
});

describe('a scheme without a catalogue', () => {
  const { scheme, roster } = town('village-daily');
  const sheets = templateSheets({ ...scheme, kinds: undefined }, { kinds: undefined, roster });

  it('has one sheet that names the kind of each row, with the fields that clauses read', () => {
    const other = sheets.find(({ name }) => name === '其他事实');
    const titles = other?.columns.map(({ title }) => title) ?? [];
    expect(titles.slice(0, 3)).toEqual(['事实种类', '编号', '对象']);
    expect(titles).toContain('处数');
    expect(other?.columns[0]?.options?.values).toContain('inspection.garbage');
  });

  it('is read as nothing while it is empty', () => {
    const read = factsFrom(readBack(...sheets), { kinds: undefined, roster });
    expect(read).toMatchObject({ facts: [], remarks: [] });
  });
});
