/** Proposals are taken from an edition by a person; what a later edition no longer bears out waits. */

import { randomUUID } from 'node:crypto';
import { type Proposal, proposalDays } from '@oneneedle/kernel';
import {
  type AssessmentNeeds,
  type ConcludedSubject,
  type Conclusions,
  concludedEdition,
} from '../../assessment/index.ts';
import type { Ctx } from '../../platform/index.ts';
import { type GradedEdition, gradedEdition, type PeriodNamed } from '../grades/reading.ts';
import { outcomeProblem } from '../problems.ts';
import { signer, workdaysAfter } from '../town.ts';
import { keepProposalLines } from './lines.ts';
import {
  deedsOf,
  holdDrawing,
  insertDeed,
  insertProposals,
  lockProposals,
  type ProposalRow,
  updateProposal,
} from './store.ts';

const ended: readonly string[] = ['declined', 'revoked'];

/**
 * Takes what the scheme proposes from the latest edition. Asked again it adds nothing; after a
 * corrected edition it adds what is new and marks what lost its ground. Grades come first.
 */
export async function drawProposals(needs: AssessmentNeeds, ctx: Ctx, named: PeriodNamed) {
  signer(ctx);
  await holdDrawing(ctx.db, ctx.tenant.id);
  const found = await gradedEdition(needs, ctx, named);
  const { edition, decided, row } = found;
  if (found.conclusions.order.length > 0 && !decided) {
    throw outcomeProblem('grades-undecided', { label: row.label });
  }
  const conclusions = await byDecision(needs, ctx, found);
  const old = await lockProposals(ctx.db, named);
  const wanted = conclusions.subjects.flatMap((subject) =>
    subject.proposals.map((proposal) => ({ subject, proposal })),
  );
  const isMeant = (one: ProposalRow, { subject, proposal }: (typeof wanted)[number]) =>
    one.subject === subject.code &&
    one.code === proposal.code &&
    (one.edition === edition || !ended.includes(one.state));
  const fresh = wanted.filter((want) => !old.some((one) => isMeant(one, want)));
  await insertProposals(
    ctx.db,
    fresh.map(({ subject, proposal }) => rowOf(ctx, found, { subject, proposal })),
  );
  const behind = old.filter((one) => one.compared_edition < edition && !ended.includes(one.state));
  const lost = behind.filter((one) => !wanted.some((want) => isMeant(one, want)));
  for (const one of behind) {
    const ground = lost.includes(one) ? { ground: 'corrected', version: one.version + 1 } : {};
    await updateProposal(ctx.db, one.id, { compared_edition: edition, ...ground });
  }
  for (const one of lost) await noteCorrection(ctx, one, edition);
  await keepProposalLines(ctx, named);
  return { added: fresh.length, kept: wanted.length - fresh.length, corrected: lost.length };
}

/** What follows from the grades as they were decided, not as they were worked out. */
async function byDecision(
  needs: AssessmentNeeds,
  ctx: Ctx,
  { row, conclusions, decided }: GradedEdition,
): Promise<Conclusions> {
  if (!decided) return conclusions;
  const grades = Object.fromEntries(decided.grades.map(({ subject, grade }) => [subject, grade]));
  const found = await concludedEdition(needs, ctx, row, grades);
  return found?.conclusions ?? conclusions;
}

function rowOf(
  ctx: Ctx,
  { edition, row, town }: GradedEdition,
  { subject, proposal }: { subject: ConcludedSubject; proposal: Proposal },
) {
  return {
    tenant_id: ctx.tenant.id,
    id: randomUUID(),
    line: row.line,
    period: row.period,
    edition,
    compared_edition: edition,
    subject: subject.code,
    class: subject.class ?? null,
    code: proposal.code,
    name: proposal.name,
    kind: proposal.kind,
    reason: proposal.reason,
    body: proposal.body,
    basis: proposal.basis,
    procedure: [...proposal.procedure],
    papers: [...proposal.papers],
    fact_ids: [...proposal.factIds],
    state: 'proposed',
    due_on: workdaysAfter(town, town.today, proposalDays.consider),
    created_at: ctx.now,
  };
}

/** The course tells what took the ground away; nobody's name stands under it. */
async function noteCorrection(ctx: Ctx, one: ProposalRow, edition: number): Promise<void> {
  const course = await deedsOf(ctx.db, one.id);
  await insertDeed(ctx.db, {
    tenant_id: ctx.tenant.id,
    id: randomUUID(),
    proposal_id: one.id,
    seq: course.length + 1,
    deed: 'corrected',
    from_state: one.state,
    to_state: one.state,
    at: ctx.now,
    words: JSON.stringify({ edition: String(edition) }),
  });
}
