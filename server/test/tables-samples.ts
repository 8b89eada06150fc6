/** Table files as other programs, and people with bad intentions, make them. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { afterAll } from 'vitest';
import { type Cell, type CellRemark, readTables, remarkedWorkbook } from '../src/platform/index.ts';

/** A folder of the test file, gone when its tests are over. */
export function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tables-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** A sheet of a sample: `data` is what stands between `<sheetData>` tags, `after` what follows them. */
export interface SampleSheet {
  readonly name: string;
  readonly data: string;
  readonly before?: string;
  readonly after?: string;
  readonly state?: 'visible' | 'hidden' | 'veryHidden';
}

export interface Sample {
  readonly sheets: readonly SampleSheet[];
  readonly isFrom1904?: boolean;
  /** Shared texts as the inside of `<si>`. */
  readonly texts?: readonly string[];
  /** Number formats of the cell styles from 1 on: an own code, or a number of a built-in one. */
  readonly formats?: readonly (string | number)[];
  /** Parts beside, or instead of, the usual ones. */
  readonly parts?: Readonly<Record<string, string>>;
}

/** The parts of a workbook as Excel lays them out, only shorter. */
export function workbookParts(sample: Sample): Map<string, string> {
  const { formats = [], isFrom1904 = false, sheets, texts = [] } = sample;
  const numbered = (work: (number: number, sheet: SampleSheet) => string) =>
    sheets.map((sheet, index) => work(index + 1, sheet)).join('');
  const own = formats.map((format, index) =>
    typeof format === 'number' ? '' : `<numFmt numFmtId="${200 + index}" formatCode="${format}"/>`,
  );
  const styles = [
    '0',
    ...formats.map((format, index) => String(typeof format === 'number' ? format : 200 + index)),
  ];
  const parts: [string, string][] = [
    [
      '[Content_Types].xml',
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>${numbered((number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`)}</Types>`,
    ],
    [
      '_rels/.rels',
      `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${relations}"><Relationship Id="st" Type="${office}/styles" Target="styles.xml"/><Relationship Id="ss" Type="${office}/sharedStrings" Target="sharedStrings.xml"/>${numbered((number) => `<Relationship Id="rId${number}" Type="${office}/worksheet" Target="worksheets/sheet${number}.xml"/>`)}</Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr date1904="${isFrom1904 ? 1 : 0}"/><sheets>${numbered((number, { name, state }) => `<sheet name="${name}" sheetId="${number}"${state ? ` state="${state}"` : ''} r:id="rId${number}"/>`)}</sheets></workbook>`,
    ],
    [
      'xl/styles.xml',
      `<styleSheet xmlns="${main}"><numFmts count="${own.length}">${own.join('')}</numFmts><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="14" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${styles.length}">${styles.map((id) => `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0"/>`).join('')}</cellXfs></styleSheet>`,
    ],
    [
      'xl/sharedStrings.xml',
      `<sst xmlns="${main}">${texts.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    ],
    ...sheets.map(({ after = '', before = '', data }, index): [string, string] => [
      `xl/worksheets/sheet${index + 1}.xml`,
      `<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="${main}" xmlns:r="${office}">${before}<sheetData>${data}</sheetData>${after}</worksheet>`,
    ]),
    ...Object.entries(sample.parts ?? {}),
  ];
  return new Map(parts);
}

/** The bytes of a sample workbook. */
export function workbookOf(sample: Sample): Buffer {
  return zipped([...workbookParts(sample)].map(([name, text]) => partOf(name, text)));
}

/** Writes a sample and reads its first sheet: the cells by row. */
export async function cellsOf(
  folder: string,
  sample: Sample,
): Promise<readonly (readonly Cell[])[]> {
  const path = join(folder, 'sample.xlsx');
  writeFileSync(path, workbookOf(sample));
  return (await readTables(path)).sheets[0]?.rows ?? [];
}

/** Marks a file and reads what came of it. */
export async function marked(
  path: string,
  remarks: readonly CellRemark[],
): Promise<{ path: string; bytes: Uint8Array }> {
  const bytes = await remarkedWorkbook(path, remarks);
  const target = path.replace(/\.xlsx$/, '-marked.xlsx');
  writeFileSync(target, bytes);
  return { path: target, bytes };
}

/** A part of a zip file, as its two headers tell of it. */
export interface ZipPart {
  readonly name: string;
  /** Packed. */
  readonly data: Uint8Array;
  /** The size that the headers give. */
  readonly size: number;
  readonly crc: number;
  /** No header and data of its own: the headers of the part of this number. */
  readonly shares?: number;
}

/** An honest part. */
export function partOf(name: string, content: string | Uint8Array): ZipPart {
  const bytes = Buffer.from(content);
  return { name, data: deflateRawSync(bytes), size: bytes.length, crc: crc32(bytes) };
}

/** A zip file byte by byte, so that it can also lie. */
export function zipped(parts: readonly ZipPart[], comment = ''): Buffer {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const [index, part] of parts.entries()) {
    const name = Buffer.from(part.name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x800, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(part.crc >>> 0, 10);
    common.writeUInt32LE(part.data.length, 14);
    common.writeUInt32LE(part.size, 18);
    common.writeUInt16LE(name.length, 22);
    offsets[index] = part.shares === undefined ? offset : (offsets[part.shares] ?? 0);
    if (part.shares === undefined) {
      const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, name, part.data]);
      pieces.push(local);
      offset += local.length;
    }
    const central = Buffer.alloc(46);
    central.write('PK\x01\x02', 'latin1');
    central.writeUInt16LE(20, 4);
    common.copy(central, 6);
    central.writeUInt32LE(offsets[index] ?? 0, 42);
    directory.push(central, name);
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...pieces, list, end, Buffer.from(comment)]);
}
