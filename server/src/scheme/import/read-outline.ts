/** The lines and tables of a document as one outline. */

import { type GrowingNode, type Outline, scoring } from './outline.ts';
import type { Paper, PaperLine, PaperTable, Remark } from './paper.ts';
import { readTable } from './read-levels.ts';
import { readLines } from './read-lines.ts';
import type { TableHead } from './table-head.ts';

/** Everything that a document assesses, in its order; what was left out is in the remarks. */
export function outlineOf(paper: Paper): Outline {
  const { lines, tables } = parted(paper);
  const read = readLines(lines, new Set(tables.map(({ after }) => after)));
  const tableNodes: GrowingNode[] = [];
  const remarks: Remark[] = [];
  const otherLines: string[] = [];
  let head: TableHead | undefined;
  let total = read.total;
  let title = read.title;
  const isWorkbook = tables.filter(({ table }) => table.sheet !== undefined).length > 1;
  for (const { table, after } of tables) {
    const found = readTable(table, head);
    head = found.head ?? head;
    total ??= found.total;
    title ??= found.title;
    remarks.push(...found.remarks);
    otherLines.push(...found.otherLines);
    const heading = read.headingBefore.get(after);
    if (found.nodes.length === 0) continue;
    if (heading) heading.children.push(...found.nodes);
    else if (isWorkbook) tableNodes.push(sheetNode(table, found.nodes));
    // Behind the lines that come before the table, ahead of the next one.
    else tableNodes.push(...found.nodes.map((node) => ({ ...node, order: after - 0.5 })));
  }
  const nodes = [...read.nodes, ...tableNodes];
  nodes.sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
  const { kept, remarks: idle } = scoring(nodes);
  return {
    ...(title === undefined ? {} : { title }),
    nodes: kept,
    ...(total === undefined ? {} : { total }),
    otherLines: [...read.otherLines, ...otherLines],
    remarks: [...paper.remarks, ...read.remarks, ...remarks, ...idle],
  };
}

/** A workbook of several sheets has one level more: the sheets. */
function sheetNode(table: PaperTable, nodes: GrowingNode[]): GrowingNode {
  return { name: table.sheet ?? table.place, place: table.place, children: nodes, items: [] };
}

function parted(paper: Paper): {
  lines: PaperLine[];
  tables: { table: PaperTable; after: number }[];
} {
  const lines: PaperLine[] = [];
  const tables: { table: PaperTable; after: number }[] = [];
  for (const block of paper.blocks) {
    if (block.kind === 'line') lines.push(block);
    else tables.push({ table: block, after: lines.length });
  }
  return { lines, tables };
}
