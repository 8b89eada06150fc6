/** The notice of one decided proposal: numbered, made of the decision, handed over and signed for. */

import type { ProposalAct } from '@oneneedle/contract';
import { isoDate, type PeriodId, periodLabel } from '@oneneedle/kernel';
import {
  type DocumentData,
  type IssuedDocument,
  issuedDocument,
  type MadeDocument,
  makeDocument,
  officialDate,
} from '../../document/index.ts';
import { type Ctx, chinaDay, type Role } from '../../platform/index.ts';
import { outcomePeriods } from '../periods.ts';
import { outcomeProblem } from '../problems.ts';
import { type ProposalBook, wordsOf } from '../proposals/book.ts';
import type { ProposalRow } from '../proposals/store.ts';
import type { OutcomeTown } from '../town.ts';

type NoticeKind = 'talk' | 'honour' | 'withholding' | 'decision' | 'rectification';

const kindOf: Readonly<Record<string, NoticeKind>> = {
  talk: 'talk',
  honour: 'honour',
  pay: 'withholding',
  withhold: 'withholding',
  rectification: 'rectification',
};

/** Whoever reads all proposals. */
const readers: readonly Role[] = ['organisation', 'leader', 'assessment-office', 'discipline'];

const about = ({ id }: ProposalRow) => `proposal ${id}`;
const noticeKind = ({ kind }: ProposalRow): NoticeKind => kindOf[kind] ?? 'decision';

/** The notice of a proposal that is not void. */
export function noticeOf(db: Ctx['db'], row: ProposalRow): Promise<IssuedDocument | undefined> {
  return issuedDocument(db, { kind: noticeKind(row), about: about(row) });
}

/** Makes it; refuses a second one while the first is not void. */
export async function makeOutcomeNotice(
  ctx: Ctx,
  book: ProposalBook,
  { todo }: Pick<Extract<ProposalAct, { deed: 'makeNotice' }>, 'todo'>,
): Promise<MadeDocument> {
  const { row, town } = book;
  const before = await noticeOf(ctx.db, row);
  if (before) throw outcomeProblem('notice-made', { number: before.number });
  const periods = await outcomePeriods(ctx.db, town.today);
  const scheme = periods.find(({ line }) => line === row.line)?.schemeName ?? row.line;
  const label = periodLabel(row.period as PeriodId);
  const origin = {
    about: about(row),
    madeFrom: `${scheme}${label}第${row.edition}版`,
    readers,
  };
  const kind = noticeKind(row);
  const words = commonWords(ctx, book);
  if (kind === 'rectification') {
    const data = rectificationData(book, { ...words, check: `${label}考核` });
    return makeDocument(ctx, kind, data, origin);
  }
  const data: DocumentData['talk'] = {
    ...words,
    subject: town.named(row.subject).name,
    decision: row.name,
    ground: row.reason,
    basis: basisWords(scheme, row.basis),
    body: row.body,
    todo: todo || defaultTodo[kind](words.issuer),
  };
  return makeDocument(ctx, kind, data, origin);
}

const defaultTodo: Readonly<Record<Exclude<NoticeKind, 'rectification'>, (by: string) => string>> =
  {
    talk: (by) => `请在接到通知后与${by}商定时间、地点。`,
    honour: () => '望继续努力。',
    withholding: () => '算式和以后补发的条件见考核工资页，也可以到考核办查阅。',
    decision: (by) => `具体安排由${by}另行告知。`,
  };

/** What every notice says of who issues it, by which decision, and what one may say against it. */
function commonWords(ctx: Ctx, { row, course, town }: ProposalBook) {
  const decided = wordsOf(course, 'decide').at(-1);
  const issuer = `${ctx.tenant.name}${officeOf(ctx.actor.person, town)}`;
  return {
    issuer,
    documentNo: decided?.documentNo ?? '',
    decidedOn: dayWords(decided?.decidedOn ?? chinaDay(row.created_at)),
    issuedOn: dayWords(town.today),
    ways: `有不同意见的，可以向${issuer}或者分管领导口头、书面提出，也可以向县级主管部门反映；提出意见不影响得分。`,
    contact: ctx.actor.person === undefined ? '' : town.named(ctx.actor.person).name,
  };
}

function rectificationData(
  { row, course, town }: ProposalBook,
  { check, ...words }: ReturnType<typeof commonWords> & { readonly check: string },
): DocumentData['rectification'] {
  const asked = wordsOf(course, 'decide').at(-1)?.rectification;
  const lead = town.named(asked?.lead ?? '').name;
  const accountable = town.named(asked?.accountable ?? '').name;
  return {
    unit: town.named(row.subject).name,
    check: `${row.body}研究决定（${words.documentNo}），${check}`,
    on: words.decidedOn,
    problems: [
      {
        no: '1',
        standard: asked?.requirement ?? row.name,
        place: lead,
        due: asked ? dayWords(asked.dueOn) : '',
      },
    ],
    requirement: `由${lead}牵头、${accountable}负责，按期整改；到期由没有参与整改的人核查销号，不用另报材料。`,
    objection: words.ways,
    contact: words.contact,
    issuer: words.issuer,
    issuedOn: words.issuedOn,
  };
}

/** Outside of its scheme “本办法” says nothing: 《…办法》第十条. */
export function basisWords(scheme: string, basis: string): string {
  return basis.replaceAll('本办法', `《${scheme.replace(/[《》]/g, '')}》`);
}

const dayWords = (day: string) => officialDate(isoDate(day));

/** The office in which whoever makes the notice holds a post today. */
function officeOf(person: string | undefined, { roster, today }: OutcomeTown): string {
  const posts = roster.posts.filter(
    (post) =>
      post.person === person && post.from <= today && (post.to === undefined || post.to >= today),
  );
  const offices = roster.units.filter(({ type }) => type === 'station' || type === 'office');
  return offices.find(({ code }) => posts.some(({ unit }) => unit === code))?.name ?? '组织办';
}

/** What a handing over must bring: a notice, then the signed strip, or two who saw that nobody signed. */
export async function requireHanded(
  ctx: Ctx,
  book: ProposalBook,
  act: Extract<ProposalAct, { deed: 'handOver' }>,
): Promise<IssuedDocument> {
  const { row, course } = book;
  const notice = await noticeOf(ctx.db, row);
  if (!notice) throw outcomeProblem('notice-missing');
  const made = course.findLast(({ deed }) => deed === 'makeNotice');
  if (made && act.on < chinaDay(made.at)) {
    throw outcomeProblem('handed-early', { number: notice.number, day: chinaDay(made.at) });
  }
  if (act.signed === 'signed' && act.evidence.length === 0) throw outcomeProblem('strip-missing');
  if (act.signed === 'refused' && new Set(act.witnesses).size < 2) {
    throw outcomeProblem('witnesses-needed');
  }
  requireBystanders(ctx, book, act.witnesses, [act.to]);
  return notice;
}

/** Refuses a witness who writes it down, whom it is about, or who was to sign (`others`); by name. */
export function requireBystanders(
  { actor }: Pick<Ctx, 'actor'>,
  { row, town }: ProposalBook,
  witnesses: readonly string[],
  others: readonly string[],
): void {
  const own = actor.person === undefined ? [] : [town.named(actor.person).name];
  const concerned = [...own, town.named(row.subject).name, ...others];
  const name = witnesses.find((witness) => concerned.includes(witness));
  if (name !== undefined) throw outcomeProblem('witness-concerned', { name });
}
