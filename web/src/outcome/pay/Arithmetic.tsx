/** One amount opened: the sentence to follow with a pencil, its document, and the facts behind it. */

import { Link } from '@tanstack/react-router';
import { moneyText } from '../../format/index.ts';
import { RoomLink, useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { payWords } from '../../words/pay.ts';
import type { PayLine } from './replies.ts';

interface ArithmeticProps {
  line: PayLine;
  /** The scheme whose tree the reader may open. */
  scheme?: string;
}

export function Arithmetic({ line, scheme }: ArithmeticProps) {
  const w = useWords(payWords);
  const town = useTown();
  const { kind, name, label, edition, sentence, why, documentNo, paidBy, facts } = line;
  const { oldFen, amountFen = 0, paidFen, heldFen } = line;
  const sums = [
    ...(paidFen === 0 && heldFen !== 0 ? [] : [w.paysHere(moneyText(paidFen))]),
    ...(heldFen > 0 ? [w.heldHere(moneyText(heldFen))] : []),
  ];
  return (
    <section className="pay-line">
      <h3>
        {name} <span className="soft">{w.ofPeriod(label, edition)}</span>
      </h3>
      {oldFen !== undefined && (
        <p>{w.changed(moneyText(oldFen), moneyText(amountFen), moneyText(amountFen - oldFen))}</p>
      )}
      <p className="pay-sentence">{sentence}</p>
      {why !== '' && <p>{why}</p>}
      <p>
        {sums.join('，')}{' '}
        <span className="soft">{[w.basis(documentNo), paidBy].filter(Boolean).join('，')}</span>
      </p>
      {facts.length > 0 && <Facts facts={facts} />}
      {scheme !== undefined && kind !== 'release' && (
        <p className="no-print">
          <Link to={`/${town}/standings/${scheme}/${line.period}/subjects/${line.subject}`}>
            {w.tree}
          </Link>
        </p>
      )}
    </section>
  );
}

function Facts({ facts }: Pick<PayLine, 'facts'>) {
  const w = useWords(payWords);
  return (
    <>
      <p className="soft">{w.facts}</p>
      <ul>
        {facts.map(({ id, sentence }) => (
          <li key={id}>
            <RoomLink to="ledger" search={{ fact: id }}>
              {sentence}
            </RoomLink>
          </li>
        ))}
      </ul>
    </>
  );
}
