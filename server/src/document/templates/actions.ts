/** Templates: read, checked, kept in versions, chosen; the default is always there. */

import { accountNames } from '../../org/index.ts';
import { type Ctx, fileOf, holds, mediaTypes } from '../../platform/index.ts';
import { officialDocx } from '../docx.ts';
import { columnWords, type Field, placeholder } from '../fields.ts';
import {
  commonFields,
  type DocumentKind,
  defaultDocument,
  documentKinds,
  fillingOf,
  kinds,
  kindTable,
  type Origin,
  titleOf,
} from '../kinds.ts';
import { changers } from '../policy.ts';
import { paperProblem } from '../problems.ts';
import {
  allTemplates,
  choices,
  fileBytes,
  findTemplate,
  holdKind,
  insertChoice,
  insertTemplate,
  keepFile,
  numberCounts,
} from '../store.ts';
import { checkTemplate, type TemplateFinding } from './check.ts';
import { filled } from './fill.ts';
import { type OpenTemplate, openTemplate } from './open.ts';
import { ownTemplate } from './own.ts';

/** Every kind with its placeholders, versions and numbers. */
export async function listTemplates(ctx: Ctx) {
  const [templates, chosen, counts] = [
    await allTemplates(ctx.db),
    await choices(ctx.db),
    await numberCounts(ctx.db),
  ];
  const names = await accountNames(ctx);
  const rows = documentKinds.map((kind) => ({
    kind,
    label: kinds[kind].label,
    inUse: chosen.get(kind)?.version ?? 0,
    versions: templates
      .filter((row) => row.kind === kind)
      .map((row) => ({
        version: row.version,
        fileName: row.file_name,
        keptBy: names.get(row.kept_by_account) ?? '',
        keptAt: row.kept_at,
        documents:
          counts.uses.find((use) => use.kind === kind && use.version === row.version)?.documents ??
          0,
      })),
    fields: fieldsShown(kind),
    numbers: counts.numbers
      .filter((row) => row.kind === kind)
      .map(({ year, last, voided }) => ({ year, last, voided })),
    mayChange: holds(ctx.actor, changers),
  }));
  return { rows };
}

/** The placeholders of a kind with an example each. */
function fieldsShown(kind: DocumentKind) {
  const fields: readonly Field[] = Object.values(kindTable(kind).fields);
  const own = fields.flatMap((field) => {
    const { shape, isRequired } = field;
    if (field.shape === 'rows') {
      return Object.keys(field.columns).map((name) => ({
        placeholder: placeholder(columnWords(field, name)),
        example: field.example[0]?.[name] ?? '',
        isRequired,
        shape,
      }));
    }
    const example = field.shape === 'text' ? field.example : '';
    return [{ placeholder: placeholder(field.label), example, isRequired, shape }];
  });
  const common = Object.entries(commonFields).map(([name, { label, isRequired }]) => ({
    placeholder: placeholder(label),
    example: name === 'number' ? exampleOrigin(kind).number : exampleOrigin(kind).madeFrom,
    isRequired,
    shape: 'text' as const,
  }));
  return [...own, ...common];
}

function exampleOrigin(kind: DocumentKind): Origin {
  return { number: `${kinds[kind].label}2026-001`, madeFrom: '示例数据，不作公文使用' };
}

interface OfVersion {
  readonly kind: DocumentKind;
  readonly version: number;
}

/** A version as a clerk changes it in Word. */
export async function templateFile(ctx: Ctx, { kind, version }: OfVersion): Promise<File> {
  const name = `${kinds[kind].label}模板${versionWords(version)}.docx`;
  return fileOf(await versionBytes(ctx, { kind, version }), { name, type: mediaTypes.docx });
}

async function versionBytes({ db }: Ctx, { kind, version }: OfVersion): Promise<Uint8Array> {
  if (version === 0) return ownTemplate(kind);
  const row = await findTemplate(db, kind, version);
  if (!row) throw paperProblem('template-unknown');
  return fileBytes(db, row.sha256);
}

function versionWords(version: number): string {
  return version === 0 ? '（系统自带）' : `第${version}版`;
}

/** A version filled with the examples of its kind. */
export async function previewTemplate(ctx: Ctx, { kind, version }: OfVersion): Promise<File> {
  const { example } = kindTable(kind);
  const origin = exampleOrigin(kind);
  const bytes =
    version === 0
      ? await officialDocx(defaultDocument(kind, example, origin))
      : await exampleOf(kind, await versionBytes(ctx, { kind, version }));
  const name = `${kinds[kind].label}预览${versionWords(version)}.docx`;
  return fileOf(bytes, { name, type: mediaTypes.docx });
}

function exampleOf(kind: DocumentKind, bytes: Uint8Array): Promise<Uint8Array> {
  const { example } = kindTable(kind);
  const filling = fillingOf(kind, example, exampleOrigin(kind));
  return filled(bytes, { kind, filling, title: titleOf(kind, example) });
}

interface Uploaded {
  readonly kind: DocumentKind;
  readonly file: File;
}

/** What is wrong with a template, without keeping it. */
export async function checkUploaded(_ctx: Ctx, { kind, file }: Uploaded) {
  return { findings: await findingsOf(kind, await openTemplate(file)) };
}

/** The check, and where it finds nothing a try: what the library cannot fill is an error too. */
async function findingsOf(kind: DocumentKind, opened: OpenTemplate): Promise<TemplateFinding[]> {
  const findings = checkTemplate(kind, opened);
  if (findings.some(({ severity }) => severity === 'error')) return findings;
  try {
    await exampleOf(kind, opened.bytes);
    return findings;
  } catch {
    const sentence =
      '按示例数据填不出来，多半是占位符跨了文本框或者表格。请从“下载”的模板重新改起，一次只改一处再检查。';
    return [...findings, { severity: 'error', sentence }];
  }
}

/** Keeps a changed template as the next version and uses it from now on. */
export async function keepTemplate(ctx: Ctx, { kind, file }: Uploaded) {
  const opened = await openTemplate(file);
  const errors = (await findingsOf(kind, opened)).filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (first) {
    throw paperProblem('template-wrong', { sentence: first.sentence, count: errors.length });
  }
  await holdKind(ctx.db, ctx.tenant.id, kind);
  const versions = (await allTemplates(ctx.db)).filter((row) => row.kind === kind);
  const version = (versions[0]?.version ?? 0) + 1;
  await insertTemplate(ctx.db, {
    tenant_id: ctx.tenant.id,
    kind,
    version,
    file_name: file.name.slice(-100),
    sha256: await keepFile(ctx.db, ctx.tenant.id, opened.bytes),
    kept_by_account: ctx.actor.accountId,
    kept_at: ctx.now,
  });
  await choose(ctx, kind, version);
  return oneTemplate(ctx, kind);
}

/** Uses a version that there is, or with 0 the default. */
export async function chooseTemplate(ctx: Ctx, { kind, version }: OfVersion) {
  await holdKind(ctx.db, ctx.tenant.id, kind);
  if (version !== 0 && !(await findTemplate(ctx.db, kind, version))) {
    throw paperProblem('template-unknown');
  }
  const inUse = (await choices(ctx.db)).get(kind)?.version ?? 0;
  if (inUse === version) {
    throw paperProblem('template-in-use', {
      version: version === 0 ? '系统自带的模板' : `第${version}版`,
    });
  }
  await choose(ctx, kind, version);
  return oneTemplate(ctx, kind);
}

async function choose(ctx: Ctx, kind: DocumentKind, version: number): Promise<void> {
  const last = (await choices(ctx.db)).get(kind)?.seq ?? 0;
  await insertChoice(ctx.db, {
    tenant_id: ctx.tenant.id,
    kind,
    seq: last + 1,
    version: version === 0 ? null : version,
    chosen_by_account: ctx.actor.accountId,
    chosen_at: ctx.now,
  });
}

async function oneTemplate(ctx: Ctx, wanted: DocumentKind) {
  const { rows } = await listTemplates(ctx);
  const row = rows.find(({ kind }) => kind === wanted);
  if (!row) throw paperProblem('template-unknown');
  return row;
}
