/** One objection: what was said, what was decided and why, the answer, and what may be done now. */

import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { api, client, useSave } from '../../api/index.ts';
import { useFormat } from '../../format/index.ts';
import { Button, Query, SaveLine, useOwnRoles, useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { objectionWords } from '../../words/objections.ts';
import { ResultsFrame } from '../ResultsFrame.tsx';
import {
  AcknowledgeForm,
  AnswerForm,
  AssignForm,
  GiveBackForm,
  WithdrawForm,
} from './ObjectionForms.tsx';
import { useRefreshObjections } from './ObjectionModal.tsx';
import { handoverWords, resultWords, stateWords, stepWords, until } from './objection-words.ts';
import './objecting.css';
import './objections.css';

export type ObjectionData = Awaited<ReturnType<typeof client.objections.one>>;
type Deed = ObjectionData['may'][number];

/** The fields of a fact come with it: a village that only reads does not load them. */
const DecideForm = lazy(async () => ({ default: (await import('./DecideForm.tsx')).DecideForm }));

export function ObjectionPage() {
  const w = useWords(objectionWords);
  const town = useTown();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const query = useQuery(api.objections.one.queryOptions({ input: { town, id } }));
  const page = query.data;
  return (
    <ResultsFrame
      here="objections"
      title={page?.objection.no ?? w.title}
      state={page && <Standing page={page} />}
      actions={page && <Actions page={page} />}
    >
      <Query query={query} what={w.title}>
        {(found) => <Whole page={found} />}
      </Query>
    </ResultsFrame>
  );
}

function Standing({ page: { objection } }: { page: ObjectionData }) {
  const w = useWords(objectionWords);
  const format = useFormat();
  const { answerBy, by, decider, isGuessed, isLate, isOverdue, receivedOn } = objection;
  return (
    <>
      {[
        stateWords(w)[objection.state],
        by ? w.madeBy(by.name) : w.nameless,
        w.cameOn(format.day(receivedOn)),
        `${w.answerBy} ${until(objection, format.day(answerBy), w.daysLeft)}`,
        decider ? w.lookedIntoBy(decider.name) : '',
        isLate ? w.late : '',
      ]
        .filter(Boolean)
        .join(' · ')}
      {isOverdue && <strong className="objection-overdue"> {w.overdue}</strong>}
      {isGuessed && ` ${w.guessed}`}
    </>
  );
}

/** What may be done now, the next step first, and the papers. */
function Actions({ page }: { page: ObjectionData }) {
  const w = useWords(objectionWords);
  const town = useTown();
  const [deed, setDeed] = useState<Deed>();
  const words: Readonly<Record<Deed, string>> = {
    receive: w.send,
    acknowledge: w.acknowledge,
    assign: w.assign,
    decide: w.decide,
    answer: w.answerDeed,
    giveBack: w.giveBack,
    withdraw: w.withdraw,
  };
  // Nobody is answered before another person has reviewed what is put right.
  const isPosted = page.corrections.every(({ step }) => step === 'posted');
  const ordered = (Object.keys(words) as Deed[]).filter(
    (one) => page.may.includes(one) && (one !== 'answer' || isPosted),
  );
  const close = () => setDeed(undefined);
  const isMaking = page.document === undefined && ordered.includes('answer');
  const file = `/api/towns/${town}/objections/${page.objection.id}/paper`;
  return (
    <>
      {isMaking && <MakeAnswer page={page} />}
      {ordered.map((one, at) => (
        <Button
          key={one}
          kind={at === 0 && one !== 'withdraw' && !isMaking ? 'main' : 'plain'}
          onClick={() => setDeed(one)}
        >
          {words[one]}
        </Button>
      ))}
      <Link
        to={`/${town}/results/objections`}
        search={{} as never}
        className="button button-plain objecting-link"
      >
        {w.toList}
      </Link>
      {page.decision && (
        <a className="button button-plain objecting-link" href={file}>
          {isMade(page) ? w.paperFile : w.draftFile}
        </a>
      )}
      <Button onClick={() => window.print()}>{w.print}</Button>
      {deed === 'acknowledge' && <AcknowledgeForm page={page} onClose={close} />}
      {deed === 'assign' && <AssignForm page={page} onClose={close} />}
      {deed === 'giveBack' && <GiveBackForm page={page} onClose={close} />}
      {deed === 'decide' && (
        <Suspense>
          <DecideForm page={page} onClose={close} />
        </Suspense>
      )}
      {deed === 'answer' && <AnswerForm page={page} onClose={close} />}
      {deed === 'withdraw' && <WithdrawForm page={page} onClose={close} />}
    </>
  );
}

/** Numbered, or answered before answers had their numbers from the document room. */
function isMade({ answer, document }: ObjectionData): boolean {
  return document !== undefined || answer !== undefined;
}

/** Gives the answer its number: it is printed, sealed and handed over then. */
function MakeAnswer({ page: { objection } }: { page: ObjectionData }) {
  const w = useWords(objectionWords);
  const town = useTown();
  const refresh = useRefreshObjections();
  const save = useSave(client.objections.makeDocument, { onSaved: refresh });
  return (
    <>
      <Button
        kind="main"
        disabled={save.isBusy}
        onClick={() => void save.run({ town, id: objection.id })}
      >
        {w.makeAnswer}
      </Button>
      {save.step !== 'idle' && save.step !== 'saved' && <SaveLine save={save} />}
    </>
  );
}

function Whole({ page }: { page: ObjectionData }) {
  const w = useWords(objectionWords);
  const format = useFormat();
  const { behalf, decision, answer, document: paper, furtherWays, said } = page;
  return (
    <div className="objection">
      <Part title={w.matter}>
        <Matter page={page} />
      </Part>
      <Part title={w.said}>
        <p className="prose objection-said">{said}</p>
        {behalf && (
          <p className="soft">
            {w.behalf(behalf.by ?? w.somebody, format.day(behalf.saidOn), behalf.writtenBy.name)}{' '}
            {w.confirmed(behalf.confirmed)}
          </p>
        )}
      </Part>
      {decision && (
        <Part title={w.decision}>
          <dl className="objection-pairs">
            <Pair title={w.result}>{resultWords(w)[decision.result]}</Pair>
            <Pair title={w.lookedAt}>{decision.lookedAt}</Pair>
            <Pair title={w.finding}>{decision.finding}</Pair>
            <Pair title={w.reasons}>{decision.reasons}</Pair>
            <Pair title={w.basis}>{decision.clause}</Pair>
          </dl>
          <Corrections page={page} />
        </Part>
      )}
      {!answer && paper && (
        <Part title={w.answer}>
          <p>{w.answerWaits(paper.number)}</p>
        </Part>
      )}
      {answer && (
        <Part title={w.answer}>
          <p>
            {w.answerLine(answer.no, format.day(answer.on))} {handoverWords(w)[answer.how]}{' '}
            {answer.note}
          </p>
        </Part>
      )}
      {decision && (
        <Part title={w.furtherWays}>
          {furtherWays.map((way) => (
            <p key={way} className="prose">
              {way}
            </p>
          ))}
        </Part>
      )}
      <Part title={w.course}>
        <Course page={page} />
      </Part>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Pair({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Matter({ page: { objection } }: { page: ObjectionData }) {
  const w = useWords(objectionWords);
  const town = useTown();
  const { fact, line, period, subject, title, clause } = objection.matter;
  return (
    <p>
      {title}{' '}
      {fact !== undefined && (
        <Link to={`/${town}/ledger`} search={{ fact } as never} className="no-print">
          {w.toFact}
        </Link>
      )}
      {line !== undefined && subject !== undefined && (
        <Link
          to={`/${town}/standings/${line}/${period}/subjects/${subject.code}`}
          search={(clause === undefined ? {} : { code: clause }) as never}
          className="no-print"
        >
          {w.toResult}
        </Link>
      )}
    </p>
  );
}

/** What was written into the ledger, how far that is, and what it does to a list that is out. */
function Corrections({ page }: { page: ObjectionData }) {
  const { corrections, effect, objection } = page;
  const w = useWords(objectionWords);
  const format = useFormat();
  const isOffice = useOwnRoles()?.includes('assessment-office') ?? false;
  const town = useTown();
  const { decision } = page;
  const reason = `${objection.no ?? ''}${decision ? `：${decision.reasons}` : ''}`.slice(0, 200);
  if (corrections.length === 0) return null;
  return (
    <>
      <h3>{w.corrections}</h3>
      <ul className="objection-rows">
        {corrections.map(({ takesBack, right, step, reversal, later }) => (
          <li key={`${takesBack?.fact} ${right}`}>
            {takesBack && <p>{w.takesBack(takesBack.sentence)}</p>}
            {right && <p>{w.right(right)}</p>}
            <p className="soft">
              {[stepWords(w)[step], reversal && w.reversal(reversal), ...later]
                .filter(Boolean)
                .join(' ')}
            </p>
          </li>
        ))}
      </ul>
      {effect && <p className="prose">{isOffice ? effect.office : effect.told}</p>}
      {isOffice &&
        effect?.lists.map(({ line, period, isSealed }) => (
          <p key={`${line} ${period}`} className="no-print">
            {isSealed ? (
              <Link to={`/${town}/results/${line}/${period}`}>
                {w.toPublished(format.period(period))}
              </Link>
            ) : (
              <Link
                to={`/${town}/results/${line}/${period}/publish`}
                search={{ reason } as never}
                className="button button-plain objecting-link"
              >
                {w.toPublication(format.period(period))}
              </Link>
            )}
          </p>
        ))}
    </>
  );
}

function Course({ page: { behalf, course } }: { page: ObjectionData }) {
  const w = useWords(objectionWords);
  const format = useFormat();
  const words: Readonly<Record<Deed, string>> = {
    receive: behalf ? w.didWriteDown : w.didReceive,
    acknowledge: w.didAcknowledge,
    assign: w.didAssign,
    giveBack: w.didGiveBack,
    decide: w.didDecide,
    answer: w.didAnswer,
    withdraw: w.didWithdraw,
  };
  return (
    <ol className="objection-rows">
      {course.map(({ deed, at, person, to, note }) => (
        <li key={`${deed} ${at}`}>
          {[format.moment(at), words[deed], person?.name, to && `→ ${to.name}`, note]
            .filter(Boolean)
            .join(' ')}
        </li>
      ))}
    </ol>
  );
}
