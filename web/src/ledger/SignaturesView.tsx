/** 经查无: clause by clause, who signed that nothing else was found; and signing one's own. */

import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { api, client, useSave } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import { Field } from '../forms/index.ts';
import { Button, Empty, Query, SaveLine, useAddress, useConfirm, useTown } from '../shell/index.ts';
import { type Column, DataTable } from '../table/index.ts';
import { useWords } from '../words/catalogue.ts';
import { ledgerWords } from '../words/ledger.ts';
import { LedgerFrame } from './LedgerFrame.tsx';
import type { Line, Options, Signature } from './replies.ts';
import { useOptions, useRefresh } from './use-ledger.ts';

export function SignaturesView() {
  const w = useWords(ledgerWords);
  const options = useOptions();
  return (
    <Query query={options} what={w.signatures}>
      {(data) => <OfLine options={data} />}
    </Query>
  );
}

/** The line and period of the address; else the first line, and its last period that is over. */
function useChosen({ lines }: Options): { line: Line; period: string } | undefined {
  const { search } = useAddress();
  const wanted = search.period;
  const line =
    lines.find((one) => one.line === search.line) ??
    lines.find(({ periods }) => periods.some(({ period }) => period === wanted)) ??
    lines[0];
  if (!line) return undefined;
  const own = line.periods.find(({ period }) => period === wanted);
  const before = line.periods.filter(({ period }) => period !== line.current);
  const period = own ?? before.at(-1) ?? line.periods.at(-1);
  return period && { line, period: period.period };
}

function OfLine({ options }: { options: Options }) {
  const w = useWords(ledgerWords);
  const chosen = useChosen(options);
  if (!chosen) {
    return (
      <LedgerFrame here="signatures" title={w.ledger}>
        <Empty what={w.noSignatures} why={w.noSignaturesWhy} />
      </LedgerFrame>
    );
  }
  return <OfPeriod key={`${chosen.line.line} ${chosen.period}`} {...chosen} options={options} />;
}

interface OfPeriodProps {
  line: Line;
  period: string;
  options: Options;
}

function OfPeriod({ line, period, options }: OfPeriodProps) {
  const w = useWords(ledgerWords);
  const format = useFormat();
  const town = useTown();
  const { search } = useAddress();
  const query = useQuery(
    api.ledger.signatures.queryOptions({ input: { town, line: line.line, period } }),
  );
  const rows = (query.data?.rows ?? []).filter(
    ({ owner }) => !search.office || owner === search.office,
  );
  const open = rows.filter(({ signed }) => !signed).length;
  return (
    <LedgerFrame
      here="signatures"
      title={w.ledger}
      state={query.data && w.signState(open, rows.length, format.period(period))}
      filters={<PeriodChoice options={options} line={line} period={period} />}
    >
      <Query query={query} what={w.signatures}>
        {() => (
          <SignTable
            rows={rows}
            line={line.line}
            period={period}
            isOver={period !== line.current}
          />
        )}
      </Query>
    </LedgerFrame>
  );
}

function PeriodChoice({ options, line, period }: OfPeriodProps) {
  const w = useWords(ledgerWords);
  const format = useFormat();
  const { search, change } = useAddress();
  return (
    <>
      <Field label={w.scheme}>
        {(parts) => (
          <select
            {...parts}
            value={line.line}
            onChange={(event) => change({ line: event.target.value, period: undefined })}
          >
            {options.lines.map((one) => (
              <option key={one.line} value={one.line}>
                {one.name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={w.period}>
        {(parts) => (
          <select
            {...parts}
            value={period}
            onChange={(event) => change({ line: line.line, period: event.target.value })}
          >
            {line.periods.map((one) => (
              <option key={one.period} value={one.period}>
                {format.period(one.period)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={w.office}>
        {(parts) => (
          <select
            {...parts}
            value={search.office ?? ''}
            onChange={(event) => change({ office: event.target.value })}
          >
            <option value="">{w.anyOffice}</option>
            {options.offices.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        )}
      </Field>
    </>
  );
}

interface SignTableProps {
  rows: readonly Signature[];
  line: string;
  period: string;
  isOver: boolean;
}

function SignTable({ rows, line, period, isOver }: SignTableProps) {
  const w = useWords(ledgerWords);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const columns = useColumns(picked, setPicked, isOver);
  const open = rows.filter(({ maySign }) => maySign).map(({ code }) => code);
  if (rows.length === 0) return <Empty what={w.noSignatures} why={w.noSignaturesWhy} />;
  const chosen = open.filter((code) => picked.has(code));
  return (
    <>
      {open.length > 0 && (
        <div className="ledger-deeds">
          <label className="ledger-check">
            <input
              type="checkbox"
              checked={chosen.length === open.length}
              onChange={({ target }) => setPicked(new Set(target.checked ? open : []))}
            />
            {w.chooseAll}
          </label>
          <SignDeed {...{ line, period }} clauses={chosen} />
        </div>
      )}
      <DataTable
        name="ledger-signatures"
        label={w.signatures}
        rows={rows}
        rowKey={({ code }) => code}
        columns={columns}
      />
    </>
  );
}

function SignDeed({
  line,
  period,
  clauses,
}: {
  line: string;
  period: string;
  clauses: readonly string[];
}) {
  const w = useWords(ledgerWords);
  const town = useTown();
  const confirm = useConfirm();
  const refresh = useRefresh();
  const save = useSave(client.ledger.sign, { onSaved: refresh });
  const sign = async () => {
    const isSure = await confirm({
      title: w.signTitle,
      body: w.signSays(clauses.join(w.comma)),
      rows: clauses.length,
      action: w.sign(clauses.length),
    });
    if (isSure) void save.run({ town, line, period, clauses: [...clauses] });
  };
  return (
    <>
      <Button
        kind="main"
        disabled={clauses.length === 0 || save.isBusy}
        onClick={() => void sign()}
      >
        {w.sign(clauses.length)}
      </Button>
      <SaveLine save={save} />
    </>
  );
}

function useColumns(
  picked: ReadonlySet<string>,
  setPicked: (next: ReadonlySet<string>) => void,
  isOver: boolean,
): readonly Column<Signature>[] {
  const w = useWords(ledgerWords);
  const format = useFormat();
  return useMemo(() => {
    const signedText = ({ signed, waiting, maySign }: Signature) => {
      if (signed) return w.signedText(signed.by, format.moment(signed.at));
      if (!isOver) return w.notOver;
      if (waiting > 0) return w.waitsFirst;
      return maySign ? w.unsigned : w.notYours;
    };
    return [
      {
        id: 'code',
        title: w.clause,
        width: 6,
        text: ({ code }) => code,
        cell: ({ code, maySign }) =>
          maySign ? (
            <label className="ledger-check">
              <input
                type="checkbox"
                aria-label={w.chooseRow(code)}
                checked={picked.has(code)}
                onChange={({ target }) => {
                  const next = new Set(picked);
                  if (target.checked) next.add(code);
                  else next.delete(code);
                  setPicked(next);
                }}
              />
              {code}
            </label>
          ) : (
            code
          ),
      },
      { id: 'text', title: w.clauseText, width: 28, text: ({ text }) => text },
      { id: 'owner', title: w.office, width: 7, text: ({ owner = '' }) => owner },
      {
        id: 'facts',
        title: w.factCount,
        kind: 'number',
        width: 5,
        text: ({ facts }) => `${facts}`,
      },
      {
        id: 'waiting',
        title: w.waitCount,
        kind: 'number',
        width: 5,
        text: ({ waiting }) => `${waiting}`,
      },
      { id: 'signed', title: w.signedBy, width: 16, text: signedText },
    ] satisfies Column<Signature>[];
  }, [w, format, picked, setPicked, isOver]);
}
