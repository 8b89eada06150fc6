/**
 * A thousand random courses of a sheet: written offline, sent, broken off, sent again, replies lost,
 * requests heard twice, photos added and taken away, the page open in two tabs, its check sheet changed
 * meanwhile, the sheet taken along in a file. At the end the town has what was meant, once.
 */

import type { FieldVisit } from '@oneneedle/contract';
import { type SheetContent, sheetDigest } from '@oneneedle/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joined, knowing, newDraft, written } from '../field/draft.ts';
import { bringSheet, chooseWriting } from '../field/sending.ts';
import { counted, Device, type Fate, MemoryTown, townIn } from './field-town.ts';

const lines = (codes: readonly string[]) =>
  codes.map((code) => ({ code, asks: 'count' as const, photo: 'none' as const }));
/** The check sheet gets a line more between two visits; a sheet that was begun stays on its version. */
const versions = new Map([
  [1, lines(['a', 'b', 'c'])],
  [2, lines(['a', 'b', 'c', 'd'])],
]);

const visitOn = (version: number) =>
  ({
    id: 'visit',
    mode: 'unannounced',
    subject: { code: '河口村', name: '河口村' },
    inspectors: [],
    sheets: [],
    template: { version, lines: versions.get(version) },
  }) as unknown as FieldVisit;

const about = {
  id: 'sheet',
  town: 'qinghe',
  account: 'zhou',
  person: 'P-zhou',
  origin: 'field' as const,
  changedAt: '',
};

type Step =
  | { readonly do: 'answer'; readonly line: 'a' | 'b' | 'c'; readonly count: number }
  | { readonly do: 'photo'; readonly photo: number }
  | { readonly do: 'dropPhoto'; readonly photo: number }
  | { readonly do: 'bring'; readonly fates: readonly Fate[]; readonly wantsSend: boolean }
  | { readonly do: 'handIn'; readonly fates: readonly Fate[] }
  | { readonly do: 'bringTwice'; readonly fates: readonly Fate[] }
  | { readonly do: 'newTemplate' }
  | { readonly do: 'file' };

const fate = fc.constantFrom<Fate>('through', 'lost', 'replyLost', 'twice', 'cut');
const fates = fc.array(fate, { maxLength: 8 });
const photo = fc.integer({ min: 0, max: 4 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('answer' as const),
    line: fc.constantFrom('a' as const, 'b' as const, 'c' as const),
    count: fc.integer({ min: 0, max: 9 }),
  }),
  fc.record({ do: fc.constant('photo' as const), photo }),
  fc.record({ do: fc.constant('dropPhoto' as const), photo }),
  fc.record({ do: fc.constant('bring' as const), fates, wantsSend: fc.boolean() }),
  fc.record({ do: fc.constant('handIn' as const), fates }),
  fc.record({ do: fc.constant('bringTwice' as const), fates }),
  fc.record({ do: fc.constant('newTemplate' as const) }),
  fc.record({ do: fc.constant('file' as const) }),
);

const hashOf = (n: number) => String(n).repeat(64).slice(0, 64);

/** One device on one network, with what its writer means. */
class Course {
  readonly memory = new MemoryTown(versions);
  readonly device = new Device();
  /** The office computer, where a file may be brought. */
  readonly office = new Device();
  readonly town = townIn(this.memory);
  intent: SheetContent;
  /** What its writer wrote on, not knowing that it had been handed in: the reply was lost. */
  late: SheetContent | undefined;
  version = 1;

  constructor() {
    const draft = newDraft(visitOn(1), about);
    this.device.drafts.set('sheet', draft);
    this.intent = draft.content;
  }

  async walk(one: Step): Promise<void> {
    switch (one.do) {
      case 'answer':
        return this.#write((content) => ({
          ...content,
          answers: { ...content.answers, [one.line]: counted(one.count) },
        }));
      case 'photo':
        if (this.device.drafts.get('sheet')?.receipt) return; // the page asks for no photo then
        this.device.photos.set(`sheet ${hashOf(one.photo)}`, new Uint8Array([one.photo]));
        return this.#write((content) => withPhoto(content, one.photo));
      case 'dropPhoto':
        return this.#write((content) => without(content, one.photo));
      case 'bring':
        if (one.wantsSend) await this.#want();
        this.device.meet(one.fates);
        await this.bring();
        return;
      case 'handIn':
        await this.#answerAll();
        return this.walk({ do: 'bring', fates: one.fates, wantsSend: true });
      case 'bringTwice':
        // Two tabs, or the page and its worker, do the same at once.
        this.device.meet(one.fates);
        await Promise.all([this.bring(), this.bring()]);
        return;
      case 'newTemplate':
        this.version = 2;
        return;
      case 'file':
        return this.#file();
    }
  }

  async bring(device = this.device) {
    const parts = { keeper: device.keeper, town: device.reach(this.town), now: () => '' };
    return bringSheet('sheet', parts);
  }

  /** All lines answered, sent until it is through. */
  async end(): Promise<void> {
    this.device.calm();
    await this.#answerAll();
    await this.#want();
    const isOther = this.late && sheetDigest(this.late) !== sheetDigest(this.intent);
    expect(await this.bring()).toBe(isOther ? 'twoVersions' : 'sent');
  }

  async #answerAll(): Promise<void> {
    for (const line of ['a', 'b', 'c'] as const) {
      if (this.intent.answers[line] === undefined) {
        await this.walk({ do: 'answer', line, count: 1 });
      }
    }
  }

  async #want(): Promise<void> {
    await this.device.keeper.change('sheet', ({ trouble: _, ...one }) => ({
      ...one,
      wantsSend: one.receipt === undefined,
    }));
  }

  async #write(change: (content: SheetContent) => SheetContent): Promise<void> {
    const before = this.device.drafts.get('sheet');
    const after = await this.device.keeper.change('sheet', (draft) => written(draft, change, ''));
    // Once it is handed in the page takes no more strokes, so nobody means any.
    if (before?.receipt || !after) return;
    if (this.memory.sheets.get('sheet')?.isDraft === false) this.late = after.content;
    else this.intent = after.content;
  }

  /** The sheet is brought to the office in a file, and taken in there under its own id. */
  async #file(): Promise<void> {
    const draft = await this.device.keeper.change('sheet', (one) =>
      one.receipt ? one : knowing(one, sheetDigest(one.content)),
    );
    if (!draft || draft.receipt) return;
    const here = this.office.drafts.get('sheet');
    const brought = { ...draft, origin: 'file' as const };
    this.office.drafts.set('sheet', here ? joined(here, brought) : brought);
    for (const { sha256 } of draft.content.photos) {
      const bytes = this.device.photos.get(`sheet ${sha256}`);
      if (bytes) this.office.photos.set(`sheet ${sha256}`, bytes);
    }
    await this.bring(this.office);
  }
}

function withPhoto(content: SheetContent, n: number): SheetContent {
  const one = {
    sha256: hashOf(n),
    of: 'line' as const,
    line: 'a',
    name: `${n}.jpg`,
    bytes: 1,
    stamped: false,
  };
  return { ...without(content, n), photos: [...without(content, n).photos, one] };
}

function without(content: SheetContent, n: number): SheetContent {
  return { ...content, photos: content.photos.filter(({ sha256 }) => sha256 !== hashOf(n)) };
}

describe('a sheet on its way', () => {
  it('arrives as it was meant, once, with every photo, whatever happens: 1,000 courses', async () => {
    let lost = 0;
    let wroteOn = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 24 }), async (steps) => {
        const course = new Course();
        for (const one of steps) await course.walk(one);
        lost += steps.filter((one) => 'fates' in one && one.fates.includes('replyLost')).length;
        await course.end();
        const { memory, device, intent } = course;
        expect(memory.sheets.size).toBe(1);
        const kept = memory.sheets.get('sheet');
        expect(kept?.isDraft).toBe(false);
        expect(kept?.digest).toBe(sheetDigest(intent));
        expect(kept?.content).toEqual(intent);
        expect(kept?.content.templateVersion).toBe(1);
        expect(memory.sent).toEqual(['sheet']);
        // Every photo that is listed is there, under its own hash; nothing else is tied to the sheet.
        const tied = [...(kept?.photos ?? [])].map(([hash, id]) => [hash, memory.evidence.get(id)]);
        const wanted = intent.photos.map(({ sha256 }) => [sha256, sha256]);
        expect(tied.sort()).toEqual(wanted.sort());
        const here = device.drafts.get('sheet');
        if (here?.other) {
          // What was written on after it had been handed in stays on the device, beside what was.
          wroteOn += 1;
          expect(here.other).toMatchObject({ isSent: true, kept: { digest: kept?.digest } });
          expect(here.content).toEqual(course.late);
          return;
        }
        expect(here?.receipt?.digest).toBe(kept?.digest);
        // What the town has acknowledged left the device, and nothing before.
        for (const { sha256 } of intent.photos) {
          expect(device.photos.has(`sheet ${sha256}`)).toBe(false);
        }
      }),
      { numRuns: 1000 },
    );
    expect(lost).toBeGreaterThan(500);
    expect(wroteOn).toBeGreaterThan(10);
  });

  it('that two devices write on is never overwritten unseen: what is not chosen stays', async () => {
    const edits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(
        edits,
        edits,
        fc.boolean(),
        fc.constantFrom('this' as const, 'other' as const),
        async (mine, theirs, isKnown, wanted) => {
          const memory = new MemoryTown(versions);
          const town = townIn(memory);
          const [phone, other] = [new Device(), new Device()];
          const parts = (device: Device) => ({ keeper: device.keeper, town, now: () => '' });
          phone.drafts.set('sheet', newDraft(visitOn(1), about));
          if (isKnown) await bringSheet('sheet', parts(phone));
          const begun = phone.drafts.get('sheet');
          if (begun) other.drafts.set('sheet', begun);
          const write = async (device: Device, line: string, counts: readonly number[]) => {
            for (const count of counts) {
              await device.keeper.change('sheet', (draft) =>
                written(
                  draft,
                  (content) => ({
                    ...content,
                    answers: { ...content.answers, [line]: counted(count) },
                  }),
                  '',
                ),
              );
            }
          };
          await write(phone, 'a', mine);
          await write(other, 'b', theirs);
          expect(await bringSheet('sheet', parts(other))).toBe('saved');
          const there = memory.sheets.get('sheet')?.content;
          const here = phone.drafts.get('sheet')?.content;
          // Whether or not it counted further: it does not follow what the town has.
          expect(await bringSheet('sheet', parts(phone))).toBe('twoVersions');
          expect(memory.sheets.get('sheet')?.content).toEqual(there);
          expect(phone.drafts.get('sheet')?.content).toEqual(here);
          await chooseWriting('sheet', wanted, parts(phone));
          expect(await bringSheet('sheet', parts(phone))).toBe('saved');
          const chosen = wanted === 'this' ? here : there;
          const kept = memory.sheets.get('sheet')?.content;
          expect(kept).toEqual(chosen);
          const all = [kept, ...memory.course].map((content) => content && sheetDigest(content));
          for (const one of [here, there]) expect(all).toContain(one && sheetDigest(one));
        },
      ),
      { numRuns: 200 },
    );
  });
});
