/** Words of the selection list: whom one rule proposes for an honour, posted before the body decides. */

import { catalogue, counted, grouped } from './catalogue.ts';

export const selectionWords = catalogue(
  {
    title: '推荐名单',
    says: '一条规则提出的全部列入，按名称排列，不是名次，不能挑人；有异议的照样列入并写明，依规定不能列入的另列原因。公示期满、异议办结以后才能决定。个人名单只在机关内部公示。',
    rule: '哪一期、哪条规则',
    postedOn: '张榜日期',
    postedHint: (workdays: number) => `公示 ${grouped(workdays)} 个工作日，张榜当日不计入`,
    make: '生成推荐名单',
    list: '名单',
    made: (number: string, until: string) => `已生成${number}，公示到${until}。`,
    download: '下载 Word',
  },
  {
    title: 'Selection list',
    says: 'Everybody whom one rule proposes, by name and not by rank, nobody picked; who is objected to stands on it all the same, and who cannot be listed stands apart with why. The body decides after the posting and the answers. Lists of persons are posted inside the office alone.',
    rule: 'Which period and rule',
    postedOn: 'Posted on',
    postedHint: (workdays) =>
      `Posted for ${counted(workdays, 'workday', 'workdays')}, the day of posting not counted`,
    make: 'Make the list',
    list: 'List',
    made: (number, until) => `${number} is made, posted until ${until}.`,
    download: 'Download Word',
  },
);
