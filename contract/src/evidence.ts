/** What proves a fact: files that arrive in parts, are kept by their content and read by whom they concern. */

import { z } from 'zod';
import {
  done,
  instant,
  inTown,
  isoDate,
  line,
  prose,
  queryFlag,
  queryNumber,
  sha256,
  subjectCode,
  townInput,
  uuid,
} from './address.ts';
import { evidencePartBytes } from './constants.ts';

export const evidenceKind = z.enum(['picture', 'pdf', 'document', 'sheet', 'text']);

/** What people write about a file; it stands in no hash and may be erased. */
const description = {
  /** What it shows: 东溪村口垃圾堆放，3 处. */
  caption: z.string().trim().max(200),
  /** The day it was taken or made; of a photo the camera's day, if none is given. */
  takenOn: isoDate.optional(),
  /** Who took or made it. */
  takenBy: z.string().trim().max(80),
  note: prose,
};

const personal = ['name', 'caption', 'takenBy', 'note', 'reason'] as const;

/** A place as whole numbers of 1/10,000,000 degree (WGS 84); only where an inspector stamped it. */
const place = z.strictObject({ latE7: z.int(), lonE7: z.int() });

/** A piece of evidence. `storedSha256` is what facts cite; it stays when the file is redacted. */
export const evidenceItem = z.strictObject({
  id: uuid,
  name: z.string(),
  kind: evidenceKind,
  mediaType: z.string(),
  receivedSha256: sha256,
  storedSha256: sha256,
  /** Size of what is read now. */
  bytes: z.int(),
  hasPreview: z.boolean(),
  size: z.strictObject({ width: z.int(), height: z.int() }).optional(),
  /** By the camera's clock, which may be wrong; no time zone: `2026-03-06T10:11:12`. */
  takenAt: z.string().optional(),
  place: place.optional(),
  caption: z.string(),
  takenOn: isoDate.optional(),
  takenBy: z.string(),
  note: z.string(),
  addedAt: instant,
  /** Name of who brought it; empty where the account belongs to no person of the roster. */
  addedBy: z.string(),
  isMine: z.boolean(),
  /** How many facts and entries rest on it. */
  cited: z.strictObject({ facts: z.int(), entries: z.int() }),
  redacted: z.strictObject({ at: instant, reason: z.string() }).optional(),
});

const uploadState = z.strictObject({
  uploadId: uuid,
  name: z.string(),
  bytes: z.int(),
  /** Bytes that are here and safe: go on from there. */
  received: z.int(),
  partBytes: z.int(),
  /** Set once it is kept. */
  evidenceId: uuid.optional(),
});

const ofUpload = townInput({ uploadId: uuid });
const ofEvidence = townInput({ evidenceId: uuid });

export const evidence = {
  openUpload: inTown('POST', '/evidence/uploads', {
    summary:
      'Announces a file before it is sent: name, size, SHA-256, and that it holds no secret.',
    creates: true,
    personal,
  })
    .input(
      townInput({
        name: line,
        bytes: z.int().min(0),
        sha256,
        /** The sender says that it holds neither state secrets nor work secrets. */
        confirmed: z.boolean(),
        /** Keeps the place on an inspector's photo; otherwise it is thrown away. */
        stamp: z.boolean().optional(),
      }),
    )
    .output(uploadState),
  upload: inTown('GET', '/evidence/uploads/{uploadId}', {
    summary: 'How much of an announced file has arrived.',
  })
    .input(ofUpload)
    .output(uploadState),
  sendPart: inTown('POST', '/evidence/uploads/{uploadId}/parts', {
    summary: 'Sends a part of a file, as multipart/form-data; it begins where the last one ended.',
  })
    .input(
      townInput({
        uploadId: uuid,
        offset: queryNumber(999_999_999),
        part: z.file().max(evidencePartBytes),
      }),
    )
    .output(z.strictObject({ received: z.int() })),
  finishUpload: inTown('POST', '/evidence/uploads/{uploadId}/finish', {
    summary:
      'Has a complete file examined and kept. While that is under way the state is "examining": ask again, as a new request.',
    personal,
  })
    .input(townInput({ uploadId: uuid, ...description }))
    .output(
      z.discriminatedUnion('state', [
        z.strictObject({ state: z.literal('examining') }),
        z.strictObject({
          state: z.literal('kept'),
          evidence: evidenceItem,
          /** Sentences about what was put right. */
          notices: z.array(z.string()),
        }),
      ]),
    ),
  dropUpload: inTown('DELETE', '/evidence/uploads/{uploadId}', {
    summary: 'Forgets a file that is on its way.',
  })
    .input(ofUpload)
    .output(done),
  list: inTown('GET', '/evidence', { summary: 'Evidence, the newest first.' })
    .input(
      townInput({
        /** Words in name, caption, note or who took it. */
        words: z.string().trim().max(100).optional(),
        kind: evidenceKind.optional(),
        isMine: queryFlag.optional(),
        isCited: queryFlag.optional(),
        factId: subjectCode.optional(),
        entryId: subjectCode.optional(),
        takenFrom: isoDate.optional(),
        takenTo: isoDate.optional(),
        /** Goes on behind this piece of evidence. */
        after: uuid.optional(),
        limit: queryNumber(200).optional(),
      }),
    )
    .output(z.strictObject({ rows: z.array(evidenceItem), hasMore: z.boolean() })),
  one: inTown('GET', '/evidence/{evidenceId}', { summary: 'One piece of evidence.' })
    .input(ofEvidence)
    .output(evidenceItem),
  uses: inTown('GET', '/evidence/{evidenceId}/uses', {
    summary:
      'Which facts and entries rest on a piece of evidence, of those that the asker may see.',
  })
    .input(ofEvidence)
    .output(
      z.strictObject({
        rows: z.array(
          z.strictObject({
            citedBy: z.enum(['fact', 'entry', 'spot', 'item', 'sheet', 'proposal', 'display']),
            /** Number of the fact, or id of the entry. */
            id: z.string(),
            at: instant,
          }),
        ),
      }),
    ),
  file: inTown('GET', '/evidence/{evidenceId}/file', { summary: 'The file itself.' })
    .input(ofEvidence)
    .output(z.file()),
  preview: inTown('GET', '/evidence/{evidenceId}/preview', {
    summary: 'A small picture of a picture.',
  })
    .input(ofEvidence)
    .output(z.file()),
  describe: inTown('PATCH', '/evidence/{evidenceId}', {
    summary: 'Writes what it shows anew, as long as no fact rests on it.',
    personal,
  })
    .input(townInput({ evidenceId: uuid, ...description }))
    .output(evidenceItem),
  remove: inTown('DELETE', '/evidence/{evidenceId}', {
    summary: 'Takes away what nothing rests on.',
  })
    .input(ofEvidence)
    .output(done),
  redact: inTown('POST', '/evidence/{evidenceId}/redaction', {
    summary: 'Puts another picture in the place of this one; the hash that facts cite stays.',
    personal,
  })
    .input(townInput({ evidenceId: uuid, redactionId: uuid, reason: line }))
    .output(evidenceItem),
};
