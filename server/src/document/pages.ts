/** Pages: sections, margins, and where the page number stands on each kind of page. */

import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  Footer,
  Header,
  HeightRule,
  type ISectionOptions,
  PageNumber,
  PageOrientation,
  type Paragraph,
  SectionType,
  TableAnchorType,
  TableLayoutType,
  TableRow,
  TextDirection,
  TextRun,
  VerticalAlign,
  WidthType,
  TableCell as WordCell,
  Table as WordTable,
} from 'docx';
import { character, landscape, line, lines, paper, portrait, sizes } from './layout.ts';
import { type Form, type Look, paragraphOf, propertiesOf, textParagraph } from './runs.ts';

/** A section of upright pages. */
export function uprightSection(children: readonly FileChild[]): ISectionOptions {
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: { size: paper, margin: portrait },
      grid: { linePitch: line },
    },
    headers: { default: emptyHeader(), even: emptyHeader() },
    footers: {
      default: new Footer({
        children: [numberLine({ alignment: AlignmentType.RIGHT, indent: { right: character } })],
      }),
      even: new Footer({
        children: [numberLine({ alignment: AlignmentType.LEFT, indent: { left: character } })],
      }),
    },
    children,
  };
}

/**
 * A section of pages that lie across. Bound into the document, their page numbers stand where those
 * of the other pages do: at the left edge here, turned, odd ones below and even ones above.
 * @source GB/T 9704—2012 7.5, 8
 */
export function acrossSection(children: readonly FileChild[]): ISectionOptions {
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: { size: { ...paper, orientation: PageOrientation.LANDSCAPE }, margin: landscape },
      grid: { linePitch: line },
    },
    headers: { default: sideHeader('odd'), even: sideHeader('even') },
    footers: { default: emptyFooter(), even: emptyFooter() },
    children,
  };
}

const numberLook: Look = { face: '宋体', size: sizes.四号 };

/** "— 1 —" in 四号宋体. */
function numberRun(): TextRun {
  return new TextRun({
    ...propertiesOf(numberLook),
    children: ['— ', PageNumber.CURRENT, ' —'],
  });
}

function numberLine(form: Form): Paragraph {
  return paragraphOf([numberRun()], { ...form, height: lines.pageNumber });
}

/** Length of the strip at the left edge that holds a turned page number. */
const strip = { width: lines.pageNumber, length: 2000 };

/** A header whose only content is the page number at the left edge of the page. */
function sideHeader(pages: 'odd' | 'even'): Header {
  const typeLength = paper.width - landscape.top - landscape.bottom;
  const top = landscape.top + (pages === 'odd' ? typeLength - character - strip.length : character);
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const table = new WordTable({
    float: {
      horizontalAnchor: TableAnchorType.PAGE,
      verticalAnchor: TableAnchorType.PAGE,
      absoluteHorizontalPosition: paper.height - portraitNumberTop() - strip.width,
      absoluteVerticalPosition: top,
    },
    layout: TableLayoutType.FIXED,
    width: { size: strip.width, type: WidthType.DXA },
    columnWidths: [strip.width],
    margins: { top: 0, bottom: 0, left: 0, right: 0, marginUnitType: WidthType.DXA },
    borders: {
      top: none,
      bottom: none,
      left: none,
      right: none,
      insideHorizontal: none,
      insideVertical: none,
    },
    rows: [
      new TableRow({
        height: { value: strip.length, rule: HeightRule.EXACT },
        children: [
          new WordCell({
            textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT,
            verticalAlign: VerticalAlign.TOP,
            children: [
              numberLine({
                alignment: pages === 'odd' ? AlignmentType.RIGHT : AlignmentType.LEFT,
              }),
            ],
          }),
        ],
      }),
    ],
  });
  return new Header({ children: [table, emptyLine()] });
}

/** From the upper edge of an upright page to the line of its number. */
function portraitNumberTop(): number {
  return paper.height - portrait.footer - lines.pageNumber;
}

function emptyLine(): Paragraph {
  return textParagraph('', numberLook, { height: lines.pageNumber });
}

function emptyHeader(): Header {
  return new Header({ children: [emptyLine()] });
}

function emptyFooter(): Footer {
  return new Footer({ children: [emptyLine()] });
}
