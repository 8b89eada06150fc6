/** The body: headings numbered by their place, paragraphs, tables. */

import { AlignmentType, type Paragraph, type Table as WordTable } from 'docx';
import type { Face } from './fonts.ts';
import { character } from './layout.ts';
import type { Block, Heading, TextBlock } from './model.ts';
import { bodyLook, type Form, hairline, paragraphOf, runsOf, textParagraph } from './runs.ts';
import { tableOf } from './table.ts';
import { headingNumbers, widthOf } from './text.ts';

/**
 * What stands on a page of the given width; headings are numbered from the beginning. With `goesOn`
 * the last paragraph stays on the page of what follows, so that no list or signature stands alone on a page.
 */
export function blocksOf(
  blocks: readonly Block[],
  width: number,
  goesOn = false,
): (Paragraph | WordTable)[] {
  const numbered = headingNumbers();
  return blocks.flatMap((block, index) => {
    const around = {
      ...(blocks[index - 1]?.kind === 'table' ? { before: belowTable } : {}),
      ...(blocks[index + 1]?.kind === 'table' ? { after: aboveTable, ...kept(block, 3) } : {}),
      ...(goesOn && index === blocks.length - 1 ? kept(block, 10) : {}),
    };
    if (block.kind === 'heading') return [headingOf(block, numbered(block.level), around)];
    if (block.kind === 'text') return [textOf(block, around)];
    // Two tables without a paragraph between them would become one.
    const apart = blocks[index - 1]?.kind === 'table' ? [hairline(belowTable)] : [];
    const isLast = index === blocks.length - 1;
    return [...apart, ...tableOf(block, width), ...(isLast ? [hairline()] : [])];
  });
}

/**
 * Keeps a paragraph whole and on the page of what follows, if it has at most so many lines; a longer
 * one would leave half a page empty before it.
 */
function kept(block: Block, mostLines: number): Form {
  if (block.kind === 'table' || widthOf(block.text) > mostLines * 28) return {};
  return { keepNext: true, keepLines: true };
}

/** Space above and below a table, in twips. */
const aboveTable = 80;
const belowTable = 160;

const indent = { firstLine: 2 * character };

/** 黑体, 楷体, 仿宋, 仿宋: the faces of the four levels. @source GB/T 9704—2012 7.3.3 */
const levelFaces: Record<Heading['level'], Face> = { 1: '黑体', 2: '楷体', 3: '仿宋', 4: '仿宋' };

/** The upper two levels are titles and stay with what follows; the lower two are often sentences. */
function headingOf({ level, text }: Heading, number: string, around: Form): Paragraph {
  return textParagraph(
    `${number}${text}`,
    { face: levelFaces[level] },
    { ...around, indent, ...(level <= 2 ? { keepNext: true, outlineLevel: level - 1 } : {}) },
  );
}

const places = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

function formOf(place: TextBlock['place']): Form {
  return place === undefined ? { indent } : { alignment: places[place] };
}

function textOf({ text, lead, place }: TextBlock, around: Form): Paragraph {
  const form = { ...around, ...formOf(place) };
  if (lead === undefined) return textParagraph(text, bodyLook, form);
  return paragraphOf([...runsOf(lead, { face: '黑体' }), ...runsOf(text, bodyLook)], form);
}
