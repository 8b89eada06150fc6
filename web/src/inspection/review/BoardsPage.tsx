/** The scoring boards of a round on A3, one place a sheet, in the columns that villages know. */

import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { api } from '../../api/index.ts';
import { useFormat } from '../../format/index.ts';
import { Button, Empty, Query, useAddress, useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { reviewWords } from '../../words/review.ts';
import { InspectionFrame } from '../InspectionFrame.tsx';
import type { BoardsData } from '../replies.ts';
import { isWrongAnswer, useAnswerText } from '../results/result-words.ts';
import { ReviewLink } from './ReviewLink.tsx';
import './review.css';

type Board = BoardsData['boards'][number];
type BoardLine = Board['lines'][number];
type Way = BoardLine['ways'][number];
type Words = (typeof reviewWords)['en'];

export function BoardsPage() {
  const w = useWords(reviewWords);
  const town = useTown();
  const { round: id = '' } = useParams({ strict: false });
  const { search, change } = useAddress();
  const query = useQuery(api.review.boards.queryOptions({ input: { town, id } }));
  const boards = query.data?.boards ?? [];
  const shown = boards.filter(({ subject }) => !search.subject || subject.code === search.subject);
  return (
    <InspectionFrame
      here="rounds"
      title={w.boards}
      filters={
        <label>
          {w.village}{' '}
          <select
            value={search.subject ?? ''}
            onChange={(event) => change({ subject: event.target.value || undefined })}
          >
            <option value="">{w.every}</option>
            {boards.map(({ subject }) => (
              <option key={subject.code} value={subject.code}>
                {subject.name}
              </option>
            ))}
          </select>
        </label>
      }
      actions={
        <>
          <ReviewLink id={id}>{w.toReview}</ReviewLink>
          <Button kind="main" onClick={() => window.print()}>
            {w.print}
          </Button>
        </>
      }
    >
      <Query query={query} what={w.boards}>
        {(data) =>
          data.boards.length === 0 ? (
            <Empty what={w.boardsNone} why={w.boardsNoneWhy} />
          ) : (
            shown.map((board) => <BoardOf key={board.subject.code} data={data} board={board} />)
          )
        }
      </Query>
    </InspectionFrame>
  );
}

function BoardOf({ data: { round, scoring }, board }: { data: BoardsData; board: Board }) {
  const w = useWords(reviewWords);
  const format = useFormat();
  const heads = [
    [w.village, board.subject.name],
    [w.judges, board.inspectors.map(({ name }) => name).join('、')],
    [w.judgedOn, board.on === undefined ? '' : format.day(board.on)],
  ] as const;
  const columns = [w.project, w.number, w.standard, w.full, w.way, w.record, w.got];
  return (
    <article className="review-board">
      <h2>{w.boardTitle(format.period(round.period), round.template)}</h2>
      <dl>
        {heads.map(([head, text]) => (
          <div key={head}>
            <dt>{head}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <table>
        <thead>
          <tr>
            {columns.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {board.lines.map((line, index) => (
            <LineOf key={line.line.code} board={board} index={index} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              {w.sum}
            </th>
            <td>{board.full?.text}</td>
            <td />
            <td />
            <td>{board.total?.text ?? w.noTotal}</td>
          </tr>
        </tfoot>
      </table>
      <p>
        {w.boardFor} {scoring && w.boardBy(scoring.schemeName)}
      </p>
    </article>
  );
}

function LineOf({ board, index }: { board: Board; index: number }) {
  const w = useWords(reviewWords);
  const record = useRecord();
  const found = board.lines[index];
  if (!found) return null;
  const { line, ways } = found;
  const span = spanOf(board.lines, index);
  return (
    <tr>
      {span > 0 && (
        <th scope="rowgroup" rowSpan={span}>
          {line.group}
        </th>
      )}
      <td>{index + 1}</td>
      <td>{line.standard}</td>
      <td>
        <EachWay ways={ways} text={({ full = '' }) => full} />
      </td>
      <td>{ways.length === 0 ? w.nowhere : <EachWay ways={ways} text={({ text }) => text} />}</td>
      <td>
        {record(board, found)}
        <small>{factsText(board, found, w)}</small>
      </td>
      <td>
        <EachWay
          ways={ways}
          text={({ asLine, got, state }) => {
            if (asLine !== undefined) return w.asLine(asLine);
            return got?.text ?? (state === undefined ? '' : w.states(state));
          }}
        />
      </td>
    </tr>
  );
}

/** What points were taken for; a sheet on which nothing was wrong says that another check found it. */
function factsText({ sheets }: Board, { line, ways }: BoardLine, w: Words): string {
  const ids = ways.flatMap(({ factIds }) => factIds).join('、');
  if (ids === '') return '';
  const isWrong = sheets.some(({ answers }) => {
    const answer = answers[line.code];
    return answer !== undefined && isWrongAnswer(line, answer);
  });
  return isWrong ? w.facts(ids) : w.otherFacts(ids);
}

/** One line of the cell a clause. */
function EachWay({ ways, text }: { ways: readonly Way[]; text(way: Way): string }) {
  return ways.map((way) => <span key={way.clause}>{text(way)}</span>);
}

/** How many rows stand under the same 项目 from here; 0 below the first of them. */
function spanOf(lines: readonly BoardLine[], index: number): number {
  const group = lines[index]?.line.group;
  if (lines[index - 1]?.line.group === group) return 0;
  const end = lines.findIndex((one, at) => at > index && one.line.group !== group);
  return (end === -1 ? lines.length : end) - index;
}

/** What the sheets say of a line; each with its writer where they are several. */
function useRecord(): (board: Board, line: BoardLine) => string {
  const text = useAnswerText();
  return ({ sheets }, { line }) =>
    sheets
      .flatMap(({ answers, person }) => {
        const answer = answers[line.code];
        if (!answer) return [];
        return [sheets.length > 1 ? `${person.name} ${text(line, answer)}` : text(line, answer)];
      })
      .join('；');
}
