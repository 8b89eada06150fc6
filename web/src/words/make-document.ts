/** Words of the button by which a page has a numbered document made. */

import { catalogue } from './catalogue.ts';

export const makeDocumentWords = catalogue(
  {
    make: '生成带编号的 Word',
    made: (number: string) => `已生成 ${number}。`,
    again: (number: string) => `同样的内容已经生成过，是 ${number}。`,
    download: '下载 Word',
    list: '到公文列表',
    notices: '生成整改通知书',
    noticesTitle: '生成整改通知书',
    noticesBody: (n: number) => `${n} 个还没有改好的问题，每张现场表一份，各有编号。`,
    noticesMade: (n: number) => `已生成 ${n} 份整改通知书。`,
  },
  {
    make: 'Numbered Word document',
    made: (number) => `${number} is made.`,
    again: (number) => `The same was made before: ${number}.`,
    download: 'Download Word',
    list: 'To the documents',
    notices: 'Rectification notices',
    noticesTitle: 'Rectification notices',
    noticesBody: (n) => `${n} findings are to be put right; one numbered notice for each sheet.`,
    noticesMade: (n) => `Made: ${n}.`,
  },
);
