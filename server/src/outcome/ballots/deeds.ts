/** Counts of a vote are kept as the signed sheet says, and wait for review as facts of the ledger. */

import { randomUUID } from 'node:crypto';
import { type BallotCount, ballotFindings } from '@oneneedle/kernel';
import { requireEvidence, type UsesFor } from '../../evidence/index.ts';
import { type RoomEntry, recordEntries } from '../../ledger/index.ts';
import { actsInPlaceOf, type Ctx } from '../../platform/index.ts';
import { outcomeProblem } from '../problems.ts';
import { type OutcomeTown, outcomeTown, requireCome, signer } from '../town.ts';
import { type BallotKind, ballotKind } from './kinds.ts';
import { insertBallots, knownSubjects } from './store.ts';

interface Counted extends BallotCount {
  readonly subject: string;
}

interface Counts {
  readonly kind: string;
  readonly on: string;
  readonly tellers: readonly string[];
  readonly supervisors: readonly string[];
  readonly files: readonly string[];
  readonly rows: readonly Counted[];
}

/** Keeps all of them or none. */
export async function importBallots(
  ctx: Ctx,
  input: Counts,
  usesFor: UsesFor,
): Promise<{ count: number }> {
  const person = signer(ctx);
  const kind = await ballotKind(ctx.db, input.kind);
  const town = await outcomeTown(ctx);
  requireCome(input.on, town);
  await requireEvidence(ctx, input.files, usesFor);
  const sentences = findingsOf(input, { kind, town, known: await knownSubjects(ctx.db, input) });
  if (sentences.length > 0) throw outcomeProblem('ballots-wrong', { sentences });
  const rows = input.rows.map((row) => ({ ...row, id: randomUUID() }));
  await insertBallots(
    ctx.db,
    rows.map(({ id, subject, votes, ...figures }) => ({
      tenant_id: ctx.tenant.id,
      id,
      kind: input.kind,
      subject,
      voted_on: input.on,
      ...figures,
      votes: JSON.stringify(votes),
      tellers: [...input.tellers],
      supervisors: [...input.supervisors],
      entered_by: person,
      entered_at: ctx.now,
    })),
  );
  const inPlaceOf = actsInPlaceOf(ctx, ({ role }) => role === 'organisation');
  await recordEntries(
    ctx,
    rows.map((row) => ({ words: wordsOf(row, input, kind), inPlaceOf })),
  );
  return { count: rows.length };
}

function findingsOf(
  { rows, tellers, supervisors }: Counts,
  { kind, town, known }: { kind: BallotKind; town: OutcomeTown; known: ReadonlySet<string> },
): string[] {
  const { roster, named } = town;
  const codes = new Set((kind.isPerson ? roster.persons : roster.units).map(({ code }) => code));
  const both = tellers.filter((one) => supervisors.includes(one));
  const seen = new Set<string>();
  return [
    ...(both.length > 0 ? [`${both.join('、')}既计票又监票，要分开。`] : []),
    ...rows.flatMap((row) => {
      const { name } = named(row.subject);
      const strange = Object.keys(row.votes).filter((one) => !kind.options.includes(one));
      const isTwice = seen.has(row.subject) || known.has(row.subject);
      seen.add(row.subject);
      return [
        ...(codes.has(row.subject) ? [] : [`名册里没有“${row.subject}”。`]),
        ...(isTwice ? [`${name}这一次的计票已经有了，不能再录一次。`] : []),
        ...([...tellers, ...supervisors].includes(name)
          ? [`${name}是被测评的人，不能计票、监票。`]
          : []),
        ...strange.map((one) => `${name}：办法里没有“${one}”这一项。`),
        ...ballotFindings(row, kind.quorum).map((sentence) => `${name}：${sentence}`),
      ];
    }),
  ];
}

function wordsOf(
  row: Counted & { readonly id: string },
  { on, tellers, supervisors, files }: Counts,
  kind: BallotKind,
): RoomEntry['words'] {
  const all: Readonly<Record<string, number>> = {
    [kind.eligibleField]: row.eligible,
    [kind.presentField]: row.present,
    ...row.votes,
  };
  const isField = (name: string) => kind.fields.size === 0 || kind.fields.has(name);
  return {
    kind: kind.kind,
    about: [{ subject: row.subject, as: '' }],
    on,
    values: Object.fromEntries(
      Object.entries(all).flatMap(([name, votes]) =>
        isField(name) ? [[name, String(votes)]] : [],
      ),
    ),
    matter: `ballot/${row.id}`,
    tags: [],
    evidence: [],
    files: [...files],
    note: `发出 ${row.issued} 张，收回 ${row.returned} 张，无效 ${row.invalid} 张；计票 ${tellers.join('、')}，监票 ${supervisors.join('、')}。`,
  };
}
