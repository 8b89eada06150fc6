/** One sheet typed from paper at the office: a line a row, by keys, kept on this computer until it is sent. */

import { faultsIn, missingIn, type SheetSignature } from '@oneneedle/kernel';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { bringOne } from '../../../field/bring-all.ts';
import { dropDraft, keeper } from '../../../field/store.ts';
import { sessionQuery } from '../../api/index.ts';
import { useFormat } from '../../format/index.ts';
import { Button, Empty, Loading, useConfirm, useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { evidenceWords } from '../../words/evidence.ts';
import { sheetWords } from '../../words/sheets.ts';
import { Lines, Pick } from '../../work/WorkFields.tsx';
import { InspectionFrame } from '../InspectionFrame.tsx';
import { useRefreshInspection } from '../InspectionModal.tsx';
import { AnswerRows } from './AnswerRows.tsx';
import { LinePhotos } from './LinePhotos.tsx';
import { stepTo } from './steps.ts';
import { TwoWritings } from './TwoWritings.tsx';
import { type Typing, useTyping } from './use-typing.ts';
import './sheets.css';

export function TypePage() {
  const w = useWords(sheetWords);
  const town = useTown();
  const { sheet = '' } = useParams({ strict: false });
  const typing = useTyping(sheet);
  const subject = typing?.draft.visit.subject.name;
  return (
    <InspectionFrame
      here="rounds"
      title={subject === undefined ? w.enter : w.titleOf(subject)}
      actions={
        <Link to="/$town/inspection/sheets" params={{ town }}>
          {w.toList}
        </Link>
      }
    >
      {typing === undefined && <Loading what={w.title} />}
      {typing === null && <Empty what={w.gone} />}
      {typing && <TypeForm key={sheet} typing={typing} />}
    </InspectionFrame>
  );
}

function TypeForm({ typing }: { typing: Typing }) {
  const w = useWords(sheetWords);
  const { content, draft, isUnkept, write } = typing;
  const { lines } = draft.visit.template;
  const faults = new Set(faultsIn(lines, content.answers).map(({ line }) => line));
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <TypeHead typing={typing} />
      {isUnkept && <p role="alert">{w.unkept}</p>}
      {draft.other && <TwoWritings typing={typing} other={draft.other} />}
      <p className="soft">{w.typeHint}</p>
      <AnswerRows
        lines={lines}
        content={content}
        write={write}
        faults={faults}
        photos={(line, place) => (
          <LinePhotos
            typing={typing}
            of={{ of: 'line', line: line.code, ...(place === undefined ? {} : { place }) }}
            what={line.group}
          />
        )}
      />
      {draft.visit.mode === 'open' && <VillageFields typing={typing} />}
      <p>
        {w.paperPhoto} <LinePhotos typing={typing} of={{ of: 'paper' }} what={w.paperPhoto} />
      </p>
      <SendPart typing={typing} isFaulty={faults.size > 0} />
    </form>
  );
}

/** Where, when, and whose sheet it is: typed from paper, it is the sheet of whoever was there. */
function TypeHead({ typing: { draft } }: { typing: Typing }) {
  const w = useWords(sheetWords);
  const format = useFormat();
  const { origin, person, visit } = draft;
  const others = visit.sheets.filter(({ id, isSpare }) => id !== draft.id && !isSpare);
  const isTeam = visit.template.sheets === 'team';
  return (
    <>
      <p>
        {[
          `${format.period(visit.period)} ${w.versionOf(visit.template.name, visit.template.version)}`,
          visit.mode === 'open' ? w.open : w.unannounced,
          visit.plannedOn ? format.day(visit.plannedOn) : w.noDay,
          w[origin],
        ].join(' · ')}
      </p>
      {draft.acknowledged === undefined && visit.inspectors.length > 1 ? (
        <Pick
          label={w.whose}
          options={visit.inspectors.map(({ code, name }) => [code, name] as const)}
          value={person}
          onChange={(code) => void keeper.change(draft.id, (one) => ({ ...one, person: code }))}
        />
      ) : (
        <p>{`${w.whose}：${visit.inspectors.find(({ code }) => code === person)?.name ?? person}`}</p>
      )}
      {isTeam && others.length > 0 && (
        <p className="sheet-notice">{w.others(others.map((one) => one.person.name).join('、'))}</p>
      )}
    </>
  );
}

/** What stands at the foot of the paper: the village's words and its signature. */
function VillageFields({ typing: { content, write } }: { typing: Typing }) {
  const w = useWords(sheetWords);
  return (
    <fieldset className="typing-village">
      <legend>{w.village}</legend>
      <Lines
        label={w.statement}
        value={content.statement}
        onChange={(statement) => write((one) => ({ ...one, statement }))}
      />
      <Pick<SheetSignature>
        label={w.signature}
        options={[
          ['none', w.unsigned],
          ['paper', w.signedPaper],
          ['refused', w.refused],
          ...(content.signature === 'signed' ? [['signed', w.signed] as const] : []),
        ]}
        value={content.signature}
        onChange={(signature) => write((one) => ({ ...one, signature }))}
      />
    </fieldset>
  );
}

type Standing = 'typing' | 'sending' | 'away' | 'signIn';

function SendPart({ typing, isFaulty }: { typing: Typing; isFaulty: boolean }) {
  const w = useWords(sheetWords);
  const { confirm } = useWords(evidenceWords);
  const { content, draft } = typing;
  const place = useRef<HTMLDivElement>(null);
  const [isSafe, setSafe] = useState(false);
  const { send, standing } = useSending(typing);
  const { lines } = draft.visit.template;
  const left = missingIn(lines, content).filter(({ what }) => what !== 'photo');
  const isWhole = left.length === 0 && !isFaulty && draft.other === undefined;
  const mustConfirm = content.photos.length > 0;
  return (
    <div ref={place} className="typing-send">
      {left.length === 0 ? (
        <p>{w.allTyped}</p>
      ) : (
        <p>
          {w.left(left.length)}{' '}
          {left.map(({ line }) => {
            const at = lines.findIndex(({ code }) => code === line);
            return (
              <Button
                key={line}
                kind="link"
                onClick={() => stepTo(place.current?.closest('form') ?? null, line)}
              >
                {w.lineAt(at + 1, lines[at]?.group ?? line)}
              </Button>
            );
          })}
        </p>
      )}
      {mustConfirm && (
        <label>
          <input
            type="checkbox"
            checked={isSafe}
            onChange={({ target }) => setSafe(target.checked)}
          />{' '}
          {confirm(content.photos.length)}
        </label>
      )}
      <p className="soft">{w.sendHint}</p>
      <p role={standing === 'sending' ? 'status' : 'alert'}>
        {standing === 'sending' && w.sending}
        {standing === 'away' && w.away}
        {standing === 'signIn' && w.signIn}
        {draft.trouble && standing === 'typing' && w.notTaken(draft.trouble.text)}
      </p>
      <p>
        <Button
          data-last
          kind="main"
          disabled={!isWhole || standing === 'sending' || (mustConfirm && !isSafe)}
          onClick={() => void send()}
        >
          {w.send}
        </Button>{' '}
        <Drop typing={typing} />
      </p>
    </div>
  );
}

/** Sends what is typed; once the town has all of it, this computer lets go and the sheet is shown. */
function useSending({ draft, reread }: Typing) {
  const town = useTown();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const refresh = useRefreshInspection();
  const [standing, setStanding] = useState<Standing>('typing');
  const { id, visit } = draft;
  const send = async () => {
    setStanding('sending');
    await keeper.change(id, ({ trouble: _, ...one }) => ({ ...one, wantsSend: true }));
    const ended = await bringOne(draft);
    if (ended === 'sent') {
      await navigate({
        to: '/$town/inspection/rounds/$round/sheets/$visit',
        params: { town, round: visit.round, visit: visit.id },
      });
      refresh();
      await dropDraft(id);
      return;
    }
    await keeper.change(id, (one) => ({ ...one, wantsSend: false }));
    await reread();
    setStanding(ended === 'away' || ended === 'signIn' ? ended : 'typing');
    if (ended === 'signIn') queries.setQueryData(sessionQuery.queryKey, null);
  };
  return { send, standing };
}

function Drop({ typing: { draft } }: { typing: Typing }) {
  const w = useWords(sheetWords);
  const town = useTown();
  const confirm = useConfirm();
  const navigate = useNavigate();
  const drop = async () => {
    const question = { title: w.dropTitle, body: w.dropSays(draft.visit.subject.name) };
    if (!(await confirm({ ...question, action: w.drop }))) return;
    await navigate({ to: '/$town/inspection/sheets', params: { town } });
    await dropDraft(draft.id);
  };
  return <Button onClick={() => void drop()}>{w.drop}</Button>;
}
