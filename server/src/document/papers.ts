/** Kinds whose data are a whole official document: what a room writes itself, in the frame that all share. */

import { isoDate } from '@oneneedle/kernel';
import {
  blocks,
  type Fields,
  type Filling,
  type KindTable,
  optional,
  placeholder,
  text,
} from './fields.ts';
import type { Appendix, Block, OfficialDocument } from './model.ts';
import { officialDate } from './text.ts';

const exampleBody: readonly Block[] = [
  { kind: 'text', text: '现将有关情况通知如下。' },
  { kind: 'heading', level: 1, text: '基本情况' },
  { kind: 'text', text: '各村、各办站所按要求完成了本月工作。' },
];
const exampleAppendix: Appendix = {
  title: '办理情况表',
  blocks: [
    {
      kind: 'table',
      columns: [
        { width: 1, align: 'center' },
        { width: 3, align: 'left' },
      ],
      head: [['序号', '事项']],
      rows: [['1', '河道清淤']],
      small: true,
    },
  ],
};

const fields = {
  agency: optional('发文机关标志', '青禾镇人民政府文件'),
  number: optional('文号', '【文号由党政办登记，待定】'),
  marks: optional('标注', '内部资料'),
  title: text('标题', '关于2026年10月工作情况的通报'),
  under: optional('题注', '（2026年10月8日党政联席会议通过）'),
  addressee: optional('主送', '各村，各办站所'),
  body: blocks('正文', exampleBody),
  appendices: blocks('附件', appendixBlocks([exampleAppendix]), false),
  signature: optional('署名', '青禾镇人民政府'),
  on: optional('成文日期', '2026年11月6日'),
  note: optional('附注', '此件公开张贴'),
  copyTo: optional('抄送', '县委组织部'),
  printed: optional('印发', '青禾镇党政办公室　2026年11月6日印发'),
} as const satisfies Fields;

/** A kind of this frame; `title` is that of its example. */
export function paper(label: string, title: readonly string[]): KindTable<OfficialDocument> {
  return {
    label,
    fields: { ...fields, title: text('标题', title.join('')) },
    example: {
      head: { text: fields.agency.example, number: fields.number.example },
      title,
      addressee: fields.addressee.example,
      body: exampleBody,
      signature: { name: fields.signature.example, on: isoDate('2026-11-06'), sealed: true },
      appendices: [exampleAppendix],
      copyTo: fields.copyTo.example,
    },
    title: (document) => document.title,
    document: (document) => document,
    blank,
    filling,
  };
}

function blank(): OfficialDocument {
  const word = (name: keyof typeof fields) => placeholder(fields[name].label);
  return {
    head: { text: word('agency'), number: word('number'), fits: 11 },
    marks: [word('marks')],
    title: [word('title')],
    addressee: word('addressee'),
    body: [
      { kind: 'text', text: word('body') },
      { kind: 'text', text: word('appendices') },
    ],
    signature: { sealed: true, name: word('signature'), onWords: word('on') },
    note: word('note'),
    copyTo: word('copyTo'),
  };
}

function filling(document: OfficialDocument): Filling {
  const { signature, printedBy } = document;
  const said = {
    agency: document.head?.text,
    number: document.head?.number,
    marks: document.marks?.join('\n'),
    title: document.title.join(''),
    under: document.underTitle?.join('\n'),
    addressee: document.addressee,
    signature: signature?.name,
    on: signature?.on && officialDate(signature.on),
    note: document.note,
    copyTo: document.copyTo,
    printed: printedBy && `${printedBy.name}　${officialDate(printedBy.on)}印发`,
  };
  const texts = Object.entries(said).map(([name, value]) => [
    fields[name as keyof typeof said].label,
    value ?? '',
  ]);
  return {
    ...Object.fromEntries(texts),
    [fields.body.label]: document.body,
    [fields.appendices.label]: appendixBlocks(document.appendices ?? []),
  };
}

/** Appendices below the text: a template has the pages that its clerk gave it. */
function appendixBlocks(appendices: readonly Appendix[]): Block[] {
  return appendices.flatMap(({ title, blocks: inside }, index): Block[] => [
    {
      kind: 'text',
      lead: `附件${appendices.length > 1 ? index + 1 : ''}`,
      text: '',
      place: 'left',
    },
    { kind: 'text', text: title, place: 'center' },
    ...inside,
  ]);
}
