/** Facts as tables: what is written is read back the same, in memory, as a workbook and as CSV. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Fact, factKind, readFacts, readRoster, readShape } from '@oneneedle/kernel';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { factSheets, factsFrom, factTable, type LedgerContext } from '../src/ledger/index.ts';
import {
  csvText,
  type NewSheet,
  readTables,
  type TableFile,
  workbookBytes,
  writeBytes,
} from '../src/platform/index.ts';
import { anyValue, facts, kinds, people } from './random-facts.ts';
import { cell, file, readBack, roster } from './tables.ts';
import { emptyFolder, exampleFolder, removeFolders } from './terminal.ts';

afterAll(removeFolders);

const town: LedgerContext = { kinds, roster: people };

async function asWorkbook(sheets: readonly NewSheet[]): Promise<TableFile> {
  const path = join(emptyFolder(), 'facts.xlsx');
  await writeBytes(path, await workbookBytes(sheets));
  return readTables(path);
}

async function asCsv(sheet: NewSheet): Promise<TableFile> {
  const path = join(emptyFolder(), 'facts.csv');
  writeFileSync(path, csvText(sheet));
  return readTables(path);
}

function expectSame(read: TableFile, written: readonly Fact[], context: LedgerContext): void {
  const back = factsFrom(read, context);
  expect(back.remarks).toEqual([]);
  expect(back.facts).toEqual(written);
  expect([back.goodRows, back.badRows, back.unnumbered]).toEqual([written.length, 0, 0]);
}

describe.each(['village-daily', 'town-staff', 'village-cadres'])('the facts of %s', (name) => {
  const text = (part: string) => readFileSync(join(exampleFolder(name), part), 'utf8');
  const context = {
    kinds: readShape(text('kinds.yaml'), factKind.array()).value,
    roster: readRoster(text('roster.yaml')).roster,
  };
  const written = readFacts(text('facts.yaml')).facts;

  it('come back from a workbook', async () => {
    expectSame(await asWorkbook(factSheets(written, context)), written, context);
  });

  it('come back from CSV', async () => {
    expectSame(await asCsv(factTable(written, context)), written, context);
  });

  it('come back without a catalogue', () => {
    const alone = { kinds: undefined, roster: context.roster };
    expectSame(readBack(...factSheets(written, alone)), written, alone);
  });
});

describe('a signature that names its line', () => {
  const { facts: signed } = readFacts(
    '- { id: C1, kind: checked, form: checked, period: 2026-Q1, values: { line: daily, clause: "1.1" }, by: 周 }',
  );

  it('comes back from its sheet and from one table', () => {
    expectSame(readBack(...factSheets(signed, town)), signed, town);
    expectSame(readBack(factTable(signed, town)), signed, town);
  });

  it('has a column for the line only where one is named', () => {
    const titles = (written: readonly Fact[]) =>
      factSheets(written, town)
        .find(({ name }) => name === '经查无')
        ?.columns.map(({ title }) => title) ?? [];
    const [fact] = signed;
    const bare = signed.map((one) => ({ ...one, values: { clause: '1.1' } }));
    expect(fact).toBeDefined();
    expect(titles(signed)).toContain('办法代号');
    expect(titles(bare)).not.toContain('办法代号');
  });
});

describe('facts of every shape', () => {
  it('come back from their sheets', () => {
    fc.assert(
      fc.property(facts, (written) =>
        expectSame(readBack(...factSheets(written, town)), written, town),
      ),
      { numRuns: 100 },
    );
  });

  it('come back from one table', () => {
    fc.assert(
      fc.property(facts, (written) => {
        const table = readBack(factTable(written, town)).sheets.map((sheet) => ({
          ...sheet,
          name: '',
        }));
        expectSame(file(...table), written, town);
      }),
      { numRuns: 100 },
    );
  });

  it('come back without a catalogue', () => {
    const alone = { kinds: undefined, roster };
    fc.assert(
      fc.property(facts, (written) =>
        expectSame(readBack(...factSheets(written, alone)), written, alone),
      ),
    );
  });

  it('come back from real files', async () => {
    await fc.assert(
      fc.asyncProperty(facts, async (written) => {
        expectSame(await asWorkbook(factSheets(written, town)), written, town);
        expectSame(await asCsv(factTable(written, town)), written, town);
      }),
      { numRuns: 12 },
    );
  });
});

describe('rows without a number', () => {
  const clerk = (rows: readonly string[]) => [
    [cell('青禾镇垃圾积存登记表')],
    [cell('编号'), cell('对象'), cell('日期'), cell('处数（处）')],
    ...rows.map((day) => [cell(''), cell('东溪村'), cell({ date: day }), cell(1)]),
  ];

  it('keep the numbers of an export, whatever is added below it', () => {
    const first = factsFrom(
      file({ name: '垃圾积存', rows: clerk(['2026-01-06', '2026-02-06']) }),
      town,
    );
    const exported = readBack(...factSheets(first.facts, town));
    const [rows = [], ...others] = exported.sheets.map((sheet) => sheet.rows);
    expect(others.flatMap((sheet) => sheet.slice(1))).toEqual([]);
    const width = rows[0]?.map(({ text }) => text) ?? [];
    const added = ['2026-04-06', '2026-05-06'].map((day) =>
      width.map((title) => {
        if (title === '对象') return cell('西岗村');
        if (title === '日期') return cell({ date: day });
        return cell(title === '处数（处）' ? 2 : '');
      }),
    );
    const next = factsFrom(file({ name: '垃圾积存', rows: [...rows, ...added] }), town);
    expect(next.remarks).toEqual([]);
    expect(next.facts.map(({ id }) => id)).toEqual([
      '垃圾积存-3',
      '垃圾积存-4',
      '垃圾积存-4-2',
      '垃圾积存-5',
    ]);
    expect(next.facts.slice(0, 2)).toEqual(first.facts);
    expectSame(readBack(...factSheets(next.facts, town)), next.facts, town);
  });
});

describe('a value of any shape', () => {
  const fields = {
    数: 'number',
    率: 'rate',
    位: 'rank',
    日: 'date',
    签: 'label',
    文: 'text',
  } as const;

  // What is taken back is held against no catalogue: it may say anything in any field.
  const reversed = (values: Fact['values']): Fact[] => {
    const base = { kind: 'k', form: 'event', about: [], tags: [], evidence: [] } as const;
    return [
      { ...base, id: 'A', on: '2026-03-06' as never, values, seq: 1 },
      { ...base, id: 'B', reverses: 'A', values: {}, seq: 2 },
    ];
  };

  it.each(Object.entries(fields))('comes back from %s (%s)', (name, type) => {
    const kind = { kind: 'k', name: '种', form: 'event', fields: { [name]: { type, unit: '处' } } };
    const context = { kinds: [kind as never], roster };
    fc.assert(
      fc.property(anyValue, (value) => {
        const written = reversed({ [name]: value });
        expectSame(readBack(...factSheets(written, context)), written, context);
      }),
      { numRuns: 100 },
    );
  });
});

describe('what a clerk sees', () => {
  const base = { kind: 'garbage', form: 'event', tags: [], evidence: [] } as const;
  const written: Fact[] = [
    {
      ...base,
      id: 'D-1',
      about: [
        { subject: 'V1', as: '' },
        { subject: 'V2', as: '责任村' },
      ],
      on: '2026-03-06' as never,
      values: {
        处数: '5',
        完成率: { num: '43', den: '50' },
        县排名: { atLeast: '11', of: '13' },
        面积: { value: '6000', unit: '亩', approx: true },
      },
      evidence: ['照片 3 张', '巡查表'],
      seq: 1,
    },
  ];

  it('is in the words of the trade', () => {
    const [sheet] = factSheets(written, town);
    const cells = Object.fromEntries(
      (sheet?.columns ?? []).map(({ title }, at) => [title, sheet?.rows[0]?.[at]]),
    );
    expect(sheet?.name).toBe('垃圾积存');
    expect(cells).toMatchObject({
      编号: 'D-1',
      对象: '东溪村',
      责任村: '西岗村',
      日期: '2026-03-06',
      '处数（处）': '5',
      '面积（亩）': '约6000亩',
      完成率: '43/50',
      县排名: '≥11/13',
      佐证: '照片 3 张；巡查表',
      序号: '1',
    });
  });

  it('has the sheets for the next rows: corrections, what was found to be nothing, what is missing', async () => {
    const sheets = factSheets(written, town);
    expect(sheets.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['垃圾积存', 1],
      ['更正', 0],
      ['经查无', 0],
      ['缺项说明', 0],
    ]);
    const [, back, checked] = sheets;
    expect(back?.columns.map(({ title }) => title).slice(0, 3)).toEqual(['编号', '更正', '对象']);
    expect(checked?.columns).toContainEqual({ title: '条款', type: 'text' });
    expectSame(await asWorkbook(sheets), written, town);
  });

  it('has no column that nobody uses: no documents, no discretion, no tags', () => {
    const titles = factSheets(written, town)[0]?.columns.map(({ title }) => title);
    expect(titles).not.toContain('文号');
    expect(titles).not.toContain('裁量分');
    expect(titles).not.toContain('标签');
  });

  it('keeps rates and ranks as text, or 3/12 would become a date', () => {
    const types = Object.fromEntries(
      (factSheets(written, town)[0]?.columns ?? []).map(({ title, type }) => [title, type]),
    );
    expect(types).toMatchObject({
      完成率: 'text',
      县排名: 'text',
      '处数（处）': 'number',
      日期: 'date',
    });
  });
});
