/** What is kept back: in sight until a named body lets go of it. */

import { useState } from 'react';
import { moneyText, useFormat } from '../../format/index.ts';
import { Button, Query, useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { payWords } from '../../words/pay.ts';
import { ReleaseForm } from './forms.tsx';
import { PayBox } from './PayBox.tsx';
import { type HeldRow, useHeld } from './replies.ts';

export function Held({ today }: { today: string }) {
  const w = useWords(payWords);
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <HeldRows today={today} />;
  return (
    <p>
      <Button onClick={() => setOpen(true)}>{w.showHeld}</Button>{' '}
      <span className="soft">{w.readNote}</span>
    </p>
  );
}

function HeldRows({ today }: { today: string }) {
  const w = useWords(payWords);
  const query = useHeld(useTown());
  const [chosen, setChosen] = useState<HeldRow>();
  return (
    <Query query={query} what={w.held}>
      {({ rows, mayRelease }) => (
        <PayBox label={w.held}>
          {rows.length === 0 ? (
            <p>{w.heldNone}</p>
          ) : (
            <table className="pay-table">
              <thead>
                <tr>
                  <th scope="col">{w.unit}</th>
                  <th scope="col">{w.name}</th>
                  <th scope="col">{w.item}</th>
                  <th scope="col">{w.heldSum}</th>
                  <th scope="col">{w.why}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={`${row.line} ${row.period} ${row.subject} ${row.payee} ${row.code}`}>
                    <td>{row.unit}</td>
                    <th scope="row">{row.name}</th>
                    <td>
                      {row.lineName}
                      <br />
                      <span className="soft">{row.label}</span>
                    </td>
                    <td className="pay-money">{moneyText(row.heldFen)}</td>
                    <td>
                      <p>{row.sentence}</p>
                      <Standing
                        row={row}
                        mayRelease={mayRelease}
                        onRelease={() => setChosen(row)}
                      />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {chosen && (
            <ReleaseForm row={chosen} today={today} onClose={() => setChosen(undefined)} />
          )}
        </PayBox>
      )}
    </Query>
  );
}

interface StandingProps {
  row: HeldRow;
  mayRelease: boolean;
  onRelease(): void;
}

function Standing({ row: { released, name }, mayRelease, onRelease }: StandingProps) {
  const w = useWords(payWords);
  const format = useFormat();
  if (released) {
    return <p>{w.releasedBy(released.body, released.documentNo, format.day(released.on))}</p>;
  }
  if (!mayRelease) return null;
  return (
    <Button kind="link" aria-label={`${w.release}：${name}`} onClick={onRelease}>
      {w.release}
    </Button>
  );
}
