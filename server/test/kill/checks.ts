/** What must hold after a kill, read from the tables themselves; every finding is a sentence. */

import { createHash } from 'node:crypto';
import type { HashHex } from '@oneneedle/kernel';
import pg from 'pg';
import { type ClaimedLog, verifyLog } from '../../src/ledger/index.ts';
import type { Kept, Posted, Typed } from './load.ts';
import { townCode, typedColumn } from './town.ts';

/** What the tables hold, as one snapshot; nobody writes meanwhile. */
interface Held {
  readonly facts: readonly HeldFact[];
  readonly head: { readonly size: string; readonly root: HashHex };
  /** Entries by state. */
  readonly entries: readonly { readonly id: string; readonly state: string }[];
  readonly evidence: readonly { readonly id: string }[];
  /** Typed cells of score sheets. */
  readonly cells: readonly HeldCell[];
  /** Committed writes by deed. */
  readonly deeds: ReadonlyMap<string, number>;
}

interface HeldCell {
  readonly subject: string;
  readonly value: string;
  readonly version: number;
}

interface HeldFact {
  readonly id: string;
  readonly seq: string;
  readonly body: ClaimedLog['facts'][number]['body'];
  readonly leaf_hash: HashHex;
  readonly text_digest: HashHex | null;
  readonly entry_id: string;
  readonly salt: string | null;
  readonly note: string | null;
}

/** Findings about facts; `lost` is how many acknowledged ones are not there as they were told. */
export interface Findings {
  readonly lost: number;
  readonly faults: readonly string[];
}

/** Holds the tables against what was acknowledged; everybody must be at rest. */
export async function checkTables(
  ownerUrl: string,
  {
    posted,
    kept,
    typed,
  }: { posted: readonly Posted[]; kept: readonly Kept[]; typed: readonly Typed[] },
): Promise<Findings> {
  const held = await readHeld(ownerUrl);
  const byEntry = Map.groupBy(held.facts, ({ entry_id }) => entry_id);
  const lost = posted.filter(({ entryId, factId, seq }) => {
    const [fact] = byEntry.get(entryId) ?? [];
    return fact?.id !== factId || Number(fact.seq) !== seq;
  });
  const log = verifyLog({
    size: Number(held.head.size),
    root: held.head.root,
    facts: held.facts.map(({ body, leaf_hash, text_digest, salt, note }) => ({
      body,
      leafHash: leaf_hash,
      ...(text_digest === null ? {} : { textDigest: text_digest }),
      ...(salt === null || note === null ? {} : { text: { salt, note } }),
    })),
    seals: [],
  });
  const cells = cellFaults(held, typed);
  const faults = [
    ...cells,
    ...lost.map(({ factId, seq }) => `lost: ${factId} at ${seq}`),
    ...log.faults.map(({ code, id }) => `log: ${code} ${id}`),
    ...onceFaults(held, { posted: posted.length, kept: kept.length, typed: typed.length }),
    ...halfFaults(held),
  ];
  return { lost: lost.length + cells.length, faults };
}

/** Of each typed cell stands what was acknowledged last, and no other cell stands. */
function cellFaults({ cells }: Held, typed: readonly Typed[]): string[] {
  const last = new Map(typed.map((cell) => [cell.subject, cell]));
  const found = new Map(cells.map((cell) => [cell.subject, cell]));
  return [...new Set([...last.keys(), ...found.keys()])].flatMap((subject) => {
    const [told, held] = [last.get(subject), found.get(subject)];
    const isSame = told?.value === held?.value && told?.version === held?.version;
    return isSame ? [] : [`lost: cell of ${subject}, ${held?.value} instead of ${told?.value}`];
  });
}

/** Every deed was asked until it was answered: exactly one of each is there, and nothing else. */
function onceFaults(
  held: Held,
  acknowledged: { posted: number; kept: number; typed: number },
): string[] {
  const { posted, kept, typed } = acknowledged;
  const documents = new Set(held.facts.map(({ body }) => body.doc?.no));
  const counts = [
    { what: 'facts in the table', count: held.facts.length, told: posted },
    { what: 'different deeds among them', count: documents.size, told: posted },
    { what: 'entries in the table', count: held.entries.length, told: posted },
    { what: 'records in the audit', count: held.deeds.get('ledger.record') ?? 0, told: posted },
    { what: 'reviews in the audit', count: held.deeds.get('ledger.review') ?? 0, told: posted },
    { what: 'typings in the audit', count: held.deeds.get('ledger.typeCells') ?? 0, told: typed },
    { what: 'files in the table', count: held.evidence.length, told: kept },
  ];
  return counts
    .filter(({ count, told }) => count !== told)
    .map(({ what, count, told }) => `${count} ${what}, ${told} acknowledged`);
}

/** A fact has its text and its entry is posted, or none of it is there. */
function halfFaults({ facts, entries }: Held): string[] {
  const states = new Map(entries.map(({ id, state }) => [id, state]));
  return facts.flatMap(({ id, entry_id, note }) => [
    ...(states.get(entry_id) === 'posted' ? [] : [`half: the entry of ${id} is not posted`]),
    ...(note === null ? [`half: the text of ${id} is missing`] : []),
  ]);
}

async function readHeld(ownerUrl: string): Promise<Held> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const facts = await client.query<HeldFact>(
      `select f.id, f.seq, f.body, f.leaf_hash, f.text_digest, f.entry_id, t.salt, t.note
       from fact f left join fact_text t on t.tenant_id = f.tenant_id and t.fact_id = f.id
       order by f.seq`,
    );
    const heads = await client.query<Held['head']>('select size, root from ledger_head');
    const entries = await client.query<Held['entries'][number]>('select id, state from entry');
    const evidence = await client.query<{ id: string }>('select id from evidence');
    const cells = await client.query<HeldCell>(
      'select subject, value, version from sheet_cell where column_name = $1',
      [typedColumn],
    );
    const deeds = await client.query<{ deed: string; count: string }>(
      'select deed, count(*) from audit group by deed',
    );
    const [head] = heads.rows;
    if (!head) throw new Error('the town has no log');
    return {
      facts: facts.rows,
      head,
      entries: entries.rows,
      evidence: evidence.rows,
      cells: cells.rows,
      deeds: new Map(deeds.rows.map(({ deed, count }) => [deed, Number(count)])),
    };
  } finally {
    await client.end();
  }
}

interface FilesAsked {
  readonly origin: string;
  readonly cookie: string;
}

/** Reads files back as a person does and holds their bytes against what was sent. */
export async function checkFiles(
  { origin, cookie }: FilesAsked,
  kept: readonly Kept[],
): Promise<Findings> {
  const faults: string[] = [];
  for (const { evidenceId, sha256 } of kept) {
    const path = `/api/towns/${townCode}/evidence/${evidenceId}/file`;
    const answer = await fetch(`${origin}${path}`, { headers: { cookie } });
    const bytes = Buffer.from(await answer.arrayBuffer());
    const found = createHash('sha256').update(bytes).digest('hex');
    if (answer.status !== 200 || found !== sha256) {
      faults.push(`lost: file ${evidenceId}, ${answer.status}, ${bytes.length} bytes`);
    }
  }
  return { lost: faults.length, faults };
}
