/** Words of the notices of a result: one numbered document for each subject, made as one batch. */

import { catalogue, counted, grouped } from './catalogue.ts';

export const resultNoticeWords = catalogue(
  {
    title: '结果告知书',
    says: '每个考核对象一份 Word，各有编号，写明条款、分值、事实和怎样提异议，末尾有签收栏。等次没有决定的先空着；涉及个人隐私的事由不印。再做一次，没有变化的还是原来的编号。',
    period: '哪一期',
    make: '生成并打包',
    making: (done: number, total: number) => `已生成 ${grouped(done)}/${grouped(total)} 份`,
    none: '还没有公布或封存的一期。请先公布或封存。',
  },
  {
    title: 'Result notices',
    says: 'A Word file for each subject with a number of its own: clauses, points, facts, how to object, and where to sign. A grade that nobody decided is left open; private grounds are not printed. Made again, what did not change keeps its number.',
    period: 'Which period',
    make: 'Make and pack',
    making: (done, total) => `${grouped(done)} of ${counted(total, 'notice', 'notices')} made`,
    none: 'No period is published or sealed yet.',
  },
);
