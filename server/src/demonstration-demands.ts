/**
 * What the offices of a demonstration township asked of its villages: through the gate itself, each
 * at its own time, so that findings and counts are those that the gate would have given.
 */

import { isoDate, readShape, type Unit } from '@oneneedle/kernel';
import { z } from 'zod';
import { putKnownFigures } from './org/index.ts';
import type { Ctx } from './platform/index.ts';
import {
  addSign,
  askDemand,
  bookDemand,
  idleGroup,
  limitSigns,
  mergeDemand,
  overrideDemand,
  putDutyEntries,
  putSigns,
  sendDemand,
  withdrawDemand,
} from './work/index.ts';

const words = z.string();
const demandShape = z.strictObject({
  at: words,
  user: words,
  office: words,
  title: words,
  units: z.union([words, z.array(words)]),
  kind: z.enum(['form', 'inspection', 'meeting']).optional(),
  booked: z.enum(['telephone', 'chat', 'inPerson', 'paper']).optional(),
  entry: words.optional(),
  data: z.array(words).default([]),
  purpose: words.default(''),
  basis: words.default(''),
  due: words.optional(),
  clock: words.optional(),
  /** What became of it. */
  end: z.enum(['sent', 'wait', 'allow', 'refuse', 'merge', 'withdraw']).optional(),
  why: words.default(''),
  into: words.default(''),
});

const signShape = z.strictObject({
  units: z.union([words, z.array(words)]),
  kind: z.enum(['sign', 'group']),
  name: words,
  office: words,
  /** The document that allows it. */
  kept: words.default(''),
  since: words.optional(),
  counted: words,
  ended: words.optional(),
  how: words.default(''),
  /** A day on which somebody calls the group idle. */
  idle: words.optional(),
});

const fileShape = z.strictObject({
  signs: z.array(signShape).default([]),
  limits: z
    .array(z.strictObject({ kind: z.enum(['sign', 'group']), allowed: words, document: words }))
    .default([]),
  duties: z.array(
    z.strictObject({
      code: words,
      list: z.enum(['own', 'assist', 'barred']),
      offices: z.array(words),
      title: words,
      basis: words,
    }),
  ),
  figures: z.array(
    z.strictObject({
      name: words,
      measure: words,
      asOf: words,
      source: words,
      values: z.record(words, words),
    }),
  ),
  demands: z.array(demandShape),
});

/** The file of a township; nothing where it has none. */
export type DemandFile = z.infer<typeof fileShape>;

type DemandRow = DemandFile['demands'][number];

/** Reads `demands.yaml`; a row that cannot be read is a bug of ours. */
export function readDemandFile(text: string): DemandFile {
  if (text.trim() === '[]')
    return readShape('{ duties: [], figures: [], demands: [] }', fileShape).value as DemandFile;
  const { value, findings } = readShape(text, fileShape);
  if (!value) throw new Error(`demands.yaml: ${JSON.stringify(findings.slice(0, 3))}`);
  return value;
}

interface Loading {
  /** The context that the gate would give this person at this instant. */
  contextOf(user: string, now: string): Promise<Ctx>;
  readonly units: readonly Unit[];
  /** Who lets through or refuses. */
  readonly leader: string;
  /** Who counts signs and work groups. */
  readonly counter: string;
}

/** Keeps the lists, then asks one thing after the other. */
export async function loadDemands(file: DemandFile, loading: Loading): Promise<void> {
  const [first] = file.demands;
  if (!first) return;
  const { db, tenant } = await loading.contextOf(first.user, instantOf(first.at));
  await putDutyEntries(db, tenant.id, file.duties);
  await putKnownFigures(
    db,
    tenant.id,
    file.figures.flatMap(({ values, asOf, ...figure }) =>
      Object.entries(values).map(([unit, value]) => {
        return { ...figure, unit, value, asOf: isoDate(asOf) };
      }),
    ),
  );
  await loadSigns(file, loading);
  const ids = new Map<string, string>();
  for (const row of file.demands) {
    ids.set(row.title, await loadDemand(row, { ...loading, into: ids.get(row.into) ?? '' }));
  }
}

/** What hangs at the villages and which groups there are, as the supervision office counted it. */
async function loadSigns({ signs, limits }: DemandFile, loading: Loading): Promise<void> {
  for (const { units, kind, name, office, kept, since, counted, ended, how, idle } of signs) {
    const ctx = await loading.contextOf(loading.counter, instantOf(`${idle ?? counted} 09:00`));
    const basis = kept;
    for (const unit of unitsOf(units, loading.units, counted)) {
      const said = { unit, kind, name, office, basis, isKept: kept !== '' };
      if (idle !== undefined) {
        const { id } = await addSign(ctx, { ...said, countedOn: counted });
        await idleGroup(ctx, { id, isIdle: true });
        continue;
      }
      const days = {
        countedOn: isoDate(counted),
        ...(since === undefined ? {} : { sinceOn: isoDate(since) }),
        ...(ended === undefined ? {} : { endedOn: isoDate(ended) }),
      };
      await putSigns(ctx, [{ ...said, ...days, how, evidence: '' }]);
    }
  }
  const now = await loading.contextOf(loading.counter, instantOf('2026-01-20 10:00'));
  for (const { kind, allowed, document } of limits) {
    await limitSigns(now, { kind, limit: { allowed: Number(allowed), document } });
  }
}

async function loadDemand(row: DemandRow, loading: Loading & { into: string }): Promise<string> {
  const ctx = await loading.contextOf(row.user, instantOf(row.at));
  const units = unitsOf(row.units, loading.units, row.at.slice(0, 10));
  const said = {
    title: row.title,
    office: row.office,
    units,
    dataAsked: row.data,
    ...(row.entry === undefined ? {} : { dutyEntry: row.entry }),
    ...(row.due === undefined ? {} : { dueOn: row.due }),
    ...(row.clock === undefined ? {} : { dueClock: row.clock }),
  };
  if (row.booked !== undefined) {
    const [sentOn = '', sentClock = ''] = row.at.split(' ');
    return (await bookDemand(ctx, { ...said, channel: row.booked, sentOn, sentClock })).id;
  }
  const { id } = await askDemand(ctx, {
    ...said,
    kind: row.kind ?? 'form',
    purpose: row.purpose,
    basis: row.basis,
    channel: 'system',
    answers: { canLookUp: false, askedLately: false, canWait: false },
    askLeader: row.end !== 'sent',
    sendNow: row.end === 'sent',
  });
  await finish(row, { ctx, id, loading });
  return id;
}

async function finish(
  { end, why, user }: DemandRow,
  { ctx, id, loading }: { ctx: Ctx; id: string; loading: Loading & { into: string } },
): Promise<void> {
  const hourLater = new Date(Date.parse(ctx.now) + 3_600_000).toISOString();
  if (end === 'merge') await mergeDemand(ctx, { id, into: loading.into });
  if (end === 'withdraw') await withdrawDemand(ctx, { id, reason: why });
  if (end !== 'allow' && end !== 'refuse') return;
  const leader = await loading.contextOf(loading.leader, hourLater);
  await overrideDemand(leader, { id, outcome: end, reason: why });
  if (end === 'allow') await sendDemand(await loading.contextOf(user, hourLater), { id });
}

/** The villages that a row names: all of a day, those of a group, or by name. */
function unitsOf(said: string | readonly string[], units: readonly Unit[], day: string): string[] {
  if (typeof said !== 'string') return [...said];
  const isThere = ({ type, to }: Unit) => type === 'village' && (to === undefined || to >= day);
  const own = units.filter((unit) => isThere(unit) && (said === 'all' || unit.group === said));
  return own.map(({ code }) => code);
}

/** `2026-09-01 09:20` in China as an instant. */
function instantOf(at: string): string {
  return new Date(`${at.replace(' ', 'T')}:00+08:00`).toISOString();
}
