/** An official document becomes a Word file. */

import { AlignmentType, Document, type FileChild, type ISectionOptions, Packer } from 'docx';
import { partsOf } from '../platform/index.ts';
import { blocksOf } from './blocks.ts';
import { endOf, imprintOf } from './bottom.ts';
import { line, lines, sizes, typeWidth } from './layout.ts';
import type { Appendix, Block, OfficialDocument } from './model.ts';
import { acrossSection, uprightSection } from './pages.ts';
import { finished } from './parts.ts';
import { textParagraph } from './runs.ts';
import { titleLines } from './title.ts';
import { topOf } from './top.ts';

/**
 * The bytes of a .docx in the layout of official documents. The same document gives the same bytes,
 * on any day and machine. Throws a RangeError for a table whose cells do not fill it.
 * @source GB/T 9704—2012
 */
export async function officialDocx(document: OfficialDocument): Promise<Uint8Array> {
  const packed = await Packer.toArrayBuffer(
    new Document({ evenAndOddHeaderAndFooters: true, sections: sectionsOf(document) }),
  );
  return finished(new Uint8Array(packed), document.title.join(''));
}

/** Blocks as they stand in the body of a document: elements that carry all their looks themselves. */
export async function blocksXml(blocks: readonly Block[]): Promise<string> {
  const bytes = await officialDocx({ title: [], body: blocks });
  const parts = await partsOf(bytes);
  const text = Buffer.from(parts.get('word/document.xml') ?? '').toString('utf8');
  // The first paragraph is the title, which is empty here.
  const start = text.indexOf('</w:p>') + '</w:p>'.length;
  return text.slice(start, text.lastIndexOf('<w:sectPr'));
}

/** The document itself, its appendices on pages of their own, the imprint at the very end. */
function sectionsOf(document: OfficialDocument): ISectionOptions[] {
  const { appendices = [], landscape = false } = document;
  const goesOn = document.signature !== undefined || appendices.length > 0;
  const first = [
    ...topOf(document),
    ...blocksOf(document.body, landscape ? typeWidth.landscape : typeWidth.portrait, goesOn),
    ...endOf(document),
  ];
  if (landscape) return [acrossSection(first)];
  const imprint = imprintOf(document);
  const last = appendices.at(-1);
  if (!last) return [uprightSection([...first, ...imprint])];
  return [
    uprightSection(first),
    ...appendices.map((appendix, index) => {
      const number = appendices.length > 1 ? `${index + 1}` : '';
      const children: FileChild[] = appendixOf(appendix, number);
      if (appendix.landscape) return acrossSection(children);
      return uprightSection(index === appendices.length - 1 ? [...children, ...imprint] : children);
    }),
    // The imprint stands upright; behind a page that lies across it has one of its own.
    ...(last.landscape && imprint.length > 0 ? [uprightSection(imprint)] : []),
  ];
}

/** 附件 and its number flush at the top, the title on the third line. @source 7.3.7 */
function appendixOf({ title, blocks, landscape }: Appendix, number: string): FileChild[] {
  const width = landscape ? typeWidth.landscape : typeWidth.portrait;
  const titles = titleLines([title], landscape ? 28 : undefined);
  return [
    textParagraph(
      `附件${number}`,
      { face: '黑体' },
      { alignment: AlignmentType.LEFT, keepNext: true },
    ),
    ...titles.map((text, index) =>
      textParagraph(
        text,
        { face: '小标宋', size: sizes.二号 },
        {
          alignment: AlignmentType.CENTER,
          keepNext: true,
          height: lines.title,
          ...(index === 0 ? { before: line, outlineLevel: 0 } : {}),
          ...(index === titles.length - 1 ? { after: Math.floor(line / 2) } : {}),
        },
      ),
    ),
    ...blocksOf(blocks, width),
  ];
}
