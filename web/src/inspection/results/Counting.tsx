/** Counting a round: what each line becomes before it is pressed, and afterwards the facts that came of it. */

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '../../api/index.ts';
import { useFormat } from '../../format/index.ts';
import { Button, Empty, Query, useTown } from '../../shell/index.ts';
import { DataTable } from '../../table/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { countingWords } from '../../words/counting.ts';
import { InspectionModal } from '../InspectionModal.tsx';
import type { CountingData } from '../replies.ts';
import {
  type LineRow,
  useLeftOutColumns,
  useLineColumns,
  useRecordColumns,
} from './use-counting-columns.tsx';
import './counting.css';

export function Counting({ round: id }: { round: string }) {
  const w = useWords(countingWords);
  const town = useTown();
  const query = useQuery(api.counting.round.queryOptions({ input: { town, id } }));
  return (
    <section className="counting">
      <h2>{w.title}</h2>
      <Query query={query} what={w.title}>
        {(data) => (data.counted ? <Counted data={data} /> : <Ahead data={data} />)}
      </Query>
    </section>
  );
}

/** Before: what stands in the way, what each line becomes, and the press. */
function Ahead({ data }: { data: CountingData }) {
  const w = useWords(countingWords);
  const [isOpen, setOpen] = useState(false);
  const rows = rowsOf(data);
  const facts = rows.filter(({ line }) => line.outcome === 'fact');
  const places = new Set(rows.map(({ place }) => place)).size;
  return (
    <>
      <Sentences head={w.wait} sentences={data.inTheWay} />
      {rows.length > 0 && <p>{facts.length === 0 ? w.noFacts : w.says(facts.length, places)}</p>}
      <Sentences head={w.heeds} sentences={data.heeds} />
      <NotGone data={data} />
      {data.may && (
        <p>
          <Button kind="main" onClick={() => setOpen(true)}>
            {w.action}
          </Button>
        </p>
      )}
      {rows.length > 0 && <Lines rows={rows} />}
      {isOpen && <CountForm data={data} facts={facts.length} onClose={() => setOpen(false)} />}
    </>
  );
}

interface CountFormProps {
  data: CountingData;
  facts: number;
  onClose(): void;
}

function CountForm({ data: { round }, facts, onClose }: CountFormProps) {
  const w = useWords(countingWords);
  const town = useTown();
  return (
    <InspectionModal
      title={w.title}
      says={facts === 0 ? w.noFacts : w.modalSays(facts)}
      action={w.action}
      call={client.counting.count}
      input={{ town, id: round.id, version: round.version }}
      onClose={onClose}
    />
  );
}

/** Afterwards: each fact with where it stands in the ledger. */
function Counted({ data }: { data: CountingData }) {
  const w = useWords(countingWords);
  const format = useFormat();
  const columns = useRecordColumns();
  const rows = data.visits.flatMap(({ id, records, subject }) =>
    records.map((record, at) => ({ key: `${id} ${at}`, place: subject.name, record })),
  );
  return (
    <>
      {data.counted && <p>{w.counted(data.counted.by.name, format.moment(data.counted.at))}</p>}
      <NotGone data={data} />
      <DataTable
        name="counted"
        prefix="counted-"
        label={w.recordsLabel}
        rows={rows}
        rowKey={({ key }) => key}
        columns={columns}
        empty={<Empty what={w.nothing} why={w.nothingWhy} />}
      />
    </>
  );
}

function Lines({ rows }: { rows: readonly LineRow[] }) {
  const w = useWords(countingWords);
  const columns = useLineColumns();
  const others = useLeftOutColumns();
  const facts = rows.filter(({ line }) => line.outcome === 'fact');
  const leftOut = rows.filter(({ line }) => line.outcome !== 'fact');
  return (
    <>
      {facts.length > 0 && (
        <DataTable
          name="counting"
          prefix="counting-"
          label={w.label}
          rows={facts}
          rowKey={({ key }) => key}
          columns={columns}
        />
      )}
      {leftOut.length > 0 && (
        <details>
          <summary>{w.leftOut(leftOut.length)}</summary>
          <DataTable
            name="left-out"
            bare
            label={w.leftOut(leftOut.length)}
            rows={leftOut}
            rowKey={({ key }) => key}
            columns={others}
          />
        </details>
      )}
    </>
  );
}

function Sentences({ head, sentences }: { head: string; sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <>
      <p>{head}</p>
      <ul className="result-lines">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}

function NotGone({ data: { visits } }: { data: CountingData }) {
  const w = useWords(countingWords);
  return visits
    .filter(({ state }) => state === 'missed')
    .map(({ id, reason = '', subject }) => <p key={id}>{w.notGone(subject.name, reason)}</p>);
}

function rowsOf({ visits }: CountingData): LineRow[] {
  return visits.flatMap(({ id, lines, subject }) =>
    lines.map((line, at) => ({ key: `${id} ${at}`, place: subject.name, line })),
  );
}
