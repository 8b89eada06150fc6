/** Facts as a town might record them, and as nobody would: every shape that a fact may have. */

import type { Fact, FactKind, FactValue } from '@oneneedle/kernel';
import fc from 'fast-check';
import { roster } from './tables.ts';

/** A catalogue with every type of field, with titles that get in each other's way. */
export const kinds: readonly FactKind[] = [
  {
    kind: 'garbage',
    name: '垃圾积存',
    form: 'event',
    about: 'unit',
    parts: ['责任村', '日期'],
    fields: {
      处数: { type: 'number', unit: '处' },
      面积: { type: 'number', unit: '亩' },
      完成率: { type: 'rate' },
      县排名: { type: 'rank' },
      期限: { type: 'date' },
      等级: { type: 'label' },
      说明: { type: 'text' },
      '处数（处）': { type: 'text' },
      级别: { type: 'text' },
    },
  },
  {
    kind: 'land',
    name: '违法占地',
    form: 'measure',
    about: 'unit',
    fields: {
      面积: { type: 'number', unit: '平方米' },
      done: { type: 'date' },
      处数: { type: 'text' },
    },
  },
  { kind: 'talk', name: '谈话/约谈', form: 'judgement', about: 'person' },
  { kind: 'same.1', name: '同名', form: 'event', formerly: ['old.same'] },
  { kind: 'same.2', name: '同名', form: 'tally' },
];

/** Any text, also such as cells lose or spreadsheets take for something else. */
export const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }),
  fc.constantFrom(
    '=1+1',
    "'=1+1",
    '-3℃',
    '@村口',
    '+86',
    '1/3',
    '43/50',
    '2026-03-06',
    '5处',
    '约6000',
    '〖甲〗',
    '〖数〗5',
    '甲〖乙；丙〗',
    '〖未完',
    '甲；乙',
    '甲;乙',
    ' 前后有空格 ',
    '第一行\n第二行',
    '第一行\r\n第二行',
    '不换行\u00a0空格',
    '零宽\u200b字',
    '_x0041_',
    '\\u{41}',
    '是',
    '合计',
    '0.50',
    '1,200',
    '１２',
    'TRUE',
    '#N/A',
    '"引号"',
  ),
);

const day = fc
  .tuple(
    fc.integer({ min: 1900, max: 2100 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([y, m, d]) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}` as never);

const period = fc.constantFrom(
  '2026',
  '0987',
  '2026-H1',
  '2025-H2',
  '2026-Q3',
  '2026-01',
  '2026-12',
);

/** Exact numbers as people and programs write them. */
export const exactText = fc.oneof(
  fc.integer({ min: -99_999, max: 99_999 }).map(String),
  fc
    .tuple(fc.integer({ min: -999, max: 999 }), fc.integer({ min: 0, max: 999 }))
    .map(([a, b]) => `${a}.${b}`),
  fc.constantFrom(
    '0.50',
    '007',
    '+5',
    '-0',
    '40%',
    '2‰',
    '1/3',
    '−5',
    '12345678901234567890',
    ' 5',
  ),
);

/** Every shape of a value. */
export const anyValue: fc.Arbitrary<FactValue> = fc.oneof(
  anyText,
  fc.constant(''),
  exactText,
  day,
  fc.record({ num: exactText, den: exactText }),
  fc.record({ atLeast: exactText, of: exactText, list: anyText }, { requiredKeys: ['atLeast'] }),
  fc.record(
    {
      value: exactText,
      unit: fc.oneof(fc.constantFrom('处', '亩', '万元'), anyText),
      approx: fc.boolean(),
    },
    { requiredKeys: ['value'] },
  ),
  fc.record({ rank: exactText, of: exactText, list: anyText }, { requiredKeys: ['rank'] }),
);

/** A value that the catalogue does not refuse in a field of this type and unit. */
function valueFor(type: string, unit: string | undefined): fc.Arbitrary<FactValue> {
  const small = fc.integer({ min: 1, max: 60 }).map(String);
  const amount = fc.record(
    { value: exactText, unit: fc.constant(unit ?? ''), approx: fc.boolean() },
    { requiredKeys: unit === undefined ? ['value'] : ['value', 'unit'] },
  );
  switch (type) {
    case 'number':
      return fc.oneof(
        exactText,
        unit === undefined ? exactText : amount,
        fc.record({ rank: small }),
      );
    case 'rate':
      return fc.oneof(
        fc.record({ num: small, den: small }),
        fc.constantFrom('86%', '0.86', '1/3', '1.20'),
      );
    case 'rank':
      return fc.oneof(
        small,
        fc.record({ rank: small, of: small, list: anyText }, { requiredKeys: ['rank'] }),
        fc.record({ atLeast: small, of: small, list: anyText }, { requiredKeys: ['atLeast'] }),
      );
    case 'date':
      return day;
    default:
      return fc.oneof(anyText, fc.constant(''), anyValue);
  }
}

const code = fc.constantFrom('1.1', '1.10', '2-3', '甲（一）');
const entries = <T>(key: fc.Arbitrary<string>, value: fc.Arbitrary<T>) =>
  fc
    .uniqueArray(fc.tuple(key, value), { maxLength: 3, selector: ([name]) => name })
    .map(Object.fromEntries);

const rest = fc.record(
  {
    on: day,
    period,
    tags: fc.array(fc.oneof(anyText, fc.constant('private')), { maxLength: 3 }),
    matter: anyText,
    doc: fc.record(
      { no: anyText, body: anyText, date: day, level: anyText },
      { requiredKeys: ['no'] },
    ),
    chosen: fc.record({
      scheme: fc.constantFrom('', 'village'),
      clause: code,
      points: exactText,
      reason: fc.oneof(anyText, fc.constant('')),
    }),
    evidence: fc.array(anyText, { maxLength: 3 }),
    recordedBy: anyText,
    reviewedBy: anyText,
    reverses: anyText,
    countsIn: entries(fc.constantFrom('village', 'town-staff', '甲'), period),
    note: anyText,
  },
  { requiredKeys: ['tags', 'evidence'] },
);

const subjects = ['V1', 'V2', 'V3', 'V4', 'P1', 'P3', '外来户'];
const about = fc.array(
  fc.record({
    subject: fc.constantFrom(...subjects),
    as: fc.oneof(fc.constantFrom('', '', '责任村', '日期'), anyText),
  }),
  { maxLength: 4 },
);

const fieldsOf = (code: string) => kinds.find(({ kind }) => kind === code)?.fields ?? {};

function valuesOf(kind: string): fc.Arbitrary<Record<string, FactValue>> {
  const known = Object.fromEntries(
    Object.entries(fieldsOf(kind)).map(([name, { type, unit }]) => [name, valueFor(type, unit)]),
  );
  const strange = entries(
    fc.oneof(fc.constantFrom('日期', '村', '编号', '字段·甲', ''), anyText),
    anyValue,
  );
  return fc
    .tuple(fc.record(known, { requiredKeys: [] }), strange)
    .map(([own, other]) => ({ ...other, ...own }) as Record<string, FactValue>);
}

const kindCodes = [
  'garbage',
  'land',
  'talk',
  'same.1',
  'old.same',
  'same.2',
  'checked',
  'unheard.of',
  '合计',
];
const forms = ['event', 'measure', 'tally', 'checked'] as const;

const fact: fc.Arbitrary<Fact> = fc
  .constantFrom(...kindCodes)
  .chain((kind) =>
    fc.record({
      kind: fc.constant(kind),
      form: fc.constantFrom(...forms),
      about,
      values: valuesOf(kind),
      rest,
      length: fc.integer({ min: 0, max: 40 }),
    }),
  )
  .map(({ kind, form, about: who, values, rest: other, length }) => {
    const { on } = other;
    const later =
      on === undefined || length > 20 ? {} : { to: `${String(on).slice(0, 8)}28` as never };
    return { id: '', seq: 0, kind, form, about: who, values, ...other, ...later } as Fact;
  });

/** Facts in the order of their posting, each with a number of its own. */
export const facts: fc.Arbitrary<Fact[]> = fc
  .tuple(
    fc.array(fact, { maxLength: 12 }),
    fc.uniqueArray(anyText, { minLength: 12, maxLength: 12 }),
    fc.integer({ min: 0, max: 5 }),
  )
  .map(([list, ids, first]) =>
    list.map((item, at) => ({ ...item, id: ids[at] ?? '', seq: first + at * 3 })),
  )
  .filter((list) => list.every(({ id, reverses }) => id !== reverses));

/** The roster that the facts are about. */
export const people = roster;
