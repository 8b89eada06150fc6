/** The holidays of each year: what deadlines in workdays are counted by. */

import { calendarCN, isoDate, workdaysBetween } from '@oneneedle/kernel';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { api, type client } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import { Button, Drawer, Page, Query, useDrawer, useTown } from '../shell/index.ts';
import { type Column, DataTable } from '../table/index.ts';
import { calendarWords } from '../words/calendar.ts';
import { useWords } from '../words/catalogue.ts';
import { CalendarForm } from './CalendarForm.tsx';
import { stretchesOf } from './calendar-days.ts';
import { SettingsNav } from './SettingsNav.tsx';

/** A year of the calendar as the list shows it. */
export type CalendarYearShown = Awaited<ReturnType<typeof client.calendar.years>>['rows'][number];

export function CalendarPage() {
  const w = useWords(calendarWords);
  const town = useTown();
  const query = useQuery(api.calendar.years.queryOptions({ input: { town } }));
  const drawer = useDrawer();
  const { missing, mayEnter = false, rows = [] } = query.data ?? {};
  const open = Number(drawer.id);
  const known = rows.find(({ year }) => year === open);
  return (
    <Page
      title={w.calendar}
      state={missing !== undefined && (mayEnter ? w.state(missing) : w.stateReader(missing))}
      actions={
        mayEnter &&
        missing !== undefined && (
          <Button kind="main" onClick={() => drawer.open(String(missing))}>
            {w.enter(missing)}
          </Button>
        )
      }
    >
      <SettingsNav />
      <Query query={query} what={w.calendar}>
        {(data) => <Years rows={data.rows} onOpen={({ year }) => drawer.open(String(year))} />}
      </Query>
      {known && <YearDrawer key={open} row={known} mayCorrect={mayEnter} onClose={drawer.close} />}
      {mayEnter && open === missing && (
        <Drawer title={w.enter(open)} onClose={drawer.close}>
          <CalendarForm year={open} onSaved={drawer.close} />
        </Drawer>
      )}
    </Page>
  );
}

interface YearDrawerProps {
  row: CalendarYearShown;
  mayCorrect: boolean;
  onClose(): void;
}

/** A year in full; one that the town entered itself may be corrected. */
function YearDrawer({ row, mayCorrect, onClose }: YearDrawerProps) {
  const w = useWords(calendarWords);
  const format = useFormat();
  const [isCorrecting, setCorrecting] = useState(false);
  const { year, off, on, source, entered } = row;
  return (
    <Drawer title={isCorrecting ? w.correctTitle(year) : w.yearTitle(year)} onClose={onClose}>
      {isCorrecting ? (
        <CalendarForm year={year} known={row} onSaved={onClose} />
      ) : (
        <>
          <dl className="pairs">
            <dt>{w.workdays}</dt>
            <dd>{w.days(workdaysOf(row))}</dd>
            <dt>{w.off}</dt>
            <dd>{w.stretches(stretchesOf(off))}</dd>
            <dt>{w.on}</dt>
            <dd>{w.stretches(stretchesOf(on)) || w.none}</dd>
            <dt>{w.source}</dt>
            <dd>{source}</dd>
            <dt>{w.from}</dt>
            <dd>{entered ? w.entered(entered.by, format.moment(entered.at)) : w.builtIn}</dd>
          </dl>
          {mayCorrect && entered && (
            <div className="deeds">
              <Button onClick={() => setCorrecting(true)}>{w.correct}</Button>
            </div>
          )}
        </>
      )}
    </Drawer>
  );
}

interface YearsProps {
  rows: readonly CalendarYearShown[];
  onOpen(row: CalendarYearShown): void;
}

function Years({ rows, onOpen }: YearsProps) {
  const w = useWords(calendarWords);
  const format = useFormat();
  const columns = useMemo<Column<CalendarYearShown>[]>(
    () => [
      { id: 'year', title: w.year, width: 5, text: ({ year }) => String(year) },
      {
        id: 'workdays',
        title: w.workdays,
        kind: 'number',
        width: 5,
        text: (row) => String(workdaysOf(row)),
      },
      { id: 'off', title: w.off, width: 34, text: ({ off }) => w.stretches(stretchesOf(off)) },
      {
        id: 'on',
        title: w.on,
        width: 22,
        text: ({ on }) => w.stretches(stretchesOf(on)) || w.none,
      },
      { id: 'source', title: w.source, width: 26, text: ({ source }) => source },
      {
        id: 'from',
        title: w.from,
        width: 14,
        text: ({ entered }) =>
          entered ? w.entered(entered.by, format.moment(entered.at)) : w.builtIn,
      },
    ],
    [w, format],
  );
  return (
    <DataTable
      name="calendar"
      label={w.years}
      rows={rows}
      rowKey={({ year }) => String(year)}
      columns={columns}
      onOpen={onOpen}
    />
  );
}

/** Workdays of the whole year: what a clerk can count on a wall calendar. */
function workdaysOf({ year, off, on }: CalendarYearShown): number {
  const days = { source: '', off: off.map(isoDate), on: on.map(isoDate) };
  const before = { source: '', off: [], on: [] };
  const years = { ...calendarCN.years, [year - 1]: before, [year]: days };
  return workdaysBetween({ years }, isoDate(`${year - 1}-12-31`), isoDate(`${year}-12-31`));
}
