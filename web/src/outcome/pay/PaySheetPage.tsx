/** One pay sheet: who gets what, how it adds up, and how far it went. */

import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { client, download, useSave } from '../../api/index.ts';
import { moneyText, useFormat } from '../../format/index.ts';
import { ResultsFrame } from '../../publication/ResultsFrame.tsx';
import { Button, Drawer, Query, SaveLine, useDrawer, useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { payWords } from '../../words/pay.ts';
import { Arithmetic } from './Arithmetic.tsx';
import { ApproveForm, CheckForm, DayForm, WithdrawForm } from './forms.tsx';
import { PayTable } from './PayTable.tsx';
import { type PaySheet, usePaySheet } from './replies.ts';
import './pay.css';

export function PaySheetPage() {
  const w = useWords(payWords);
  const town = useTown();
  const { sheet: id = '' } = useParams({ strict: false });
  const query = usePaySheet(town, id);
  const drawer = useDrawer();
  const sheet = query.data;
  const title = sheet ? w.sheetTitle(sheet.schemeName, sheet.label, sheet.no) : w.pay;
  const opened = sheet && drawer.id && amountsOf(sheet, drawer.id);
  return (
    <ResultsFrame
      here="pay"
      title={title}
      state={sheet && w[sheet.state]}
      actions={sheet && <Deeds sheet={sheet} />}
      filters={<Link to={`/${town}/results/pay`}>{w.back}</Link>}
    >
      <Query query={query} what={w.pay}>
        {(shown) => (
          <div className="pay print-wide">
            <p>{w.allBasis(shown.authority)}</p>
            <PayTable sheet={shown} onOpen={drawer.open} />
            <Reconciliation sheet={shown} />
            <Course sheet={shown} />
            <Signatures />
          </div>
        )}
      </Query>
      {opened && (
        <Drawer title={opened.title} onClose={drawer.close}>
          {opened.lines.map((line) => (
            <Arithmetic key={line.seq} line={line} scheme={sheet.line} />
          ))}
        </Drawer>
      )}
    </ResultsFrame>
  );
}

/** What an address opens: `3:line:rate` is a cell, `3` the whole row. */
function amountsOf({ rows }: PaySheet, id: string) {
  const [index = '', ...rest] = id.split(':');
  const row = rows[Number(index)];
  if (!row) return undefined;
  const column = rest.join(':');
  const lines = row.lines.filter((line) => column === '' || line.column === column);
  return { title: `${row.unit} ${row.name}`, lines };
}

type Deed = PaySheet['deeds'][number];

function Deeds({ sheet }: { sheet: PaySheet }) {
  const w = useWords(payWords);
  const town = useTown();
  const { today } = useFormat();
  const [deed, setDeed] = useState<Deed>();
  const save = useSave(client.pay.workbook, { onSaved: download });
  const close = () => setDeed(undefined);
  const forms = { sheet, today, onClose: close };
  return (
    <>
      {sheet.deeds.map((one) => (
        <Button key={one} kind={one === 'withdraw' ? 'plain' : 'main'} onClick={() => setDeed(one)}>
          {w[one]}
        </Button>
      ))}
      <Button disabled={save.isBusy} onClick={() => void save.run({ town, id: sheet.id })}>
        {w.export}
      </Button>
      <Button onClick={() => window.print()}>{w.print}</Button>
      {save.step !== 'saved' && <SaveLine save={save} />}
      {deed === 'check' && <CheckForm {...forms} />}
      {deed === 'approve' && <ApproveForm {...forms} />}
      {(deed === 'hand' || deed === 'confirm') && <DayForm {...forms} deed={deed} />}
      {deed === 'withdraw' && <WithdrawForm {...forms} />}
    </>
  );
}

function Reconciliation({
  sheet: { sums, budget, paidFen, heldFen, over, notices },
}: {
  sheet: PaySheet;
}) {
  const w = useWords(payWords);
  const { linesFen, columnsFen, payeesFen } = sums;
  const agree = linesFen === columnsFen && columnsFen === payeesFen && linesFen === paidFen;
  return (
    <section>
      <h2>{w.reconcile}</h2>
      <p>{w.sums(moneyText(linesFen), moneyText(columnsFen), moneyText(payeesFen))}</p>
      {!agree && <p role="alert">{w.sumsDiffer}</p>}
      {budget ? (
        <p>
          {w.budgetLine(
            budget.year,
            moneyText(budget.totalFen),
            moneyText(budget.usedFen),
            moneyText(paidFen),
            moneyText(budget.leftFen),
          )}{' '}
          {budget.isOver && !over && <strong>{w.isOver}</strong>}
        </p>
      ) : (
        <p>{w.noBudgetYet}</p>
      )}
      {over && <p>{w.overBy(over.reason, over.documentNo)}</p>}
      {heldFen > 0 && <p>{w.heldNote(moneyText(heldFen))}</p>}
      {notices.length > 0 && (
        <>
          <h3>{w.notices}</h3>
          <ul>
            {notices.map((notice) => (
              <li key={notice}>{notice}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Course({ sheet }: { sheet: PaySheet }) {
  const w = useWords(payWords);
  const format = useFormat();
  const { made, checked, approved, handedOn, paidOn, withdrawn } = sheet;
  const steps = [
    w.madeBy(made.by, format.moment(made.at)),
    checked && w.checkedBy(checked.by, format.moment(checked.at)),
    approved &&
      w.approvedBy(approved.body, format.day(approved.on), approved.documentNo, approved.by),
    handedOn && w.handedOn(format.day(handedOn)),
    paidOn && w.paidOn(format.day(paidOn)),
    withdrawn && w.withdrawnFor(withdrawn),
  ];
  return (
    <section>
      <h2>{w.course}</h2>
      <ol className="pay-course">{steps.map((step) => step && <li key={step}>{step}</li>)}</ol>
    </section>
  );
}

/** For the pen, on paper alone. */
function Signatures() {
  const w = useWords(payWords);
  return (
    <p className="pay-signatures">
      <span>{w.signMade}</span>
      <span>{w.signChecked}</span>
      <span>{w.signApproved}</span>
      <span>{w.signFinance}</span>
    </p>
  );
}
