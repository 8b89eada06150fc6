/** What may be refused about objections. */

import { defineProblems } from '../../platform/index.ts';

export const objectionProblem = defineProblems('objections', {
  'objection-unknown': {
    status: 404,
    zh: () => '没有这件异议，或者它不归您看。请回到列表再看。',
    en: () => 'There is no such objection, or it is not yours to read.',
  },
  'matter-unknown': {
    status: 404,
    zh: () => '找不到要提异议的这一条：可能还没有公布，或者不归您看。请从事实或得分页上点进来。',
    en: () => 'There is no such fact, mark or result that the asker may read.',
  },
  'not-yours': {
    status: 403,
    zh: () => '异议由本村或本人提出；代人登记由包村干部、考核办、督查室办。',
    en: () =>
      'A village or a person objects for itself; certain posts write down what others said.',
  },
  'behalf-other': {
    status: 422,
    zh: () => '代为登记的村或人和这件事无关，或者不归您代登。请核对后再登记。',
    en: () => 'The village or person has no part in this, or is not one that the asker speaks for.',
  },
  'said-later': {
    status: 422,
    zh: () => '提出的日期在今天之后，没有登记。请核对日期。',
    en: () => 'Nobody said anything on a day to come.',
  },
  'already-open': {
    status: 409,
    zh: ({ no }: { no: string }) =>
      `同一件事已经提过异议${no}，还在办理，不必再提。要补充的，请告诉考核办。`,
    en: ({ no }: { no: string }) => `The same is under objection already${no}.`,
  },
  'wrong-state': {
    status: 409,
    zh: () => '这件异议现在不能这样办：可能已经办到下一步、答复过或撤回。请刷新再看。',
    en: () => 'The objection does not stand where this can be done.',
  },
  'changed-meanwhile': {
    status: 409,
    zh: () => '这件异议刚被别人办过，没有保存。请刷新看过再办。',
    en: () => 'Somebody else acted on this objection meanwhile.',
  },
  'not-your-deed': {
    status: 403,
    zh: () => '这一步不由您办：受理、交办由考核办，决定由受托核实的人，撤回由提出的人。',
    en: () => 'This step belongs to somebody else.',
  },
  'had-hand': {
    status: 403,
    zh: ({ name, why }: { name: string; why: string }) =>
      `${name}要回避：${why}。请交给没有经手的人。`,
    en: ({ name }: { name: string }) =>
      `${name} had a hand in this, stands in for somebody who had, or decided it before.`,
  },
  'nobody-such': {
    status: 422,
    zh: () => '这个人不能核实异议：没有账号，或者没有相应的岗位。请从名单里选。',
    en: () => 'Nobody of that code has an account with a post that looks into objections.',
  },
  'note-needed': {
    status: 422,
    zh: () => '代人撤回的，请写明是谁、什么时候、怎样说的。',
    en: () => 'Whoever takes it back for others says who said so, and when.',
  },
  'corrections-wrong': {
    status: 422,
    zh: () =>
      '决定和要写进台账的更正对不上：维持、不予处理的不写更正；撤销的只写撤销；更正的要写正确的事实。',
    en: () => 'What would be written into the ledger does not fit the result.',
  },
  'fact-elsewhere': {
    status: 422,
    zh: ({ fact }: { fact: string }) => `事实 ${fact} 不是这件异议说的事，没有保存。请另外登记。`,
    en: ({ fact }: { fact: string }) => `Fact ${fact} is no part of this objection.`,
  },
  'correction-reviewed': {
    status: 409,
    zh: () => '上次决定写的更正已经有人复核，不能重新决定。请在台账里办完。',
    en: () => 'What was decided before is reviewed already and cannot be decided again.',
  },
  'correction-waiting': {
    status: 409,
    zh: () => '更正还没有复核入账，先不要答复。请督促复核；被退回的，请核实的人重新决定。',
    en: () => 'The corrections are not posted yet; nobody is answered before.',
  },
  'answer-made': {
    status: 409,
    zh: ({ no }: { no: string }) =>
      `书面答复已经生成（${no}），不能重新决定。确需重新决定的，请考核办先在“公文”里把这一份作废、写明原因。`,
    en: ({ no }: { no: string }) => `The written answer ${no} is made; it is made void first.`,
  },
  'answer-wrong': {
    status: 422,
    zh: () =>
      '送达没有写对：日期不早于收到那天，不晚于今天；拒签的要写见证人；没有留名的才可以写“无法送达”。',
    en: () => 'The day, the witness of a refusal, or the way of handing over is not right.',
  },
});
