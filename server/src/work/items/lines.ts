/** What waits for whom because of an item: lines of the one list, brought up to date by every deed. */

import {
  chineseDate,
  type IsoDate,
  type ItemState,
  isoDate,
  owedFeedbackDay,
} from '@oneneedle/kernel';
import {
  closeLines,
  type DeskPlace,
  keepLines,
  type NewDeskLine,
  openLine,
} from '../../desk/index.ts';
import { calendarOf } from '../../org/index.ts';
import { chinaDay } from '../../platform/index.ts';
import { type ItemRow, itemMarks } from './store.ts';
import { lightInput, numberOf } from './views.ts';

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
  if (kind !== undefined) {
    const owed = isDoing(kind) ? await owedOn(place, item) : undefined;
    await openLine(place, {
      ...lineOf(item, kind, { villages, isForLeader }),
      ...owedOf(item, owed),
    });
  }
  if (kind === undefined || kind === 'item-review') await closeAnswers(place, item);
}

/** Brings the line of whoever does the work up to date, as the days pass. */
export async function refreshOwed(
  place: DeskPlace,
  item: ItemRow,
  villages: readonly string[],
): Promise<void> {
  await refreshLines(place, item, { was: item.state as ItemState, villages });
}

/** Whether a line waits for whoever does the work. */
function isDoing(kind: string): boolean {
  return kind === 'item-take' || kind === 'item-do';
}

/** The day by which progress is to be told, where that comes before the item itself. */
async function owedOn(place: DeskPlace, item: ItemRow): Promise<IsoDate | undefined> {
  if (item.feedback === 'once') return undefined;
  const marks = (await itemMarks(place.db, item.id)).get(item.id);
  const calendar = await calendarOf(place.db);
  const showing = {
    today: isoDate(chinaDay(place.now)),
    calendar,
    names: noNames,
    numbers: noNames,
  };
  return owedFeedbackDay(lightInput(item, marks, showing), calendar);
}

const noNames: ReadonlyMap<string, string> = new Map();

/** What is to be told first, with its own sentence why. */
function owedOf(item: ItemRow, owed: IsoDate | undefined): { dueOn?: string; why?: string } {
  if (owed === undefined || (item.due_on !== null && item.due_on < owed)) return {};
  const often = item.feedback === 'quarter' ? '每季度' : '每月';
  return { dueOn: owed, why: `${whyOf(item)}${often}报一次进展，这次${chineseDate(owed)}前报。` };
}

/** A line each for the villages that must do something beside the unit that leads; no other keeps one. */
export async function openAnswers(place: DeskPlace, item: ItemRow): Promise<void> {
  const units = item.units.filter((code) => code !== item.lead_unit);
  await keepLines(
    place,
    answersOf(item),
    units.map((unit) => ({
      ...common(item, item.is_withheld ? '' : item.requirement),
      about: `${item.id}:${unit}`,
      title: `答复：${item.title}`,
      roles: ['resident-cadre', 'village'],
      unit,
    })),
  );
}

function answersOf({ id }: ItemRow) {
  return { room: 'work', kind: 'item-answer', begins: `${id}:` };
}

/** Takes the line of a village off that has answered. */
export async function closeAnswer(place: DeskPlace, item: ItemRow, unit: string): Promise<void> {
  await closeLines(place, { room: 'work', kind: 'item-answer', about: `${item.id}:${unit}` });
}

async function closeAnswers(place: DeskPlace, item: ItemRow): Promise<void> {
  await keepLines(place, answersOf(item), []);
}

function kindOf({ state, form }: Pick<ItemRow, 'state' | 'form'>): string | undefined {
  if (form === 'oneLine' && state === 'assigned') return 'item-do';
  return waits[state as ItemState];
}

function common(item: ItemRow, detail: string) {
  const no = numberOf(item);
  return {
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
    ...common(item, requirement),
    room: 'work',
    kind,
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

/** What a state waits for whose work is not that of whoever does the item. */
const judged: Readonly<Record<string, string>> = {
  extensionRequested: '承办单位申请延期，等批',
  reported: '承办单位已反馈，等核查',
  underReview: '承办单位已反馈，正在核查',
  accepted: '已办结，等销号',
};

/** Where it comes from and, where the work is done, that the day is that of the matter. */
function whyOf({ source, due_on: due, state }: ItemRow): string {
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
  const now = judged[state];
  if (due === null) return now === undefined ? `${said}。` : `${said}；${now}。`;
  const until = chineseDate(isoDate(due));
  return now === undefined ? `${said}，${until}前办。` : `${said}，办的期限${until}；${now}。`;
}
