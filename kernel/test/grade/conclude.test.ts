import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessed, conclude, milli, schemeWith } from './town.ts';

const scheme = schemeWith({
  ranking: { lists: [{ name: '红榜', top: '1', audience: 'posted' }] },
  grades: {
    order: ['优秀', '合格', '不合格'],
    bands: [
      { grade: '优秀', from: '90' },
      { grade: '合格', from: '60', below: '90' },
      { grade: '不合格', below: '60' },
    ],
    quotas: [{ grade: '优秀', count: '2', overflow: '合格' }],
  },
  prizes: {
    classes: [{ name: '先进村', slots: '2' }],
    notWhen: { gradeIn: ['不合格'] },
  },
  outcomes: [
    {
      code: 'praise',
      name: '通报表扬',
      kind: 'honour',
      when: { gradeIn: ['优秀'] },
      body: '镇党委会议',
      basis: '办法第八条',
      procedure: ['公示', '审定'],
    },
  ],
});

describe('the whole', () => {
  const subjects = [
    assessed('d', '91'),
    assessed('b', '95'),
    assessed('c', '91'),
    assessed('a', '50'),
  ];

  it('runs from ranks to proposals, in order of code', () => {
    const { subjects: results, notices, lists } = conclude({ scheme, subjects });
    const shown = results.map(({ code, rank, grade, prize, proposals }) =>
      [code, rank, grade.effective ?? grade.state, prize, proposals.map(({ name }) => name)].join(
        ' ',
      ),
    );
    expect(shown).toEqual([
      'a 4 不合格  ',
      'b 1 优秀 先进村 通报表扬',
      'c 2 pending  ',
      'd 2 pending  ',
    ]);
    expect(notices.map(({ code, sentence }) => `${code} ${sentence}`)).toEqual([
      'quota-tie 优秀名额 2 名，剩余 1 名，c、d得分相同，提请镇党委会议研究确定由谁评为优秀，其余定为合格',
      'quota-tie 先进村剩余 1 名，c、d得分相同，提请镇党委会议研究确定',
    ]);
    expect(lists).toEqual([{ name: '红榜', subjects: ['b'], note: '前 1 名', audience: 'posted' }]);
  });

  it('is what the body decided where it did: a tie, a grade other than worked out, or none', () => {
    const decided = { c: '优秀', d: '合格', a: '合格', b: null };
    const { subjects: results } = conclude({ scheme, subjects, decided });
    const shown = results.map(({ code, grade, proposals }) =>
      [code, grade.state, grade.computed, grade.effective, proposals.length].join(' '),
    );
    expect(shown).toEqual([
      'a graded 不合格 合格 0',
      'b none 优秀  0',
      'c graded 优秀 优秀 1',
      'd graded 合格 合格 0',
    ]);
    expect(results[0]?.grade.reasons.at(-1)).toBe('经镇党委会议研究，决定为合格');
    expect(results[3]?.grade.reasons.at(-1)).toBe('经镇党委会议研究，决定为合格');
    expect(conclude({ scheme, subjects, decided: {} })).toEqual(conclude({ scheme, subjects }));
  });

  it('gives prizes by the grade before history, and asks outcomes about the one after it', () => {
    const sequences = [
      {
        code: 's',
        text: '有记录的定为不合格',
        results: { line: 'cadres', match: { grades: { are: ['优秀'] } } },
        then: { setGrade: '不合格' },
      },
    ];
    const { subjects: results } = conclude({
      scheme: { ...scheme, sequences } as typeof scheme,
      subjects: [assessed('a', '95')],
    });
    expect(results[0]).toMatchObject({
      grade: { computed: '优秀', effective: '不合格' },
      prize: '先进村',
      proposals: [],
    });
    expect(results[0]?.grade.reasons.at(-1)).toBe('“有记录的定为不合格”：2026年优秀，定为不合格');
  });

  it('neither ranks nor grades nor awards a total that is missing', () => {
    const missing = assessed('e', '99', { state: 'missing', provisional: true });
    const { subjects: results, lists } = conclude({ scheme, subjects: [...subjects, missing] });
    const [own] = results.filter(({ code }) => code === 'e');
    expect(own).toMatchObject({ grade: { state: 'pending' }, provisional: true, proposals: [] });
    expect([own?.rank, own?.prize, own?.prizeReason]).toEqual([undefined, undefined, undefined]);
    expect(lists[0]?.note).toBe('前 1 名；未参加排名：e');
  });

  it('prints a third decimal where two would hide the order, and the range of a rank where asked', () => {
    const close = [assessed('a', '90.001'), assessed('b', '90.004'), assessed('c', '80')];
    const alternatives = [new Map([['a', milli('90.01')]])];
    const { subjects: results } = conclude({ scheme, subjects: close, alternatives });
    expect(
      results.map(({ code, shownPlaces, rankRange }) => `${code} ${shownPlaces} ${rankRange}`),
    ).toEqual(['a 3 1,2', 'b 3 1,2', 'c 2 3,3']);
  });

  it('does not depend on the order in which the subjects come', () => {
    const totals = fc.array(fc.integer({ min: 50, max: 99 }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(totals, fc.nat(), (all, turn) => {
        const list = all.map((total, index) => assessed(`v${index}`, `${total}`));
        const cut = turn % list.length;
        const turned = [...list.slice(cut), ...list.slice(0, cut)].reverse();
        expect(conclude({ scheme, subjects: turned })).toEqual(
          conclude({ scheme, subjects: list }),
        );
      }),
    );
  });
});
