/** What a kind of fact must have so that a rule can be worked out from it. Pure. */

import type { EditValue, FactKind } from '@oneneedle/kernel';
import { conditionEnd, rateEnd } from '../../words/scheme-rules.ts';
import { keyOf, membersOf } from './shape.ts';

type Value = EditValue | undefined;

/** What a person records for a clause; results and remarks come from elsewhere. */
export const kindForms = ['event', 'measure', 'status', 'judgement', 'decision', 'tally'] as const;

/** Rules that are worked out for each fact that the clause hears. */
const hearing: ReadonlySet<string> = new Set(
  'count choice range decision sampled deadline judges ballots'.split(' '),
);

/** Whether a rule needs facts that its clause hears. */
export function hearsFacts(rule: Value): boolean {
  return hearing.has(kindOf(rule));
}

interface Listening {
  readonly on: Value;
  /** Whether facts must be heard at all. */
  readonly hears: boolean;
  readonly rule?: Value;
}

/** What should hear facts has none to hear, or one that nobody described. */
export function needsKind({ on, hears, rule }: Listening, kinds: readonly FactKind[]): boolean {
  const codes = membersOf(on).filter((code) => code !== '');
  if (codes.length === 0) return hears || readsUnknown(rule, kinds);
  return codes.some((code) => !kinds.some(({ kind }) => kind === code));
}

/** Whether a quantity or condition of a rule still asks for a kind of fact. */
function readsUnknown(value: Value, kinds: readonly FactKind[]): boolean {
  if (typeof value !== 'object') return false;
  if (Array.isArray(value)) return value.some((one) => readsUnknown(one, kinds));
  const codes = membersOf(keyOf(value, 'kind'));
  const isUnknown = codes.some((code) => !kinds.some(({ kind }) => kind === code));
  return isUnknown || Object.values(value).some((one) => readsUnknown(one, kinds));
}

/** Kinds of a draft that the town's catalogue describes too, but otherwise. */
export function describedOtherwise(
  drafted: readonly FactKind[],
  catalogue: readonly FactKind[],
): FactKind[] {
  return drafted.filter((kind) => {
    const known = catalogue.find(
      (one) => one.kind === kind.kind || one.formerly?.includes(kind.kind) === true,
    );
    return known !== undefined && sorted(known) !== sorted(kind);
  });
}

/** Equal for equal kinds, whatever the order in which they were written and whoever wrote true as text. */
function sorted(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map(sorted).join()}]`;
  const keys = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${keys.map(([key, one]) => `${key}:${sorted(one)}`).join()}}`;
}

/** The form of fact that a rule reads as a rule. */
export function formOfRule(rule: Value): (typeof kindForms)[number] {
  const known = {
    range: 'judgement',
    judges: 'judgement',
    decision: 'decision',
    ballots: 'tally',
    sampled: 'measure',
  } as const;
  const kind = kindOf(rule);
  if (kind in known) return known[kind as keyof typeof known];
  return hearing.has(kind) ? 'event' : 'measure';
}

/** The fields that a rule names, in the order in which it does. */
export function fieldNames(rule: Value): string[] {
  return [...new Set(fieldsNamed(rule).map(({ name }) => name))].filter((name) => name !== '');
}

interface NewKindOptions {
  /** Of the clause. */
  readonly code: string;
  readonly name: string;
  readonly form: string;
  readonly fields: readonly string[];
  readonly rule: Value;
  readonly taken: ReadonlySet<string>;
}

/** The kind as it is written into the draft; its code is that of the clause, if no other has it. */
export function draftedKind(options: NewKindOptions): Record<string, EditValue> {
  const { code, name, form, fields, rule, taken } = options;
  const known = new Map(fieldsNamed(rule).map(({ name: field, shape }) => [field, shape]));
  const shapes = fields.map((field) => [field, known.get(field) ?? numberField] as const);
  return {
    kind: freeCode(`c${code}`, taken),
    name: name.trim(),
    form,
    ...(shapes.length > 0 ? { fields: Object.fromEntries(shapes) } : {}),
  };
}

/** What a clause is about, by its first words: those before 的，. */
export function nameIn(text: string): string {
  const [head = ''] = text.split(/[，,；;。：:]/);
  return (head.endsWith(conditionEnd) ? head.slice(0, -1) : head).slice(0, 20);
}

const numberField: EditValue = { type: 'number' };

interface NamedField {
  readonly name: string;
  readonly shape: EditValue;
}

function fieldsNamed(rule: Value): NamedField[] {
  const kind = kindOf(rule);
  const body = keyOf(rule, kind);
  const number = (key: string) => namesAt(body, key).map((name) => ({ name, shape: numberField }));
  switch (kind) {
    case 'count':
      return number('of');
    case 'sampled':
      return [...number('sampled'), ...number('failed'), ...number('population')];
    case 'choice': {
      const options = keyOf(body, 'options');
      const listed = typeof options === 'object' ? Object.keys(options) : [];
      return namesAt(body, 'by').map((name) => ({
        name,
        shape: { type: 'label', options: listed },
      }));
    }
    case 'deadline':
      return namesAt(keyOf(body, 'due'), 'field')
        .filter((name) => name !== 'on')
        .map((name) => ({ name, shape: { type: 'date' } }));
    default:
      return measured(body);
  }
}

/** Fields of quantities, wherever they stand in a rule. */
function measured(value: Value): NamedField[] {
  if (typeof value !== 'object') return [];
  if (Array.isArray(value)) return value.flatMap(measured);
  const own = namesAt(value, 'field').map((name) => ({
    name,
    shape: name.endsWith(rateEnd) ? { type: 'rate' } : numberField,
  }));
  return [...own, ...Object.values(value).flatMap(measured)];
}

function namesAt(value: Value, key: string): string[] {
  return membersOf(keyOf(value, key)).filter((name) => typeof name === 'string');
}

function kindOf(rule: Value): string {
  return typeof rule === 'object' && !Array.isArray(rule) ? (Object.keys(rule)[0] ?? '') : '';
}

function freeCode(code: string, taken: ReadonlySet<string>): string {
  if (!taken.has(code)) return code;
  let number = 2;
  while (taken.has(`${code}-${number}`)) number += 1;
  return `${code}-${number}`;
}
