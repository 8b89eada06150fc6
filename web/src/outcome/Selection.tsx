/** The selection list of a rule: who stands on it, who cannot, and since when it is posted. */

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import { DateField } from '../forms/index.ts';
import { Button, Query, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { selectionWords } from '../words/selection.ts';
import { Pick } from '../work/WorkFields.tsx';
import { OutcomeModal } from './OutcomeModal.tsx';
import type { Brief } from './use-outcomes.ts';

/** The button, where a rule proposes somebody for an honour who is not decided on yet. */
export function Selection({ rows }: { rows: readonly Brief[] }) {
  const w = useWords(selectionWords);
  const [isOpen, setOpen] = useState(false);
  const open = rows.filter(
    ({ kind, state }) => kind === 'honour' && (state === 'proposed' || state === 'considered'),
  );
  if (open.length === 0) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{w.title}</Button>
      {isOpen && <SelectionForm rows={open} onClose={() => setOpen(false)} />}
    </>
  );
}

const keyOf = ({ line, period, code }: Brief) => `${line} ${period} ${code}`;

function SelectionForm({ rows, onClose }: { rows: readonly Brief[]; onClose(): void }) {
  const w = useWords(selectionWords);
  const town = useTown();
  const format = useFormat();
  const rules = [...new Map(rows.map((row) => [keyOf(row), row])).entries()];
  const [key, setKey] = useState(rules[0]?.[0] ?? '');
  const [postedOn, setPostedOn] = useState<string>(format.today);
  const [made, setMade] = useState<{ id: string; number: string; until: string }>();
  const [line = '', period = '', code = ''] = key.split(' ');
  const named = { town, line, period, code };
  const query = useQuery(api.outcomes.selection.queryOptions({ input: named }));
  return (
    <OutcomeModal
      title={w.title}
      says={w.says}
      action={w.make}
      call={client.outcomes.makeSelection}
      input={made || !query.data || postedOn === '' ? undefined : { ...named, postedOn }}
      onDone={(came) => {
        setMade(came);
        return true;
      }}
      onClose={onClose}
      wide
    >
      <Pick
        label={w.rule}
        options={rules.map(([one, row]) => [one, `${row.label} ${row.schemeName} ${row.name}`])}
        value={key}
        onChange={setKey}
      />
      <Query query={query} what={w.list}>
        {(list) => (
          <>
            <ul className="outcome-list" aria-label={w.list}>
              {list.rows.map(({ code: subject, name, reason, objections, against }) => (
                <li key={subject}>
                  {name}{' '}
                  <span className="soft">{[reason, ...objections, ...against].join('；')}</span>
                </li>
              ))}
            </ul>
            <DateField
              label={w.postedOn}
              hint={w.postedHint(list.workdays)}
              value={postedOn}
              min={list.today}
              onChange={setPostedOn}
              required
            />
          </>
        )}
      </Query>
      {made && (
        <p role="status">
          {w.made(made.number, format.day(made.until))}{' '}
          <a href={`/api/towns/${town}/official-documents/${made.id}/file`} download>
            {w.download}
          </a>
        </p>
      )}
    </OutcomeModal>
  );
}
