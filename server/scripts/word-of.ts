/**
 * Makes a Word file out of a text with headings, numbered lists and tables (Markdown), so that the
 * import can be measured on a text that is at hand only as such:
 *
 *     node server/scripts/word-of.ts TEXT.md OUT.docx
 *
 * Numbers of lists become automatic numbers, equal cells below each other in the first column are
 * merged, `<br>` is a line end inside a cell.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import {
  AlignmentType,
  Document,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';

type Block =
  | { kind: 'heading'; rank: number; text: string }
  | { kind: 'item'; list: number; text: string }
  | { kind: 'line'; text: string }
  | { kind: 'table'; rows: string[][] };

const headings = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
];

async function wordOf(text: string): Promise<Uint8Array> {
  const blocks = blocksOf(text);
  const lists = Math.max(0, ...blocks.map((block) => (block.kind === 'item' ? block.list + 1 : 0)));
  const document = new Document({
    numbering: {
      config: Array.from({ length: lists }, (_, list) => ({
        reference: `list-${list}`,
        levels: [
          { level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.START },
        ],
      })),
    },
    sections: [{ children: blocks.map(elementOf) }],
  });
  return Packer.toBuffer(document);
}

function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let lists = -1;
  for (const line of text.split('\n').map((one) => one.trim())) {
    const last = blocks.at(-1);
    const heading = /^(#{1,4})\s+(.+)$/.exec(line);
    const item = /^(\d+)\.\s+(.+)$/.exec(line);
    if (line === '' || /^\|?[\s:|-]+\|$/.test(line)) continue;
    if (line.startsWith('|')) {
      const row = line
        .replace(/^\||\|$/g, '')
        .split('|')
        .map((cell) => cell.trim());
      if (last?.kind === 'table') last.rows.push(row);
      else blocks.push({ kind: 'table', rows: [row] });
    } else if (heading) {
      blocks.push({ kind: 'heading', rank: heading[1]?.length ?? 1, text: heading[2] ?? '' });
    } else if (item) {
      if (item[1] === '1') lists += 1;
      blocks.push({ kind: 'item', list: Math.max(lists, 0), text: item[2] ?? '' });
    } else {
      blocks.push({ kind: 'line', text: line.replace(/^>\s*/, '') });
    }
  }
  return blocks;
}

function elementOf(block: Block): Paragraph | Table {
  if (block.kind === 'table') return tableOf(block.rows);
  if (block.kind === 'heading')
    return new Paragraph({ text: block.text, heading: headings[block.rank - 1] });
  const numbering =
    block.kind === 'item' ? { reference: `list-${block.list}`, level: 0 } : undefined;
  return new Paragraph({ text: block.text, ...(numbering ? { numbering } : {}) });
}

function tableOf(rows: string[][]): Table {
  const width = Math.max(...rows.map((row) => row.length));
  return new Table({
    rows: rows.map((row, at) => {
      const cells = Array.from({ length: width }, (_, column) => row[column] ?? '');
      const isMergedAway = at > 1 && cells[0] !== '' && cells[0] === rows[at - 1]?.[0];
      const shown = isMergedAway ? cells.slice(1) : cells;
      return new TableRow({
        children: shown.map((cell, index) =>
          index === 0 && !isMergedAway ? cellOf(cell, sameBelow(rows, at)) : cellOf(cell, 1),
        ),
      });
    }),
  });
}

function sameBelow(rows: string[][], at: number): number {
  const first = rows[at]?.[0] ?? '';
  if (at === 0 || first === '') return 1;
  let count = 1;
  while (rows[at + count]?.[0] === first) count += 1;
  return count;
}

function cellOf(text: string, rowSpan: number): TableCell {
  const lines = text
    .split(/<br\s*\/?>/)
    .map((line) => new Paragraph({ children: [new TextRun(line)] }));
  return new TableCell({ children: lines, rowSpan });
}

const [input, output] = process.argv.slice(2);
if (input === undefined || output === undefined) {
  process.stderr.write('node server/scripts/word-of.ts TEXT.md OUT.docx\n');
  process.exit(2);
}
writeFileSync(output, await wordOf(readFileSync(input, 'utf8')));
