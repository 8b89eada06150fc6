/** Words of plain links: an address that shows a village its list without sign-in. */

import { catalogue, grouped } from './catalogue.ts';
import { settingsWords } from './settings.ts';

const statesZh: Readonly<Record<string, string>> = {
  live: '可以用',
  expired: '过期',
  locked: '输错太多，停用',
  ended: '已停用',
  read: '看了清单',
  'wrong-pin': '取阅码不对',
};

const statesEn: Readonly<Record<string, string>> = {
  live: 'good',
  expired: 'expired',
  locked: 'shut: wrong numbers',
  ended: 'ended',
  read: 'list read',
  'wrong-pin': 'wrong number',
};

const { zh, en } = settingsWords;

export const linkWords = catalogue(
  {
    links: zh.links,
    off: '没有开通。村里要看清单，可以登录，也可以由包村干部打印送去。',
    on: (decision: string, live: number) => `按${decision}开通，现在可以用的 ${grouped(live)} 个。`,
    hint: '免登录链接让村里不用账号就能看本村清单：只有事项名称、期限和问哪个部门，没有分数、没有人名、没有领导批示。凭告知单上的取阅码打开，七天到期，每次打开都记着。',
    openIt: '开通',
    change: '改文号或电话',
    decision: '同意开通的决定文号',
    decisionHint: '例如：青党办〔2026〕7号。没有决定就不开通。',
    contact: '村里有疑问打哪里',
    contactHint: '例如：党政办 0730-8800001。印在告知单上，也显示在清单下面。',
    missing: '这一格要填。',
    save: '存上',
    stop: '停止开通',
    stopBody: (live: number) =>
      `停止开通以后，现在可以用的 ${grouped(live)} 个链接马上打不开，告知单也作废。`,
    make: '做一个链接',
    makeHint: '每个村同时只有一个：做了新的，旧的马上停用。地址和取阅码只显示一次，请当场打印。',
    letLeave: '标题看过了，照样发',
    village: '村',
    choose: '选村',
    made: '做于',
    madeBy: '谁做的',
    expires: '用到',
    state: (state: string) => statesZh[state] ?? state,
    status: '状态',
    readings: '看了几次',
    wrongPins: '输错几次',
    lastRead: '最近看',
    never: '没有看过',
    readingsTitle: '取阅记录',
    none: '还没有做过链接。',
    noneWhy: '村里有账号的不用做；只看纸的，在清单里打印就行。',
    end: '停用',
    endBody: (village: string) => `停用以后，${village}手上的地址马上打不开。`,
    paperTitle: (town: string, village: string) => `${town}${village}看清单告知单`,
    paperBody: '镇里交给本村的事，可以在手机或电脑上看，不用账号。打开下面的地址，输入取阅码。',
    paperLost: '地址和取阅码已经显示过一次，不再显示。请重新做一个链接。',
    address: '地址',
    addressHint: '不分大小写，横线可以不输',
    pin: '取阅码',
    pinHint: '连续输错五次就停用',
    paperRules:
      '请不要拍照转发。村里只看、不用填报；情况有变，打电话或者告诉包村干部，由他代为答复。',
    print: '打印告知单',
    done: '印好了',
  },
  {
    links: en.links,
    off: 'Off. A village may sign in, or its resident cadre brings the list on paper.',
    on: (decision, live) => `Allowed by ${decision}; links that are good now: ${grouped(live)}.`,
    hint: 'A plain link lets a village read its list without an account: titles, days and which office to ask; no points, no persons, no instructions of leaders. The number on the paper opens it for seven days, and every reading is kept.',
    openIt: 'Allow',
    change: 'Change decision or telephone',
    decision: 'Number of the decision that allows it',
    decisionHint: 'The number of the notice. Without a decision it stays off.',
    contact: 'Whom a village calls',
    contactHint: 'Office and telephone: on the paper and below the list.',
    missing: 'This is needed.',
    save: 'Save',
    stop: 'Turn off',
    stopBody: (live) =>
      `Turned off, the links that are good now (${grouped(live)}) stop opening at once.`,
    make: 'Make a link',
    makeHint:
      'A village has one at a time: a new one ends the old. Address and number are shown once; print them now.',
    letLeave: 'I have read these titles: they leave as they are',
    village: 'Village',
    choose: 'Choose a village',
    made: 'Made',
    madeBy: 'Made by',
    expires: 'Good until',
    state: (state) => statesEn[state] ?? state,
    status: 'State',
    readings: 'Read',
    wrongPins: 'Wrong numbers',
    lastRead: 'Last read',
    never: 'never read',
    readingsTitle: 'Readings',
    none: 'No link was made yet.',
    noneWhy:
      'A village with an account needs none; on paper the list is printed from the list page.',
    end: 'End',
    endBody: (village) => `Ended, the address that ${village} has stops opening at once.`,
    paperTitle: (town, village) => `${town}: how ${village} reads its list`,
    paperBody:
      'What the town asks of the village can be read on a telephone or computer without an account. Open the address and enter the number.',
    paperLost: 'Address and number were shown once already. Make a new link.',
    address: 'Address',
    addressHint: 'capitals do not matter, hyphens may be left out',
    pin: 'Number',
    pinHint: 'five wrong numbers in a row shut the link',
    paperRules:
      'Please do not photograph or pass this on. The village only reads; if something has changed, call or tell the resident cadre, who answers for the village.',
    print: 'Print the notice',
    done: 'Printed',
  },
);
