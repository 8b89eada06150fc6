/** Sending evidence before there is a fact to rest on it: after a day outside, all photos at once. */

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/index.ts';
import { useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { evidenceWords } from '../words/evidence.ts';
import { EvidenceField } from './EvidenceField.tsx';

export function NewEvidence() {
  const w = useWords(evidenceWords);
  const town = useTown();
  const queries = useQueryClient();
  const [sent, setSent] = useState<string[]>([]);
  const onChange = (ids: string[]) => {
    setSent(ids);
    void queries.invalidateQueries({ queryKey: api.evidence.list.key() });
  };
  return (
    <>
      <p className="prose">{w.newWhy}</p>
      <EvidenceField town={town} value={sent} onChange={onChange} label={w.files} />
    </>
  );
}
