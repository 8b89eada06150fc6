/** The notice 公示 as an official document, from the published file alone. */

import type { IsoDate } from '@oneneedle/kernel';
import { type Block, officialDocx, type Table } from '../../document/index.ts';
import {
  answerText,
  changeTexts,
  circlesOf,
  correctsText,
  decidedText,
  type Published,
  plainName,
  weekdayText,
} from './poster.ts';
import type { PublishedFile } from './published-shapes.ts';

/** A Word file; the same published file gives the same bytes. */
export function noticeBytes({ file, sha256, root }: Published): Promise<Uint8Array> {
  const { head } = file;
  const { by, on } = head.signature ?? { by: head.decision.body, on: head.postedOn };
  const kind = head.replaces === null ? '公示' : '更正公示';
  const code = root === undefined ? '' : `，核对码${root}`;
  return officialDocx({
    title: ['关于', head.label, plainName(head), `结果的${kind}`],
    addressee: '各村（社区）、各单位',
    body: [
      { kind: 'text', text: opening(file) },
      ...correction(file),
      { kind: 'heading', level: 1, text: '考核结果' },
      ...circlesOf(file).flatMap(({ name, rows }): Block[] => [
        ...(name === '' ? [] : [{ kind: 'heading' as const, level: 2 as const, text: name }]),
        tableOf(rows),
      ]),
      { kind: 'heading', level: 1, text: '公示期限和异议' },
      {
        kind: 'text',
        text: `公示自${weekdayText(head.postedOn)}起，至${weekdayText(head.objectUntil)}止，张榜当日不计入，遇休息日顺延。`,
      },
      { kind: 'text', text: objecting(file) },
    ],
    signature: { sealed: true, name: by, on: on as IsoDate },
    note: `凭据码${head.receiptCode}`,
    source: `数据版次：${head.schemeName}${head.label}第${head.edition}版${code}，公示文件SHA-256 ${sha256}，台账${file.log.size}条，根${file.log.root}`,
  });
}

function opening(file: PublishedFile): string {
  const { head, rows } = file;
  return `根据《${head.schemeName.replace(/[《》]/g, '')}》，经${decidedText(file)}，现将${rows.length}个考核对象${head.label}的考核结果予以公示。`;
}

function objecting({ head }: PublishedFile): string {
  const { office = '', person, telephone, place } = head.objectTo;
  return `对结果有异议的，请在公示期内向${office}${person}提出，电话${telephone}，地点${place}。当面、电话、书面均可，也可以请包村干部代填。由没有经手的人核实，${answerText(head)}书面答复；不署名的也核实，但无法答复本人。提出异议不影响得分。`;
}

/** Which edition it takes the place of, why, and whom it tells otherwise. */
function correction(file: PublishedFile): Block[] {
  const { head, changes = [] } = file;
  if (head.replaces === null) return [];
  const rows = changes.map((change) => [change.name, ...changeTexts(change)]);
  const table: Table = {
    kind: 'table',
    columns: [
      { width: 16, align: 'center' },
      { width: 22, align: 'center' },
      { width: 22, align: 'center' },
      { width: 40, align: 'left' },
    ],
    head: [['单位', '原来', '更正后', '改了哪里']],
    rows,
  };
  return [
    { kind: 'heading', level: 1, text: '更正了什么' },
    { kind: 'text', text: `${correctsText(file)}更正说明：${head.reason}` },
    ...(rows.length === 0 ? [] : [table]),
  ];
}

function tableOf(rows: PublishedFile['rows']): Table {
  return {
    kind: 'table',
    columns: [
      { width: 18, align: 'center' },
      { width: 40, align: 'center' },
      { width: 24, align: 'center' },
    ],
    head: [['名次', '单位', '得分（分）']],
    rows: rows.map(({ rank, name, total, note }) => [
      rank === null ? note || '不排' : String(rank),
      name,
      total,
    ]),
  };
}
