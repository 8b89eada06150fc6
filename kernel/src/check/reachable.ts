/** Clauses that no fact can reach, and facts that a rule could not read. */

import type { FieldTest, Quantity } from '../scheme/quantity.ts';
import type { Rule } from '../scheme/rule.ts';
import type { FactKind } from '../scheme/scheme.ts';
import { listOf, only } from '../scheme/shapes.ts';
import { type Finding, finding } from './finding.ts';
import {
  type FieldUse,
  type KindUse,
  kindUsesOf,
  reservedNames,
  type TestUse,
} from './kind-uses.ts';
import { nearest } from './shape-keys.ts';
import type { ClauseAt, SchemeView } from './view.ts';
import { clauseWords, quoted } from './words.ts';

/** What the catalogue of facts says about the scheme; without a catalogue only rules that need facts. */
export function checkReachable(view: SchemeView): Finding[] {
  const inHand = [...view.clauses.flatMap(rulesWithoutFacts), ...withoutFactInHand(view)];
  if (view.kinds.size === 0) return inHand;
  return [
    ...inHand,
    ...kindUsesOf(view).flatMap((use) => useFindings(view, use)),
    ...view.clauses.flatMap((at) => [...labelFindings(view, at), ...chargeFindings(view, at)]),
  ];
}

const factRules = new Set([
  'count',
  'choice',
  'range',
  'decision',
  'sampled',
  'deadline',
  'judges',
  'ballots',
]);

function rulesWithoutFacts({ clause, path }: ClauseAt): Finding[] {
  const [kind] = only(clause.rule);
  if (clause.on !== undefined || !factRules.has(kind)) return [];
  const sentence = `${clauseWords(clause)}按 ${kind} 计分，须听取事实，却没有写 on；请用 on 写明听取哪种事实。`;
  return [finding('rule-without-facts', path, sentence)];
}

/** Questions about the fact in hand where there is none. */
function withoutFactInHand(view: SchemeView): Finding[] {
  const asked = [
    ...view.quantities.flatMap(({ value, path, inHand }) =>
      !inHand && readsFact(value) ? [`${path}.${only(value as object)[0]}`] : [],
    ),
    ...view.conditions.flatMap(({ value, path, inHand }) =>
      !inHand && ('fact' in value || 'companion' in value || 'repeated' in value)
        ? [`${path}.${only(value)[0]}`]
        : [],
    ),
  ];
  return asked.map((path) => {
    const sentence =
      '这里问的是“手头的这条事实”，但此处不是逐条事实计算，没有可读的事实；请放到有 on 的条款里，或改用 occurs、count、measure。';
    return finding('no-fact-in-hand', path, sentence);
  });
}

function readsFact(value: Quantity): boolean {
  if (typeof value !== 'object') return false;
  if ('field' in value) return true;
  return (
    'elapsed' in value &&
    [value.elapsed.from, value.elapsed.to].some((name) => !/^(?:asOf|periodStart)$/.test(name))
  );
}

function useFindings(view: SchemeView, use: KindUse): Finding[] {
  const unknown = use.path === '' ? [] : use.kinds.filter((kind) => !view.kinds.has(kind));
  const known = use.kinds.flatMap((kind) => view.kinds.get(kind) ?? []);
  return [
    ...unknown.map((kind) => unknownKind(view, use, kind)),
    ...known.flatMap((kind) => [
      ...use.tests.flatMap((test) => testFindings(kind, test)),
      ...use.fields.flatMap((field) => fieldFindings(kind, field)),
    ]),
  ];
}

function unknownKind(view: SchemeView, use: KindUse, kind: string): Finding {
  const close = nearest(kind, [...view.kinds.keys()]);
  const advice = close
    ? `是不是“${close}”？请改正，或在目录里登记`
    : '请改正，或在目录里登记这种事实';
  return use.hears
    ? finding(
        'unreachable-clause',
        use.path,
        `事实目录里没有“${kind}”，这一条永远听不到事实；${advice}。`,
      )
    : finding('unknown-kind', use.path, `事实目录里没有“${kind}”，这里永远读不到事实；${advice}。`);
}

function kindWords({ kind, name }: FactKind): string {
  return `“${name}”（${kind}）`;
}

function testFindings(kind: FactKind, { name, test, path }: TestUse): Finding[] {
  const refuse = (sentence: string) => [finding('unreachable-clause', path, sentence)];
  if (name === 'as') return partFindings(kind, test, path);
  if (reservedNames.has(name)) return [];
  const field = kind.fields?.[name];
  if (!field) {
    return refuse(
      `${kindWords(kind)}没有“${name}”这个字段，条件永远不成立；${fieldAdvice(kind, name)}。`,
    );
  }
  const labels = labelsIn(test);
  const unknown = field.options ? labels.filter((label) => !field.options?.includes(label)) : [];
  if (unknown.length > 0) {
    return refuse(
      `${kindWords(kind)}的“${name}”只能填 ${field.options?.join('、')}，没有${quoted(unknown)}；请核对写法。`,
    );
  }
  const compares = typeof test === 'object' && !Array.isArray(test) && hasBounds(test);
  if (!compares || ['number', 'rate', 'rank'].includes(field.type)) return [];
  return refuse(
    `${kindWords(kind)}的“${name}”是${typeWords[field.type]}，不能比大小；请改用文字条件，或换一个数字字段。`,
  );
}

function partFindings(kind: FactKind, test: FieldTest, path: string): Finding[] {
  const parts = kind.parts;
  const unknown = parts
    ? labelsIn(test).filter((part) => part !== '' && !parts.includes(part))
    : [];
  if (unknown.length === 0) return [];
  const sentence = `${kindWords(kind)}里没有${quoted(unknown)}这种身份，只有 ${parts?.join('、')}；请核对写法。`;
  return [finding('unreachable-clause', path, sentence)];
}

const typeWords: Record<string, string> = {
  number: '数',
  rate: '比率',
  rank: '名次',
  date: '日期',
  label: '选项',
  text: '文字',
};

function labelsIn(test: FieldTest): readonly string[] {
  if (typeof test === 'string' || Array.isArray(test)) return listOf(test);
  return listOf(test.not);
}

function hasBounds(test: Exclude<FieldTest, string | string[]>): boolean {
  return [test.atLeast, test.above, test.atMost, test.below].some((bound) => bound !== undefined);
}

function fieldAdvice(kind: FactKind, name: string): string {
  const fields = Object.keys(kind.fields ?? {});
  const close = nearest(name, fields);
  if (close) return `是不是“${close}”？请改正`;
  return fields.length > 0
    ? `现有字段：${fields.join('、')}，请核对`
    : '它没有任何字段，请在目录里补上';
}

function fieldFindings(kind: FactKind, { name, path, isNumber }: FieldUse): Finding[] {
  const field = kind.fields?.[name];
  if (!field) {
    const sentence = `计分要读“${name}”，但${kindWords(kind)}没有这个字段，永远算不出分；${fieldAdvice(kind, name)}。`;
    return [finding('missing-field', path, sentence)];
  }
  if (!isNumber || ['number', 'rate', 'rank'].includes(field.type)) return [];
  const sentence = `计分把“${name}”当数来读，但它在${kindWords(kind)}里是${typeWords[field.type]}；请换一个数字字段，或改目录。`;
  return [finding('missing-field', path, sentence)];
}

/** Labels that give points but cannot be recorded, and labels that can be recorded but give none. */
function labelFindings(view: SchemeView, at: ClauseAt): Finding[] {
  const { clause, path } = at;
  const { rule } = clause;
  const keyed =
    'choice' in rule
      ? {
          by: rule.choice.by,
          labels: Object.keys(rule.choice.options),
          path: `${path}.rule.choice.options`,
        }
      : 'count' in rule && rule.count.weights
        ? {
            by: rule.count.weights.by,
            labels: Object.keys(rule.count.weights.factors),
            path: `${path}.rule.count.weights.factors`,
          }
        : 'table' in rule
          ? tableLabels(rule.table, `${path}.rule.table.rows`)
          : undefined;
  if (!keyed) return [];
  const kinds = listOf(clause.on).flatMap((kind) => view.kinds.get(kind) ?? []);
  const lists = kinds.flatMap((kind) => kind.fields?.[keyed.by]?.options ?? []);
  if (kinds.length === 0 || kinds.some((kind) => !kind.fields?.[keyed.by]?.options)) return [];
  const unrecordable = keyed.labels.filter((label) => !lists.includes(label));
  const findings = unrecordable.map((label) => {
    const sentence = `${clauseWords(clause)}给“${label}”定了分，但目录里“${keyed.by}”只能填 ${[...new Set(lists)].join('、')}，谁也记不进去；请改写法或补进目录。`;
    return finding('unrecordable-option', `${keyed.path}.${label}`, sentence);
  });
  const test = clause.where?.[keyed.by];
  const isOpen = 'table' in rule && rule.table.otherwise !== undefined;
  if (test !== undefined || isOpen) return findings;
  const silent = [...new Set(lists)].filter((label) => !keyed.labels.includes(label));
  if (silent.length === 0) return findings;
  const sentence = `目录里“${keyed.by}”还可以填${quoted(silent)}，${clauseWords(clause)}没有写它们计几分，记到时会退回；请补上（不计分的写 0）。`;
  return [...findings, finding('option-without-points', keyed.path, sentence)];
}

function tableLabels({ of, rows }: Extract<Rule, { table: unknown }>['table'], path: string) {
  const labels = rows.flatMap((row) => listOf(row.is));
  const isByLabel = typeof of === 'object' && 'field' in of && labels.length > 0;
  return isByLabel ? { by: of.field, labels, path } : undefined;
}

/** Facts about units in a scheme of persons, and the other way round, need a stated charge. */
function chargeFindings({ scheme, kinds }: SchemeView, { clause, path }: ClauseAt): Finding[] {
  if (clause.charge !== undefined) {
    return listOf(clause.on)
      .flatMap((kind) => kinds.get(kind) ?? [])
      .flatMap((kind) =>
        listOf(clause.charge).flatMap((charge) =>
          typeof charge === 'object' && 'as' in charge
            ? partFindings(kind, charge.as.name, `${path}.charge`)
            : [],
        ),
      );
  }
  const wrong = listOf(clause.on)
    .flatMap((kind) => kinds.get(kind) ?? [])
    .find(({ about = scheme.subject.kind }) => about !== scheme.subject.kind);
  if (!wrong) return [];
  const [assessed, described] =
    scheme.subject.kind === 'person' ? ['个人', '单位'] : ['单位', '个人'];
  const about =
    wrong.about === 'none'
      ? '没有对象的事'
      : wrong.about === 'unitOrPerson'
        ? `${described}或${assessed}的事`
        : `${described}的事`;
  const sentence = `本办法考核${assessed}，而${kindWords(wrong)}记的是${about}，没有写明由谁承担；这一口径没有默认值，请用 charge 写明。`;
  return [finding('charge-unstated', path, sentence)];
}
