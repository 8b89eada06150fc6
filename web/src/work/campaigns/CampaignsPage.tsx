/** Campaigns of the town, each a way to its list and figures. */

import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, useState } from 'react';
import { api } from '../../api/index.ts';
import { useFormat } from '../../format/index.ts';
import { Button, Empty, Query, useTown } from '../../shell/index.ts';
import { type Column, DataTable } from '../../table/index.ts';
import { campaignListWords } from '../../words/campaign-list.ts';
import { useWords } from '../../words/catalogue.ts';
import { WorkFrame } from '../WorkFrame.tsx';
import { useCampaignState } from './campaign-state.ts';
import type { CampaignRow } from './replies.ts';
import './campaigns.css';

// A village only reads: it loads no forms.
const CampaignForm = lazy(async () => ({
  default: (await import('./CampaignForm.tsx')).CampaignForm,
}));

export function CampaignsPage() {
  const w = useWords(campaignListWords);
  const town = useTown();
  const navigate = useNavigate();
  const [isMaking, setMaking] = useState(false);
  const query = useQuery(api.campaigns.list.queryOptions({ input: { town } }));
  const rows = query.data?.rows ?? [];
  const ended = rows.filter(({ state }) => state === 'ended');
  const columns = useColumns();
  const open = ({ id }: CampaignRow) =>
    void navigate({ to: '/$town/work/campaigns/$campaign', params: { town, campaign: id } });
  return (
    <WorkFrame
      here="campaigns"
      title={w.campaigns}
      state={
        query.data &&
        w.state(
          rows.length - ended.length,
          ended.length,
          ended.reduce((sum, row) => sum + row.open, 0),
        )
      }
      actions={
        query.data?.mayMake && (
          <Button kind="main" onClick={() => setMaking(true)}>
            {w.make}
          </Button>
        )
      }
    >
      <Query query={query} what={w.campaigns}>
        {() => (
          <DataTable
            name="campaigns"
            label={w.label}
            rows={rows}
            rowKey={({ id }) => id}
            columns={columns}
            onOpen={open}
            empty={<Empty what={w.nothing} why={w.nothingWhy} />}
          />
        )}
      </Query>
      {isMaking && (
        <Suspense fallback={null}>
          <CampaignForm onClose={() => setMaking(false)} onMade={open} />
        </Suspense>
      )}
    </WorkFrame>
  );
}

function useColumns(): readonly Column<CampaignRow>[] {
  const w = useWords(campaignListWords);
  const format = useFormat();
  const state = useCampaignState();
  return useMemo(() => {
    const count = (id: 'spots' | 'open' | 'closed' | 'handed' | 'left', title: string) => ({
      id,
      title,
      kind: 'number' as const,
      unit: w.pieces,
      width: 5,
      text: (row: CampaignRow) => String(row[id]),
    });
    return [
      { id: 'name', title: w.name, width: 16, text: ({ name }) => name },
      { id: 'state', title: w.stateHead, width: 5, text: state, filter: true },
      {
        id: 'when',
        title: w.when,
        width: 13,
        text: ({ from, to }) => w.span(format.shortDay(from), format.shortDay(to)),
        sortBy: ({ from }) => from,
      },
      { id: 'office', title: w.office, width: 8, text: ({ office }) => office.name, filter: true },
      { id: 'owner', title: w.owner, width: 5, text: ({ owner }) => owner.name },
      count('spots', w.spots),
      count('closed', w.closed),
      count('open', w.open),
      count('handed', w.handed),
      count('left', w.left),
    ];
  }, [w, format, state]);
}
