/** Files on their way: what each waits for, how far it is, and why one was refused. */

import { useState } from 'react';
import { Button } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { evidenceWords, sizeText } from '../words/evidence.ts';
import { shellWords } from '../words/shell.ts';
import type { Upload, Uploads } from './use-uploads.ts';

/** The confirmation before anything is sent, and a row a file until it is kept. */
export function UploadList({ uploads }: { uploads: Uploads }) {
  const w = useWords(evidenceWords);
  const { confirm, list, unconfirmed } = uploads;
  const open = list.filter(({ state }) => state.step !== 'kept');
  if (open.length === 0) return null;
  return (
    <>
      {unconfirmed > 0 && <Confirmation count={unconfirmed} onConfirm={confirm} />}
      <ul className="evidence-rows" aria-label={w.onTheWay}>
        {open.map((upload) => (
          <UploadRow key={upload.id} upload={upload} />
        ))}
      </ul>
    </>
  );
}

/** It goes away with the tick and comes back with the next files: each batch is looked at anew. */
function Confirmation({ count, onConfirm }: { count: number; onConfirm(): void }) {
  const w = useWords(evidenceWords);
  return (
    <div className="evidence-confirm">
      <label>
        <input type="checkbox" checked={false} onChange={onConfirm} /> {w.confirm(count)}
      </label>
      <p className="soft field-hint">{w.confirmWhy}</p>
    </div>
  );
}

function UploadRow({ upload }: { upload: Upload }) {
  const w = useWords(evidenceWords);
  const { file, leave, retry, state } = upload;
  const isBad = ['waiting', 'refused', 'failed'].includes(state.step);
  const mayGoOn = state.step === 'waiting' || state.step === 'failed' || isSignedOut(upload);
  return (
    <li className="evidence-row">
      <Thumb file={file} />
      <div className="evidence-words">
        <p>
          <span className="evidence-name">{file.name}</span>{' '}
          <span className="soft">{sizeText(file.size)}</span>
        </p>
        <p role={isBad ? 'alert' : 'status'} className={isBad ? 'field-error' : 'soft'}>
          <Standing upload={upload} />
        </p>
        {['hashing', 'sending'].includes(state.step) && (
          <progress max={file.size} value={state.done} aria-label={file.name} />
        )}
      </div>
      <p className="evidence-deeds">
        {mayGoOn && <Button onClick={retry}>{w.again}</Button>}
        <Button onClick={leave}>{isBad && !mayGoOn ? w.takeAway : w.leave}</Button>
      </p>
    </li>
  );
}

/** Where a file stands, in one sentence. */
function Standing({ upload: { file, state } }: { upload: Upload }) {
  const w = useWords(evidenceWords);
  const shell = useWords(shellWords);
  const { done, problem, step } = state;
  const percent = file.size === 0 ? 100 : Math.floor((done * 100) / file.size);
  const sentence = [problem?.title, problem?.detail].filter(Boolean).join(' ');
  switch (step) {
    case 'unconfirmed':
      return w.unconfirmed;
    case 'queued':
      return w.queued;
    case 'hashing':
      return w.hashing(percent);
    case 'sending':
      return w.sending(percent, sizeText(done), sizeText(file.size));
    case 'examining':
      return w.examining;
    case 'waiting':
      if (problem === undefined) return w.waiting(sizeText(done));
      return sentence === '' ? w.waitingServer : sentence;
    case 'refused':
      return sentence;
    case 'failed':
      if (problem === undefined) return w.unreadable(file.name);
      return problem.incident ? `${w.failed}${shell.incident(problem.incident)}` : w.failed;
    case 'kept':
      return '';
  }
}

/** After signing in again in another window the file goes on. */
function isSignedOut({ state }: Upload): boolean {
  return state.step === 'refused' && state.problem?.status === 401;
}

/** The picture as it lies on this computer, before anything is sent. */
function Thumb({ file }: { file: File }) {
  const [address] = useState(() =>
    /^image\/(?:jpeg|png|webp)$/.test(file.type) ? URL.createObjectURL(file) : undefined,
  );
  return (
    <span className="evidence-thumb">
      {address && <img src={address} alt="" onLoad={() => URL.revokeObjectURL(address)} />}
    </span>
  );
}
