/** The lines and tables of a document as one outline. */

import { type GrowingNode, type Outline, scoring } from './outline.ts';
import type { Paper, PaperLine, PaperTable, Remark } from './paper.ts';
import { readTable } from './read-levels.ts';
import { readLines } from './read-lines.ts';
import { distinct, headOf, type TableHead } from './table-head.ts';

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
  const hasStandards = tables.some(({ table }) => headOf(table)?.roles.includes('standard'));
  for (const { table, after } of tables) {
    if (hasStandards && isSummary(table)) {
      const sentence =
        '这个表只列指标和分值，没有评分标准，看作总表，没有写进办法；请用它核对各项分值。';
      remarks.push({ place: table.place, sentence });
      continue;
    }
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
  const { kept, remarks: idle, otherLines: left } = scoring(nodes);
  return {
    ...(title === undefined ? {} : { title }),
    nodes: kept,
    ...(total === undefined ? {} : { total }),
    otherLines: [...read.otherLines, ...otherLines, ...left],
    remarks: [...paper.remarks, ...read.remarks, ...remarks, ...idle],
  };
}

/** A table of indicators and their points beside the one that says how points are given. */
function isSummary(table: PaperTable): boolean {
  const head = headOf(table);
  if (!head || head.roles.some((role) => role === 'standard' || role === 'content')) return false;
  const texts = new Set(
    table.rows
      .slice(head.to)
      .flatMap(distinct)
      .map(({ text }) => text),
  );
  return ![...texts].some(
    (text) => /[扣加减]\s*\d+(?:\.\d+)?\s*分/u.test(text) && /每|的|，扣/u.test(text),
  );
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
