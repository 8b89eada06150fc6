/**
 * 推荐名单: everybody whom one rule of a scheme proposes for an honour, each with every ground, posted
 * before the named body decides. Nobody is left out by hand, and no order tells a place.
 */

import { randomUUID } from 'node:crypto';
import type { SelectionShown } from '@oneneedle/contract';
import { type IsoDate, isoDate, type PeriodId, periodLabel } from '@oneneedle/kernel';
import {
  type Block,
  type MadeDocument,
  makeDocument,
  type OfficialDocument,
  officialDate,
  type TableColumn,
} from '../../document/index.ts';
import { factsOf, groundInstead, isPrivate } from '../../ledger/index.ts';
import type { Ctx, Role } from '../../platform/index.ts';
import { lastDayToObject, objectedSubjects } from '../../publication/index.ts';
import { outcomePeriods } from '../periods.ts';
import { outcomeProblem } from '../problems.ts';
import { guardrailsOf, latestEditions } from '../proposals/book.ts';
import { isSelection, listAbout } from '../proposals/listed.ts';
import {
  allProposals,
  deedsOf,
  insertDeed,
  lockProposals,
  type ProposalRow,
  updateProposal,
} from '../proposals/store.ts';
import { type OutcomeTown, outcomeTown, signer } from '../town.ts';
import { basisWords } from './outcome-notices.ts';

interface Named {
  readonly line: string;
  readonly period: string;
  /** The rule, by the code of its outcome. */
  readonly code: string;
}

/** Fewer days are not asked; a step of the procedure may name more. @source 《公务员考核规定》公示不少于五个工作日 */
const leastWorkdays = 5;

const readers: readonly Role[] = ['organisation', 'leader', 'assessment-office', 'discipline'];

/** Who would stand on the list, and who cannot, each with why. */
export async function readSelection(ctx: Ctx, named: Named): Promise<SelectionShown> {
  const { shown } = await listOf(ctx, named, await allProposals(ctx.db));
  return shown;
}

/** Makes the list as a numbered document and writes into each proposal until when it is posted. */
export async function makeSelection(
  ctx: Ctx,
  { postedOn, ...named }: Named & { readonly postedOn: string },
): Promise<MadeDocument & { readonly until: string }> {
  const person = signer(ctx);
  const list = await listOf(ctx, named, await lockProposals(ctx.db, named));
  const { town, rows, shown, first, scheme } = list;
  if (postedOn < town.today) throw outcomeProblem('posted-past', { day: postedOn });
  const on = isoDate(postedOn);
  const until = lastDayToObject(town.calendar, on, { workdays: shown.workdays });
  const made = await makeDocument(ctx, 'selection', paperOf(ctx, list, { on, until }), {
    about: listAbout(named),
    madeFrom: `${scheme}${periodLabel(first.period as PeriodId)}第${first.compared_edition}版`,
    readers: first.class === null ? [...readers, 'supervision'] : readers,
  });
  // Whoever the paper names as one who cannot be listed was not posted.
  const listed = rows.filter((_, index) => shown.rows[index]?.against.length === 0);
  for (const row of made.isNew ? listed : []) {
    const course = await deedsOf(ctx.db, row.id);
    await insertDeed(ctx.db, {
      tenant_id: ctx.tenant.id,
      id: randomUUID(),
      proposal_id: row.id,
      seq: course.length + 1,
      deed: 'list',
      from_state: row.state,
      to_state: row.state,
      account_id: ctx.actor.accountId,
      person,
      in_place_of: [],
      at: ctx.now,
      words: JSON.stringify({
        ...{ number: made.number, postedOn, until },
        edition: String(row.compared_edition),
      }),
    });
    await updateProposal(ctx.db, row.id, { version: row.version + 1 });
  }
  return { ...made, until };
}

interface List {
  readonly town: OutcomeTown;
  readonly scheme: string;
  readonly rows: readonly ProposalRow[];
  readonly first: ProposalRow;
  readonly shown: SelectionShown;
}

async function listOf(
  ctx: Ctx,
  { line, period, code }: Named,
  all: readonly ProposalRow[],
): Promise<List> {
  const town = await outcomeTown(ctx);
  const open = all.filter(
    (row) =>
      row.line === line &&
      row.period === period &&
      row.code === code &&
      isSelection(row) &&
      ['proposed', 'considered'].includes(row.state),
  );
  // By name, so that nothing tells a place.
  const rows = open.toSorted((a, b) => (a.subject < b.subject ? -1 : 1));
  const [first] = rows;
  if (!first) throw outcomeProblem('selection-empty');
  const latest = (await latestEditions(ctx.db, town)).get(`${line} ${period}`) ?? 0;
  if (rows.some((row) => row.compared_edition < latest)) {
    throw outcomeProblem('edition-behind', { edition: latest });
  }
  const objected = await objectedSubjects(ctx.db, { line, period });
  const periods = await outcomePeriods(ctx.db, town.today);
  const { facts } = await factsOf(ctx.db);
  const hidden = new Set(facts.filter(isPrivate).map(({ id }) => id));
  const shown: SelectionShown = {
    today: town.today,
    workdays: workdaysOf(first),
    isPerson: first.class !== null,
    name: first.name,
    body: first.body,
    rows: rows.map((row) => ({
      ...town.named(row.subject),
      // The reason tells kind, count and day of what it rests on: beside a private ground nothing.
      reason: row.fact_ids.some((id) => hidden.has(id)) ? groundInstead() : row.reason,
      facts: row.fact_ids.filter((id) => !id.startsWith('result/') && !hidden.has(id)),
      objections: [...(objected.get(row.subject) ?? [])],
      against: [
        ...guardrailsOf({ row }),
        ...(row.ground === 'corrected' ? ['依据已更正，等领导写明维持还是撤销。'] : []),
      ],
    })),
  };
  const scheme = periods.find((one) => one.line === line)?.schemeName ?? line;
  return { town, scheme, rows, first, shown };
}

function workdaysOf({ procedure }: ProposalRow): number {
  const named = procedure.flatMap((step) => /公示\D*(\d+)\s*个工作日/.exec(step)?.[1] ?? []);
  return Math.max(leastWorkdays, ...named.map(Number));
}

interface Posted {
  readonly on: IsoDate;
  readonly until: IsoDate;
}

function paperOf(
  { tenant }: Pick<Ctx, 'tenant'>,
  { scheme, first, shown }: List,
  { on, until }: Posted,
): OfficialDocument {
  const { isPerson, name, body, rows, workdays } = shown;
  const listed = rows.filter(({ against }) => against.length === 0);
  const stopped = rows.filter(({ against }) => against.length > 0);
  const label = periodLabel(first.period as PeriodId);
  return {
    ...(isPerson ? { marks: ['机关内部公示'] } : {}),
    title: ['关于', label, name, '推荐名单的公示'],
    addressee: isPerson ? '镇机关各办站所' : '各村（社区）、各单位',
    body: [
      said(
        `根据${basisWords(scheme, first.basis)}，按${label}考核结果第${first.compared_edition}版，提出下列推荐名单，由${body}研究决定。名单按名称排列，不是名次；最后以决定文件为准。`,
      ),
      head('推荐名单'),
      listTable(listed),
      ...(listed.some(({ objections }) => objections.length > 0)
        ? [said('有异议正在办理的，照样列入；异议办结以前不作决定。')]
        : []),
      ...(stopped.length === 0
        ? []
        : [head('按规则提出、依规定不能列入的'), stoppedTable(stopped)]),
      head('公示期限和意见'),
      said(
        `公示自${officialDate(on)}起，至${officialDate(until)}止，共${workdays}个工作日，张榜当日不计入。期满并办结异议以后，按程序办理：${first.procedure.join('、')}。`,
      ),
      said('有意见的，可以在公示期内口头、书面向考核办或者组织办提出；提出意见不影响得分。'),
    ],
    signature: { sealed: true, name: `${tenant.name}考核办公室`, on },
  };
}

const said = (text: string): Block => ({ kind: 'text', text });
const head = (text: string): Block => ({ kind: 'heading', level: 1, text });
const column = (width: number, align: TableColumn['align']) => ({ width, align });
type Row = SelectionShown['rows'][number];

function listTable(rows: readonly Row[]): Block {
  return {
    kind: 'table',
    columns: [column(8, 'center'), column(18, 'center'), column(54, 'left'), column(20, 'center')],
    head: [['序号', '对象', '事由和依据的事实', '异议']],
    rows: rows.map(({ name, reason, facts, objections }, index) => [
      String(index + 1),
      name,
      facts.length === 0 ? reason : `${reason}（编号 ${facts.join('、')}）`,
      objections.length === 0 ? '没有' : `${objections.join('、')}正在办理`,
    ]),
    small: true,
  };
}

function stoppedTable(rows: readonly Row[]): Block {
  return {
    kind: 'table',
    columns: [column(20, 'center'), column(80, 'left')],
    head: [['对象', '原因']],
    rows: rows.map(({ name, against }) => [name, against.join('')]),
    small: true,
  };
}
