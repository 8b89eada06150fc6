/** Words of the one-time set-up. */

import { catalogue, counted, grouped } from './catalogue.ts';

const kindsZh = { town: '乡镇', county: '县' };
const kindsEn = { town: 'town', county: 'county' };
const typesZh: Readonly<Record<string, string>> = {
  town: '乡镇',
  station: '站所',
  village: '村',
  hamlet: '屋场',
  branch: '党支部',
};

export const setUpWords = catalogue(
  {
    title: '首次设置',
    state: '只做一次：设立县或乡镇，列出单位，定下第一位管理员。做完以后这一页就关闭。',
    step: (n: number, all: number, what: string) => `第 ${n} 步，共 ${all} 步：${what}`,
    next: '下一步',
    back: '上一步',
    missing: '这里还没有填。',

    stepKey: '一次性钥匙',
    key: '一次性钥匙',
    keyHint: '启动程序的窗口最后印出的那一行，形如 k7mq-2wtd-9xhp。没有看到的，请重新启动程序。',

    stepPlace: '县或乡镇',
    kind: '设立什么',
    kindName: (kind: 'town' | 'county') => kindsZh[kind],
    kindDuty: (kind: 'town' | 'county') =>
      kind === 'town'
        ? '一个乡镇自己用。'
        : '县里统一装，给各乡镇用；县里设立乡镇、任命各镇第一位管理员，看不到镇里的数据。',
    name: '名称',
    nameHint: '全名，如 青禾镇。',
    code: '简称',
    codeHint: '用在网址里：小写字母开头，用字母、数字、短横，如 qinghe。定了不能改。',
    codeBad: '简称要以小写字母开头，用 2 到 30 个小写字母、数字或短横。',

    stepUnits: '单位',
    unitsHint:
      '村和站所可以从表格读、从国家区划名单取，也可以手写，几样可以合用。现在不列，以后在“组织人员”里登记也行。',
    fromFile: '从 Excel 读',
    fromFileHint:
      '.xlsx 或 .csv，第一行写标题：名称、类别（村、站所、屋场）、上级、曾用名。只有“名称”必须有。',
    fileRead: (good: number, bad: number) =>
      bad === 0
        ? `读到 ${grouped(good)} 个单位。`
        : `读到 ${grouped(good)} 个单位，另有 ${grouped(bad)} 处有问题，没有读：`,
    otherRows: (n: number) =>
      `文件里还有 ${grouped(n)} 行人员和任职，设置完以后在“组织人员”里用同一个文件导入。`,
    fromList: '从国家区划名单取',
    search: '乡镇名称',
    searchHint: '写乡镇名，前面可以加县名，如“云川县 青禾镇”。',
    searchDeed: '查找',
    found: (n: number, isCut: boolean) =>
      isCut ? `先列出 ${grouped(n)} 个，请加上县名再找。` : `找到 ${grouped(n)} 个，请选本乡镇：`,
    foundNone: '名单里没有。换个写法再找，或者手写。',
    listNote: '名单截至 2023 年 6 月底。不要的去掉勾；名称以后可以改，原来的写法会留作曾用名。',
    take: (n: number) => `加入这 ${grouped(n)} 个村`,
    alias: (names: string) => `（${names}）`,
    byHand: '手写',
    byHandHint: '一行一个。',
    villages: '村、社区',
    stations: '站所、办、中心',
    takeHand: '加入',
    listed: (n: number) => (n === 0 ? '还没有列出单位。' : `已列出 ${grouped(n)} 个单位：`),
    remove: '去掉',
    removeAll: '全部去掉',
    type: (type: string) => typesZh[type] ?? type,
    twice: (names: string) => `${names}已经列过，没有再加。`,

    stepAdministrator: '第一位管理员',
    administratorHint: '管单位、人员和账号的人。口令现在就由本人定，别人不知道。',
    userName: '用户名',
    userNameHint: '字母开头，如 fang。不能是身份证号、电话号码。',

    stepFound: '核对',
    foundCounty: (name: string) => `设立县“${name}”；它的乡镇进去以后再设立。`,
    foundTown: (name: string, units: number) =>
      units === 0
        ? `设立乡镇“${name}”，先不列单位。`
        : `设立乡镇“${name}”和它的 ${grouped(units)} 个单位。`,
    foundWho: (userName: string) => `第一位管理员用“${userName}”登录，管全部账号。`,
    foundWhere: (address: string) => `网址 ${address}`,
    foundDeed: '设立',
    onlyOnce: '设立以后，首次设置不能再做一次。',
    closed: '首次设置没有打开',
    toSignIn: '去登录',
  },
  {
    title: 'Set-up',
    state:
      'Done once: found the county or town, list its units, choose the first administrator. Then this page closes.',
    step: (n, all, what) => `Step ${n} of ${all}: ${what}`,
    next: 'Next',
    back: 'Back',
    missing: 'Nothing is written here yet.',

    stepKey: 'one-time key',
    key: 'One-time key',
    keyHint:
      'The last line that the program printed at its start, such as k7mq-2wtd-9xhp. Start it anew if you did not see it.',

    stepPlace: 'county or town',
    kind: 'What is founded',
    kindName: (kind) => kindsEn[kind],
    kindDuty: (kind) =>
      kind === 'town'
        ? 'One town for itself.'
        : 'A county for its towns: it founds them and appoints the first administrator of each, and sees nothing in them.',
    name: 'Name',
    nameHint: 'In full.',
    code: 'Short name',
    codeHint:
      'Stands in addresses: small letters, figures, hyphens, such as qinghe. It can never be changed.',
    codeBad: 'A small letter first, then 2 to 30 small letters, figures or hyphens.',

    stepUnits: 'units',
    unitsHint:
      'Villages and offices come from a workbook, from the national list or by hand, also mixed. They can be entered later as well.',
    fromFile: 'From Excel',
    fromFileHint:
      '.xlsx or .csv with a row of titles; only the name must be there. The reference says which titles.',
    fileRead: (good, bad) =>
      bad === 0
        ? `${counted(good, 'unit was', 'units were')} read.`
        : `${counted(good, 'unit was', 'units were')} read; ${counted(bad, 'place is', 'places are')} wrong and not read:`,
    otherRows: (n) =>
      `${counted(n, 'row', 'rows')} of persons and posts are in the file too; import it again later under Units and people.`,
    fromList: 'From the national list',
    search: 'Name of the town',
    searchHint: 'The name, with that of the county before it if needed.',
    searchDeed: 'Find',
    found: (n, isCut) =>
      isCut
        ? `The first ${grouped(n)}; add the name of the county.`
        : `${counted(n, 'town', 'towns')} found; choose yours:`,
    foundNone: 'Not in the list. Write it differently, or enter the villages by hand.',
    listNote:
      'The list is of June 2023. Take the mark off what is not wanted; names can be changed later.',
    take: (n) => `Add ${counted(n, 'village', 'villages')}`,
    alias: (names) => ` (${names})`,
    byHand: 'By hand',
    byHandHint: 'One in a line.',
    villages: 'Villages',
    stations: 'Offices',
    takeHand: 'Add',
    listed: (n) => (n === 0 ? 'No unit is listed yet.' : `${counted(n, 'unit', 'units')} listed:`),
    remove: 'Remove',
    removeAll: 'Remove all',
    type: (type) => type,
    twice: (names) => `${names}: listed already, not added again.`,

    stepAdministrator: 'first administrator',
    administratorHint:
      'Keeps units, people and accounts. That person chooses the password now, nobody else knows it.',
    userName: 'User name',
    userNameHint: 'A letter first, such as fang; no identity or telephone number.',

    stepFound: 'check',
    foundCounty: (name) => `The county “${name}” is founded; its towns are founded from inside.`,
    foundTown: (name, units) =>
      units === 0
        ? `The town “${name}” is founded, without units for now.`
        : `The town “${name}” is founded with ${counted(units, 'unit', 'units')}.`,
    foundWho: (userName) =>
      `The first administrator signs in as “${userName}” and keeps all accounts.`,
    foundWhere: (address) => `Address: ${address}`,
    foundDeed: 'Found',
    onlyOnce: 'The set-up cannot be done a second time.',
    closed: 'The set-up is not open',
    toSignIn: 'Sign in',
  },
);
