/** Words of the parts of what is published and what follows from it. */

import { catalogue } from './catalogue.ts';

export const resultsFrameWords = catalogue(
  {
    parts: '公示结果的各部分',
    editions: '公示',
    objections: '异议',
    grades: '等次',
    outcomes: '结果运用',
    tolerance: '容错',
    pay: '考核工资',
    papers: '公文',
    benchmark: '对标',
    onePage: '书记一页',
  },
  {
    parts: 'Parts of published results',
    editions: 'Published lists',
    objections: 'Objections',
    grades: 'Grades',
    outcomes: 'Outcomes',
    tolerance: 'Tolerance',
    pay: 'Pay',
    papers: 'Documents',
    benchmark: 'District lists',
    onePage: 'One page',
  },
);
