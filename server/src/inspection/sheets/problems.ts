/** What may be refused about sheets and the page of the field. */

import type { KeptSheet } from '@oneneedle/contract';
import { defineProblems, problemKind } from '../../platform/index.ts';

export const sheetProblem = defineProblems('sheets', {
  'field-off': {
    status: 403,
    zh: () =>
      '手机现场页还没有启用：管理员还没有填报备号。手机上写的都还在；请用纸质表检查，或把草稿存成文件带回办公室录入。',
    en: () =>
      'The page of the field is off: no filing number was entered. Use paper, or bring the draft as a file.',
  },
  'visit-unknown': {
    status: 404,
    zh: () => '没有这次检查，或者没有派您去。请刷新“我的检查”，或问检查的牵头单位。',
    en: () => 'There is no such visit, or you were not sent to it.',
  },
  'sheet-unknown': {
    status: 404,
    zh: () => '没有这张现场表，或者它不归您看。',
    en: () => 'There is no such sheet, or it is not yours to read.',
  },
  'round-over': {
    status: 409,
    zh: () => '这一轮已经结束或撤销，没有收下。表还在本机；请告诉检查的牵头单位。',
    en: () => 'This round has ended; nothing was taken. The sheet is still on the device.',
  },
  'sheet-other': {
    status: 409,
    zh: () => '这个编号已经用在另一次检查的表上，没有收下。请新写一张。',
    en: () => 'Another sheet has this id already.',
  },
  'template-other': problemKind<{ version: number }>({
    status: 422,
    zh: ({ version }) => `没有这张检查表的第${version}版，没有收下。请刷新后再写。`,
    en: ({ version }) => `There is no version ${version} of this check sheet.`,
  }),
  garbled: {
    status: 422,
    zh: () => '收到的内容和手机上的对不上，没有收下。请再送一次；还不行就存成文件带回来。',
    en: () => 'What arrived is not what was sent. Send it again.',
  },
  'answers-wrong': problemKind<{ lines: readonly string[] }>({
    status: 422,
    zh: ({ lines }) => `这几行的答案不合检查表，没有收下：${lines.join('、')}。请改过再送。`,
    en: ({ lines }) => `These lines are answered in a way that cannot be: ${lines.join(', ')}.`,
  }),
  'nobody-called': {
    status: 422,
    zh: () => '暗访不叫村里的人到场，不能有意见和签字，没有收下。结果下一个工作日才告诉村里。',
    en: () => 'An unannounced visit calls nobody: it has neither statement nor signature.',
  },
  'two-versions': problemKind<{ kept: KeptSheet }>({
    status: 409,
    zh: () => '这张表在别处也写过，两份不一样。两份都还在，请对照后选一份。',
    en: () => 'This sheet was written elsewhere too. Both are kept; look at both and choose.',
  }),
  'sent-already': problemKind<{ kept: KeptSheet }>({
    status: 409,
    zh: () => '这张表已经送出，不能再改。要更正请告诉办公室，由他们写明原因来改。',
    en: () => 'This sheet was sent already; the office changes it, with a reason.',
  }),
  'other-writing': {
    status: 409,
    zh: () => '镇里存的和要送出的不是同一份，没有送出。请再送一次。',
    en: () => 'The town has another writing of this sheet. Save it first, then send.',
  },
  unfinished: problemKind<{ lines: readonly string[] }>({
    status: 409,
    zh: ({ lines }) => `还有${lines.length}行没有填，没有送出。没法看的请写明原因。`,
    en: ({ lines }) => `${lines.length} lines have no answer yet; say why where nobody could look.`,
  }),
  'photos-missing': problemKind<{ missing: readonly string[] }>({
    status: 409,
    zh: ({ missing }) => `还有${missing.length}张照片没有传到，没有送出。照片传完会再送。`,
    en: ({ missing }) => `${missing.length} photos have not arrived yet.`,
  }),
  'photo-unlisted': {
    status: 409,
    zh: () => '这张照片已经不在表上，没有挂上。请刷新再看。',
    en: () => 'The sheet does not list this photo any more.',
  },
  'photo-other': {
    status: 422,
    zh: () => '传到的照片和表上列的不是同一张，没有挂上。请重传。',
    en: () => 'What arrived is not the photo that the sheet lists.',
  },
  'not-yours': {
    status: 403,
    zh: () => '这张表归检查的牵头单位管，不能由您改。请告诉他们。',
    en: () => 'This sheet is changed by the office that inspects.',
  },
  'changed-meanwhile': {
    status: 409,
    zh: () => '这张表刚被别人改过，没有保存。请刷新看过再改。',
    en: () => 'Somebody else changed this sheet meanwhile.',
  },
  'own-sheet': {
    status: 403,
    zh: () => '检查的人不能在送出后改自己的表。请牵头单位另一个人来改。',
    en: () => 'Nobody changes a sheet of their own after it was sent.',
  },
  'not-sent': {
    status: 409,
    zh: () => '没有改：这张表还没有送出。由写的人自己改好再送。',
    en: () => 'It was not sent yet: whoever writes it changes it, then sends it.',
  },
  'told-already': {
    status: 409,
    zh: () => '没有改：结果已经告诉村里。请村里提出不同意见，由没有参加检查的人核实后一并改。',
    en: () =>
      'The village was told. Let it object; somebody who did not inspect settles that and changes it.',
  },
  'holds-already': {
    status: 409,
    zh: () => '没有改：这个结果已经落定。发现有错的，计入事实以后在台账里更正，写明理由。',
    en: () =>
      'The result holds. Once it is counted, correct the fact in the ledger, with a reason.',
  },
  'counted-already': {
    status: 409,
    zh: () => '没有改：这个结果已经计入事实。请在台账里更正那条事实，写明理由，原来的留着。',
    en: () => 'It is counted. Correct the fact in the ledger, with a reason; the old one stays.',
  },
  'filed-later': {
    status: 422,
    zh: () => '报备日期还没有到，没有启用。请核对日期。',
    en: () => 'The day of the filing is not there yet.',
  },
});
