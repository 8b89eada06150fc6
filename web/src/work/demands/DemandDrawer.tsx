/** One demand: what is asked of whom, what the gate found, what became of it. It prints for the village. */

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { api } from '../../api/index.ts';
import { useFormat } from '../../format/index.ts';
import { Button, Drawer, Query, useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { demandWords } from '../../words/demands.ts';
import { AcknowledgeForm, DecideForm, MergeForm, SendForm, WithdrawForm } from './deed-forms.tsx';
import { FigureTable } from './FigureTable.tsx';
import { Findings } from './Findings.tsx';
import type { Demand } from './replies.ts';
import { useChannelWords, useStateText } from './use-demands.ts';

type Deed = 'allow' | 'refuse' | 'send' | 'withdraw' | 'merge' | 'acknowledge';

export function DemandDrawer({ id, onClose }: { id: string; onClose(): void }) {
  const w = useWords(demandWords);
  const town = useTown();
  const [deed, setDeed] = useState<Deed>();
  const query = useQuery(api.demands.one.queryOptions({ input: { town, id } }));
  const demand = query.data;
  return (
    <Drawer
      title={demand?.title ?? w.demands}
      onClose={onClose}
      wide={(demand?.figures.length ?? 0) > 0}
      actions={demand && <Deeds demand={demand} onDeed={setDeed} />}
    >
      <Query query={query} what={w.demands}>
        {(data) => <Whole demand={data} />}
      </Query>
      {demand && deed && <DeedOf deed={deed} demand={demand} onClose={() => setDeed(undefined)} />}
    </Drawer>
  );
}

function Deeds({ demand: { may }, onDeed }: { demand: Demand; onDeed(deed: Deed): void }) {
  const w = useWords(demandWords);
  return (
    <div className="demand-deeds">
      {may.decide && (
        <>
          <Button kind="main" onClick={() => onDeed('allow')}>
            {w.allow}
          </Button>
          <Button onClick={() => onDeed('refuse')}>{w.refuse}</Button>
        </>
      )}
      {may.send && (
        <Button kind="main" onClick={() => onDeed('send')}>
          {w.send}
        </Button>
      )}
      {may.acknowledge && (
        <Button kind="main" onClick={() => onDeed('acknowledge')}>
          {w.acknowledge}
        </Button>
      )}
      {may.merge && <Button onClick={() => onDeed('merge')}>{w.merge}</Button>}
      {may.withdraw && <Button onClick={() => onDeed('withdraw')}>{w.withdraw}</Button>}
      <Button onClick={() => window.print()}>{w.print}</Button>
    </div>
  );
}

interface DeedOfProps {
  deed: Deed;
  demand: Demand;
  onClose(): void;
}

function DeedOf({ deed, demand, onClose }: DeedOfProps) {
  if (deed === 'send') return <SendForm demand={demand} onClose={onClose} />;
  if (deed === 'acknowledge') return <AcknowledgeForm demand={demand} onClose={onClose} />;
  if (deed === 'merge') return <MergeForm demand={demand} onClose={onClose} />;
  if (deed === 'withdraw') return <WithdrawForm demand={demand} onClose={onClose} />;
  return <DecideForm demand={demand} outcome={deed} onClose={onClose} />;
}

function Whole({ demand }: { demand: Demand }) {
  const w = useWords(demandWords);
  const format = useFormat();
  const stateText = useStateText();
  const channel = useChannelWords();
  const { dueOn, dueClock, dutyEntry } = demand;
  const due = dueOn && [format.day(dueOn), dueClock].filter(Boolean).join(' ');
  return (
    <>
      <dl className="demand-pairs">
        <Pair title={w.stateHead}>{stateText(demand)}</Pair>
        <Pair title={w.office}>{demand.office.name}</Pair>
        <Pair title={w.kind}>
          {w.kindOf(demand.kind)} · {channel[demand.channel]}
        </Pair>
        <Pair title={w.units}>{demand.units.map(({ name }) => name).join('、')}</Pair>
        <Pair title={w.basis}>{demand.basis}</Pair>
        <Pair title={w.purpose}>{demand.purpose}</Pair>
        <Pair title={w.dutyEntry}>{dutyEntry && `${dutyEntry.code} ${dutyEntry.title}`}</Pair>
        <Pair title={w.dueOn}>{due}</Pair>
        <Pair title={w.askedAt}>
          {format.moment(demand.askedAt)} {demand.askedBy}
        </Pair>
        <Pair title={w.sentAt}>{demand.sentAt && format.moment(demand.sentAt)}</Pair>
        <Pair title={w.answers}>
          <Answers answers={demand.answers} />
        </Pair>
        <Course demand={demand} />
      </dl>
      {demand.findings.length > 0 && (
        <section className="demand-part no-print">
          <h3>{w.found}</h3>
          <Findings findings={demand.findings} />
        </section>
      )}
      {demand.figures.length > 0 && (
        <section className="demand-part">
          <h3>{w.data}</h3>
          <FigureTable figures={demand.figures} />
        </section>
      )}
    </>
  );
}

/** What became of it: a leader's word, the withdrawal, what it was merged with, the item it sends. */
function Course({ demand }: { demand: Demand }) {
  const w = useWords(demandWords);
  const format = useFormat();
  const town = useTown();
  const { decision, end, acknowledged, mergedInto, joined } = demand;
  return (
    <>
      {decision && (
        <Pair title={w.decision}>
          {(decision.outcome === 'allow' ? w.allowedBy : w.refusedBy)(
            decision.by,
            format.moment(decision.at),
          )}
          {w.because(decision.reason)}
        </Pair>
      )}
      {acknowledged && (
        <Pair title={w.acknowledged}>
          {acknowledged.by} {format.moment(acknowledged.at)}
        </Pair>
      )}
      {end && !mergedInto && (
        <Pair title={w.ended}>
          {format.moment(end.at)} {end.reason}
        </Pair>
      )}
      {mergedInto && (
        <Pair title={w.mergedInto}>
          <Link to={`/${town}/work/demands`} search={{ open: mergedInto.id } as never}>
            {w.ofOffice(mergedInto.office.name, mergedInto.title)}
          </Link>
        </Pair>
      )}
      {joined.map((other) => (
        <Pair key={other.id} title={w.joined}>
          <Link to={`/${town}/work/demands`} search={{ open: other.id } as never}>
            {w.ofOffice(other.office.name, other.title)}
          </Link>
        </Pair>
      ))}
      {demand.about !== undefined && (
        <Pair title={w.kindOf('item')}>
          <Link to={`/${town}/work/items/${demand.about}`}>{w.toItem}</Link>
        </Pair>
      )}
    </>
  );
}

function Answers({ answers }: { answers: Demand['answers'] }) {
  const w = useWords(demandWords);
  const { canLookUp, askedLately, canWait } = answers;
  const said = [
    canLookUp !== undefined && `${w.canLookUp}${canLookUp ? w.yesCan : w.noCan}`,
    askedLately !== undefined && `${w.askedLately}${askedLately ? w.yesHas : w.noHas}`,
    canWait !== undefined && `${w.canWait}${canWait ? w.yesCan : w.noCan}`,
  ].filter(Boolean);
  return said.length === 0 ? null : said.join('　');
}

/** A line of the details; nothing where there is nothing to say. */
function Pair({ title, children }: { title: string; children: ReactNode }) {
  if (children === undefined || children === '' || children === null) return null;
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}
