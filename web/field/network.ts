/** The addresses that the page of the field asks, over `fetch`; what fails is `Refused` or `Away`. */

import type { ArrivingSheet, FieldVisit, SavedSheet, SheetReceipt } from '@oneneedle/contract';
import type { Draft } from './draft.ts';
import { Away, Refused, type Town } from './sending.ts';

/** Small parts: what is broken off on a weak network is not far to go again. */
const partBytes = 256 * 1024;
const examinePause = 700;
/** A dead network holds a request for ever, and all that waits behind it. */
const patience = 90_000;

/** How an upload that was begun is found again. */
export interface Uploads {
  read(sha256: string): Promise<{ key: string; uploadId?: string } | undefined>;
  keep(sha256: string, upload: { key: string; uploadId?: string }): Promise<void>;
}

interface Asking {
  readonly method?: string;
  readonly body?: unknown;
  readonly key?: string;
}

/** Asks one address and reads its reply. */
export async function ask<T>(path: string, { body, key, method = 'GET' }: Asking = {}): Promise<T> {
  const isForm = body instanceof FormData;
  const headers = new Headers({
    accept: 'application/json',
    'accept-language': isEnglish() ? 'en' : 'zh-CN',
    ...(key === undefined ? {} : { 'idempotency-key': key }),
    ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
  });
  const sent = body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) };
  let reply: Response;
  let text: string;
  try {
    const signal = AbortSignal.timeout(patience);
    reply = await fetch(`/api${path}`, { method, headers, signal, ...sent });
    text = await reply.text();
  } catch {
    throw new Away();
  }
  // Too many tries to sign in are told; any other pressure passes.
  const isBusy = reply.status === 429 && !path.startsWith('/auth/');
  if (isBusy || [502, 503, 504].includes(reply.status)) throw new Away();
  const said: unknown = parsed(text);
  if (reply.status < 400) return said as T;
  const { code = 'unknown', data, detail = '' } = (said ?? {}) as Partial<Refusal>;
  throw new Refused(reply.status, code, detail, data ?? {});
}

/** The worker has no document; what it is told, a page reads out later. */
function isEnglish(): boolean {
  return typeof document !== 'undefined' && document.documentElement.lang === 'en';
}

interface Refusal {
  readonly code: string;
  readonly detail: string;
  readonly data: Refused['data'];
}

function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    // A gateway on the way answers in its own words: nobody of ours has heard the question.
    throw new Away();
  }
}

export interface Work {
  readonly today: string;
  readonly serverNow: string;
  readonly me: { readonly person: string; readonly name: string };
  readonly visits: readonly FieldVisit[];
}

export interface Session {
  readonly userName: string;
  readonly mustChangePassword: boolean;
  readonly towns: readonly {
    readonly code: string;
    readonly name: string;
    readonly kind: string;
  }[];
}

export function readWork(town: string): Promise<Work> {
  return ask(`/towns/${town}/field/work?at=field`);
}

export function readSession(): Promise<Session> {
  return ask('/auth/session');
}

/** Signs in; `codeAsked` where the account has a second step. */
export function signIn(said: {
  userName: string;
  password: string;
  code?: string;
}): Promise<{ mustChangePassword: boolean; codeAsked?: true }> {
  return ask('/auth/sign-in', { method: 'POST', body: said });
}

/** Hears how much of a sheet's photos has arrived, in hundredths. */
export type Moved = (sheet: string, share: number) => void;

/** The town of the addresses, for `bringSheet`. */
export function townOf(code: string, uploads: Uploads, moved: Moved = () => {}): Town {
  const base = `/towns/${code}`;
  return {
    save: (sheet, arriving: ArrivingSheet) =>
      ask<SavedSheet>(`${base}/sheets/${sheet}`, { method: 'PUT', body: arriving }),
    attach: async (sheet, sha256, evidenceId) => {
      const body = { sha256, evidenceId };
      await ask(`${base}/sheets/${sheet}/photos`, { method: 'POST', body });
    },
    send: (sheet, body) =>
      ask<SheetReceipt>(`${base}/sheets/${sheet}/send`, { method: 'POST', body }),
    bring: (draft, photo, bytes) => bring({ base, uploads, moved }, draft, photo, bytes),
  };
}

interface Bringing {
  readonly base: string;
  readonly uploads: Uploads;
  readonly moved: Moved;
}

type Photo = Draft['content']['photos'][number];

async function bring(
  { base, moved, uploads }: Bringing,
  draft: Draft,
  photo: Photo,
  bytes: Uint8Array,
): Promise<string> {
  const opened = await openUpload(base, uploads, photo);
  const at = `${base}/evidence/uploads/${opened.uploadId}`;
  let { received } = opened;
  while (received < bytes.length) {
    const form = new FormData();
    form.set('offset', String(received));
    form.set(
      'part',
      new File([new Uint8Array(bytes.slice(received, received + partBytes))], 'part'),
    );
    received = (await ask<{ received: number }>(`${at}/parts`, { method: 'POST', body: form }))
      .received;
    moved(draft.id, shareOf(draft, photo, received));
  }
  const line = draft.visit.template.lines.find(({ code }) => code === photo.line);
  const body = {
    caption: `${draft.visit.subject.name} ${line?.group ?? ''}`.trim().slice(0, 200),
    ...(photo.takenAt === undefined ? {} : { takenOn: photo.takenAt.slice(0, 10) }),
    takenBy: draft.visit.inspectors.find(({ code }) => code === draft.person)?.name ?? '',
    note: '',
  };
  for (;;) {
    const reply = await ask<Finished>(`${at}/finish`, { method: 'POST', body });
    if (reply.state === 'kept') return reply.evidence.id;
    await new Promise((go) => setTimeout(go, examinePause));
  }
}

/** Photos go in the order of the sheet, so those before this one are there. */
function shareOf({ content: { photos } }: Draft, photo: Photo, received: number): number {
  const at = photos.findIndex(({ sha256 }) => sha256 === photo.sha256);
  const sum = (some: readonly Photo[]) => some.reduce((all, { bytes }) => all + bytes, 0);
  return Math.floor(((sum(photos.slice(0, at)) + received) * 100) / sum(photos));
}

type Finished = { state: 'examining' } | { state: 'kept'; evidence: { id: string } };

interface Opened {
  readonly uploadId: string;
  readonly received: number;
}

/** Goes on with an upload that was begun, or begins one; the town may have forgotten an old one. */
async function openUpload(base: string, uploads: Uploads, photo: Photo): Promise<Opened> {
  const known = await uploads.read(photo.sha256);
  if (known?.uploadId !== undefined) {
    try {
      return await ask<Opened>(`${base}/evidence/uploads/${known.uploadId}`);
    } catch (error) {
      if (!(error instanceof Refused) || error.status !== 404) throw error;
    }
  }
  const key = known?.uploadId === undefined ? (known?.key ?? newId()) : newId();
  await uploads.keep(photo.sha256, { key });
  const { bytes, name, sha256, stamped } = photo;
  const body = { name, bytes, sha256, confirmed: true, stamp: stamped };
  const opened = await ask<Opened>(`${base}/evidence/uploads`, { method: 'POST', body, key });
  await uploads.keep(photo.sha256, { key, uploadId: opened.uploadId });
  return opened;
}

/** A random UUID, also where `randomUUID` is missing because there is no certificate. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
