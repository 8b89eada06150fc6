/** One problem on its thread: cause, change, the figure, the conclusion; and the next step. */

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { api } from '../../api/index.ts';
import { useFormat } from '../../format/index.ts';
import { Button, Drawer, Knot, Thread, useOwnRoles, useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { itemWords } from '../../words/items.ts';
import { retrospectiveWords } from '../../words/retrospectives.ts';
import { CauseForm, ChangeForm, ConcludeForm } from './StepForms.tsx';
import { type Retrospective, useStepText } from './use-retrospectives.ts';

interface RetrospectiveDrawerProps {
  row: Retrospective;
  onClose(): void;
}

export function RetrospectiveDrawer({ row, onClose }: RetrospectiveDrawerProps) {
  const w = useWords(retrospectiveWords);
  const step = useStepText();
  const [isWriting, setWriting] = useState(false);
  const [deed] = row.deeds;
  const words = { cause: w.tellCause, change: w.tellChange, conclude: w.conclude };
  const close = () => setWriting(false);
  return (
    <Drawer
      title={step(row)}
      onClose={onClose}
      actions={
        deed && (
          <Button kind="main" onClick={() => setWriting(true)}>
            {words[deed]}
          </Button>
        )
      }
    >
      <Steps row={row} />
      {isWriting && deed === 'cause' && <CauseForm id={row.id} onClose={close} />}
      {isWriting && deed === 'change' && <ChangeForm id={row.id} onClose={close} />}
      {isWriting && deed === 'conclude' && <ConcludeForm row={row} onClose={close} />}
    </Drawer>
  );
}

function Steps({ row }: { row: Retrospective }) {
  const w = useWords(retrospectiveWords);
  const step = useStepText();
  const format = useFormat();
  const { cause, change, look, conclusion } = row;
  const last = { found: 0, caused: 1, changed: 2, due: 2, kept: 4, notKept: 4 }[row.state];
  const kind = (step: number) => (step < last ? 'past' : step === last ? 'today' : 'coming');
  const said = (one: { by?: string | undefined; at: string } | undefined) =>
    one && (
      <span className="soft">
        {[one.by && w.by(one.by), format.moment(one.at)].filter(Boolean).join(' · ')}
      </span>
    );
  return (
    <Thread label={w.retrospectives}>
      <Step kind={kind(0)} title={w.problem}>
        <p>{row.problem}</p>
        <p className="soft">
          {[format.day(row.foundOn), row.source, row.unit?.name, row.owner?.name]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </Step>
      <Step kind={kind(1)} title={w.cause}>
        {cause ? <p>{cause.text}</p> : <p className="soft">{w.waiting}</p>}
        {said(cause)}
      </Step>
      <Step kind={kind(2)} title={w.change}>
        {change ? <Change change={change} /> : <p className="soft">{w.waiting}</p>}
        {said(change)}
      </Step>
      <Step kind={kind(3)} title={w.look}>
        {look ? (
          <>
            <p>{w.lookText(look.figure, look.before, look.wanted)}</p>
            <p className="soft">{w.lookDay(format.day(look.on))}</p>
          </>
        ) : (
          <p className="soft">{w.waiting}</p>
        )}
      </Step>
      <Step kind={kind(4)} title={w.conclusion}>
        {conclusion ? (
          <p>
            {step(row)}：{w.foundText(conclusion.figure)} {conclusion.text}
          </p>
        ) : (
          <p className="soft">{w.waiting}</p>
        )}
        {said(conclusion)}
      </Step>
    </Thread>
  );
}

interface StepProps {
  kind: 'past' | 'today' | 'coming';
  title: string;
  children: ReactNode;
}

function Step({ kind, title, children }: StepProps) {
  return (
    <Knot kind={kind} title={title}>
      {children}
    </Knot>
  );
}

function Change({ change }: { change: NonNullable<Retrospective['change']> }) {
  const w = useWords(retrospectiveWords);
  const i = useWords(itemWords);
  const town = useTown();
  const { note, item, clause } = change;
  const state = item && (item.state === 'urged' ? i.urgedState : i[item.state]);
  return (
    <>
      <p>{note}</p>
      {item && (
        <p>
          <Link to="/$town/work" params={{ town }} search={{ open: item.id } as never}>
            {w.openItem}
          </Link>{' '}
          {w.item(item.no ?? '', state ?? '')}
        </p>
      )}
      {clause && (
        <p>
          {clause.code} {clause.title} <Sandbox line={clause.line} />
        </p>
      )}
    </>
  );
}

/** The sandbox is the assessment office's: others are told whom to ask. */
function Sandbox({ line }: { line: string }) {
  const w = useWords(retrospectiveWords);
  const isOffice = useOwnRoles()?.includes('assessment-office');
  return isOffice ? <SandboxLink line={line} /> : <span className="soft">{w.sandboxOffice}</span>;
}

/** The sandbox of the newest period of the clause's scheme, by its address. */
function SandboxLink({ line }: { line: string }) {
  const w = useWords(retrospectiveWords);
  const town = useTown();
  const { data } = useQuery(api.assessment.periods.queryOptions({ input: { town } }));
  const periods = data?.rows.filter((row) => row.line === line).map(({ period }) => period) ?? [];
  const [newest] = [...periods].sort().reverse();
  if (newest === undefined) return data ? <span className="soft">{w.noPeriod}</span> : null;
  return (
    <Link to="/$town/standings/$line/$period/sandbox" params={{ town, line, period: newest }}>
      {w.sandbox}
    </Link>
  );
}
