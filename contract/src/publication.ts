/** What of each period is published: editions, until when one may object, where they hang. */

import { z } from 'zod';
import {
  done,
  instant,
  inTown,
  isoDate,
  line,
  periodId,
  prose,
  sha256,
  subjectCode,
  townInput,
  uuid,
} from './address.ts';
import { periodState } from './assessment.ts';

const schemeLine = z.string().min(1).max(80);
const inPeriod = { line: schemeLine, period: periodId };

/** A published edition in a few words, wherever a list names it. */
const editionBrief = z.strictObject({
  edition: z.int(),
  postedOn: isoDate,
  /** Last day to object. */
  objectUntil: isoDate,
  receiptCode: z.string(),
});

const periodBrief = {
  line: z.string(),
  schemeName: z.string(),
  period: periodId,
  label: z.string(),
  from: isoDate,
  to: isoDate,
  state: periodState,
};

const publishedPeriod = z.strictObject({
  ...periodBrief,
  /** Lists of persons are read in the office alone. */
  audience: z.enum(['public', 'internal']),
  /** The latest published edition. */
  published: editionBrief.optional(),
});

const caution = z.strictObject({ code: z.string(), sentence: z.string() });
const override = z.strictObject({ ...caution.shape, reason: prose.min(1) });
const decision = z.strictObject({ body: line, no: line, on: isoDate });
const secrecy = z.strictObject({ by: line, on: isoDate });
const objectTo = z.strictObject({
  office: line.optional(),
  person: line,
  telephone: line,
  place: line,
});
/** 落款: the publishing body as it signs, and the day. */
const signature = z.strictObject({ by: line, on: isoDate });

const place = z.strictObject({ total: z.string(), rank: z.int().optional() });
const change = z.strictObject({
  subject: subjectCode,
  name: z.string(),
  old: place.optional(),
  new: place.optional(),
  /** The reversals and new facts that made the difference, each in a sentence. */
  why: z.array(z.string()),
});

const display = z.strictObject({
  id: uuid,
  edition: z.int(),
  place: z.string(),
  postedOn: isoDate,
  postedBy: z.string(),
  photo: uuid.optional(),
  /** The asker may write when it came down. */
  mayEnd: z.boolean(),
  takenDownOn: isoDate.optional(),
});

const edition = z.strictObject({
  ...editionBrief.shape,
  replaces: z.int().optional(),
  reason: z.string().optional(),
  decision,
  secrecy,
  /** Absent in editions from before it was asked for. */
  signature: signature.optional(),
  overrides: z.array(override),
  objectTo,
  ledgerSize: z.int(),
  ledgerRoot: sha256,
  /** Of the published file. */
  fileSha256: sha256,
  /** 核对码 of the public copy; absent for lists of persons. */
  publicRoot: sha256.optional(),
  changes: z.array(change),
  publishedAt: instant,
});

const row = z.strictObject({
  code: subjectCode,
  name: z.string(),
  group: z.string().optional(),
  total: z.string(),
  rank: z.int().optional(),
  /** Why there is no rank: 不参加考核, 暂. */
  note: z.string().optional(),
});

/** `public` is the copy that anybody may take home. */
const paper = z.enum(['poster', 'notice', 'public', 'proof', 'file']);

export type PublishedEdition = z.infer<typeof edition>;

export const publication = {
  list: inTown('GET', '/publications', {
    summary: 'Periods with what of them is published, the latest first.',
  })
    .input(townInput({}))
    .output(z.strictObject({ today: isoDate, rows: z.array(publishedPeriod) })),

  one: inTown('GET', '/publications/{line}/{period}', {
    summary: 'A published list with its editions, what each changed, and where it hangs.',
  })
    .input(townInput(inPeriod))
    .output(
      z.strictObject({
        ...periodBrief,
        today: isoDate,
        audience: z.enum(['public', 'internal']),
        /** Workdays left to object, today included; 0 when they are over, absent without a list. */
        workdaysLeft: z.int().optional(),
        groups: z.array(z.strictObject({ code: z.string(), name: z.string() })),
        /** Of the latest published edition. */
        rows: z.array(row),
        /** The latest first. */
        editions: z.array(edition),
        displays: z.array(display),
        papers: z.array(paper),
        mayPublish: z.boolean(),
        mayPost: z.boolean(),
      }),
    ),

  readiness: inTown('GET', '/publications/{line}/{period}/readiness', {
    summary:
      'What publishing would publish, what keeps it, and what may be overridden with a reason.',
  })
    .input(townInput(inPeriod))
    .output(
      z.strictObject({
        ...periodBrief,
        /** The number that the next published edition has; absent where nothing can be published. */
        edition: z.int().optional(),
        replaces: z.int().optional(),
        /** A sealed edition is published as it is. */
        isAsSealed: z.boolean(),
        /** Nothing overrides these. */
        obstacles: z.array(caution),
        /** Each needs a reason of its own. */
        cautions: z.array(caution),
        /** Who differs from the published edition. */
        differing: z.array(z.string()),
        /** The last day to object to what is posted today. */
        objectUntil: isoDate,
        /** As the town’s latest publication had it. */
        objectTo: objectTo.optional(),
        /** Who signed the town’s latest publication. */
        signedBy: z.string().optional(),
      }),
    ),

  publish: inTown('POST', '/publications/{line}/{period}/editions', {
    summary:
      'Publishes a period as a numbered edition that never changes; a later one replaces it.',
    creates: true,
    personal: ['objectTo'],
  })
    .input(
      townInput({
        ...inPeriod,
        decision,
        secrecy,
        signature,
        objectTo,
        postedOn: isoDate,
        overrides: z.array(override).max(200).default([]),
        /** Why there is another edition; needed where one is published already. */
        reason: prose.optional(),
      }),
    )
    .output(edition),

  post: inTown('POST', '/publications/{line}/{period}/displays', {
    summary: 'Writes down where and since when a published edition hangs.',
    creates: true,
  })
    .input(townInput({ ...inPeriod, place: line, on: isoDate, photo: uuid.optional() }))
    .output(display),

  takeDown: inTown('POST', '/publications/displays/{id}/end', {
    summary: 'Writes down when a published edition was taken down.',
  })
    .input(townInput({ id: uuid, on: isoDate }))
    .output(done),

  paper: inTown('GET', '/publications/{line}/{period}/papers/{edition}/{paper}', {
    summary:
      'The poster, the notice, the page that anybody takes home, the page of the office that proves the list, or the published file.',
  })
    .input(
      townInput({
        ...inPeriod,
        edition: z.string().regex(/^\d{1,4}$/),
        paper,
      }),
    )
    .output(z.file()),

  internet: inTown('GET', '/publications/internet', {
    summary: 'Whether published lists of units stand on the internet, and by which decision.',
  })
    .input(townInput({}))
    .output(
      z.strictObject({
        isOn: z.boolean(),
        decisionNo: z.string().optional(),
        decidedOn: isoDate.optional(),
      }),
    ),

  setInternet: inTown('POST', '/publications/internet', {
    summary: 'Turns the internet page of published lists of units on by a decision, or off.',
  })
    .input(
      townInput({ isOn: z.boolean(), decisionNo: line.optional(), decidedOn: isoDate.optional() }),
    )
    .output(done),
};
