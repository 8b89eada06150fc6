/** The notice 公示 as an official document, from the published file alone. */

import type { IsoDate } from '@oneneedle/kernel';
import { type Block, officialDate, officialDocx, type Table } from '../../document/index.ts';
import type { PublishedFile } from './check-file.ts';
import { circlesOf, type Published, plainName } from './poster.ts';

/** A Word file; the same published file gives the same bytes. */
export function noticeBytes({ file, sha256 }: Published): Promise<Uint8Array> {
  const { head } = file;
  return officialDocx({
    title: ['关于', head.label, plainName(head), '结果的公示'],
    addressee: '各村（社区）、各单位',
    body: [
      { kind: 'text', text: opening(file) },
      ...(head.reason === ''
        ? []
        : [
            {
              kind: 'text' as const,
              text: `本版是第${head.edition}版，代替第${head.replaces}版。更正说明：${head.reason}`,
            },
          ]),
      { kind: 'heading', level: 1, text: '考核结果' },
      ...circlesOf(file).flatMap(({ name, rows }): Block[] => [
        ...(name === '' ? [] : [{ kind: 'heading' as const, level: 2 as const, text: name }]),
        tableOf(rows),
      ]),
      { kind: 'heading', level: 1, text: '公示期限和异议' },
      {
        kind: 'text',
        text: `公示自${officialDate(head.postedOn as IsoDate)}起，至${officialDate(head.objectUntil as IsoDate)}止，张榜当日不计入。`,
      },
      {
        kind: 'text',
        text: `对结果有异议的，请在公示期内向${head.objectTo.person}提出，电话${head.objectTo.telephone}，地点${head.objectTo.place}。当面、电话、书面均可，也可以请包村干部代填。收到以后由没有经手的人核实，七个工作日内书面答复（办法另有规定的，按办法写）；不署名的也核实，但无法答复本人。提出异议不影响得分。`,
      },
    ],
    signature: { sealed: true, name: head.decision.body, on: head.postedOn as IsoDate },
    note: `凭据码${head.receiptCode}`,
    source: `数据版次：${head.schemeName}${head.label}第${head.edition}版，公示文件SHA-256 ${sha256}`,
  });
}

function opening({ head, rows }: PublishedFile): string {
  return `根据《${head.schemeName.replace(/[《》]/g, '')}》，经${head.decision.body}${officialDate(head.decision.on as IsoDate)}研究（${head.decision.no}），现将${rows.length}个考核对象${head.label}的考核结果予以公示。`;
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
