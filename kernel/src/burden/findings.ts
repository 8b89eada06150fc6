/** What the gate finds in a demand before it leaves: each with its reason and what to do. */

import { chineseDate, daysBetween } from '../time/dates.ts';
import { type Likeness, likenessOf, sharedUnits } from './alike.ts';
import type {
  DemandContext,
  DemandDraft,
  DemandFinding,
  DutyEntry,
  EarlierDemand,
} from './demand.ts';
import { askedFigures } from './figures.ts';
import { shortNoticeOf } from './notice.ts';

/** A demand like one of this many days before is a duplicate. */
export const duplicateDays = 30;

/**
 * Everything that is to be said about a demand, in the order of the form. The order of the context
 * does not matter. A demand without villages asks nothing of them and has no findings.
 */
export function demandFindings(draft: DemandDraft, context: DemandContext): DemandFinding[] {
  if (draft.units.length === 0) return [];
  return [
    ...duplicates(draft, context),
    ...reasons(draft),
    ...duty(draft, context),
    ...figures(draft, context),
    ...notice(draft, context),
    ...questions(draft),
  ];
}

/**
 * What is said about a demand that went out already, by telephone or chat, and is booked afterwards:
 * only what can be told from what went out. Nothing stops it any more.
 */
export function afterwardsFindings(draft: DemandDraft, context: DemandContext): DemandFinding[] {
  const named = draft.dutyEntry === undefined ? [] : duty(draft, context);
  return [...duplicates(draft, context), ...named, ...notice(draft, context)].map((finding) => ({
    ...finding,
    stops: false,
  }));
}

function reasons({ basis, purpose }: DemandDraft): DemandFinding[] {
  const found: DemandFinding[] = [];
  if (basis.trim() === '') {
    const sentence = '没有写依据。请写上文件名称和文号；没有依据的，不向村里下发。';
    found.push({ code: 'noBasis', stops: true, field: 'basis', sentence });
  }
  if (purpose.trim() === '') {
    const sentence = '没有写用途。请用一句话写明要来做什么用。';
    found.push({ code: 'noPurpose', stops: true, field: 'purpose', sentence });
  }
  return found;
}

function duty(draft: DemandDraft, { dutyEntries, nameOf }: DemandContext): DemandFinding[] {
  const told = (sentence: string): DemandFinding[] => [
    { code: 'outsideDutyList', stops: true, field: 'dutyEntry', sentence },
  ];
  if (draft.dutyEntry === undefined) {
    return told('没有选履职清单里的事项。清单以外的事不向村里下发；确需下发的，请领导写明理由。');
  }
  const entry = dutyEntries.find(({ code }) => code === draft.dutyEntry);
  if (!entry) return told(`履职清单里没有编号“${draft.dutyEntry}”的事项。请重新选择。`);
  if (!isInForce(entry, draft)) return told(`“${entry.title}”这一项现在不在执行期内。请重新选择。`);
  if (entry.list === 'barred') {
    return told(`“${entry.title}”列在不应由村承担的事项里。请由镇里自己办。`);
  }
  if (entry.offices.length === 0 || entry.offices.includes(draft.office)) return [];
  const owners = entry.offices.map(nameOf).join('、');
  return told(`“${entry.title}”由${owners}负责，不由${nameOf(draft.office)}下发。请与该部门商量。`);
}

function isInForce({ from, to }: DutyEntry, { sentAt: { on } }: DemandDraft): boolean {
  return (from === undefined || from <= on) && (to === undefined || on <= to);
}

function figures(draft: DemandDraft, { known, nameOf }: DemandContext): DemandFinding[] {
  const asked = askedFigures({ ...draft, on: draft.sentAt.on }, known);
  const names = [...new Set(asked.filter(({ isLocked }) => isLocked).map(({ name }) => name))];
  const said = names.map((name): DemandFinding => {
    const own = asked.filter((figure) => figure.name === name);
    const locked = own.filter(({ isLocked }) => isLocked);
    const [first] = locked;
    const units = locked.map(({ unit }) => nameOf(unit)).join('、');
    const of = locked.length === own.length ? '各村' : units;
    const source = first?.known ? `（${first.known.source}，${first.known.asOf}）` : '';
    const sentence = `“${name}”${of}的数镇里已有${source}，已带出并锁定，不再要村里填。`;
    return { code: 'knownAlready', stops: false, field: 'dataAsked', sentence };
  });
  if (asked.length === 0 || asked.some(({ isLocked }) => !isLocked)) return said;
  const sentence = '要的数镇里全都有了，不用再问村里。请直接用已知数；另有要问的，请写上。';
  return [...said, { code: 'knownAlready', stops: true, field: 'dataAsked', sentence }];
}

function notice(draft: DemandDraft, { calendar }: DemandContext): DemandFinding[] {
  if (draft.dueOn === undefined) return [];
  const due = { on: draft.dueOn, clock: draft.dueClock };
  const short = shortNoticeOf(calendar, draft.sentAt, due);
  if (!short) return [];
  const sentence = `${short.sentence}请推后期限；确实等不得的，请领导写明理由。`;
  const workdays = short.why === 'past' ? -1 : short.workdays;
  return [{ code: 'shortNotice', stops: true, field: 'dueOn', sentence, workdays }];
}

const questionWords = {
  canLookUp: {
    ask: '镇里自己能查到吗？',
    yes: '镇里自己能查到的，请自己查，不问村里。',
  },
  askedLately: {
    ask: '近30日问过吗？',
    yes: '近30日问过的，请用那一次的答复，不再问一遍。',
  },
  canWait: {
    ask: '能等到例会吗？',
    yes: '能等到例会的，请到例会上一并说，不单独下发。',
  },
} as const;

function questions({ answers }: DemandDraft): DemandFinding[] {
  return Object.entries(questionWords).flatMap(([key, { ask, yes }]): DemandFinding[] => {
    const answer = answers[key as keyof typeof questionWords];
    if (answer === false) return [];
    const isOpen = answer === undefined;
    return [
      {
        code: isOpen ? 'questionUnanswered' : 'answerStops',
        stops: true,
        field: 'answers',
        sentence: isOpen ? `“${ask}”还没有回答。请选“能”或“不能”（“有”或“没有”）。` : yes,
      },
    ];
  });
}

function duplicates(draft: DemandDraft, context: DemandContext): DemandFinding[] {
  const { earlier, known, nameOf } = context;
  // What is locked is not asked, so it repeats nothing.
  const open = askedFigures({ ...draft, on: draft.sentAt.on }, known).filter(
    ({ isLocked }) => !isLocked,
  );
  const askedOf = (units: readonly string[]) =>
    draft.dataAsked.filter((name) =>
      open.some((figure) => figure.name === name && units.includes(figure.unit)),
    );
  return earlier
    .flatMap((other) => {
      const days = daysBetween(other.sentOn, draft.sentAt.on);
      const units = sharedUnits(draft, other);
      const likeness = likenessOf({ ...draft, dataAsked: askedOf(units) }, other);
      const isNear = days >= 0 && days <= duplicateDays;
      return isNear && units.length > 0 && likeness ? [{ other, units, likeness }] : [];
    })
    .sort((a, b) => order(a.other, b.other))
    .map(({ other, units, likeness }): DemandFinding => {
      const isOwn = other.office === draft.office;
      const who = isOwn ? '本部门' : nameOf(other.office);
      const to = `${units.slice(0, 3).map(nameOf).join('、')}${units.length > 3 ? `等${units.length}个村` : ''}`;
      const advice = isOwn ? '请沿用那一次的答复' : '请与该部门合成一件，村里只答一次';
      return {
        code: isOwn ? 'duplicate' : 'duplicateOfOther',
        stops: true,
        field: 'title',
        sentence: `${who} ${chineseDate(other.sentOn)}已向${to}下发${calledOf(other)}，${likenessWords(likeness)}。${advice}；确需再问的，请领导写明理由。`,
        demand: other.id,
      };
    });
}

function calledOf({ title, spokenTitle }: EarlierDemand): string {
  return spokenTitle ?? `“${title}”`;
}

/**
 * Whether a leader who allowed one finding allowed the other too: it says the same of the same
 * demand, and leaves no shorter notice than what was allowed.
 */
export function isAllowed(finding: DemandFinding, allowed: readonly DemandFinding[]): boolean {
  return allowed.some(
    ({ code, demand, workdays = -1 }) =>
      code === finding.code && demand === finding.demand && (finding.workdays ?? -1) >= workdays,
  );
}

/** The latest first; what was sent on one day by its id, so that the order is always the same. */
function order(one: EarlierDemand, other: EarlierDemand): number {
  if (one.sentOn !== other.sentOn) return one.sentOn < other.sentOn ? 1 : -1;
  return one.id < other.id ? -1 : 1;
}

function likenessWords(likeness: Likeness): string {
  if (likeness.sign === 'figures') return `要的是同样的数（${likeness.names.join('、')}）`;
  return likeness.sign === 'title' ? '事由相同' : '是履职清单里的同一事项';
}
