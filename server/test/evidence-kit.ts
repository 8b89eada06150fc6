/** Sends evidence as the page does: announced, in parts, then asked until it is kept. */

import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type { UsesFor } from '../src/evidence/index.ts';
import type { Ctx, Queries } from '../src/platform/index.ts';
import { sha256Of } from './evidence-samples.ts';
import { type Answer, type Asker, testPassword } from './kit/rooms.ts';

export interface SentFile {
  readonly town: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly caption?: string;
  readonly takenOn?: string;
  readonly stamp?: boolean;
}

/** Sends a file; gives the answer that says it is kept, or the first refusal. */
export async function sendEvidence(asker: Asker, file: SentFile): Promise<Answer> {
  const opened = await openUpload(asker, file);
  if (opened.status !== 200) return opened;
  const { uploadId } = opened.body;
  const sent = await sendPart(asker, { ...file, uploadId, offset: 0 });
  return sent.status === 200 ? finish(asker, { ...file, uploadId }) : sent;
}

/** Announces a file. */
export function openUpload(asker: Asker, { town, name, bytes, stamp = false }: SentFile) {
  const about = { name, bytes: bytes.length, sha256: sha256Of(bytes), confirmed: true, stamp };
  return asker.post(`/api/towns/${town}/evidence/uploads`, about);
}

interface SentPart {
  readonly town: string;
  readonly uploadId: string;
  readonly offset: number;
  readonly bytes: Uint8Array;
}

/** Sends bytes as one part. */
export async function sendPart(asker: Asker, { town, uploadId, offset, bytes }: SentPart) {
  const form = new FormData();
  form.set('offset', String(offset));
  form.set('part', new File([Buffer.from(bytes)], 'part'));
  const body = await new Response(form).blob();
  return asker.ask('POST', `/api/towns/${town}/evidence/uploads/${uploadId}/parts`, body);
}

interface Finished {
  readonly town: string;
  readonly uploadId: string;
  readonly caption?: string;
  readonly takenOn?: string;
}

/** Asks until the file is kept or refused. */
export async function finish(
  asker: Asker,
  { town, uploadId, caption = '', takenOn }: Finished,
): Promise<Answer> {
  for (;;) {
    const about = { caption, takenBy: '', note: '', ...(takenOn ? { takenOn } : {}) };
    const path = `/api/towns/${town}/evidence/uploads/${uploadId}/finish`;
    const answer = await asker.post(path, about);
    if (answer.body.state !== 'examining') return answer;
    await pause(20);
  }
}

/** Signs a person of the kit in once more and reads files as bytes, as a browser does. */
export async function reader(origin: string, userName: string) {
  const signedIn = await fetch(`${origin}/api/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ userName, password: testPassword }),
  });
  const cookie = signedIn.headers.getSetCookie().map((text) => text.split(';')[0]);
  return async (path: string) => {
    const answer = await fetch(`${origin}${path}`, { headers: { cookie: cookie.join('; ') } });
    const bytes = Buffer.from(await answer.arrayBuffer());
    return { status: answer.status, headers: answer.headers, bytes };
  };
}

/** A ledger by which nobody may read what cites a file. */
export const noUses: UsesFor = async () => {
  const never = () => sql<boolean>`false`;
  return { fact: never, entry: never };
};

interface Given {
  readonly db: Queries;
  readonly tenant: string;
  readonly town: string;
  readonly zhou: Asker;
}

/** What a deed of the recorder zhou is given, for a test that does not come through the gate. */
export function ctxOf({ db, tenant, town, zhou: { accountId } }: Given): Ctx {
  return {
    db: db as Ctx['db'],
    now: '2026-04-10T02:00:00.000Z',
    requestId: 'test',
    headers: new Headers(),
    setHeader: () => {},
    afterCommit: () => {},
    actInPlaceOf: () => {},
    tenant: { id: tenant, code: town, name: '青禾镇', kind: 'town' },
    account: { id: accountId, userName: 'zhou', mustChangePassword: false },
    actor: { accountId, grants: [{ role: 'recorder', lines: [] }] },
  };
}
