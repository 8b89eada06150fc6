/** What a clerk who is typing is shown: a table of drafts against one small ledger. */

import { describe, expect, test } from 'vitest';
import { factOf, factShape } from '../../src/book/read.ts';
import {
  type Fact,
  type FactDraft,
  indexFacts,
  type RelatedOptions,
  readFacts,
  relatedFacts,
} from '../../src/index.ts';
import { isoDate } from '../../src/time/dates.ts';

const { facts, findings } = readFacts(`
- { id: F1, kind: garbage, about: 东溪村, on: 2026-03-04, values: { 处数: 5 }, matter: R-1, doc: { no: 青督〔2026〕2号 } }
- { id: F2, kind: garbage, about: 东溪村, on: 2026-03-20, values: { 处数: { value: "5.0", unit: 处 } } }
- { id: F3, kind: garbage, about: 西岗村, on: 2026-03-04, values: { 处数: 5 }, doc: { no: 青督〔2026〕2号 } }
- { id: F4, kind: urged, about: 东溪村, on: 2026-03-11, matter: R-1 }
- { id: F5, kind: praise, about: 东溪村, on: 2026-04-01, values: { 级别: 县级 }, doc: { no: 青督〔2026〕2号 } }
- { id: F6, kind: garbage, about: 东溪村, on: 2026-03-05, values: { 处数: 7 } }
- { id: F7, kind: back, about: 东溪村, on: 2026-03-09, reverses: F6 }
- { id: F8, kind: petition, about: 南坪村, on: 2026-05-06 }
- { id: F9, kind: sheet, about: 南坪村, period: 2026-05, values: { 迟到: 3, 比例: 80% } }
- { id: C1, kind: garbage, form: checked, about: 南坪村, on: 2026-05-06 }
- { id: F10, kind: garbage, about: [北沟村, { subject: 东溪村, as: 责任村 }], on: 2026-06-01, values: { 处数: 2 } }
`);
expect(findings).toEqual([]);

function draftOf(row: Record<string, unknown>): FactDraft {
  const { kind, about, on, period, values, matter, doc } = factOf(
    factShape.parse({ id: '新', kind: 'garbage', about: '东溪村', ...row }),
    99,
  );
  return { kind, about, on, period, values, matter, doc };
}

const found = (draft: FactDraft, options?: RelatedOptions) =>
  relatedFacts(draft, facts, options).map(({ factId, why }) => `${factId} ${why}`);

test.each<[string, Record<string, unknown>, string[]]>([
  [
    'one matter, the same kind before its companion',
    { matter: 'R-1', on: '2026-03-11' },
    ['F1 same-matter', 'F4 same-matter'],
  ],
  [
    'one matter, whoever it is about',
    { matter: ' R-1 ', about: '北沟村', kind: 'done' },
    ['F4 same-matter', 'F1 same-matter'],
  ],
  [
    'one document about the same village, the same kind first',
    { doc: { no: '青督(2026) 第2号' }, on: '2026-04-01' },
    ['F1 same-document', 'F5 same-document'],
  ],
  [
    'one document with full-width brackets',
    { doc: { no: '青督［２０２６］２号' }, about: '西岗村' },
    ['F3 same-document'],
  ],
  [
    'equal values, the nearest day first',
    { on: '2026-03-10', values: { 处数: '5' } },
    ['F1 same-values', 'F2 same-values'],
  ],
  [
    'equal values only within 15 days',
    { on: '2026-03-19', values: { 处数: '5' } },
    ['F2 same-values', 'F1 same-values'],
  ],
  ['and not on the sixteenth', { on: '2026-03-20', values: { 处数: '5' } }, ['F2 same-values']],
  ['a fact that was reversed is not shown', { on: '2026-03-05', values: { 处数: '7' } }, []],
  ['another number, another thing', { on: '2026-03-04', values: { 处数: '6' } }, []],
  [
    'another village, another thing',
    { on: '2026-03-04', values: { 处数: '5' }, about: '南坪村' },
    [],
  ],
  ['another kind, another thing', { on: '2026-03-04', values: { 处数: '5' }, kind: 'litter' }, []],
  ['before anything is typed, no fact with fields', { on: '2026-03-04' }, []],
  [
    'but one that has none',
    { on: '2026-05-08', kind: 'petition', about: '南坪村' },
    ['F8 same-values'],
  ],
  [
    'what is typed so far agrees',
    { period: '2026-05', kind: 'sheet', about: '南坪村', values: { 迟到: '3', 比例: '' } },
    ['F9 same-values'],
  ],
  [
    'one number however it is written',
    { period: '2026-05', kind: 'sheet', about: '南坪村', values: { 迟到: '3.0', 比例: '4/5' } },
    ['F9 same-values'],
  ],
  ['without a day nothing is near', { values: { 处数: '5' } }, []],
  [
    'a village named in another part is the same village',
    { on: '2026-06-02', values: { 处数: '2' } },
    ['F10 same-values'],
  ],
])('%s', (_, row, expected) => {
  expect(found(draftOf(row))).toEqual(expected);
});

describe('the answer', () => {
  const draft = draftOf({
    matter: 'R-1',
    doc: { no: '青督〔2026〕2号' },
    on: '2026-03-18',
    values: { 处数: '5' },
  });

  test('gives each fact once, the strongest reason first', () => {
    expect(found(draft)).toEqual([
      'F1 same-matter',
      'F4 same-matter',
      'F5 same-document',
      'F2 same-values',
    ]);
  });

  test('says what it is, why, and what to do', () => {
    const kinds = [
      { kind: 'garbage', name: '垃圾积存', form: 'event' as const },
      { kind: 'urged', name: '催办', form: 'event' as const },
    ];
    expect(relatedFacts(draft, facts, { kinds }).map(({ sentence }) => sentence)).toEqual([
      '事实 F1（2026-03-04，垃圾积存）也是事项 R-1；这次是催办、整改、再通报这样的后续，照记；说的是同一回事，不必再记。',
      '事实 F4（2026-03-11，催办）也是事项 R-1；这次是催办、整改、再通报这样的后续，照记；说的是同一回事，不必再记。',
      '事实 F5（2026-04-01，praise）对象相同，依据的也是 青督〔2026〕2号；说的是同一回事，不必再记；同一件事的另一步，填同一个事项号。',
      '事实 F2（2026-03-20，垃圾积存）对象、种类、内容都相同，只差 2 天；请核对是不是同一回事，是的不必再记。',
    ]);
    const sameDay = draftOf({ on: '2026-03-20', values: { 处数: '5' } });
    expect(relatedFacts(sameDay, facts)[0]?.sentence).toContain('同一天；请核对');
  });

  test('is bounded, and wider or narrower on request', () => {
    expect(found(draft, { limit: 2 })).toEqual(['F1 same-matter', 'F4 same-matter']);
    const near = draftOf({ on: '2026-03-10', values: { 处数: '5' } });
    expect(found(near, { withinDays: 6 })).toEqual(['F1 same-values']);
    const many: Fact[] = Array.from({ length: 40 }, (_, index) => ({
      ...(facts[0] as Fact),
      id: `G${index}`,
      seq: 100 + index,
    }));
    const shown = relatedFacts(draft, [...facts, ...many]);
    expect(shown.map(({ factId }) => factId)).toEqual(['G39', 'G38', 'G37', 'G36', 'G35']);
  });

  test('does not name the fact that is being looked at', () => {
    expect(found({ ...draft, id: 'F1' })).not.toContain('F1 same-matter');
  });

  test('is the same from an index, which is read only where it matters', () => {
    const index = indexFacts(facts);
    expect(relatedFacts(draft, index)).toEqual(relatedFacts(draft, facts));
    const elsewhere = { get: () => [], size: 0 } as never;
    expect(relatedFacts(draft, { bySubject: elsewhere, byMatter: index.byMatter })).toHaveLength(2);
  });

  test('is empty for an empty draft', () => {
    expect(relatedFacts({}, facts)).toEqual([]);
    expect(relatedFacts({ on: isoDate('2026-03-04') }, facts)).toEqual([]);
  });
});
