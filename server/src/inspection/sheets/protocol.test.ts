/**
 * Fifty random courses of a sheet against the program itself, over HTTP: the engine of the page of the
 * field as it is, on a network that loses requests and replies and repeats them, with photos that are
 * really uploaded, the page open twice, the sheet brought as a file, its check sheet changed meanwhile.
 */

import { randomUUID } from 'node:crypto';
import type { ArrivingSheet, FieldVisit } from '@oneneedle/contract';
import { type SheetContent, sheetDigest } from '@oneneedle/kernel';
import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { joined, knowing, newDraft, written } from '../../../../web/field/draft.ts';
import { bringSheet, Refused, type Town } from '../../../../web/field/sending.ts';
import { counted, Device, type Fate } from '../../../../web/test/field-town.ts';
import { sendEvidence } from '../../../test/evidence-kit.ts';
import { sha256Of } from '../../../test/evidence-samples.ts';
import {
  fieldLines,
  type InspectionTown,
  inspectionTown,
  putVisit,
} from '../../../test/inspection-town.ts';
import { type Answer, useProgram } from '../../../test/kit/rooms.ts';

const kit = useProgram();
let town: InspectionTown;

beforeAll(async () => {
  town = await inspectionTown(kit(), 'qinghe');
  await town.filing(true);
});
beforeEach(() => kit().setNow('2026-04-10T02:00:00.000Z'));

const [rubbish] = fieldLines;
const lines = [rubbish, { ...rubbish, code: 'dumping' }].map((one) => ({ ...one, photo: 'none' }));

/** The program as the engine of the page asks it. */
function townOver(device: Device): Town {
  const zhou = town.who('zhou');
  const said = <T>({ body, status }: Answer): T => {
    if (status < 400) return body as T;
    throw new Refused(status, body.code, body.detail, body.data ?? {});
  };
  const at = (sheet: string) => `${town.base}/sheets/${sheet}`;
  return {
    save: async (sheet, arriving: ArrivingSheet) =>
      said(await zhou.ask('PUT', at(sheet), arriving)),
    bring: async (_draft, { sha256 }) => {
      const bytes =
        [...device.photos].find(([key]) => key.endsWith(sha256))?.[1] ?? new Uint8Array();
      const file = { town: 'qinghe', name: '现场.txt', bytes };
      return said<{ evidence: { id: string } }>(await sendEvidence(zhou, file)).evidence.id;
    },
    attach: async (sheet, sha256, evidenceId) => {
      said(await zhou.post(`${at(sheet)}/photos`, { sha256, evidenceId }));
    },
    send: async (sheet, writing) => said(await zhou.post(`${at(sheet)}/send`, writing)),
  };
}

type Step =
  | { readonly do: 'answer'; readonly line: 'rubbish' | 'dumping'; readonly count: number }
  | { readonly do: 'photo'; readonly isDropped: boolean; readonly photo: number }
  | {
      readonly do: 'bring';
      readonly isTwice: boolean;
      readonly fates: readonly Fate[];
      readonly wantsSend: boolean;
    }
  | { readonly do: 'newTemplate' }
  | { readonly do: 'file' };

const fates = fc.array(fc.constantFrom<Fate>('through', 'lost', 'replyLost', 'twice', 'cut'), {
  maxLength: 6,
});
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('answer' as const),
    line: fc.constantFrom('rubbish' as const, 'dumping' as const),
    count: fc.integer({ min: 0, max: 9 }),
  }),
  fc.record({
    do: fc.constant('photo' as const),
    isDropped: fc.boolean(),
    photo: fc.integer({ min: 0, max: 2 }),
  }),
  fc.record({
    do: fc.constant('bring' as const),
    isTwice: fc.boolean(),
    fates,
    wantsSend: fc.boolean(),
  }),
  fc.record({ do: fc.constant('newTemplate' as const) }),
  fc.record({ do: fc.constant('file' as const) }),
);

/** A visit with its sheet on a phone, and the office computer beside it. */
class Course {
  readonly phone = new Device();
  readonly office = new Device();
  readonly id = randomUUID();
  readonly mark = randomUUID();
  readonly place: { readonly visit: string; readonly template: string };
  /** What the program took as handed in, whether its reply came or not. */
  handedIn: SheetContent | undefined;

  constructor(place: Course['place']) {
    this.place = place;
    const visit = {
      id: place.visit,
      mode: 'unannounced',
      subject: { code: '东溪村', name: '东溪村' },
      inspectors: [],
      sheets: [],
      template: { version: 1, lines },
    } as unknown as FieldVisit;
    const about = { town: 'qinghe', account: 'zhou', person: 'P-zhou', changedAt: '' };
    this.phone.drafts.set(this.id, newDraft(visit, { ...about, id: this.id, origin: 'field' }));
  }

  async walk(one: Step): Promise<void> {
    if (one.do === 'answer') {
      const { count, line } = one;
      return this.writeOn(line, count);
    }
    if (one.do === 'photo') return this.#photo(one.isDropped, one.photo);
    if (one.do === 'newTemplate') return this.#newTemplate();
    if (one.do === 'file') return this.#file();
    if (one.wantsSend) await this.want();
    this.phone.meet(one.fates);
    // Two tabs, or the page and its worker, do the same at once.
    await Promise.all(one.isTwice ? [this.bring(), this.bring()] : [this.bring()]);
  }

  bring(device = this.phone) {
    const program = townOver(device);
    const send: Town['send'] = async (id, writing) => {
      const receipt = await program.send(id, writing);
      this.handedIn ??= device.drafts.get(id)?.content;
      return receipt;
    };
    const parts = { keeper: device.keeper, town: device.reach({ ...program, send }), now };
    return bringSheet(this.id, parts);
  }

  /** Writes on the phone, whatever the office did with a file of it. */
  writeOn(line: 'rubbish' | 'dumping', count: number): Promise<void> {
    return this.#write((content) => ({
      ...content,
      answers: { ...content.answers, [line]: counted(count) },
    }));
  }

  async want(): Promise<void> {
    await this.phone.keeper.change(this.id, ({ trouble: _, ...one }) => ({
      ...one,
      wantsSend: one.receipt === undefined,
    }));
  }

  async #write(change: Parameters<typeof written>[1]): Promise<void> {
    await this.phone.keeper.change(this.id, (draft) => written(draft, change, ''));
  }

  async #photo(isDropped: boolean, n: number): Promise<void> {
    const bytes = new TextEncoder().encode(`照片 ${n} ${this.mark}`);
    const sha256 = sha256Of(bytes);
    const one = { sha256, of: 'line', line: 'rubbish', name: '现场.txt', stamped: false } as const;
    const listed = isDropped ? [] : [{ ...one, bytes: bytes.length }];
    if (!isDropped) this.phone.photos.set(`${this.id} ${sha256}`, bytes);
    await this.#write((content) => ({
      ...content,
      photos: [...content.photos.filter((photo) => photo.sha256 !== sha256), ...listed],
    }));
  }

  /** The check sheet has a new version, and the round goes by it from now on. */
  async #newTemplate(): Promise<void> {
    const { template } = this.place;
    const longer = JSON.stringify([...lines, { ...rubbish, code: 'lamps' }]);
    await kit().inside(town.tenant, async (db) => {
      const row = await db
        .selectFrom('inspection_template')
        .selectAll()
        .where('code', '=', template)
        .where('version', '=', 1)
        .executeTakeFirstOrThrow();
      await db
        .insertInto('inspection_template')
        .values({ ...row, version: 2, lines: longer })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      await db
        .updateTable('inspection_round')
        .set({ template_version: 2 })
        .where('template', '=', template)
        .execute();
    });
  }

  async #file(): Promise<void> {
    const draft = await this.phone.keeper.change(this.id, (one) =>
      one.receipt ? one : knowing(one, sheetDigest(one.content)),
    );
    if (!draft || draft.receipt) return;
    const here = this.office.drafts.get(this.id);
    const brought = { ...draft, origin: 'file' as const };
    this.office.drafts.set(this.id, here ? joined(here, brought) : brought);
    for (const [key, bytes] of this.phone.photos) this.office.photos.set(key, bytes);
    await this.bring(this.office);
  }
}

const now = () => '2026-04-10T02:00:00.000Z';

describe('a sheet on its way to the program', () => {
  it('arrives as it was meant, once, with every photo, whatever happens: 50 courses', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
        const lined = { lines, inspectors: ['P-zhou'] };
        const place = await kit().inside(town.tenant, (db) => putVisit(db, town.tenant, lined));
        const course = new Course(place);
        for (const one of steps) await course.walk(one);
        course.phone.calm();
        for (const line of ['rubbish', 'dumping'] as const) {
          const { answers } = course.phone.drafts.get(course.id)?.content ?? {};
          if (!answers?.[line]) await course.walk({ do: 'answer', line, count: 1 });
        }
        await course.want();
        const ended = await course.bring();
        const here = course.phone.drafts.get(course.id);
        // Written on after it was handed in, its reply lost or by a file: what was handed in counts.
        const meant = course.handedIn ?? here?.content;
        const isOther = meant && here && sheetDigest(meant) !== sheetDigest(here.content);
        expect(ended).toBe(isOther ? 'twoVersions' : 'sent');
        const path = `${town.base}/visits/${place.visit}/sheets`;
        const { rows } = (await town.who('zhou').get(path)).body;
        expect(rows.length).toBe(1);
        const [row] = rows;
        expect(row).toMatchObject({
          id: course.id,
          state: 'sent',
          isSpare: false,
          templateVersion: 1,
          digest: meant && sheetDigest(meant),
          answers: meant?.answers,
          course: [{ deed: 'send' }],
        });
        // Every listed photo is tied to evidence that came with its hash, and nothing else is.
        const uses = await kit().inside(town.tenant, (db) =>
          db
            .selectFrom('evidence_use')
            .innerJoin('evidence', 'evidence.id', 'evidence_use.evidence_id')
            .select('evidence.received_sha256 as sha256')
            .where('cited_by', '=', 'sheet')
            .where('cited_id', '=', course.id)
            .execute(),
        );
        const hashes = (photos: readonly { sha256: string }[] = []) =>
          photos.map(({ sha256 }) => sha256).sort();
        expect(hashes(uses)).toEqual(hashes(meant?.photos));
      }),
      { numRuns: 50 },
    );
  }, 240_000);

  it('is shown in both versions to whoever writes on after the office sent a file of it', async () => {
    const lined = { lines, inspectors: ['P-zhou'] };
    const place = await kit().inside(town.tenant, (db) => putVisit(db, town.tenant, lined));
    const course = new Course(place);
    for (const line of ['rubbish', 'dumping'] as const) await course.writeOn(line, 0);
    await course.want();
    await course.walk({ do: 'file' });
    const sent = course.office.drafts.get(course.id)?.content;
    await course.writeOn('rubbish', 3);
    await course.want();
    expect(await course.bring()).toBe('twoVersions');
    const path = `${town.base}/visits/${place.visit}/sheets`;
    const { rows } = (await town.who('zhou').get(path)).body;
    expect(rows).toMatchObject([{ state: 'sent', digest: sent && sheetDigest(sent) }]);
    // What was written on the phone is still there.
    const { answers } = course.phone.drafts.get(course.id)?.content ?? {};
    expect(answers?.rubbish).toEqual(counted(3));
  });
});
