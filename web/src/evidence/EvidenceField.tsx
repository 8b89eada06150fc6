/** The field for what proves a fact: photos and files, sent from here and cited by the form. */

import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { api, client } from '../api/index.ts';
import { useWords } from '../words/catalogue.ts';
import { evidenceWords } from '../words/evidence.ts';
import { CitedRow } from './CitedRow.tsx';
import { DropZone } from './DropZone.tsx';
import { UploadList } from './UploadList.tsx';
import { useUploads } from './use-uploads.ts';
import './evidence.css';

interface EvidenceFieldProps {
  town: string;
  /** Ids of the evidence that the form cites. */
  value: readonly string[];
  /** Told the ids when a file is kept or taken out. */
  onChange(value: string[]): void;
  /** True while a file is on its way: a form that is saved now would leave it out. */
  onBusy?(isBusy: boolean): void;
  /** The legend; "佐证" unless the form says it better. */
  label?: string;
}

/** Drop, choose, paste or photograph; each file says where it stands and what became of it. */
export function EvidenceField({ town, value, onChange, onBusy, label }: EvidenceFieldProps) {
  const w = useWords(evidenceWords);
  const queries = useQueryClient();
  const latest = useRef(value);
  latest.current = value;
  // Two files may be kept before the form is drawn anew.
  const change = (ids: string[]) => {
    latest.current = ids;
    onChange(ids);
  };
  const sentHere = useRef(new Set<string>());
  const uploads = useUploads(town, (item) => {
    sentHere.current.add(item.id);
    queries.setQueryData(queryOf(town, item.id).queryKey, item);
    if (!latest.current.includes(item.id)) change([...latest.current, item.id]);
  });
  useEffect(() => onBusy?.(uploads.isBusy), [onBusy, uploads.isBusy]);

  const takeOut = (id: string) => {
    change(latest.current.filter((other) => other !== id));
    // What was sent by mistake goes at once; what something rests on is refused, and stays.
    if (sentHere.current.delete(id)) {
      void client.evidence.remove({ town, evidenceId: id }).catch(() => {});
    }
  };
  return (
    <fieldset className="evidence-field">
      <legend>{label ?? w.evidence}</legend>
      <DropZone onFiles={uploads.add} />
      <UploadList uploads={uploads} />
      {value.length > 0 && (
        <ul className="evidence-rows" aria-label={w.cited}>
          <Cited town={town} ids={value} onTakeOut={takeOut} uploads={uploads} />
        </ul>
      )}
    </fieldset>
  );
}

interface CitedProps {
  town: string;
  ids: readonly string[];
  uploads: ReturnType<typeof useUploads>;
  onTakeOut(id: string): void;
}

function Cited({ town, ids, uploads, onTakeOut }: CitedProps) {
  const found = useQueries({ queries: ids.map((id) => queryOf(town, id)) });
  const notices = new Map(
    uploads.list.map(({ state }) => [state.kept?.id ?? '', state.notices] as const),
  );
  return ids.map((id, index) => (
    <CitedRow
      key={id}
      town={town}
      query={found[index]}
      notices={notices.get(id) ?? []}
      onTakeOut={() => onTakeOut(id)}
    />
  ));
}

function queryOf(town: string, evidenceId: string) {
  return api.evidence.one.queryOptions({ input: { town, evidenceId } });
}
