/** Works a log out again from nothing but what it says, and names what differs. */

import {
  appendLeaf,
  emptyFrontier,
  emptyRoot,
  type HashHex,
  rootOf,
  textDigest,
} from '@oneneedle/kernel';
import { type FactBody, leafOf, type SaltedText } from './stored.ts';

/** A fact as a log says it; the text is there only where it is verified in place. */
export interface LoggedFact {
  readonly body: FactBody;
  readonly textDigest?: HashHex;
  readonly leafHash: HashHex;
  readonly text?: SaltedText;
}

/** What a log claims. */
export interface ClaimedLog {
  readonly size: number;
  readonly root: HashHex;
  readonly facts: readonly LoggedFact[];
  /** Roots that were kept with sealed editions. */
  readonly seals?: readonly {
    readonly line: string;
    readonly period: string;
    readonly edition: number;
    readonly atSeq: number;
    readonly ledgerRoot: HashHex;
  }[];
}

/** What is wrong, in a sentence, and with which fact, where it is about one. */
export interface LogFault {
  readonly code:
    | 'gap'
    | 'twice'
    | 'leaf'
    | 'text'
    | 'reverses-nothing'
    | 'reverses-reversal'
    | 'reversed-twice'
    | 'size'
    | 'root'
    | 'seal'
    | 'printed-root';
  readonly id?: string;
  readonly seq?: number;
  readonly sentence: string;
}

/** What was found: the root over the leaves as recomputed, and the faults in the order of the log. */
export interface LogVerdict {
  readonly size: number;
  readonly root: HashHex;
  readonly faults: readonly LogFault[];
  /** How many facts the log held when it had the root that somebody printed. */
  readonly printedAt?: number;
}

/**
 * Every leaf and the root worked out again and held against what is kept: numbers without gaps,
 * text against its digest, reversals of facts that stand before them, each once, the root that each
 * seal kept. A log that was rewritten as a whole agrees with itself: only a root printed elsewhere
 * (`printedRoot`) tells. Never throws for what a log contains.
 */
export function verifyLog(
  log: ClaimedLog,
  { printedRoot }: { printedRoot?: string } = {},
): LogVerdict {
  const roots = rootsOf(log.facts);
  const root = roots.at(-1) ?? emptyRoot;
  const size = log.facts.length;
  const faults = [
    ...log.facts.flatMap(faultsIn(log)),
    ...faultsOfWhole(log, { size, root, roots }),
  ];
  if (printedRoot === undefined) return { size, root, faults };
  const printedAt = roots.indexOf(printedRoot);
  if (printedAt >= 0) return { size, root, faults, printedAt };
  const sentence = `台账从来没有过这个根 ${printedRoot}：不是印出时的那一份，或整个改写过。`;
  return { size, root, faults: [...faults, { code: 'printed-root', sentence }] };
}

function faultsIn({ facts }: ClaimedLog): (fact: LoggedFact, at: number) => LogFault[] {
  const places = new Map<string, number>();
  for (const [at, { body }] of facts.entries()) if (!places.has(body.id)) places.set(body.id, at);
  const reversed = new Set<string>();
  return ({ body, textDigest: digest, leafHash, text }, at) => {
    const { id, seq, reverses } = body;
    const found: LogFault[] = [];
    const tell = (code: LogFault['code'], sentence: string) =>
      found.push({ code, id, seq, sentence });
    if (seq !== at + 1) {
      tell('gap', `事实 ${id} 写的序号是 ${seq}，应是 ${at + 1}：前面少了或多了事实。`);
    }
    if (places.get(id) !== at) tell('twice', `事实 ${id}（序号 ${seq}）的编号用了两次。`);
    if (leafAgain(body, digest) !== leafHash) {
      tell('leaf', `事实 ${id}（序号 ${seq}）和入账时不一样。`);
    }
    if (text && digestAgain(text) !== digest) {
      tell('text', `事实 ${id}（序号 ${seq}）的说明或理由和入账时不一样。`);
    }
    if (reverses === undefined) return found;
    const target = places.get(reverses);
    if (target === undefined || target >= at) {
      tell('reverses-nothing', `事实 ${id}（序号 ${seq}）更正的 ${reverses} 不在它前面。`);
    } else if (facts[target]?.body.reverses !== undefined) {
      tell('reverses-reversal', `事实 ${id}（序号 ${seq}）更正的 ${reverses} 本身是一条更正。`);
    }
    if (reversed.has(reverses)) {
      tell('reversed-twice', `事实 ${reverses} 更正了两次，后一次是 ${id}（序号 ${seq}）。`);
    }
    reversed.add(reverses);
    return found;
  };
}

function faultsOfWhole(
  log: ClaimedLog,
  { size, root, roots }: { size: number; root: HashHex; roots: readonly HashHex[] },
): LogFault[] {
  const found: LogFault[] = [];
  if (log.size !== size) {
    found.push({ code: 'size', sentence: `台账记着有 ${log.size} 条，实有 ${size} 条。` });
  }
  if (log.root !== root) {
    found.push({ code: 'root', sentence: `重算的根和记着的根 ${log.root} 不同。` });
  }
  for (const { line, period, edition, atSeq, ledgerRoot } of log.seals ?? []) {
    if (roots[atSeq] === ledgerRoot) continue;
    const sentence = `封存 ${line} ${period} 第 ${edition} 版时记下的根（当时 ${atSeq} 条）和重算的不同。`;
    found.push({ code: 'seal', sentence });
  }
  return found;
}

/** The root at every size, from the empty log on. */
function rootsOf(facts: readonly LoggedFact[]): HashHex[] {
  let frontier = emptyFrontier;
  return [
    emptyRoot,
    ...facts.map(({ body, textDigest: digest }) => {
      frontier = appendLeaf(frontier, leafAgain(body, digest));
      return rootOf(frontier);
    }),
  ];
}

/** What cannot be worked out differs from everything. */
const nothing: HashHex = '0'.repeat(64);

function leafAgain(body: FactBody, digest: HashHex | undefined): HashHex {
  return orNothing(() => leafOf(body, digest));
}

function digestAgain(text: SaltedText): HashHex {
  return orNothing(() => textDigest(text));
}

function orNothing(work: () => HashHex): HashHex {
  try {
    return work();
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return nothing;
    throw error;
  }
}
