/** Objections on a telephone: what about, how far, until when; no table to load. */

import type { client } from '../../api/index.ts';
import { useFormat } from '../../format/index.ts';
import { Button, Empty } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { objectionWords } from '../../words/objections.ts';
import { standsAt, until } from './objection-words.ts';

export type Row = Awaited<ReturnType<typeof client.objections.list>>['rows'][number];

interface ObjectionCardsProps {
  rows: readonly Row[];
  onOpen(row: Row): void;
}

export function ObjectionCards({ rows, onOpen }: ObjectionCardsProps) {
  const w = useWords(objectionWords);
  const format = useFormat();
  if (rows.length === 0) return <Empty what={w.nothing} why={w.nothingWhy} />;
  return (
    <ul className="objection-cards" aria-label={w.label}>
      {rows.map((row) => (
        <li key={row.id}>
          <Button kind="link" onClick={() => onOpen(row)}>
            {row.matter.title}
          </Button>
          <p>
            <strong>{standsAt(w, row)}</strong>
            {row.state === 'answered' || row.state === 'withdrawn'
              ? ''
              : `　${w.answerBy}${until(row, format.day(row.answerBy), w.daysLeft)}`}
          </p>
          <p className="soft">{[row.no ?? w.noNumber, row.by?.name ?? w.nameless].join('　')}</p>
        </li>
      ))}
    </ul>
  );
}
