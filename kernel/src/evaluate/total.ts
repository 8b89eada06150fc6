/** The total of a subject: the tree, corrections of sealed periods, vetoes, and the last bounds. */

import type { Fact } from '../book/book.ts';
import { fromMilli, type Milli, milliText, printMilli, signedMilliText } from '../number/points.ts';
import {
  compare,
  exact,
  multiply,
  negate,
  type Rational,
  subtract,
  zero,
} from '../number/rational.ts';
import type { Node } from '../scheme/scheme.ts';
import { ownOf } from '../scheme/shapes.ts';
import { type PeriodId, periodLabel } from '../time/periods.ts';
import type { CellState, Line } from './assessment.ts';
import { flowOf, plainLine, print, sealedEdition, type Whole } from './flow.ts';
import { dayOf, upToPeriod } from './ledger-view.ts';
import { type Asker, pointsHook } from './quantity.ts';
import {
  type Knowledge,
  knowledgeOf,
  lastOf,
  once,
  type Run,
  type Scope,
  type Subject,
  scopeOf,
} from './run.ts';
import { clauseItemOf, fullOf, nodeItemOf, rootCode, wholeNode } from './tree.ts';
import { type FoundVeto, vetoesOf } from './veto.ts';

interface Total {
  readonly milli: Milli;
  readonly fullMilli: Milli;
  readonly line: Line;
  readonly state: CellState;
  readonly vetoes: readonly FoundVeto[];
}

/** The total of a subject in the run's period. */
export function totalOf(run: Run, subject: Subject): Total {
  const scope = scopeOf([run.period], knowledgeOf(run.period));
  const own = ownTotal(run, subject, scope);
  const corrections = correctionLines(run, subject);
  const lines = [...own.lines, ...corrections];
  const milli = lines.reduce((sum, line) => sum + line.milli, 0) as Milli;
  const full = run.scheme.total?.full;
  const root = rootNode(run);
  return {
    milli,
    fullMilli: print(run, full === undefined ? fullOf(run, root, subject) : exact(full)),
    state: own.state,
    vetoes: vetoesOf(run, subject, scope),
    line: {
      kind: 'total',
      code: rootCode,
      label: '考核得分',
      milli,
      state: own.state,
      reason: own.reason,
      factIds: [],
      children: lines,
    },
  };
}

/** The tree as one node, so that the total obeys the same rules as every other node. */
function rootNode(run: Run): Node {
  return once(run, 'root', () => {
    const coefficient = run.scheme.total?.coefficient;
    return {
      code: rootCode,
      name: '考核得分',
      children: run.scheme.tree,
      ...(coefficient ? { coefficient } : {}),
    };
  });
}

/** The total of one period by itself, with the reversals known in the scope. */
function ownTotal(run: Run, subject: Subject, scope: Scope): Whole {
  return once(run, `own|${subject.code}|${scope.key}`, () => {
    const whole = wholeNode(run, rootNode(run), subject, scope);
    const lines = [...whole.lines];
    let value = fromMilli(whole.milli);
    for (const { veto, result, repairedPoints } of vetoesOf(run, subject, scope)) {
      const target = repairedPoints
        ? subtract(value, multiply(repairedPoints, exact('-1')))
        : result.scope === 'score0'
          ? zero
          : value;
      if (compare(target, value) === 0) continue;
      const change = print(run, subtract(target, value));
      lines.push({
        ...plainLine(
          'veto',
          veto.code,
          repairedPoints ? '否决修复' : '一票否决',
          change,
          result.reason,
        ),
        factIds: result.factIds,
      });
      value = target;
    }
    const held = lastBounds(run, value);
    const milli = print(run, held.value);
    return { ...whole, milli, lines: [...lines, ...held.lines] };
  });
}

function lastBounds(run: Run, value: Rational): { value: Rational; lines: Line[] } {
  const rule = run.scheme.total;
  const floor =
    rule?.floor === undefined || rule.floor === 'none'
      ? undefined
      : rule.floor === 'zero'
        ? zero
        : exact(rule.floor);
  if (rule?.cap !== undefined && compare(value, exact(rule.cap)) > 0) {
    const cap = exact(rule.cap);
    const cut = printMilli(subtract(cap, value));
    return {
      value: cap,
      lines: [plainLine('cap', rootCode, '封顶', cut, `总分不超过 ${rule.cap}`)],
    };
  }
  if (floor && compare(value, floor) < 0) {
    const made = printMilli(negate(subtract(value, floor)));
    return { value: floor, lines: [plainLine('floor', rootCode, '保底', made, '总分不低于下限')] };
  }
  return { value, lines: [] };
}

/**
 * A reversal after the seal gives, in the period in which it counts, the difference it makes to
 * the total of the reversed fact's own period. Year-long lines carry theirs in their own 补差.
 */
function correctionLines(run: Run, subject: Subject): Line[] {
  const pairs = [...run.view.reversals]
    .map(([target, reversal]) => ({
      target,
      reversal,
      own: run.view.counting.get(target),
      at: run.view.counting.get(reversal.id),
    }))
    .filter((pair) => pair.at?.period === run.period && pair.own && pair.own.period !== run.period)
    .filter(
      (pair) =>
        pair.own && upToPeriod(pair.own.period, run.period) && sealedEdition(run, pair.own.period),
    )
    .sort((a, b) => a.reversal.seq - b.reversal.seq);
  const lines: Line[] = [];
  const pending = new Set(pairs.map((pair) => pair.reversal.id));
  for (const pair of pairs) {
    const own = pair.own?.period ?? run.period;
    const before = ownTotal(run, subject, scopeOf([own], knowing(run, pending)));
    pending.delete(pair.reversal.id);
    const after = ownTotal(run, subject, scopeOf([own], knowing(run, pending)));
    const change = (after.milli - before.milli) as Milli;
    if (change === 0) continue;
    const reason = correctionSentence(run, subject, { ...pair, own, before, after });
    const label = `更正${periodLabel(own)}事实 ${pair.target}`;
    lines.push({
      ...plainLine('correction', rootCode, label, change, reason),
      factIds: [pair.target, pair.reversal.id],
    });
  }
  return lines;
}

/**
 * What taking one fact away does to its own period. It is not what that period ought to have been:
 * a right fact recorded in its place counts by itself, in its own line.
 */
function correctionSentence(
  run: Run,
  subject: Subject,
  at: { target: string; reversal: Fact; own: PeriodId; before: Whole; after: Whole },
): string {
  const { target, reversal, own, before, after } = at;
  const fact = run.view.facts.find((item) => item.id === target);
  const day = fact && dayOf(fact);
  const sealed = ownOf(ownOf(sealedEdition(run, own)?.printed, subject.code), rootCode);
  // A second correction of a period starts from what the first one left, not from the seal.
  const when = sealed === before.milli ? '封存时' : '去掉前';
  const change = signedMilliText((after.milli - before.milli) as Milli);
  return `更正前期事实 ${target}（${day === undefined ? '' : `${day}，`}由 ${reversal.id} 更正）：去掉它，${periodLabel(own)}为 ${milliText(after.milli)}，${when}为 ${milliText(before.milli)}，差 ${change} 记在本期；另记的事实，在它计入的期计`;
}

/** All reversals that count up to now, but for those still pending. */
function knowing(run: Run, pending: ReadonlySet<string>): Knowledge {
  const key = `${run.period}-${[...pending].sort().join('+')}`;
  return { key, through: run.period, pending: new Set(pending) };
}

function pointsOf(run: Run, code: string, asker: Asker) {
  const scope = scopeOf([lastOf(asker.scope)], asker.scope.known);
  const busy = `points-busy|${code}|${asker.subject.code}`;
  if (run.memo.has(busy)) return { missing: `“${code}”的分数绕成了圈`, factIds: [] };
  run.memo.set(busy, true);
  try {
    if (code === rootCode) {
      const total = totalOf(run, asker.subject);
      return total.state === 'missing'
        ? { missing: '总分暂缺材料', factIds: [] }
        : { value: fromMilli(total.milli), factIds: [] };
    }
    const clause = run.clauses.get(code)?.clause;
    const node = nodeByCode(run.scheme.tree, code);
    if (!clause && !node) return { missing: `办法里没有“${code}”`, factIds: [] };
    const item = clause
      ? clauseItemOf(run, clause, asker.subject)
      : nodeItemOf(run, node as Node, asker.subject);
    const flow = flowOf(run, item, asker.subject, scope);
    return flow.state === 'missing'
      ? { missing: `“${code}”缺材料`, factIds: [] }
      : { value: fromMilli(flow.milli), factIds: [] };
  } finally {
    run.memo.delete(busy);
  }
}

function nodeByCode(nodes: readonly Node[], code: string): Node | undefined {
  for (const node of nodes) {
    const found = node.code === code ? node : nodeByCode(node.children ?? [], code);
    if (found) return found;
  }
  return undefined;
}

pointsHook.read = pointsOf;
