/** The plan of a workbook: its sheets in order, its date system, its formats and shared texts. */

import { strangerRefusal } from './file-kind.ts';
import { builtInKind, type FormatKind, formatKind } from './number-format.ts';
import { openParts, type Relation, relationsOf, scanPart } from './office.ts';
import { longestValue, mostCells } from './sheet-reader.ts';
import { attribute, isOn, XmlProblem } from './xml.ts';
import { damaged, type ZipParts } from './zip.ts';

/** A sheet of cells as the workbook lists it. */
export interface SheetPart {
  readonly name: string;
  readonly part: string;
  /** Its place among all sheets, charts counted; names of the workbook refer to it. */
  readonly index: number;
  /** Hidden by a click, or so that only a macro can show it. */
  readonly isHidden: boolean;
}

/** A workbook that was opened, before its cells are read. */
export interface WorkbookParts {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly parts: ZipParts;
  /** The part that lists the sheets. */
  readonly part: string;
  readonly sheets: readonly SheetPart[];
  readonly relations: readonly Relation[];
  /** Dates count from 1904-01-01, as some Macs had it. */
  readonly isFrom1904: boolean;
}

/** Opens a workbook, or its bytes where they are at hand, and lists its sheets; charts and macro sheets have no cells and are left out. */
export async function openWorkbook(path: string, given?: Uint8Array): Promise<WorkbookParts> {
  const { bytes, parts } = await openParts(path, '.xlsx', given);
  const top = await relationsOf(path, parts, '');
  const part = top.find(({ type }) => type === 'officeDocument')?.part;
  if (!part || !parts.names.includes(part)) throw strangerRefusal(path, 'zip', '.xlsx');
  const relations = await relationsOf(path, parts, part);
  const sheets: SheetPart[] = [];
  let isFrom1904 = false;
  let index = -1;
  await scanPart(path, parts, part, {
    open(tag, attributes) {
      if (tag === 'workbookPr') isFrom1904 = isOn(attributes, 'date1904');
      if (tag !== 'sheet') return;
      index += 1;
      const id = attribute(attributes, 'id');
      const found = relations.find((relation) => relation.id === id);
      if (found?.type !== 'worksheet') return;
      // A part that is listed again and again would be read again and again.
      const isTaken = sheets.some((sheet) => sheet.part === found.part);
      if (!parts.names.includes(found.part) || isTaken) throw damaged(path);
      const isHidden = (attribute(attributes, 'state') ?? 'visible') !== 'visible';
      const name = attribute(attributes, 'name') ?? '';
      sheets.push({ name, part: found.part, index, isHidden });
    },
    close() {},
    text() {},
  });
  return { path, bytes, parts, part, sheets, relations, isFrom1904 };
}

/** The kind of format of each cell style, by the number that cells carry. */
export async function formatKinds(workbook: WorkbookParts): Promise<readonly FormatKind[]> {
  const codes = new Map<string, FormatKind>();
  const kinds: FormatKind[] = [];
  let isInCellFormats = false;
  await scanRelated(workbook, 'styles', {
    open(tag, attributes) {
      if (tag === 'cellXfs') isInCellFormats = true;
      const id = attribute(attributes, 'numFmtId') ?? '0';
      if (tag === 'numFmt') codes.set(id, formatKind(attribute(attributes, 'formatCode') ?? ''));
      if (tag === 'xf' && isInCellFormats) kinds.push(codes.get(id) ?? builtInKind(Number(id)));
    },
    close(tag) {
      if (tag === 'cellXfs') isInCellFormats = false;
    },
    text() {},
  });
  return kinds;
}

/** The texts that cells refer to by number; rich text without its formats, readings left out. */
export async function sharedTexts(workbook: WorkbookParts): Promise<readonly string[]> {
  const texts: string[] = [];
  let text = '';
  let isText = false;
  let isReading = false;
  await scanRelated(workbook, 'sharedStrings', {
    open(tag) {
      if (tag === 'si') text = '';
      else if (tag === 't') isText = !isReading;
      else if (tag === 'rPh') isReading = true;
    },
    close(tag) {
      if (tag === 'si' && texts.push(text) > mostCells) throw new XmlProblem('too many texts');
      else if (tag === 't') isText = false;
      else if (tag === 'rPh') isReading = false;
    },
    text(piece) {
      if (isText) text += piece;
      if (text.length > longestValue) throw new XmlProblem('a text without end');
    },
  });
  return texts;
}

async function scanRelated(
  { path, parts, relations }: WorkbookParts,
  type: string,
  handler: Parameters<typeof scanPart>[3],
): Promise<void> {
  const found = relations.find((relation) => relation.type === type);
  if (found && parts.names.includes(found.part)) await scanPart(path, parts, found.part, handler);
}
