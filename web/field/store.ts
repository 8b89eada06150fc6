/**
 * What the device keeps: sheets, photos, the list of visits. IndexedDB, shared by all tabs and the worker.
 * What finds no room there stays here as long as the page is open, is read from here, and is tried again.
 */

import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Draft } from './draft.ts';
import type { Uploads, Work } from './network.ts';
import { forget, hasRoom, isShortOfRoom, withoutRoom } from './room.ts';
import type { Keeper } from './sending.ts';

interface Tables extends DBSchema {
  drafts: { key: string; value: Draft };
  /** By sheet and hash; bytes, for older browsers lose files that they keep by reference. */
  photos: { key: [string, string]; value: { bytes: Uint8Array; keptAt: string } };
  kept: { key: string; value: unknown };
}

let opened: Promise<IDBPDatabase<Tables>> | undefined;

function database(): Promise<IDBPDatabase<Tables>> {
  opened ??= openDB<Tables>('oneneedle-field', 1, {
    upgrade(db) {
      db.createObjectStore('drafts', { keyPath: 'id' });
      db.createObjectStore('photos');
      db.createObjectStore('kept');
    },
    // A newer page wants to open it: this one lets go, and opens it again when it must.
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase | null)?.close();
      opened = undefined;
    },
    terminated() {
      opened = undefined;
    },
  });
  return opened;
}

/** Tells every tab that something changed, this one too. */
const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('field');
const listeners = new Set<() => void>();
channel?.addEventListener('message', () => {
  for (const hear of listeners) hear();
});

export function tellChange(): void {
  for (const hear of listeners) hear();
  channel?.postMessage('changed');
}

/** Hears of every change, in this tab or another. @returns what ends it */
export function onChange(hear: () => void): () => void {
  listeners.add(hear);
  return () => listeners.delete(hear);
}

/** The newest writing of a sheet, and photos, until they are on the disk. */
const drafts = new Map<string, Draft>();
const photos = new Map<string, Uint8Array>();

/** The keeper of `bringSheet`, and of the page. */
export const keeper: Keeper = {
  draft: async (id) => drafts.get(id) ?? (await database()).get('drafts', id),
  change: async (id, change) => {
    let draft: Draft | undefined;
    let changed: Draft | undefined;
    const isKept = await hasRoom(id, async () => {
      const tx = (await database()).transaction('drafts', 'readwrite', { durability: 'strict' });
      draft = drafts.get(id) ?? (await tx.store.get(id));
      changed = draft && change(draft);
      if (!changed || (changed === draft && !drafts.has(id))) return tx.done;
      // Whoever writes next writes on this one, whether or not there is room for it.
      drafts.set(id, changed);
      return Promise.all([tx.store.put(changed), tx.done]);
    });
    if (isKept && drafts.get(id) === changed) drafts.delete(id);
    if (changed !== draft) tellChange();
    return changed;
  },
  photo: async (sheet, sha256) =>
    photos.get(`${sheet} ${sha256}`) ??
    (await (await database()).get('photos', [sheet, sha256]))?.bytes,
  dropPhoto: async (sheet, sha256) => {
    photos.delete(`${sheet} ${sha256}`);
    forget(`${sheet} ${sha256}`);
    await (await database()).delete('photos', [sheet, sha256]);
  },
};

/** Every sheet on this device, of whomever. */
export async function allDrafts(): Promise<Draft[]> {
  const kept = await (await database()).getAll('drafts');
  return [...kept.filter(({ id }) => !drafts.has(id)), ...drafts.values()];
}

/** Puts a sheet there unless one of that id is there already. @returns the one that is there */
export async function addDraft(draft: Draft): Promise<Draft> {
  let known: Draft | undefined;
  const isKept = await hasRoom(draft.id, async () => {
    const tx = (await database()).transaction('drafts', 'readwrite', { durability: 'strict' });
    known = drafts.get(draft.id) ?? (await tx.store.get(draft.id));
    if (known) return tx.done;
    drafts.set(draft.id, draft);
    return Promise.all([tx.store.put(draft), tx.done]);
  });
  if (isKept && !known) drafts.delete(draft.id);
  tellChange();
  return known ?? draft;
}

/** Takes a sheet away with its photos. */
export async function dropDraft(id: string): Promise<void> {
  drafts.delete(id);
  forget(id);
  for (const key of photos.keys()) {
    if (!key.startsWith(`${id} `)) continue;
    photos.delete(key);
    forget(key);
  }
  const tx = (await database()).transaction(['drafts', 'photos'], 'readwrite');
  await tx.objectStore('drafts').delete(id);
  await tx.objectStore('photos').delete(IDBKeyRange.bound([id], [id, '\uffff']));
  await tx.done;
  tellChange();
}

export async function addPhoto(sheet: string, sha256: string, bytes: Uint8Array): Promise<void> {
  const key = `${sheet} ${sha256}`;
  photos.set(key, bytes);
  const isKept = await hasRoom(key, async () => {
    const tx = (await database()).transaction('photos', 'readwrite', { durability: 'strict' });
    const kept = { bytes, keptAt: new Date().toISOString() };
    return Promise.all([tx.store.put(kept, [sheet, sha256]), tx.done]);
  });
  if (isKept) photos.delete(key);
}

/** Tries once more to keep what found no room. @returns whether all of it did by now */
export async function keepAgain(): Promise<boolean> {
  for (const what of withoutRoom()) {
    const [sheet = '', sha256] = what.split(' ');
    const bytes = photos.get(what);
    if (sha256 === undefined) await keeper.change(sheet, (draft) => draft);
    else if (bytes) await addPhoto(sheet, sha256, bytes);
  }
  tellChange();
  return !isShortOfRoom();
}

/** Where begun uploads are remembered; without room for it they begin anew. */
export const uploads: Uploads = {
  read: async (sha256) =>
    (await database()).get('kept', `upload ${sha256}`) as ReturnType<Uploads['read']>,
  keep: (sha256, upload) => keepAside(`upload ${sha256}`, upload),
};

/** Keeps what can be read anew, if there is room for it. */
async function keepAside(key: string, value: unknown): Promise<void> {
  const put = async () => (await database()).put('kept', value, key);
  if (!(await hasRoom(key, put))) forget(key);
}

/** Who uses this device, and what they took along the last time there was a network. */
export interface Known {
  readonly userName: string;
  readonly town: string;
  readonly townName: string;
  readonly work?: Work;
  /** By the clock of the device. */
  readonly readAt?: string;
}

export async function readKnown(): Promise<Known | undefined> {
  return (await database()).get('kept', knownKey) as Promise<Known | undefined>;
}

export async function keepKnown(known: Known): Promise<void> {
  await keepAside(knownKey, known);
}

const knownKey = 'known field';
