/** Words of the switch of the internet page. */

import { catalogue } from './catalogue.ts';

export const internetWords = catalogue(
  {
    internet: '上网公示',
    internetOff: '没有上网：互联网上看不到公示，榜上也没有二维码。',
    internetOn: (no: string, day: string) =>
      `已上网（${no}，${day}）：单位名单不登录也看得到，榜上印二维码。`,
    turnOn: '打开上网公示',
    turnOff: '关闭上网公示',
    turnOnSays:
      '要有党委会的决定。打开以后，公示的单位名单在互联网上不登录也看得到；个人名单不上网。',
    turnOffSays: '关闭以后，互联网上的公示页就没有了；已经印出去的二维码也打不开。',
    decisionNo: '决定文号',
    decidedOn: '决定日期',
  },
  {
    internet: 'On the internet',
    internetOff: 'Off: nothing is seen on the internet, and the poster has no code.',
    internetOn: (no: string, day: string) =>
      `On by decision ${no} of ${day}: lists of units are read without an account, the poster has a code.`,
    turnOn: 'Turn the internet page on',
    turnOff: 'Turn the internet page off',
    turnOnSays:
      'It needs a decision of the party committee. Lists of units are then read without an account; lists of persons never are.',
    turnOffSays: 'The page is gone then, and codes that were printed lead nowhere.',
    decisionNo: 'Number of the decision',
    decidedOn: 'Decided on',
  },
);
