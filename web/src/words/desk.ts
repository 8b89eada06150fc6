/** Words of the one list. */

import { catalogue, counted, grouped } from './catalogue.ts';

export const deskWords = catalogue(
  {
    list: '清单',
    villagePage: '村页：谁负责、得了多少分、为什么',
    label: '等我办的事，按期限先后',
    count: (all: number, overdue: number, near: number) =>
      overdue + near === 0
        ? `有 ${grouped(all)} 件事等您办，都不急。`
        : `有 ${grouped(all)} 件事等您办：超期 ${grouped(overdue)} 件，三个工作日内到期 ${grouped(near)} 件。`,
    mine: '我的清单',
    whoseList: '看谁的清单',
    anyVillage: '看一个村的清单',
    choose: '选村',
    villageTitle: (name: string) => `${name}清单`,
    villageCount: (all: number, overdue: number, near: number) =>
      overdue + near === 0
        ? `有 ${grouped(all)} 件事等这个村，都不急。`
        : `有 ${grouped(all)} 件事等这个村：超期 ${grouped(overdue)} 件，三个工作日内到期 ${grouped(near)} 件。`,
    villageHint: '村里只看、不用填：由包村干部打开这一件，代村里答复。',
    villageNothing: (name: string) => `没有等${name}办的事。`,
    why: (text: string) => `为什么：${text}`,
    contact: (names: string) => `问：${names}`,
    between: ' · ',
    more: (shown: number, all: number) =>
      `先列最急的 ${grouped(shown)} 件，一共 ${grouped(all)} 件。`,
    readMore: '再往下看',
    print: '打印',
    paperHead: (town: string, title: string, day: string) => `${town} ${title}　${day}`,
    number: '序',
    what: '要办什么、为什么',
    until: '什么时候前',
    light: '缓急',
    ask: '问谁',
    tick: '办了',
    notPrinted: (n: number) => `还有 ${grouped(n)} 件没有那么急，没有印在这一页上，在网页上看。`,
    withheld: (n: number) =>
      `另有 ${grouped(n)} 件出自领导批示，只给办的人和督查室看，这里只计数。`,
    withheldOnPaper: (n: number) =>
      `另有 ${grouped(n)} 件不印在纸上，由包村干部当面说，也可以在系统里看。`,
    inPlaceOf: (name: string) => `代${name}`,
    first: (title: string) => `先办这一件：${title}`,
    today: (day: string) => `今天 ${day}`,
    dueToday: (n: number) => `今天到期 ${grouped(n)} 件。`,
    noneToday: '今天没有到期的。',
    due: (day: string, moved: string | undefined) =>
      moved === undefined ? `${day}前办` : `${day}休息，顺延到${moved}前办`,
    noDay: '没有期限',
    workdays: (workdays: number, days: number) => {
      if (days === 0) return '今日到期';
      if (days > 0) return `余${workdays}个工作日`;
      return workdays === 0 ? '不到1个工作日' : `${-workdays}个工作日`;
    },
    nothing: '没有等您办的事。',
    nothingWhy: '有了新的事会自己排到这里，不用一直守着。',
    ledger: '看事实台账',
    standings: '看得分名次',
  },
  {
    list: 'your list',
    villagePage: 'The village on one page',
    label: 'What waits for me, the nearest day first',
    count: (all, overdue, near) =>
      overdue + near === 0
        ? `${counted(all, 'matter waits', 'matters wait')} for you; none is urgent.`
        : `${counted(all, 'matter waits', 'matters wait')} for you: ${grouped(overdue)} overdue, ${grouped(near)} due within three workdays.`,
    mine: 'My list',
    whoseList: 'Whose list',
    anyVillage: 'The list of a village',
    choose: 'Choose a village',
    villageTitle: (name) => `List of ${name}`,
    villageCount: (all, overdue, near) =>
      overdue + near === 0
        ? `${counted(all, 'matter waits', 'matters wait')} for this village; none is urgent.`
        : `${counted(all, 'matter waits', 'matters wait')} for this village: ${grouped(overdue)} overdue, ${grouped(near)} due within three workdays.`,
    villageHint:
      'The village only reads: its resident cadre opens the matter and answers on its behalf.',
    villageNothing: (name) => `Nothing waits for ${name}.`,
    why: (text) => `Why: ${text}`,
    contact: (names) => `ask ${names}`,
    between: ' · ',
    more: (shown, all) => `The ${grouped(shown)} most urgent of ${grouped(all)}.`,
    readMore: 'Read on',
    print: 'Print',
    paperHead: (town, title, day) => `${town}: ${title}, ${day}`,
    number: 'No.',
    what: 'What and why',
    until: 'Until',
    light: 'Urgency',
    ask: 'Whom to ask',
    tick: 'Done',
    notPrinted: (n) =>
      `${counted(n, 'less urgent matter is', 'less urgent matters are')} not on this sheet; see the page.`,
    withheld: (n) =>
      `${counted(n, 'other matter comes', 'other matters come')} from an instruction of a leader: read by those who do it and the supervision office, only counted here.`,
    withheldOnPaper: (n) =>
      `${counted(n, 'other matter is', 'other matters are')} not on paper: the resident cadre tells of it, and the page shows it.`,
    inPlaceOf: (name) => `in place of ${name}`,
    first: (title) => `Begin with this one: ${title}`,
    today: (day) => `Today, ${day}`,
    dueToday: (n) => `${counted(n, 'matter is', 'matters are')} due today.`,
    noneToday: 'Nothing is due today.',
    due: (day, moved) =>
      moved === undefined ? `by ${day}` : `by ${moved}, for ${day} is a day of rest`,
    noDay: 'no date',
    workdays: (workdays, days) => {
      if (days === 0) return 'due today';
      const count = counted(Math.abs(workdays), 'workday', 'workdays');
      if (days > 0) return `${count} left`;
      return workdays === 0 ? 'less than a workday' : count;
    },
    nothing: 'Nothing waits for you.',
    nothingWhy: 'New matters line up here by themselves; there is no need to keep watch.',
    ledger: 'See the ledger of facts',
    standings: 'See the standings',
  },
);

/** Words for a leader with five minutes. */
export const leaderWords = catalogue(
  {
    sealedTitle: '最近封存的名单',
    periods: '考核期',
    noSeal: '还没有封存过一期。封存以前总分和名次还会变，只由考核办核对；封存以后在这里看。',
    standingsOf: (period: string) => `${period}得分名次`,
    sealedOn: (edition: number, moment: string) => `第 ${edition} 版，${moment}封存。`,
    nobodyMoved: '与上一期比，没有名次变动。',
    up: (places: number, group: string, rank: number) => `上升 ${places} 位，${group}第 ${rank} 名`,
    down: (places: number, group: string, rank: number) =>
      `下降 ${places} 位，${group}第 ${rank} 名`,
    waitingTitle: '等得久的事',
    waiting: '待记',
    noneLate: (days: number) => `各部门没有压了 ${days} 天以上还没入账的事。`,
    waits: (matters: number, day: string, days: number) =>
      `${grouped(matters)} 件没有入账，最早一件${day}记下，已等 ${grouped(days)} 天`,
    noOffice: '未定责任部门',
    others: (n: number, days: number) => `路上还有 ${grouped(n)} 件，都没有超过 ${days} 天。`,
    gapsTitle: '责任链',
    toRoster: '看名册',
  },
  {
    sealedTitle: 'The last sealed list',
    periods: 'periods',
    noSeal:
      'No period is sealed yet. Before the seal totals and ranks still change and only the assessment office checks them; afterwards they are here.',
    standingsOf: (period) => `Standings of ${period}`,
    sealedOn: (edition, moment) => `edition ${edition}, sealed ${moment}.`,
    nobodyMoved: 'Nobody changed places against the period before.',
    up: (places, group, rank) =>
      `${counted(places, 'place', 'places')} up, rank ${rank}${group && ` in ${group}`}`,
    down: (places, group, rank) =>
      `${counted(places, 'place', 'places')} down, rank ${rank}${group && ` in ${group}`}`,
    waitingTitle: 'What waits too long',
    waiting: 'entries',
    noneLate: (days) => `No office keeps a matter from the ledger for more than ${days} days.`,
    waits: (matters, day, days) =>
      `${counted(matters, 'matter is', 'matters are')} not in the ledger; the oldest was written on ${day}, ${counted(days, 'day', 'days')} ago`,
    noOffice: 'no office',
    others: (n, days) =>
      `${counted(n, 'other matter is', 'other matters are')} on the way, none for more than ${days} days.`,
    gapsTitle: 'The chain of responsibility',
    toRoster: 'See the roster',
  },
);
