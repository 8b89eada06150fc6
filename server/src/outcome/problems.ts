/** What may be refused about grades, proposals, ballots and tolerance. */

import { chineseDate, isoDate } from '@oneneedle/kernel';
import { defineProblems, problemKind } from '../platform/index.ts';

const list = (sentences: readonly string[]) =>
  sentences.map((sentence, index) => `${index + 1}. ${sentence}`).join(' ');

export const outcomeProblem = defineProblems('outcomes', {
  'person-needed': problemKind<{ account: string }>({
    status: 409,
    zh: ({ account }) =>
      `账号“${account}”没有对应名册里的人，没有保存。决定要记到人，请管理员在账号里写上是谁。`,
    en: ({ account }) => `The account “${account}” belongs to nobody of the roster.`,
  }),
  'no-edition': problemKind<{ label: string }>({
    status: 409,
    zh: ({ label }) =>
      `${label}还没有公布或封存的一版，没有等次和建议可定。请先由考核办公布或封存。`,
    en: ({ label }) => `${label} has no published or sealed edition yet.`,
  }),
  'no-grades': problemKind<{ label: string }>({
    status: 409,
    zh: ({ label }) => `${label}的考核办法没有等次，没有等次可决定。`,
    en: ({ label }) => `The scheme of ${label} has no grades.`,
  }),
  'edition-changed': problemKind<{ edition: number }>({
    status: 409,
    zh: ({ edition }) => `这一期现在是第${edition}版，没有保存。请刷新，看过新版再决定。`,
    en: ({ edition }) => `The period is at edition ${edition} now.`,
  }),
  'grades-decided': {
    status: 409,
    zh: () => '这一版的等次已经决定过，不能再改。确有错误的，先按决定文号出更正的一版。',
    en: () => 'The grades of this edition are decided already.',
  },
  'grades-undecided': problemKind<{ label: string }>({
    status: 409,
    zh: ({ label }) => `${label}的等次还没有决定，不能取建议。请先由有权机构决定等次。`,
    en: ({ label }) => `The grades of ${label} are not decided yet.`,
  }),
  'grades-refused': problemKind<{ sentences: readonly string[] }>({
    status: 422,
    zh: ({ sentences }) => `等次没有保存，有 ${sentences.length} 处不能这样定：${list(sentences)}`,
    en: ({ sentences }) => `The grades cannot be decided so: ${sentences.join(' ')}`,
  }),
  'other-body': problemKind<{ body: string }>({
    status: 422,
    zh: ({ body }) => `按考核办法由${body}决定，没有保存。请写这个机构的决定和文号。`,
    en: ({ body }) => `By the scheme ${body} decides.`,
  }),
  'day-coming': problemKind<{ day: string }>({
    status: 422,
    zh: ({ day }) => `${chineseDate(isoDate(day))}还没有到，没有保存。请核对日期。`,
    en: ({ day }) => `The day ${day} is not there yet.`,
  }),
  'own-matter': problemKind<{ name: string }>({
    status: 403,
    zh: ({ name }) =>
      `这件事涉及您本人或您任职的单位（${name}），您不能定、也不能办，没有保存。请由另一位同志来。`,
    en: ({ name }) => `It is about yourself or your own unit (${name}): somebody else does it.`,
  }),
  'proposal-unknown': {
    status: 404,
    zh: () => '没有这条建议，或者它不归您看。请回到列表再看。',
    en: () => 'There is no such proposal, or it is not yours to read.',
  },
  'changed-meanwhile': {
    status: 409,
    zh: () => '刚才有别人改过这一条，没有保存。请刷新，看过以后再办。',
    en: () => 'Somebody changed it meanwhile. Read it again first.',
  },
  'not-yours': {
    status: 403,
    zh: () => '这一步不归您办，没有保存。建议由组织委员整理，由领导代表有权机构决定。',
    en: () => 'This step is for another office.',
  },
  'not-now': {
    status: 409,
    zh: () => '现在还不到、或已经过了这一步，没有保存。请刷新，按页上列出的步骤办。',
    en: () => 'This step is not open now.',
  },
  'ground-corrected': {
    status: 409,
    zh: () =>
      '依据已更正，这条建议停在这里，没有保存。请领导看过更正以后，写明维持、不采纳或撤销。',
    en: () => 'What it rests on was corrected: it waits for a person who says what becomes of it.',
  },
  'edition-behind': problemKind<{ edition: number }>({
    status: 409,
    zh: ({ edition }) =>
      `这一期已经出了第${edition}版，没有保存。请组织委员先按新版取一次建议，对照过再办。`,
    en: ({ edition }) =>
      `Edition ${edition} was not compared with it yet. Take the proposals again.`,
  }),
  'in-the-way': problemKind<{ sentences: readonly string[] }>({
    status: 409,
    zh: ({ sentences }) => `还不能办这一步，有 ${sentences.length} 个原因：${list(sentences)}`,
    en: ({ sentences }) => `Not yet: ${sentences.join(' ')}`,
  }),
  guardrail: problemKind<{ sentences: readonly string[] }>({
    status: 422,
    zh: ({ sentences }) => `不能这样决定，没有保存：${list(sentences)}`,
    en: ({ sentences }) => `The law does not allow it: ${sentences.join(' ')}`,
  }),
  'rectification-needed': {
    status: 422,
    zh: () => '限期整改要写明改什么、谁牵头、谁负责、什么时候办结，没有保存。',
    en: () => 'A rectification says what, who and until when.',
  },
  'wrong-kind': problemKind<{ name: string }>({
    status: 422,
    zh: ({ name }) => `“${name}”不是这一类建议，这一步用不上，没有保存。`,
    en: ({ name }) => `“${name}” is of another kind: this step does not belong to it.`,
  }),
  'witness-needed': {
    status: 422,
    zh: () => '本人拒签的，要写明见证人，没有保存。',
    en: () => 'Where a signature was refused, a witness is named.',
  },
  'selection-empty': {
    status: 409,
    zh: () => '这条规则没有待研究的建议，没有名单可出。请先取建议；已经决定的看决定文件。',
    en: () => 'The rule has no open proposal to be listed.',
  },
  'posted-past': problemKind<{ day: string }>({
    status: 422,
    zh: ({ day }) =>
      `${chineseDate(isoDate(day))}在今天以前，公示的天数会不够，没有生成。请写今天或以后张榜的日期。`,
    en: ({ day }) => `${day} is past: the list would be posted too short a time.`,
  }),
  'notice-made': problemKind<{ number: string }>({
    status: 409,
    zh: ({ number }) =>
      `这一条已经有通知书${number}，没有再生成。要重做的，先在“公文”里把它作废、写明原因。`,
    en: ({ number }) => `There is the notice ${number} already. Void it first.`,
  }),
  'notice-missing': {
    status: 409,
    zh: () => '还没有生成通知书，没有记送达。请先生成带编号的通知书，再送达。',
    en: () => 'There is no notice to hand over yet.',
  },
  'handed-early': problemKind<{ number: string; day: string }>({
    status: 422,
    zh: ({ number, day }) =>
      `通知书${number}是${chineseDate(isoDate(day))}生成的，送达日期不能更早，没有保存。请核对日期。`,
    en: ({ number, day }) => `The notice ${number} was made on ${day}: nobody got it before.`,
  }),
  'strip-missing': {
    status: 422,
    zh: () => '签收的要附签收栏的照片或者扫描件，没有保存。请拍下签了字的那一页再传。',
    en: () => 'Where it was signed for, a photo or scan of the strip is needed.',
  },
  'witnesses-needed': {
    status: 422,
    zh: () => '没有签收的，要写两名见证人，没有保存。请写两个不同的人。',
    en: () => 'Where nobody signed, two witnesses are named.',
  },
  'witness-concerned': problemKind<{ name: string }>({
    status: 422,
    zh: ({ name }) =>
      `${name}是经办的人、本人或者收件的人，不能作见证人，没有保存。请写在场的别的人。`,
    en: ({ name }) =>
      `${name} handles it, or is whom it is about: the witness is somebody else who was there.`,
  }),
  'said-early': problemKind<{ day: string }>({
    status: 422,
    zh: ({ day }) =>
      `${chineseDate(isoDate(day))}才告知可以陈述，陈述的日期不能更早，没有保存。请核对日期；以前说过的，请再问一次。`,
    en: ({ day }) => `They were told on ${day}: a statement on it is not older.`,
  }),
  'decided-early': problemKind<{ day: string }>({
    status: 422,
    zh: ({ day }) =>
      `${chineseDate(isoDate(day))}以前还没有听完本人的话，决定的日期不能更早，没有保存。请核对日期；确实早就定了的，请听过以后重新研究。`,
    en: ({ day }) => `They were not heard before ${day}: a decision on them is not older.`,
  }),
  'said-by-needed': {
    status: 422,
    zh: () =>
      '替别人录入的，没有保存：请写明谁说的，并附上本人写的纸的照片；电话里说的，写明哪天、几点。',
    en: () =>
      'Entered for somebody, it names who said it, with the paper as evidence or the day and hour of the call.',
  },
  'paper-how': {
    status: 422,
    zh: () => '一份材料要么传文件或写明存放在哪里，要么写“决定以后才有”，只选一种，没有保存。',
    en: () => 'A paper is there, or comes later: one of both.',
  },
  'no-such-step': {
    status: 422,
    zh: () => '没有这一步程序或这份材料，或者已经办过，没有保存。请刷新再看。',
    en: () => 'There is no such step or paper, or it is done.',
  },
  'somebody-unknown': problemKind<{ code: string }>({
    status: 422,
    zh: ({ code }) => `名册里没有“${code}”，没有保存。请从名册里选。`,
    en: ({ code }) => `The roster has no “${code}”.`,
  }),
  'reviewer-carried-out': {
    status: 403,
    zh: () => '是您办的，落实得怎样要由别人来看，没有保存。',
    en: () => 'You carried it out: another person reviews it.',
  },
  'ballot-kind-unknown': problemKind<{ kind: string }>({
    status: 404,
    zh: ({ kind }) => `现行办法里没有“${kind}”这样的计票，没有保存。请从清单里选。`,
    en: ({ kind }) => `No scheme in force counts ballots of “${kind}”.`,
  }),
  'ballots-wrong': problemKind<{ sentences: readonly string[] }>({
    status: 422,
    zh: ({ sentences }) => `票数对不上，一张都没有保存：${list(sentences)}`,
    en: ({ sentences }) => `The counts do not add up, none is kept: ${sentences.join(' ')}`,
  }),
  'table-unreadable': problemKind<{ why: string }>({
    status: 422,
    zh: ({ why }) => why,
    en: ({ why }) => `The table cannot be read: ${why}`,
  }),
  'tolerance-unknown': {
    status: 404,
    zh: () => '没有这一条容错申请，或者它不归您看。请回到列表再看。',
    en: () => 'There is no such request, or it is not yours to read.',
  },
  'tolerance-twice': {
    status: 409,
    zh: () => '这条事实已经为这个对象申请过容错，没有重复登记。请在列表里找到那一条。',
    en: () => 'Tolerance was asked for this fact already.',
  },
  'fact-unknown': problemKind<{ id: string }>({
    status: 422,
    zh: ({ id }) => `台账里没有涉及这个对象的事实“${id}”，或者它已经更正，没有保存。请核对编号。`,
    en: ({ id }) => `The ledger has no such fact “${id}” about this subject, or it was reversed.`,
  }),
  'applicant-examines': {
    status: 403,
    zh: () => '申请的人不能自己核查，没有保存。请由另一位同志核查。',
    en: () => 'Whoever applied does not examine.',
  },
  'proposer-decides': {
    status: 403,
    zh: () => '提交研究的人不能自己决定，没有保存。请由另一位领导来定。',
    en: () => 'Whoever put it forward does not decide.',
  },
  'told-early': {
    status: 422,
    zh: () => '告知的日期早于提出建议那天，没有保存。请写实际告知的日期。',
    en: () => 'Nobody is told of a proposal before it is there.',
  },
  'examiner-decides': {
    status: 403,
    zh: () => '申请和核查的人不能作决定，没有保存。请由另一位领导来定。',
    en: () => 'Whoever applied or examined does not decide.',
  },
});
