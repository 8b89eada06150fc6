/** Assessment pay at the office: sheets and where they stand, budgets of the year, what is kept back. */

import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { api } from '../../api/index.ts';
import { moneyText, useFormat } from '../../format/index.ts';
import { ResultsFrame } from '../../publication/ResultsFrame.tsx';
import { Button, Empty, Query, useTown } from '../../shell/index.ts';
import { type Column, DataTable } from '../../table/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { payWords } from '../../words/pay.ts';
import { BudgetForm, MakeForm } from './forms.tsx';
import { Held } from './Held.tsx';
import { OwnPay } from './OwnPay.tsx';
import { PayBox } from './PayBox.tsx';
import type { Pay, SheetHead } from './replies.ts';
import './pay.css';

/** In the order of the course: from `paid` on nobody waits for a sheet. */
const states: readonly SheetHead['state'][] = [
  'draft',
  'checked',
  'approved',
  'handed',
  'paid',
  'withdrawn',
];
const placeOf = ({ state }: SheetHead) => states.indexOf(state);

export function OfficePay() {
  const w = useWords(payWords);
  const town = useTown();
  const query = useQuery(api.pay.list.queryOptions({ input: { town } }));
  const open = query.data?.sheets.filter((sheet) => placeOf(sheet) < states.indexOf('paid'));
  return (
    <ResultsFrame
      here="pay"
      title={w.pay}
      state={query.data && open && w.state(open.length, query.data.heldCount)}
      actions={query.data && <Deeds pay={query.data} />}
    >
      <Query query={query} what={w.pay}>
        {(pay) => (
          <div className="pay">
            <section>
              <h2>{w.sheets}</h2>
              <Sheets sheets={pay.sheets} />
            </section>
            <section>
              <h2>{w.budgets}</h2>
              <Budgets budgets={pay.budgets} />
            </section>
            <section>
              <h2>{w.held}</h2>
              <p>{w.heldCount(pay.heldCount)}</p>
              {pay.heldCount > 0 && <Held today={pay.today} />}
            </section>
            <section>
              <h2>{w.own}</h2>
              <OwnPay />
            </section>
          </div>
        )}
      </Query>
    </ResultsFrame>
  );
}

function Deeds({ pay }: { pay: Pay }) {
  const w = useWords(payWords);
  const [open, setOpen] = useState<'make' | 'budget'>();
  const close = () => setOpen(undefined);
  return (
    <>
      {pay.mayMake && pay.periods.length > 0 && (
        <Button kind="main" onClick={() => setOpen('make')}>
          {w.make}
        </Button>
      )}
      {pay.mayBudget && (pay.periods.length > 0 || pay.budgets.length > 0) && (
        <Button onClick={() => setOpen('budget')}>{w.addBudget}</Button>
      )}
      {open === 'make' && <MakeForm pay={pay} onClose={close} />}
      {open === 'budget' && <BudgetForm pay={pay} onClose={close} />}
    </>
  );
}

function Sheets({ sheets }: { sheets: readonly SheetHead[] }) {
  const w = useWords(payWords);
  const town = useTown();
  const navigate = useNavigate();
  const format = useFormat();
  const columns = useMemo(
    () =>
      [
        { id: 'no', title: w.no, width: 6, text: ({ no }) => no },
        { id: 'scheme', title: w.scheme, width: 14, text: ({ schemeName }) => schemeName },
        {
          id: 'period',
          title: w.period,
          width: 11,
          text: ({ period, edition }) => `${format.period(period)} ${w.edition(edition)}`,
          sortBy: ({ period }) => period,
        },
        {
          id: 'state',
          title: w.stateHead,
          width: 8,
          text: ({ state }) => w[state],
          sortBy: placeOf,
          filter: true,
        },
        {
          id: 'payees',
          title: w.payees,
          width: 4,
          kind: 'number',
          text: ({ payees }) => `${payees}`,
        },
        {
          id: 'paid',
          title: w.paidSum,
          width: 8,
          kind: 'number',
          text: ({ paidFen }) => moneyText(paidFen),
          sortBy: ({ paidFen }) => paidFen,
        },
        {
          id: 'held',
          title: w.heldSum,
          width: 7,
          kind: 'number',
          text: ({ heldFen }) => (heldFen === 0 ? '' : moneyText(heldFen)),
          sortBy: ({ heldFen }) => heldFen,
        },
      ] satisfies Column<SheetHead>[],
    [w, format],
  );
  return (
    <DataTable
      name="sheets"
      label={w.sheets}
      rows={sheets}
      rowKey={({ id }) => id}
      columns={columns}
      onOpen={({ id }) => void navigate({ to: `/${town}/results/pay/${id}` })}
      empty={<Empty what={w.nothing} why={w.nothingWhy} />}
    />
  );
}

function Budgets({ budgets }: { budgets: Pay['budgets'] }) {
  const w = useWords(payWords);
  const format = useFormat();
  if (budgets.length === 0) return <p>{w.noBudget}</p>;
  return (
    <PayBox label={w.budgets}>
      <table className="pay-table">
        <thead>
          <tr>
            <th scope="col">{w.scheme}</th>
            <th scope="col">{w.year}</th>
            <th scope="col">{w.total}</th>
            <th scope="col">{w.used}</th>
            <th scope="col">{w.left}</th>
            <th scope="col">{w.documents}</th>
          </tr>
        </thead>
        <tbody>
          {budgets.map(({ line, year, schemeName, totalFen, usedFen, leftFen, documents }) => (
            <tr key={`${line} ${year}`}>
              <th scope="row">{schemeName}</th>
              <td>{w.yearOf(year)}</td>
              <td className="pay-money">{moneyText(totalFen)}</td>
              <td className="pay-money">{moneyText(usedFen)}</td>
              <td className="pay-money">{moneyText(leftFen)}</td>
              <td>
                {documents.map(({ documentNo, amountFen, on, by, note }) => (
                  <p key={documentNo}>
                    {w.document(documentNo, moneyText(amountFen), format.day(on), by)} {note}
                  </p>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </PayBox>
  );
}
