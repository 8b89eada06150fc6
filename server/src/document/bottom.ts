/** What stands below the body: list of appendices, signature, note, and the imprint (版记). */

import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  OverlapType,
  type Paragraph,
  RelativeHorizontalPosition,
  RelativeVerticalPosition,
  TableAnchorType,
  TableLayoutType,
  TableRow,
  TabStopType,
  WidthType,
  TableCell as WordCell,
  Table as WordTable,
} from 'docx';
import { borders, character, line, lines, sizes, typeWidth } from './layout.ts';
import type { OfficialDocument, Signature, Table } from './model.ts';
import {
  hairline,
  hairlineHeight,
  type Look,
  paragraphOf,
  runsOf,
  tabRun,
  textParagraph,
} from './runs.ts';
import { tableOf } from './table.ts';
import { officialDate, widthOf } from './text.ts';

/** What stands below the body, as far as the document has it; no line of it stands alone on a page. */
export function endOf(document: OfficialDocument): (Paragraph | WordTable)[] {
  const { appendices = [], signature, receipt, note, source } = document;
  const hasNote = note !== undefined;
  const hasSource = source !== undefined;
  return [
    ...listed(appendices.map(({ title }) => title)),
    ...(signature ? signed(signature, receipt !== undefined || hasNote || hasSource) : []),
    ...(receipt ? receiptOf(receipt, hasNote || hasSource) : []),
    ...(hasNote ? [noteOf(note, hasSource)] : []),
    ...(hasSource ? [sourceOf(source)] : []),
  ];
}

/** 签收, a line below the signature. */
function receiptOf(table: Table, goesOn: boolean): (Paragraph | WordTable)[] {
  return [
    textParagraph(
      '',
      { face: '仿宋', size: 2 },
      { height: hairlineHeight, before: line / 2, keepNext: true },
    ),
    ...tableOf(table, typeWidth.portrait, goesOn),
    ...(goesOn ? [] : [hairline()]),
  ];
}

function noteOf(note: string, goesOn: boolean): Paragraph {
  return textParagraph(`（${note}）`, undefined, {
    alignment: AlignmentType.LEFT,
    indent: { firstLine: 2 * character },
    ...(goesOn ? { keepNext: true } : {}),
  });
}

/** Smaller than anything else on the page: it is for whoever asks where the figures come from. */
function sourceOf(source: string): Paragraph {
  return textParagraph(
    source,
    { face: '仿宋', size: sizes.五号 },
    { alignment: AlignmentType.LEFT, before: lines.smallCell, height: lines.smallCell },
  );
}

/**
 * 附件说明: one line below the body, two characters in; a title that is broken goes on below its
 * own first character. @source GB/T 9704—2012 7.3.4
 */
function listed(titles: readonly string[]): Paragraph[] {
  const word = '附件：';
  return titles.map((title, index) => {
    const number = titles.length > 1 ? `${index + 1}.` : '';
    const lead = `${index === 0 ? word : ''}${number}`;
    const start = 2 + widthOf(word);
    const left = Math.round((start + widthOf(number)) * character);
    return textParagraph(`${lead}${title}`, undefined, {
      alignment: AlignmentType.LEFT,
      indent: { left, hanging: left - (index === 0 ? 2 : start) * character },
      keepLines: true,
      keepNext: true,
      ...(index === 0 ? { before: line } : {}),
    });
  });
}

/**
 * The date and the name above it. Sealed: the date four characters from the right, the name centred
 * over it, with room for the seal. Not sealed: the name two characters from the right, the date two
 * characters further in than the name; the longer of the two keeps its distance.
 * @source GB/T 9704—2012 7.3.5
 */
function signed({ name, on, onWords, sealed }: Signature, goesOn: boolean): Paragraph[] {
  const nameText = name ?? '【印发机关待定】';
  const dateText = on === undefined ? (onWords ?? '【成文日期待定】') : officialDate(on);
  const nameWidth = widthOf(nameText);
  const dateWidth = widthOf(dateText);
  const right = sealed
    ? { date: 4, name: 4 + (dateWidth - nameWidth) / 2 }
    : {
        date: 2 + Math.max(0, nameWidth - 2 - dateWidth),
        name: 2 + Math.max(0, dateWidth + 2 - nameWidth),
      };
  const form = (characters: number) => ({
    alignment: AlignmentType.RIGHT,
    indent: { right: Math.round(Math.max(0, characters) * character) },
    keepLines: true,
  });
  return [
    textParagraph(nameText, undefined, {
      ...form(right.name),
      keepNext: true,
      before: (sealed ? 2 : 1) * line,
    }),
    textParagraph(dateText, undefined, {
      ...form(right.date),
      ...(goesOn ? { keepNext: true } : {}),
    }),
  ];
}

const small: Look = { face: '仿宋', size: sizes.四号 };
/** One character of 四号. */
const fourth = 280;

/**
 * 版记: copies and printing between lines as wide as the type area, the outer ones thick. It is a
 * table that Word places at the foot of the page on which the text ends, so that its last line lies
 * on the lower edge of the type area. @source GB/T 9704—2012 7.4
 */
export function imprintOf({ copyTo, printedBy }: OfficialDocument): (Paragraph | WordTable)[] {
  const rows = [
    ...(copyTo === undefined ? [] : [copiesOf(copyTo)]),
    ...(printedBy ? [printedOf(printedBy)] : []),
  ];
  if (rows.length === 0) return [];
  const ruled = (size: number) => ({ style: BorderStyle.SINGLE, size, color: '000000' });
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  return [
    new WordTable({
      float: {
        verticalAnchor: TableAnchorType.MARGIN,
        relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
        horizontalAnchor: TableAnchorType.MARGIN,
        relativeHorizontalPosition: RelativeHorizontalPosition.CENTER,
        overlap: OverlapType.NEVER,
      },
      layout: TableLayoutType.FIXED,
      width: { size: typeWidth.portrait, type: WidthType.DXA },
      columnWidths: [typeWidth.portrait],
      margins: { left: 0, right: 0, marginUnitType: WidthType.DXA },
      borders: {
        top: ruled(borders.thick),
        bottom: ruled(borders.thick),
        insideHorizontal: ruled(borders.thin),
        left: none,
        right: none,
        insideVertical: none,
      },
      rows: rows.map(
        (paragraph) =>
          new TableRow({
            cantSplit: true,
            height: { value: lines.four, rule: HeightRule.ATLEAST },
            children: [new WordCell({ children: [paragraph] })],
          }),
      ),
    }),
    // Word needs a paragraph that carries the table; it takes next to no room.
    hairline(),
  ];
}

function copiesOf(copyTo: string): Paragraph {
  const left = fourth + 3 * fourth;
  return textParagraph(`抄送：${copyTo}。`, small, {
    alignment: AlignmentType.LEFT,
    indent: { left, hanging: 3 * fourth, right: fourth },
    height: lines.four,
  });
}

function printedOf({ name, on }: NonNullable<OfficialDocument['printedBy']>): Paragraph {
  return paragraphOf(
    [...runsOf(name, small), tabRun(small), ...runsOf(`${officialDate(on)}印发`, small)],
    {
      alignment: AlignmentType.LEFT,
      indent: { left: fourth, right: fourth },
      tabStops: [{ type: TabStopType.RIGHT, position: typeWidth.portrait - fourth }],
      height: lines.four,
    },
  );
}
