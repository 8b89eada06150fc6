/** The order of handling of a month: offices, leaders, and the items behind every count. */

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, type client } from '../../api/index.ts';
import { useFormat } from '../../format/index.ts';
import { Button, Drawer, Empty, Query, useAddress, useDrawer, useTown } from '../../shell/index.ts';
import { type Column, DataTable } from '../../table/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { circularWords } from '../../words/circulars.ts';
import { WorkFrame } from '../WorkFrame.tsx';
import { ItemTable } from './ItemTable.tsx';
import './circulars.css';

export type Order = Awaited<ReturnType<(typeof client.handling)['order']>>;
type Row = Order['offices'][number];

/** The counts of a row that open into items. */
const counts = [
  'due',
  'inTime',
  'late',
  'open',
  'inReview',
  'urged',
  'sentBack',
  'extended',
] as const;
type Count = (typeof counts)[number];

export function HandlingPage() {
  const w = useWords(circularWords);
  const format = useFormat();
  const town = useTown();
  const { search } = useAddress();
  const month = search.month;
  const query = useQuery(
    api.handling.order.queryOptions({ input: { town, ...(month ? { month } : {}) } }),
  );
  const { data } = query;
  return (
    <WorkFrame
      here="handling"
      title={data ? w.handlingOf(format.period(data.month)) : w.handling}
      state={data && `${stateOf(data, w.handlingState)}${w.internal}`}
      filters={data && <MonthChoice data={data} />}
      actions={<Button onClick={() => window.print()}>{w.print}</Button>}
    >
      <Query query={query} what={w.handling}>
        {(found) => <Tables data={found} />}
      </Query>
    </WorkFrame>
  );
}

function stateOf(
  { offices }: Order,
  words: (due: number, inTime: number, open: number) => string,
): string {
  const sum = (count: Count) => offices.reduce((total, row) => total + row[count].length, 0);
  return words(sum('due'), sum('inTime'), sum('open'));
}

function MonthChoice({ data }: { data: Order }) {
  const w = useWords(circularWords);
  const format = useFormat();
  const { change } = useAddress();
  const months = data.months.includes(data.month) ? data.months : [data.month, ...data.months];
  return (
    <label className="field">
      {w.month}
      <select
        value={data.month}
        onChange={({ target }) => change({ month: target.value, open: undefined })}
      >
        {months.map((one) => (
          <option key={one} value={one}>
            {format.period(one)}
          </option>
        ))}
      </select>
    </label>
  );
}

function Tables({ data }: { data: Order }) {
  const w = useWords(circularWords);
  const drawer = useDrawer();
  const parts = [
    ['office', w.offices, data.offices],
    ['leader', w.leaders, data.leaders],
  ] as const;
  if (data.offices.length === 0) return <Empty what={w.nothing} why={w.nothingWhy} />;
  return (
    <div className="print-wide">
      {parts.map(([part, title, rows]) => (
        <section key={part}>
          <h2>{title}</h2>
          <OrderTable part={part} rows={rows} onOpen={drawer.open} />
        </section>
      ))}
      <section>
        <h2>{w.rule}</h2>
        <p className="prose">{data.rule}</p>
      </section>
      {drawer.id && <Behind data={data} name={drawer.id} onClose={drawer.close} />}
    </div>
  );
}

interface OrderTableProps {
  part: 'office' | 'leader';
  rows: readonly Row[];
  onOpen(name: string): void;
}

function OrderTable({ part, rows, onOpen }: OrderTableProps) {
  const w = useWords(circularWords);
  const word = useCountWord();
  const columns = useMemo<readonly Column<Row>[]>(() => {
    const grade = (row: Row) => {
      if (row.place === undefined) return w.notRanked;
      return row.grade ? { good: w.good, middle: w.middle, poor: w.poor }[row.grade] : w.noGrade;
    };
    return [
      {
        id: 'group',
        title: part === 'office' ? w.office : w.leader,
        width: 8,
        text: ({ group }) => group.name,
      },
      {
        id: 'place',
        title: w.place,
        kind: 'number',
        width: 4,
        text: ({ place }) => (place === undefined ? '' : String(place)),
        sortBy: ({ place }) => place ?? 999,
      },
      { id: 'grade', title: w.grade, width: 10, text: grade },
      {
        id: 'share',
        title: w.share,
        kind: 'number',
        width: 9,
        text: ({ share }) => (share ? w.shareOf(share.text, share.part, share.of) : ''),
      },
      ...counts.map(
        (count): Column<Row> => ({
          id: count,
          title: word(count),
          kind: 'number',
          width: 5,
          text: (row) => (row[count].length === 0 ? '' : String(row[count].length)),
          open: (row) => onOpen([part, row.group.code, count].join('~')),
        }),
      ),
    ];
  }, [w, word, part, onOpen]);
  return (
    <DataTable
      name={`handling-${part}`}
      label={part === 'office' ? w.offices : w.leaders}
      rows={rows}
      rowKey={({ group }) => group.code}
      columns={columns}
      prefix={`${part}-`}
      bare
    />
  );
}

/** What a count counts, in words. */
function useCountWord(): (count: Count) => string {
  const w = useWords(circularWords);
  return useMemo(() => {
    const words = {
      due: w.due,
      inTime: w.inTime,
      late: w.late,
      open: w.open,
      inReview: w.inReview,
      urged: w.urged,
      sentBack: w.sentBack,
      extended: w.extended,
    };
    return (count) => words[count];
  }, [w]);
}

/** The items that a count counts. */
function Behind({ data, name, onClose }: { data: Order; name: string; onClose(): void }) {
  const w = useWords(circularWords);
  const word = useCountWord();
  const [part, code, count] = name.split('~');
  const rows = part === 'leader' ? data.leaders : data.offices;
  const row = rows.find(({ group }) => group.code === code);
  const known = counts.find((one) => one === count);
  if (!row || !known) return null;
  const items = data.items.filter(({ id }) => row[known].includes(id));
  return (
    <Drawer title={w.itemsOf(row.group.name, word(known), items.length)} onClose={onClose}>
      <ItemTable items={items} />
    </Drawer>
  );
}
