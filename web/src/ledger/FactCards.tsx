/** Facts one below the other: what a village reads on a phone, whole, with nothing to push sideways. */

import { useState } from 'react';
import { useFormat } from '../format/index.ts';
import { Button } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { ledgerWords } from '../words/ledger.ts';
import { contentText, needsProof, proofCount, subjectsText } from './record-text.ts';
import type { Fact } from './replies.ts';

interface FactCardsProps {
  rows: readonly Fact[];
  openId: string | undefined;
  onOpen(id: string): void;
}

/** How many are drawn at once. */
const atOnce = 100;

export function FactCards({ rows, openId, onOpen }: FactCardsProps) {
  const w = useWords(ledgerWords);
  const [count, setCount] = useState(atOnce);
  const rest = rows.length - count;
  return (
    <>
      <ul className="fact-cards" aria-label={w.facts}>
        {rows.slice(0, count).map((row) => (
          <li key={row.id} aria-current={row.id === openId || undefined}>
            <Card row={row} onOpen={onOpen} />
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <Button onClick={() => setCount(count + atOnce)}>
          {w.moreFacts(Math.min(rest, atOnce))}
        </Button>
      )}
    </>
  );
}

function Card({ row, onOpen }: { row: Fact; onOpen(id: string): void }) {
  const w = useWords(ledgerWords);
  const format = useFormat();
  const { id, kindName, on, period, reversedBy, reverses, office } = row;
  const content = contentText(row, w.semicolon, format.shortDay);
  const proof = proofCount(row) > 0 ? w.evidenceCount(proofCount(row)) : w.noEvidence;
  const standing = reversedBy ? w.reversed : reverses ? w.reversal : undefined;
  const small = [
    standing,
    subjectsText(row, w.comma),
    office,
    needsProof(row) ? `${w.evidence}${w.colon}${proof}` : undefined,
    id,
  ];
  return (
    <>
      <p className="fact-card-head">
        <Button kind="link" onClick={() => onOpen(id)}>
          {kindName}
        </Button>
        <span className="soft">{on ? format.day(on) : period ? format.period(period) : ''}</span>
      </p>
      {content !== '' && <p className={reversedBy ? 'ledger-struck' : undefined}>{content}</p>}
      <p className="soft">{small.filter(Boolean).join(w.dot)}</p>
    </>
  );
}
