/** `oneneedle ledger verify FILE|TOWN`: every leaf and the root of a ledger worked out again. */

import { existsSync } from 'node:fs';
import { z } from 'zod';
import { installationOf } from '../installation.ts';
import { type ClaimedLog, type LogVerdict, logOf, verifyLog } from '../ledger/index.ts';
import { connectApp, Refusal, reachDatabase, readText, setTenant } from '../platform/index.ts';
import type { Command, Desk, Given, Told } from './command.ts';
import { fitted } from './print.ts';
import { inLanguage } from './words/rooms.ts';

export const ledgerVerifyCommand: Command = {
  name: 'ledger verify',
  group: 'tables',
  target: 'target.ledger',
  summary: 'ledger.summary',
  options: { receipt: 'ledger.option.receipt' },
  places: { receipt: 'place.root' },
  examples: ['ledger.json', `qinghe --receipt ${'0'.repeat(64)}`],
  run: verify,
};

/** At most so many faults are told; the first one is what matters. */
const shownFaults = 10;

async function verify({ target, texts }: Given, desk: Desk): Promise<Told> {
  const { say } = desk;
  const log = await logAt(target, desk);
  const { receipt } = texts;
  const verdict = verifyLog(
    log,
    receipt === undefined ? {} : { printedRoot: receipt.toLowerCase() },
  );
  const { size, root, faults } = verdict;
  const counts = { count: size, root };
  if (faults.length === 0) {
    const text = [say('ledger.agrees', counts), printedLine(verdict, desk)]
      .filter(Boolean)
      .join('\n');
    return { text: fitted(text, desk.columns), data: { ...verdict } };
  }
  const sentence = say('ledger.differs', { count: size, faults: faults.length });
  const sentences = faults.map(({ sentence: told }) => inLanguage(told, desk.language));
  const more = faults.length - shownFaults;
  const lines = [
    sentence,
    ...sentences.slice(0, shownFaults).map((line) => `■ ${line}`),
    ...(more > 0 ? [say('ledger.more', { count: more })] : []),
    say('ledger.nextDiffers'),
  ];
  const findings = faults.map(({ code, id }, at) => ({
    code: `ledger-${code}`,
    severity: 'error' as const,
    path: id === undefined ? '' : `事实 ${id}`,
    sentence: sentences[at] ?? '',
  }));
  return {
    text: fitted(lines.join('\n'), desk.columns),
    data: { ...verdict },
    refused: { sentence, findings },
  };
}

function printedLine({ printedAt, size }: LogVerdict, { say }: Desk): string {
  if (printedAt === undefined) return say('ledger.nextAgrees');
  return say('ledger.printed', { count: printedAt, later: size - printedAt });
}

/** A file where there is one; else a town of this installation's database, by its short name. */
async function logAt(target: string, desk: Desk): Promise<ClaimedLog> {
  if (existsSync(target)) return logIn(target, desk);
  if (/^[a-z][a-z0-9-]{1,29}$/.test(target)) return logOfTown(target, desk);
  throw new Refusal(desk.say('ledger.noFile', { path: target }));
}

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const logShape = z.object({
  format: z.literal('oneneedle-ledger-1'),
  size: z.int(),
  root: hash,
  facts: z.array(
    z.object({
      body: z.looseObject({ id: z.string(), seq: z.int(), reverses: z.string().optional() }),
      textDigest: hash.optional(),
      leafHash: hash,
    }),
  ),
  seals: z.array(
    z.object({
      line: z.string(),
      period: z.string(),
      edition: z.int(),
      atSeq: z.int(),
      ledgerRoot: hash,
    }),
  ),
});

function logIn(path: string, { say }: Desk): ClaimedLog {
  const read = logShape.safeParse(jsonOf(readText(path)));
  if (!read.success) throw new Refusal(say('ledger.notLog', { path }));
  // The bodies are what is to be verified: whatever they hold, their leaves tell.
  return read.data as unknown as ClaimedLog;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

async function logOfTown(town: string, { say }: Desk): Promise<ClaimedLog> {
  const { env } = process;
  const installation = installationOf(env, { isDemonstration: false });
  const database = await reachDatabase(
    { ...installation.database, tell: () => {} },
    { mayBeNew: false },
  );
  try {
    const { DATABASE_APP_URL: appUrl } = env;
    const app = await connectApp({ ownerUrl: database.url, ...(appUrl ? { appUrl } : {}) });
    try {
      const reading = app.queries.transaction().setAccessMode('read only');
      return await reading.execute(async (db) => {
        const tenant = await db
          .selectFrom('tenant')
          .select('id')
          .where('code', '=', town)
          .executeTakeFirst();
        if (!tenant) throw new Refusal(say('ledger.noTown', { town }));
        await setTenant(db, tenant.id);
        return logOf(db, town, { withText: true });
      });
    } finally {
      await app.close();
    }
  } finally {
    await database.stop();
  }
}
