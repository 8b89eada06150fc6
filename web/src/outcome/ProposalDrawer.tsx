/** One proposal: what it rests on, what it still needs, its course; and the deeds that are open. */

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { api } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import { Button, Drawer, Knot, Query, Thread, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { outcomeDeedWords } from '../words/outcome-deeds.ts';
import { outcomeWords } from '../words/outcomes.ts';
import { type Deed, type Proposal, useStateText } from './use-outcomes.ts';

// Who only reads does not wait for the forms.
const ProposalForm = lazy(async () => ({
  default: (await import('./ProposalForm.tsx')).ProposalForm,
}));

export function ProposalDrawer({ id, onClose }: { id: string; onClose(): void }) {
  const w = useWords(outcomeWords);
  const town = useTown();
  const query = useQuery(api.outcomes.proposal.queryOptions({ input: { town, id } }));
  const one = query.data;
  return (
    <Drawer
      title={one ? `${one.subject.name}：${one.name}` : w.outcomes}
      onClose={onClose}
      actions={one && <Deeds proposal={one} />}
    >
      <Query query={query} what={w.outcomes}>
        {(proposal) => <Told proposal={proposal} />}
      </Query>
    </Drawer>
  );
}

function Deeds({ proposal }: { proposal: Proposal }) {
  const d = useWords(outcomeDeedWords);
  const [deed, setDeed] = useState<Deed>();
  const shown = proposal.deeds.filter((one) => one !== 'talk' || proposal.kind === 'talk');
  const main: readonly Deed[] = ['consider', 'decide', 'carryOut', 'review', 'keepGround'];
  return (
    <>
      {shown.map((one) => (
        <Button
          key={one}
          {...(main.includes(one) ? { kind: 'main' as const } : {})}
          onClick={() => setDeed(one)}
        >
          {d[one]}
        </Button>
      ))}
      <Suspense>
        {deed && (
          <ProposalForm proposal={proposal} deed={deed} onClose={() => setDeed(undefined)} />
        )}
      </Suspense>
    </>
  );
}

function Told({ proposal }: { proposal: Proposal }) {
  const w = useWords(outcomeWords);
  const town = useTown();
  const format = useFormat();
  const stateText = useStateText();
  const { isBehind, hearUntil, inTheWay, item, notice } = proposal;
  const isHanded = proposal.course.some(
    ({ deed, words }) =>
      deed === 'handOver' &&
      words.some(({ field, text }) => field === 'number' && text === notice?.number),
  );
  return (
    <>
      <p>
        <strong>{stateText(proposal)}</strong>
        {isBehind && ` · ${w.behind}`}
        {proposal.dueOn && ` · ${w.dueOn} ${format.day(proposal.dueOn)}`}
      </p>
      <p>{proposal.reason}</p>
      <p className="soft">
        {proposal.label} {proposal.schemeName} · {proposal.body}
      </p>
      <p className="soft">
        {w.ground}：{proposal.basis}
      </p>
      {proposal.facts.length > 0 && (
        <p className="soft">
          {w.facts}：
          {proposal.facts
            .map(({ id, isReversed }) => (isReversed ? `${id}（${w.reversed}）` : id))
            .join('、')}
        </p>
      )}
      {proposal.isAdverse && (
        <p className="soft">{hearUntil ? w.hear(format.day(hearUntil)) : w.unheard}</p>
      )}
      {inTheWay.length > 0 && (
        <>
          <h3>{w.inTheWay}</h3>
          <ul className="outcome-list">
            {inTheWay.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      {notice && (
        <p>
          <a href={`/api/towns/${town}/official-documents/${notice.id}/file`} download>
            {w.noticeOf(notice.number)}
          </a>{' '}
          {isHanded ? w.noticeHanded : w.noticeNotHanded}
        </p>
      )}
      {item && (
        <p>
          <Link to="/$town/work" params={{ town }} search={{ open: item.id } as never}>
            {w.itemOf(item.no)}
          </Link>{' '}
          {item.isDone ? w.itemDone : w.itemOpen}
        </p>
      )}
      <Needs proposal={proposal} />
      <Course proposal={proposal} />
    </>
  );
}

function Needs({ proposal: { steps, papers } }: { proposal: Proposal }) {
  const w = useWords(outcomeWords);
  const format = useFormat();
  return (
    <>
      <h3>{w.procedure}</h3>
      <ul className="outcome-list">
        {steps.map(({ text, on, note }) => (
          <li key={text}>
            {on ? '☑' : '☐'} {text}
            {on && (
              <span className="soft"> {[format.shortDay(on), note].filter(Boolean).join(' ')}</span>
            )}
          </li>
        ))}
      </ul>
      {papers.length > 0 && <h3>{w.papers}</h3>}
      <ul className="outcome-list">
        {papers.map(({ text, where, isThere, isLater, files }) => (
          <li key={text}>
            {isThere ? '☑' : '☐'} {text}{' '}
            <span className="soft">
              {[where, ...files.map(({ name }) => name)].filter(Boolean).join('、') ||
                (isLater ? w.later : w.lacking)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Course({ proposal: { course, steps, papers } }: { proposal: Proposal }) {
  const w = useWords(outcomeWords);
  const d = useWords(outcomeDeedWords);
  const format = useFormat();
  if (course.length === 0) return null;
  // Deeds and fields that no form of this page has.
  const others = {
    ...{ corrected: d.corrected, list: d.list, witnesses: d.witnesses },
    ...{ postedOn: d.postedOn, until: d.until },
  };
  const words: Readonly<Record<string, unknown>> = { ...d, ...others };
  const title = (field: string) => String(words[field] ?? field);
  const text = (field: string, value: string) => {
    // The course keeps the place in the list, from 0; who reads is told what stands there.
    if (field === 'step') return steps[Number(value)]?.text ?? value;
    if (field === 'paper') return papers[Number(value)]?.text ?? value;
    if (value === 'true') return '✓';
    if (value === 'signed') return d.isSigned;
    if (value === 'refused') return d.isRefused;
    if (field === 'how') return title(value);
    if (field === 'edition') return value;
    return /^\d{4}-\d\d-\d\d$/.test(value) ? format.day(value) : value;
  };
  return (
    <>
      <h3>{w.course}</h3>
      <Thread label={w.course}>
        {course.map((deed) => (
          <Knot key={`${deed.at} ${deed.deed}`} title={title(deed.deed)}>
            {deed.words.map((one) => (
              <p key={one.field}>
                <span className="soft">{title(one.field)}：</span>
                {text(one.field, one.text)}
              </p>
            ))}
            {deed.files.length > 0 && <p>{deed.files.map(({ name }) => name).join('、')}</p>}
            <p className="soft">{[deed.by, format.moment(deed.at)].filter(Boolean).join(' · ')}</p>
          </Knot>
        ))}
      </Thread>
    </>
  );
}
