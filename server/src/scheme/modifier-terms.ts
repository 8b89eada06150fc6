/** What a clause says beside its rule: whom it charges, what is waived or doubled, how long it holds. */

import { type Condition, conditionText, type Names } from './render-questions.ts';
import { appliesText, capText, floorText, sameMatterText } from './render-words.ts';
import { type Clause, listOf, type RuleNames, ruleTerms } from './rule-terms.ts';
import { type Term, termsText } from './terms.ts';

/** The whole way of counting of a clause in a sentence: its rule, then what bends it. */
export function ruleText(clause: Clause, names: RuleNames): string {
  return termsText([...ruleTerms(clause, names), ...modifierTerms(clause, names)]);
}

/** Everything beside the rule that may change points. */
export function modifierTerms(clause: Clause, names: Names): Term[] {
  return [
    ...heardTerms(clause, names),
    ...bendingTerms(clause, names),
    ...boundTerms(clause),
    ...chargeTerms(clause),
  ];
}

/** The names of the kinds of fact that a clause hears. */
export function heardKinds({ on }: Clause, { kinds }: Names): string[] {
  return listOf(on).map((code) => kinds.get(code) ?? code);
}

function heardTerms({ where, requires, applies, notApplicableWhen }: Clause, names: Names) {
  return [
    term('where', '只计：', where && conditionText({ fact: where } as Condition, names)),
    term('requires', '', requires && '没有文件的不计'),
    term('applies', '适用：', applies && appliesText(applies, names.groups)),
    term('notApplicable', '不适用：', notApplicableWhen && said(notApplicableWhen, names)),
  ].flat();
}

function bendingTerms(clause: Clause, names: Names): Term[] {
  const { waive = [], factor = [], extra = [], gate = [], sameMatter } = clause;
  return [
    ...waive.map(({ reason }) => ({ key: `waive.${reason}`, label: '不计：', value: reason })),
    ...factor.map(({ name, when, times }) => {
      const label = name ?? said(when, names);
      return { key: `factor.${label}`, label: `${label}的，分值乘以`, value: times };
    }),
    ...extra.map(({ when, add }) => {
      const label = said(when, names);
      return { key: `extra.${label}`, label: `${label}的，另`, points: add };
    }),
    ...gate.map(({ when, then }) => {
      const label = said(when, names);
      return { key: `gate.${label}`, label: `${label}的，`, value: gateWords[then] };
    }),
    ...term('sameMatter', '', sameMatter && sameMatterText(sameMatter)),
  ];
}

/** Words of the choices, for sentences and for the form. */
export const gateWords = { zero: '不计分', noBonus: '不加分', noDeduction: '不扣分' } as const;

function boundTerms({ cap, floor, span, validity, counts, due, carryOver }: Clause): Term[] {
  return [
    ...term('cap', '', cap && capText(cap, false)),
    ...term('floor', '', floor && floorText(floor, false)),
    ...term('span', '', span && (span === 'year' ? '按全年计' : '按期计')),
    ...term('validity', '有效期：', validity && validityText(validity)),
    ...term('counts', '', counts === 'level' && '有效期内每期都计'),
    ...term('due', '', due && '年末才计'),
    ...term('carryOver', '', carryOver && '跨年的也计'),
  ];
}

function validityText(validity: NonNullable<Clause['validity']>): string {
  const [unit, number] = Object.entries(validity.for ?? {})[0] ?? [];
  const units: Readonly<Record<string, string>> = { days: '日', months: '个月', years: '年' };
  return [
    unit === undefined ? '' : `${number}${units[unit] ?? unit}`,
    validity.until === undefined ? '' : '到当年末',
    validity.untilRectified ? '到整改那年的年末' : '',
    validity.endsWhenRectified ? '到整改当日' : '',
  ]
    .filter((text) => text !== '')
    .join('，');
}

function chargeTerms({ charge, share }: Clause): Term[] {
  const charges = (Array.isArray(charge) ? charge : charge === undefined ? [] : [charge]).filter(
    (one) => one !== 'self',
  );
  return [
    ...term('charge', '记在：', charges.length > 0 && charges.map(chargeText).join('、')),
    ...term('share', '', share && (share === 'split' ? '几方分担' : '几方各计')),
  ];
}

type Charge = Exclude<NonNullable<Clause['charge']>, readonly unknown[]>;

function chargeText(charge: Charge): string {
  if (typeof charge === 'string') return '本对象';
  const [who, value] = Object.entries(charge).find(([, item]) => item !== undefined) ?? ['', ''];
  if (who === 'as') {
    const { name, times } = value as { name: string; times?: string };
    return `${name}${times === undefined ? '' : `（${times}倍）`}`;
  }
  if (typeof value === 'string') return `${whoWords[who] ?? who}（${value}倍）`;
  return Object.entries(value as Record<string, string>)
    .map(([role, times]) => `${role === '*' ? '其余' : role}（${times}倍）`)
    .join('、');
}

const whoWords: Readonly<Record<string, string>> = {
  self: '本对象',
  parent: '上级单位',
  children: '下属单位',
};

function said(condition: unknown, names: Names): string {
  return conditionText(condition as Condition, names);
}

function term(key: string, label: string, value: string | false | undefined): Term[] {
  return value === undefined || value === false || value === '' ? [] : [{ key, label, value }];
}
