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
