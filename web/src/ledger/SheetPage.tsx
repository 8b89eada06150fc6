/** The score sheet: one clause, one period, every village; typed and pasted like a workbook. */

import { useQuery } from '@tanstack/react-query';
import { api } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import { Choice, Field } from '../forms/index.ts';
import { Empty, Query, useAddress, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { ledgerWords } from '../words/ledger.ts';
import { ledgerFormWords } from '../words/ledger-forms.ts';
import { LedgerFrame } from './LedgerFrame.tsx';
import type { Options } from './replies.ts';
import { SheetForm } from './SheetForm.tsx';
import { useOptions } from './use-ledger.ts';

export function SheetPage() {
  const w = useWords(ledgerWords);
  const options = useOptions();
  return (
    <Query query={options} what={w.ledger}>
      {(data) => <Chosen options={data} />}
    </Query>
  );
}

/** Which sheet the address names; the first line and its current period where it names none. */
function useSheetOf({ lines }: Options) {
  const { search } = useAddress();
  const line = lines.find((one) => one.line === search.line) ?? lines[0];
  const named = line?.periods.find(({ period }) => period === search.period);
  const period = named?.period ?? line?.current ?? line?.periods.at(-1)?.period;
  return { line, period, clause: search.clause };
}

function Chosen({ options }: { options: Options }) {
  const f = useWords(ledgerFormWords);
  const format = useFormat();
  const town = useTown();
  const { line, period, clause } = useSheetOf(options);
  const isChosen = line !== undefined && period !== undefined && clause !== undefined;
  const query = useQuery({
    ...api.ledger.sheet.queryOptions({
      input: { town, line: line?.line ?? '', clause: clause ?? '', period: period ?? '' },
    }),
    enabled: isChosen,
  });
  const rows = query.data?.rows ?? [];
  const filled = rows.filter(({ facts, entries }) => facts.length + entries.length > 0).length;
  return (
    <LedgerFrame
      here="sheet"
      title={f.sheetTitle}
      state={
        query.data
          ? f.sheetState(filled, rows.length, format.period(query.data.period))
          : f.sheetPick
      }
      filters={<SheetChoice options={options} />}
    >
      {!isChosen && <Empty what={f.sheetPick} />}
      {isChosen && (
        <Query query={query} what={f.sheetTitle}>
          {(sheet) => (
            <SheetForm key={`${sheet.line} ${sheet.clause.code} ${sheet.period}`} sheet={sheet} />
          )}
        </Query>
      )}
    </LedgerFrame>
  );
}

function SheetChoice({ options }: { options: Options }) {
  const f = useWords(ledgerFormWords);
  const w = useWords(ledgerWords);
  const format = useFormat();
  const { change } = useAddress();
  const { line, period, clause } = useSheetOf(options);
  const clauses = useClauses(options, line?.line);
  if (!line) return null;
  return (
    <>
      {options.lines.length > 1 && (
        <Field label={f.scheme}>
          {(parts) => (
            <select
              {...parts}
              value={line.line}
              onChange={({ target }) =>
                change({ line: target.value, clause: undefined, period: undefined })
              }
            >
              {options.lines.map((one) => (
                <option key={one.line} value={one.line}>
                  {one.name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Choice
        label={w.clause}
        options={clauses}
        value={clause ?? ''}
        onChange={(code) => change({ line: line.line, clause: code })}
        required
      />
      <Field label={w.period}>
        {(parts) => (
          <select
            {...parts}
            value={period}
            onChange={({ target }) => change({ period: target.value })}
          >
            {line.periods.map((one) => (
              <option key={one.period} value={one.period}>
                {format.period(one.period)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </>
  );
}

/** The clauses of a line that I record for, by number and words. */
function useClauses({ records }: Options, line: string | undefined) {
  const town = useTown();
  const query = useQuery(
    api.scheme.clauses.queryOptions({ input: { town, text: '', limit: 200 }, staleTime: 60_000 }),
  );
  return (query.data?.rows ?? [])
    .filter((clause) => clause.line === line && clause.kinds.length > 0)
    .filter(
      ({ owner }) => records.includes('*') || (owner !== undefined && records.includes(owner)),
    )
    .map(({ code, text }) => ({ value: code, label: `${code} ${text}` }));
}
