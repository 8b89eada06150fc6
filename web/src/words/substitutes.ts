/** Words of who stands in for somebody from a day to a day. */

import { catalogue } from './catalogue.ts';

export const substituteWords = catalogue(
  {
    nameSubstitute: '定替补',
    substituteFor: (name: string) => `${name}不在的日子，谁来办`,
    standIn: '替补的人',
    standInHint: '有账号的人。在这些日子里他有同样的岗位和范围，办的事注明“代某某”。',
    standInRule: '替补的人不能复核自己记的，也不能复核原来那位记的。',
    firstDay: '从哪天起',
    lastDay: '最后一天',
    sameYear: '要在同一年。',
    nameDeed: '定为替补',
    ownRule: '不在的日子，可以自己定一个人替您办：到最后一天自动结束，管理员看得到，也能随时免去。',
    ownFor: (role: string) => `我不在的日子，谁来当${role}`,
    standsIn: (name: string, from: string, to: string) => `${name}替您办，${from}至${to}`,
    endStandIn: '不用替了',
    endTitle: (name: string) => `不让${name}替了？`,
    endBody: '马上生效。他替您办过的事照旧。',
  },
  {
    nameSubstitute: 'Name a substitute',
    substituteFor: (name) => `Who does the work of ${name}`,
    standIn: 'Substitute',
    standInHint: 'In these days they hold the same role; what they do is marked.',
    standInRule: 'A substitute reviews neither their own entries nor those of whoever is absent.',
    firstDay: 'From',
    lastDay: 'Last day',
    sameYear: 'Within the same year.',
    nameDeed: 'Name them',
    ownRule:
      'While you are away somebody may do your work: it ends by itself, and the administrator sees it and may end it.',
    ownFor: (role) => `Who is ${role} while I am away`,
    standsIn: (name, from, to) => `${name} stands in for you, ${from} to ${to}`,
    endStandIn: 'End this',
    endTitle: (name) => `End that ${name} stands in for you?`,
    endBody: 'At once. What they did in your place stays.',
  },
);
