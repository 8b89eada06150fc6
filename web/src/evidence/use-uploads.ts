/** Files on their way from this page: one after the other, each in parts, on again after an outage. */

import { useEffect, useReducer, useRef } from 'react';
import { client, newKey, useLeaveGuard } from '../api/index.ts';
import { sha256Of } from './sha256.ts';
import { Uploading, type UploadParts, type UploadState } from './uploading.ts';

/** A piece of evidence as the server tells it. */
export type EvidenceItem = Awaited<ReturnType<typeof client.evidence.one>>;

/** Smaller than the server takes, so that a slow line shows progress and loses little. */
const partBytes = 1024 * 1024;

/** A file of this page, from its choice until it is kept. */
export interface Upload {
  readonly id: string;
  readonly file: File;
  readonly state: UploadState<EvidenceItem>;
  /** SHA-256 on this computer; '' before it is known. */
  readonly sha256: string;
  retry(): void;
  /** Takes it off the page, and what arrived of it off the server. */
  leave(): void;
}

export interface Uploads {
  readonly list: readonly Upload[];
  /** How many wait until a person confirms what they hold. */
  readonly unconfirmed: number;
  /** Something is on its way: saving the form now would leave it out. */
  readonly isBusy: boolean;
  add(files: Iterable<File>): void;
  /** Sends what waits: somebody says that it holds no secret. */
  confirm(): void;
}

interface Held {
  id: string;
  uploading: Uploading<EvidenceItem>;
}

/** `onKept` hears of each piece of evidence once, with the sentences about what was put right. */
export function useUploads(
  town: string,
  onKept: (item: EvidenceItem, notices: readonly string[]) => void,
): Uploads {
  const held = useRef<Held[]>([]);
  const queue = useRef(Promise.resolve());
  const number = useRef(1);
  const told = useRef(onKept);
  told.current = onKept;
  const [, draw] = useReducer((n: number) => n + 1, 0);
  useEffect(() => {
    const { current } = held;
    const stop = interruptedWhenOffline(current);
    return () => {
      stop();
      // Whoever leaves the form leaves what was on its way; what is kept stays.
      for (const { uploading } of current.splice(0)) uploading.leave();
    };
  }, []);
  const isBusy = held.current.some(({ uploading }) => uploading.isUnderWay);
  useLeaveGuard(isBusy);

  const add = (files: Iterable<File>) => {
    for (const file of files) {
      const changed = (state: UploadState<EvidenceItem>) => {
        if (state.kept) told.current(state.kept, state.notices);
        draw();
      };
      const uploading = new Uploading(file, { ...callsFor(town, file), changed });
      held.current.push({ id: `file-${number.current++}`, uploading });
    }
    draw();
  };
  const confirm = () => {
    for (const { uploading } of held.current.filter(isUnconfirmed)) {
      queue.current = uploading.confirm(queue.current);
    }
  };
  const leave = (one: Held) => {
    one.uploading.leave();
    held.current.splice(held.current.indexOf(one), 1);
    draw();
  };
  return {
    list: held.current.map((one) => ({
      id: one.id,
      file: one.uploading.file,
      state: one.uploading.state,
      sha256: one.uploading.sha256,
      retry: () => one.uploading.retry(),
      leave: () => leave(one),
    })),
    unconfirmed: held.current.filter(isUnconfirmed).length,
    isBusy,
    add,
    confirm,
  };
}

function isUnconfirmed({ uploading }: Held): boolean {
  return uploading.state.step === 'unconfirmed';
}

function interruptedWhenOffline(held: readonly Held[]): () => void {
  const interrupt = () => {
    for (const { uploading } of held) uploading.interrupt();
  };
  window.addEventListener('offline', interrupt);
  return () => window.removeEventListener('offline', interrupt);
}

function callsFor(town: string, file: File): Omit<UploadParts<EvidenceItem>, 'changed'> {
  const { evidence } = client;
  const { name, size: bytes } = file;
  return {
    hash: sha256Of,
    open: (sha256, idempotencyKey, signal) =>
      evidence.openUpload(
        { town, name, bytes, sha256, confirmed: true },
        { context: { idempotencyKey }, signal },
      ),
    arrived: (uploadId, signal) => evidence.upload({ town, uploadId }, { signal }),
    send: async (uploadId, offset, signal) => {
      // Read before it is sent: a file that somebody changed meanwhile must not look like an outage.
      const piece = await file.slice(offset, offset + partBytes).arrayBuffer();
      const part = new File([piece], 'part');
      return evidence.sendPart({ town, uploadId, offset, part }, { signal });
    },
    finish: (uploadId, signal) =>
      evidence.finishUpload({ town, uploadId, caption: '', takenBy: '', note: '' }, { signal }),
    drop: (uploadId) => evidence.dropUpload({ town, uploadId }),
    newKey,
    later,
  };
}

function later(go: () => void, ms: number): () => void {
  const timer = window.setTimeout(once, ms);
  function once() {
    forget();
    go();
  }
  function forget() {
    window.clearTimeout(timer);
    window.removeEventListener('online', once);
  }
  window.addEventListener('online', once);
  return forget;
}
