/** One item: what is asked, the thread of its course, and the buttons that one may press. */

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense } from 'react';
import { api } from '../../api/index.ts';
import { useFormat } from '../../format/index.ts';
import { Drawer, Light, Query, useOwnRoles, useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { itemWords } from '../../words/items.ts';
import { asksVillages } from './asks-villages.ts';
import { ItemCourse } from './ItemCourse.tsx';
import type { ItemPageReply } from './replies.ts';
import { isEnded, useItemOptions, useSourceText, useStateText } from './use-items.ts';

// Whoever only reads loads no forms.
const ItemDeeds = lazy(async () => ({ default: (await import('./ItemDeeds.tsx')).ItemDeeds }));

export function ItemDrawer({ id, onClose }: { id: string; onClose(): void }) {
  const w = useWords(itemWords);
  const town = useTown();
  const query = useQuery(api.items.item.queryOptions({ input: { town, id } }));
  const page = query.data;
  return (
    <Drawer
      title={page ? page.item.title : w.item}
      onClose={onClose}
      actions={
        page &&
        page.deeds.length > 0 && (
          <Suspense fallback={null}>
            <ItemDeeds key={page.version} page={page} />
          </Suspense>
        )
      }
    >
      <Query query={query} what={w.item}>
        {(data) => <Whole page={data} />}
      </Query>
    </Drawer>
  );
}

function Whole({ page }: { page: ItemPageReply }) {
  const w = useWords(itemWords);
  const format = useFormat();
  const state = useStateText();
  const town = useTown();
  const { item, slipDue, wantedDueOn, merged, followers, follows, mergedInto, answer } = page;
  return (
    <div className="item-whole">
      <p>
        {[item.no, state(item)].filter(Boolean).join('　')}{' '}
        <Light state={item.light.state} reason={item.light.why} />
      </p>
      {page.isWithheld && <p className="soft">{w.withheld}</p>}
      {slipDue && page.deeds.includes('slip') && (
        <p className="item-notice">{w.slipCalled(slipDue.why)}</p>
      )}
      {wantedDueOn && <p className="item-notice">{w.wanted(format.day(wantedDueOn))}</p>}
      <GateHint page={page} />
      <Said page={page} />
      <Links title={w.mergedTo} items={mergedInto ? [mergedInto] : []}>
        {answer && <p>{w.answerThere(answer)}</p>}
      </Links>
      <Links title={w.mergedWith} items={merged} />
      <Links title={w.follows} items={follows ? [follows] : []} />
      <Links title={w.followers} items={followers} />
      <Villages page={page} />
      {page.course.length > 0 && (
        <section>
          <h3>{w.course}</h3>
          <ItemCourse course={page.course} isEnded={isEnded(item)} />
        </section>
      )}
      {item.form === 'supervised' && page.course.length > 0 && (
        <p className="no-print">
          <Link to={`/${town}/work/items/${item.id}/slip`}>{w.printSlip}</Link>
        </p>
      )}
    </div>
  );
}

/** What asks villages waits at the gate; whoever assigns it is led there. */
function GateHint({ page: { item, deeds } }: { page: ItemPageReply }) {
  const w = useWords(itemWords);
  const options = useItemOptions().data;
  const codes = (all: readonly { code: string }[]) => all.map(({ code }) => code);
  const asked = {
    lead: item.lead?.code ?? '',
    support: codes(item.support),
    accountable: item.accountable?.code ?? '',
    units: codes(item.units),
  };
  const isGated = options !== undefined && asksVillages(asked, options);
  const isWaiting = item.state === 'proposed' && isGated && deeds.includes('assign');
  // Outside already: an earlier day, or a village that comes with a merged item, is asked anew.
  const mayAskAgain = deeds.includes('changeDue') && (isGated || item.form === 'supervised');
  if (isWaiting) return <GateStand id={item.id} />;
  if (!mayAskAgain) return null;
  return (
    <p className="soft no-print">
      <ToGate id={item.id}>{w.toGateAgain}</ToGate>
    </p>
  );
}

/** Where the latest demand that is to send an item stands; before there is one, the way to the gate. */
function GateStand({ id }: { id: string }) {
  const w = useWords(itemWords);
  const town = useTown();
  const query = useQuery(api.demands.list.queryOptions({ input: { town, about: id } }));
  if (query.isPending) return null;
  const last = query.data?.rows[0];
  const said = { cleared: w.gateCleared, stopped: w.gateStopped, refused: w.gateRefused } as const;
  const state = last?.state as keyof typeof said | undefined;
  const sentence = state && said[state];
  return (
    <p className="item-notice">
      {last && sentence ? (
        <Link to={`/${town}/work/demands`} search={{ open: last.id } as never}>
          {sentence}
        </Link>
      ) : null}{' '}
      {state === 'cleared' || state === 'stopped' ? null : <ToGate id={id}>{w.toGate}</ToGate>}
    </p>
  );
}

function ToGate({ id, children }: { id: string; children: ReactNode }) {
  const town = useTown();
  return (
    <Link to={`/${town}/work/demands/new`} search={{ item: id } as never}>
      {children}
    </Link>
  );
}

function Said({ page }: { page: ItemPageReply }) {
  const w = useWords(itemWords);
  const format = useFormat();
  const sourceText = useSourceText();
  const { item, source, contact, nextFeedbackOn } = page;
  const names = (all: readonly { name: string }[]) => all.map(({ name }) => name).join(w.comma);
  const day = (date: string | undefined) => (date === undefined ? '' : format.day(date));
  const feedback = page.feedback === 'once' ? '' : w[page.feedback];
  const from = [
    sourceText(source.kind),
    item.leader?.name,
    source.document,
    source.no,
    source.on && format.day(source.on),
  ];
  const pairs: [string, ReactNode][] = [
    [w.requirement, page.requirement],
    [w.source, page.course.length > 0 ? from.filter(Boolean).join('　') : ''],
    ['', source.sentence && <Sentence key="sentence" source={source} />],
    [w.lead, item.lead?.name],
    [w.support, names(item.support)],
    [w.accountable, item.accountable?.name],
    [w.dueOn, day(item.dueOn)],
    [w.feedback, feedback],
    [w.nextFeedback, nextFeedbackOn && !isEnded(item) && day(nextFeedbackOn)],
    [w.urgency, item.urgency === 'normal' ? '' : w[item.urgency]],
    [w.upperNo, item.upperNo],
    [w.contact, [contact.unit, contact.name].filter(Boolean).join(' ')],
  ];
  return (
    <dl className="item-pairs">
      {pairs.map(
        ([title, text]) =>
          text && (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{text}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

/** The sentence that the item rests on; from the decomposition bench it leads back to its document. */
function Sentence({ source: { sentence, bench } }: Pick<ItemPageReply, 'source'>) {
  const town = useTown();
  const roles = useOwnRoles();
  if (!sentence) return null;
  const isReader = roles?.some((role) => !['village', 'resident-cadre'].includes(role));
  return bench && isReader ? (
    <Link to={`/${town}/work/drafts/${bench}`}>{sentence}</Link>
  ) : (
    sentence
  );
}

interface LinksProps {
  title: string;
  items: ItemPageReply['merged'];
  children?: ReactNode;
}

function Links({ title, items, children }: LinksProps) {
  const state = useStateText();
  const town = useTown();
  if (items.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {items.map((one) => (
          <li key={one.id}>
            <Link to={`/${town}/work/items/${one.id}`}>
              {[one.no, one.title].filter(Boolean).join(' ')}
            </Link>{' '}
            <span className="soft">{state(one)}</span>
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
}

function Villages({ page: { villages } }: { page: ItemPageReply }) {
  const w = useWords(itemWords);
  if (villages.length === 0) return null;
  return (
    <section>
      <h3>{w.villages}</h3>
      <dl className="item-pairs">
        {villages.map(({ code, name, answer }) => (
          <div key={code}>
            <dt>{name}</dt>
            <dd className={answer ? '' : 'soft'}>{answer ?? w.noAnswer}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
