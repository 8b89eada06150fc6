/** Which scheme counts on which day, and the catalogue of facts: what later rooms ask of this one. */

import { createHash, randomUUID } from 'node:crypto';
import {
  type FactKind,
  factKind,
  firstDay,
  lastDay,
  type PeriodId,
  readScheme,
  type Scheme,
} from '@oneneedle/kernel';
import type { Queries } from '../platform/index.ts';
import { schemeProblem } from './problems.ts';
import {
  approvedVersions,
  insertVersion,
  kindRows,
  type ListedVersion,
  nextKindPosition,
  sourcesOf,
  writeKind,
} from './store.ts';

/** An approved version of a scheme, read. */
export interface SchemeInForce {
  readonly id: string;
  readonly line: string;
  readonly version: string;
  /** First and last day on which it is in force. */
  readonly from: string;
  readonly to: string;
  readonly decisionNo: string;
  readonly decidedOn: string;
  /** As the kernel reads it; equal texts give the same object, which nobody changes. */
  readonly scheme: Scheme;
  /** The exact text. */
  readonly source: string;
  readonly sourceSha256: string;
}

/**
 * The approved versions in force on a day, by line: the line of the longest period first, so that a
 * town's list stands before its monthly checks. Without a day every approved version of all years,
 * for a book that reads earlier results.
 */
export async function schemesInForce(
  db: Queries,
  { on }: { on?: string } = {},
): Promise<SchemeInForce[]> {
  const versions = await read(db, await approvedVersions(db, on === undefined ? {} : { on }));
  return versions.sort((a, b) => lengthOf(a) - lengthOf(b));
}

const lengths = ['year', 'halfYear', 'quarter', 'month'];

function lengthOf({ scheme: { period } }: SchemeInForce): number {
  return lengths.indexOf(period);
}

/** The approved version of a line that holds for a whole period, as the kernel asks; else undefined. */
export async function schemeOf(
  db: Queries,
  line: string,
  period: PeriodId,
): Promise<SchemeInForce | undefined> {
  const versions = await approvedVersions(db, { line });
  const [first, last] = [firstDay(period), lastDay(period)];
  const fitting = versions.filter(
    ({ effective_from: from, effective_to: to }) =>
      from !== null && to !== null && from <= first && last <= to,
  );
  const [found] = await read(db, fitting.slice(-1));
  return found;
}

/** The town's catalogue of facts, in its order. */
export async function kindsOf(db: Queries): Promise<FactKind[]> {
  return factKind.array().parse(await kindRows(db));
}

/** A scheme that was adopted before it came into the program. */
export interface AdoptedScheme {
  readonly tenantId: string;
  /** The exact YAML text. */
  readonly source: string;
  /** Instant of the deed. */
  readonly now: string;
  readonly approved: {
    readonly decisionNo: string;
    readonly decidedBy: string;
    readonly decidedOn: string;
  };
  /** Account that did it; absent for the program itself. */
  readonly accountId?: string;
}

/**
 * Puts an adopted scheme into force without the way of a draft: for a demonstration, or a town that
 * begins with the scheme it has. @returns the id of the version. Refuses a text that cannot be read
 * or has no days, and a second approval of the same version.
 */
export async function putScheme(db: Queries, adopted: AdoptedScheme): Promise<string> {
  const { tenantId, source, approved, accountId = null, now } = adopted;
  const { value, findings } = readScheme(source);
  if (!value) throw schemeProblem('not-readable', { sentence: findings[0]?.sentence ?? '' });
  if (!value.effective) throw schemeProblem('effective-missing');
  const id = randomUUID();
  await insertVersion(db, {
    tenant_id: tenantId,
    id,
    ...headOf(value),
    source,
    source_sha256: sha256Of(source),
    state: 'approved',
    decision_no: approved.decisionNo,
    decided_by: approved.decidedBy,
    decided_on: approved.decidedOn,
    approved_by: accountId,
    approved_at: now,
    created_by: accountId,
    created_at: now,
    changed_by: accountId,
    changed_at: now,
  });
  return id;
}

/** Writes kinds into the catalogue; a code that is there gets its new description. */
export async function putKinds(
  db: Queries,
  { tenantId, kinds }: { tenantId: string; kinds: readonly FactKind[] },
): Promise<void> {
  const start = await nextKindPosition(db);
  for (const [index, kind] of kinds.entries()) {
    const { kind: code, formerly = [] } = kind;
    await writeKind(db, { tenantId, code, formerly, kind, position: start + index });
  }
}

/** What the columns of a version say of its text. */
export function headOf({ line, version, name, documentNo, effective }: Scheme) {
  return {
    line,
    version,
    name,
    document_no: documentNo ?? null,
    effective_from: effective?.from ?? null,
    effective_to: effective?.to ?? null,
  };
}

/** The hash by which a text is told from another, in hexadecimal digits. */
export function sha256Of(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}

interface ReadText {
  readonly scheme: Scheme;
  readonly source: string;
}

async function read(db: Queries, versions: readonly ListedVersion[]): Promise<SchemeInForce[]> {
  const unread = versions.filter(({ source_sha256: hash }) => !texts.has(hash));
  const sources = await sourcesOf(
    db,
    unread.map(({ id }) => id),
  );
  return versions.map((row) => {
    const text = texts.get(row.source_sha256) ?? remembered(row, sources.get(row.id) ?? '');
    return inForce(row, text);
  });
}

function inForce(row: ListedVersion, { scheme, source }: ReadText): SchemeInForce {
  return {
    id: row.id,
    line: row.line ?? '',
    version: row.version ?? '',
    from: row.effective_from ?? '',
    to: row.effective_to ?? '',
    decisionNo: row.decision_no ?? '',
    decidedOn: row.decided_on ?? '',
    scheme,
    source,
    sourceSha256: row.source_sha256,
  };
}

/** Read texts by their hash: reading one takes longer than all else a page asks. */
const texts = new Map<string, ReadText>();
const textsMax = 400;

function remembered({ id, source_sha256: hash }: ListedVersion, source: string): ReadText {
  const { value } = readScheme(source);
  if (!value) throw new Error(`the approved version ${id} cannot be read any more`);
  const [oldest] = texts.keys();
  if (texts.size >= textsMax && oldest !== undefined) texts.delete(oldest);
  const text = { scheme: value, source };
  texts.set(hash, text);
  return text;
}

/** The exact text of a version in any state, for a trial of it; undefined where there is none. */
export async function sourceOf(db: Queries, id: string): Promise<string | undefined> {
  return (await sourcesOf(db, [id])).get(id);
}

/** What the schemes in force on a day call their groups, by code; of two names the later scheme's. */
export async function groupNames(db: Queries, on: string): Promise<Record<string, string>> {
  const schemes = await schemesInForce(db, { on });
  const groups = schemes.flatMap(({ scheme }) => scheme.groups ?? []);
  return Object.fromEntries(groups.map(({ code, name }) => [code, name]));
}
