/** The log of a town as a file: what its leaves commit to, without free text; verified offline. */

import { type HashHex, rootOfLeaves } from '@oneneedle/kernel';
import { type Ctx, chinaDay, type Queries } from '../platform/index.ts';
import { ledgerHead } from './head.ts';
import { factRows } from './store.ts';
import { type FactBody, leafOf } from './stored.ts';

/** A fact as the log knows it. */
export interface LoggedFact {
  readonly body: FactBody;
  readonly textDigest?: HashHex;
  readonly leafHash: HashHex;
}

/** A whole log; the form of the file `ledger.json`. */
export interface LedgerLog {
  readonly format: 'oneneedle-ledger-1';
  readonly town: string;
  readonly size: number;
  readonly root: HashHex;
  readonly facts: readonly LoggedFact[];
}

/** Reads the log of the town whose tenant is set. */
export async function logOf(db: Queries, town: string): Promise<LedgerLog> {
  const head = await ledgerHead(db);
  const facts = (await factRows(db)).map(({ body, textDigest, leafHash }) => ({
    body,
    ...(textDigest === null ? {} : { textDigest }),
    leafHash,
  }));
  return { format: 'oneneedle-ledger-1', town, ...head, facts };
}

/** The log as a download. */
export async function logFile(ctx: Ctx): Promise<File> {
  const log = await logOf(ctx.db, ctx.tenant.code);
  const name = `${ctx.tenant.name}台账日志 ${chinaDay(ctx.now)}.json`;
  return new File([JSON.stringify(log)], name, { type: 'application/json' });
}

/** What is wrong with a log, the first fact that differs first. */
export interface LogFault {
  /** Number of the fact, where it is about one. */
  readonly id?: string;
  readonly seq?: number;
  readonly sentence: string;
}

/** What was found: a root that anybody may compare, or the faults. */
export interface LogVerdict {
  readonly size: number;
  /** Root over the leaves as recomputed. */
  readonly root: HashHex;
  readonly faults: readonly LogFault[];
}

/**
 * Works every leaf and the root out again and holds them against what is kept: numbers without gaps,
 * reversals of facts that stand before them, each once. Never throws for what a log contains.
 */
export function verifyLog(log: Pick<LedgerLog, 'size' | 'root' | 'facts'>): LogVerdict {
  const faults: LogFault[] = [];
  const seen = new Map<string, FactBody>();
  const reversed = new Set<string>();
  const leaves = log.facts.map((fact, at) => {
    const { id, seq } = fact.body;
    const tell = (sentence: string) => faults.push({ id, seq, sentence });
    if (seq !== at + 1) tell(`第 ${at + 1} 条写的序号是 ${seq}，中间少了或多了事实。`);
    if (seen.has(id)) tell(`编号 ${id} 用了两次。`);
    const fault = reversalFault(fact.body, seen, reversed);
    if (fault !== undefined) tell(fault);
    seen.set(id, fact.body);
    const leaf = leafAgain(fact);
    if (leaf !== fact.leafHash)
      tell(`事实 ${id}（第 ${seq} 条）的内容和入账时不一样：叶子哈希不符。`);
    return leaf;
  });
  const root = rootOfLeaves(leaves);
  if (log.size !== leaves.length) {
    faults.push({ sentence: `台账记着 ${log.size} 条，实有 ${leaves.length} 条。` });
  }
  if (root !== log.root) faults.push({ sentence: '根哈希和记着的不一样。' });
  return { size: leaves.length, root, faults };
}

function reversalFault(
  { reverses }: FactBody,
  seen: ReadonlyMap<string, FactBody>,
  reversed: Set<string>,
): string | undefined {
  if (reverses === undefined) return undefined;
  const target = seen.get(reverses);
  if (!target) return `更正的事实 ${reverses} 不在它前面。`;
  if (target.reverses !== undefined) return `更正的 ${reverses} 本身是一条更正。`;
  if (reversed.has(reverses)) return `事实 ${reverses} 更正了两次。`;
  reversed.add(reverses);
  return undefined;
}

/** A leaf that cannot be worked out differs from every leaf. */
function leafAgain({ body, textDigest }: LoggedFact): HashHex {
  try {
    return leafOf(body, textDigest);
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return '0'.repeat(64);
    throw error;
  }
}
