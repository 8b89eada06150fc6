/**
 * Brings a sheet to the town: the writing, then each photo in parts, then the word that it is handed
 * in. It may be broken off anywhere, run twice at once, or hear no reply: begun again, it goes on from
 * what the town has. It knows no browser, so that the test of random sequences runs it as it is.
 */

import type { ArrivingSheet, KeptSheet, SavedSheet, SheetReceipt } from '@oneneedle/contract';
import { sheetDigest } from '@oneneedle/kernel';
import { arrivingOf, type Draft, keepingThis, knowing, takingOther } from './draft.ts';

/** What the device keeps. `change` reads and writes in one step, whoever else writes at the time. */
export interface Keeper {
  draft(id: string): Promise<Draft | undefined>;
  change(id: string, change: (draft: Draft) => Draft): Promise<Draft | undefined>;
  photo(sheet: string, sha256: string): Promise<Uint8Array | undefined>;
  dropPhoto(sheet: string, sha256: string): Promise<void>;
}

/** What is asked of the town. Each may throw `Refused`, or `Away` where no reply came. */
export interface Town {
  save(sheet: string, arriving: ArrivingSheet): Promise<SavedSheet>;
  /** Brings the bytes of a photo. @returns the id of the evidence that it became */
  bring(
    draft: Draft,
    photo: Draft['content']['photos'][number],
    bytes: Uint8Array,
  ): Promise<string>;
  attach(sheet: string, sha256: string, evidenceId: string): Promise<void>;
  send(sheet: string, writing: { revision: number; digest: string }): Promise<SheetReceipt>;
}

/** A rule of the town says no. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  readonly data: { readonly kept?: KeptSheet } & Record<string, unknown>;

  constructor(status: number, code: string, text: string, data: Refused['data'] = {}) {
    super(text);
    this.status = status;
    this.code = code;
    this.data = data;
  }
}

/** The network or the server was away: the same again may succeed. */
export class Away extends Error {}

export type Ended = 'sent' | 'saved' | 'away' | 'signIn' | 'twoVersions' | 'trouble';

interface Parts {
  readonly keeper: Keeper;
  readonly town: Town;
  readonly now: () => string;
}

/** How often a sheet that is written on while it goes is begun anew. */
const roundsMost = 20;

/** Brings one sheet as far as it goes. */
export async function bringSheet(id: string, parts: Parts): Promise<Ended> {
  try {
    for (let round = 0; round < roundsMost; round += 1) {
      const ended = await onePass(id, parts);
      if (ended !== 'again') return ended;
    }
    return 'away';
  } catch (error) {
    return meet(id, error, parts);
  }
}

async function onePass(id: string, { keeper, town, now }: Parts): Promise<Ended | 'again'> {
  // What is about to be sent is remembered first: its reply may be lost with this very process.
  const draft = await keeper.change(id, (one) =>
    one.receipt ? one : knowing(one, sheetDigest(one.content)),
  );
  if (!draft) return 'saved';
  if (draft.receipt) return 'sent';
  if (draft.other) return 'twoVersions';
  const arriving = arrivingOf(draft, now());
  const saved = await town.save(id, arriving);
  if (saved.outcome === 'older') return metOlder(draft, saved, keeper);
  await keeper.change(id, (one) => acknowledging(one, saved));
  for (const sha256 of saved.missing) await bringPhoto(draft, sha256, { keeper, town });
  const still = await keeper.draft(id);
  if (!still || sheetDigest(still.content) !== saved.digest) return 'again';
  if (!still.wantsSend) return 'saved';
  const receipt = await town.send(id, { revision: saved.revision, digest: saved.digest });
  await keeper.change(id, (one) => ({ ...one, receipt, wantsSend: false }));
  // Only what the town has acknowledged by its hash leaves the device.
  for (const { sha256 } of receipt.photos) await keeper.dropPhoto(id, sha256);
  return 'sent';
}

/** The other writing is replaced by now, if there was one: what is written next follows this. */
function acknowledging(draft: Draft, { digest, revision }: SavedSheet): Draft {
  const { insteadOf: _, trouble: __, ...rest } = draft;
  return { ...rest, acknowledged: { revision, digest } };
}

/** A newer one is there: our own, whose reply was lost, or one that was written elsewhere. */
async function metOlder(draft: Draft, saved: SavedSheet, keeper: Keeper): Promise<Ended | 'again'> {
  const { digest, kept, revision } = saved;
  const now = await keeper.draft(draft.id);
  if (now?.tried.includes(digest)) {
    await keeper.change(draft.id, (one) => ({
      ...one,
      revision: Math.max(one.revision, revision + 1),
    }));
    return 'again';
  }
  if (!kept) return 'again';
  const isSent = saved.state !== 'draft';
  await keeper.change(draft.id, (one) => ({ ...one, other: { kept, isSent }, wantsSend: false }));
  return 'twoVersions';
}

async function bringPhoto(
  draft: Draft,
  sha256: string,
  { keeper, town }: Pick<Parts, 'keeper' | 'town'>,
): Promise<void> {
  const photo = draft.content.photos.find((one) => one.sha256 === sha256);
  if (!photo) return;
  const bytes = await keeper.photo(draft.id, sha256);
  if (!bytes) throw new Refused(410, 'field.photo-lost', photo.name);
  const evidenceId = await town.bring(draft, photo, bytes);
  try {
    await town.attach(draft.id, sha256, evidenceId);
  } catch (error) {
    // It was taken off the sheet meanwhile: the next pass knows.
    if (!(error instanceof Refused && error.code === 'sheets.photo-unlisted')) throw error;
  }
}

/** What a sheet that did not get there is told. */
async function meet(id: string, error: unknown, parts: Parts): Promise<Ended> {
  if (error instanceof Away) return 'away';
  if (!(error instanceof Refused)) throw error;
  if (error.status === 401) return 'signIn';
  const { kept } = error.data;
  if (kept) {
    const isSent = error.code === 'sheets.sent-already';
    await parts.keeper.change(id, (one) => ({ ...one, other: { kept, isSent }, wantsSend: false }));
    return 'twoVersions';
  }
  // What another tab changed between saving and sending is simply brought again.
  if (error.code === 'sheets.other-writing' || error.code === 'sheets.photos-missing')
    return 'away';
  const trouble = { code: error.code, text: error.message };
  await parts.keeper.change(id, (one) => ({ ...one, trouble, wantsSend: false }));
  return 'trouble';
}

/** Chooses between two writings; whichever is not chosen stays in the course of the sheet. */
export async function chooseWriting(
  id: string,
  wanted: 'this' | 'other',
  { keeper, now, town }: Parts,
): Promise<void> {
  const draft = await keeper.draft(id);
  if (!draft?.other || draft.other.isSent) return;
  if (wanted === 'this') {
    await keeper.change(id, keepingThis);
    return;
  }
  const mine = knowing(keepingThis(draft), sheetDigest(draft.content));
  const saved = await town.save(id, arrivingOf(mine, now()));
  await keeper.change(id, (one) => takingOther(one, saved));
}
