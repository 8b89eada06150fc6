/** What is done about findings: sent out as items, looked at again by another person, taken off. */

import { randomUUID } from 'node:crypto';
import {
  type DemandAnswers,
  dueOfFinding,
  type FindingSeverity,
  isoDate,
  notBefore,
} from '@oneneedle/kernel';
import { closeLines } from '../../desk/index.ts';
import { citeEvidence, requireEvidence, type UsesFor } from '../../evidence/index.ts';
import { calendarOf } from '../../org/index.ts';
import type { Ctx } from '../../platform/index.ts';
import { askDemand, askedItems, createItem, doDeed, workersOfItem } from '../../work/index.ts';
import { findSheet, photosOf } from '../sheets/store.ts';
import { findTemplate, linesOf, type TemplateRow } from '../templates/store.ts';
import { type InspectionTown, inspectionTown, plansFor, signer } from '../town.ts';
import { findingProblem } from './problems.ts';
import { distinguishes, readsFinding, sendsFor, wasThere } from './reach.ts';
import { findingsShown, readFinding } from './reading.ts';
import {
  type FoundRow,
  findFindings,
  insertFindingDeed,
  lockFindings,
  updateFinding,
} from './store.ts';

/** Workdays that the gate wants before anything is due in a village. */
const leastNotice = 2;

interface OfFinding {
  readonly id: string;
  readonly version: number;
}

interface Rectification {
  readonly findings: readonly OfFinding[];
  readonly basis: string;
  readonly dutyEntry?: string | undefined;
  readonly answers: DemandAnswers;
}

/** The same for every item, so that one demand at the gate covers them all. */
const requirement =
  '按现场表所列整改到位，不用拍照、不用另报材料；由没有参加检查、也没有参与整改的人上门复查。';

/**
 * Sends findings of one sheet out as items, one each, and asks the gate once for all of them. What the
 * gate clears goes out at once; what it stops waits for a word of a leader.
 */
export async function rectifyFindings(ctx: Ctx, asked: Rectification, usesFor: UsesFor) {
  const town = await inspectionTown(ctx);
  const found = await holdFindings(ctx, town, asked.findings);
  const [first] = found;
  const isOne = found.every(({ sheet_id: sheet }) => sheet === first?.sheet_id);
  if (!first || !isOne) throw findingProblem('sheets-differ');
  if (!sendsFor(ctx, first.office, town)) throw findingProblem('not-yours');
  if (found.some(({ state }) => state !== 'found')) throw findingProblem('not-now');
  const items = await itemsFor(ctx, town, found);
  const [about = '', ...also] = items.map(({ item }) => item);
  const page = await askDemand(ctx, {
    kind: 'item',
    about,
    also,
    title: `${town.named(first.village).name}${first.period}检查整改`,
    office: first.office,
    units: [first.village],
    purpose: '整改检查发现的问题，整改后由另外的人复查。',
    basis: asked.basis,
    dutyEntry: asked.dutyEntry,
    dataAsked: [],
    answers: asked.answers,
    channel: 'system',
    askLeader: true,
    sendNow: false,
  });
  const isStopped = page.state === 'stopped';
  for (const { item } of isStopped ? [] : items) {
    await doDeed(ctx, { id: item, version: 1, words: { deed: 'assign' } }, usesFor);
  }
  await closeWhenSent(ctx, first.sheet_id);
  const after = await findFindings(ctx.db, { ids: found.map(({ id }) => id) });
  return { rows: await findingsShown(ctx, town, after), isStopped };
}

/** Makes the items, the first due first: the gate judges by that day. */
async function itemsFor(ctx: Ctx, town: InspectionTown, found: readonly FoundRow[]) {
  const calendar = await calendarOf(ctx.db);
  const made: { readonly item: string }[] = [];
  for (const one of found) {
    const template = await templateOf(ctx, one);
    const line = linesOf(template).find(({ code }) => code === one.line);
    const dueOn = notBefore(calendar, town.today, isoDate(one.due_on), leastNotice);
    const { id: item } = await createItem(ctx, {
      form: 'oneLine',
      title: `整改${town.named(one.subject).name}${one.place}：${line?.group ?? ''}`.slice(0, 200),
      requirement,
      source: {
        kind: 'inspection',
        document: `${one.period}${template.name}`,
        on: one.found_on,
        sentence: line?.standard,
      },
      issuer: one.office,
      lead: one.village,
      units: [one.village],
      dueOn,
      ...(one.item_id === null ? {} : { follows: one.item_id }),
    });
    await updateFinding(ctx.db, one.id, { state: 'toRectify', item_id: item, due_on: dueOn });
    await insertFindingDeed(ctx.db, { ...deedOf(ctx, one.id, 'rectify'), item_id: item });
    made.push({ item });
  }
  return made;
}

/** The office has nothing more to send out of a sheet. */
async function closeWhenSent(ctx: Ctx, sheet: string): Promise<void> {
  const left = await findFindings(ctx.db, { sheet, states: ['found'] });
  if (left.length > 0) return;
  await closeLines(ctx, { room: 'inspection', kind: 'rectify', about: sheet });
}

interface Recheck extends OfFinding {
  readonly result: 'rectified' | 'notYet';
  readonly note: string;
  readonly evidence: readonly string[];
}

/** Somebody who neither inspected nor worked on it looks at it again, with a photo. */
export async function recheckFinding(ctx: Ctx, asked: Recheck, usesFor: UsesFor) {
  const town = await inspectionTown(ctx);
  const person = signer(ctx);
  const [finding] = await holdFindings(ctx, town, [asked]);
  if (!finding || !plansFor(ctx, finding.office, town)) throw findingProblem('not-yours');
  if (wasThere(ctx, finding)) throw findingProblem('own-inspection');
  const { item_id: item } = finding;
  if (finding.state !== 'toRectify' || item === null) throw findingProblem('not-now');
  const workers = await workersOfItem(ctx.db, item);
  if (workers.has(person)) throw findingProblem('own-work');
  const items = await askedItems(ctx.db, [item]);
  if (!items.get(item)?.isDone) throw findingProblem('item-open');
  const evidence = [...new Set(asked.evidence)];
  if (evidence.length === 0) throw findingProblem('photo-needed');
  if (asked.result === 'notYet' && asked.note.length < 2) throw findingProblem('note-needed');
  await requireEvidence(ctx, evidence, usesFor);
  const isRight = asked.result === 'rectified';
  await updateFinding(ctx.db, finding.id, {
    ...(isRight
      ? { state: 'rectified' }
      : { state: 'found', due_on: await dueAgain(ctx, town, finding) }),
    after: [...new Set([...finding.after, ...evidence])],
  });
  await insertFindingDeed(ctx.db, {
    ...deedOf(ctx, finding.id, 'recheck'),
    result: asked.result,
    note: asked.note === '' ? null : asked.note,
    evidence,
  });
  await citePhotos(ctx, finding);
  await closeAbout(ctx, finding.id);
  return readFinding(ctx, finding);
}

/** What is not right yet has a new day, counted by its severity from the day on which that was seen. */
async function dueAgain(ctx: Ctx, { today }: InspectionTown, { severity }: FoundRow) {
  const heard = { toldOn: today, finalOn: today };
  return dueOfFinding(await calendarOf(ctx.db), severity as FindingSeverity, heard).on;
}

/** Photos of before and after are read by whoever reads the sheet. */
async function citePhotos(ctx: Ctx, { sheet_id: sheetId, village }: FoundRow): Promise<void> {
  const sheet = await findSheet(ctx.db, sheetId);
  const found = await findFindings(ctx.db, { sheet: sheetId });
  const before = sheet ? photosOf(sheet).flatMap(({ evidenceId }) => evidenceId ?? []) : [];
  await citeEvidence(ctx, {
    sheetId,
    evidenceIds: [...before, ...found.flatMap(({ after }) => after)],
    subjects: [village],
  });
}

/** Takes a finding off, with a reason; not one that is sent out already. */
export async function dropFinding(ctx: Ctx, { note, ...asked }: OfFinding & { note: string }) {
  const town = await inspectionTown(ctx);
  const [finding] = await holdFindings(ctx, town, [asked]);
  if (!finding || !plansFor(ctx, finding.office, town)) throw findingProblem('not-yours');
  if (wasThere(ctx, finding)) throw findingProblem('own-inspection');
  if (finding.state !== 'found') throw findingProblem('not-now');
  await updateFinding(ctx.db, finding.id, { state: 'dropped' });
  await insertFindingDeed(ctx.db, { ...deedOf(ctx, finding.id, 'drop'), note });
  await closeAbout(ctx, finding.id);
  await closeWhenSent(ctx, finding.sheet_id);
  return readFinding(ctx, finding);
}

/** A person says that it is another place than the one it was held to repeat; the reason stays. */
export async function distinguishFinding(
  ctx: Ctx,
  { note, ...asked }: OfFinding & { note: string },
) {
  const town = await inspectionTown(ctx);
  const [finding] = await holdFindings(ctx, town, [asked]);
  if (!finding || !plansFor(ctx, finding.office, town)) throw findingProblem('not-yours');
  if (wasThere(ctx, finding)) throw findingProblem('own-inspection');
  if (!distinguishes(ctx, town, finding)) throw findingProblem('nothing-repeated');
  await updateFinding(ctx.db, finding.id, { repeats: null });
  // What was found is said anew, by a person: the course keeps both.
  await insertFindingDeed(ctx.db, { ...deedOf(ctx, finding.id, 'find'), note });
  return readFinding(ctx, finding);
}

async function closeAbout(ctx: Ctx, about: string): Promise<void> {
  for (const kind of ['finding-overdue', 'finding-recheck']) {
    await closeLines(ctx, { room: 'inspection', kind, about });
  }
}

/** Holds findings as they were read; those that the asker does not read are not there. */
async function holdFindings(
  ctx: Ctx,
  town: InspectionTown,
  asked: readonly OfFinding[],
): Promise<FoundRow[]> {
  signer(ctx);
  const ids = [...new Set(asked.map(({ id }) => id))];
  await lockFindings(ctx.db, ids);
  const found = await findFindings(ctx.db, { ids });
  const isWhole = found.length === ids.length;
  if (!isWhole || !found.every((one) => readsFinding(ctx, town, one))) {
    throw findingProblem('finding-unknown');
  }
  const version = new Map(asked.map((one) => [one.id, one.version]));
  if (found.some((one) => version.get(one.id) !== one.version)) {
    throw findingProblem('changed-meanwhile');
  }
  return found;
}

function deedOf(ctx: Ctx, finding: string, deed: 'find' | 'rectify' | 'recheck' | 'drop') {
  return {
    tenant_id: ctx.tenant.id,
    id: randomUUID(),
    finding_id: finding,
    deed,
    account_id: ctx.actor.accountId,
    person: signer(ctx),
    at: ctx.now,
  };
}

async function templateOf({ db }: Ctx, found: FoundRow): Promise<TemplateRow> {
  const version = { code: found.template, version: found.template_version };
  const template = await findTemplate(db, version);
  if (!template) throw new Error('a finding without its check sheet');
  return template;
}
