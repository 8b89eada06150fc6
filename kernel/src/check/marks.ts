/** Full marks: whether the parts add up to what is stated, and whether they can be reached at all. */

import {
  add,
  compare,
  exact,
  multiply,
  one,
  type Rational,
  subtract,
  zero,
} from '../number/rational.ts';
import type { Clause } from '../scheme/clause.ts';
import type { Node } from '../scheme/scheme.ts';
import { type Finding, finding } from './finding.ts';
import { canGain, canLose, reachOf } from './reach.ts';
import { type ClauseAt, clausesUnder, type NodeAt, type SchemeView } from './view.ts';
import { clauseWords, nodeWords, numberWords } from './words.ts';

/** Stated sums, full marks out of reach, starts that leave the clauses without effect, weights. */
export function checkMarks(view: SchemeView): Finding[] {
  return [
    ...view.nodes.flatMap((at) => statedSum(view, at)),
    ...totalSum(view),
    ...view.nodes.flatMap(baseOverWeights),
    ...view.nodes.filter(grantsOwnFull).flatMap((at) => start(view, at)),
    ...view.clauses.flatMap(signs),
    ...weights(view),
    ...decimals(view),
  ];
}

/** True if the node's full mark is its own: nothing below carries a full mark or base points. */
export function grantsOwnFull({ node }: NodeAt): boolean {
  return node.full !== undefined && !(node.children ?? []).some(carriesMarks);
}

/** True if the node or anything below it has a full mark or base points. */
export function carriesMarks(node: Node): boolean {
  return (
    node.full !== undefined || node.base !== undefined || (node.children ?? []).some(carriesMarks)
  );
}

/** The weight of a node for a group, one where none is stated. */
export function weightOf(node: Node, group?: string): Rational {
  const text = (group === undefined ? undefined : node.byGroup?.[group]?.weight) ?? node.weight;
  return text === undefined ? one : exact(text);
}

/** What a node brings at best: its stated full mark, else its base points and the sum of its parts. */
export function markOf(node: Node, group?: string): Rational {
  const stated = (group === undefined ? undefined : node.byGroup?.[group]?.full) ?? node.full;
  if (stated !== undefined) return exact(stated);
  const parts = (node.children ?? []).map((child) => weighted(child, group));
  return add(exact(node.base ?? '0'), ...parts);
}

function weighted(node: Node, group?: string): Rational {
  return multiply(weightOf(node, group), markOf(node, group));
}

/** The part of `markOf` that is base points: all of them, or those that stand above other marks. */
function basePartOf(node: Node, group: string | undefined, which: 'all' | 'above'): Rational {
  const stated = (group === undefined ? undefined : node.byGroup?.[group]?.full) ?? node.full;
  if (stated !== undefined) return zero;
  const children = node.children ?? [];
  const own = which === 'all' || children.some(carriesMarks) ? (node.base ?? '0') : '0';
  const parts = children.map((child) =>
    multiply(weightOf(child, group), basePartOf(child, group, which)),
  );
  return add(exact(own), ...parts);
}

/** 基础分100 in a weighted formula is the full mark of the parts, no points of its own. */
function baseOverWeights({ node, path }: NodeAt): Finding[] {
  if (node.base === undefined || compare(exact(node.base), zero) === 0) return [];
  const holder = holderOfWeights(node);
  if (!holder) return [];
  const most = markOf({ ...node, full: undefined } as Node);
  const sum = compare(most, exact(node.base)) > 0 ? `，合起来最高 ${numberWords(most)} 分` : '';
  const below = holder === node ? '下级' : `下面的${nodeWords(holder)}`;
  const sentence = `${nodeWords(node)}写了 base: ${node.base}，${below}又按权重计分：base 是白给的基本分，会加在加权得分之上${sum}。加权公式里的“基础分 ${node.base} 分”是各部分的满分，应当在各部分写 full，不写 base；请改正，确要另给基本分的，请核对合计。`;
  return [finding('base-over-weights', `${path}.base`, sentence)];
}

/** The node, or the first one below it, whose children carry weights. */
function holderOfWeights(node: Node): Node | undefined {
  const children = node.children ?? [];
  if (children.some(hasWeight)) return node;
  for (const child of children) {
    const holder = holderOfWeights(child);
    if (holder) return holder;
  }
  return undefined;
}

function statedSum(view: SchemeView, { node, path }: NodeAt): Finding[] {
  const children = (node.children ?? []).filter(carriesMarks);
  if (node.full === undefined || children.length === 0) return [];
  const off = offFor(
    view,
    children,
    (group) =>
      exact((group === undefined ? undefined : node.byGroup?.[group]?.full) ?? node.full ?? '0'),
    exact(node.base ?? '0'),
  );
  if (!off) return [];
  const sum = numberWords(off.sum);
  const parts = node.base === undefined ? '下级' : '下级加上本项的 base ';
  const sentence = `${off.whom}${nodeWords(node)}满分 ${numberWords(off.stated)} 分，${parts}合计 ${sum} 分${sumAdvice(off, '下级分值，或把满分')}`;
  return [finding('full-mark-sum', `${path}.full`, sentence)];
}

/** What to do about a sum; where base points are what is too much, the stated mark is not at fault. */
function sumAdvice(off: Off, alternative: string): string {
  const [by, sum] = [numberWords(off.by), numberWords(off.sum)];
  if (!off.base) return `，差 ${by} 分；请核对${alternative}改为 ${sum} 分。`;
  return `（其中基本分 base 共 ${numberWords(off.base)} 分），多 ${by} 分；base 是白给的分，会加在其他得分之上。“基础分”是指满分的，请写 full，不写 base；确要另给基本分的，请核对各部分分值。`;
}

function totalSum(view: SchemeView): Finding[] {
  const { total, tree } = view.scheme;
  const roots = tree.filter(carriesMarks);
  const full = total?.full;
  if (full === undefined || roots.length === 0) return [];
  const off = offFor(view, roots, () => exact(full));
  if (!off) return [];
  const sum = numberWords(off.sum);
  const sentence = `${off.whom}总分满分 ${numberWords(off.stated)} 分，各部分合计 ${sum} 分${sumAdvice(off, '各部分分值，或把总分满分')}`;
  return [finding('full-mark-sum', 'total.full', sentence)];
}

interface Off {
  readonly whom: string;
  readonly stated: Rational;
  readonly sum: Rational;
  readonly by: Rational;
  /** The base points that stand in a sum that is too much, beside other marks. */
  readonly base: Rational | undefined;
}

/** Base points above other marks, else those beside them; nothing where the sum is all base. */
function baseIn(sum: Rational, { above, all }: Record<'above' | 'all', Rational>) {
  if (compare(above, zero) > 0) return above;
  return compare(all, zero) > 0 && compare(all, sum) < 0 ? all : undefined;
}

/** The first group for which the parts do not make the stated mark; named unless it is so for all. */
function offFor(
  view: SchemeView,
  parts: readonly Node[],
  statedFor: (group: string | undefined) => Rational,
  ownBase: Rational = zero,
): Off | undefined {
  const groups = groupsOf(view);
  const found = groups.flatMap((group) => {
    const stated = statedFor(group);
    const off = distanceFromSum(parts, subtract(stated, ownBase), group);
    if (!off) return [];
    const sum = add(off.sum, ownBase);
    const inParts = (which: 'all' | 'above') =>
      add(
        ...present(parts, group).map((part) =>
          multiply(weightOf(part, group), basePartOf(part, group, which)),
        ),
      );
    const base = baseIn(sum, { above: add(ownBase, inParts('above')), all: inParts('all') });
    return [{ ...off, sum, base: compare(sum, stated) > 0 ? base : undefined, stated, group }];
  });
  const first = found[0];
  if (!first) return undefined;
  const name = view.scheme.groups?.find(({ code }) => code === first.group)?.name;
  const everybody =
    found.length === groups.length && found.every(({ sum }) => compare(sum, first.sum) === 0);
  return { ...first, whom: everybody || name === undefined ? '' : `对${name}，` };
}

/** Groups that see different marks; none where all see the same. */
function groupsOf({ scheme, nodes }: SchemeView): (string | undefined)[] {
  const differ = nodes.some(({ node }) => node.byGroup || node.applies?.groups);
  return differ && scheme.groups ? scheme.groups.map(({ code }) => code) : [undefined];
}

/**
 * How far the stated mark is from the sum of the parts. Parts that only some subjects have may be
 * counted or not: a mark between both sums is right for somebody.
 */
function distanceFromSum(
  parts: readonly Node[],
  stated: Rational,
  group?: string,
): { sum: Rational; by: Rational } | undefined {
  const some = present(parts, group);
  const always = some.filter(({ applies }) => !isPartial(applies, group));
  const most = add(...some.map((part) => weighted(part, group)));
  const least = add(...always.map((part) => weighted(part, group)));
  if (compare(stated, most) > 0) return { sum: most, by: subtract(stated, most) };
  if (compare(stated, least) < 0) return { sum: least, by: subtract(least, stated) };
  return undefined;
}

/** The parts that a group has. */
function present(parts: readonly Node[], group?: string): readonly Node[] {
  return parts.filter(
    ({ applies }) => group === undefined || !applies?.groups || applies.groups.includes(group),
  );
}

function isPartial(applies: Node['applies'], group?: string): boolean {
  const tests = Object.keys(applies ?? {}).filter((key) => key !== 'groups');
  return tests.length > 0 || (group === undefined && applies?.groups !== undefined);
}

function start(view: SchemeView, at: NodeAt): Finding[] {
  const { node, path } = at;
  const clauses = clausesUnder(view, at);
  if (clauses.length === 0) return [];
  const gains = clauses.some(({ clause }) => canGain(reachOf(clause)));
  const loses = clauses.some(({ clause }) => canLose(reachOf(clause)));
  if (node.start === 'zero') {
    if (gains) return [...shortOfFull(at, clauses), ...capOutOfReach(at, clauses)];
    const sentence = `${nodeWords(node)}从 0 分起算，条款却只扣分，得分永远是 0；请删去 start: zero，或补上得分点。`;
    return [finding('zero-from-zero', `${path}.start`, sentence)];
  }
  if (gains && loses) return earnedOnTop(at, clauses);
  if (!gains) return [];
  const sentence = `${nodeWords(node)}一开始就给满分，条款又只加分不扣分，得分会超过满分；请写 start: zero 从 0 分得起，或核对条款的正负号。`;
  return [finding('no-full-from-full', `${path}.start`, sentence)];
}

/**
 * 完成率×10分 beside clauses that deduct, under an item that has granted its full mark already: what
 * is meant to be earned comes on top. A bonus of some tenths, or one that the text calls a bonus, is
 * an ordinary one, and so is everything that a cap holds.
 */
function earnedOnTop({ node, path, above }: NodeAt, clauses: readonly ClauseAt[]): Finding[] {
  const isCapped = [node, ...above.map((at) => at.node)].some(
    ({ cap }) => cap !== undefined && cap !== 'none',
  );
  if (isCapped) return [];
  const full = exact(node.full ?? '0');
  return clauses.flatMap(({ clause }) => {
    const most = earnedBy(clause, full);
    if (!most) return [];
    const best = numberWords(add(full, most));
    const gives = 'ratio' in clause.rule ? '按比率' : '';
    const isBounded = reachOf(clause).high !== undefined;
    const told = isBounded
      ? `又${gives}最多加 ${numberWords(most)} 分，最多可得 ${best} 分`
      : `又${gives}加分（100% 加 ${numberWords(most)} 分），可得 ${best} 分以上`;
    const sentence = `${nodeWords(node)}已先给满分 ${numberWords(full)} 分，${clauseWords(clause)}${told}，超过满分；按完成情况得分的，请在指标写 start: zero 或 cap: ${numberWords(full)}。`;
    return [finding('earned-over-full', path, sentence)];
  });
}

/** What a clause gives for how well a thing was done; undefined for deductions and bonuses. */
function earnedBy(clause: Clause, full: Rational): Rational | undefined {
  const { on: _, ...single } = clause;
  const { rule } = clause;
  const reach = reachOf(single);
  if (canLose(reach) || !canGain(reach)) return undefined;
  // A rate without a bound is looked at where all is done.
  if ('ratio' in rule) return reach.high ?? exact(rule.ratio.times);
  if (!('table' in rule || 'award' in rule) || /加|奖/.test(clause.text)) return undefined;
  const isLarge = reach.high && compare(multiply(reach.high, exact('2')), full) >= 0;
  return isLarge ? reach.high : undefined;
}

/** 每处扣0.5分, written as 0.5: the sign has been forgotten. */
function signs({ clause, path }: ClauseAt): Finding[] {
  const reach = reachOf(clause);
  const [gains, loses] = [canGain(reach), canLose(reach)];
  const saysLoss = /扣|减\d/.test(clause.text) && !/加|奖|得|计|给|不扣/.test(clause.text);
  const saysGain =
    /(?:加|奖|奖励)[\d一二三四五六七八九十]/.test(clause.text) && !/扣|减/.test(clause.text);
  if (!((saysLoss && gains && !loses) || (saysGain && loses && !gains))) return [];
  const [said, does] = saysLoss ? ['扣分', '加分'] : ['加分', '扣分'];
  const sentence = `${clauseWords(clause)}的文字是${said}，分值却是${does}；扣分要写负号（如 -0.5），请核对正负号。`;
  return [finding('sign-mismatch', `${path}.rule`, sentence)];
}

function shortOfFull({ node, path }: NodeAt, clauses: readonly ClauseAt[]): Finding[] {
  const sum = bestOf(clauses);
  const full = exact(node.full ?? '0');
  if (!sum || compare(sum, full) >= 0) return [];
  const by = numberWords(subtract(full, sum));
  const sentence = `${nodeWords(node)}满分 ${numberWords(full)} 分，所列得分点合计 ${numberWords(sum)} 分，差 ${by} 分；请补齐得分点，或把满分改为 ${numberWords(sum)} 分。`;
  return [finding('full-mark-sum', `${path}.full`, sentence)];
}

function capOutOfReach({ node, path }: NodeAt, clauses: readonly ClauseAt[]): Finding[] {
  const sum = bestOf(clauses);
  if (!sum || node.cap === undefined || node.cap === 'none') return [];
  if (compare(exact(node.cap), sum) <= 0) return [];
  const sentence = `${nodeWords(node)}封顶 ${node.cap} 分，但所有条款加起来最多 ${numberWords(sum)} 分，封顶用不上；请核对分值。`;
  return [finding('cap-out-of-reach', `${path}.cap`, sentence)];
}

/** The sum of what the clauses give at best; absent where one has no bound. */
function bestOf(clauses: readonly ClauseAt[]): Rational | undefined {
  let sum = zero;
  for (const { clause } of clauses) {
    const { high } = reachOf(clause);
    if (!high) return undefined;
    sum = add(sum, high);
  }
  return sum;
}

function weights(view: SchemeView): Finding[] {
  const families: { path: string; nodes: readonly Node[]; whose: string }[] = [
    { path: 'tree', nodes: view.scheme.tree, whose: '各部分' },
    ...view.nodes.map(({ node, path }) => ({
      path: `${path}.children`,
      nodes: node.children ?? [],
      whose: `${nodeWords(node)}的下级`,
    })),
  ];
  return families.flatMap(({ path, nodes, whose }) => {
    const marked = nodes.filter(carriesMarks);
    const weighted = nodes.filter(hasWeight);
    const bare = marked.filter((node) => !hasWeight(node));
    if (weighted.length === 0) return [];
    const sums = groupsOf(view).map((group) =>
      add(...weighted.map((node) => weightOf(node, group))),
    );
    const wrong = sums.find((sum) => compare(sum, one) !== 0);
    const findings: Finding[] = [];
    if (bare[0]) {
      const names = bare.map(nodeWords).join('、');
      const sentence = `${whose}有的写了权重，有的没写（${names}），各占多少无从知道；请给每一部分写明权重。`;
      findings.push(finding('weight-unstated', path, sentence));
    } else if (wrong) {
      const sentence = `${whose}的权重合计 ${numberWords(wrong)}，不是 1；请核对各部分所占比例。`;
      findings.push(finding('weights-sum', path, sentence));
    }
    return findings;
  });
}

function hasWeight(node: Node): boolean {
  const byGroup = Object.values(node.byGroup ?? {});
  return node.weight !== undefined || byGroup.some(({ weight }) => weight !== undefined);
}

function decimals({ scheme, clauses }: SchemeView): Finding[] {
  const kept = Number(scheme.decimals ?? '3');
  const findings: Finding[] = [];
  if (scheme.shown !== undefined && Number(scheme.shown) > kept) {
    const sentence = `得分只算到 ${kept} 位小数，却要公布 ${scheme.shown} 位，多出的位总是 0；请让 shown 不多于 decimals。`;
    findings.push(finding('shown-beyond-decimals', 'shown', sentence));
  }
  const fine = clauses.find(({ clause }) => placesIn(clause.rule) > kept);
  if (fine) {
    const sentence = `得分只保留 ${kept} 位小数，而第 ${fine.clause.code} 条的分值有 ${placesIn(fine.clause.rule)} 位小数，会被四舍五入；请调整 decimals 或分值。`;
    findings.push(finding('decimals-too-coarse', 'decimals', sentence));
  }
  return findings;
}

const pointKeys = new Set([
  'delta',
  'then',
  'points',
  'onTime',
  'late',
  'perDay',
  'once',
  'atQuota',
]);

/** The most decimals of a number of points written in a rule. */
function placesIn(value: unknown, key = ''): number {
  if (typeof value === 'string') {
    return pointKeys.has(key) ? (/^-?\d+\.(\d+)$/.exec(value)?.[1]?.length ?? 0) : 0;
  }
  if (typeof value !== 'object' || value === null) return 0;
  const inside = Object.entries(value).map(([name, item]) =>
    placesIn(item, key === 'options' || key === 'grades' || key === 'ranks' ? 'points' : name),
  );
  return Math.max(0, ...inside);
}
