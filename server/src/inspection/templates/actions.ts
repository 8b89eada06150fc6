/** Check sheets: read, written as a draft, put into use, taken out of it. */

import type { NewTemplate } from '@oneneedle/contract';
import type { Ctx } from '../../platform/index.ts';
import { kindsOf, schemesInForce } from '../../scheme/index.ts';
import { type InspectionTown, inspectionTown, plansFor, signer, stationsOn } from '../town.ts';
import { faultsIn } from './check.ts';
import { clausesFor } from './clauses.ts';
import { templateProblem } from './problems.ts';
import { readyTemplates } from './ready.ts';
import {
  allTemplates,
  linesOf,
  putTemplate,
  setTemplateState,
  type TemplateRow,
  versionsOf,
} from './store.ts';

/** Check sheets by code; a village reads those in use alone. */
export async function listTemplates(ctx: Ctx) {
  const town = await inspectionTown(ctx);
  const byCode = new Map<string, TemplateRow[]>();
  for (const row of await allTemplates(ctx.db)) {
    if (isReadable(row, ctx, town)) byCode.set(row.code, [...(byCode.get(row.code) ?? []), row]);
  }
  const offices = stationsOn(town, town.today);
  return {
    rows: [...byCode.values()].map((versions) => rowOf(versions, town)),
    mayWrite: offices.some((office) => plansFor(ctx, office, town)),
  };
}

/** One check sheet: the version that is asked for, else the one in use, else the newest. */
export async function readTemplatePage(
  ctx: Ctx,
  asked: { code: string; version?: string | undefined },
) {
  const town = await inspectionTown(ctx);
  const all = await versionsOf(ctx.db, asked.code);
  const versions = all.filter((row) => isReadable(row, ctx, town));
  const wanted = asked.version === undefined ? undefined : Number(asked.version);
  const row =
    wanted === undefined
      ? (versions.find(({ state }) => state === 'inUse') ?? versions[0])
      : versions.find(({ version }) => version === wanted);
  if (!row) throw templateProblem('template-unknown');
  const lines = linesOf(row);
  const schemeLine = row.scheme_line ?? undefined;
  const mayWrite = plansFor(ctx, row.office, town);
  return {
    template: { ...versionShown(row), officeName: town.named(row.office).name },
    versions: versions.map(({ version, state }) => ({ version, state: state as State })),
    clauses: await clausesFor(ctx.db, { lines, schemeLine, on: town.today }),
    may: {
      write: mayWrite,
      release: mayWrite && row.state === 'draft',
      retire: mayWrite && row.state === 'inUse',
    },
  };
}

/** What writing a check sheet needs: the writer's offices, kinds of fact, sheets to begin with. */
export async function templateOptions(ctx: Ctx) {
  const town = await inspectionTown(ctx);
  const versions = await schemesInForce(ctx.db, { on: town.today });
  const kinds = await kindsOf(ctx.db);
  const heard = await clausesFor(ctx.db, {
    lines: kinds.map(({ kind }) => ({ code: kind, kind }) as never),
    on: town.today,
  });
  return {
    offices: stationsOn(town, town.today)
      .filter((office) => plansFor(ctx, office, town))
      .map(town.named),
    schemeLines: versions.map(({ line, scheme }) => ({ code: line, name: scheme.name })),
    kinds: kinds.map(({ kind, name, fields }) => ({
      code: kind,
      name,
      fields: Object.keys(fields ?? {}),
      clauses: heard.filter(({ line }) => line === kind).map(({ clause }) => clause),
    })),
    ready: readyTemplates(),
  };
}

/** Writes the draft of a check sheet: the next version, where the newest is in use already. */
export async function saveTemplate(
  ctx: Ctx,
  input: NewTemplate & { revision?: number | undefined },
) {
  const town = await inspectionTown(ctx);
  const person = signer(ctx);
  const versions = await versionsOf(ctx.db, input.code, { hold: true });
  const [newest] = versions;
  for (const office of [input.office, newest?.office]) requireOwn(ctx, office, town);
  const faults = faultsIn(input.lines, await kindsOf(ctx.db));
  if (faults.length > 0) throw templateProblem('lines-wrong', { sentences: faults });
  const draft = newest?.state === 'draft' ? newest : undefined;
  if (draft?.revision !== input.revision) throw templateProblem('saved-meanwhile');
  const { revision, ...words } = input;
  const isSaved = await putTemplate(
    ctx.db,
    {
      ...columnsOf(words),
      tenant_id: ctx.tenant.id,
      version: draft?.version ?? (newest?.version ?? 0) + 1,
      state: 'draft',
      created_by_account: ctx.actor.accountId,
      created_by: person,
      created_at: ctx.now,
    },
    revision,
  );
  if (!isSaved) throw templateProblem('saved-meanwhile');
  return newestPage(ctx, input.code);
}

/** Puts the draft into use; the version before it is retired, and rounds stay on theirs. */
export async function releaseTemplate(
  ctx: Ctx,
  { code, revision }: { code: string; revision: number },
) {
  const town = await inspectionTown(ctx);
  signer(ctx);
  const versions = await versionsOf(ctx.db, code, { hold: true });
  const [draft, ...before] = versions;
  if (!draft) throw templateProblem('template-unknown');
  requireOwn(ctx, draft.office, town);
  if (draft.state !== 'draft') throw templateProblem('no-draft');
  if (draft.revision !== revision) throw templateProblem('saved-meanwhile');
  for (const row of before) {
    if (row.state === 'inUse') await setTemplateState(ctx.db, row, 'retired');
  }
  await setTemplateState(ctx.db, draft, 'inUse');
  return newestPage(ctx, code);
}

/** Takes a check sheet out of use. */
export async function retireTemplate(ctx: Ctx, { code }: { code: string }) {
  const town = await inspectionTown(ctx);
  signer(ctx);
  const row = (await versionsOf(ctx.db, code, { hold: true })).find(
    ({ state }) => state === 'inUse',
  );
  if (!row) throw templateProblem('template-unknown');
  requireOwn(ctx, row.office, town);
  await setTemplateState(ctx.db, row, 'retired');
  return readTemplatePage(ctx, { code, version: String(row.version) });
}

/** A version as pages and the page of the field read it. */
export function versionShown(row: TemplateRow) {
  return {
    code: row.code,
    version: row.version,
    revision: row.revision,
    state: row.state as State,
    name: row.name,
    subjects: row.subjects as NewTemplate['subjects'],
    office: row.office,
    ...(row.scheme_line === null ? {} : { schemeLine: row.scheme_line }),
    cadence: row.cadence as NewTemplate['cadence'],
    mode: row.mode as NewTemplate['mode'],
    sheets: row.sheets as NewTemplate['sheets'],
    route: row.route,
    places: row.places,
    households: row.households,
    lines: linesOf(row),
  };
}

type State = 'draft' | 'inUse' | 'retired';

async function newestPage(ctx: Ctx, code: string) {
  const [newest] = await versionsOf(ctx.db, code);
  return readTemplatePage(ctx, { code, version: String(newest?.version ?? 1) });
}

function columnsOf(words: Omit<NewTemplate, never>) {
  const { schemeLine, lines, ...rest } = words;
  return { ...rest, scheme_line: schemeLine ?? null, lines: JSON.stringify(lines) };
}

function requireOwn(ctx: Ctx, office: string | undefined, town: InspectionTown): void {
  if (office === undefined || plansFor(ctx, office, town)) return;
  throw templateProblem('not-yours', { office: town.named(office).name });
}

/** Drafts are read by whoever may write them. */
function isReadable(row: TemplateRow, ctx: Ctx, town: InspectionTown): boolean {
  return row.state !== 'draft' || plansFor(ctx, row.office, town);
}

function rowOf(versions: readonly TemplateRow[], town: InspectionTown) {
  const inUse = versions.find(({ state }) => state === 'inUse');
  const draft = versions.find(({ state }) => state === 'draft');
  const shown = inUse ?? draft ?? versions[0];
  if (!shown) throw new Error('a check sheet without a version');
  return {
    code: shown.code,
    name: shown.name,
    office: town.named(shown.office),
    subjects: shown.subjects as NewTemplate['subjects'],
    cadence: shown.cadence as NewTemplate['cadence'],
    mode: shown.mode as NewTemplate['mode'],
    lines: linesOf(shown).length,
    ...(inUse ? { inUse: inUse.version } : {}),
    ...(draft ? { draft: draft.version } : {}),
    retired: !inUse && !draft,
  };
}
