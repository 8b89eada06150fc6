/** The kinds of rule in a few words, each with a clause of its own as it would be written. */

import type { FieldWord } from './scheme-fields.ts';

/** A kind of rule for people who choose one. */
export interface RuleWords {
  /** What it is for, in a sentence. */
  readonly what: FieldWord;
  /** A clause whose example is worked out and shown; absent where none can be made. */
  readonly sample?: string;
}

/** In the order in which they are offered: the most frequent first, undecided last. */
export const ruleWords: Readonly<Record<string, RuleWords>> = {
  count: {
    what: [
      '发生一次、一处、一人次，加减多少。最常用。',
      'So many points for each time, place or person. The usual one.',
    ],
    sample: `text: 发现垃圾积存的，每处扣0.5分。
on: garbage
rule: { count: { delta: -0.5, of: 处数 } }`,
  },
  range: {
    what: ['在上下限之内酌情，要写理由。', 'An assessor chooses inside bounds and says why.'],
    sample: `text: 公厕管护不到位的，酌情扣0.5－2分。
on: toilet
rule: { range: { from: -2, to: -0.5 } }`,
  },
  choice: {
    what: ['分几档，属于哪一档给几分。', 'Points by a label, such as the level of an honour.'],
    sample: `text: 获表彰的，县级加2分，市级加4分。
on: honour
rule: { choice: { by: 级别, options: { 县级: 2, 市级: 4 } } }`,
  },
  award: {
    what: ['做到了给几分，没做到给几分。', 'Points if a condition holds, others if not.'],
    sample: `text: 当期开展红黑榜评比的得5分。
rule: { award: { when: { occurs: { kind: ranking.held } }, then: 5 } }`,
  },
  deadline: {
    what: ['按期、逾期、每迟一天。', 'In time, late, and for each day late.'],
    sample: `text: 3月10日前完成，逾期扣2分，每迟一天再扣0.1分。
on: insurance.done
rule: { deadline: { due: 03-10, late: -2, perDay: -0.1, days: calendar } }`,
  },
  table: {
    what: ['一个数落在哪一段，给几分。', 'Points by the band in which a figure falls.'],
    sample: `text: 到会率80%以上不扣分，70%以上不足80%扣1分，不足70%扣2分。
rule:
  table:
    of: { measure: { kind: assembly, field: 到会率 } }
    rows:
      - { from: 80%, points: 0 }
      - { from: 70%, below: 80%, points: -1 }
      - { below: 70%, points: -2 }`,
  },
  linear: {
    what: [
      '比目标每低（每高）多少，扣（加）多少。',
      'So many points for each step away from a target.',
    ],
    sample: `text: 参保率未达到98%的，每低1个百分点扣0.5分。
rule: { linear: { of: { measure: { kind: insured, field: 参保率 } }, reference: 98%, per: 1%, delta: -0.5, side: below, in: points, stepping: linear } }`,
  },
  ratio: {
    what: ['按完成率、得分率乘以分值。', 'A rate times points.'],
    sample: `text: 按任务完成率得分，基数8分，最高按150%计。
rule: { ratio: { of: { measure: { kind: task, field: 完成率 } }, times: 8, atMost: 150% } }`,
  },
  shortfall: {
    what: ['应有多少，每缺一个扣多少。', 'Points for each one missing to what there should be.'],
    sample: `text: 每期至少开展4次巡查，每少一次扣0.5分。
rule: { shortfall: { of: { count: { kind: patrol } }, min: 4, delta: -0.5 } }`,
  },
  excess: {
    what: ['达到多少以后，每多一个加多少。', 'Points for each one beyond a quota.'],
    sample: `text: 发展积极分子5人以上的，每多1人加0.5分。
rule: { excess: { of: { measure: { kind: activists, field: 人数 } }, quota: 5, delta: 0.5 } }`,
  },
  sampled: {
    what: ['抽查几户、几处，不合格的每个扣多少。', 'Points for each that fails in a sample.'],
    sample: `text: 随机抽查5处公共设施，每处不合格扣0.25分。
on: facilities.checked
rule: { sampled: { size: 5, delta: -0.25, sampled: 抽查数, failed: 不合格数, population: 设施总数 } }`,
  },
  decision: {
    what: ['由会议研究决定加减几分，须有文号。', 'A committee decides, by a numbered paper.'],
    sample: `text: 其他突出贡献，由镇党委会研究决定加分，最高5分。
on: extra.decided
rule: { decision: { body: 青禾镇党委会, from: 0, to: 5 } }`,
  },
  judges: {
    what: ['几位评委打分取平均。', 'The mean of several judges.'],
    sample: `text: 年终述职，取评委平均分。
on: report.score
rule: { judges: { field: 得分, times: 1 } }`,
  },
  ballots: {
    what: ['民主测评的票，按档加权。', 'Votes weighted by option.'],
    sample: `text: 民主测评，好、较好、一般按1、0.8、0.6计，折算20分。
on: vote
rule: { ballots: { options: { 好: 1, 较好: 0.8, 一般: 0.6 }, times: 20 } }`,
  },
  import: {
    what: [
      '读别的办法已经封存的结果，再折算。',
      'Reads the sealed result of another scheme. No example: it needs that result.',
    ],
  },
  pending: {
    what: [
      '还没有定。没有定的，整份办法不能计分、不能批准。',
      'Not decided yet. The scheme cannot be approved while a clause is pending.',
    ],
  },
};

/** Names of the facts that the samples hear. */
export const sampleKinds = `kinds:
  - { kind: ranking.held, name: 红黑榜评比, form: event }
  - { kind: patrol, name: 巡查, form: event }
`;

/** The last word of a condition in the sentences of a scheme. */
export const conditionEnd = '的';

/** The last word of a field that holds a rate. */
export const rateEnd = '率';

/** How an import begins the remarks about what is open. */
export const pendingMark = '# 待定：';
