/** A village on one page: who answers for it, what waits, what it got and why, how to object. */

import type { VillagePageShown } from '@oneneedle/contract';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { api } from '../../api/index.ts';
import { SubjectLink } from '../../assessment/SubjectLink.tsx';
import { useFormat } from '../../format/index.ts';
import { ObjectLink } from '../../publication/objections/objecting.tsx';
import { Page, Query, RoomLink, useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { villageWords } from '../../words/villages.ts';
import './village.css';

/** `/qinghe/villages/东溪村` */
export function VillagePage() {
  const w = useWords(villageWords);
  const town = useTown();
  const { unit = '' } = useParams({ strict: false }) as { unit?: string };
  const query = useQuery(api.villages.page.queryOptions({ input: { town, unit } }));
  const { data } = query;
  const sheet = ['towns', town, 'villages', unit, 'sheet'].map(encodeURIComponent).join('/');
  return (
    <Page
      title={w.title(data?.name ?? unit)}
      state={data && w.state(data.households ?? '', data.hamlets)}
      actions={
        <a
          className="button button-plain link-button"
          href={`/api/${sheet}`}
          target="_blank"
          rel="noreferrer"
        >
          {w.paper}
        </a>
      }
    >
      <Query query={query} what={w.page}>
        {(page) => (
          <div className="village-page">
            <Chain chain={page.chain} />
            <Waiting page={page} />
            <h2>{w.results}</h2>
            {page.results.length === 0 && <p>{w.noResults}</p>}
            {page.results.map((one) => (
              <ResultPart key={one.line} unit={page.code} result={one} />
            ))}
            <Waited objections={page.objections} />
            <Rights results={page.results} />
          </div>
        )}
      </Query>
    </Page>
  );
}

function Chain({ chain }: Pick<VillagePageShown, 'chain'>) {
  const w = useWords(villageWords);
  return (
    <section>
      <h2>{w.chain}</h2>
      {chain.length === 0 && <p>{w.nobody}</p>}
      <dl className="village-chain">
        {chain.map(({ post, names }) => (
          <div key={post}>
            <dt>{post}</dt>
            <dd>{names.join('、')}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Waiting({ page }: { page: VillagePageShown }) {
  const w = useWords(villageWords);
  const format = useFormat();
  const { all, overdue, rows } = page.waiting;
  return (
    <section>
      <h2>{w.waiting}</h2>
      <p>
        {w.waitingState(all, overdue)}{' '}
        {all > 0 && (
          <RoomLink to="desk" search={{ village: page.code }}>
            {w.wholeList}
          </RoomLink>
        )}
      </p>
      {rows.length > 0 && (
        <table className="village-table">
          <thead>
            <tr>
              <th>{w.matter}</th>
              <th>{w.dueOn}</th>
              <th>{w.ask}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, title, dueOn, ask }) => (
              <tr key={id}>
                <td>{title}</td>
                <td data-label={w.dueOn}>{dueOn ? format.day(dueOn) : w.noDay}</td>
                <td data-label={w.ask}>{ask.join(' ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

type Result = VillagePageShown['results'][number];

function ResultPart({ unit, result }: { unit: string; result: Result }) {
  const w = useWords(villageWords);
  const { line, period, label, total, full, rank, ranked, moved, notes } = result;
  return (
    <section className="village-result">
      <h3>
        {w.result(label, total, full)}
        {rank !== undefined && <> · {w.place(rank, ranked)}</>}
      </h3>
      <p className="soft">
        {w.edition(result.schemeName, result.edition, result.receiptCode ?? '')} ·{' '}
        <SubjectLink line={line} period={period} subject={unit}>
          {w.wholeTree}
        </SubjectLink>{' '}
        <ObjectLink about={{ line, period, subject: unit }} />
      </p>
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {moved.length === 0 ? (
        <p>{w.unmoved}</p>
      ) : (
        <table className="village-table">
          <thead>
            <tr>
              <th>{w.clause}</th>
              <th>{w.why}</th>
              <th className="number">{w.points}</th>
            </tr>
          </thead>
          <tbody>
            {moved.map(({ clause, sentence, value, factIds: [fact] }) => (
              <tr key={`${clause} ${sentence}`}>
                <td data-label={w.clause}>
                  <SubjectLink
                    line={line}
                    period={period}
                    subject={unit}
                    place={{ code: clause, ...(fact ? { fact } : {}) }}
                  >
                    {clause}
                  </SubjectLink>
                </td>
                <td>{sentence}</td>
                <td className="number" data-label={w.points}>
                  {value}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** What it objected to, how far that is, and until when an answer is due. */
function Waited({ objections }: Pick<VillagePageShown, 'objections'>) {
  const w = useWords(villageWords);
  const format = useFormat();
  const town = useTown();
  if (objections.length === 0) return null;
  const states = {
    received: w.received,
    acknowledged: w.acknowledged,
    assigned: w.assigned,
    decided: w.decided,
  };
  return (
    <section>
      <h2>{w.objections}</h2>
      <ul>
        {objections.map(({ id, no, title, state, answerBy, isOverdue }) => (
          <li key={id}>
            <Link to={`/${town}/results/objections/${id}`}>{w.objected(no ?? '', title)}</Link>
            {` · ${states[state]} · `}
            {(isOverdue ? w.answerLate : w.answerBy)(format.day(answerBy))}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How to object, and what money follows: said once where schemes say the same. */
function Rights({ results }: Pick<VillagePageShown, 'results'>) {
  const w = useWords(villageWords);
  const format = useFormat();
  if (results.length === 0) return null;
  const objection = [...new Set(results.flatMap((one) => one.objection))];
  return (
    <section>
      <h2>{w.objection}</h2>
      {results.map(
        ({ line, label, objectUntil, workdaysLeft }) =>
          objectUntil && <p key={line}>{w.until(label, format.day(objectUntil), workdaysLeft)}</p>,
      )}
      {objection.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <h2>{w.money}</h2>
      {results.map(({ line, schemeName, money }) => (
        <ul key={line} className="village-money" aria-label={schemeName}>
          {money.map((text, index) => (
            <li key={text}>{index === 0 ? `${schemeName}：${text}` : text}</li>
          ))}
        </ul>
      ))}
    </section>
  );
}
