/** What waits for whom because of an item: lines of the one list, brought up to date by every deed. */

import { chineseDate, type ItemState, isoDate } from '@oneneedle/kernel';
import { closeLines, type DeskPlace, type NewDeskLine, openLine } from '../desk/index.ts';
import type { ItemRow } from './item-store.ts';
import { numberOf } from './item-views.ts';

/** What a state waits for; what has ended waits for nothing. */
const waits: Readonly<Partial<Record<ItemState, string>>> = {
  draft: 'item-arrange',
  registered: 'item-arrange',
  proposed: 'item-arrange',
  assigned: 'item-take',
  acknowledged: 'item-do',
  inProgress: 'item-do',
  urged: 'item-do',
  onSite: 'item-do',
  sentBack: 'item-do',
  extensionRequested: 'item-extension',
  reported: 'item-review',
  underReview: 'item-review',
  accepted: 'item-close',
};

const verbs: Readonly<Record<string, string>> = {
  'item-arrange': '拟办交办',
  'item-take': '签收',
  'item-do': '办理反馈',
  'item-extension': '定延期',
  'item-review': '核查',
  'item-close': '销号',
};

interface Refreshing {
  readonly was: ItemState | undefined;
  readonly villages: readonly string[];
  /** Whether a leader is to judge it too. */
  readonly isForLeader?: boolean;
}

/** Closes what the last state waited for and opens what the new one waits for. */
export async function refreshLines(
  place: DeskPlace,
  item: ItemRow,
  { was, villages, isForLeader = false }: Refreshing,
): Promise<void> {
  const about = item.id;
  const kind = kindOf(item);
  const before = was === undefined ? undefined : kindOf({ ...item, state: was });
  if (before !== undefined && before !== kind) {
    await closeLines(place, { room: 'work', kind: before, about });
  }
  if (kind !== undefined) await openLine(place, lineOf(item, kind, { villages, isForLeader }));
  if (kind === undefined || kind === 'item-review') await closeAnswers(place, item);
}

/** A line each for the villages that must do something beside the unit that leads. */
export async function openAnswers(place: DeskPlace, item: ItemRow): Promise<void> {
  for (const unit of item.units.filter((code) => code !== item.lead_unit)) {
    await openLine(place, {
      ...common(item, 'item-answer', item.is_withheld ? '' : item.requirement),
      about: `${item.id}:${unit}`,
      title: `答复：${item.title}`,
      roles: ['resident-cadre', 'village'],
      unit,
    });
  }
}

/** Takes the line of a village off that has answered. */
export async function closeAnswer(place: DeskPlace, item: ItemRow, unit: string): Promise<void> {
  await closeLines(place, { room: 'work', kind: 'item-answer', about: `${item.id}:${unit}` });
}

async function closeAnswers(place: DeskPlace, item: ItemRow): Promise<void> {
  for (const unit of item.units) await closeAnswer(place, item, unit);
}

function kindOf({ state, form }: Pick<ItemRow, 'state' | 'form'>): string | undefined {
  if (form === 'oneLine' && state === 'assigned') return 'item-do';
  return waits[state as ItemState];
}

function common(item: ItemRow, kind: string, detail: string) {
  const no = numberOf(item);
  return {
    room: 'work',
    kind,
    detail: [no, detail].filter(Boolean).join('　'),
    why: whyOf(item),
    address: `/work/items/${item.id}`,
    contact: {
      person: item.created_by,
      ...(item.issuer_unit === null ? {} : { unit: item.issuer_unit }),
    },
    isWithheld: item.is_withheld,
    ...(item.due_on === null ? {} : { dueOn: item.due_on }),
  };
}

function lineOf(
  item: ItemRow,
  kind: string,
  { villages, isForLeader }: Pick<Refreshing, 'villages' | 'isForLeader'>,
): NewDeskLine {
  const { requirement, state, form } = item;
  const isSlip = form === 'supervised';
  const base = {
    ...common(item, kind, requirement),
    about: item.id,
    title: `${isSlip ? (verbs[kind] ?? '') : kind === 'item-do' ? '办' : '下发交办'}：${item.title}`,
  };
  switch (kind) {
    case 'item-arrange':
      return isSlip && state !== 'proposed'
        ? { ...base, roles: ['supervision'] }
        : { ...base, roles: isSlip ? ['supervision'] : [], ...issuerOf(item) };
    case 'item-extension':
      return { ...base, roles: ['supervision', 'leader'] };
    case 'item-review':
      return { ...base, roles: ['supervision', ...(isForLeader ? (['leader'] as const) : [])] };
    case 'item-close':
      return { ...base, roles: ['supervision', 'leader'] };
    default:
      return { ...base, ...doersOfLine(item, villages) };
  }
}

function issuerOf({ form, created_by_account: accountId }: ItemRow): { accountId?: string } {
  return form === 'oneLine' ? { accountId } : {};
}

/** The accountable person; while they have no account, the office or the resident cadre. */
function doersOfLine(
  { accountable, lead_unit: lead }: ItemRow,
  villages: readonly string[],
): Pick<NewDeskLine, 'roles' | 'line' | 'unit' | 'personCode'> {
  const isVillage = lead !== null && villages.includes(lead);
  if (isVillage) return { roles: ['resident-cadre', 'village'], unit: lead };
  return {
    roles: [lead === null ? 'supervision' : 'recorder'],
    ...(lead === null ? {} : { line: lead }),
    ...(accountable === null ? {} : { personCode: accountable }),
  };
}

/** Where it comes from, in a sentence. */
function whyOf({ source, due_on: due }: ItemRow): string {
  const { kind, on, document } = source as { kind: string; on?: string; document?: string };
  const day = on === undefined ? '' : chineseDate(isoDate(on));
  const words: Readonly<Record<string, string>> = {
    instruction: `领导${day}批示`,
    meeting: `${day}${document ?? '会议'}定的事`,
    document: `${document ?? '文件'}要求`,
    telephone: `${day}电话交办`,
    upper: '上级交办',
    recurring: '常办事项，到了周期',
  };
  const said = words[kind] ?? document ?? '镇里交办';
  return due === null ? `${said}。` : `${said}，${chineseDate(isoDate(due))}前办。`;
}
