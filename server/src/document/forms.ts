/** Kinds with fields of their own: slips, rectification notices, answers. */

import { blocks, type DataOf, form, optional, rows, text } from './fields.ts';
import type { Block, Table } from './model.ts';
import { receipt } from './receipt.ts';

/** Words and text side by side, as a slip has them. */
export function pairs(lines: readonly (readonly [string, string])[]): Table {
  return {
    kind: 'table',
    columns: [
      { width: 20, align: 'center' },
      { width: 80, align: 'left' },
    ],
    head: [],
    rows: lines.map((line) => [...line]),
  };
}

/** Name and day below a document, with room for the seal. */
export const signed = (unit: string, on: string) => ({ sealed: true, name: unit, onWords: on });

const slipFields = {
  no: text('编号', '〔2026〕6号'),
  colour: optional('督办单颜色', '黄单'),
  matter: text('事项', '修整便桥'),
  basis: optional('来源依据', '2026年4月1日党政联席会议'),
  leader: optional('交办领导', '顾远山'),
  requirement: text('要求', '4月15日前修整完毕，保证通行。'),
  lead: text('牵头单位', '城建办'),
  accountable: optional('责任人', '周城建'),
  support: optional('配合单位', '农业农村办'),
  units: optional('相关村', '东溪村'),
  assignedOn: optional('交办日期', '2026年4月1日'),
  dueOn: text('办理时限', '2026年4月15日'),
  feedback: optional('反馈方式', '书面反馈'),
  contact: optional('联系人', '督查室 田督查'),
  result: optional('办理情况', ''),
};

/** 督办单 of one item. */
export const slip = form({
  label: '督办单',
  fields: slipFields,
  title: ({ matter }) => [`督办单：${matter}`],
  document: (data: DataOf<typeof slipFields>) => ({
    title: ['督办单'],
    underTitle: [`编号：${data.no}`],
    body: [
      pairs([
        ...(data.colour === '' ? [] : [[slipFields.colour.label, data.colour] as const]),
        [slipFields.matter.label, data.matter],
        [slipFields.basis.label, data.basis],
        [slipFields.leader.label, data.leader],
        [slipFields.requirement.label, data.requirement],
        [slipFields.lead.label, data.lead],
        [slipFields.accountable.label, data.accountable],
        [slipFields.support.label, data.support],
        [slipFields.units.label, data.units],
        [slipFields.assignedOn.label, data.assignedOn],
        [slipFields.dueOn.label, data.dueOn],
        [slipFields.feedback.label, data.feedback],
        [slipFields.contact.label, data.contact],
        // Room to write by hand, where nothing was reported yet.
        [slipFields.result.label, data.result || '\n\n\n'],
      ]),
      { kind: 'text', text: '（单位盖章）　　　年　　月　　日', place: 'right' },
    ],
  }),
});

const rectificationFields = {
  unit: text('被通知单位', '东溪村'),
  check: text('检查名称', '2026年10月人居环境检查'),
  on: text('检查日期', '2026年10月20日'),
  problems: rows('问题', { no: '序号', standard: '检查内容', place: '部位', due: '整改期限' }, [
    { no: '1', standard: '垃圾及时清运', place: '村口小桥', due: '2026年10月23日' },
    { no: '2', standard: '公示牌内容及时更新', place: '村部公示牌', due: '2026年10月27日' },
  ]),
  requirement: text(
    '整改要求',
    '按期整改，不用拍照、不用另报材料；到期由没有参加检查、也没有参与整改的人上门复查。',
  ),
  objection: optional(
    '不同意见',
    '对检查发现有不同意见的，可以口头或者书面提出，提出意见不影响评分。',
  ),
  contact: optional('联系人', '城建办 周城建'),
  issuer: text('发文单位', '青禾镇城建办'),
  issuedOn: text('发文日期', '2026年10月21日'),
};

/** 整改通知书: what an inspection found at one place. */
export const rectification = form({
  label: '整改通知书',
  fields: rectificationFields,
  title: ({ unit, check }) => [`${unit}${check}整改通知书`],
  document: (data: DataOf<typeof rectificationFields>) => ({
    title: ['整改通知书'],
    addressee: data.unit,
    body: [
      {
        kind: 'text',
        text: `${data.on}${data.check}发现下列问题，请按期整改。`,
      },
      {
        kind: 'table',
        columns: [
          { width: 10, align: 'center' },
          { width: 42, align: 'left' },
          { width: 24, align: 'left' },
          { width: 24, align: 'center' },
        ],
        head: [Object.values(rectificationFields.problems.columns)],
        rows: data.problems.map(({ no, standard, place, due }) => [no, standard, place, due]),
        small: true,
      },
      { kind: 'text', text: data.requirement },
      ...some(data.objection),
      ...some(data.contact, '联系人：'),
    ],
    signature: signed(data.issuer, data.issuedOn),
    receipt,
  }),
});

const answerFields = {
  applicant: text('异议人', '东溪村'),
  no: optional('异议编号', '异议2026-3'),
  matter: text('异议事项', '2026年第三季度东溪村：第 3.2 条，−2 分'),
  said: optional('提出的意见', '垃圾是上游漂来的，当天已经清走。'),
  askedOn: text('提出日期', '2026年10月12日'),
  examined: text('查明情况', '查阅、核对了：9月20日的检查照片，当日参加检查的两人的说明。'),
  finding: text('认定', '照片上的位置不在东溪村范围。'),
  reasons: text('理由和条款', '第3.2条只对本村范围内的问题扣分。（依据：第3.2条）'),
  result: text('处理结果', '异议成立，撤销有关事实。'),
  corrections: blocks(
    '更正内容',
    [{ kind: 'text', text: '撤销：9月20日东溪村垃圾积存1处（由更正事实撤销）。' }],
    false,
  ),
  ways: blocks('其他途径', [
    { kind: 'text', text: '对答复仍有不同意见的，可以向分管或者挂点领导反映；' },
    { kind: 'text', text: '也可以向县级主管考核工作的部门反映。' },
  ]),
  issuer: text('答复单位', '青禾镇考核办公室'),
  issuedOn: text('答复日期', '2026年10月20日'),
};

/** 异议答复: matter, what was looked at, finding, reasons, result, further ways. */
export const answer = form({
  label: '异议答复',
  fields: answerFields,
  title: ({ no }) => ['关于', no === '' ? '异议' : no, '的答复'],
  document: (data: DataOf<typeof answerFields>) => ({
    title: ['关于', data.no === '' ? '异议' : data.no, '的答复'],
    addressee: data.applicant,
    body: [
      said(`${data.askedOn}收到的异议，已由没有经手的同志核实，现答复如下。`),
      heading('异议的事项'),
      said(`${data.matter}。`),
      ...(data.said === '' ? [] : [said(`提出的意见：${data.said}`)]),
      heading('核实的情况'),
      said(data.examined),
      said(data.finding),
      heading('处理的结果和理由'),
      said(data.result),
      said(`理由：${data.reasons}`),
      ...data.corrections,
      heading('其他途径'),
      ...data.ways,
      said('提出异议不扣分，也不影响以后的考核。'),
    ],
    signature: signed(data.issuer, data.issuedOn),
    receipt,
  }),
});

function heading(title: string): Block {
  return { kind: 'heading', level: 1, text: title };
}

function said(words: string): Block {
  return { kind: 'text', text: words };
}

/** A paragraph, unless there is nothing to say. */
export function some(words: string, lead?: string): Block[] {
  if (words === '') return [];
  return [{ kind: 'text', text: words, ...(lead === undefined ? {} : { lead }) }];
}
