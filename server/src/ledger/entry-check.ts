/** Everything that keeps an entry from being saved or posted, each at its field. */

import type { EntryFinding } from '@oneneedle/contract';
import {
  checkFacts,
  countsInOf,
  type Fact,
  type FactKind,
  type Finding,
  lastDay,
  parseExact,
} from '@oneneedle/kernel';
import { placeOn, type RecordingBook, schemesOn } from './book.ts';
import {
  boundsOf,
  type ClausePlace,
  clausePlace,
  kindsOfClause,
  listeners,
  needsDocument,
} from './clause-places.ts';
import { needsSubject } from './context.ts';
import type { EntryBody } from './entry-words.ts';
import { isInside, pointsText } from './points-chosen.ts';
import { sheetSentence } from './sentences.ts';
import { titleOf } from './titles.ts';

/** An entry with what it is judged by. */
export interface Judged {
  readonly body: EntryBody;
  /** The clause by which it was looked up. */
  readonly clause?: { readonly line: string; readonly code: string } | undefined;
}

/** Kinds that have a deed of their own and are never written as an entry. */
const deeds: Readonly<Record<string, string>> = {
  result: '考核结果在封存时登记，不能另行登记。',
  checked: '经查无由责任部门签认，请到“签认”里办理。',
};

const name = 'entry';

/** All findings of an entry; one `error` keeps it from being saved. `today` is the day in China. */
export function checkEntry(
  { body, clause }: Judged,
  { book, today }: { book: RecordingBook; today: string },
): EntryFinding[] {
  if (body.reverses !== undefined) return [];
  const kind = book.catalogue.entryOf(body.kind);
  if (kind && deeds[kind.form]) return [error('kind', deeds[kind.form] ?? '')];
  if (kind?.kind === 'reversal') return [error('kind', '更正请在要更正的那条事实上办理。')];
  const fact = asFact(body);
  return [
    ...whoAndWhen(body, kind, today),
    ...againstCatalogue(fact, kind, book),
    ...(kind ? againstClauses({ body, clause }, kind, book) : []),
    ...whereItCounts(fact, book),
  ];
}

/** An entry as a fact that is not posted yet. */
export function asFact({ files: _, ...body }: EntryBody, id = name): Fact {
  return { ...body, id, seq: 1 };
}

function error(field: string, sentence: string): EntryFinding {
  return { severity: 'error', field, sentence };
}

function whoAndWhen(body: EntryBody, kind: FactKind | undefined, today: string): EntryFinding[] {
  const { on, to, period } = body;
  const found: EntryFinding[] = [];
  if (needsSubject(kind, false) && body.about.length === 0) {
    found.push(error('about', '没有写对象，这条事实记不到任何人名下；请选一个或几个对象。'));
  }
  const isPeriodical = kind?.form === 'missing' || kind?.form === 'result';
  if (isPeriodical && period === undefined) {
    found.push(error('period', '没有写期间，不知道是哪一期的；请选一期。'));
  } else if (on === undefined && period === undefined) {
    found.push(error('on', '没有写日期，也没有写期间，不知道计入哪一期；请补上。'));
  }
  if (on !== undefined && on > today) {
    found.push(error('on', `日期 ${on} 还没有到（今天 ${today}）；事实发生以后再登记。`));
  }
  if (to !== undefined && on !== undefined && to < on) {
    found.push(error('to', `止日（${to}）早于日期（${on}）；请核对这两天。`));
  }
  return found;
}

function againstCatalogue(
  fact: Fact,
  kind: FactKind | undefined,
  { catalogue, roster }: RecordingBook,
): EntryFinding[] {
  return checkFacts([fact], { kinds: catalogue.kinds, roster }).map((finding) => {
    const field = fieldOf(finding);
    const title = field === undefined ? '' : titleOf({ field }, kind);
    const part = field ?? partOf(finding);
    return {
      severity: finding.severity === 'error' || isStrange(finding) ? 'error' : 'warning',
      ...(part === undefined ? {} : { field: part }),
      sentence: sheetSentence(finding, title),
    };
  });
}

/** Files may be older than catalogue and roster; whoever records today chooses from them. */
function isStrange({ code }: Finding): boolean {
  return ['fact-kind-unknown', 'fact-field-unknown', 'fact-subject-unknown'].includes(code);
}

/** `事实 entry 字段 处数` */
function fieldOf({ path }: Finding): string | undefined {
  const before = `事实 ${name} 字段 `;
  return path.startsWith(before) ? path.slice(before.length) : undefined;
}

function partOf({ code }: Finding): string | undefined {
  if (code === 'fact-kind-unknown' || code === 'fact-form') return 'kind';
  return code.startsWith('fact-subject') || code.startsWith('fact-about') ? 'about' : undefined;
}

/** What clauses demand that a sheet of the catalogue does not know: discretion, documents. */
function againstClauses(
  { body, clause }: Judged,
  kind: FactKind,
  book: RecordingBook,
): EntryFinding[] {
  const day = body.on;
  const named = clause && placeOn(book, clause, day);
  if (clause && !named) {
    const sentence = `${day ?? '现在'}在用的办法里没有第 ${clause.code} 条；请重新选择条款。`;
    return [error('clause', sentence)];
  }
  if (kind.form === 'missing') return missingFindings(body, clause, book);
  if (named && !kindsOfClause(named, book.catalogue).includes(kind)) {
    const sentence = `第 ${named.clause.code} 条不看“${kind.name}”这种事实；请选看它的条款，或不选条款。`;
    return [error('clause', sentence)];
  }
  const places = named ? [named] : listeners(schemesOn(book, day), kind);
  return [
    ...countFindings(body, places, kind),
    ...discretionFindings(body, places, book),
    ...documentFindings(body, places),
  ];
}

/** A number below nothing would turn a deduction into a bonus; what was wrong is taken back instead. */
function countFindings(
  { values }: EntryBody,
  places: readonly ClausePlace[],
  kind: FactKind,
): EntryFinding[] {
  const counted = places.flatMap(({ clause: { rule } }) =>
    'count' in rule ? [rule.count.of ?? []].flat() : [],
  );
  return [...new Set(counted)].flatMap((field) => {
    const value = values[field];
    const number = typeof value === 'string' ? parseExact(value) : undefined;
    if (!number || number.num >= 0n) return [];
    const sentence = `“${titleOf({ field }, kind)}”是数出来的，不能是负数；以前记多了的，请在那条事实上办更正。`;
    return [error(field, sentence)];
  });
}

/** A decided cell speaks for one clause of the schemes in effect at the end of its period. */
function missingFindings(
  { values, period }: EntryBody,
  clause: Judged['clause'],
  book: RecordingBook,
): EntryFinding[] {
  const code = typeof values.clause === 'string' ? values.clause : '';
  const day = period === undefined ? undefined : lastDay(period);
  const isKnown = schemesOn(book, day).some((scheme) => clausePlace(scheme, code) !== undefined);
  if (code !== '' && !isKnown) {
    return [error('clause', `这一期在用的办法里没有第 ${code} 条；请核对条款编号。`)];
  }
  if (clause !== undefined && clause.code !== code) {
    return [error('clause', `选的是第 ${clause.code} 条，写的是第 ${code} 条；请改成一样的。`)];
  }
  return [];
}

function discretionFindings(
  { chosen, on }: EntryBody,
  places: readonly ClausePlace[],
  book: RecordingBook,
): EntryFinding[] {
  if (!chosen) {
    const open = places.filter((place) => boundsOf(place) && !('judges' in place.clause.rule));
    if (open.length === 0 || open.length < places.length) return [];
    const codes = open.map(({ clause }) => `第 ${clause.code} 条`).join('、');
    return [error('chosen', `${codes}的分由责任部门在幅度内裁量；请写分值和理由。`)];
  }
  const place = placeOn(book, { line: chosen.scheme, code: chosen.clause }, on);
  const bounds = place && boundsOf(place);
  if (!place || !bounds) {
    const sentence = `第 ${chosen.clause} 条的分是按事实算出来的，不能另写分值；请只写事实。`;
    return [error('chosen', place ? sentence : `在用的办法里没有第 ${chosen.clause} 条。`)];
  }
  if (!parseExact(chosen.points)) {
    return [error('chosen', `“${chosen.points}”不是确数；分值写 -1、0.5 这样。`)];
  }
  const found: EntryFinding[] = [];
  if (!isInside(chosen.points, bounds)) {
    const words = bounds.bands.map(({ from, to }) => `${pointsText(from)} 至 ${pointsText(to)}`);
    const sentence = `第 ${chosen.clause} 条只能在 ${words.join(' 或 ')} 分之间裁量，这里写的是 ${pointsText(chosen.points)} 分；扣分写负数，加分写正数。`;
    found.push(error('chosen', sentence));
  }
  if (chosen.reason.length < 2) {
    found.push(error('chosen', '裁量要写明理由，让被考核的村看得懂为什么是这个分。'));
  }
  return found;
}

function documentFindings({ doc }: EntryBody, places: readonly ClausePlace[]): EntryFinding[] {
  if (doc || places.length === 0 || !places.every(needsDocument)) return [];
  const codes = places.map(({ clause }) => `第 ${clause.code} 条`).join('、');
  return [error('doc', `${codes}凭文件计分，没有文号不计；请写文号。`)];
}

/** A period that is sealed already: where the fact will count, or that it counts nowhere. */
function whereItCounts(fact: Fact, { schemes, sealed }: RecordingBook): EntryFinding[] {
  if (fact.on === undefined && fact.period === undefined) return [];
  const { late, refusals, refused } = countsInOf(fact, { schemes, sealed });
  return [
    ...late.map(({ sentence }): EntryFinding => ({ severity: 'warning', field: 'on', sentence })),
    ...refusals.map(
      ({ sentence }): EntryFinding => ({
        severity: refused ? 'error' : 'warning',
        field: 'on',
        sentence,
      }),
    ),
  ];
}
