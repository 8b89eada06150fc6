/** Before a demand to be inspected leaves: what other offices found in these villages, to take over. */

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type CallContext, client, useSave } from '../../api/index.ts';
import { useFormat } from '../../format/index.ts';
import { Button, SaveLine, useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { reuseWords } from '../../words/reuse.ts';
import { type ExistingResult, ExistingResults } from '../ExistingResults.tsx';
import { Line } from '../WorkFields.tsx';
import { type DemandDraft, inputOf, isJudged } from './demand-draft.ts';
import type { Demand } from './replies.ts';
import { useDemandRefresh } from './use-demands.ts';

interface KnownResultsProps {
  draft: DemandDraft;
  write(change: Partial<DemandDraft>): void;
  onDone(demand: Demand): void;
}

/**
 * A village is taken off the demand for a result that is there: that is kept as a demand which was not
 * sent, and the meter counts it so. The others stay to be asked.
 */
export function KnownResults({ draft, write, onDone }: KnownResultsProps) {
  const w = useWords(reuseWords);
  const town = useTown();
  const format = useFormat();
  const refresh = useDemandRefresh();
  const [note, setNote] = useState('');
  const { kind, office, units } = draft;
  const query = useQuery({
    ...api.rounds.existing.queryOptions({ input: { town, office } }),
    enabled: kind === 'inspection' && office !== '',
  });
  const save = useSave(
    async (row: ExistingResult, { context }: { context: CallContext }) => {
      const asked = await client.demands.ask(
        { ...inputOf(draft, town), units: [row.village.code], askLeader: true, sendNow: false },
        { context },
      );
      const reason = w.takenOver(row.office.name, format.day(row.on), note.trim());
      return client.demands.withdraw({ town, id: asked.id, reason });
    },
    {
      onSaved: (demand) => {
        refresh();
        const left = units.filter((unit) => demand.units.every(({ code }) => code !== unit));
        if (left.length === 0) onDone(demand);
        else write({ units: left });
      },
    },
  );
  const rows = (query.data?.rows ?? []).filter(({ village }) => units.includes(village.code));
  if (kind !== 'inspection' || rows.length === 0) return null;
  const isReady = isJudged(draft) && note.trim().length > 1 && !save.isBusy;
  return (
    <>
      <ExistingResults
        rows={rows}
        deed={(row) => (
          <Button disabled={!isReady} onClick={() => void save.run(row)}>
            {w.demandDeed(row.village.name)}
          </Button>
        )}
      >
        <Line label={w.note} hint={w.noteHint} value={note} onChange={setNote} />
      </ExistingResults>
      <SaveLine save={save} />
    </>
  );
}
