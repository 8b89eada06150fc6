/** The top of the first page: marks, red head, number and red line, title, addressee. */

import { AlignmentType, BorderStyle, type Paragraph, TabStopType } from 'docx';
import {
  borders,
  character,
  headDrop,
  headPoints,
  line,
  lines,
  redLineGap,
  sizes,
  twips,
  typeWidth,
} from './layout.ts';
import type { OfficialDocument, RedHead } from './model.ts';
import { type Look, paragraphOf, runsOf, tabRun, textParagraph } from './runs.ts';
import { widthOf } from './text.ts';
import { titleLines } from './title.ts';

const red = 'FF0000';

/** Everything above the body. */
export function topOf(document: OfficialDocument): Paragraph[] {
  const marks = marksOf(document);
  const head = document.head ? headOf(document.head, marks.length) : [];
  const isFirst = marks.length + head.length === 0;
  return [
    ...marks,
    ...head,
    ...titleOf(document, isFirst ? 0 : head.length > 0 ? 2 * line : line),
    ...(document.addressee === undefined
      ? []
      : [
          textParagraph(`${document.addressee}：`, undefined, {
            alignment: AlignmentType.LEFT,
          }),
        ]),
  ];
}

/** 份号, then a mark a line, flush with the type area. @source GB/T 9704—2012 7.2.1–7.2.3 */
function marksOf({ copyNumber, marks = [] }: OfficialDocument): Paragraph[] {
  const form = { alignment: AlignmentType.LEFT };
  return [
    ...(copyNumber === undefined
      ? []
      : [textParagraph(String(copyNumber).padStart(6, '0'), undefined, form)]),
    ...marks.map((mark) => textParagraph(mark, { face: '黑体' }, form)),
  ];
}

/**
 * The name in red with its upper edge 35 mm below that of the type area, two lines, the number, and
 * the red line as wide as the type area. @source GB/T 9704—2012 7.2.4–7.2.7
 */
function headOf({ text, number, fits, signers = [] }: RedHead, linesAbove: number): Paragraph[] {
  const fitting = Math.floor(typeWidth.portrait / 20 / Math.max(1, fits ?? widthOf(text)));
  const points = Math.max(headPoints.least, Math.min(headPoints.most, fitting));
  const height = points * 24; // 1.2 times the size: no font is cut off
  const inset = twips(points * 0.04); // what this line leaves above the strokes
  return [
    textParagraph(
      text,
      { face: '小标宋', size: points * 2, color: red },
      {
        alignment: AlignmentType.CENTER,
        before: Math.max(0, headDrop - linesAbove * line - inset),
        height,
      },
    ),
    ...numberOf(number, signers),
  ];
}

/** The number in the middle; with signers at the left, their names two to a line at the right. */
function numberOf(number: string, signers: readonly string[]): Paragraph[] {
  const underline = {
    border: {
      bottom: {
        style: BorderStyle.SINGLE,
        size: borders.red,
        space: redLineGap,
        color: red,
      },
    },
  };
  const gap = { before: 2 * line };
  if (signers.length === 0) {
    return [
      textParagraph(number, undefined, { ...gap, ...underline, alignment: AlignmentType.CENTER }),
    ];
  }
  const rows = Array.from({ length: Math.ceil(signers.length / 2) }, (_, row) =>
    signers.slice(row * 2, row * 2 + 2),
  );
  const first = typeWidth.portrait - 12 * character;
  const second = first + 4 * character + 4 * character;
  return rows.map((names, row) => {
    const isLast = row === rows.length - 1;
    return paragraphOf(
      [
        ...runsOf(isLast ? number : '', { face: '仿宋' }),
        ...tabbed(row === 0 ? '签发人：' : '', { face: '仿宋' }),
        ...names.flatMap((name) => tabbed(name, { face: '楷体' })),
      ],
      {
        alignment: AlignmentType.LEFT,
        indent: { left: character, right: character },
        tabStops: [first, first + 4 * character, second].map((position) => ({
          type: TabStopType.LEFT,
          position,
        })),
        ...(row === 0 ? gap : {}),
        ...(isLast ? underline : {}),
      },
    );
  });
}

/** Text behind a tab stop; nothing is ever moved by spaces. */
function tabbed(text: string, look: Look) {
  return [tabRun(look), ...runsOf(text, look)];
}

/** The title in lines of its own, what stands under it, an empty line. @source GB/T 9704—2012 7.3.1 */
function titleOf({ title, underTitle = [] }: OfficialDocument, before: number): Paragraph[] {
  const rows = [
    ...titleLines(title).map((text) => ({ text, look: titleLook, height: lines.title })),
    ...underTitle.map((text) => ({ text, look: underLook, height: line })),
  ];
  return rows.map(({ text, look, height }, index) =>
    textParagraph(text, look, {
      alignment: AlignmentType.CENTER,
      keepNext: true,
      height,
      ...(index === 0 ? { before } : {}),
      ...(index === rows.length - 1 ? { after: line } : {}),
    }),
  );
}

const titleLook: Look = { face: '小标宋', size: sizes.二号 };
const underLook: Look = { face: '楷体' };
