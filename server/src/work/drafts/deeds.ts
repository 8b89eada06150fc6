/** What a person does with a draft. Only here does a sentence become an item, and by nobody but them. */

import { randomUUID } from 'node:crypto';
import type { DocumentPage } from '@oneneedle/contract';
import { endedStates, type ItemState } from '@oneneedle/kernel';
import type { Ctx } from '../../platform/index.ts';
import { type ItemBook, itemBook, personOf } from '../items/book.ts';
import { createItem, type ItemSource, type NewItem } from '../items/create.ts';
import { reads } from '../items/reach.ts';
import { findItem } from '../items/store.ts';
import { stateWords } from '../items/words.ts';
import { readableDocument, readDocument, sentencesIn } from './actions.ts';
import { draftProblem } from './problems.ts';
import {
  type DocumentRow,
  type DraftRow,
  insertDraftDeeds,
  insertDrafts,
  lockDraft,
  updateDraft,
} from './store.ts';

type Deed = 'claim' | 'merge' | 'aside' | 'reopen' | 'split' | 'add';

/** What makes a draft an item. */
export interface Claim {
  readonly form: 'oneLine' | 'supervised';
  readonly title: string;
  readonly lead?: string | undefined;
  readonly accountable?: string | undefined;
  readonly units?: readonly string[] | undefined;
  readonly quantity?: string | undefined;
  readonly dueOn?: string | undefined;
}

interface Words {
  readonly id: string;
  readonly deed: Deed;
  readonly draft?: string | undefined;
  readonly version?: number | undefined;
  readonly reason?: string | undefined;
  readonly at?: number | undefined;
  readonly sentence?: number | undefined;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly item?: string | undefined;
  readonly claim?: Claim | undefined;
}

const deedNames: Readonly<Record<Deed, string>> = {
  claim: '立为事项',
  merge: '并入事项',
  aside: '不形成任务',
  reopen: '重新来办',
  split: '拆分',
  add: '另立草稿',
};

const stateNames: Readonly<Record<string, string>> = {
  open: '待办',
  claimed: '已立为事项',
  merged: '已并入事项',
  aside: '不形成任务',
  split: '已拆分',
};

/** Does one deed on a draft and shows the document as it stands then. */
export async function actOnDraft(ctx: Ctx, words: Words): Promise<DocumentPage> {
  personOf(ctx);
  const document = await readableDocument(ctx, words.id);
  if (words.deed === 'add') await add(ctx, document, words);
  else await change(ctx, document, words);
  return readDocument(ctx, { id: document.id });
}

async function change(ctx: Ctx, document: DocumentRow, words: Words): Promise<void> {
  const { deed } = words;
  const id = needed(words.draft, '草稿');
  const draft = await lockDraft(ctx.db, { document: document.id, id });
  if (!draft) throw draftProblem('draft-unknown');
  if (draft.version !== words.version) throw draftProblem('draft-changed');
  if (draft.state !== (deed === 'reopen' ? 'aside' : 'open')) {
    const state = stateNames[draft.state] ?? draft.state;
    throw draftProblem('draft-state', { state, deed: deedNames[deed] });
  }
  const done = await effectOf(ctx, { document, draft }, words);
  const version = draft.version + 1;
  await updateDraft(ctx.db, draft.id, { reason: null, item_id: null, ...done, version });
  const { state: to, reason: note } = { reason: null, ...done };
  await record(ctx, { draft: draft.id, seq: version, deed, to, note });
}

interface Place {
  readonly document: DocumentRow;
  readonly draft: DraftRow;
}

type Effect = Pick<DraftRow, 'state'> & Partial<Pick<DraftRow, 'reason' | 'item_id'>>;

async function effectOf(ctx: Ctx, place: Place, words: Words): Promise<Effect> {
  switch (words.deed) {
    case 'claim': {
      const item_id = await claimItem(ctx, place, needed(words.claim, '事项的内容'));
      return { state: 'claimed', item_id };
    }
    case 'merge':
      return { state: 'merged', item_id: await mergedWith(ctx, needed(words.item, '事项')) };
    case 'aside':
      return { state: 'aside', reason: needed(words.reason, '理由') };
    case 'split':
      await split(ctx, place, needed(words.at, '拆开的地方'));
      return { state: 'split' };
    default:
      return { state: 'open' };
  }
}

function needed<T>(value: T | undefined, word: string): NonNullable<T> {
  if (value === undefined || value === null || value === '') {
    throw draftProblem('draft-words', { missing: [word] });
  }
  return value;
}

async function claimItem(ctx: Ctx, { document, draft }: Place, claim: Claim): Promise<string> {
  const sentence = sentencesIn(document)[draft.sentence - 1]?.text ?? '';
  const made = await createClaimed(ctx, { document, sentence, claim });
  return made.id;
}

interface Claiming {
  readonly document: Heading;
  readonly sentence: string;
  readonly claim: Claim;
  /** Read once where many are claimed. */
  readonly book?: ItemBook;
}

/**
 * Makes the item of a claim; refuses what lacks a person or office, or both number and day. What asks
 * something of villages waits for the burden gate; what a withheld document says stays withheld.
 */
export async function createClaimed(ctx: Ctx, { document, sentence, claim, ...of }: Claiming) {
  const { form, title, lead, accountable, units, quantity, dueOn } = claim;
  const missing = missingIn(claim);
  if (missing.length > 0) throw draftProblem('draft-incomplete', { missing });
  const book = of.book ?? (await itemBook(ctx));
  const isWhole = lead !== undefined && accountable !== undefined && dueOn !== undefined;
  const isSlip = form === 'supervised' && book.reach.isSupervision;
  const item: NewItem = {
    form,
    title,
    // The supervision office numbers its slip at once; another office's waits for it.
    ...(isSlip ? { until: isWhole ? 'assigned' : 'registered' } : {}),
    lead,
    accountable,
    ...(units === undefined ? {} : { units }),
    dueOn,
    ...(quantity ? { requirement: `要办到：${quantity}` } : {}),
    ...(document.is_withheld ? { isWithheld: true } : {}),
    source: sourceOf(document, sentence),
  };
  return createItem(ctx, item, book);
}

/** What of who, what, and how many or when a claim leaves open. */
export function missingIn({
  lead,
  accountable,
  quantity,
  dueOn,
}: Omit<Claim, 'form' | 'title'>): string[] {
  return [
    ...(lead === undefined && accountable === undefined ? ['牵头单位或责任人'] : []),
    ...(!quantity && dueOn === undefined ? ['数量或者时限'] : []),
  ];
}

type Heading = Pick<DocumentRow, 'id' | 'kind' | 'title' | 'dated' | 'source' | 'is_withheld'>;

function sourceOf({ id, kind, title, dated, source }: Heading, sentence: string): ItemSource {
  return {
    kind: kind === 'minutes' || kind === 'speech' ? 'meeting' : 'document',
    document: source === '' ? title : `${title}（${source}）`.slice(0, 200),
    ...(dated === null ? {} : { on: dated }),
    sentence: sentence.slice(0, 2000),
    bench: id,
  };
}

async function mergedWith(ctx: Ctx, id: string): Promise<string> {
  const item = await findItem(ctx.db, id);
  const { reach } = await itemBook(ctx);
  if (!item || !reads(reach, item)) throw draftProblem('draft-item-unknown');
  // What has ended does nothing any more: the task of the sentence would be gone.
  if (endedStates.includes(item.state as ItemState)) {
    throw draftProblem('draft-item-ended', { state: stateWords[item.state as ItemState] });
  }
  return item.id;
}

async function split(ctx: Ctx, { document, draft }: Place, at: number): Promise<void> {
  const text = sentencesIn(document)[draft.sentence - 1]?.text ?? '';
  const [left, right] = [bare(text, draft.from_at, at), bare(text, at, draft.to_at)];
  if (left[0] >= left[1] || right[0] >= right[1]) throw draftProblem('draft-place');
  for (const [start, end] of [left, right]) {
    const id = randomUUID();
    await insertDrafts(ctx.db, [
      {
        ...said(draft),
        tenant_id: ctx.tenant.id,
        id,
        from_at: start,
        to_at: end,
        state: 'open',
        split_from: draft.id,
        created_at: ctx.now,
      },
    ]);
    await record(ctx, { draft: id, seq: 1, deed: 'split', to: 'open', note: null });
  }
}

/** A part of a sentence without the marks and spaces at its edges. */
function bare(text: string, from: number, to: number): readonly [number, number] {
  const marks = '，、；：。,;: 　';
  let [start, end] = [from, Math.min(to, text.length)];
  while (start < end && marks.includes(text.charAt(start))) start += 1;
  while (end > start && marks.includes(text.charAt(end - 1))) end -= 1;
  return [start, end];
}

function said({ document_id, sentence, said_actor, said_quantity, said_date, why }: DraftRow) {
  return { document_id, sentence, said_actor, said_quantity, said_date, why };
}

async function add(ctx: Ctx, document: DocumentRow, words: Words): Promise<void> {
  const number = needed(words.sentence, '句');
  const [from, to] = [needed(words.from, '选中的文字'), needed(words.to, '选中的文字')];
  const sentence = sentencesIn(document)[number - 1];
  const isWithin = sentence !== undefined && from < to && to <= sentence.text.length;
  if (!isWithin || sentence.text.slice(from, to).trim() === '') throw draftProblem('draft-place');
  const id = randomUUID();
  await insertDrafts(ctx.db, [
    {
      tenant_id: ctx.tenant.id,
      id,
      document_id: document.id,
      sentence: number,
      from_at: from,
      to_at: to,
      state: 'open',
      created_at: ctx.now,
    },
  ]);
  await record(ctx, { draft: id, seq: 1, deed: 'add', to: 'open', note: null });
}

interface Recorded {
  readonly draft: string;
  readonly seq: number;
  readonly deed: Deed;
  readonly to: string;
  readonly note: string | null;
}

async function record(ctx: Ctx, { draft, seq, deed, to, note }: Recorded): Promise<void> {
  await insertDraftDeeds(ctx.db, [
    {
      tenant_id: ctx.tenant.id,
      id: randomUUID(),
      draft_id: draft,
      seq,
      deed,
      to_state: to,
      account_id: ctx.actor.accountId,
      person: personOf(ctx),
      at: ctx.now,
      note,
    },
  ]);
}
