/** The burden meter of a month: who asked how much, of whom. Every figure opens what it counts. */

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../api/index.ts';
import { useFormat } from '../../format/index.ts';
import { Field } from '../../forms/index.ts';
import { Button, Empty, Query, useAddress, useTown } from '../../shell/index.ts';
import { burdenWords } from '../../words/burden.ts';
import { useWords } from '../../words/catalogue.ts';
import { reuseWords } from '../../words/reuse.ts';
import { WorkFrame } from '../WorkFrame.tsx';
import type { Meter } from './replies.ts';
import './demands.css';

export function BurdenPage() {
  const w = useWords(burdenWords);
  const town = useTown();
  const { month, paper } = useAddress().search;
  const asked = month !== undefined && /^\d{4}-\d{2}$/.test(month) ? { month } : {};
  const query = useQuery(api.demands.meter.queryOptions({ input: { town, ...asked } }));
  return (
    <WorkFrame
      here="burden"
      title={w.burden}
      state={query.data && <State meter={query.data} />}
      actions={<Button onClick={() => window.print()}>{w.print}</Button>}
      filters={query.data && <Filters meter={query.data} />}
    >
      <Query query={query} what={w.burden}>
        {(meter) =>
          meter.total.demands === 0 ? (
            <Empty what={w.none} why={w.noneWhy} />
          ) : (
            <div className={paper === 'A3' ? 'burden print-a3' : 'burden print-wide'}>
              <OfficeTable meter={meter} />
              <VillageTable meter={meter} />
              <p className="soft">{w.internal}</p>
            </div>
          )
        }
      </Query>
    </WorkFrame>
  );
}

function State({ meter }: { meter: Meter }) {
  const w = useWords(burdenWords);
  const format = useFormat();
  const saved = useSaved(meter.month);
  const { month, total, before, heldBack, takenBack, offices, villages, isPart } = meter;
  const said = [
    w.state(format.period(month), total, offices.length, villages.length),
    total.demands === 0 ? '' : w.ofWhich(total),
    before.demands === 0 ? '' : w.compared(total.times - before.times),
    w.held(heldBack),
    w.takenBack(takenBack),
    saved,
    isPart ? w.part : '',
  ];
  return w.joined(said.filter(Boolean));
}

/** Journeys that offices did not make because they took a result over; nothing where there were none. */
function useSaved(month: string): string {
  const w = useWords(reuseWords);
  const town = useTown();
  const { data } = useQuery(api.rounds.saved.queryOptions({ input: { town, month } }));
  const offices = data?.offices ?? [];
  if (offices.length === 0) return '';
  const sum = offices.reduce((all, { visits }) => all + visits, 0);
  const each = offices.map(({ office, visits }) => w.ofOffice(office.name, visits));
  return w.saved(sum, each.join(w.comma));
}

function Filters({ meter: { month, months } }: { meter: Meter }) {
  const w = useWords(burdenWords);
  const format = useFormat();
  const { search, change } = useAddress();
  const known = [...new Set([month, ...months])].sort().reverse();
  return (
    <>
      <Field label={w.month}>
        {(parts) => (
          <select
            {...parts}
            value={month}
            onChange={({ target }) => change({ month: target.value })}
          >
            {known.map((one) => (
              <option key={one} value={one}>
                {format.period(one)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={w.paper}>
        {(parts) => (
          <select
            {...parts}
            value={search.paper === 'A3' ? 'A3' : ''}
            onChange={({ target }) => change({ paper: target.value })}
          >
            <option value="">A4</option>
            <option value="A3">A3</option>
          </select>
        )}
      </Field>
    </>
  );
}

const counts = [
  'demands',
  'times',
  'duplicates',
  'shortNotices',
  'outsideList',
  'overrides',
  'afterwards',
] as const;

function OfficeTable({ meter: { offices, total, month } }: { meter: Meter }) {
  const w = useWords(burdenWords);
  return (
    <section>
      <h2>{w.byOffice}</h2>
      <div className="demand-box">
        <table className="demand-table burden-cells">
          <thead>
            <tr>
              <th scope="col">{w.office}</th>
              {counts.map((key) => (
                <th scope="col" key={key}>
                  {w[key]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {offices.map((row) => (
              <tr key={row.office.code}>
                <th scope="row">{row.office.name}</th>
                {counts.map((key) => (
                  <td key={key} className={row[key] === 0 ? 'is-zero' : ''}>
                    <To month={month} office={row.office} counted={key} count={row[key]} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{w.total}</th>
              {counts.map((key) => (
                <td key={key}>
                  <To month={month} counted={key} count={total[key]} />
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  );
}

/** Villages down, issuing offices across; the margin adds up. */
function VillageTable({ meter: { offices, villages, month, total } }: { meter: Meter }) {
  const w = useWords(burdenWords);
  return (
    <section>
      <h2>{w.byVillage}</h2>
      <div className="demand-box">
        <table className="demand-table burden-cells">
          <thead>
            <tr>
              <th scope="col">{w.village}</th>
              {offices.map(({ office }) => (
                <th scope="col" key={office.code}>
                  {office.name}
                </th>
              ))}
              <th scope="col">{w.total}</th>
            </tr>
          </thead>
          <tbody>
            {villages.map(({ unit, demands, offices: own }) => (
              <tr key={unit.code}>
                <th scope="row">{unit.name}</th>
                {offices.map(({ office }) => {
                  const count = own.find((one) => one.office.code === office.code)?.demands ?? 0;
                  return (
                    <td key={office.code} className={count === 0 ? 'is-zero' : ''}>
                      <To month={month} office={office} unit={unit} count={count} />
                    </td>
                  );
                })}
                <td>
                  <To month={month} unit={unit} count={demands} />
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{w.total}</th>
              {offices.map(({ office, times }) => (
                <td key={office.code}>
                  <To month={month} office={office} count={times} />
                </td>
              ))}
              <td>
                <To month={month} count={total.times} />
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  );
}

interface ToProps {
  month: string;
  office?: { code: string; name: string };
  unit?: { code: string; name: string };
  counted?: (typeof counts)[number];
  count: number;
}

/** A figure opens the demands that it counts; a zero opens nothing. */
function To({ month, office, unit, counted = 'demands', count }: ToProps) {
  const w = useWords(burdenWords);
  const town = useTown();
  if (count === 0) return count;
  const who = [office?.name, unit?.name].filter(Boolean).join(' → ') || w.total;
  const search = {
    month,
    state: 'sent',
    ...(office ? { office: office.code } : {}),
    ...(unit ? { unit: unit.code } : {}),
    ...(counted === 'demands' || counted === 'times' ? {} : { counted }),
  };
  return (
    <Link
      to={`/${town}/work/demands`}
      search={search as never}
      aria-label={w.open(who, w[counted], count)}
    >
      {count}
    </Link>
  );
}
