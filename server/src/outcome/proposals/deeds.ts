/** Deeds on a proposal: permission, state, what the step needs, then the course and the one list. */

import { randomUUID } from 'node:crypto';
import type { ProposalAct, ProposalShown } from '@oneneedle/contract';
import {
  addDays,
  type IsoDate,
  isAdverse,
  isoDate,
  openProposalDeeds,
  proposalDays,
  proposalDeeds,
  proposalRefusal,
} from '@oneneedle/kernel';
import { citeEvidence, requireEvidence, type UsesFor } from '../../evidence/index.ts';
import { actsInPlaceOf, type Ctx, chinaDay, requireNoToken } from '../../platform/index.ts';
import { createItem, withdrawAsked } from '../../work/index.ts';
import { makeOutcomeNotice, requireBystanders, requireHanded } from '../notices/outcome-notices.ts';
import { outcomeProblem } from '../problems.ts';
import { requireCome, requireNotOwn, signer, workdaysAfter } from '../town.ts';
import {
  beforeCarryingOut,
  beforeDeciding,
  decidableFrom,
  guardrailsOf,
  isShown,
  type ProposalBook,
  placeOf,
  proposalBook,
  readsProposal,
  wordsOf,
} from './book.ts';
import { keepHearing, keepProposalLines } from './lines.ts';
import { readProposal } from './reading.ts';
import { findProposal, insertDeed, type ProposalRow, updateProposal } from './store.ts';

interface Acting {
  readonly id: string;
  readonly version: number;
  readonly act: ProposalAct;
}

/** Does a deed on a proposal as whoever acts last saw it. */
export async function actOnProposal(
  ctx: Ctx,
  { id, version, act }: Acting,
  usesFor: UsesFor,
): Promise<ProposalShown> {
  requireNoToken(ctx);
  const person = signer(ctx);
  const row = await findProposal(ctx.db, id, { hold: true });
  if (!row) throw outcomeProblem('proposal-unknown');
  const book = await proposalBook(ctx, row);
  if (!readsProposal(row, book.town)) throw outcomeProblem('proposal-unknown');
  if (row.version !== version) throw outcomeProblem('changed-meanwhile');
  requireOpen(ctx, book, act);
  const evidence = 'evidence' in act ? act.evidence : [];
  await requireEvidence(ctx, evidence, usesFor);
  const change = await changeBy(ctx, book, act);
  if (act.deed === 'revoke') await withdrawItem(ctx, book, act, usesFor);
  const rule = proposalDeeds[act.deed];
  const state = rule.to === 'same' ? row.state : rule.to;
  const words = await wordsBy(ctx, book, act);
  await insertDeed(ctx.db, {
    tenant_id: ctx.tenant.id,
    id: randomUUID(),
    proposal_id: id,
    seq: book.course.length + 1,
    deed: act.deed,
    from_state: row.state,
    to_state: state,
    account_id: ctx.actor.accountId,
    person,
    in_place_of: actsInPlaceOf(ctx, ({ role }) => role === 'leader' || role === 'organisation'),
    at: ctx.now,
    words: JSON.stringify(words),
    evidence: [...evidence],
  });
  await updateProposal(ctx.db, id, { ...change, state, version: version + 1 });
  await citeEvidence(ctx, { proposalId: id, evidenceIds: evidence, subjects: [row.subject] });
  await keepProposalLines(ctx, row);
  await keepHearing(ctx, { ...row, ...change, state });
  return readProposal(ctx, { id });
}

/** Refuses what is not theirs, not now, not about others, or stopped by a corrected ground. */
function requireOpen(ctx: Ctx, book: ProposalBook, { deed }: ProposalAct): void {
  const { row, capacities, town, latest } = book;
  const rule = proposalDeeds[deed];
  if (!rule.who.some((capacity) => capacities.includes(capacity)))
    throw outcomeProblem('not-yours');
  const why = proposalRefusal(deed, placeOf(book));
  if (why === 'corrected') throw outcomeProblem('ground-corrected');
  if (why === 'state' || !openProposalDeeds(placeOf(book), capacities).includes(deed)) {
    throw outcomeProblem('not-now');
  }
  if (latest > row.compared_edition && !rule.isOpenWhileCorrected) {
    throw outcomeProblem('edition-behind', { edition: latest });
  }
  if (rule.isJudging) requireNotOwn(ctx, row.subject, town);
}

/** What stands in the course: what was written, and the number of the notice that was made or handed over. */
async function wordsBy(ctx: Ctx, book: ProposalBook, act: ProposalAct): Promise<object> {
  const { deed: _, ...words } = act;
  if (act.deed === 'makeNotice') {
    return { number: (await makeOutcomeNotice(ctx, book, act)).number, ...words };
  }
  if (act.deed === 'handOver') {
    return { number: (await requireHanded(ctx, book, act)).number, ...words };
  }
  return words;
}

type Change = Partial<ProposalRow>;

/** What the deed changes beside the state; refuses what it does not bring. */
async function changeBy(ctx: Ctx, book: ProposalBook, act: ProposalAct): Promise<Change> {
  const { row, course, town, reversed, latest } = book;
  switch (act.deed) {
    case 'consider':
      requireCome(act.toldOn, town);
      if (act.toldOn < chinaDay(row.created_at)) throw outcomeProblem('told-early');
      return {
        due_on: workdaysAfter(town, town.today, proposalDays.decide),
        hear_until: isAdverse(row) ? hearUntil(book, isoDate(act.toldOn)) : null,
      };
    case 'state':
      requireSaidSince(book, act);
      if (row.subject !== town.reach.person && !town.reach.villages.has(row.subject)) {
        if (act.saidBy === '' || !isShown(act)) throw outcomeProblem('said-by-needed');
      }
      return {};
    case 'tick':
      requireCome(act.on, town);
      if (act.step >= row.procedure.length) throw outcomeProblem('no-such-step');
      if (wordsOf(course, 'tick').some(({ step }) => step === act.step)) {
        throw outcomeProblem('no-such-step');
      }
      return {};
    case 'attach': {
      if (act.paper >= row.papers.length) throw outcomeProblem('no-such-step');
      const isThere = act.where !== '' || act.evidence.length > 0;
      if (isThere === act.isLater) throw outcomeProblem('paper-how');
      return {};
    }
    case 'decide':
      return decision(ctx, book, act);
    case 'talk':
      if (row.kind !== 'talk') throw outcomeProblem('wrong-kind', { name: row.name });
      requireCome(act.on, town);
      requireSigned(act);
      if (act.signed === 'refused') requireBystanders(ctx, book, [act.witness], [act.with]);
      if (!town.roster.persons.some(({ code }) => code === act.by)) {
        throw outcomeProblem('somebody-unknown', { code: act.by });
      }
      return {};
    case 'makeNotice':
      return {};
    case 'handOver':
      requireCome(act.on, town);
      return {};
    case 'carryOut': {
      requireCome(act.on, town);
      const sentences = beforeCarryingOut(book);
      if (sentences.length > 0) throw outcomeProblem('in-the-way', { sentences });
      return { due_on: workdaysAfter(town, town.today, proposalDays.review) };
    }
    case 'review':
      if (course.some(({ deed, person }) => deed === 'carryOut' && person === ctx.actor.person)) {
        throw outcomeProblem('reviewer-carried-out');
      }
      return { due_on: null };
    case 'keepGround':
      return { ground: 'stands', let_stand: [...reversed], compared_edition: latest };
    default:
      return { due_on: null };
  }
}

/** What was to be mended by a decision that is revoked is asked of nobody any more. */
async function withdrawItem(
  ctx: Ctx,
  { row }: ProposalBook,
  { documentNo, reason }: Extract<ProposalAct, { deed: 'revoke' }>,
  usesFor: UsesFor,
): Promise<void> {
  if (row.item_id === null) return;
  const note = `整改的决定已经撤销（${documentNo}）：${reason}`.slice(0, 1000);
  await withdrawAsked(ctx, { id: row.item_id, note }, usesFor);
}

/** Nobody decides what they put forward themselves, or what somebody did in whose place they stand. */
function requireOtherHand(ctx: Ctx, { course }: ProposalBook): void {
  const own = [ctx.actor.person, ...actsInPlaceOf(ctx, ({ role }) => role === 'leader')];
  const forward = course.filter(({ deed }) => deed === 'consider');
  const hands = forward.flatMap(({ person, in_place_of: absent }) => [person, ...absent]);
  if (hands.some((person) => person !== null && own.includes(person)))
    throw outcomeProblem('proposer-decides');
}

/** What deciding needs: nothing in the way, the law on its side, and a day for what is to be mended. */
async function decision(
  ctx: Ctx,
  book: ProposalBook,
  act: Extract<ProposalAct, { deed: 'decide' }>,
): Promise<Change> {
  const { row, town } = book;
  requireCome(act.decidedOn, town);
  requireOtherHand(ctx, book);
  const against = guardrailsOf(book, act.groundDocument);
  if (against.length > 0) throw outcomeProblem('guardrail', { sentences: against });
  const sentences = beforeDeciding(book);
  if (sentences.length > 0) throw outcomeProblem('in-the-way', { sentences });
  const from = decidableFrom(book);
  if (from !== undefined && act.decidedOn < from)
    throw outcomeProblem('decided-early', { day: from });
  const due = { due_on: workdaysAfter(town, town.today, proposalDays.carryOut) };
  if (row.kind !== 'rectification') {
    if (act.rectification) throw outcomeProblem('wrong-kind', { name: row.name });
    return due;
  }
  if (!act.rectification) throw outcomeProblem('rectification-needed');
  const { requirement, lead, accountable, dueOn } = act.rectification;
  const name = town.named(row.subject).name;
  const made = await createItem(ctx, {
    form: 'supervised',
    title: `${row.name}：${name}`.slice(0, 60),
    requirement,
    lead,
    accountable,
    dueOn,
    units: row.class === null ? [row.subject] : [],
    source: {
      kind: 'meeting',
      on: act.decidedOn,
      no: act.documentNo,
      sentence: `${row.body}决定：${row.reason}`.slice(0, 200),
    },
    // The supervision office registers it and gives it its number.
    until: 'draft',
  });
  return { due_on: dueOn, item_id: made.id };
}

/** Without a calendar a week, so that nobody is decided about unheard. */
function hearUntil({ town }: ProposalBook, told: IsoDate): IsoDate {
  return workdaysAfter(town, told, proposalDays.state) ?? addDays(told, 7);
}

/** What somebody says of a proposal they say after they were told of it, and not tomorrow. */
function requireSaidSince(
  { course, town }: ProposalBook,
  { saidOn }: Extract<ProposalAct, { deed: 'state' }>,
): void {
  if (saidOn === undefined) return;
  requireCome(saidOn, town);
  const day = wordsOf(course, 'consider').at(-1)?.toldOn;
  if (day !== undefined && saidOn < day) throw outcomeProblem('said-early', { day });
}

function requireSigned({ signed, witness }: { signed: string; witness: string }): void {
  if (signed === 'refused' && witness === '') throw outcomeProblem('witness-needed');
}
