/** The table of what a score may not do to whom, written by hand, row by row. */

import {
  gradeRefusal,
  groupOfClass,
  isAdverse,
  type OutcomeDecision,
  outcomeRefusals,
  quotaRefusals,
} from '@oneneedle/kernel';
import { describe, expect, it } from 'vitest';

const base: OutcomeDecision = {
  group: 'unit',
  kind: 'talk',
  name: '提醒谈话',
  basis: '本办法关于结果运用的规定',
  body: '镇党委会',
  procedure: ['听取意见'],
};
const paper = { no: '青纪处〔2026〕2号', body: '镇纪委' };

type Row = readonly [string, Partial<OutcomeDecision>, readonly string[], RegExp];
const rows: readonly Row[] = [
  ['a talk with a village', {}, [], /^$/],
  ['诫勉 of a unit', { name: '诫勉谈话' }, ['unit-person', 'score-alone'], /对人的/],
  ['问责 by rank alone', { name: '启动问责' }, ['score-alone'], /分数和名次不能单独作为依据/],
  ['问责 on an effective decision', { name: '启动问责', groundDocument: paper }, [], /^$/],
  ['honour of an elected member', { group: 'elected', kind: 'honour', name: '通报表扬' }, [], /^$/],
  ['a talk with an elected member', { group: 'elected', name: '工作提醒' }, [], /^$/],
  [
    'end of an elected post, even with a paper',
    { group: 'elected', kind: 'post', name: '自然终止职务', groundDocument: paper },
    ['elected-post'],
    /村委会组织法第五条、第十一条/,
  ],
  [
    'end of an elected post under another kind',
    { group: 'elected', kind: 'talk', name: '谈话并免职', groundDocument: paper },
    ['elected-post'],
    /第三十三条/,
  ],
  [
    'preferring an elected member',
    { group: 'elected', kind: 'post', name: '提拔使用' },
    ['elected-post'],
    /选举/,
  ],
  [
    '降职 of an elected member',
    { group: 'elected', kind: 'post', name: '降职', groundDocument: paper },
    ['village-demotion'],
    /没有降职/,
  ],
  [
    '降职 of a secretary',
    { group: 'secretary', kind: 'post', name: '降职使用', groundDocument: paper },
    ['village-demotion'],
    /没有降职/,
  ],
  [
    'a secretary without county filing',
    { group: 'secretary', kind: 'post', name: '提请研究班子配备', body: '镇党委' },
    ['secretary-body'],
    /县级备案/,
  ],
  [
    'a secretary with it',
    {
      group: 'secretary',
      kind: 'post',
      name: '提请研究班子配备',
      body: '镇党委',
      procedure: ['镇党委研究', '报县委组织部备案'],
    },
    [],
    /^$/,
  ],
  [
    '诫勉 of a secretary by score',
    { group: 'secretary', name: '诫勉谈话' },
    ['score-alone'],
    /诫勉须由有权机关/,
  ],
  [
    '降职 of a civil servant',
    { group: 'civilServant', kind: 'post', name: '降职', groundDocument: paper },
    ['civil-servant-post'],
    /公务员法第三十八条/,
  ],
  [
    'dismissal of a civil servant by the town',
    {
      group: 'civilServant',
      kind: 'post',
      name: '辞退',
      basis: '公务员法第八十八条',
      body: '镇党委会',
      groundDocument: paper,
    },
    ['civil-servant-post'],
    /第八十八条由有权机关/,
  ],
  [
    'dismissal by the competent body',
    {
      group: 'civilServant',
      kind: 'post',
      name: '辞退',
      basis: '公务员法第八十八条',
      body: '县委组织部',
      groundDocument: paper,
    },
    [],
    /^$/,
  ],
  [
    'a contract without its law',
    { group: 'contract', kind: 'post', name: '提请研究是否续订劳动合同' },
    ['contract-basis'],
    /劳动合同法/,
  ],
  [
    'a contract by its law',
    {
      group: 'contract',
      kind: 'post',
      name: '提请研究是否续订劳动合同',
      basis: '劳动合同法第四十条',
    },
    [],
    /^$/,
  ],
  [
    'an institution without its rules',
    { group: 'institution', kind: 'post', name: '调整岗位' },
    ['contract-basis'],
    /事业单位/,
  ],
  ['nobody knows the class', { group: undefined }, ['group-unknown'], /哪一类人员/],
  ['no basis', { basis: ' ' }, ['basis-missing'], /没有写依据/],
  ['release of what was withheld', { kind: 'release', name: '解除：暂缓处分' }, [], /^$/],
];

describe('what a score may not do', () => {
  it.each(rows)('%s', (_, change, rules, said) => {
    const found = outcomeRefusals({ ...base, ...change });
    expect(found.map(({ rule }) => rule)).toEqual(rules);
    expect(found[0]?.sentence ?? '').toMatch(said);
  });

  it('knows the classes of a roster, and no others', () => {
    expect(
      ['公务员', '事业编制', '编外聘用', '居委会成员', '村党组织书记', '网格员'].map(groupOfClass),
    ).toEqual(['civilServant', 'institution', 'contract', 'elected', 'secretary', undefined]);
  });

  it('hears whoever it goes against', () => {
    const kinds = ['honour', 'training', 'release', 'talk', 'rectification', 'withhold', 'post'];
    expect(kinds.filter((kind) => isAdverse({ kind, name: '提请研究班子配备' }))).toEqual([
      'talk',
      'rectification',
      'withhold',
      'post',
    ]);
    expect(isAdverse({ kind: 'post', name: '优先使用建议' })).toBe(false);
  });
});

describe('a grade', () => {
  const order = ['优秀', '称职', '基本称职', '不称职'];
  const twice = { computed: '基本称职', effective: '不称职', decided: '不称职', order };
  const said = { reason: '', basis: '' };

  it('of two years 基本称职 makes no civil servant 不称职, nor an elected member', () => {
    const of = (group: 'civilServant' | 'elected' | 'contract') =>
      gradeRefusal({ group, ...twice, ...said });
    expect(of('civilServant')).toMatch(/公务员法第三十八条.*连续两年基本称职不能改定为不称职/);
    expect(of('elected')).toMatch(/第三十三条/);
    expect(of('contract')).toBeUndefined();
    const own = { ...twice, decided: '基本称职', reason: '按本年的等次', basis: '考核规定' };
    expect(gradeRefusal({ group: 'civilServant', ...own })).toBeUndefined();
  });

  it('other than computed has its reason and basis; a tie has its reason; others do not exist', () => {
    const one = { group: 'unit' as const, computed: '称职', effective: '称职', order };
    expect(gradeRefusal({ ...one, decided: '称职', ...said })).toBeUndefined();
    expect(gradeRefusal({ ...one, decided: '优秀', ...said })).toMatch(/须写明理由/);
    expect(gradeRefusal({ ...one, decided: '优秀', reason: '抢险', basis: '' })).toMatch(
      /写明依据/,
    );
    expect(
      gradeRefusal({ ...one, decided: '优秀', reason: '抢险', basis: '第九条' }),
    ).toBeUndefined();
    expect(gradeRefusal({ ...one, decided: '良好', reason: '抢险', basis: '第九条' })).toMatch(
      /没有“良好”/,
    );
    const tie = { group: 'unit' as const, decided: '优秀', order, basis: '' };
    expect(gradeRefusal({ ...tie, reason: '' })).toMatch(/同分待定/);
    expect(gradeRefusal({ ...tie, reason: '会议投票' })).toBeUndefined();
    const between = { ...tie, reason: '会议投票', open: ['优秀', '称职'] };
    expect(gradeRefusal(between)).toBeUndefined();
    expect(gradeRefusal({ ...between, decided: '不称职', basis: '第九条' })).toBe(
      '得分相同、名额不够，办法只把“优秀”、“称职”留给会议研究，不能定为“不称职”。',
    );
  });

  it('fill the places of a quota and make none', () => {
    const limit = { grade: '优秀', most: 1, sentence: '优秀名额 1 名', subjects: ['a', 'b'] };
    const of = (grades: readonly string[]) =>
      quotaRefusals(
        [limit],
        grades.map((grade, index) => ({
          code: 'abc'[index] ?? '',
          name: '甲乙丙'[index] ?? '',
          grade,
        })),
      );
    expect(of(['优秀', '称职', '优秀'])).toEqual([]); // 丙 is of another circle
    expect(of(['称职', '称职'])).toEqual([]);
    expect(of(['优秀', '优秀'])).toEqual([
      '优秀名额 1 名，最多 1 名，现在定了 2 名（甲、乙）；请减少 1 名，改定为下一等次。',
    ]);
  });
});
