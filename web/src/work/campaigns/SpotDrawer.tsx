/** One spot: where it stands, evidence before and after, its course, and what may be done now. */

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/index.ts';
import { moneyText, useFormat } from '../../format/index.ts';
import { Button, Drawer, Knot, Query, Thread, useTown } from '../../shell/index.ts';
import { campaignWords } from '../../words/campaigns.ts';
import { useWords } from '../../words/catalogue.ts';
import { ChangeLines } from './ChangeLines.tsx';
import type { CampaignData, SpotData, SpotDeedName } from './replies.ts';
import { SpotDeedForm } from './SpotDeedForm.tsx';
import { CorrectSpotForm } from './SpotForm.tsx';
import { useDeedWord, useHowWord } from './spot-words.ts';
import { useSpotState } from './use-campaigns.ts';

interface SpotDrawerProps {
  campaign: string;
  spot: string;
  data: CampaignData;
  onClose(): void;
}

export function SpotDrawer({ campaign, spot, data, onClose }: SpotDrawerProps) {
  const w = useWords(campaignWords);
  const town = useTown();
  const query = useQuery(api.campaigns.spot.queryOptions({ input: { town, id: campaign, spot } }));
  const [deed, setDeed] = useState<SpotDeedName | 'correct'>();
  const close = () => setDeed(undefined);
  const shown = query.data;
  return (
    <Drawer
      title={shown ? w.spotTitle(shown.spot.number, shown.spot.place) : w.spots}
      onClose={onClose}
      actions={
        shown &&
        (shown.deeds.length > 0 || shown.mayCorrect) && (
          <DeedButtons found={shown} onDeed={setDeed} />
        )
      }
    >
      <Query query={query} what={w.spots}>
        {(found) => <Whole found={found} />}
      </Query>
      {shown && deed === 'correct' && <CorrectSpotForm data={data} found={shown} onClose={close} />}
      {shown && deed && deed !== 'correct' && (
        <SpotDeedForm campaign={data} found={shown} deed={deed} onClose={close} />
      )}
    </Drawer>
  );
}

interface DeedButtonsProps {
  found: SpotData;
  onDeed(deed: SpotDeedName | 'correct'): void;
}

/** What is done at the spot itself comes first, and large on a telephone; the rest below. */
function DeedButtons({ found: { deeds, mayCorrect }, onDeed }: DeedButtonsProps) {
  const w = useWords(campaignWords);
  const word = useDeedWord();
  const onSite = atTheSpot.filter((deed) => deeds.includes(deed));
  const others = (deeds as SpotDeedName[]).filter((deed) => !atTheSpot.includes(deed));
  const button = (deed: SpotDeedName) => (
    <Button key={deed} onClick={() => onDeed(deed)}>
      {word(deed)}
    </Button>
  );
  return (
    <div className="campaign-deeds">
      {onSite.length > 0 && <div className="campaign-deeds-first">{onSite.map(button)}</div>}
      <div>
        {others.map(button)}
        {mayCorrect && <Button onClick={() => onDeed('correct')}>{w.correct}</Button>}
      </div>
    </div>
  );
}

const atTheSpot: readonly SpotDeedName[] = ['prove', 'advance', 'close'];

function Whole({ found }: { found: SpotData }) {
  const w = useWords(campaignWords);
  const format = useFormat();
  const state = useSpotState();
  const { spot, stages, item, isOwnWork } = found;
  const pairs = [
    [w.village, spot.village.name],
    [w.kind, spot.kind],
    [w.quantity, spot.quantity === undefined ? '' : `${spot.quantity}${spot.unit}`],
    [w.stage, stages[spot.stage] ?? ''],
    [w.stateHead, state(spot)],
    [`${w.income}（${w.yuan}）`, spot.incomeFen === 0 ? '' : moneyText(spot.incomeFen)],
    [w.foundOn, spot.foundOn ? format.day(spot.foundOn) : ''],
  ];
  return (
    <>
      <dl className="campaign-about">
        {pairs.map(([title, text]) =>
          text ? (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{text}</dd>
            </div>
          ) : null,
        )}
      </dl>
      {item && <p>{w.item(item.no ?? '')}</p>}
      {isOwnWork && (spot.state === 'open' || spot.state === 'closed') && (
        <p className="soft">{w.ownWork}</p>
      )}
      <div className="campaign-proofs">
        <Proofs title={w.before} files={found.before} />
        <Proofs title={w.after} files={found.after} />
      </div>
      {found.course.length > 0 && (
        <>
          <h3>{w.course}</h3>
          <Course found={found} />
        </>
      )}
    </>
  );
}

function Proofs({ title, files }: { title: string; files: SpotData['before'] }) {
  const w = useWords(campaignWords);
  const town = useTown();
  return (
    <section>
      <h3>{title}</h3>
      {files.length === 0 && <p className="soft">{w.none}</p>}
      {files.map(({ id, name, kind, caption }) => (
        <a
          key={id}
          href={`/api/towns/${town}/evidence/${id}/file`}
          target="_blank"
          rel="noreferrer"
        >
          {kind === 'picture' ? (
            <img
              src={`/api/towns/${town}/evidence/${id}/preview`}
              alt={caption || name}
              loading="lazy"
            />
          ) : (
            caption || name
          )}
        </a>
      ))}
    </section>
  );
}

function Course({ found: { course, stages } }: { found: SpotData }) {
  const w = useWords(campaignWords);
  const format = useFormat();
  const word = useDeedWord();
  const how = useHowWord();
  return (
    <Thread label={w.course}>
      {course.map((one, index) => {
        const more = [
          one.deed === 'advance' || one.deed === 'moveBack'
            ? w.toStage(stages[one.stage] ?? '')
            : '',
          one.incomeFen === undefined ? '' : w.earned(moneyText(one.incomeFen)),
          one.files > 0 ? w.files(one.files) : '',
          one.note ?? '',
        ].filter((text) => text !== '');
        const who = [
          w.by(one.by),
          one.inPlaceOf.length > 0 ? w.inPlaceOf(one.inPlaceOf.join(w.comma)) : '',
          one.onBehalf ? w.onBehalf(one.onBehalf.unit, how(one.onBehalf.how)) : '',
        ].filter((text) => text !== '');
        return (
          <Knot
            key={one.seq}
            kind={index === course.length - 1 ? 'today' : 'past'}
            title={word(one.deed)}
            figure={format.moment(one.at)}
          >
            <ChangeLines changes={one.changes} />
            <p>
              {more.join('；')} <span className="soft">{who.join(w.comma)}</span>
            </p>
          </Knot>
        );
      })}
    </Thread>
  );
}
