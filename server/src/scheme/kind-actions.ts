/** The catalogue of facts: what may be recorded, under names that stay stable over years. */

import { type FactKind, factKind, readShape, type Scheme } from '@oneneedle/kernel';
import { type Ctx, chinaDay, type Queries } from '../platform/index.ts';
import type { SchemeNeeds } from './approval-actions.ts';
import { kindsOf, type SchemeInForce, schemesInForce } from './in-force.ts';
import { isWriter } from './policy.ts';
import { schemeProblem } from './problems.ts';
import { listOf } from './rule-terms.ts';
import { lockKinds, nextKindPosition, removeKind, renameKind, writeKind } from './store.ts';

/** The catalogue with the clauses in force today that hear each kind. */
export async function listKinds(ctx: Ctx) {
  const kinds = await kindsOf(ctx.db);
  const heard = heardBy(await schemesInForce(ctx.db, { on: chinaDay(ctx.now) }));
  return {
    mayWrite: isWriter(ctx.actor),
    rows: kinds.map((kind) => ({ kind, heardBy: codesOf(kind).flatMap((code) => heard(code)) })),
  };
}

interface Written {
  /** The code by which the kind is known now; a new one for a new kind. */
  readonly code: string;
  readonly kind: FactKind;
}

/**
 * Adds a kind or describes it anew. Another code in `kind` renames it: the old one stays as a former
 * code, so that facts and schemes of old keep their meaning. The form of a used kind is fixed.
 */
export async function saveKind(
  ctx: Ctx,
  { code, kind: given }: Written,
  needs: SchemeNeeds,
): Promise<{ kind: FactKind }> {
  await lockKinds(ctx.db, ctx.tenant.id);
  const kinds = await kindsOf(ctx.db);
  const old = kinds.find(({ kind }) => kind === code);
  const kind = old ? withFormerCodes(sound(given), old) : sound(given);
  refuseTaken(kind, kinds, code);
  if (old && old.form !== kind.form) await refuseUsedForm(ctx.db, old, needs);
  if (old && kind.kind !== code) await renameKind(ctx.db, code, kind.kind);
  await writeKind(ctx.db, {
    tenantId: ctx.tenant.id,
    code: kind.kind,
    formerly: kind.formerly ?? [],
    kind,
    position: await nextKindPosition(ctx.db),
  });
  return { kind };
}

/** Takes a kind off the catalogue that no fact and no scheme in force uses. */
export async function dropKind(
  ctx: Ctx,
  code: string,
  needs: SchemeNeeds,
): Promise<{ done: true }> {
  await lockKinds(ctx.db, ctx.tenant.id);
  const kind = (await kindsOf(ctx.db)).find((one) => one.kind === code);
  if (!kind) throw schemeProblem('kind-not-found', { code });
  const heard = heardBy(await schemesInForce(ctx.db));
  const clauses = codesOf(kind).flatMap((one) => heard(one).map(({ clause }) => clause));
  const facts = await needs.kindUses(ctx.db, codesOf(kind));
  if (facts > 0 || clauses.length > 0) throw schemeProblem('kind-used', { code, facts, clauses });
  await removeKind(ctx.db, code);
  return { done: true };
}

/** As the kernel reads it; the contract knows the keys, the kernel what may stand under them. */
function sound(given: FactKind): FactKind {
  const { value, findings } = readShape(JSON.stringify(given), factKind);
  if (value) return value;
  throw schemeProblem('kind-invalid', { sentences: findings.map(({ sentence }) => sentence) });
}

function withFormerCodes(kind: FactKind, old: FactKind): FactKind {
  const former = [...(kind.formerly ?? []), ...codesOf(old)].filter((code) => code !== kind.kind);
  return former.length === 0 ? kind : { ...kind, formerly: [...new Set(former)] };
}

function refuseTaken(kind: FactKind, kinds: readonly FactKind[], code: string): void {
  const others = kinds.filter((other) => other.kind !== code);
  for (const own of codesOf(kind)) {
    const other = others.find((one) => codesOf(one).includes(own));
    if (other) throw schemeProblem('kind-code-taken', { code: own, by: other.name });
  }
}

async function refuseUsedForm(db: Queries, old: FactKind, needs: SchemeNeeds): Promise<void> {
  const facts = await needs.kindUses(db, codesOf(old));
  if (facts > 0) throw schemeProblem('kind-form-fixed', { code: old.kind, facts });
}

function codesOf({ kind, formerly = [] }: FactKind): string[] {
  return [kind, ...formerly];
}

type Node = Scheme['tree'][number];

/** Which clauses hear a code, by any condition or quantity of theirs too. */
function heardBy(versions: readonly SchemeInForce[]) {
  const uses = new Map<string, { scheme: string; clause: string }[]>();
  const add = (code: string, use: { scheme: string; clause: string }) => {
    const list = uses.get(code) ?? [];
    if (!list.some(({ clause, scheme }) => clause === use.clause && scheme === use.scheme)) {
      uses.set(code, [...list, use]);
    }
  };
  const walk = (node: Node, scheme: string) => {
    for (const child of node.children ?? []) walk(child, scheme);
    for (const clause of node.clauses ?? []) {
      const heard = [...listOf(clause.on), ...kindsInside(clause)];
      for (const code of heard) add(code, { scheme, clause: clause.code });
    }
  };
  for (const { scheme } of versions) for (const node of scheme.tree) walk(node, scheme.name);
  return (code: string) => uses.get(code) ?? [];
}

/** Codes of kinds that stand anywhere inside: `kind: …` of measures, companions and the like. */
function kindsInside(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(kindsInside);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    (key === 'kind' || key === 'done' || key === 'rectified') &&
    (typeof inner === 'string' || Array.isArray(inner))
      ? listOf(inner as string | string[])
      : kindsInside(inner),
  );
}
