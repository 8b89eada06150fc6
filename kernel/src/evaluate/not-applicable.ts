/** An indicator that does not apply to a subject: left out, given in full, or by the mean of its group. */

import { fromMilli, type Milli } from '../number/points.ts';
import { add, divide, type Rational, rational, zero } from '../number/rational.ts';
import type { Node } from '../scheme/scheme.ts';
import { appliesTo } from './applies.ts';
import { judge } from './condition.ts';
import { plainLine, print, type Whole } from './flow.ts';
import type { Run, Scope, Subject } from './run.ts';

/** Whose indicator, and what the tree knows of it. */
interface Away {
  readonly subject: Subject;
  readonly scope: Scope;
  readonly full: () => Rational;
  readonly wholeFor: (other: Subject) => Whole;
  /** True if nothing below the indicator applies to another subject either. */
  readonly isEmptyFor: (other: Subject) => boolean;
}

/** What an indicator that does not apply gives; undefined if it applies or that cannot be said. */
export function nodeNotApplicable(run: Run, node: Node, at: Away): Whole | undefined {
  if (!node.notApplicableWhen) return undefined;
  const truth = judge(run, node.notApplicableWhen, { subject: at.subject, scope: at.scope });
  return truth.holds === true ? madeGood(run, node, at, truth.reason) : undefined;
}

/** The value of an indicator that does not apply, for whatever reason, as the scheme says. */
export function madeGood(run: Run, node: Node, at: Away, why: string): Whole {
  const how = node.notApplicable ?? run.scheme.switches?.notApplicable ?? 'exclude';
  const blank = { state: 'notApplicable' as const, lines: [] };
  if (how === 'exclude') {
    return {
      ...blank,
      milli: 0 as Milli,
      inside: zero,
      reason: `不适用：${why}`,
      excluded: true,
    };
  }
  const others = how === 'mean' ? othersOf(run, node, at) : undefined;
  const word = others ? '按同组平均计' : '按满分计';
  const reason = `不适用：${why}，${word}${others ? fewWords(others) : ''}`;
  const made = others ? meanOf(others) : at.full();
  if (!made) return { ...blank, state: 'missing', milli: 0 as Milli, inside: zero, reason };
  const milli = print(run, made);
  const line = plainLine('base', node.code, word, milli, reason);
  return { milli, inside: fromMilli(milli), lines: [line], state: 'notApplicable', reason };
}

/** The others of the group to whom a node may apply: how many, and the printed values they have. */
interface Others {
  readonly count: number;
  readonly values: readonly Rational[];
}

function othersOf(run: Run, node: Node, { subject, scope, wholeFor, isEmptyFor }: Away): Others {
  const peers = run.subjects
    .filter(
      (other) =>
        other.code !== subject.code &&
        other.group === subject.group &&
        appliesTo(run, node.applies, other),
    )
    .map((other) => ({
      other,
      away: node.notApplicableWhen
        ? judge(run, node.notApplicableWhen, { subject: other, scope }).holds
        : isEmptyFor(other),
    }))
    .filter(({ away }) => away !== true);
  const values = peers
    .filter(({ away }) => away === false)
    .map(({ other }) => wholeFor(other))
    .filter((whole) => whole.state === 'scored')
    .map((whole) => fromMilli(whole.milli));
  return { count: peers.length, values };
}

function meanOf({ values }: Others): Rational | undefined {
  return values.length === 0 ? undefined : divide(add(...values), rational(BigInt(values.length)));
}

/** A mean over fewer than the group is said, or nobody would see who is not in it. */
function fewWords({ count, values }: Others): string {
  return values.length === count ? '' : `（同组 ${count} 个中 ${values.length} 个有分）`;
}
