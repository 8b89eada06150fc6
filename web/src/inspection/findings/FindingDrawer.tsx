/** One finding: before and after side by side, its item, its course, and what may be done now. */

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/index.ts';
import { useFormat } from '../../format/index.ts';
import { Button, Drawer, Query, useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { findingWords } from '../../words/findings.ts';
import type { FindingData, FindingRow } from '../replies.ts';
import { DistinguishForm, DropForm, RecheckForm, RectifyForm } from './FindingForms.tsx';
import { useFindingState } from './finding-words.ts';
import { PhotoPair } from './PhotoPair.tsx';

interface FindingDrawerProps {
  row: FindingRow;
  /** All that are shown: those of the same sheet go out together. */
  rows: readonly FindingRow[];
  onClose(): void;
}

export function FindingDrawer({ row, rows, onClose }: FindingDrawerProps) {
  const w = useWords(findingWords);
  const town = useTown();
  const query = useQuery(api.findings.one.queryOptions({ input: { town, id: row.id } }));
  const [deed, setDeed] = useState<'rectify' | 'recheck' | 'drop' | 'distinguish'>();
  const close = () => setDeed(undefined);
  const { may } = row;
  const together = rows.filter(({ sheet, may: own }) => sheet === row.sheet && own.rectify);
  return (
    <Drawer
      title={`${row.subject.name} ${row.place || row.group}`}
      onClose={onClose}
      actions={
        <>
          {may.rectify && (
            <Button kind="main" onClick={() => setDeed('rectify')}>
              {w.rectify}
            </Button>
          )}
          {may.recheck && (
            <Button kind="main" onClick={() => setDeed('recheck')}>
              {w.recheck}
            </Button>
          )}
          {may.distinguish && (
            <Button onClick={() => setDeed('distinguish')}>{w.distinguish}</Button>
          )}
          {may.drop && <Button onClick={() => setDeed('drop')}>{w.drop}</Button>}
        </>
      }
    >
      <Facts row={row} />
      <PhotoPair before={row.before} after={row.after} />
      <Query query={query} what={w.course}>
        {({ course, aggravatedBy }) => (
          <>
            <Repetition row={row} clauses={aggravatedBy} />
            <Course course={course} />
          </>
        )}
      </Query>
      {deed === 'rectify' && <RectifyForm rows={together} onClose={close} />}
      {deed === 'recheck' && <RecheckForm row={row} onClose={close} />}
      {deed === 'distinguish' && <DistinguishForm row={row} onClose={close} />}
      {deed === 'drop' && <DropForm row={row} onClose={close} />}
    </Drawer>
  );
}

function Facts({ row }: { row: FindingRow }) {
  const w = useWords(findingWords);
  const town = useTown();
  const format = useFormat();
  const state = useFindingState();
  const { dueOn, foundOn, group, item, standard } = row;
  return (
    <ul className="result-lines">
      <li>{`${group}：${standard}`}</li>
      <li>{state(row)}</li>
      <li>{`${w.foundOn} ${format.day(foundOn)}`}</li>
      <li>{`${w.dueOn} ${format.day(dueOn)}`}</li>
      {item && (
        <li>
          <Link to="/$town/work/items/$id" params={{ town, id: item.id }}>
            {w.item(item.no)}
          </Link>
        </li>
      )}
    </ul>
  );
}

interface RepetitionProps {
  row: FindingRow;
  clauses: FindingData['aggravatedBy'];
}

/** What it was held to repeat, side by side, and the clause that makes that count for more. */
function Repetition({ row: { before, place, foundOn, repeats }, clauses }: RepetitionProps) {
  const w = useWords(findingWords);
  const format = useFormat();
  if (!repeats) return null;
  const said = ([title, on, at]: readonly string[]) =>
    [title, format.day(on ?? ''), at || w.noPlace].join(' ');
  return (
    <section>
      <h3>{w.repeat}</h3>
      <p>{w.repeats(format.day(repeats.foundOn), repeats.place || w.noPlace)}</p>
      {clauses.length === 0 && <p>{w.notAggravated}</p>}
      {clauses.map(({ clause, scheme, text }) => (
        <p key={`${scheme}${clause}`}>{w.aggravated(clause, text)}</p>
      ))}
      <PhotoPair
        titles={[
          said([w.earlier, repeats.foundOn, repeats.place]),
          said([w.thisTime, foundOn, place]),
        ]}
        before={repeats.before}
        after={before}
      />
    </section>
  );
}

function Course({ course }: { course: FindingData['course'] }) {
  const w = useWords(findingWords);
  const format = useFormat();
  const word = ({ deed, result }: FindingData['course'][number]) => {
    if (deed === 'recheck') return result === 'rectified' ? w.lookedAgain : w.notYet;
    return { find: w.made, rectify: w.sentOut, drop: w.takenOff, distinguish: w.distinguished }[
      deed
    ];
  };
  return (
    <section>
      <h3>{w.course}</h3>
      <ol className="result-course">
        {course.map((one) => (
          <li key={`${one.deed}${one.at}`}>
            {[format.moment(one.at), word(one), one.person?.name, one.note]
              .filter(Boolean)
              .join(' ')}
          </li>
        ))}
      </ol>
    </section>
  );
}
