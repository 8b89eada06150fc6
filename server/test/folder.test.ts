/** A folder of a clerk: one scheme, one roster, one ledger, in whatever kind of file; one list of mistakes. */

import { existsSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  type FolderRefusal,
  leftOutText,
  optionsFor,
  readFolder,
  requireSound,
} from '../src/assessment/index.ts';
import { factSheets, factTable, writeBack } from '../src/ledger/index.ts';
import { rosterSheets, rosterTable } from '../src/org/index.ts';
import { csvText, Refusal, readTables, workbookBytes, writeBytes } from '../src/platform/index.ts';
import { copyOf, emptyFolder, exampleFolder, removeFolders } from './terminal.ts';

afterAll(removeFolders);

/** A copy of an example whose roster and facts are tables. */
async function inTables(name: string, format: 'xlsx' | 'csv'): Promise<string> {
  const { book, scheme, kinds } = await readFolder(exampleFolder(name));
  const folder = copyOf(name);
  const options = { groups: scheme.groups };
  const context = { kinds, roster: book.roster };
  for (const file of ['roster', 'facts']) rmSync(join(folder, `${file}.yaml`));
  if (format === 'csv') {
    writeFileSync(join(folder, 'roster.csv'), csvText(rosterTable(book.roster, options)));
    writeFileSync(join(folder, 'facts.csv'), csvText(factTable(book.facts, context)));
  } else {
    await writeBytes(
      join(folder, 'roster.xlsx'),
      await workbookBytes(rosterSheets(book.roster, options)),
    );
    await writeBytes(
      join(folder, 'facts.xlsx'),
      await workbookBytes(factSheets(book.facts, context)),
    );
  }
  return folder;
}

async function refusal(path: string, options = {}): Promise<FolderRefusal> {
  const error = await readFolder(path, options).catch((thrown: unknown) => thrown);
  if (!(error instanceof Refusal)) throw new Error('nothing was refused');
  return error as FolderRefusal;
}

const schemeText = `line: s
name: 环境
version: "1"
subject: { kind: unit }
period: year
groups: [ { code: plain, name: 平原村 } ]
tree:
  - { code: "1", name: 环境, full: 10, clauses: [ { code: 1.1, text: 每处扣1分, proof: [visit], on: garbage, rule: { count: { of: 处数, delta: -1 } } } ] }
kinds: [ { kind: garbage, name: 垃圾积存, form: event, about: unit, fields: { 处数: { type: number, unit: 处, required: true } } } ]
`;
const rosterText = '编码,名称,类组\nV1,东溪村,平原村\nV2,西岗村,plain\n';
const factsHead = '事实种类,编号,对象,日期,处数（处）,序号';
const row = (id: string, who: string, places: string) =>
  `垃圾积存,${id},${who},2026-03-06,${places},${id.slice(2)}`;

/** A small folder of CSV files; a part that is not given is as it should be. */
function small(
  parts: { scheme?: string; roster?: string; facts?: readonly string[] } = {},
): string {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'scheme.yaml'), parts.scheme ?? schemeText);
  writeFileSync(join(folder, 'roster.csv'), parts.roster ?? rosterText);
  const rows = parts.facts ?? [row('D-1', '东溪村', '5'), row('D-2', '西岗村', '2')];
  writeFileSync(join(folder, 'facts.csv'), [factsHead, ...rows, ''].join('\n'));
  return folder;
}

describe.each(['village-daily', 'town-staff', 'village-cadres'])('%s', (name) => {
  it.each(['xlsx', 'csv'] as const)('reads the same from %s as from YAML', async (format) => {
    const [yaml, tables] = [exampleFolder(name), await inTables(name, format)];
    const [before, after] = [await readFolder(yaml), await readFolder(tables)];
    expect(after.book).toEqual(before.book);
    expect([...after.files.keys()]).toEqual(
      ['facts', 'kinds', 'roster', 'scheme'].map((file) =>
        ['facts', 'roster'].includes(file) ? `${file}.${format}` : `${file}.yaml`,
      ),
    );
    for (const [file, bytes] of after.files) {
      expect(Buffer.compare(bytes, readFileSync(join(tables, file)))).toBe(0);
    }
  });
});

describe('which files are read', () => {
  it('one ledger, not two', async () => {
    const folder = small();
    writeFileSync(join(folder, 'facts.yaml'), '[]');
    const { message } = await refusal(folder);
    expect(message).toContain(
      '既有 facts.yaml，又有 facts.csv，不知道以哪个为准，没有计分。请只留一个',
    );
  });

  it('says which names are accepted, and what to do with files of other programs', async () => {
    const folder = small();
    rmSync(join(folder, 'facts.csv'));
    writeFileSync(join(folder, 'facts.xls'), '');
    const { message } = await refusal(folder);
    expect(message).toContain('里没有 facts.yaml，不能计分');
    expect(message).toContain('事实 facts.yaml（或 facts.xlsx、facts.csv）');
    expect(message).toContain('“facts.xls”请用 Excel 或 WPS 打开，另存为 facts.xlsx。');
  });

  it('leaves lock files of Excel and WPS aside, and says that the file is open', async () => {
    const folder = await inTables('village-daily', 'xlsx');
    writeFileSync(join(folder, '~$facts.xlsx'), 'x');
    const told: string[] = [];
    const { book } = await readFolder(folder, { progress: (sentence) => told.push(sentence) });
    expect(book.facts).toHaveLength(475);
    expect(told.join()).toContain('facts.xlsx 正在 Excel 或 WPS 里打开着，读的是上次保存的内容');
  });
});

describe('a folder without a dated fact', () => {
  it('names the file that it has, and asks for the period', async () => {
    const folder = copyOf('village-daily');
    const { kinds, book } = await readFolder(folder);
    rmSync(join(folder, 'facts.yaml'));
    const none = factTable([], { kinds, roster: book.roster });
    writeFileSync(join(folder, 'facts.csv'), csvText(none));
    const read = await readFolder(folder);
    expect(() => optionsFor(read, {})).toThrow(/^facts\.csv 里还没有带日期的事实/);
  });
});

describe('everything that is wrong', () => {
  it('is told at once: the scheme, the roster and the facts, each by its file', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'scheme.yaml'), schemeText.replace('on: garbage', 'on: garbige'));
    writeFileSync(
      join(folder, 'roster.yaml'),
      'units:\n  - { code: V1, name: 东溪村, gruop: plain }\n',
    );
    writeFileSync(
      join(folder, 'facts.yaml'),
      '- { id: D-1, kind: garbage, about: V1, on: 2026-03-99 }\n',
    );
    writeFileSync(join(folder, 'seals.yaml'), '- { line: s }\n');
    const { message, findings } = await refusal(folder);
    const [first, ...lines] = message.split('\n');
    expect(first).toBe(
      '办法有 1 处错误，名册有 1 处错误，事实有 1 处错误，封存有 3 处错误，没有计分。请逐处改正后再运行：',
    );
    const errors = lines.filter((line) => line.startsWith('■ 错误'));
    expect(errors.map((line) => line.split(' ')[2])).toEqual([
      'scheme.yaml',
      'roster.yaml',
      'facts.yaml',
      'seals.yaml',
      'seals.yaml',
      'seals.yaml',
    ]);
    expect(errors[2]).toContain('第 1 行 事实 D-1');
    expect(errors[0]).toContain('第 8 行 条款 1.1：事实目录里没有“garbige”');
    expect(message).toContain('npx oneneedle scheme check');
    expect(new Set(findings.map(({ file }) => file)).size).toBe(4);
  });

  it('facts of a table wait for the roster: a name means nothing before', async () => {
    const folder = small({
      roster: '编码,名称\nV1,东溪村\nV1,西岗村\n',
      facts: [row('D-1', '东溪', '5')],
    });
    const { message } = await refusal(folder);
    expect(message).toContain('名册有 2 处错误（1 种），没有计分');
    expect(message).toContain('facts.csv 要等名册和事实目录改正以后才能核对');
    expect(message).not.toContain('东溪”；是不是');
  });

  it('shows forty and counts the rest', async () => {
    const rows = Array.from({ length: 60 }, (_, at) => row(`D-${at + 1}`, `第${at}村民小组`, '5'));
    const { message, findings } = await refusal(small({ facts: rows }));
    expect(message.match(/■ 错误/g)).toHaveLength(40);
    expect(message).toContain('……另有 20 处错误、2 处提醒，改正以上各处后会再列出');
    expect(findings.filter(({ severity }) => severity === 'error')).toHaveLength(60);
  });

  it('what is said of many rows in the same words is told once', async () => {
    const rows = Array.from({ length: 60 }, (_, at) => row(`D-${at + 1}`, '东溪', '5'));
    const { message } = await refusal(small({ facts: rows }));
    expect(message.match(/■ 错误/g)).toHaveLength(1);
    expect(message).toContain('事实有 60 处错误（1 种），没有计分');
    expect(message).toContain(
      '■ 错误 facts.csv 第 2 行 C 列、第 3 行 C 列、第 4 行 C 列 等 60 处：名册里没有“东溪”；是不是“东溪村”？',
    );
  });

  it('counts every place of what is not shown', async () => {
    const rows = Array.from({ length: 60 }, (_, at) => {
      const village = at < 58 ? `第${Math.min(at, 45)}村民小组` : '东溪';
      return row(`D-${at + 1}`, village, '5');
    });
    const { message } = await refusal(small({ facts: rows }));
    expect(message).toContain('事实有 60 处错误（47 种），没有计分');
    expect(message).toContain('……另有 20 处错误、2 处提醒，改正以上各处后会再列出');
  });

  it('tells a deduction without its minus at its cell, by the bounds of the scheme', async () => {
    const rule = 'rule: { range: { from: -2, to: -0.5 } }';
    const folder = small({ scheme: schemeText.replace(/rule: \{ count: .*? \} \}/, rule) });
    const chosen = `${factsHead},裁量条款,裁量分,裁量理由`;
    writeFileSync(
      join(folder, 'facts.csv'),
      `${chosen}\n${row('D-1', '东溪村', '5')},1.1,1,情节较轻\n`,
    );
    expect((await refusal(folder)).message).toContain(
      'facts.csv 第 2 行 H 列：条款 1.1 的裁量分在 −2 至 −0.5 之间，这里写的是 1；扣分请写负数。',
    );
  });

  it('says that a copy with remarks can be written, and carries what it takes', async () => {
    const folder = small({ facts: [row('D-1', '东溪', '5')] });
    const { message, remarked } = await refusal(folder);
    expect(message).toContain('facts-批注.csv（原表不动）');
    expect(remarked.map(({ path, remarks }) => [path, remarks.length])).toEqual([
      [join(folder, 'facts.csv'), 1],
    ]);
  });
});

describe('warnings', () => {
  it('of facts are told once with the first of them, by line in YAML', async () => {
    const folder = copyOf('village-daily', {
      'facts.yaml': (text) => text.replaceAll('form: status, about', 'about'),
    });
    const remarks = requireSound(await readFolder(folder));
    const [line = ''] = remarks.split('\n').filter((item) => item.includes('rental.listed'));
    expect(line).toMatch(
      /^▲ 提醒 facts\.yaml 事实 D-0001、事实 D-0002、事实 D-0003：目录里“有出租房屋”/,
    );
    expect(line).not.toContain('D-0004');
  });

  it('of facts in a table name sheet and row', async () => {
    const folder = small({
      facts: [row('D-1', '东溪村', '5'), '垃圾积存,D-2,东溪村,2026-03-06,1,2'],
    });
    writeFileSync(
      join(folder, 'facts.csv'),
      `${factsHead},更正\n${row('D-1', '东溪村', '5')},D-9\n${row('D-2', '西岗村', '5')},\n`,
    );
    const remarks = requireSound(await readFolder(folder));
    expect(remarks).toContain(
      '▲ 提醒 facts.csv 第 2 行 事实 D-1：要更正的事实“D-9”不在事实清单里，这条更正不起作用；是不是“D-1”？请核对编号。',
    );
  });

  it('a scheme that was put in its place is checked anew', async () => {
    const folder = await readFolder(small());
    expect(requireSound(folder)).not.toContain('错误，没有计分');
    const [node] = folder.scheme.tree;
    const wrong = {
      ...folder.scheme,
      tree: [{ ...node, children: undefined, clauses: undefined }],
    };
    const other = { ...folder, scheme: { ...wrong, decimals: '9' } as never };
    expect(requireSound(other)).toContain('scheme check');
  });
});

describe('the good rows alone', () => {
  const facts = [row('D-1', '东溪村', '5'), row('D-2', '西岗', '2'), row('D-3', '西岗村', '二')];

  it('are counted when that is asked for, and what was left out is said', async () => {
    const folder = await readFolder(small({ facts }), { goodRows: true });
    expect(folder.book.facts.map(({ id }) => id)).toEqual(['D-1']);
    expect(folder.leftOut.map(({ place, id }) => [place, id])).toEqual([
      ['第 3 行', 'D-2'],
      ['第 4 行', 'D-3'],
    ]);
    expect(leftOutText(folder)).toBe(
      [
        'facts.csv 里有 2 行没有计入，只按没有问题的行计算；改正以后名次和得分都可能变：',
        '· 第 3 行（D-2）：名册里没有“西岗”；是不是“西岗村”？请改正。',
        '· 第 4 行（D-3）：“二”不是确数，算不出分；请只写数（如 3、0.5、40%），约数写 约6000。',
      ].join('\n'),
    );
    expect(requireSound(folder)).toContain(leftOutText(folder));
    expect(folder.remarked).toHaveLength(1);
  });

  it('name a sheet that was not read, and the title under which a row stood', async () => {
    const folder = small();
    rmSync(join(folder, 'facts.csv'));
    const columns = ['编号', '对象', '日期', '处数（处）', '组长'].map((title) => {
      return { title, type: 'text' as const };
    });
    const rows = [
      ['D-1', '东溪村', '2026-03-06', '5', '王'],
      ['D-2', '西岗村', '2026-03-06', '2', ''],
    ];
    const sheets = ['垃圾积存', '垃圾积寸'].map((name) => ({ name, columns, rows }));
    await writeBytes(join(folder, 'facts.xlsx'), await workbookBytes(sheets));
    const read = await readFolder(folder, { goodRows: true });
    expect(read.book.facts.map(({ id }) => id)).toEqual(['D-2']);
    const [head, whole, sheet, row] = leftOutText(read).split('\n');
    expect(head).toContain('facts.xlsx 里有 1 行没有计入');
    expect(whole).toBe('另有 1 张表整张没有读。');
    expect(sheet).toContain(
      '· 表《垃圾积寸》：表《垃圾积寸》不是目录里的事实种类，没有读；是不是《垃圾积存》',
    );
    expect(row).toContain('· 表《垃圾积存》第 2 行（D-1）：没有“组长”这一栏，整列没有读');
  });

  it('are not taken unasked, and never of a roster', async () => {
    expect((await refusal(small({ facts }))).message).toContain('事实有 2 处错误，没有计分');
    const roster = '编码,名称\nV1,东溪村\n,西岗村\n';
    expect((await refusal(small({ roster }), { goodRows: true })).message).toContain(
      '名册有 1 处错误',
    );
  });

  it('nothing is left out where nothing is wrong', async () => {
    const folder = await readFolder(small(), { goodRows: true });
    expect([leftOutText(folder), folder.leftOut, folder.unnumbered]).toEqual(['', [], 0]);
  });

  it('rows without 序号 are counted for whoever wants to seal', async () => {
    const folder = await readFolder(small({ facts: ['垃圾积存,D-1,东溪村,2026-03-06,5,'] }));
    expect(folder.unnumbered).toBe(1);
  });
});

describe('the copy with remarks', () => {
  const wrong = async () => {
    const folder = small();
    rmSync(join(folder, 'facts.csv'));
    const columns = factsHead
      .split(',')
      .slice(1)
      .map((title) => ({ title, type: 'text' as const }));
    const rows = [['D-1', '东溪', '2026-03-06', '5', '1']];
    const sheet = { name: '垃圾积存', title: ['登记表'], columns, rows };
    await writeBytes(join(folder, 'facts.xlsx'), await workbookBytes([sheet]));
    const { remarked } = await refusal(folder);
    const [file] = remarked;
    if (!file) throw new Error('no remarks');
    return {
      folder,
      file,
      input: join(folder, 'facts.xlsx'),
      copy: join(folder, 'facts-批注.xlsx'),
    };
  };

  it('stands beside the table, which stays as it was', async () => {
    const { file, input, copy } = await wrong();
    const before = readFileSync(input);
    expect(await writeBack(file)).toBe(copy);
    expect(Buffer.compare(readFileSync(input), before)).toBe(0);
    const [sheet] = (await readTables(copy)).sheets;
    const text = sheet?.rows
      .flat()
      .map((cell) => cell.text)
      .join('|');
    expect(text).toContain('问题');
    expect(text).toContain('是不是“东溪村”');
  });

  it('is read again as if the remarks were not there', async () => {
    const { folder, file, input, copy } = await wrong();
    await writeBack(file);
    writeFileSync(input, readFileSync(copy));
    rmSync(copy);
    const { message } = await refusal(folder);
    expect(message).toContain('事实有 1 处错误');
  });

  it('is not written over a file that is open, nor over one in which somebody went on', async () => {
    const { file, copy, folder } = await wrong();
    writeFileSync(join(folder, '~$facts-批注.xlsx'), 'x');
    await expect(writeBack(file)).rejects.toThrow('正在 Excel 或 WPS 里打开着，没有写');
    expect(existsSync(copy)).toBe(false);
    rmSync(join(folder, '~$facts-批注.xlsx'));
    await writeBack(file);
    await writeBack(file);
    writeFileSync(copy, 'changed');
    utimesSync(copy, 2_000_000_000, 2_000_000_000);
    await expect(writeBack(file)).rejects.toThrow('可能有人已在里面改过，没有覆盖');
    expect(readFileSync(copy, 'utf8')).toBe('changed');
    utimesSync(copy, 1, 1);
    await writeBack(file);
    expect(readFileSync(copy, 'utf8')).not.toBe('changed');
  });

  it('where nothing can be written it says so', async () => {
    const { file, copy } = await wrong();
    mkdirSync(copy);
    await expect(writeBack(file)).rejects.toThrow('是一个文件夹，这里要的是文件');
  });
});
