/** The steps after the problem: cause, change with the figure to look at, conclusion. */

import { useState } from 'react';
import { client } from '../../api/index.ts';
import { daysAfter, useFormat } from '../../format/index.ts';
import { Choice, DateField } from '../../forms/index.ts';
import { useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { retrospectiveWords } from '../../words/retrospectives.ts';
import { Line, Lines, noTask, Pick, TaskFields, taskOf } from '../WorkFields.tsx';
import { RetrospectiveModal } from './RetrospectiveModal.tsx';
import { type Retrospective, useRetrospectiveOptions } from './use-retrospectives.ts';

interface StepFormProps {
  id: string;
  onClose(): void;
}

export function CauseForm({ id, onClose }: StepFormProps) {
  const w = useWords(retrospectiveWords);
  const town = useTown();
  const [cause, setCause] = useState('');
  return (
    <RetrospectiveModal
      title={w.tellCause}
      action={w.tellCause}
      call={client.retrospectives.tellCause}
      input={cause.trim().length > 1 ? { town, id, cause } : undefined}
      onClose={onClose}
    >
      <Lines label={w.cause} value={cause} onChange={setCause} required />
    </RetrospectiveModal>
  );
}

const none = {
  note: '',
  kind: 'item' as 'item' | 'clause',
  ...noTask,
  clause: '',
  figure: '',
  before: '',
  wanted: '',
  on: '',
};

type Draft = typeof none;

export function ChangeForm({ id, onClose }: StepFormProps) {
  const w = useWords(retrospectiveWords);
  const town = useTown();
  const { today } = useFormat();
  const [draft, setDraft] = useState<Draft>(none);
  const set = (change: Partial<Draft>) => setDraft((old) => ({ ...old, ...change }));
  const words = changeOf(draft);
  return (
    <RetrospectiveModal
      title={w.tellChange}
      action={w.tellChange}
      call={client.retrospectives.change}
      input={words && { town, id, ...words }}
      onClose={onClose}
    >
      <Lines label={w.changeNote} value={draft.note} onChange={(note) => set({ note })} required />
      <Pick
        label={w.changeKind}
        options={[
          ['item', w.byItem],
          ['clause', w.byClause],
        ]}
        value={draft.kind}
        onChange={(kind) => set({ kind })}
      />
      <How draft={draft} set={set} />
      <Line
        label={w.figure}
        hint={w.figureHint}
        value={draft.figure}
        onChange={(figure) => set({ figure })}
        required
      />
      <Line label={w.before} value={draft.before} onChange={(before) => set({ before })} required />
      <Line label={w.wanted} value={draft.wanted} onChange={(wanted) => set({ wanted })} required />
      <DateField
        label={w.lookOn}
        value={draft.on}
        min={daysAfter(today, 1)}
        onChange={(on) => set({ on })}
        required
      />
    </RetrospectiveModal>
  );
}

/** What is sent; undefined while something is missing. */
function changeOf({ note, kind, lead, accountable, dueOn, clause, ...look }: Draft) {
  if ([note, look.figure, look.before, look.wanted, look.on].some((text) => text.trim() === '')) {
    return undefined;
  }
  if (kind === 'item') {
    const item = taskOf({ lead, accountable, dueOn });
    return item && { note, look, item };
  }
  const [line, code] = clause.split('\n');
  return line && code ? { note, look, clause: { line, code } } : undefined;
}

interface HowProps {
  draft: Draft;
  set(change: Partial<Draft>): void;
}

function How({ draft, set }: HowProps) {
  const w = useWords(retrospectiveWords);
  const { data } = useRetrospectiveOptions();
  if (draft.kind === 'clause') {
    return (
      <Choice
        label={w.clause}
        hint={w.clauseHint}
        options={(data?.clauses ?? []).map(({ line, code, title }) => ({
          value: `${line}\n${code}`,
          label: `${code} ${title}`,
        }))}
        value={draft.clause}
        onChange={(clause) => set({ clause })}
        required
      />
    );
  }
  return (
    <TaskFields
      words={{ lead: w.lead, accountable: w.accountable, dueOn: w.dueOn }}
      offices={data?.offices}
      persons={data?.persons}
      {...{ draft, set }}
    />
  );
}

export function ConcludeForm({ row, onClose }: { row: Retrospective; onClose(): void }) {
  const w = useWords(retrospectiveWords);
  const town = useTown();
  const [result, setResult] = useState<'' | 'kept' | 'notKept'>('');
  const [figure, setFigure] = useState('');
  const [conclusion, setConclusion] = useState('');
  const { look } = row;
  const isWhole = result !== '' && figure.trim() !== '';
  return (
    <RetrospectiveModal
      title={w.conclude}
      says={look && w.lookText(look.figure, look.before, look.wanted)}
      action={w.conclude}
      call={client.retrospectives.conclude}
      input={isWhole ? { town, id: row.id, result, figure, conclusion } : undefined}
      onClose={onClose}
    >
      <Line label={w.figureFound} value={figure} onChange={setFigure} required />
      {row.isOwnChange && <p className="soft">{w.ownChange}</p>}
      <Pick<'' | 'kept' | 'notKept'>
        label={w.result}
        options={[
          ['', w.none],
          ...(row.isOwnChange ? [] : [['kept', w.kept] as const]),
          ['notKept', w.notKept],
        ]}
        value={result}
        onChange={setResult}
      />
      <Line label={w.more} value={conclusion} onChange={setConclusion} />
    </RetrospectiveModal>
  );
}
