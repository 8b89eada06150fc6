/**
 * The official text for the page: the words of the Word file as plain data, and instead of its
 * wide table a list of indicators and clauses, each with the line of the source where it begins.
 */

import type { FactKind, Positions, Scheme } from '@oneneedle/kernel';
import { type Block, chineseNumber, type Table, type TableCell } from '../document/index.ts';
import { heardKinds, ruleText } from './modifier-terms.ts';
import { schemeText } from './render.ts';
import { type Names, namesOf } from './render-questions.ts';
import { fullText, groupColumns, nodeRemarks } from './render-table.ts';
import { appliesText } from './render-words.ts';
import type { Clause, RuleNames } from './rule-terms.ts';

type Node = Scheme['tree'][number];

/** What a page needs beside the scheme. */
export interface PageContext {
  readonly kinds: readonly FactKind[];
  readonly positions: Positions;
}

/** The official text of a scheme as the page shows it. */
export function officialPage(scheme: Scheme, { kinds, positions }: PageContext) {
  const text = schemeText(scheme, { kinds });
  const [, ...appendices] = text.appendices ?? []; // the first is the wide table
  const rows = new Rows(scheme, ruleNames(scheme, kinds), positions);
  return {
    marks: [...(text.marks ?? [])],
    title: text.title.join(''),
    underTitle: [...(text.underTitle ?? [])],
    body: pageBlocks(text.body),
    rows: scheme.tree.flatMap((node, index) => rows.under(node, [], `tree[${index}]`)),
    appendices: appendices.map(({ title, blocks }) => ({ title, blocks: pageBlocks(blocks) })),
  };
}

export type OfficialPage = ReturnType<typeof officialPage>;

/** The names of a scheme with the units of the fields of its kinds. */
export function ruleNames(scheme: Scheme, kinds: readonly FactKind[]): RuleNames {
  const all = [...(scheme.kinds ?? []), ...kinds];
  const coded = all.flatMap((kind) =>
    [...(kind.formerly ?? []), kind.kind].map((code) => [code, kind] as const),
  );
  return {
    ...namesOf(scheme, kinds),
    kinds: new Map(coded.map(([code, { name }]) => [code, name])),
    catalogue: new Map(coded),
  };
}

/** "40分"; where groups differ "平原村40分，山区村30分"; '' where an indicator has none. */
export function fullWords(scheme: Scheme, path: readonly Node[], { groups: named }: Names): string {
  const fulls = groupColumns(scheme).map((group) => [group, fullText(path, group)] as const);
  const stated = fulls.filter(([, full]) => full !== '—');
  const [first] = stated;
  if (!first) return '';
  if (stated.length === fulls.length && stated.every(([, full]) => full === first[1])) {
    return `${first[1]}分`;
  }
  return stated.map(([group, full]) => `${named.get(group) ?? group}${full}分`).join('，');
}

class Rows {
  readonly #scheme: Scheme;
  readonly #names: RuleNames;
  readonly #positions: Positions;

  constructor(scheme: Scheme, names: RuleNames, positions: Positions) {
    this.#scheme = scheme;
    this.#names = names;
    this.#positions = positions;
  }

  /** An indicator, and what stands below it. */
  under(node: Node, above: readonly Node[], path: string): OfficialRow[] {
    const nodes = [...above, node];
    return [
      this.#indicator(nodes, path),
      ...(node.children ?? []).flatMap((child, index) =>
        this.under(child, nodes, `${path}.children[${index}]`),
      ),
      ...(node.clauses ?? []).map((clause, index) =>
        this.#clause(clause, nodes, `${path}.clauses[${index}]`),
      ),
    ];
  }

  #indicator(path: readonly Node[], at: string): OfficialRow {
    const node = path[path.length - 1] as Node;
    return {
      kind: 'indicator',
      code: node.code,
      name: node.name,
      level: path.length,
      full: fullWords(this.#scheme, path, this.#names),
      ...(node.owner === undefined ? {} : { owner: node.owner }),
      remarks: nodeRemarks(node, this.#names),
      ...this.#line(at),
    };
  }

  #clause(clause: Clause, nodes: readonly Node[], at: string): OfficialRow {
    const { code, text, note, applies, source, rule } = clause;
    const owner = clause.owner ?? nodes.findLast((node) => node.owner !== undefined)?.owner;
    return {
      kind: 'clause',
      code,
      text,
      ...(note === undefined ? {} : { note }),
      ...(applies ? { appliesTo: appliesText(applies, this.#names.groups) } : {}),
      ...(owner === undefined ? {} : { owner }),
      ...(source === undefined ? {} : { source }),
      rule: ruleText(clause, this.#names),
      hears: heardKinds(clause, this.#names),
      isPending: 'pending' in rule,
      ...this.#line(at),
    };
  }

  #line(path: string): { line?: number } {
    const position = this.#positions(path);
    return position ? { line: position.line } : {};
  }
}

export type OfficialRow =
  | {
      kind: 'indicator';
      code: string;
      name: string;
      level: number;
      full: string;
      owner?: string;
      remarks: string[];
      line?: number;
    }
  | {
      kind: 'clause';
      code: string;
      text: string;
      note?: string;
      appliesTo?: string;
      owner?: string;
      source?: string;
      rule: string;
      hears: string[];
      isPending: boolean;
      line?: number;
    };

/** Blocks with the numbers of their headings and every cell written out. */
function pageBlocks(blocks: readonly Block[]) {
  const counts = [0, 0, 0, 0];
  return blocks.map((block) => {
    if (block.kind === 'heading') {
      const { level, text } = block;
      counts[level - 1] = (counts[level - 1] ?? 0) + 1;
      counts.fill(0, level);
      return { kind: 'heading' as const, level, text, number: numberText(level, counts) };
    }
    if (block.kind === 'table') return pageTable(block);
    const { lead, text, place } = block;
    return {
      kind: 'text' as const,
      text,
      ...(lead === undefined ? {} : { lead }),
      ...(place === undefined ? {} : { place }),
    };
  });
}

/** 一、（一）1.（1） */
function numberText(level: 1 | 2 | 3 | 4, counts: readonly number[]): string {
  const count = counts[level - 1] ?? 1;
  const forms = {
    1: `${chineseNumber(count)}、`,
    2: `（${chineseNumber(count)}）`,
    3: `${count}.`,
    4: `（${count}）`,
  };
  return forms[level];
}

function pageTable({ caption, columns, head, rows }: Table) {
  return {
    kind: 'table' as const,
    ...(caption === undefined ? {} : { caption }),
    widths: columns.map(({ width }) => width),
    head: head.map((row) => row.map((cell) => ({ ...cellOf(cell), align: 'center' as const }))),
    rows: rows.map((row) => pageRow(row, columns)),
  };
}

/** A cell is aligned as its column says; spans above are few, so columns are counted in the row. */
function pageRow(row: readonly TableCell[], columns: Table['columns']) {
  const missing = columns.length - row.reduce((sum, cell) => sum + cellOf(cell).columns, 0);
  let column = missing;
  return row.map((cell) => {
    const plain = cellOf(cell);
    const own = typeof cell === 'string' ? undefined : cell.align;
    const align = own ?? columns[column]?.align ?? 'left';
    column += plain.columns;
    return { ...plain, align };
  });
}

function cellOf(cell: TableCell): { text: string; rows: number; columns: number } {
  if (typeof cell === 'string') return { text: cell, rows: 1, columns: 1 };
  return { text: cell.text, rows: cell.rows ?? 1, columns: cell.columns ?? 1 };
}
