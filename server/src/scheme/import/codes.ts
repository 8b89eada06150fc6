/** Codes of indicators and clauses: the numbers that the document prints, as far as they are there. */

import { numberOf } from './numerals.ts';
import type { OutlineItem, OutlineNode } from './outline.ts';

/** A level with its code, and its texts with theirs. */
export interface CodedNode {
  readonly code: string;
  readonly node: OutlineNode;
  readonly children: readonly CodedNode[];
  readonly items: readonly { readonly code: string; readonly item: OutlineItem }[];
}

/**
 * Codes for all levels. Numbers that go on through the whole document, as 序号 in a table do, are
 * codes by themselves; others stand behind the code of their level. A level without a number is
 * counted among its siblings.
 */
export function codedNodes(nodes: readonly OutlineNode[]): CodedNode[] {
  const isThrough = numbersGoThrough(nodes);
  return nodes.map((node, at) => coded(node, ownCode(node, at, nodes, isThrough), isThrough));
}

function coded(node: OutlineNode, code: string, isThrough: boolean): CodedNode {
  const codes = itemCodes(node, code);
  return {
    code,
    node,
    children: node.children.map((child, at) => {
      const own = ownCode(child, at, node.children, isThrough);
      return coded(child, isThrough && isDigits(child) ? own : `${code}.${own}`, isThrough);
    }),
    items: node.items.map((item, at) => ({ code: codes[at] ?? code, item })),
  };
}

function itemCodes(node: OutlineNode, own: string): string[] {
  // Beside levels below, whose codes begin with the same.
  const code = node.children.length > 0 ? `${own}.0` : own;
  if (node.items.length === 1 && node.items[0]?.number === undefined) return [code];
  const numbers = node.items.map((item) => arabic(item.number));
  const isNumbered = new Set(numbers).size === numbers.length && !numbers.includes(undefined);
  return node.items.map((_, at) => `${code}.${isNumbered ? numbers[at] : at + 1}`);
}

function ownCode(
  node: OutlineNode,
  at: number,
  siblings: readonly OutlineNode[],
  isThrough: boolean,
): string {
  if (isThrough) {
    const isAlone = siblings.filter((one) => one.number === node.number).length === 1;
    const isOwn = node.number !== undefined && isAlone && (isLeaf(node) || !isDigits(node));
    return isOwn ? (node.number ?? '') : `第${at + 1}部分`;
  }
  const numbers = siblings.map((one) => arabic(one.number));
  const isNumbered = new Set(numbers).size === numbers.length && !numbers.includes(undefined);
  return (isNumbered ? numbers[at] : undefined) ?? String(at + 1);
}

function isLeaf(node: OutlineNode): boolean {
  return node.children.length === 0;
}

function isDigits(node: OutlineNode): boolean {
  return /^\d+$/u.test(node.number ?? '');
}

/** 1.2 counts by its last part; 一 is 1. */
function arabic(printed: string | undefined): string | undefined {
  const last = printed?.split('.').at(-1);
  return last === undefined ? undefined : (numberOf(last) ?? circledOf(last));
}

function circledOf(sign: string): string | undefined {
  const at = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'.indexOf(sign);
  return at === -1 ? undefined : String(at + 1);
}

/** The lowest levels are numbered from first to last, without beginning anew below the next one. */
function numbersGoThrough(nodes: readonly OutlineNode[]): boolean {
  const leaves = nodes.flatMap(leavesOf);
  const numbers = leaves.filter(isDigits).map((node) => node.number);
  const others = leaves.filter((node) => !isDigits(node));
  // A level without rows of its own may stand among them, as long as its number is of another kind.
  const names = others.map((node) => node.number);
  const isNamed =
    others.every((node) => node.number !== undefined && nodes.includes(node)) &&
    new Set(names).size === names.length;
  const hasLevels = nodes.some((node) => node.children.length > 0);
  return hasLevels && isNamed && numbers.length > 1 && new Set(numbers).size === numbers.length;
}

function leavesOf(node: OutlineNode): OutlineNode[] {
  return isLeaf(node) ? [node] : node.children.flatMap(leavesOf);
}
