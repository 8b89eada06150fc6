import { describe, expect, it } from 'vitest';
import { assess } from '../../src/evaluate/assess.ts';
import { difference } from '../../src/explain/difference.ts';
import { bookOf, facts, firstQuarter, scheme } from './qinghe.ts';

const base = assess(bookOf(), firstQuarter);
const after = (text: string) => assess(bookOf({ facts: text }), firstQuarter);

describe('difference', () => {
  it('is empty where nothing changed', () => {
    expect(difference(base, base, 'dongxi')).toMatchObject({
      changeMilli: 0,
      lines: [],
      newFactIds: [],
    });
  });

  it('names only the lines that changed, with both values, largest change first', () => {
    const changed =
      after(`${facts.replace('places: 5 }, matter: R-17', 'places: 9 }, matter: R-17')}
- { id: "8", kind: honour.promoted, about: dongxi, on: 2026-03-25, values: { level: 省 }, matter: H-2, doc: { no: 省办〔2026〕1号 } }`);
    const found = difference(base, changed, 'dongxi')!;
    // 5 → 9 places is −2.0; 县 2 → 省 6 in the same matter is +4.0; 37.5 → 39.5
    expect(found.lines.map((line) => line.sentence)).toEqual([
      '9 加分 2.000 → 6.000（+4.000）',
      '9.1 工作经验获县、市、省级推广的分别加2、4、6分，同一事项就高 2.000 → 6.000（+4.000）',
      '1 人居环境 35.500 → 33.500（−2.000）',
      '1.1 每发现一处垃圾积存扣0.5分 −2.500 → −4.500（−2.000）',
    ]);
    expect(found).toMatchObject({
      before: { milli: 37500 },
      after: { milli: 39500 },
      changeMilli: 2000,
      newFactIds: ['8'],
      goneFactIds: [],
    });
    expect(found.lines[1]).toMatchObject({ kind: 'clause', code: '9.1', newFactIds: ['8'] });
    expect(found.lines[3]?.newFactIds).toEqual([]);
  });

  it('reads backwards with the signs turned', () => {
    const changed = after(facts.replace('places: 5 }, matter: R-17', 'places: 9 }, matter: R-17'));
    const forwards = difference(base, changed, 'dongxi')!;
    const backwards = difference(changed, base, 'dongxi')!;
    expect(backwards.lines.map((line) => line.changeMilli)).toEqual(
      forwards.lines.map((line) => -line.changeMilli),
    );
  });

  it('sees a fact that came or went without changing a number', () => {
    const changed = after(`${facts}
- { id: "8", kind: honour.promoted, about: dongxi, on: 2026-03-25, values: { level: 县 }, matter: H-2, doc: { no: 县办〔2026〕9号 } }`);
    const found = difference(base, changed, 'dongxi')!;
    expect([found.changeMilli, found.newFactIds]).toEqual([0, ['8']]);
    expect(found.lines.map((line) => [line.code, line.changeMilli])).toEqual([
      ['9', 0],
      ['9.1', 0],
    ]);
  });

  it('sees a fact that went, and sorts by size whatever the sign', () => {
    const more = after(`${facts}
- { id: "8", kind: honour.promoted, about: dongxi, on: 2026-03-25, values: { level: 县 }, matter: H-2, doc: { no: 县办〔2026〕9号 } }`);
    expect(difference(more, base, 'dongxi')).toMatchObject({
      goneFactIds: ['8'],
      lines: [{ code: '9', goneFactIds: ['8'] }, { code: '9.1' }],
    });
    const worse = after(
      facts
        .replace('places: 5 }, matter: R-17', 'places: 15 }, matter: R-17')
        .replace('level: 县', 'level: 市'),
    );
    const sizes = difference(base, worse, 'dongxi')!.lines.map((line) => line.changeMilli);
    expect(sizes).toEqual([-5000, -5000, 2000, 2000]);
  });

  it('sees a cell that became missing although its value is the same', () => {
    const measured = scheme.replace(
      'on: honour.promoted\n        requires: document\n        rule: { choice: { by: level, options: { 县: "2", 市: "4", 省: "6" } } }\n        sameMatter: highest',
      'rule: { ratio: { of: { measure: { kind: promoted.share } }, times: "10" } }',
    );
    const missing = assess(bookOf({ scheme: measured }), firstQuarter);
    const clause = difference(base, missing, 'xigang')!.lines.find((line) => line.code === '9.1');
    expect(clause).toMatchObject({
      before: { milli: 0, state: 'scored' },
      after: { state: 'missing' },
    });
    expect(clause?.sentence).toContain('0.000 → 0.000 缺材料（0.000）');
  });

  it('shows a line that exists on one side only, and a subject that is new', () => {
    const other = scheme.replace('code: "1.2"', 'code: "1.3"');
    const renumbered = assess(bookOf({ scheme: other }), firstQuarter);
    const codes = difference(base, renumbered, 'dongxi')!.lines.map((line) =>
      line.sentence.replace(/ .* (?=.+ →)/, ' … '),
    );
    expect(codes).toEqual(['1.2 … −2.000 → —（+2.000）', '1.3 … — → −2.000（−2.000）']);
    const before = { ...base, subjects: base.subjects.filter((item) => item.code !== 'dongxi') };
    const found = difference(before, base, 'dongxi');
    expect(found).toMatchObject({ changeMilli: 37500, after: { milli: 37500 } });
    expect(difference(base, base, 'nobody')).toBeUndefined();
  });

  it('shows what stands directly under the total: a veto that empties it', () => {
    const vetoed = `${scheme}
vetoes:
  - { code: v1, text: 较大事故, on: accident, authority: { documentNo: 国办发〔2025〕1号, title: 通知, body: 国办 }, scope: { score0: total } }`;
    const fallen = `${facts}
- { id: "8", kind: accident, about: dongxi, on: 2026-03-25 }`;
    const found = difference(
      base,
      assess(bookOf({ scheme: vetoed, facts: fallen }), firstQuarter),
      'dongxi',
    )!;
    expect(found).toMatchObject({ changeMilli: -37500, newFactIds: ['8'] });
    expect(found.lines.map((line) => [line.kind, line.sentence])).toEqual([
      ['veto', '一票否决 — → −37.500（−37.500）'],
    ]);
  });
});
