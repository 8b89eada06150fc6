/** Files that are not read: each is refused with what it is and what to do, and soon enough. */

import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openOffice, Refusal, readTables, remarkedWorkbook } from '../src/platform/index.ts';
import {
  ownFolder,
  partOf,
  workbookOf,
  workbookParts,
  type ZipPart,
  zipped,
} from './tables-samples.ts';

const folder = ownFolder();

/** Writes a file and gives the sentence with which it is refused. */
async function refusal(
  name: string,
  bytes: Uint8Array | string,
  read: (path: string) => Promise<unknown> = readTables,
): Promise<string> {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return refusalOf(read(path));
}

async function refusalOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => undefined,
    (reason) => reason,
  );
  expect(error).toBeInstanceOf(Refusal);
  return error instanceof Refusal ? error.message : '';
}

const oneCell = { sheets: [{ name: '表', data: '<row r="1"><c r="A1"><v>1</v></c></row>' }] };
const good = workbookOf(oneCell);
const goodParts = [...workbookParts(oneCell)].map(([name, text]) => partOf(name, text));
const oldOffice = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2048)]);
const encrypted = Buffer.concat([oldOffice, Buffer.from('EncryptedPackage', 'utf16le')]);
const word = zipped([
  partOf(
    '[Content_Types].xml',
    '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  ),
  partOf('word/document.xml', '<w:document xmlns:w="x"/>'),
]);

describe('what is no table', () => {
  it.each([
    ['a.xlsx', Buffer.alloc(0), '空文件（0 字节）', '重新取一份'],
    ['a.csv', Buffer.alloc(0), '空文件（0 字节）', '重新取一份'],
    ['old.xls', oldOffice, '旧格式', '另存为'],
    ['old.et', oldOffice, '旧格式', '另存为'],
    ['renamed.xlsx', oldOffice, '光改文件名', 'Excel 工作簿（*.xlsx）'],
    ['new.et', good, '旧格式', '另存为'],
    ['table.ods', good, '旧格式', '另存为'],
    ['locked.xlsx', encrypted, '打开密码', '去掉打开密码'],
    ['locked.xls', encrypted, '打开密码', '去掉打开密码'],
    ['word.xlsx', word, '里面不是 Excel 工作簿', '另存为'],
    ['page.xls', '<html><table><tr><td>1</td></tr></table></html>', '其实是网页', '另存为'],
    ['page.xlsx', '\ufeff\r\n<!DOCTYPE html><html></html>', '其实是网页', '另存为'],
    ['page.csv', '<table><tr><td>1</td></tr></table>', '其实是网页', '另存为'],
    ['text.xlsx', '单位,姓名\n', '纯文本', '另存为'],
    ['old.xlsx', '<?xml version="1.0"?><Workbook/>', 'XML 文本', '另存为'],
    ['scan.xlsx', Buffer.from('255044462d312e37', 'hex'), 'PDF', '录入模板'],
    ['photo.xlsx', Buffer.from('ffd8ffe000104a464946', 'hex'), '图片', '录入模板'],
    ['packed.xlsx', Buffer.from('526172211a0701', 'hex'), '压缩包', '解压'],
    ['book.csv', good, '改了文件名', '.xlsx'],
    ['old.csv', oldOffice, '旧格式', '另存为'],
    ['machine.csv', Buffer.from('7f454c4602010100', 'hex'), '不是 Excel 工作簿', '核对'],
    ['note.txt', '甲', '不知道怎么读', '.xlsx'],
    ['note.docx', word, '不知道怎么读', '.xlsx'],
    ['~$open.xlsx', Buffer.alloc(165, 1), '临时文件', '没有“~$”的那一个'],
  ])('%s', async (name, bytes, what, advice) => {
    const sentence = await refusal(name, bytes);
    expect(sentence).toContain(`${name}”`);
    expect(sentence).toContain(what);
    expect(sentence).toContain(advice);
  });

  it('a folder, and nothing at all', async () => {
    mkdirSync(join(folder, 'folder.xlsx'));
    expect(await refusalOf(readTables(join(folder, 'folder.xlsx')))).toContain('是一个文件夹');
    expect(await refusalOf(readTables(join(folder, 'none.xlsx')))).toContain('没有找到');
  });

  it('a file of more than 20 MB is not even opened', async () => {
    const sentence = await refusal('huge.xlsx', Buffer.alloc(20_100_000, 'PK'));
    expect(sentence).toContain('超过 20 MB，没有读');
  });
});

/** Puts one text in the place of another in a part of the sample workbook. */
function tampered(part: string, from: string, to: string): Buffer {
  const parts = [...workbookParts(oneCell)].map(([name, text]) => {
    if (name === part) expect(text).toContain(from);
    return partOf(name, name === part ? text.replace(from, to) : text);
  });
  return zipped(parts);
}

const laughs = `<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(10)}"><!ENTITY c "${'&b;'.repeat(10)}">]><worksheet`;
const endless = Array.from({ length: 400_000 }, (_, at) => (at * 7919).toString(36)).join('');
const sheetPart = 'xl/worksheets/sheet1.xml';

describe('a damaged workbook', () => {
  it.each<[string, Uint8Array]>([
    ['cut short', good.subarray(0, good.length - 30)],
    ['cut in the middle of a sheet', tampered(sheetPart, '</row>', '')],
    ['with a document type of its own', tampered(sheetPart, '<worksheet', laughs)],
    ['with an entity of its own', tampered(sheetPart, '<v>1</v>', '<v>&c;</v>')],
    ['with a bare ampersand', tampered(sheetPart, '<v>1</v>', '<v>a & b</v>')],
    ['with a tag that never ends', tampered(sheetPart, '<v>1</v>', `<v ${endless}`)],
    ['with a row of no number', tampered(sheetPart, 'r="1"', 'r="x"')],
    ['with a cell of no column', tampered(sheetPart, 'r="A1"', 'r="11"')],
    ['with a text that is not there', tampered(sheetPart, '<c r="A1">', '<c r="A1" t="s">')],
    [
      'not in UTF-8',
      zipped(
        goodParts.map((part) =>
          part.name === sheetPart
            ? partOf(sheetPart, Buffer.from('<worksheet>\xff', 'latin1'))
            : part,
        ),
      ),
    ],
    [
      'with one sheet listed twice',
      tampered(
        'xl/workbook.xml',
        '</sheets>',
        '<sheet name="b" sheetId="2" r:id="rId1"/></sheets>',
      ),
    ],
    ['with a cell without end', tampered(sheetPart, '<v>1</v>', `<v>${endless}</v>`)],
    ['without its sheet', zipped(goodParts.filter(({ name }) => name !== sheetPart))],
    ['with two parts of one name', zipped([...goodParts, partOf(sheetPart, '<worksheet/>')])],
    ['with a remark behind its end', zipped(goodParts, 'a remark')],
    ['with a way out of the folder', zipped([...goodParts, partOf('../../evil', 'x')])],
  ])('%s', async (_, bytes) => {
    expect(await refusal('damaged.xlsx', bytes)).toContain('坏了');
  });

  it('has good neighbours: the sample itself is read', async () => {
    writeFileSync(join(folder, 'good.xlsx'), good);
    expect((await readTables(join(folder, 'good.xlsx'))).sheets[0]?.rows[0]?.[0]?.text).toBe('1');
    expect(await openOffice(join(folder, 'good.xlsx'))).toEqual(good);
  });
});

const zeros = deflateRawSync(Buffer.alloc(60_000_000));

/** A sheet of 60 MB of nothing, packed a thousand to one, under headers that say `size`. */
function bomb(size: number): ZipPart {
  return { name: sheetPart, data: zeros, size, crc: 0 };
}

const others = goodParts.filter(({ name }) => name !== sheetPart);
const bombs: [string, Buffer, string][] = [
  ['one part of much too much', zipped([...others, bomb(60_000_000)]), '压缩得不像正常文件'],
  ['one part that says it is small', zipped([...others, bomb(900)]), '对不上'],
  [
    'many parts that together are too much',
    zipped([
      ...others,
      ...Array.from({ length: 300 }, (_, at) =>
        partOf(`xl/media/${at}.png`, Buffer.alloc(900_000)),
      ),
    ]),
    '解开以后超过 200 MB',
  ],
  [
    'a thousand parts that share one content',
    zipped([
      ...others,
      { ...bomb(60_000_000), data: deflateRawSync(Buffer.alloc(100_000)), size: 100_000 },
      ...Array.from({ length: 1000 }, (_, at) => ({
        ...bomb(100_000),
        name: `xl/media/${at}.png`,
        data: deflateRawSync(Buffer.alloc(100_000)),
        shares: others.length,
      })),
    ]),
    '坏了',
  ],
  [
    'sixty thousand empty parts',
    zipped(Array.from({ length: 60_000 }, (_, at) => partOf(`xl/${at}.xml`, ''))),
    '里有 60000 个部件',
  ],
];

describe('a zip bomb', () => {
  it.each(bombs)('%s is refused', async (_, bytes, sentence) => {
    expect(await refusal('bomb.xlsx', bytes)).toContain(sentence);
    expect(await refusal('bomb.xlsx', bytes, openOffice)).toContain(sentence);
  });

  it('is refused in little memory, by a program of its own', async () => {
    const run = promisify(execFile);
    for (const [name, bytes] of bombs) {
      const path = join(folder, 'bomb.xlsx');
      writeFileSync(path, bytes);
      const door = new URL('../src/platform/index.ts', import.meta.url).href;
      const program = `const { openOffice, readTables, Refusal } = await import(${JSON.stringify(door)});
        const before = process.resourceUsage().maxRSS;
        const refused = [];
        for (const read of [readTables, openOffice]) {
          refused.push(await read(${JSON.stringify(path)}).then(() => false, (error) => error instanceof Refusal));
        }
        console.log(JSON.stringify({ refused, grownMegabytes: (process.resourceUsage().maxRSS - before) / 1024 }));`;
      const { stdout } = await run('node', ['--input-type=module', '-e', program]);
      const told = JSON.parse(stdout) as { refused: boolean[]; grownMegabytes: number };
      expect(told.refused, name).toEqual([true, true]);
      expect(told.grownMegabytes, name).toBeLessThan(100);
    }
  });
});

describe('whatever is in a file', () => {
  const rich = {
    sheets: [
      {
        name: '表',
        before: '<dimension ref="A1:C9"/><cols><col min="1" max="3" width="9"/></cols>',
        data: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>46087</v></c></row><row r="3"><c r="C3" t="inlineStr"><is><t>甲&amp;乙</t></is></c><c r="D3"><f>1+1</f></c></row>',
        after: '<mergeCells count="1"><mergeCell ref="A1:A3"/></mergeCells><tableParts/>',
      },
    ],
    texts: ['<t>单位</t>'],
    formats: ['yyyy&quot;年&quot;'],
  };
  const parts = [...workbookParts(rich)];
  const piece = fc.constantFrom(
    '',
    '<',
    '>',
    '/',
    '"',
    '&',
    '=',
    ' r="',
    '0',
    '999999999',
    'x:',
    '<!--',
    ']]>',
    '<c/>',
    '</row>',
    '\u0000',
  );

  /** Reads and marks; both may refuse, neither may fail otherwise. */
  async function readAnd(bytes: Uint8Array): Promise<void> {
    const path = join(folder, 'random.xlsx');
    writeFileSync(path, bytes);
    const remarks = [{ sheet: '表', row: 3, column: 2, sentence: '不对。' }];
    try {
      const { sheets } = await readTables(path);
      if (sheets.some(({ name }) => name === '表')) await remarkedWorkbook(path, remarks);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }

  it('is read or refused: parts with a stretch that is something else', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat({ max: 9 }),
        piece,
        async (which, where, cut, text) => {
          const [name, content] = parts[which % parts.length] ?? ['', ''];
          const at = Math.floor(where * content.length);
          const changed = content.slice(0, at) + text + content.slice(at + cut);
          await readAnd(
            zipped(parts.map(([own, old]) => partOf(own, own === name ? changed : old))),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is read or refused: bytes that are something else', async () => {
    const bytes = workbookOf(rich);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 })), {
          minLength: 1,
          maxLength: 4,
        }),
        async (changes) => {
          const changed = Buffer.from(bytes);
          for (const [at, value] of changes) changed[at] = value;
          await readAnd(changed);
        },
      ),
      { numRuns: 300 },
    );
  });
});
