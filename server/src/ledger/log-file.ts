/** The log of a town as a file: what its leaves commit to, without free text; verified offline. */

import type { HashHex } from '@oneneedle/kernel';
import { type Ctx, chinaDay, type Queries } from '../platform/index.ts';
import { ledgerHead } from './head.ts';
import type { LoggedFact } from './log-verify.ts';
import { factRows, sealRows, textRows } from './store.ts';

/** A whole log; the form of the downloaded file. */
export interface LedgerLog {
  readonly format: 'oneneedle-ledger-1';
  readonly town: string;
  readonly size: number;
  readonly root: HashHex;
  readonly facts: readonly LoggedFact[];
  /** Roots that were kept with sealed editions, and may be printed on them. */
  readonly seals: readonly {
    readonly line: string;
    readonly period: string;
    readonly edition: number;
    readonly atSeq: number;
    readonly ledgerRoot: HashHex;
  }[];
}

/** Reads the log of the town whose tenant is set; with free text only where it is verified in place. */
export async function logOf(
  db: Queries,
  town: string,
  { withText }: { withText: boolean },
): Promise<LedgerLog> {
  const head = await ledgerHead(db);
  const texts = withText ? await textRows(db) : new Map();
  const facts = (await factRows(db)).map(({ body, textDigest, leafHash }): LoggedFact => {
    const text = texts.get(body.id);
    return {
      body,
      leafHash,
      ...(textDigest === null ? {} : { textDigest }),
      ...(text ? { text } : {}),
    };
  });
  const seals = (await sealRows(db)).map((row) => ({
    line: row.line,
    period: row.period,
    edition: row.edition,
    atSeq: row.at_seq,
    ledgerRoot: row.ledger_root,
  }));
  return { format: 'oneneedle-ledger-1', town, ...head, facts, seals };
}

/** The log as a download. */
export async function logFile(ctx: Ctx): Promise<File> {
  const log = await logOf(ctx.db, ctx.tenant.code, { withText: false });
  const name = `${ctx.tenant.name}台账日志 ${chinaDay(ctx.now)}.json`;
  return new File([JSON.stringify(log)], name, { type: 'application/json' });
}
