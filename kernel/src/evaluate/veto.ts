/** Vetoes found for a subject in a scope, and what the repair of one leaves behind. */

import { exact, type Rational } from '../number/rational.ts';
import { wholeOf } from '../number/whole.ts';
import type { Veto } from '../scheme/result-use.ts';
import { only } from '../scheme/shapes.ts';
import type { IsoDate } from '../time/dates.ts';
import type { VetoResult } from './assessment.ts';
import { type Heard, heardBy } from './charge.ts';
import { judge } from './condition.ts';
import { passes } from './fields.ts';
import { dayOf } from './ledger-view.ts';
import {
  countsInScope,
  isLive,
  knownBy,
  lastOf,
  once,
  type Run,
  type Scope,
  type Subject,
  scopeFor,
  viewDay,
} from './run.ts';
import { rectifiedOn, shifted, validUntil } from './validity.ts';

/** A veto in force, with the deduction that replaces it where it was repaired. */
export interface FoundVeto {
  readonly veto: Veto;
  readonly result: VetoResult;
  readonly repairedPoints?: Rational;
  /** Matters whose own deductions the veto beats. */
  readonly matters: readonly string[];
}

/** The vetoes that reach a subject, in the order of the scheme. */
export function vetoesOf(run: Run, subject: Subject, scope: Scope): readonly FoundVeto[] {
  return once(run, `vetoes|${subject.code}|${scope.key}`, () =>
    (run.scheme.vetoes ?? []).flatMap((veto) => {
      const inner = scopeFor(veto.window ?? 'period', scope);
      const heard = (
        heardBy(run, { ...veto, code: `veto:${veto.code}` }).get(subject.code) ?? []
      ).filter((item) => stands(run, veto, item, { subject, scope: inner }));
      const stages = heard.map((item) => ({ item, stage: repairOf(run, veto, item, inner) }));
      const open = stages.filter(({ stage }) => stage === 'open');
      const left = open.length > 0 ? open : stages.filter(({ stage }) => stage === 'repaired');
      const facts = left.map(({ item }) => item);
      return left.length === 0 ? [] : [found(veto, facts, open.length === 0)];
    }),
  );
}

function stands(
  run: Run,
  veto: Veto,
  heard: Heard,
  at: { subject: Subject; scope: Scope },
): boolean {
  const { fact } = heard;
  const asker = { ...at, fact, clauseCode: veto.code };
  if (!isLive(run, fact, at.scope.known) || !passes(run, fact, veto.where, at.subject))
    return false;
  if ((veto.waive ?? []).some((waiver) => judge(run, waiver.when, asker).holds === true))
    return false;
  if ('projectBan' in veto.scope) {
    const day = dayOf(fact);
    if (!day) return false;
    const years = wholeOf(lastOf(at.scope).slice(0, 4)) - wholeOf(day.slice(0, 4));
    return (
      knownBy(run, fact, at.scope) && years >= 0 && years <= wholeOf(veto.scope.projectBan.years)
    );
  }
  if (!veto.validity) {
    return veto.repair ? knownBy(run, fact, at.scope) : countsInScope(run, fact, at.scope);
  }
  const until = validUntil(run, veto, { fact, scope: at.scope });
  return knownBy(run, fact, at.scope) && until !== undefined && until >= viewDay(run, at.scope);
}

/** A repaired veto is a deduction for the stated years after the repair, and then nothing. */
function repairOf(
  run: Run,
  veto: Veto,
  heard: Heard,
  scope: Scope,
): 'open' | 'repaired' | 'expired' {
  if (!veto.repair) return 'open';
  const day = rectifiedOn(run, veto.repair.kind, { fact: heard.fact, scope });
  const view = viewDay(run, scope);
  if (day === undefined || day > view) return 'open';
  const end: IsoDate = shifted(day, 'years', wholeOf(veto.repair.for.years));
  return view < end ? 'repaired' : 'expired';
}

function found(veto: Veto, heard: readonly Heard[], repaired: boolean): FoundVeto {
  const [scope, detail] = only(veto.scope);
  const factIds = heard.map((item) => item.fact.id);
  const days = heard.map((item) => dayOf(item.fact) ?? '').join('、');
  const authority = veto.authority
    ? `依据${veto.authority.title}（${veto.authority.documentNo}）`
    : '未写依据文号';
  const reason = repaired
    ? `${veto.text}（${days}），已修复，改为扣分`
    : `${veto.text}（${days}），${authority}`;
  const result: VetoResult = {
    code: veto.code,
    text: veto.text,
    scope,
    detail: Array.isArray(detail)
      ? (detail as string[])
      : [typeof detail === 'string' ? detail : JSON.stringify(detail)],
    reason,
    repaired,
    factIds,
  };
  const matters = heard.map((item) => item.fact.matter ?? `#${item.fact.id}`);
  return repaired && veto.repair
    ? { veto, result, matters, repairedPoints: exact(veto.repair.points) }
    : { veto, result, matters };
}
