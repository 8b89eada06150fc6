/** 结果告知书: a numbered notice for every subject of a kept edition, made a portion at a time. */

import { type IsoDate, isoDate, type Scheme } from '@oneneedle/kernel';
import {
  type AssessmentNeeds,
  explanationOf,
  type FoundPeriod,
  findPeriod,
  type MovedLine,
  movedLines,
  sealedStandings,
} from '../../assessment/index.ts';
import {
  type DocumentData,
  type MadeDocument,
  makeDocument,
  officialDate,
} from '../../document/index.ts';
import { type Ctx, chinaDay, type Role } from '../../platform/index.ts';
import { noticeLimit, type PublicationRow, publishedEdition } from '../../publication/index.ts';
import { findDecision } from '../grades/store.ts';
import { outcomeProblem } from '../problems.ts';

/** Subjects in one request: whoever asks is told how far it is, and what is made stays made. */
export const noticePortion = 10;

interface Asked {
  readonly line: string;
  readonly period: string;
  /** The edition that the notices before these were made of. */
  readonly edition?: number | undefined;
  /** How many subjects, in the order of their codes, have their notice already. */
  readonly from: number;
}

/**
 * Makes the next notices of an edition. Asked again for an edition of which nothing changed, it tells
 * the notices that there are, so that a batch that was cut off wastes no number.
 */
export async function makeResultNotices(needs: AssessmentNeeds, ctx: Ctx, asked: Asked) {
  const found = await findPeriod(needs, ctx, asked);
  const { row } = found;
  if (row.edition === undefined) throw outcomeProblem('no-edition', { label: row.label });
  const { edition } = row;
  if ((asked.edition ?? edition) !== edition) throw outcomeProblem('edition-changed', { edition });
  const list = await sealedStandings(
    ctx.db,
    { line: row.line, period: found.asked.period },
    edition,
  );
  // By code and not by rank, so that no number tells a place.
  const rows = list.rows.toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const common = await commonOf(ctx, found, edition);
  const documents: MadeDocument[] = [];
  for (const standing of rows.slice(asked.from, asked.from + noticePortion)) {
    documents.push(await makeNotice(needs, ctx, { found, common, standing }));
  }
  return { edition, documents, done: asked.from + documents.length, total: rows.length };
}

type Standing = Awaited<ReturnType<typeof sealedStandings>>['rows'][number];

/** What all notices of an edition say. */
interface Common {
  readonly edition: number;
  readonly scheme: Scheme;
  readonly decided: Awaited<ReturnType<typeof findDecision>>;
  readonly objection: string;
  /** The day on which everything that they say was there: equal data, equal notices. */
  readonly issuedOn: IsoDate;
}

async function commonOf(ctx: Ctx, { row, books }: FoundPeriod, edition: number): Promise<Common> {
  const { line, period, sealedAt } = row;
  const { scheme } = books.scheme;
  const decided = await findDecision(ctx.db, { line, period, edition });
  const latest = await publishedEdition(ctx.db, { line, period });
  const published = latest?.edition === edition ? latest : undefined;
  const days = [
    ...(published ? [published.posted_on] : []),
    ...(sealedAt === undefined ? [] : [chinaDay(sealedAt)]),
    ...(decided ? [decided.decision.decided_on] : []),
  ];
  return {
    edition,
    scheme,
    decided,
    objection: objectionWords(scheme, published),
    issuedOn: isoDate(days.sort().at(-1) ?? chinaDay(ctx.now)),
  };
}

/** Whom one objects to, as the publication keeps it. */
interface ObjectTo {
  readonly office?: string;
  readonly person: string;
  readonly telephone: string;
  readonly place: string;
}

/** How one objects, and until when: by the posted list, or from the handing over where none is posted. */
function objectionWords(scheme: Scheme, published: PublicationRow | undefined): string {
  const how = '口头、书面都可以，说明哪一条、哪件事即可，不必另做材料。提出异议不影响得分。';
  if (published) {
    const to = published.object_to as unknown as ObjectTo;
    const until = officialDate(isoDate(published.object_until));
    return `有异议的，请在${until}以前（含当日）向${to.office ?? ''}${to.person}提出，电话${to.telephone}，地点${to.place}；${how}`;
  }
  const limit = noticeLimit(scheme);
  const days = 'workdays' in limit ? `${limit.workdays}个工作日` : `${limit.days}天`;
  return `有异议的，请自签收次日起${days}内向考核办提出；${how}`;
}

interface Making {
  readonly found: FoundPeriod;
  readonly common: Common;
  readonly standing: Standing;
}

async function makeNotice(
  needs: AssessmentNeeds,
  ctx: Ctx,
  { found, common, standing }: Making,
): Promise<MadeDocument> {
  const { row } = found;
  const { scheme, edition } = common;
  const explained = await explanationOf(needs, ctx, {
    ...found,
    subject: standing.code,
    isPaper: true,
  });
  const data: DocumentData['result'] = {
    subject: standing.name,
    scheme: `《${scheme.name.replace(/[《》]/g, '')}》`,
    period: row.label,
    score: scoreWords(standing),
    rank: standing.rank === undefined ? '' : `第${standing.rank}名（共${explained.ranked}个）`,
    grade: gradeWords(common, standing.code),
    // The grade has a line of its own, as the body decided it.
    notes: explained.notes.filter((note) => !note.startsWith('等次')).join('；'),
    lines: lineWords(movedLines(explained.root)),
    objection: common.objection,
    issuer: `${ctx.tenant.name}考核办公室`,
    issuedOn: officialDate(common.issuedOn),
  };
  return makeDocument(ctx, 'result', data, {
    about: `result ${row.line} ${row.period} ${edition} ${standing.code}`,
    madeFrom: `${row.schemeName}${row.label}第${edition}版（凭据码${row.receiptCode ?? ''}）`,
    readers: scheme.subject.kind === 'person' ? inside : [...inside, 'leader', 'supervision'],
  });
}

/** Notices of persons stay with who runs and who oversees the assessment. */
const inside: readonly Role[] = ['assessment-office', 'discipline', 'organisation'];

function scoreWords({ total, full, notAssessed, isProvisional }: Standing): string {
  if (notAssessed !== undefined) return `不参加考核（${notAssessed}）`;
  return `${total.text}分（满分${full.text}分）${isProvisional ? '，暂：还有材料未到' : ''}`;
}

/** As the body decided; what nobody decided yet is left open. */
function gradeWords({ scheme, decided }: Common, subject: string): string {
  if (scheme.grades === undefined) return '';
  if (!decided) return `还没有决定，由${scheme.decidedBy ?? '有权机构'}决定后另行告知`;
  return decided.grades.find((one) => one.subject === subject)?.grade ?? '不定等次';
}

function lineWords(moved: readonly MovedLine[]): DocumentData['result']['lines'] {
  if (moved.length === 0) return [{ clause: '—', points: '0', reason: '没有加分，也没有扣分。' }];
  return moved.map(({ clause, value, sentence, factIds }) => ({
    clause,
    points: value,
    reason: factIds.length === 0 ? sentence : `${sentence}（编号 ${factIds.join('、')}）`,
  }));
}
