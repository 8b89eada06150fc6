/**
 * A Word document as lines and tables.
 *
 * The XML is read here and not by a package for the text of Word files: such packages leave out what
 * a scheme hangs on: the numbers of automatic numbering (they say only that a paragraph is numbered),
 * text boxes that WPS writes without an old-style copy, formulas, hidden text, and that there were
 * tracked changes at all. What is left out here is said in a remark.
 */

import JSZip from 'jszip';
import { Refusal } from '../../platform/index.ts';
import type { Paper, PaperBlock, PaperCell, PaperTable, Remark } from './paper.ts';
import { numberRefOf, type ParagraphStyle, stylesOf, WordNumbering } from './word-numbering.ts';
import {
  childrenOf,
  descend,
  isElement,
  isSwitchedOn,
  parseXml,
  valueAt,
  type XmlElement,
  XmlProblem,
} from './xml.ts';

/** Reads the bytes of a .docx file, which must have been measured before. Refuses a damaged one. */
export async function readWord(path: string, bytes: Uint8Array): Promise<Paper> {
  const zip = await JSZip.loadAsync(bytes);
  const part = async (name: string) => {
    const text = await zip.file(name)?.async('string');
    if (text === undefined) return undefined;
    try {
      return parseXml(text);
    } catch (error) {
      if (error instanceof XmlProblem) throw damaged(path);
      throw error;
    }
  };
  const body = descend(await part('word/document.xml'), 'w:body');
  if (!body) throw damaged(path);
  const reader = new WordReader(
    new WordNumbering(await part('word/numbering.xml')),
    stylesOf(await part('word/styles.xml')),
  );
  const blocks = reader.blocksOf(body, '');
  return { blocks, remarks: reader.remarks() };
}

function damaged(path: string): Refusal {
  return new Refusal(
    `“${path}”里没有能读的正文，文件可能损坏，或不是 Word 文档。请用 Word 或 WPS 打开，另存为 .docx 再试。`,
  );
}

/** What a run of text is made of besides letters. */
const signs: Record<string, string> = {
  'w:tab': ' ',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
  'w:softHyphen': '',
};

/** Elements that only wrap what stands inside. */
const wrappers = new Set([
  'w:ins',
  'w:moveTo',
  'w:hyperlink',
  'w:smartTag',
  'w:customXml',
  'w:sdtContent',
  'w:fldSimple',
  'w:dir',
  'w:bdo',
  'w:ruby',
  'w:rubyBase',
  'm:oMathPara',
  'm:oMath',
  'mc:Fallback',
  'mc:Choice',
]);

class WordReader {
  readonly #numbering: WordNumbering;
  readonly #styles: ReadonlyMap<string, ParagraphStyle>;
  readonly #seen = {
    changes: 0,
    notes: 0,
    comments: 0,
    pictures: 0,
    hidden: 0,
    symbols: 0,
    formulas: 0,
  };
  readonly #textBoxes: string[] = [];
  readonly #nested: string[] = [];
  #tables = 0;
  #lines = 0;
  /** Text boxes of the paragraph that is being read; they follow it. */
  #waiting: XmlElement[] = [];

  constructor(numbering: WordNumbering, styles: ReadonlyMap<string, ParagraphStyle>) {
    this.#numbering = numbering;
    this.#styles = styles;
  }

  /** The lines and tables of the body, a cell or a text box; `inside` says where, '' for the body. */
  blocksOf(parent: XmlElement, inside: string): PaperBlock[] {
    const blocks: PaperBlock[] = [];
    let carried = '';
    for (const element of flat(parent)) {
      if (element.name === 'w:tbl') blocks.push(this.#table(element, inside));
      if (element.name !== 'w:p') continue;
      if (descend(element, 'w:pPr', 'w:rPr', 'w:del')) {
        // The end of the paragraph was deleted: its words belong to the next one.
        this.#seen.changes += 1;
        carried += this.#inline(element);
        continue;
      }
      const text = this.#paragraph(element, carried);
      carried = '';
      blocks.push(...this.#lineBlocks(text, element, inside), ...this.#boxes(inside));
    }
    blocks.push(...this.#lineBlocks(carried, undefined, inside));
    return blocks;
  }

  #lineBlocks(text: string, element: XmlElement | undefined, inside: string): PaperBlock[] {
    const plain = cleaned(text);
    if (plain === '') return [];
    if (inside === '') this.#lines += 1;
    const style = this.#styles.get(valueAt(element, 'w:pPr', 'w:pStyle') ?? '');
    const outline = valueAt(element, 'w:pPr', 'w:outlineLvl');
    const heading =
      outline !== undefined && Number(outline) < 9 ? Number(outline) + 1 : style?.heading;
    const place = inside === '' ? `第 ${this.#lines} 段` : inside;
    return [{ kind: 'line', place, text: plain, ...(heading === undefined ? {} : { heading }) }];
  }

  #paragraph(element: XmlElement, before: string): string {
    const properties = descend(element, 'w:pPr');
    const style = this.#styles.get(valueAt(properties, 'w:pStyle') ?? '');
    const words = before + this.#inline(element);
    const ref = numberRefOf(properties) ?? style?.number;
    // An empty paragraph of a list shows its number and takes it, but says nothing.
    const number = ref === undefined || ref === 'none' ? '' : this.#numbering.next(ref);
    return number === '' || words.trim() === '' ? words : `${number} ${words}`;
  }

  #inline(parent: XmlElement): string {
    return parent.children.map((node) => (isElement(node) ? this.#piece(node) : '')).join('');
  }

  #piece(element: XmlElement): string {
    const { name } = element;
    if (name === 'w:t' || name === 'm:t')
      return element.children.filter((node) => !isElement(node)).join('');
    const sign = signs[name];
    if (sign !== undefined) return sign;
    if (name === 'w:r' || name === 'm:r') return this.#run(element);
    if (name === 'w:ins' || name === 'w:moveTo') this.#seen.changes += 1;
    if (name === 'm:oMath') this.#seen.formulas += 1;
    if (name === 'w:sdt') return this.#inline(descend(element, 'w:sdtContent') ?? element);
    if (name === 'mc:AlternateContent') return this.#piece(chosen(element));
    if (wrappers.has(name) || name.startsWith('m:')) return this.#inline(element);
    return this.#other(element);
  }

  #run(element: XmlElement): string {
    if (isSwitchedOn(descend(element, 'w:rPr', 'w:vanish'))) {
      this.#seen.hidden += 1;
      return '';
    }
    return this.#inline(element);
  }

  /** What is not text: counted where a reader would miss it. */
  #other(element: XmlElement): string {
    const { name } = element;
    if (name === 'w:del' || name === 'w:moveFrom') this.#seen.changes += 1;
    if (name === 'w:footnoteReference' || name === 'w:endnoteReference') this.#seen.notes += 1;
    if (name === 'w:commentReference') this.#seen.comments += 1;
    if (name === 'w:sym') {
      this.#seen.symbols += 1;
      return '□';
    }
    if (name === 'w:drawing' || name === 'w:pict' || name === 'w:object') {
      const boxes = within(element, 'w:txbxContent');
      this.#waiting.push(...boxes);
      if (boxes.length === 0) this.#seen.pictures += 1;
    }
    return '';
  }

  #boxes(inside: string): PaperBlock[] {
    const waiting = this.#waiting;
    this.#waiting = [];
    return waiting.flatMap((box) => {
      const place = inside === '' ? `第 ${this.#lines} 段旁的文本框` : inside;
      this.#textBoxes.push(place);
      return this.blocksOf(box, place);
    });
  }

  #table(element: XmlElement, inside: string): PaperTable {
    if (inside === '') this.#tables += 1;
    const place = inside === '' ? `第 ${this.#tables} 个表` : inside;
    const rows: (PaperCell | undefined)[][] = [];
    for (const row of flat(element).filter(({ name }) => name === 'w:tr')) {
      if (descend(row, 'w:trPr', 'w:del')) {
        this.#seen.changes += 1;
        continue;
      }
      this.#row(row, rows, place);
    }
    return { kind: 'table', place, rows: withSpans(rows) };
  }

  #row(row: XmlElement, rows: (PaperCell | undefined)[][], place: string): void {
    const at = rows.length;
    const cells: (PaperCell | undefined)[] = [];
    rows.push(cells);
    let column = Number(valueAt(row, 'w:trPr', 'w:gridBefore') ?? '0');
    for (const element of flat(row).filter(({ name }) => name === 'w:tc')) {
      const properties = descend(element, 'w:tcPr');
      const columns = Math.max(1, Number(valueAt(properties, 'w:gridSpan') ?? '1'));
      const merge = descend(properties, 'w:vMerge');
      const above = rows[at - 1]?.[column];
      const goesOn = merge !== undefined && merge.attributes['w:val'] !== 'restart';
      const cell =
        goesOn && above
          ? above
          : {
              ...this.#cell(element, `${place}第 ${at + 1} 行`),
              row: at,
              column,
              rows: 1,
              columns,
            };
      for (let covered = 0; covered < columns; covered += 1) cells[column + covered] = cell;
      column += columns;
    }
  }

  #cell(element: XmlElement, place: string): { text: string; isNested?: boolean } {
    const blocks = this.blocksOf(element, place);
    const tables = blocks.filter((block) => block.kind === 'table');
    const lines = blocks.map((block) => (block.kind === 'line' ? block.text : tableText(block)));
    if (tables.length > 0) this.#nested.push(place);
    return { text: lines.join('\n'), ...(tables.length > 0 ? { isNested: true } : {}) };
  }

  /** What a person should know of this reading, in a fixed order. */
  remarks(): Remark[] {
    const { changes, notes, comments, pictures, hidden, symbols, formulas } = this.#seen;
    const formats = [...this.#numbering.unknownFormats].sort();
    const said: [boolean, string][] = [
      [
        changes > 0,
        `文件里有 ${changes} 处修订，按全部接受以后的文字读；要按别的读，请先在 Word 里接受或拒绝修订，再导入。`,
      ],
      [notes > 0, `有 ${notes} 处脚注或尾注没有读；里面有计分的话的，请手工补进办法。`],
      [comments > 0, `有 ${comments} 处批注没有读；批注不是正文。`],
      [
        pictures > 0,
        `有 ${pictures} 张图片或嵌入对象没有读，里面的字读不到；有计分的话的，请手工补进办法。`,
      ],
      [hidden > 0, `有 ${hidden} 处隐藏文字没有读。`],
      [symbols > 0, `有 ${symbols} 个特殊符号读不出，写作“□”，请对照原文改正。`],
      [formulas > 0, `有 ${formulas} 处公式按文字读，上下标和分数线没有了，请对照原文。`],
      [
        formats.length > 0,
        `有的自动编号（${formats.join('、')}）按 1、2、3 读，请对照原文的编号。`,
      ],
    ];
    const remarks = said
      .filter(([holds]) => holds)
      .map(([, sentence]) => ({ place: '', sentence }));
    const boxes = this.#textBoxes.map((place) => ({
      place,
      sentence: '文本框里的字接在这一段之后读，请核对先后。',
    }));
    const nested = this.#nested.map((place) => ({
      place,
      sentence: '格里还有一个表，按文字读；格里的计分都留作待定，请手工写定。',
    }));
    return [...remarks, ...boxes, ...nested];
  }
}

/** The children of a body, cell, table or row, without the elements that only wrap them. */
function flat(parent: XmlElement): XmlElement[] {
  return childrenOf(parent).flatMap((child) => {
    if (child.name === 'w:sdt') return flat(descend(child, 'w:sdtContent') ?? child);
    if (child.name === 'mc:AlternateContent') return flat(chosen(child));
    return wrappers.has(child.name) ? flat(child) : [child];
  });
}

/** The newer reading of a thing that was written twice, unless only the older one has text. */
function chosen(element: XmlElement): XmlElement {
  const readings = childrenOf(element);
  const withText = readings.find((one) => within(one, 'w:txbxContent').length > 0);
  return withText ?? readings[0] ?? element;
}

/** The outermost elements of a name at any depth. */
function within(element: XmlElement, name: string): XmlElement[] {
  return childrenOf(element).flatMap((child) => {
    if (child.name === name) return [child];
    return child.name === 'mc:AlternateContent' ? within(chosen(child), name) : within(child, name);
  });
}

/** Rows of equal length, in which each cell knows how many rows it covers. */
function withSpans(rows: readonly (readonly (PaperCell | undefined)[])[]): PaperTable['rows'] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const heights = new Map<PaperCell, number>();
  for (const row of rows) {
    for (const cell of new Set(row)) if (cell) heights.set(cell, (heights.get(cell) ?? 0) + 1);
  }
  const finished = new Map(
    [...heights].map(([cell, height]) => [cell, { ...cell, rows: height }] as const),
  );
  return rows.map((row) =>
    Array.from({ length: width }, (_, column) => {
      const cell = row[column];
      return cell && finished.get(cell);
    }),
  );
}

function tableText(table: PaperTable): string {
  return table.rows
    .map((row) => [...new Set(row)].map((cell) => cell?.text ?? '').join(' '))
    .join('\n');
}

/** Text without what nobody can see; lines stay lines. */
function cleaned(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u00a0\u2007\u202f\t]/g, ' ')
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
