/** One result: what was found line by line, its course, and what the asker may do with it. */

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/index.ts';
import { useFormat } from '../../format/index.ts';
import { Button, Drawer, Query, useOwnRoles, useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { inspectionWords } from '../../words/inspection.ts';
import { resultWords } from '../../words/results.ts';
import { Photos } from '../findings/PhotoPair.tsx';
import { roundReaders } from '../InspectionFrame.tsx';
import type { ResultData, ResultSheet } from '../replies.ts';
import { AnswerForm, SettleForm, TellForm } from './ResultForms.tsx';
import { isWrongAnswer, useAnswerText, useResultState } from './result-words.ts';

interface ResultDrawerProps {
  id: string;
  onClose(): void;
}

export function ResultDrawer({ id, onClose }: ResultDrawerProps) {
  const w = useWords(resultWords);
  const town = useTown();
  const query = useQuery(api.results.sheet.queryOptions({ input: { town, sheetId: id } }));
  const [deed, setDeed] = useState<'tell' | 'confirm' | 'object' | 'settle'>();
  const close = () => setDeed(undefined);
  const row = query.data?.row;
  return (
    <Drawer
      title={row ? `${row.subject.name} ${row.template}` : w.results}
      onClose={onClose}
      actions={
        row && (
          <>
            {row.may.answer && (
              <>
                <Button kind="main" onClick={() => setDeed('confirm')}>
                  {w.confirm}
                </Button>
                <Button onClick={() => setDeed('object')}>{w.object}</Button>
              </>
            )}
            {row.may.tell && <Button onClick={() => setDeed('tell')}>{w.tell}</Button>}
            {row.may.settle && (
              <Button kind="main" onClick={() => setDeed('settle')}>
                {w.settle}
              </Button>
            )}
          </>
        )
      }
    >
      <Query query={query} what={w.results}>
        {(data) => (
          <>
            <State data={data} />
            <Answers sheet={data.sheet} />
            <Photos
              title={w.photos}
              ids={data.sheet.photos.flatMap(({ evidenceId }) => evidenceId ?? [])}
            />
            <Course sheet={data.sheet} />
            <WholeSheet sheet={data.sheet} />
            {deed === 'tell' && <TellForm data={data} onClose={close} />}
            {(deed === 'confirm' || deed === 'object') && (
              <AnswerForm data={data} says={deed} onClose={close} />
            )}
            {deed === 'settle' && <SettleForm data={data} onClose={close} />}
          </>
        )}
      </Query>
    </Drawer>
  );
}

function State({ data: { row } }: { data: ResultData }) {
  const w = useWords(resultWords);
  const format = useFormat();
  const state = useResultState();
  return (
    <ul className="result-lines">
      <li>{state(row.state)}</li>
      {row.toldOn && <li>{`${w.toldOn} ${format.day(row.toldOn)}`}</li>}
      {row.confirmUntil && <li>{`${w.until} ${format.day(row.confirmUntil)}`}</li>}
      {row.objection && <li>{`${w.objection} ${row.objection}`}</li>}
      {row.settlement && <li>{`${w.settlement} ${row.settlement}`}</li>}
    </ul>
  );
}

/** The office reads the sheet as it came, with the ones beside it. */
function WholeSheet({ sheet: { round, visit } }: { sheet: ResultSheet }) {
  const w = useWords(inspectionWords);
  const town = useTown();
  const own = useOwnRoles() ?? [];
  if (!roundReaders.some((role) => own.includes(role))) return null;
  return (
    <p>
      <Link to="/$town/inspection/rounds/$round/sheets/$visit" params={{ town, round, visit }}>
        {w.sheetWhole}
      </Link>
    </p>
  );
}

/** What was wrong stands first; what was not is folded away. */
function Answers({ sheet }: { sheet: ResultSheet }) {
  const w = useWords(resultWords);
  const lines = sheet.template.lines.flatMap((line) => {
    const answer = sheet.answers[line.code];
    return answer ? [{ line, answer, isWrong: isWrongAnswer(line, answer) }] : [];
  });
  const wrong = lines.filter(({ isWrong }) => isWrong);
  const others = lines.filter(({ isWrong }) => !isWrong);
  return (
    <>
      <h3>{w.wrong}</h3>
      {wrong.length === 0 ? <p>{w.noWrong}</p> : <AnswerList lines={wrong} />}
      <details>
        <summary>{w.others(others.length)}</summary>
        <AnswerList lines={others} />
      </details>
    </>
  );
}

interface AnswerListProps {
  lines: readonly {
    line: ResultSheet['template']['lines'][number];
    answer: ResultSheet['answers'][string];
  }[];
}

function AnswerList({ lines }: AnswerListProps) {
  const text = useAnswerText();
  return (
    <ol className="result-lines">
      {lines.map(({ answer, line }) => (
        <li key={line.code}>
          {`${line.group} ${line.standard}`}
          <span>
            <b>{text(line, answer)}</b>
          </span>
        </li>
      ))}
    </ol>
  );
}

function Course({ sheet: { course } }: { sheet: ResultSheet }) {
  const w = useWords(resultWords);
  const format = useFormat();
  return (
    <section>
      <h3>{w.course}</h3>
      <ol className="result-course">
        {course.map(({ at, deed, how, note, onBehalfOf, person }) => (
          <li key={`${deed}${at}`}>
            {[
              format.moment(at),
              w.deeds(deed),
              person?.name,
              onBehalfOf?.name,
              how && how !== 'onSite' ? w[how] : undefined,
              note,
            ]
              .filter(Boolean)
              .join(' ')}
          </li>
        ))}
      </ol>
    </section>
  );
}
