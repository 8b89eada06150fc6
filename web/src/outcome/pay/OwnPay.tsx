/** What approved sheets pay the reader: shown when asked for, because the reading is written down. */

import { useState } from 'react';
import { useFormat } from '../../format/index.ts';
import { Button, Query, useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { payWords } from '../../words/pay.ts';
import { Arithmetic } from './Arithmetic.tsx';
import { useOwnPay } from './replies.ts';
import './pay.css';

export function OwnPay() {
  const w = useWords(payWords);
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <OwnLines />;
  return (
    <p>
      <Button onClick={() => setOpen(true)}>{w.showOwn}</Button>{' '}
      <span className="soft">{w.readNote}</span>
    </p>
  );
}

function OwnLines() {
  const w = useWords(payWords);
  const format = useFormat();
  const query = useOwnPay(useTown());
  return (
    <Query query={query} what={w.own}>
      {({ rows }) =>
        rows.length === 0 ? (
          <p>{w.ownNone}</p>
        ) : (
          <ul className="pay-lines">
            {rows.map(({ sheetNo, schemeName, approved, paidOn, ...line }) => (
              <li key={`${sheetNo} ${line.seq}`}>
                <Arithmetic line={line} />
                <p className="soft">
                  {w.sheetTitle(schemeName, line.label, sheetNo)}，
                  {paidOn === undefined ? w.ownWaiting : w.ownPaid(format.day(paidOn))}（
                  {approved.documentNo}）
                </p>
              </li>
            ))}
          </ul>
        )
      }
    </Query>
  );
}
