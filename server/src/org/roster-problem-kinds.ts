/** What may be refused about units, persons, posts and pairings. */

import { problemKind } from '../platform/index.ts';

export const rosterKinds = {
  'unit-unknown': problemKind<{ code: string }>({
    status: 404,
    zh: ({ code }) => `名册里没有编码为“${code}”的单位。请从单位表里选。`,
    en: ({ code }) => `There is no unit with the code “${code}”. Choose one from the list.`,
  }),
  'person-unknown': problemKind<{ code: string }>({
    status: 404,
    zh: ({ code }) => `名册里没有编码为“${code}”的人。请从人员表里选。`,
    en: ({ code }) => `There is no person with the code “${code}”. Choose one from the list.`,
  }),
  'post-unknown': problemKind<{ id: string }>({
    status: 404,
    zh: () => '没有这一段任职，可能刚被别人删去。请刷新后再看。',
    en: () => 'There is no such post; somebody may have removed it. Reload the page.',
  }),
  'pairing-unknown': problemKind<{ id: string }>({
    status: 404,
    zh: () => '没有这一段挂钩，可能刚被别人删去。请刷新后再看。',
    en: () => 'There is no such pairing; somebody may have removed it. Reload the page.',
  }),
  'out-of-reach': problemKind<{ unit: string }>({
    status: 403,
    zh: ({ unit }) => `您只管名册的一部分，“${unit}”不在其中。请找管全镇名册的管理员。`,
    en: ({ unit }) => `You keep a part of the roster, and “${unit}” is not in it.`,
  }),
  'unit-code-taken': problemKind<{ code: string }>({
    status: 409,
    zh: ({ code }) => `编码“${code}”已经有单位在用，什么都没有改动。请换一个编码。`,
    en: ({ code }) => `The code “${code}” is taken. Nothing was changed.`,
  }),
  'unit-code-bad': problemKind<{ name: string }>({
    status: 422,
    zh: ({ name }) =>
      `“${name}”不能直接作编码（编码不能有空格和标点）。请另写一个编码，以后改名也不变。`,
    en: ({ name }) => `“${name}” cannot serve as a code. Write a code of letters and figures.`,
  }),
  'unit-name-taken': problemKind<{ name: string; code: string }>({
    status: 409,
    zh: ({ name, code }) =>
      `同一上级下已有叫“${name}”的单位（编码 ${code}），导入时会分不清。请换个名称，或先更正那一个。`,
    en: ({ name, code }) => `There is already a unit called “${name}” beside it (code ${code}).`,
  }),
  'unit-parent-loop': problemKind<{ name: string; parent: string }>({
    status: 422,
    zh: ({ name, parent }) => `“${parent}”在“${name}”之下，不能作它的上级。请另选上级。`,
    en: ({ name, parent }) => `“${parent}” is below “${name}” and cannot be above it.`,
  }),
  'unit-not-in-force': problemKind<{ name: string; on: string }>({
    status: 409,
    zh: ({ name, on }) => `“${name}”在 ${on} 还没有设立或已经撤销。请核对日期，或选接续它的单位。`,
    en: ({ name, on }) => `“${name}” did not exist on ${on}. Check the date.`,
  }),
  'unit-in-use': problemKind<{ name: string; uses: readonly string[] }>({
    status: 409,
    zh: ({ name, uses }) =>
      `“${name}”已经有 ${uses.join('、')}，不能删除，否则以前的记录会找不到单位。不再使用的，请写上撤销日期。`,
    en: ({ name, uses }) =>
      `“${name}” is referred to (${uses.join(', ')}) and cannot be removed. End it on a day instead.`,
  }),
  'unit-used-later': problemKind<{ name: string; to: string; later: number }>({
    status: 409,
    zh: ({ name, to, later }) =>
      `“${name}”有 ${later} 段任职或挂钩在 ${to} 以后才开始，不能在那天撤销。请先更正这些，或核对撤销日期。`,
    en: ({ name, to, later }) =>
      `“${name}” has ${later} posts or pairings that begin after ${to}. Correct them or the day.`,
  }),
  'rename-in-future': problemKind<{ on: string }>({
    status: 422,
    zh: ({ on }) => `${on} 还没有到。更名请在生效那天或以后登记，名册里的名称才始终是现在的。`,
    en: ({ on }) => `${on} has not come yet. Enter a renaming on its day or later.`,
  }),
  'rename-same': problemKind<{ name: string }>({
    status: 422,
    zh: ({ name }) => `现在就叫“${name}”，没有改动。`,
    en: ({ name }) => `It is called “${name}” already. Nothing was changed.`,
  }),
  'merge-not-villages': problemKind<{ name: string }>({
    status: 422,
    zh: ({ name }) => `只能把一个村并入另一个村；“${name}”不是另一个村。请重新选择。`,
    en: ({ name }) => `A village can be merged into another village only; “${name}” is none.`,
  }),
  'days-reversed': problemKind<{ from: string; to: string }>({
    status: 422,
    zh: ({ from, to }) => `止日 ${to} 早于起日 ${from}。请核对日期，什么都没有改动。`,
    en: ({ from, to }) => `The last day ${to} is before the first day ${from}.`,
  }),
  'post-ended': problemKind<{ to: string }>({
    status: 409,
    zh: ({ to }) => `这一段已经止于 ${to}。日期登记错了的，请用“更正”。`,
    en: ({ to }) => `This has already ended on ${to}. Use a correction if the date is wrong.`,
  }),
  'post-overlaps': problemKind<{ name: string; role: string; from: string; to: string }>({
    status: 409,
    zh: ({ name, role, from, to }) =>
      `${name}已登记同一单位的“${role}”（${from} 至 ${to}），日期重叠。请先止那一段，或更正日期。`,
    en: ({ name, role, from, to }) =>
      `${name} already holds “${role}” in this unit from ${from} to ${to}.`,
  }),
  'person-erased': problemKind<{ code: string }>({
    status: 410,
    zh: ({ code }) => `${code} 的姓名和电话已按规定删除，只留编码，不能再修改或任职。`,
    en: ({ code }) => `The name of ${code} was erased; only the code remains.`,
  }),
  'person-in-office': problemKind<{ name: string; posts: readonly string[] }>({
    status: 409,
    zh: ({ name, posts }) =>
      `${name}还担任${posts.join('、')}，不能删除个人信息。请先登记离任（止日在今天以前）。`,
    en: ({ name, posts }) => `${name} still holds ${posts.join(', ')}. End that first.`,
  }),
  'person-has-account': problemKind<{ name: string }>({
    status: 409,
    zh: ({ name }) => `${name}还有能登录的账号。请先停用账号，再删除个人信息。`,
    en: ({ name }) => `${name} still has an account. Disable it first.`,
  }),
  'election-person': problemKind<{ row: number }>({
    status: 422,
    zh: ({ row }) => `第 ${row} 项要么选名册里的人，要么写新人的姓名，两样只能有一样。请改正。`,
    en: ({ row }) => `Row ${row} needs either a person of the roster or a newcomer, not both.`,
  }),
  'election-elsewhere': problemKind<{ unit: string }>({
    status: 422,
    zh: ({ unit }) => `“${unit}”不属于这次换届的单位，什么都没有改动。请另办一次。`,
    en: ({ unit }) => `“${unit}” is not part of this body. Nothing was changed.`,
  }),
  'no-chain': problemKind<{ name: string }>({
    status: 409,
    zh: ({ name }) => `责任链从村列起；“${name}”不在任何村里。请打开一个村。`,
    en: ({ name }) => `A chain belongs to a village; “${name}” is in none.`,
  }),
  'import-unreadable': problemKind<{ why: string }>({
    status: 422,
    zh: ({ why }) => why,
    en: ({ why }) => `The file was not read: ${why}`,
  }),
  'import-too-large': problemKind<{ megabytes: number }>({
    status: 413,
    zh: ({ megabytes }) =>
      `文件超过 ${megabytes} MB，没有读。名册一般不到 1 MB，请删去图片和无关的表再试。`,
    en: ({ megabytes }) => `The file is larger than ${megabytes} MB and was not read.`,
  }),
  'import-bad-rows': problemKind<{ badRows: number }>({
    status: 422,
    zh: ({ badRows }) =>
      `文件里有 ${badRows} 行有问题，什么都没有导入。请改好再传，或选择只导入没有问题的行。`,
    en: ({ badRows }) => `${badRows} rows are wrong; nothing was imported.`,
  }),
  'import-changed': problemKind<Record<never, never>>({
    status: 409,
    zh: () => '预览以后，文件或名册又有了变化，什么都没有导入。请重新预览一次。',
    en: () => 'The file or the roster changed since the preview. Nothing was imported.',
  }),
  'list-changed': problemKind<Record<never, never>>({
    status: 409,
    zh: () => '预览以后，文件或清单又有了变化，什么都没有导入。请重新预览一次。',
    en: () => 'The file or the list changed since the preview. Nothing was imported.',
  }),
  'township-unknown': problemKind<{ code: string }>({
    status: 404,
    zh: ({ code }) => `国家区划名单里没有 ${code} 这个乡镇。请按名称重新查找。`,
    en: ({ code }) => `The national list has no township ${code}.`,
  }),
};
