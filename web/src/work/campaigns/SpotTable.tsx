/** The list of spots, narrowed by what the address says. */

import { useMemo } from 'react';
import { moneyText, useFormat } from '../../format/index.ts';
import { Empty } from '../../shell/index.ts';
import { type Column, DataTable } from '../../table/index.ts';
import { campaignWords } from '../../words/campaigns.ts';
import { useWords } from '../../words/catalogue.ts';
import type { CampaignData, Spot } from './replies.ts';
import { useSpotState } from './use-campaigns.ts';

interface SpotTableProps {
  data: CampaignData;
  onOpen(id: string): void;
  openKey: string | undefined;
}

export function SpotTable({ data, onOpen, openKey }: SpotTableProps) {
  const w = useWords(campaignWords);
  const columns = useColumns(data.campaign.stages);
  return (
    <section id="campaign-spots">
      <h2>{w.list}</h2>
      <DataTable
        name="campaign-spots"
        label={w.list}
        rows={data.spots}
        rowKey={({ id }) => id}
        columns={columns}
        onOpen={({ id }) => onOpen(id)}
        {...(openKey === undefined ? {} : { openKey })}
        empty={<Empty what={w.listNothing} why={w.listNothingWhy} />}
      />
    </section>
  );
}

function useColumns(stages: readonly string[]): readonly Column<Spot>[] {
  const w = useWords(campaignWords);
  const format = useFormat();
  const state = useSpotState();
  return useMemo(
    () =>
      [
        {
          id: 'number',
          title: w.number,
          width: 4,
          text: ({ number }) => number,
          sortBy: ({ number }) => (/^\d{1,9}$/.test(number) ? Number(number) : number),
        },
        {
          id: 'village',
          title: w.village,
          width: 6,
          text: ({ village }) => village.name,
          filter: true,
        },
        { id: 'place', title: w.place, width: 14, text: ({ place }) => place },
        { id: 'kind', title: w.kind, width: 9, text: ({ kind }) => kind, filter: true },
        {
          id: 'quantity',
          title: w.quantity,
          kind: 'number',
          width: 6,
          text: ({ quantity, unit }) => (quantity === undefined ? '' : `${quantity}${unit}`),
          sortBy: ({ quantity }) => Number(quantity ?? 0),
        },
        {
          id: 'stage',
          title: w.stage,
          width: 5,
          text: ({ stage }) => stages[stage] ?? '',
          sortBy: ({ stage }) => stage,
          filter: true,
        },
        { id: 'state', title: w.stateHead, width: 5, text: state, filter: true },
        {
          id: 'income',
          title: w.income,
          unit: w.yuan,
          kind: 'number',
          width: 7,
          text: ({ incomeFen }) => (incomeFen === 0 ? '' : moneyText(incomeFen)),
          sortBy: ({ incomeFen }) => incomeFen,
          total: (rows) => moneyText(rows.reduce((sum, { incomeFen }) => sum + incomeFen, 0)),
        },
        {
          id: 'foundOn',
          title: w.foundOn,
          width: 6,
          text: ({ foundOn }) => (foundOn ? format.shortDay(foundOn) : ''),
          sortBy: ({ foundOn }) => foundOn ?? '',
        },
      ] satisfies Column<Spot>[],
    [w, format, state, stages],
  );
}
