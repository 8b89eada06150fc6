/** Words of the one list. */

import { catalogue, counted, grouped } from './catalogue.ts';

export const deskWords = catalogue(
  {
    list: '清单',
    label: '等我办的事，按期限先后',
    count: (all: number, overdue: number, near: number) =>
      overdue + near === 0
        ? `有 ${grouped(all)} 件事等您办，都不急。`
        : `有 ${grouped(all)} 件事等您办：超期 ${grouped(overdue)} 件，三日内到期 ${grouped(near)} 件。`,
    first: (title: string) => `先办这一件：${title}`,
    today: (day: string) => `今天 ${day}`,
    dueToday: (n: number) => `今天到期 ${grouped(n)} 件。`,
    noneToday: '今天没有到期的。',
    due: (day: string) => `${day}前办`,
    noDay: '没有期限',
    nothing: '没有等您办的事。',
    nothingWhy: '有了新的事会自己排到这里，不用一直守着。',
    ledger: '看事实台账',
    standings: '看得分名次',
  },
  {
    list: 'your list',
    label: 'What waits for me, the nearest day first',
    count: (all, overdue, near) =>
      overdue + near === 0
        ? `${counted(all, 'matter waits', 'matters wait')} for you; none is urgent.`
        : `${counted(all, 'matter waits', 'matters wait')} for you: ${grouped(overdue)} overdue, ${grouped(near)} due within three days.`,
    first: (title) => `Begin with this one: ${title}`,
    today: (day) => `Today, ${day}`,
    dueToday: (n) => `${counted(n, 'matter is', 'matters are')} due today.`,
    noneToday: 'Nothing is due today.',
    due: (day) => `by ${day}`,
    noDay: 'no date',
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
