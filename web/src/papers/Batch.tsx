/** Many documents in one file: chosen here, packed by the program, fetched when it is ready. */

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '../api/index.ts';
import { DeedModal } from '../forms/index.ts';
import { useAddress, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { paperWords } from '../words/papers.ts';
import type { IssuedDocument } from './replies.ts';

interface PackFormProps {
  /** What the page lists: all of it is chosen at first, without what is void. */
  rows: readonly IssuedDocument[];
  onClose(): void;
}

export function PackForm({ rows, onClose }: PackFormProps) {
  const w = useWords(paperWords);
  const town = useTown();
  const { change } = useAddress();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(rows.filter(({ voided }) => !voided).map(({ id }) => id)),
  );
  const turn = (id: string, isOn: boolean) => {
    const next = new Set(chosen);
    if (isOn) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  const turnAll = (isOn: boolean) => setChosen(new Set(isOn ? rows.map(({ id }) => id) : []));
  return (
    <DeedModal
      title={w.pack}
      says={w.packSays}
      action={w.packAction(chosen.size)}
      call={client.papers.startBatch}
      input={chosen.size === 0 ? undefined : { town, documents: [...chosen] }}
      refresh={() => {}}
      onDone={({ id }) => change({ batch: id })}
      onClose={onClose}
    >
      <ul className="paper-choice">
        <li>
          <label>
            <input
              type="checkbox"
              checked={chosen.size === rows.length}
              onChange={({ target }) => turnAll(target.checked)}
            />
            {w.chooseAll}
          </label>
        </li>
        {rows.map(({ id, number, title, voided }) => (
          <li key={id}>
            <label>
              <input
                type="checkbox"
                checked={chosen.has(id)}
                onChange={({ target }) => turn(id, target.checked)}
              />
              {[number, title, voided && `（${w.voided}）`].filter(Boolean).join(' ')}
            </label>
          </li>
        ))}
      </ul>
    </DeedModal>
  );
}

/** The batch that the address names; it goes on while nobody looks. */
export function BatchState() {
  const { search } = useAddress();
  return search.batch === undefined ? null : <Batch id={search.batch} />;
}

function Batch({ id }: { id: string }) {
  const w = useWords(paperWords);
  const town = useTown();
  const query = useQuery({
    ...api.papers.batch.queryOptions({ input: { town, id } }),
    refetchInterval: ({ state: { data } }) => (data?.state === 'packing' ? 500 : false),
  });
  const { data } = query;
  if (!data) return null;
  const { state, done, total } = data;
  return (
    <section className="paper-batch no-print" role="status">
      {state === 'packing' && (
        <>
          <progress value={done} max={total} aria-label={w.pack} /> {w.packing(done, total)}
        </>
      )}
      {state === 'failed' && w.packFailed}
      {state === 'ready' && (
        <>
          {w.packed(total)}{' '}
          <a href={`/api/towns/${town}/document-batches/${id}/file`} download>
            {w.downloadZip}
          </a>
        </>
      )}
    </section>
  );
}
