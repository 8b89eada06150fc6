/** 留痕: clauses that only minutes, ledgers or photos can prove, and their share of the points. */

import {
  add,
  compare,
  divide,
  exact,
  greatest,
  multiply,
  type Rational,
  rational,
  signOf,
  zero,
} from '../number/rational.ts';
import type { Clause } from '../scheme/clause.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { type Finding, finding } from './finding.ts';
import { grantsOwnFull, weightOf } from './marks.ts';
import { reachOf } from './reach.ts';
import { type ClauseAt, clausesUnder, type NodeAt, type SchemeView, viewOf } from './view.ts';
import { clauseWords, numberWords, percentWords } from './words.ts';

/** Points that rest on paper alone, out of all full marks; exact. */
export interface TraceShare {
  /** `points` ÷ `of`; zero where the scheme has no full marks. */
  readonly share: Rational;
  readonly points: Rational;
  readonly of: Rational;
  /** Paths of the clauses that only minutes, ledgers or photos prove. */
  readonly clauses: readonly string[];
  /** How many clauses do not say what proves them; nobody knows whether they belong here. */
  readonly unknown: number;
}

/** At most this share of the points may rest on paper alone. */
const allowance = rational(1n, 10n);

const paper: ReadonlySet<string> = new Set(['minutes', 'ledger', 'photo']);

/** The share of a scheme's full marks that its paper-only clauses carry. */
export function traceShare(scheme: Scheme): TraceShare {
  return shareOf(viewOf(scheme));
}

/** A hint for every paper-only clause, their share, and one hint for clauses without a proof. */
export function checkTrace(view: SchemeView): Finding[] {
  return [...paperOnly(view), ...shareFindings(view), ...withoutProof(view)];
}

function shareOf(view: SchemeView): TraceShare {
  const traces = view.clauses.filter(({ clause }) => isPaperOnly(clause));
  let [points, of] = [zero, zero];
  for (const at of view.nodes.filter(grantsOwnFull)) {
    const times = weightOnPath(at);
    const full = exact(at.node.full ?? '0');
    of = add(of, multiply(times, full));
    for (const { clause, part } of partsOf(at, clausesUnder(view, at))) {
      if (traces.includes(clause)) points = add(points, multiply(times, part));
    }
  }
  const share = of.num === 0n ? zero : divide(points, of);
  const unknown = view.clauses.filter(hasNoProof).length;
  return { share, points, of, clauses: traces.map(({ path }) => path), unknown };
}

/**
 * What each clause holds of the full mark. Where points are earned from nothing and every clause
 * says how many it gives (得N分), that many, in proportion where they are more than the full mark;
 * else its cap, or an even part.
 */
function partsOf({ node }: NodeAt, clauses: readonly ClauseAt[]) {
  const full = exact(node.full ?? '0');
  const own = node.start === 'zero' ? clauses.map(({ clause }) => ownMost(clause)) : [undefined];
  const sum = add(...own.map((points) => points ?? zero));
  const isStated = own.every((points) => points !== undefined) && signOf(sum) > 0;
  const even = divide(full, rational(BigInt(Math.max(clauses.length, 1))));
  return clauses.map((clause, index) => {
    const { cap } = clause.clause;
    const part = isStated
      ? divide(multiply(full, own[index] ?? zero), greatest(sum, full))
      : cap === undefined
        ? even
        : exact(cap);
    return { clause, part };
  });
}

/** The most that a clause gives; a label or an award counts once, though facts may repeat it. */
function ownMost(clause: Clause): Rational | undefined {
  const { high } = reachOf(clause);
  if (high || !('choice' in clause.rule || 'award' in clause.rule)) return high;
  const { on: _, ...single } = clause;
  return reachOf(single).high;
}

function weightOnPath(at: NodeAt): Rational {
  return [...at.above, at].reduce(
    (times, { node }) => multiply(times, weightOf(node)),
    rational(1n),
  );
}

function hasNoProof({ clause }: ClauseAt): boolean {
  return clause.proof === undefined;
}

function isPaperOnly({ proof }: Clause): boolean {
  return proof?.every((way) => paper.has(way)) ?? false;
}

const proofWords: Record<string, string> = { minutes: '会议记录', ledger: '台账', photo: '照片' };

function paperOnly({ clauses }: SchemeView): Finding[] {
  return clauses.flatMap(({ clause, path }) => {
    if (!isPaperOnly(clause)) return [];
    const ways = (clause.proof ?? []).map((way) => proofWords[way]).join('、');
    const sentence = `${clauseWords(clause)}只能用${ways}证明，属于留痕；能改为实地查看、数据或文件证明的，请改。`;
    return [finding('trace-only', `${path}.proof`, sentence)];
  });
}

function shareFindings(view: SchemeView): Finding[] {
  const { share, points, of, clauses } = shareOf(view);
  if (clauses.length === 0) return [];
  const amount = `留痕条款 ${clauses.length} 条，占 ${numberWords(points)} 分，为满分 ${numberWords(of)} 分的 ${percentWords(share)}`;
  if (compare(share, allowance) <= 0) {
    return [finding('trace-share', 'tree', `${amount}，未超过 10%。`, 'hint')];
  }
  const { trace } = view.scheme;
  if (!trace) {
    const sentence = `${amount}，超过 10%；请改用实地查看、数据或文件证明，或由负责人在 trace 里署名并说明理由。`;
    return [finding('trace-share', 'tree', sentence, 'error')];
  }
  const sentence = `${amount}，超过 10%；${trace.overrideBy}决定保留，理由：${trace.reason}。`;
  return [finding('trace-share', 'trace', sentence, 'warning')];
}

function withoutProof({ clauses }: SchemeView): Finding[] {
  const bare = clauses.filter(hasNoProof);
  if (bare.length === 0) return [];
  const sentence = `有 ${bare.length} 个条款没有写 proof（用什么证明），算不进留痕占比；建议逐条写明。`;
  return [finding('proof-missing', 'tree', sentence)];
}
