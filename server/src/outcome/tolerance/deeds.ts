/** 容错: applied for, examined, decided by a body. Nothing is deleted; where the scheme hears of it, a fact says so. */

import { randomUUID } from 'node:crypto';
import type { ToleranceShown } from '@oneneedle/contract';
import type { Fact } from '@oneneedle/kernel';
import { closeLines, openLine } from '../../desk/index.ts';
import { clausesOf, factsOf, recordEntries } from '../../ledger/index.ts';
import { actsInPlaceOf, type Ctx, requireNoToken } from '../../platform/index.ts';
import { schemesInForce } from '../../scheme/index.ts';
import { outcomeProblem } from '../problems.ts';
import {
  isConcerned,
  type OutcomeTown,
  outcomeTown,
  requireCome,
  requireNotOwn,
  signer,
  workdaysAfter,
} from '../town.ts';
import { readsTolerance, toleranceShown } from './reading.ts';
import {
  findTolerance,
  insertTolerance,
  isAsked,
  type ToleranceRow,
  updateTolerance,
} from './store.ts';

/** The kind of fact that a scheme hears where it lets tolerance waive something. */
export const toleranceKind = 'tolerance.granted';

/** Workdays within which it should be examined, and then decided. */
const stepWorkdays = 10;

interface Application {
  readonly factId: string;
  readonly subject: string;
  readonly said: string;
  readonly appliedOn: string;
}

/** Somebody asks for whom they are, speak for, or keep the file of. */
export async function applyTolerance(ctx: Ctx, input: Application): Promise<ToleranceShown> {
  const person = signer(ctx);
  const town = await outcomeTown(ctx);
  const { factId, subject, said, appliedOn } = input;
  if (!town.isProposer && !isConcerned(subject, town)) throw outcomeProblem('not-yours');
  requireCome(appliedOn, town);
  if (!(await factAbout(ctx, input))) throw outcomeProblem('fact-unknown', { id: factId });
  if (await isAsked(ctx.db, input)) throw outcomeProblem('tolerance-twice');
  const id = randomUUID();
  await insertTolerance(ctx.db, {
    tenant_id: ctx.tenant.id,
    id,
    fact_id: factId,
    subject,
    said,
    applied_on: appliedOn,
    applied_by_account: ctx.actor.accountId,
    applied_by: person,
    applied_at: ctx.now,
    state: 'applied',
    due_on: workdaysAfter(town, town.today, stepWorkdays),
  });
  return brought(ctx, id, town);
}

/** The posted fact that is meant, if it is about the subject and was not taken back. */
async function factAbout(
  { db }: Ctx,
  { factId, subject }: Pick<Application, 'factId' | 'subject'>,
): Promise<Fact | undefined> {
  const { facts } = await factsOf(db);
  if (facts.some(({ reverses }) => reverses === factId)) return undefined;
  return facts.find(
    ({ id, about, form }) =>
      id === factId && form !== 'result' && about.some((one) => one.subject === subject),
  );
}

interface Step {
  readonly id: string;
  readonly version: number;
}

async function heldTolerance(
  ctx: Ctx,
  { id, version }: Step,
  state: string,
): Promise<{ row: ToleranceRow; town: OutcomeTown; person: string }> {
  const person = signer(ctx);
  const town = await outcomeTown(ctx);
  const row = await findTolerance(ctx.db, id, { hold: true });
  if (!row || !readsTolerance(row, town)) throw outcomeProblem('tolerance-unknown');
  if (row.version !== version) throw outcomeProblem('changed-meanwhile');
  if (row.state !== state) throw outcomeProblem('not-now');
  return { row, town, person };
}

/** Says what was found; nobody examines their own request or their own matter. */
export async function examineTolerance(
  ctx: Ctx,
  input: Step & { readonly finding: string },
): Promise<ToleranceShown> {
  const { row, town, person } = await heldTolerance(ctx, input, 'applied');
  requireNotOwn(ctx, row.subject, town);
  if (row.applied_by === person) throw outcomeProblem('applicant-examines');
  await updateTolerance(ctx.db, row.id, {
    state: 'examined',
    examined_by: person,
    examined_on: town.today,
    finding: input.finding,
    due_on: workdaysAfter(town, town.today, stepWorkdays),
    version: row.version + 1,
  });
  return brought(ctx, row.id, town);
}

interface Decision extends Step {
  readonly result: 'exempt' | 'lighten' | 'none';
  readonly body: string;
  readonly documentNo: string;
  readonly decidedOn: string;
  readonly reason: string;
}

/** Writes down what the body decided. */
export async function decideTolerance(ctx: Ctx, input: Decision): Promise<ToleranceShown> {
  requireNoToken(ctx);
  const { row, town, person } = await heldTolerance(ctx, input, 'examined');
  requireNotOwn(ctx, row.subject, town);
  if ([row.applied_by, row.examined_by].includes(person)) throw outcomeProblem('examiner-decides');
  requireCome(input.decidedOn, town);
  const fact = await factAbout(ctx, { factId: row.fact_id, subject: row.subject });
  const isHeard = input.result !== 'none' && fact !== undefined && (await hearsOf(ctx, fact));
  if (isHeard) await recordTolerance(ctx, { fact, row, decision: input });
  await updateTolerance(ctx.db, row.id, {
    state: 'decided',
    result: input.result,
    body: input.body,
    document_no: input.documentNo,
    decided_on: input.decidedOn,
    decided_by: person,
    decided_at: ctx.now,
    reason: input.reason,
    is_heard: isHeard,
    due_on: null,
    version: row.version + 1,
  });
  return brought(ctx, row.id, town);
}

/** Whether a clause in force hears the fact and waives it by a companion of tolerance. */
async function hearsOf({ db }: Ctx, { kind, matter }: Fact): Promise<boolean> {
  if (matter === undefined) return false;
  return (await schemesInForce(db)).some(({ scheme }) =>
    clausesOf(scheme).some(
      ({ on = [], waive }) =>
        [on].flat().includes(kind) && JSON.stringify(waive ?? []).includes(`"${toleranceKind}"`),
    ),
  );
}

async function recordTolerance(
  ctx: Ctx,
  { fact, row, decision }: { fact: Fact; row: ToleranceRow; decision: Decision },
): Promise<void> {
  const { result, body, documentNo, decidedOn, reason } = decision;
  const words = {
    kind: toleranceKind,
    about: [{ subject: row.subject, as: '' }],
    on: decidedOn,
    values: { 认定: result === 'exempt' ? '免责' : '减责' },
    ...(fact.matter === undefined ? {} : { matter: fact.matter }),
    doc: { no: documentNo, body, date: decidedOn },
    tags: [],
    evidence: [],
    files: [],
    note: reason,
  };
  const inPlaceOf = actsInPlaceOf(ctx, ({ role }) => role === 'leader');
  await recordEntries(ctx, [{ words, inPlaceOf }]);
}

async function brought(ctx: Ctx, id: string, town: OutcomeTown): Promise<ToleranceShown> {
  const row = await findTolerance(ctx.db, id);
  if (!row) throw outcomeProblem('tolerance-unknown');
  const matter = { room: 'outcome', kind: 'tolerance', about: id };
  if (row.state === 'decided') await closeLines(ctx, matter);
  else
    await openLine(ctx, {
      ...matter,
      title: `容错申请：${town.named(row.subject).name}，${row.state === 'applied' ? '待核查' : '待决定'}`,
      roles: [row.state === 'applied' ? 'organisation' : 'leader'],
      isWithheld: true,
      ...(row.due_on === null ? {} : { dueOn: row.due_on }),
      address: '/results/tolerance',
    });
  return toleranceShown(ctx, row, town);
}
