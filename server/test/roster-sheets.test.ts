/** The roster as tables: what is written is read back the same, and mistakes are said at their cells. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Person, type Roster, readRoster, readScheme, type Unit } from '@oneneedle/kernel';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import {
  type RosterOptions,
  rosterFrom,
  rosterSheets,
  rosterTable,
  rosterTemplateSheets,
} from '../src/org/index.ts';
import { csvText, readTables, workbookBytes, writeBytes } from '../src/platform/index.ts';
import { anyText, exactText } from './random-facts.ts';
import { file, merged, readBack, sheet, type Typed } from './tables.ts';
import { emptyFolder, exampleFolder, removeFolders } from './terminal.ts';

afterAll(removeFolders);

const examples = ['village-daily', 'town-staff', 'village-cadres'];
const read = (name: string, part: string) => readFileSync(join(exampleFolder(name), part), 'utf8');

function expectSame(roster: Roster, options: RosterOptions = {}): void {
  const sheets = rosterFrom(readBack(...rosterSheets(roster, options)), options);
  expect(sheets.remarks).toEqual([]);
  expect(sheets.roster).toEqual(roster);
  const table = readBack(rosterTable(roster, options)).sheets.map((one) => ({ ...one, name: '' }));
  const csv = rosterFrom(file(...table), options);
  expect(csv.remarks).toEqual([]);
  expect(csv.roster).toEqual(roster);
}

describe.each(examples)('the roster of %s', (name) => {
  const { roster } = readRoster(read(name, 'roster.yaml'));
  const { value: scheme } = readScheme(read(name, 'scheme.yaml'));

  it('comes back from real files', async () => {
    const folder = emptyFolder();
    await writeBytes(join(folder, 'roster.xlsx'), await workbookBytes(rosterSheets(roster)));
    writeFileSync(join(folder, 'roster.csv'), csvText(rosterTable(roster)));
    for (const path of ['roster.xlsx', 'roster.csv']) {
      const back = rosterFrom(await readTables(join(folder, path)));
      expect(back.remarks).toEqual([]);
      expect(back.roster).toEqual(roster);
    }
  });

  it('comes back with the names of the peer groups', () => {
    expectSame(roster, { groups: scheme?.groups });
  });
});

const code = fc.constantFrom('V1', 'V2', 'V3', '4', '甲', '东溪村', '1.10', 'a（本级）');
const day = fc.constantFrom(
  '2026-01-01',
  '2026-07-01',
  '0001-01-01',
  '2020-02-29',
) as fc.Arbitrary<never>;
const texts = fc.array(anyText, { maxLength: 2 });
const name = fc.oneof(anyText, fc.constantFrom('东溪村', '甲', '合计', '村'));
const size = fc.oneof(
  exactText,
  fc.array(fc.record({ from: day, value: exactText }), { minLength: 1, maxLength: 3 }),
);
const sizeNames = fc.oneof(
  fc.constantFrom('人口', '户数', '名称', '类別', '上级', '问题', '表'),
  anyText,
);
const sizes = fc
  .uniqueArray(fc.tuple(sizeNames, size), { maxLength: 3, selector: ([own]) => own })
  .map((list) => Object.fromEntries(list) as Unit['sizes']);

const rosters: fc.Arbitrary<Roster> = fc
  .uniqueArray(code, { minLength: 3, maxLength: 6 })
  .chain((codes) => {
    const [units, persons] = [codes.slice(0, -2), codes.slice(-2)];
    const unit = fc.constantFrom(...units);
    const person = fc.constantFrom(...persons);
    const free = fc.oneof(unit, fc.constantFrom('县农业农村局', '东溪', 'V9'));
    const unitOf = (own: string) =>
      fc
        .record(
          {
            name,
            type: fc.constantFrom('village', 'town', '村', 'township'),
            group: code,
            parent: free,
            aliases: texts,
            tags: texts,
            from: day,
            to: day,
            sizes,
          },
          { requiredKeys: ['name', 'type', 'aliases', 'tags', 'sizes'] },
        )
        .map((rest) => ({ code: own, ...rest }) as Unit);
    const personOf = (own: string) =>
      fc
        .record(
          { name, class: anyText, group: code, tags: texts },
          { requiredKeys: ['name', 'class', 'tags'] },
        )
        .map((rest) => ({ code: own, ...rest }) as Person);
    const days = { from: day, to: day };
    return fc.record({
      units: fc.tuple(...units.map(unitOf)),
      persons: fc.tuple(...persons.map(personOf)),
      posts: fc.array(
        fc.record(
          { person, unit, role: anyText, ...days, secondedTo: free },
          { requiredKeys: ['person', 'unit', 'role', 'from'] },
        ),
        { maxLength: 3 },
      ),
      pairings: fc.array(
        fc.record(
          { kind: anyText, person, unit, ...days },
          { requiredKeys: ['kind', 'person', 'unit', 'from'] },
        ),
        { maxLength: 2 },
      ),
    }) as fc.Arbitrary<Roster>;
  });

describe('a roster of any shape', () => {
  it('comes back from its tables', () => {
    const groups = [
      { code: 'V1', name: '平原村' },
      { code: 'V2', name: 'V1' },
    ];
    fc.assert(
      fc.property(rosters, (roster) => expectSame(roster)),
      { numRuns: 100 },
    );
    fc.assert(
      fc.property(rosters, (roster) => expectSame(roster, { groups })),
      { numRuns: 30 },
    );
  });
});

const unitTitles = ['编码', '名称', '类别', '类组', '上级', '曾用名', '起', '止', '人口'];

function units(...rows: (readonly Typed[])[]) {
  return rosterFrom(file(sheet('单位', [unitTitles, ...rows])), {
    groups: [{ code: 'plain', name: '平原村' }],
  });
}

describe('a roster that a clerk fills in', () => {
  it('is in the words of the trade', () => {
    const { roster, remarks } = units(
      ['Q', '青禾镇', '乡镇', '', '', '', '', '', ''],
      [
        'V1',
        '东溪村',
        '',
        '平原村',
        '青禾镇',
        '东溪头村；溪东村',
        { date: '2020-01-01' },
        '',
        1460,
      ],
      ['V2', '河口村', '村', 'plain', 'Q', '', '', '2026年6月30日', '1460；2026-07-01起 2,250'],
    );
    expect(remarks).toEqual([]);
    expect(roster.units).toEqual([
      { code: 'Q', name: '青禾镇', type: 'town', aliases: [], tags: [], sizes: {} },
      {
        code: 'V1',
        name: '东溪村',
        type: 'village',
        group: 'plain',
        parent: 'Q',
        aliases: ['东溪头村', '溪东村'],
        tags: [],
        from: '2020-01-01',
        sizes: { 人口: '1460' },
      },
      {
        code: 'V2',
        name: '河口村',
        type: 'village',
        group: 'plain',
        parent: 'Q',
        aliases: [],
        tags: [],
        to: '2026-06-30',
        sizes: {
          人口: [
            { from: '0001-01-01', value: '1460' },
            { from: '2026-07-01', value: '2250' },
          ],
        },
      },
    ]);
  });

  it('may carry merged words down', () => {
    const [town, same] = merged('Q', 2);
    const rows = [
      ['Q', '青禾镇', '乡镇', '', '', '', '', '', ''],
      ['V1', '东溪村', '', '', town, '', '', '', ''],
      ['V2', '西岗村', '', '', same, '', '', '', ''],
    ];
    expect(units(...(rows as Typed[][])).roster.units.map(({ parent }) => parent)).toEqual([
      undefined,
      'Q',
      'Q',
    ]);
  });

  it.each<[readonly Typed[], readonly [number, number | undefined], string]>([
    [['', '东溪村', '', '', '', '', '', '', ''], [2, 1], '没有写“编码”，单位表必须填'],
    [['V1', '', '', '', '', '', '', '', ''], [2, 2], '没有写“名称”'],
    [['V 1', '东溪村', '', '', '', '', '', '', ''], [2, 1], '不能作编码'],
    [
      ['V1', '东溪村', '', '平原', '', '', '', '', ''],
      [2, 4],
      '没有“平原”这个类组；办法里的类组有 平原村，请改正。',
    ],
    [['V1', '东溪村', '', '', '', '', '2026-02-30', '', ''], [2, 7], '没有“2026-02-30”这一天'],
    [['V1', '东溪村', '', '', '', '', '', '', '约2000'], [2, 9], '“人口”：'],
    [['V1', '东溪村', '', '', '', '', '', '', '1460；2250'], [2, 9], '按日期变化的写成'],
    [['合计', '', '', '', '', '', '', '', 8], [2, undefined], '第 2 行是合计'],
  ])('%j', (row, [at, column], part) => {
    const { remarks, goodRows, badRows } = units(row);
    expect(remarks.map((remark) => [remark.row, remark.column])).toEqual([[at, column]]);
    expect(remarks[0]?.sentence).toContain(part);
    expect([goodRows, badRows]).toEqual([0, 1]);
  });

  it('refuses a code that is used twice, in both rows', () => {
    const blank = ['', '', '', '', '', '', ''];
    const { remarks, badRows } = units(['V1', '东溪村', ...blank], ['V1', '西岗村', ...blank]);
    expect(badRows).toBe(2);
    expect(remarks[0]?.sentence).toBe(
      '编码“V1”用了两次：表《单位》第 2 行和表《单位》第 3 行；一个编码只能是一个单位或一个人，请改其中一个。',
    );
  });

  const whole = (post: readonly Typed[]) =>
    rosterFrom(
      file(
        sheet('单位', [
          ['编码', '名称'],
          ['V1', '东溪村'],
          ['V2', '西岗村'],
        ]),
        sheet('人员', [
          ['编码', '姓名', '身份'],
          ['P1', '周雨水', '村委会成员'],
          ['P2', '何惊蛰', '村委会成员'],
          ['P3', '何惊蛰', '村委会成员'],
        ]),
        sheet('任职', [['人员', '单位', '职务', '起', '止', '借调到'], post]),
      ),
    );

  it('finds people and units by name', () => {
    const { roster, remarks } = whole([
      '周雨水',
      '东溪村',
      '主任',
      '2024-01-01',
      '',
      '县农业农村局',
    ]);
    expect(remarks).toEqual([]);
    expect(roster.posts).toEqual([
      { person: 'P1', unit: 'V1', role: '主任', from: '2024-01-01', secondedTo: '县农业农村局' },
    ]);
  });

  it.each<[readonly Typed[], number, string]>([
    [
      ['何惊蛰', '东溪村', '主任', '2024-01-01', '', ''],
      1,
      '有 2 个：P2 何惊蛰、P3 何惊蛰；请改写编码',
    ],
    [['东溪村', '东溪村', '主任', '2024-01-01', '', ''], 1, '“东溪村”在名册里是单位，这里要写人员'],
    [['周雨水', '东溪', '主任', '2024-01-01', '', ''], 2, '是不是“东溪村”？'],
    [['周雨水', '东溪村', '', '2024-01-01', '', ''], 3, '没有写“职务”'],
    [['周雨水', '东溪村', '主任', '', '', ''], 4, '没有写“起”'],
    [
      ['周雨水', '东溪村', '主任', '2024-01-01', '', '西岗'],
      6,
      '确是名册以外的单位，写成 〖西岗〗',
    ],
  ])('%j', (post, column, part) => {
    const { remarks } = whole(post);
    expect(remarks.map((remark) => [remark.sheet, remark.row, remark.column])).toEqual([
      ['任职', 2, column],
    ]);
    expect(remarks[0]?.sentence).toContain(part);
  });

  it('refuses tables and columns that it does not know', () => {
    const strange = rosterFrom(
      file(
        sheet('单位', [
          ['编码', '名称', '曾用各'],
          ['V1', '东溪村', '东溪'],
        ]),
        sheet('任只', [
          ['人员', '单位'],
          ['P1', 'V1'],
        ]),
      ),
    );
    const sentences = strange.remarks.map(({ sentence }) => sentence).join('\n');
    expect(sentences).toContain('没有“曾用各”这一栏，整列没有读；是不是“曾用名”？');
    expect(sentences).toContain('表《任只》没有读');
  });

  it('a CSV file without the column 表 is one of units', () => {
    const { roster, remarks } = rosterFrom(
      file(
        sheet('', [
          ['编码', '名称', '人口'],
          ['V1', '东溪村', '1460'],
        ]),
      ),
    );
    expect(remarks).toEqual([]);
    expect(roster.units).toMatchObject([{ code: 'V1', type: 'village', sizes: { 人口: '1460' } }]);
  });
});

describe('the empty roster', () => {
  it.each(examples)('of %s is read as one without rows or remarks', async (example) => {
    const { value: scheme } = readScheme(read(example, 'scheme.yaml'));
    if (!scheme) throw new Error('no scheme');
    const path = join(emptyFolder(), 'roster.xlsx');
    await writeBytes(path, await workbookBytes(rosterTemplateSheets(scheme)));
    const back = rosterFrom(await readTables(path), { groups: scheme.groups });
    expect(back).toMatchObject({ remarks: [], goodRows: 0, badRows: 0 });
  });
});
