/** Lines outside of tables: headings make levels, what stands below them are texts. */

import { type LineNumber, lineNumberOf, type NumberStyle } from './numerals.ts';
import {
  frameLine,
  type GrowingNode,
  hasScore,
  isScoringName,
  namedPoints,
  type OutlineItem,
} from './outline.ts';
import type { PaperLine, Remark } from './paper.ts';
import type { Points } from './points.ts';

/** What the lines of a document amount to, in their order. */
export interface ReadLines {
  readonly title?: string;
  readonly nodes: GrowingNode[];
  readonly total?: string;
  readonly otherLines: string[];
  readonly remarks: Remark[];
  /** The heading right above each table, by the number of lines before it. */
  readonly headingBefore: ReadonlyMap<number, GrowingNode>;
}

interface Heading {
  readonly rank: number;
  readonly number?: string;
  readonly name: string;
  readonly points?: Points;
  readonly note?: string;
  /** What the same line goes on to say. */
  readonly text?: string;
}

/** From the highest: an unnumbered heading with points stands between 一、 and （一）. */
const ranks: Record<NumberStyle, number> = {
  chapter: 10,
  chinese: 11,
  chineseBracketed: 13,
  arabic: 14,
  step: 15,
  bracketed: 16,
  circled: 17,
};
const unnumberedRank = 12;

/** Reads the lines in order. `tablesAfter` are the numbers of lines behind which a table stands. */
export function readLines(
  lines: readonly PaperLine[],
  tablesAfter: ReadonlySet<number>,
): ReadLines {
  const { title, from } = titleOf(lines);
  const roots: GrowingNode[] = [];
  const stack: { rank: number; node: GrowingNode }[] = [];
  const otherLines: string[] = [];
  const remarks: Remark[] = [];
  const headingBefore = new Map<number, GrowingNode>();
  let total: string | undefined;
  lines.slice(from).forEach((line, index) => {
    const at = from + index;
    const number = lineNumberOf(line.text);
    const heading = headingOf(line, number, lines[at + 1]);
    if (heading && tablesAfter.has(at + 1) && isCaption(heading)) {
      while (stack.length > 0 && (stack.at(-1)?.rank ?? 0) >= heading.rank) stack.pop();
      return;
    }
    if (heading) {
      while (stack.length > 0 && (stack.at(-1)?.rank ?? 0) >= heading.rank) stack.pop();
      const { rank: _, text, ...named } = heading;
      const node: GrowingNode = {
        ...named,
        place: line.place,
        order: at,
        children: [],
        items: text === undefined ? [] : [{ text, place: line.place }],
      };
      (stack.at(-1)?.node.children ?? roots).push(node);
      stack.push({ rank: heading.rank, node });
      // A section that was told in one line is no heading of the table below.
      if (tablesAfter.has(at + 1) && text === undefined) headingBefore.set(at + 1, node);
      return;
    }
    const stated = totalOf(line.text);
    if (stated !== undefined) {
      total ??= stated;
      otherLines.push(line.text);
      return;
    }
    const words = line.text.slice(number?.length ?? 0);
    const node = stack.at(-1)?.node;
    const refers = /见(?:下表|附表|附件)/u.test(words) && !/[扣加减]\s*\d/u.test(words);
    if ((number || hasScore(words)) && !refers) {
      const item: OutlineItem = {
        ...(number ? { number: number.printed } : {}),
        text: words,
        place: line.place,
      };
      (node ?? loose(roots, line, at)).items.push(item);
      return;
    }
    otherLines.push(line.text);
    if (node) remarks.push(unplaced(line));
  });
  return {
    ...(title === undefined ? {} : { title }),
    nodes: withoutIdleItems(roots, otherLines, remarks),
    ...(total === undefined ? {} : { total }),
    otherLines,
    remarks,
    headingBefore,
  };
}

/** 附件2 考核评分表: the name of the table below, no level of it. */
function isCaption({ name, points }: Heading): boolean {
  return points === undefined && /附件|附表|表$|细则|办法|标准$/u.test(name);
}

function unplaced(line: { text: string; place: string }): Remark {
  return {
    place: line.place,
    sentence: '这段话没有写扣几分、加几分，没有写进办法。',
    words: line.text,
  };
}

/** Scoring lines above every heading still have to stand somewhere. */
function loose(roots: GrowingNode[], { place }: PaperLine, order: number): GrowingNode {
  const found = roots.find(({ name }) => name === '考核内容');
  if (found) return found;
  const node: GrowingNode = { name: '考核内容', place, order, children: [], items: [] };
  roots.push(node);
  return node;
}

/** The first lines without a number that name the document; 关于印发…… and a document number too. */
function titleOf(lines: readonly PaperLine[]): { title?: string; from: number } {
  let from = 0;
  let title: string | undefined;
  for (const line of lines.slice(0, 6)) {
    if (lineNumberOf(line.text) || hasScore(line.text) || line.text.length > 60) break;
    const isNamed =
      /考核|考评|评分|细则|办法|方案|项目库|评比/u.test(line.text) && !/[。；，]$/u.test(line.text);
    const isOfficial = /〔\d{4}〕|^附件?\s*\d*\s*[:：]?$|通知$|^（.*）$/u.test(line.text);
    // A mark or the name of the office may stand above the title.
    if (title !== undefined && !isOfficial) break;
    if (isNamed && !isOfficial) title = line.text.replace(/\s+/gu, '');
    from += 1;
  }
  return title === undefined ? { from: 0 } : { title, from };
}

const longestHeading = 40;

function headingOf(
  line: PaperLine,
  number: LineNumber | undefined,
  next: PaperLine | undefined,
): Heading | undefined {
  const words = line.text.slice(number?.length ?? 0);
  const frame = frameLine(words);
  if (frame && number && ranks[number.style] <= ranks.chineseBracketed)
    return { rank: ranks[number.style], number: number.printed, ...frame };
  const { name, points, note } = namedPoints(words);
  if (name === '' || name.length > longestHeading || /[。；;]|\d\s*分/u.test(name))
    return undefined;
  const rank = rankOf(line, number, points, next);
  if (rank === undefined) return undefined;
  return {
    rank,
    ...(number ? { number: number.printed } : {}),
    name,
    ...(points ? { points } : {}),
    ...(note === undefined ? {} : { note }),
  };
}

function rankOf(
  line: PaperLine,
  number: LineNumber | undefined,
  points: Points | undefined,
  next: PaperLine | undefined,
): number | undefined {
  if (!number) return line.heading ?? (points ? unnumberedRank : undefined);
  const rank = ranks[number.style];
  if (rank <= ranks.chineseBracketed || line.heading !== undefined || points) return rank;
  // A short numbered line above lines of a lower rank is their heading.
  const below = next && lineNumberOf(next.text);
  const isShort = line.text.length <= 30 && /[^。；;，,]$/u.test(line.text);
  return below && isShort && ranks[below.style] > rank ? rank : undefined;
}

function totalOf(text: string): string | undefined {
  return /^[^扣加。]{0,30}?(?:总分|满分|总计|合计)(?!最低)[^\d扣加]{0,4}(\d+(?:\.\d+)?)\s*分[^扣加]*$/u.exec(
    text,
  )?.[1];
}

/** Numbered lines that say nothing about points stay only where the level is about points. */
function withoutIdleItems(
  nodes: GrowingNode[],
  otherLines: string[],
  remarks: Remark[],
): GrowingNode[] {
  for (const node of nodes) {
    withoutIdleItems(node.children, otherLines, remarks);
    const isAboutPoints =
      node.points !== undefined ||
      isScoringName(node) ||
      node.items.filter((item) => hasScore(item.text)).length * 2 > node.items.length;
    if (isAboutPoints) continue;
    const idle = node.items.filter((item) => !hasScore(item.text));
    otherLines.push(...idle.map((item) => item.text));
    remarks.push(...idle.map((item) => unplaced(item)));
    node.items = node.items.filter((item) => hasScore(item.text));
  }
  return nodes;
}
