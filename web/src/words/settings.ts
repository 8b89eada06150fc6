/** Words that every page of the settings has: roles and what they are for. */

import { catalogue } from './catalogue.ts';

const rolesZh: Readonly<Record<string, string>> = {
  administrator: '管理员',
  'assessment-office': '考核办',
  recorder: '记实员',
  reviewer: '复核员',
  leader: '领导',
  supervision: '督查室',
  'resident-cadre': '包村干部',
  village: '村',
  discipline: '纪检',
  organisation: '组织委员',
  finance: '财政所',
  county: '县级',
};

const rolesEn: Readonly<Record<string, string>> = {
  administrator: 'administrator',
  'assessment-office': 'assessment office',
  recorder: 'recorder',
  reviewer: 'reviewer',
  leader: 'leader',
  supervision: 'supervision office',
  'resident-cadre': 'resident cadre',
  village: 'village',
  discipline: 'discipline',
  organisation: 'organisation committee member',
  finance: 'finance station',
  county: 'county',
};

const dutiesZh: Readonly<Record<string, string>> = {
  administrator: '管单位、人员、账号与岗位；不看没有封存的得分。',
  'assessment-office': '管考核办法和考核期；封存以前只有它看得到得分名次。',
  recorder: '按自己站所的条款记实、打分、签经查无。',
  reviewer: '复核别人登记的事实并入账；不能复核自己记的。',
  leader: '看全镇的事实和封存后的结果。',
  supervision: '立项、交办、催办、核查、销号；自己承办的件自己不能销号。',
  'resident-cadre': '代所包的村登记村里说的话，写明是代办。',
  village: '只看本村的事实和结果，不用填报。',
  discipline: '什么都能看，什么都不能改。',
  organisation: '提出等次和结果运用的建议，交有权机关决定；封存以前不看得分名次。',
  finance: '看审定的绩效报酬表，按表发放。',
  county: '县里看已经公示的结果。',
};

const dutiesEn: Readonly<Record<string, string>> = {
  administrator: 'Keeps units, people, accounts and roles; sees no points before the seal.',
  'assessment-office': 'Keeps schemes and periods; alone sees points and ranks before the seal.',
  recorder: 'Records facts and scores under the clauses of its own office.',
  reviewer: 'Reviews and posts what others recorded, never its own.',
  leader: 'Reads the facts of the town and sealed results.',
  supervision: 'Registers, assigns, urges, checks and closes items, never those it does itself.',
  'resident-cadre': 'Writes down what its village says, marked as on its behalf.',
  village: 'Reads what concerns its village; owes nothing.',
  discipline: 'Reads everything, changes nothing.',
  organisation:
    'Proposes grades and outcomes to the body that decides; sees no points before the seal.',
  finance: 'Reads approved pay sheets and pays by them.',
  county: 'Reads published results.',
};

export const settingsWords = catalogue(
  {
    settings: '设置',
    own: '本人账号',
    accounts: '账号与岗位',
    reminders: '提醒',
    links: '免登录链接',
    field: '手机现场页',
    audit: '操作记录',
    towns: '本县乡镇',
    role: (role: string) => rolesZh[role] ?? role,
    duty: (role: string) => dutiesZh[role] ?? role,
    wholeTown: '全镇',
    scope: (unit: string, lines: readonly string[]) =>
      lines.length === 0 ? unit : `${unit}，只管${lines.join('、')}`,
    since: (from: string) => `${from}起`,
    span: (from: string, to: string) => `${from}至${to}`,
    substituteMark: '替补',
    roles: '岗位',
    older: '再看更早的',
  },
  {
    settings: 'Settings',
    own: 'My account',
    accounts: 'Accounts and roles',
    reminders: 'Reminders',
    links: 'Plain links',
    field: 'Page of the field',
    audit: 'Record of deeds',
    towns: 'Towns of the county',
    role: (role) => rolesEn[role] ?? role,
    duty: (role) => dutiesEn[role] ?? role,
    wholeTown: 'whole town',
    scope: (unit, lines) => (lines.length === 0 ? unit : `${unit}, only ${lines.join(', ')}`),
    since: (from) => `since ${from}`,
    span: (from, to) => `${from} to ${to}`,
    substituteMark: 'substitute',
    roles: 'Roles',
    older: 'Show older ones',
  },
);
