/** A town of the protocol in memory, a network that loses things, and devices: for the random sequences. */

import type { ArrivingSheet, SavedSheet, SheetReceipt } from '@oneneedle/contract';
import {
  type LineAnswer,
  missingIn,
  type SheetContent,
  savingOf,
  sheetDigest,
} from '@oneneedle/kernel';
import { contentOf, type Draft } from '../field/draft.ts';
import { Away, type Keeper, Refused, type Town } from '../field/sending.ts';

/** What the town has of a sheet, with all that it ever took. */
interface KeptSheet {
  readonly content: SheetContent;
  readonly revision: number;
  readonly digest: string;
  readonly isDraft: boolean;
  readonly photos: ReadonlyMap<string, string>;
}

/** A town that goes by the one decision of the kernel, as the server does. */
export class MemoryTown {
  readonly sheets = new Map<string, KeptSheet>();
  /** Evidence by id; the bytes that came. */
  readonly evidence = new Map<string, string>();
  /** How often a sheet was handed in. */
  readonly sent: string[] = [];
  /** Writings that somebody did not choose: the course of the sheet. */
  readonly course: SheetContent[] = [];
  /** Lines by the version of the check sheet. */
  readonly lines: ReadonlyMap<number, readonly { code: string; asks: 'count'; photo: 'none' }[]>;

  constructor(lines: MemoryTown['lines']) {
    this.lines = lines;
  }

  save(id: string, arriving: ArrivingSheet): SavedSheet {
    const kept = this.sheets.get(id);
    const content = contentOf(arriving as never) as SheetContent;
    if (sheetDigest(arriving as SheetContent) !== arriving.digest) {
      throw new Refused(422, 'sheets.garbled', '');
    }
    const saving = savingOf(kept, arriving);
    if (kept && saving === 'twoVersions') throw this.#refusal('sheets.two-versions', kept);
    if (kept && saving === 'closed') throw this.#refusal('sheets.sent-already', kept);
    if (kept && saving === 'older') return { ...told(kept), outcome: 'older', kept: shown(kept) };
    if (kept && saving === 'same') return told(kept);
    if (kept && saving === 'replace') this.course.push(kept.content);
    const { digest, revision } = arriving;
    const photos = new Map<string, string>();
    for (const { sha256 } of arriving.photos) {
      const known = kept?.photos.get(sha256) ?? this.#own(sha256);
      if (known !== undefined) photos.set(sha256, known);
    }
    const clean = pick(content);
    const saved: KeptSheet = { content: clean, revision, digest, isDraft: true, photos };
    this.sheets.set(id, saved);
    return told(saved);
  }

  attach(id: string, sha256: string, evidenceId: string): void {
    const kept = this.sheets.get(id);
    if (!kept?.content.photos.some((photo) => photo.sha256 === sha256)) {
      throw new Refused(409, 'sheets.photo-unlisted', '');
    }
    if (this.evidence.get(evidenceId) !== sha256) throw new Refused(422, 'sheets.photo-other', '');
    if (kept.photos.has(sha256)) return;
    this.sheets.set(id, { ...kept, photos: new Map([...kept.photos, [sha256, evidenceId]]) });
  }

  send(id: string, { digest, revision }: { revision: number; digest: string }): SheetReceipt {
    const kept = this.sheets.get(id);
    if (!kept) throw new Refused(404, 'sheets.sheet-unknown', '');
    if (!kept.isDraft && kept.digest !== digest) throw this.#refusal('sheets.sent-already', kept);
    if (kept.isDraft) {
      if (kept.digest !== digest || kept.revision < revision) {
        throw new Refused(409, 'sheets.other-writing', '');
      }
      const lines = this.lines.get(kept.content.templateVersion) ?? [];
      if (missingIn(lines, kept.content).length > 0) {
        throw new Refused(409, 'sheets.unfinished', '');
      }
      if (told(kept).missing.length > 0) throw new Refused(409, 'sheets.photos-missing', '');
      this.sheets.set(id, { ...kept, isDraft: false });
      this.sent.push(id);
    }
    const photos = [...kept.photos].map(([sha256]) => ({ sha256, storedSha256: sha256 }));
    return { sheet: id, digest, sentAt: '2026-04-10T02:00:00.000Z', isSpare: false, photos };
  }

  #own(sha256: string): string | undefined {
    return [...this.evidence].find(([, hash]) => hash === sha256)?.[0];
  }

  #refusal(code: string, kept: KeptSheet): Refused {
    return new Refused(409, code, '', { kept: shown(kept) });
  }
}

function told({ content, digest, isDraft, photos, revision }: KeptSheet): SavedSheet {
  const missing = content.photos.flatMap(({ sha256 }) => (photos.has(sha256) ? [] : [sha256]));
  const state = isDraft ? 'draft' : 'sent';
  return { outcome: 'saved', revision, digest, state, isSpare: false, missing };
}

function shown({ content, digest, revision }: KeptSheet): NonNullable<SavedSheet['kept']> {
  return { ...content, digest, revision } as NonNullable<SavedSheet['kept']>;
}

function pick(content: SheetContent): SheetContent {
  const { answers, photos, signature, statement, templateVersion, visit } = content;
  return { answers, photos, signature, statement, templateVersion, visit };
}

/** What becomes of each request, one after the other; when they are used up all goes well. */
export type Fate = 'through' | 'lost' | 'replyLost' | 'twice' | 'cut';

/** A device on that network; what it keeps outlives being killed. */
export class Device {
  readonly drafts = new Map<string, Draft>();
  readonly photos = new Map<string, Uint8Array>();
  readonly #fates: Fate[] = [];

  meet(fates: readonly Fate[]): void {
    this.#fates.push(...fates);
  }

  /** From now on everything gets through. */
  calm(): void {
    this.#fates.length = 0;
  }

  readonly keeper: Keeper = {
    draft: async (id) => this.drafts.get(id),
    change: async (id, change) => {
      const draft = this.drafts.get(id);
      const changed = draft && change(draft);
      if (changed) this.drafts.set(id, changed);
      return changed;
    },
    photo: async (sheet, sha256) => this.photos.get(`${sheet} ${sha256}`),
    dropPhoto: async (sheet, sha256) => {
      this.photos.delete(`${sheet} ${sha256}`);
    },
  };

  /** The town as this device reaches it. */
  reach(town: Town): Town {
    return {
      save: (...of) => this.#go(() => town.save(...of)),
      bring: (...of) => this.#go(() => town.bring(...of)),
      attach: (...of) => this.#go(() => town.attach(...of)),
      send: (...of) => this.#go(() => town.send(...of)),
    };
  }

  async #go<T>(request: () => Promise<T>): Promise<T> {
    const fate = this.#fates.shift() ?? 'through';
    if (fate === 'lost' || fate === 'cut') throw new Away();
    if (fate === 'twice') await request().catch(() => {});
    const reply = await request();
    if (fate === 'replyLost') throw new Away();
    return reply;
  }
}

/** The town in memory as the engine of the page asks it. */
export function townIn(memory: MemoryTown): Town {
  return {
    save: async (id, arriving) => memory.save(id, arriving),
    bring: async (_draft, photo) => {
      const id = `evidence ${memory.evidence.size}`;
      memory.evidence.set(id, photo.sha256);
      return id;
    },
    attach: async (id, sha256, evidenceId) => memory.attach(id, sha256, evidenceId),
    send: async (id, writing) => memory.send(id, writing),
  };
}

/** A count with nothing said of where. */
export function counted(count: number): LineAnswer {
  return { asks: 'count', count, places: [], note: '' };
}
