/** The list of spots as a workbook, both ways: the columns of its export are those of its import. */

import { isIsoDate, parseExact } from '@oneneedle/kernel';
import {
  dayIn,
  type ListKeeper,
  type ListTable,
  type Names,
  namesOf,
  numberIn,
  type Reading,
  safeText,
  textIn,
} from '../../org/index.ts';
import type { Ctx } from '../../platform/index.ts';
import { changesOf, spotWords } from './corrections.ts';
import { refreshCampaignLines } from './lines.ts';
import { campaignProblem } from './problems.ts';
import {
  type CampaignTown,
  campaignTown,
  keptCampaign,
  villagesSeen,
  visibleCampaign,
} from './reach.ts';
import { enterSpot, requireRunning, signed } from './spot-entry.ts';
import { type SpotState, spotStateWords } from './spot-rules.ts';
import {
  type CampaignRow,
  insertSpotDeed,
  lockSpot,
  type SpotRow,
  spotsOf,
  updateSpot,
} from './store.ts';

/** A spot as its row says it. */
export interface SpotLine {
  number: string;
  village: string;
  place: string;
  kind: string;
  /** Exact decimal, or empty. */
  quantity: string;
  unit: string;
  /** Name of the stage. */
  stage: string;
  /** Yuan with at most two decimals. */
  income: string;
  /** Day, or empty. */
  foundOn: string;
  /** 未销号, 已销号 …: read along, changed nowhere but on the page. */
  state: string;
}

/** The list of one campaign for whoever keeps it; only they come to what writes. */
export function spotKeeper(campaignId: string): ListKeeper<SpotLine> {
  return {
    tableFor: async (ctx) => {
      const town = await campaignTown(ctx);
      const campaign = await keptCampaign(ctx, town, campaignId);
      requireRunning(campaign, town);
      return tableOf(campaign, town, await spotsOf(ctx.db, campaignId));
    },
    existing: async (ctx) => linesOf(ctx, campaignId),
    save: (ctx, plan) => saveLines(ctx, campaignId, plan),
  };
}

/** The same list for whoever only reads it, as far as they see it. */
export function spotReader(campaignId: string): ListKeeper<SpotLine> {
  return {
    ...spotKeeper(campaignId),
    tableFor: async (ctx) => {
      const town = await campaignTown(ctx);
      return tableOf(await visibleCampaign(ctx, town, campaignId), town, []);
    },
  };
}

async function linesOf(ctx: Ctx, campaignId: string): Promise<SpotLine[]> {
  const town = await campaignTown(ctx);
  const campaign = await visibleCampaign(ctx, town, campaignId);
  const seen = villagesSeen(town.reach, campaign);
  const spots = await spotsOf(ctx.db, campaignId);
  return spots
    .filter(({ village }) => seen?.has(village) ?? true)
    .map((row) => lineOf(row, campaign));
}

function lineOf(row: SpotRow, { stages }: CampaignRow): SpotLine {
  return {
    number: row.number,
    village: row.village,
    place: row.place,
    kind: row.kind,
    quantity: row.quantity ?? '',
    unit: row.unit,
    stage: stages[row.stage] ?? '',
    income: yuanOf(row.income_fen),
    foundOn: row.found_on ?? '',
    state: spotStateWords[row.state as SpotState],
  };
}

function yuanOf(fen: number): string {
  const text = String(fen).padStart(3, '0');
  return fen === 0 ? '0' : `${text.slice(0, -2)}.${text.slice(-2)}`;
}

function fenOf(yuan: string): number {
  const [whole = '0', part = ''] = yuan.split('.');
  return Number(`${whole}${part.padEnd(2, '0')}`);
}

async function saveLines(
  ctx: Ctx,
  campaignId: string,
  { added, changed }: { added: readonly SpotLine[]; changed: readonly SpotLine[] },
): Promise<void> {
  const town = await campaignTown(ctx);
  const campaign = await keptCampaign(ctx, town, campaignId);
  requireRunning(campaign, town);
  for (const line of added) {
    const id = await enterSpot(
      ctx,
      { campaign, town },
      {
        ...line,
        quantity: line.quantity === '' ? undefined : line.quantity,
        foundOn: line.foundOn === '' ? undefined : line.foundOn,
        stage: stageIn(line.stage, campaign),
        incomeFen: fenOf(line.income),
      },
    );
    if (id === undefined) throw campaignProblem('number-taken', { number: line.number });
  }
  const rows = new Map((await spotsOf(ctx.db, campaignId)).map((row) => [row.number, row]));
  for (const line of changed) {
    const row = rows.get(line.number);
    if (row) await changeSpot(ctx, { campaign, town }, { row, line });
  }
  await refreshCampaignLines(ctx, campaign);
}

function stageIn(name: string, { stages }: CampaignRow): number {
  return name === '' ? 0 : stages.indexOf(name);
}

async function changeSpot(
  ctx: Ctx,
  { campaign, town }: { campaign: CampaignRow; town: CampaignTown },
  { row, line }: { row: SpotRow; line: SpotLine },
): Promise<void> {
  const held = await lockSpot(ctx.db, { campaign: campaign.id, id: row.id });
  if (held?.version !== row.version) throw campaignProblem('spot-changed');
  const incomeFen = fenOf(line.income);
  const after = {
    village: line.village,
    place: line.place,
    kind: line.kind,
    quantity: line.quantity === '' ? null : line.quantity,
    unit: line.unit,
    found_on: line.foundOn === '' ? null : line.foundOn,
  };
  await updateSpot(ctx.db, row.id, {
    ...after,
    income_fen: incomeFen,
    version: row.version + 1,
  });
  await insertSpotDeed(ctx.db, {
    ...signed(ctx, town, { campaign, village: line.village, capacity: 'keeper' }),
    spot_id: row.id,
    seq: row.version + 1,
    deed: 'change',
    from_stage: row.stage,
    to_stage: row.stage,
    to_state: row.state,
    note: '按导入的表更正',
    changes: JSON.stringify(changesOf(spotWords(row, town), spotWords(after, town))),
    ...(incomeFen === row.income_fen ? {} : { income_fen: incomeFen }),
  });
}

function tableOf(
  campaign: CampaignRow,
  town: CampaignTown,
  spots: readonly SpotRow[],
): ListTable<SpotLine> {
  const names = namesOf(town.roster);
  const before = new Map(spots.map((row) => [row.number, lineOf(row, campaign)]));
  return {
    name: '点位',
    keyOf: ({ number }) => number,
    labelOf: ({ number, place }) => `${number} ${place}`,
    blank: {
      number: '',
      village: '',
      place: '',
      kind: '',
      quantity: '',
      unit: '',
      stage: campaign.stages[0] ?? '',
      income: '0',
      foundOn: '',
      state: spotStateWords.open,
    },
    refuse: (line) => refusalOf(line, before.get(line.number), { campaign, town }),
    columns: columnsOf(campaign, names),
  };
}

function columnsOf(
  { stages, villages }: CampaignRow,
  names: Names,
): ListTable<SpotLine>['columns'] {
  const text = (key: keyof SpotLine, title: string, also: string[], isRequired = false) => ({
    key,
    title,
    also,
    type: 'text' as const,
    ...(isRequired ? { required: true } : {}),
    read: textIn,
    write: (line: SpotLine) => (line[key] === '' ? '' : safeText(line[key])),
  });
  return [
    text('number', '编号', ['点位编号', '图斑编号'], true),
    {
      ...text('village', '村', ['村名', '所在村'], true),
      options: villages.map((code) => names.nameOf(code, 'unit')),
      read: (cell) => {
        const read = textIn(cell);
        return 'problem' in read ? read : names.codeIn(read.value, 'unit');
      },
      write: ({ village }) => names.nameOf(village, 'unit'),
    },
    text('place', '地点', ['位置', '具体位置'], true),
    text('kind', '类型', ['类别', '问题类型'], true),
    {
      ...text('quantity', '数量', ['面积']),
      type: 'number',
      read: quantityIn,
      write: (l) => l.quantity,
    },
    text('unit', '单位', ['计量单位']),
    { ...text('stage', '阶段', []), options: stages },
    {
      ...text('income', '收益', ['收益（元）', '收入']),
      type: 'number',
      read: yuanIn,
      write: (l) => l.income,
    },
    {
      ...text('foundOn', '发现日期', ['排查日期', '日期']),
      type: 'date',
      hint: '写成 2026-03-06',
      read: dayIn,
      write: ({ foundOn }) => foundOn,
    },
    { ...text('state', '状态', []), hint: '只读：销号在页面上办' },
  ];
}

function quantityIn(cell: Parameters<typeof numberIn>[0]): Reading<string> {
  const read = numberIn(cell);
  if ('problem' in read || (/^\d{1,12}(\.\d{1,6})?$/.test(read.value) && parseExact(read.value))) {
    return read;
  }
  return { problem: `数量“${read.value}”要是不小于 0 的数，小数最多六位；请改正。` };
}

function yuanIn(cell: Parameters<typeof numberIn>[0]): Reading<string> {
  const read = numberIn(cell);
  if ('problem' in read) return read;
  if (!/^\d{1,11}(\.\d{1,2})?$/.test(read.value)) {
    return { problem: `收益“${read.value}”要写成元，最多两位小数，不能是负数；请改正。` };
  }
  return { value: yuanOf(fenOf(read.value)) };
}

function refusalOf(
  line: SpotLine,
  old: SpotLine | undefined,
  { campaign, town }: { campaign: CampaignRow; town: CampaignTown },
): string | undefined {
  if (!campaign.villages.includes(line.village)) {
    return `${town.named(line.village).name}不在这个专项的村里；请改正，或删去这一行。`;
  }
  if (line.stage !== '' && !campaign.stages.includes(line.stage)) {
    return `没有“${line.stage}”这个阶段；请写${campaign.stages.join('、')}之一。`;
  }
  if (isIsoDate(line.foundOn) && line.foundOn > town.today) {
    return `发现日期 ${line.foundOn} 还没有到；请核对。`;
  }
  if (!old) {
    const isNew = line.state === '' || line.state === spotStateWords.open;
    return isNew ? undefined : '新的点位不能直接写成已销号；请删去“状态”，在页面上逐处销号。';
  }
  if (line.state !== old.state) return '状态不能用表改；请在页面上逐处办理，这里保持原样。';
  if (line.stage !== old.stage) return '阶段不能用表改；请在页面上逐步推进，这里保持原样。';
  const isOpen = old.state === spotStateWords.open;
  if (!isOpen && JSON.stringify(line) !== JSON.stringify(old)) {
    return `这处点位${old.state}，不能再用表改；请保持原样。`;
  }
  return undefined;
}
