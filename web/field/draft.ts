/** A sheet as the device keeps it, and what changes it. Nothing here knows a browser. */

import type { ArrivingSheet, FieldVisit, KeptSheet, SheetReceipt } from '@oneneedle/contract';
import { type ListedPhoto, type SheetContent, sheetDigest } from '@oneneedle/kernel';

/** A sheet on this device. */
export interface Draft {
  /** Made here, once: whatever arrives under it is the same sheet. */
  readonly id: string;
  readonly town: string;
  /** User name of whoever writes on this device. */
  readonly account: string;
  /** Code of the inspector whose sheet it is. */
  readonly person: string;
  readonly origin: ArrivingSheet['origin'];
  /** The visit as it was read when the sheet was begun: its check sheet stays that one. */
  readonly visit: FieldVisit;
  readonly content: SheetContent;
  /** Counts every saving. */
  readonly revision: number;
  /** Digests of writings that were sent or read, the latest last. */
  readonly tried: readonly string[];
  /** The writing that was looked at and not wanted. */
  readonly insteadOf?: string;
  /** What the town has acknowledged. */
  readonly acknowledged?: { readonly revision: number; readonly digest: string };
  /** Its writer pressed “send”: it goes by itself as soon as it can. */
  readonly wantsSend: boolean;
  /** Another writing of the same sheet, found in the town. */
  readonly other?: { readonly kept: KeptSheet; readonly isSent: boolean };
  /** Why it was not taken, in the words of the town. */
  readonly trouble?: { readonly code: string; readonly text: string };
  readonly receipt?: SheetReceipt;
  /** By the clock of the device. */
  readonly changedAt: string;
}

/** A blank sheet for a visit. */
export function newDraft(
  visit: FieldVisit,
  about: Pick<Draft, 'id' | 'town' | 'account' | 'person' | 'origin' | 'changedAt'>,
): Draft {
  const content: SheetContent = {
    visit: visit.id,
    templateVersion: visit.template.version,
    answers: {},
    statement: '',
    signature: 'none',
    photos: [],
  };
  return { ...about, visit, content, revision: 1, tried: [], wantsSend: false };
}

/** The sheet with something of it written anew; what was handed in stays as it is. */
export function written(
  draft: Draft,
  change: (content: SheetContent) => SheetContent,
  changedAt: string,
): Draft {
  if (draft.receipt || draft.other?.isSent) return draft;
  const content = change(draft.content);
  if (sheetDigest(content) === sheetDigest(draft.content)) return draft;
  const { trouble: _, ...rest } = draft;
  return { ...rest, content, revision: draft.revision + 1, wantsSend: false, changedAt };
}

/** Remembers a digest as one that this device knows; the oldest are forgotten. */
export function knowing(draft: Draft, digest: string): Draft {
  if (draft.tried.at(-1) === digest) return draft;
  const tried = [...draft.tried.filter((one) => one !== digest), digest];
  return { ...draft, tried: tried.slice(-60) };
}

/** The writing as it goes to the town. */
export function arrivingOf(draft: Draft, deviceNow: string): ArrivingSheet {
  const { content, insteadOf, origin, person, revision, tried } = draft;
  const digest = sheetDigest(content);
  return {
    ...(content as Pick<ArrivingSheet, keyof SheetContent>),
    revision,
    digest,
    after: tried.filter((one) => one !== digest),
    ...(insteadOf === undefined ? {} : { insteadOf }),
    origin,
    person,
    deviceNow,
  };
}

/** Goes on with what is here, instead of the other one, which stays in the course of the sheet. */
export function keepingThis(draft: Draft): Draft {
  const { other, ...rest } = draft;
  if (!other || other.isSent) return draft;
  const revision = Math.max(draft.revision, other.kept.revision) + 1;
  return { ...rest, revision, insteadOf: other.kept.digest };
}

/** Goes on with the other one; `mine` was brought to the town before and stays in the course. */
export function takingOther(draft: Draft, mine: { revision: number; digest: string }): Draft {
  const { other, ...rest } = draft;
  if (!other) return draft;
  const content = contentOf(other.kept);
  const known = knowing(knowing(rest, other.kept.digest), mine.digest);
  return { ...known, content, revision: mine.revision + 1, insteadOf: mine.digest };
}

/**
 * A file brings a sheet that is here already: whichever of the two follows the other stays; where
 * neither does, both are there to be looked at.
 */
export function joined(here: Draft, brought: Draft): Draft {
  const [mine, theirs] = [sheetDigest(here.content), sheetDigest(brought.content)];
  if (mine === theirs || here.tried.includes(theirs) || here.receipt) return here;
  const tried = [...new Set([...here.tried, ...brought.tried])].slice(-60);
  if (brought.tried.includes(mine)) {
    return { ...here, content: brought.content, revision: brought.revision, tried };
  }
  const kept = { ...brought.content, revision: brought.revision, digest: theirs } as KeptSheet;
  return { ...here, other: { kept, isSent: false } };
}

/** What a writing in the town says. */
export function contentOf(kept: KeptSheet): SheetContent {
  const { revision: _, digest: __, ...content } = kept;
  return content;
}

/** The photos of a line, or of one place of it. */
export function photosAt({ photos }: SheetContent, line: string, place?: string): ListedPhoto[] {
  return photos.filter(
    (photo) => photo.of === 'line' && photo.line === line && photo.place === place,
  );
}

/** How far a sheet is, in the order in which it goes. */
export type DraftStep = 'writing' | 'waiting' | 'twoVersions' | 'trouble' | 'sent';

export function stepOf(draft: Draft): DraftStep {
  if (draft.receipt) return 'sent';
  if (draft.other) return 'twoVersions';
  if (draft.trouble) return 'trouble';
  return draft.wantsSend ? 'waiting' : 'writing';
}
