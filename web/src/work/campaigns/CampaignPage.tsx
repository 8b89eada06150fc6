/** One campaign: its goal and days, the figures by village and stage, and the spots they count. */

import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/index.ts';
import { useFormat } from '../../format/index.ts';
import { Button, Query, useDrawer, useTown } from '../../shell/index.ts';
import { campaignWords } from '../../words/campaigns.ts';
import { useWords } from '../../words/catalogue.ts';
import { WorkFrame } from '../WorkFrame.tsx';
import { CampaignCourse } from './CampaignCourse.tsx';
import { CampaignFigures } from './CampaignFigures.tsx';
import { CorrectForm, MoveEndForm } from './CorrectForms.tsx';
import type { CampaignData } from './replies.ts';
import { SpotDrawer } from './SpotDrawer.tsx';
import { SpotForm } from './SpotForm.tsx';
import { SpotImport } from './SpotImport.tsx';
import { SpotTable } from './SpotTable.tsx';
import './campaigns.css';

export function CampaignPage() {
  const w = useWords(campaignWords);
  const town = useTown();
  const { campaign: id = '' } = useParams({ strict: false });
  const query = useQuery(api.campaigns.one.queryOptions({ input: { town, id } }));
  const drawer = useDrawer();
  const stateText = useStateText();
  return (
    <WorkFrame
      here="campaigns"
      title={query.data?.campaign.name ?? w.campaigns}
      state={query.data && stateText(query.data)}
      actions={query.data && <Actions data={query.data} />}
    >
      <Query query={query} what={w.campaigns}>
        {(data) => (
          <>
            <About data={data} />
            <CampaignFigures data={data} />
            <SpotTable data={data} onOpen={drawer.open} openKey={drawer.id} />
            {drawer.id && (
              <SpotDrawer campaign={id} spot={drawer.id} data={data} onClose={drawer.close} />
            )}
            <CampaignCourse course={data.course} />
          </>
        )}
      </Query>
    </WorkFrame>
  );
}

function useStateText(): (data: CampaignData) => string {
  const w = useWords(campaignWords);
  const format = useFormat();
  return ({ campaign: { state, from, to, spots, open, closed, struck }, isPart }) => {
    const part = (struck > 0 ? w.struckState(struck) : '') + (isPart ? w.part : '');
    if (state === 'ended') return w.overDay(format.day(to), open) + part;
    const days = state === 'coming' ? w.fromDay(format.day(from)) : w.untilDay(format.day(to));
    return w.pageState(open, spots, closed, days) + part;
  };
}

function About({ data: { campaign } }: { data: CampaignData }) {
  const w = useWords(campaignWords);
  const format = useFormat();
  const { goal, goalQuantity, goalUnit, source, owner, office, from, to } = campaign;
  const pairs = [
    [w.goal, w.goalOf(goal, goalQuantity ? `${goalQuantity}${goalUnit}` : '')],
    [w.source, source],
    [w.office, `${office.name}${w.comma}${owner.name}`],
    [w.when, w.span(format.day(from), format.day(to))],
  ];
  return (
    <dl className="campaign-about">
      {pairs.map(([title, text]) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function Actions({ data }: { data: CampaignData }) {
  const w = useWords(campaignWords);
  const town = useTown();
  const [deed, setDeed] = useState<'add' | 'import' | 'correct' | 'moveEnd'>();
  const close = () => setDeed(undefined);
  const { id } = data.campaign;
  return (
    <>
      <Link to="/$town/work/campaigns" params={{ town }}>
        {w.all4}
      </Link>
      <a href={`/api/towns/${town}/campaigns/${id}/spots/export`} download>
        {w.export}
      </a>
      <Button onClick={() => window.print()}>{w.print}</Button>
      {data.may.moveEnd && <Button onClick={() => setDeed('moveEnd')}>{w.moveEnd}</Button>}
      {data.may.correct && <Button onClick={() => setDeed('correct')}>{w.correct}</Button>}
      {data.may.add && (
        <>
          <Button onClick={() => setDeed('import')}>{w.importTitle}</Button>
          <Button kind="main" onClick={() => setDeed('add')}>
            {w.addSpot}
          </Button>
        </>
      )}
      {deed === 'correct' && <CorrectForm data={data} onClose={close} />}
      {deed === 'moveEnd' && <MoveEndForm data={data} onClose={close} />}
      {deed === 'add' && <SpotForm data={data} onClose={close} />}
      {deed === 'import' && <SpotImport campaign={id} onClose={close} />}
    </>
  );
}
