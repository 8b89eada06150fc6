/** Takes a file of a phone in, and says what became of it. Whatever is refused changes nothing. */

import { bringOne } from '../../../field/bring-all.ts';
import type { Draft } from '../../../field/draft.ts';
import { sheetFileEnding, takeFile } from '../../../field/sheet-file.ts';
import { dropDraft, keeper } from '../../../field/store.ts';
import { client } from '../../api/index.ts';

/** What became of a file. */
export interface Taken {
  readonly what:
    | 'new'
    | 'same'
    | 'newer'
    | 'older'
    | 'two'
    | 'sent'
    | 'away'
    | 'refused'
    | 'notOurs';
  /** Why it was refused, in the words of the town. */
  readonly why?: string;
  readonly isSpare?: boolean;
  /** It is on this computer and goes on here. */
  readonly goesOn?: string;
  /** Where its sheet is read. */
  readonly at?: { readonly round: string; readonly visit: string };
}

interface About {
  readonly town: string;
  readonly account: string;
}

/** The ending by which the files are chosen. */
export const fileEnding = sheetFileEnding;

/** Takes in one file. */
export async function takeIn(file: File, about: About): Promise<Taken> {
  const id = await idIn(file);
  const wasHere = id !== undefined && (await keeper.draft(id)) !== undefined;
  const before = id === undefined ? undefined : await inTown(about.town, id);
  const read = await takeFile(file, about).catch(() => undefined);
  if (!read) return { what: 'notOurs' };
  const draft = (await keeper.change(read.id, atOffice)) ?? read;
  const ended = await bringOne(draft);
  const now = (await keeper.draft(draft.id)) ?? draft;
  const letGo = async () => {
    if (!wasHere) await dropDraft(draft.id);
  };
  if (ended === 'trouble') {
    await letGo();
    return { what: 'refused', why: now.trouble?.text ?? '' };
  }
  if (ended === 'away' || ended === 'signIn') return { what: 'away', goesOn: draft.id };
  if (ended === 'twoVersions') return metOther(now, letGo);
  const kept = await inTown(about.town, draft.id);
  const isSent = ended === 'sent' || (kept !== undefined && kept.state !== 'draft');
  if (isSent) await letGo();
  return {
    what: before === undefined ? 'new' : before.digest === kept?.digest ? 'same' : 'newer',
    isSpare: kept?.isSpare ?? false,
    ...(isSent ? {} : { goesOn: draft.id }),
    at: { round: draft.visit.round, visit: draft.visit.id },
  };
}

/** The town has another writing: a later one of the same, or one that somebody must look at. */
async function metOther({ id, other, revision, visit }: Draft, letGo: () => Promise<void>) {
  const at = { round: visit.round, visit: visit.id };
  if (other && other.kept.revision > revision) {
    await letGo();
    return { what: 'older', at } as const;
  }
  if (!other?.isSent) return { what: 'two', goesOn: id, at } as const;
  await letGo();
  return { what: 'sent', at } as const;
}

/** A file brought here is a file whoever brings it; a receipt in it proves nothing. */
function atOffice(draft: Draft): Draft {
  const { receipt: _, trouble: __, other: ___, ...rest } = draft;
  return { ...rest, origin: draft.origin === 'field' ? 'file' : draft.origin };
}

async function idIn(file: File): Promise<string | undefined> {
  try {
    const read = JSON.parse(await file.text()) as { draft?: { id?: unknown } };
    return typeof read.draft?.id === 'string' ? read.draft.id : undefined;
  } catch {
    return undefined;
  }
}

/** What the town has of it, as far as the asker reads it. */
function inTown(town: string, sheetId: string) {
  return client.sheets.one({ town, sheetId }).catch(() => undefined);
}
