/** 签收: the strip at the foot of a notice, by which its handing over is proved. */

import type { Table } from './model.ts';

/** Who took it and when; and where nobody signed, what was said and the two who saw it. */
export const receipt: Table = {
  kind: 'table',
  columns: [
    { width: 16, align: 'center' },
    { width: 34, align: 'left' },
    { width: 16, align: 'center' },
    { width: 34, align: 'left' },
  ],
  head: [],
  rows: [
    ['签收人', '', '签收日期', '　　　　年　　月　　日'],
    ['没有签收的', { text: '情况：　　　　　　　　　　　　两名见证人：', columns: 3 }],
  ],
};
