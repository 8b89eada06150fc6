/** Numbers that everybody should report, and that a clause does not miss when nobody does. */

import type { Quantity } from '../scheme/quantity.ts';
import type { Rule } from '../scheme/rule.ts';
import { listOf } from '../scheme/shapes.ts';
import { type Finding, finding } from './finding.ts';
import { canLose, reachOf } from './reach.ts';
import type { ClauseAt, SchemeView } from './view.ts';
import { clauseWords } from './words.ts';

/** Clauses that hear a measured number where they should ask for it. */
export function checkUnreported(view: SchemeView): Finding[] {
  if (view.kinds.size === 0) return [];
  const asked = kindsAskedFor(view);
  return view.clauses.flatMap((at) => unreported(view, at, asked));
}

/**
 * A clause with `on` works for each fact it hears, so that whoever reports nothing loses nothing.
 * What is only recorded on the spot (`proof: visit`) is absent for everybody who was not visited,
 * and a bonus for what few have (a place in a contest) is rightly nothing for the others.
 */
function unreported(
  view: SchemeView,
  { clause, path }: ClauseAt,
  asked: ReadonlySet<string>,
): Finding[] {
  const [name, place] = fieldRead(clause.rule) ?? [];
  const kinds = listOf(clause.on).flatMap((kind) => view.kinds.get(kind) ?? []);
  if (name === undefined || kinds.length === 0) return [];
  if (kinds.some(({ kind, form }) => form !== 'measure' || asked.has(kind))) return [];
  if (clause.proof?.includes('visit')) return [];
  const loses = canLose(reachOf(clause));
  const isRate = kinds.some(({ fields }) => fields?.[name]?.type === 'rate');
  if (!loses && !isRate && !('ratio' in clause.rule)) return [];
  const effect = loses ? '一分不扣，和报了、做到了的一样' : '得 0 分，和报了、没有做到的一样';
  const heard = kinds.map((kind) => `“${kind.name}”`).join('、');
  const codes = kinds.map(({ kind }) => kind);
  const written = codes.length === 1 ? codes[0] : `[${codes.join(', ')}]`;
  const sentence = `${clauseWords(clause)}逐条听取${heard}，没有报这个数的对象${effect}，不会显示缺材料；人人都要报的数，请删去 on，改写 of: { measure: { kind: ${written}, field: ${name} } }，没有报就是缺材料；只在现场查到才登记的，请在 proof 里写明 visit。`;
  return [finding('unreported-reads-full', `${path}.rule.${place}.of`, sentence)];
}

/** The field of the fact in hand whose number the rule works with, and the kind of the rule. */
function fieldRead(rule: Rule): readonly [string, string] | undefined {
  const places: readonly (readonly [string, Quantity | undefined])[] = [
    ['table', 'table' in rule ? rule.table.of : undefined],
    ['linear', 'linear' in rule ? rule.linear.of : undefined],
    ['ratio', 'ratio' in rule ? rule.ratio.of : undefined],
    ['shortfall', 'shortfall' in rule ? rule.shortfall.of : undefined],
    ['excess', 'excess' in rule ? rule.excess.of : undefined],
  ];
  for (const [place, of] of places) {
    if (typeof of === 'object' && 'field' in of) return [of.field, place];
  }
  return undefined;
}

/** Kinds that some quantity reads for the subject: there a number that is not reported is missed. */
function kindsAskedFor({ quantities, kinds }: SchemeView): Set<string> {
  const asked = quantities.flatMap(({ value }) => {
    if (typeof value !== 'object') return [];
    if ('measure' in value) return listOf(value.measure.kind);
    return 'count' in value ? listOf(value.count.kind) : [];
  });
  return new Set(asked.map((kind) => kinds.get(kind)?.kind ?? kind));
}
