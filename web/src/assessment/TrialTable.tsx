/** Who rises and who falls under the other version; a row opens the clauses that add up to it. */

import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Drawer, useDrawer } from '../shell/index.ts';
import { type Column, DataTable } from '../table/index.ts';
import { useWords } from '../words/catalogue.ts';
import { readinessWords } from '../words/readiness.ts';
import { type NumberPlace, searchOf } from './place.ts';
import type { Trial, TriedSubject } from './replies.ts';
import { clauseName, mostChangedFirst } from './sandbox.ts';
import { usePeriodInput } from './use-period.ts';

type Words = (typeof readinessWords)['en'];

export function TrialTable({ trial }: { trial: Trial }) {
  const w = useWords(readinessWords);
  const drawer = useDrawer();
  const rows = useMemo(() => mostChangedFirst(trial.rows), [trial.rows]);
  const input = usePeriodInput();
  const navigate = useNavigate();
  const columns = useMemo(() => {
    const toPage = '/$town/standings/$line/$period/subjects/$subject' as string;
    return columnsOf(w, (subject, place) =>
      navigate({
        to: toPage,
        params: { ...input, subject } as never,
        search: searchOf(place) as never,
      }),
    );
  }, [w, input, navigate]);
  const opened = rows.find(({ code }) => code === drawer.id);
  return (
    <>
      <DataTable
        name="sandbox"
        label={w.sandbox}
        rows={rows}
        rowKey={({ code }) => code}
        columns={columns}
        onOpen={({ code }) => drawer.open(code)}
        openKey={drawer.id}
      />
      {opened && (
        <Drawer title={opened.name} onClose={drawer.close}>
          <p>{w.allBecause}</p>
          <ul className="more-list">
            {opened.contributions.map(({ code, label, text, change }) => (
              <li key={`${code} ${label}`}>
                <span>{clauseName({ code, label, text })}</span>
                <span className="figure-end">{change.text}</span>
              </li>
            ))}
          </ul>
        </Drawer>
      )}
    </>
  );
}

/** The numbers of the period itself open where they come from; those of a trial are nobody's place. */
function columnsOf(
  w: Words,
  open: (subject: string, place: NumberPlace) => void,
): Column<TriedSubject>[] {
  return [
    { id: 'name', title: w.subject, width: 8, text: ({ name }) => name },
    { ...placeColumn('before', 'total', w), open: ({ code }) => open(code, {}) },
    { ...placeColumn('before', 'rank', w), open: ({ code }) => open(code, { about: 'rank' }) },
    placeColumn('after', 'total', w),
    placeColumn('after', 'rank', w),
    {
      id: 'change',
      title: w.difference,
      kind: 'number',
      width: 7,
      text: ({ change }) => change?.text ?? w.none,
    },
    {
      id: 'ranks',
      title: w.rankDifference,
      width: 6,
      text: (row) => ranksText(row, w),
      sortBy: ({ ranksUp = Number.MIN_SAFE_INTEGER }) => ranksUp,
    },
    {
      id: 'because',
      title: w.because,
      width: 36,
      text: ({ contributions: [first] }) =>
        first === undefined ? w.none : `${clauseName(first)} ${first.change.text}`,
    },
  ];
}

function placeColumn(
  side: 'before' | 'after',
  what: 'total' | 'rank',
  w: Words,
): Column<TriedSubject> {
  return {
    id: `${side}.${what}`,
    title: what === 'total' ? w.totalHead : w.rankHead,
    group: [side === 'before' ? w.before : w.after],
    kind: 'number',
    width: what === 'total' ? 7 : 5,
    text: (row) => {
      const place = row[side];
      if (place === undefined) return w.none;
      return what === 'total' ? place.total.text : String(place.rank ?? w.none);
    },
  };
}

/** "↑ 升2", "新进名单": a change of place, or why there is none. */
function ranksText({ before, after, ranksUp }: TriedSubject, w: Words): string {
  if (before === undefined) return w.joined;
  if (after === undefined) return w.left;
  if (ranksUp === undefined) return w.none;
  if (ranksUp === 0) return w.same;
  return ranksUp > 0 ? `↑ ${w.up(ranksUp)}` : `↓ ${w.down(-ranksUp)}`;
}
