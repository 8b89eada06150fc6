/** A month of visits by village, against the cap; quiet periods; who is recused from where. */

import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { api } from '../../api/index.ts';
import { useFormat } from '../../format/index.ts';
import { Button, Query, useAddress, useTown } from '../../shell/index.ts';
import { type Column, DataTable } from '../../table/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { inspectionWords } from '../../words/inspection.ts';
import { InspectionFrame } from '../InspectionFrame.tsx';
import type { VisitCalendar } from '../replies.ts';
import { CapForm, EndForm, QuietForm, RecusalForm } from './CalendarForms.tsx';
import './rounds.css';

export function CalendarPage() {
  const w = useWords(inspectionWords);
  const town = useTown();
  const { today } = useFormat();
  const { search, change } = useAddress();
  const month = search.month ?? today.slice(0, 7);
  const query = useQuery(api.rounds.calendar.queryOptions({ input: { town, month } }));
  const over = query.data?.villages.filter(({ journeys }) => journeys > (query.data?.cap ?? 0));
  return (
    <InspectionFrame
      here="calendar"
      title={w.calendar}
      state={query.data && w.calendarState(query.data.visits.length, over?.length ?? 0)}
      filters={
        <label>
          {w.month}{' '}
          <input
            type="month"
            value={month}
            onChange={({ target }) => change({ month: target.value || undefined })}
          />
        </label>
      }
    >
      <Query query={query} what={w.calendar}>
        {(data) => (
          <>
            <VillageTable data={data} />
            <div className="calendar-parts">
              <Cap data={data} />
              <QuietList data={data} />
              <RecusalList data={data} />
            </div>
          </>
        )}
      </Query>
    </InspectionFrame>
  );
}

type VillageRow = VisitCalendar['villages'][number];

function VillageTable({ data }: { data: VisitCalendar }) {
  const w = useWords(inspectionWords);
  const format = useFormat();
  const columns = useMemo(
    (): readonly Column<VillageRow>[] => [
      { id: 'village', title: w.village, width: 8, text: ({ village }) => village.name },
      {
        id: 'journeys',
        title: w.journeys,
        kind: 'number',
        unit: w.times,
        width: 5,
        text: ({ journeys }) => String(journeys),
      },
      {
        id: 'who',
        title: w.who,
        width: 34,
        text: ({ village }) =>
          data.visits
            .filter((visit) => visit.village.code === village.code)
            .map(({ on, office, template }) =>
              [on ? format.shortDay(on) : w.noDay, office.name, template].join(' '),
            )
            .join(w.sentence),
      },
    ],
    [w, format, data],
  );
  return (
    <DataTable
      name="visit-calendar"
      label={w.calendar}
      rows={data.villages}
      rowKey={({ village }) => village.code}
      columns={columns}
    />
  );
}

function Cap({ data }: { data: VisitCalendar }) {
  const w = useWords(inspectionWords);
  const [isOpen, setOpen] = useState(false);
  return (
    <section>
      <h2>{w.cap(data.cap)}</h2>
      <p className="soft">{w.capSays}</p>
      {data.may.cap && <Button onClick={() => setOpen(true)}>{w.setCap}</Button>}
      {isOpen && <CapForm cap={data.cap} onClose={() => setOpen(false)} />}
    </section>
  );
}

function QuietList({ data }: { data: VisitCalendar }) {
  const w = useWords(inspectionWords);
  const format = useFormat();
  const [deed, setDeed] = useState<string>();
  return (
    <section>
      <h2>{w.quiet}</h2>
      <p className="soft">{w.quietSays}</p>
      {data.quiet.length === 0 ? (
        <p>{w.quietNone}</p>
      ) : (
        <ul>
          {data.quiet.map((one) => (
            <li key={one.id}>
              {[
                w.span(format.shortDay(one.from), format.shortDay(one.to)),
                w.quietFor(one.villages.map(({ name }) => name).join('、')),
                one.reason,
                ...(one.document === '' ? [] : [one.document]),
                ...(one.ended ? [w.ended] : []),
              ].join(w.sentence)}{' '}
              {data.may.quiet && !one.ended && (
                <Button onClick={() => setDeed(one.id)}>{w.endQuiet}</Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {data.may.quiet && <Button onClick={() => setDeed('new')}>{w.addQuiet}</Button>}
      {deed === 'new' && <QuietForm data={data} onClose={() => setDeed(undefined)} />}
      {deed !== undefined && deed !== 'new' && (
        <EndForm what="quiet" id={deed} onClose={() => setDeed(undefined)} />
      )}
    </section>
  );
}

function RecusalList({ data }: { data: VisitCalendar }) {
  const w = useWords(inspectionWords);
  const [deed, setDeed] = useState<string>();
  return (
    <section>
      <h2>{w.recusals}</h2>
      <p className="soft">{w.recusalSays}</p>
      {data.recusals.length === 0 ? (
        <p>{w.recusalsNone}</p>
      ) : (
        <ul>
          {data.recusals.map((one) => (
            <li key={one.id}>
              {[one.person.name, one.village.name, one.reason].join(w.sentence)}{' '}
              {data.may.quiet && <Button onClick={() => setDeed(one.id)}>{w.endRecusal}</Button>}
            </li>
          ))}
        </ul>
      )}
      {data.may.recuse && <Button onClick={() => setDeed('new')}>{w.addRecusal}</Button>}
      {deed === 'new' && <RecusalForm data={data} onClose={() => setDeed(undefined)} />}
      {deed !== undefined && deed !== 'new' && (
        <EndForm what="recusal" id={deed} onClose={() => setDeed(undefined)} />
      )}
    </section>
  );
}
