/** Results of other offices that could be taken over, before anybody goes or asks again. */

import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { client } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import { useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { reuseWords } from '../words/reuse.ts';
import './existing-results.css';

export type ExistingResult = Awaited<ReturnType<typeof client.rounds.existing>>['rows'][number];

interface ExistingResultsProps {
  rows: readonly ExistingResult[];
  /** What can be done with one of them. */
  deed?(row: ExistingResult): ReactNode;
  /** What is said before they are listed. */
  children?: ReactNode;
}

/** Shows nothing where there is nothing. */
export function ExistingResults({ rows, deed, children }: ExistingResultsProps) {
  const w = useWords(reuseWords);
  if (rows.length === 0) return null;
  return (
    <section className="existing-results" aria-label={w.title}>
      <h3>{w.title}</h3>
      <p>{w.says}</p>
      {children}
      <ul>
        {rows.map((row) => (
          <li key={row.visit}>
            <Result row={row} />
            {deed?.(row)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Result({ row }: { row: ExistingResult }) {
  const w = useWords(reuseWords);
  const town = useTown();
  const format = useFormat();
  const { lines, office, on, sheet, subject } = row;
  const wrong = lines.filter((line) => line.wrong > 0).length;
  return (
    <>
      <strong>{subject.name}</strong> {w.found(office.name, format.day(on), lines.length, wrong)}
      <details>
        <summary>{w.lines(lines.length)}</summary>
        <ul>
          {lines.map(({ group, standard, wrong: count }) => (
            <li key={`${group}${standard}`}>
              {w.line(group, standard, count === 0 ? w.sound : w.wrong(count))}
            </li>
          ))}
        </ul>
      </details>
      {sheet && (
        <Link
          to="/$town/inspection/rounds/$round/results"
          params={{ town, round: sheet.round }}
          search={{ open: sheet.id } as never}
        >
          {w.toSheet}
        </Link>
      )}
    </>
  );
}
