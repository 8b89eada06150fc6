/** Words of taking over what another office found already. */

import { catalogue, counted, grouped } from './catalogue.ts';

export const reuseWords = catalogue(
  {
    title: '先看已有的结果',
    says: '别的部门近来查过，可以沿用，不用再去。这里只有查了哪几项、几处有问题；地点、人和照片在原来的现场表上，归原来能看的人看。',
    found: (office: string, day: string, lines: number, wrong: number) =>
      `${office}${day}查过 ${grouped(lines)} 项，${wrong === 0 ? '都没有发现问题' : `${grouped(wrong)} 项有问题`}`,
    lines: (count: number) => `是哪 ${grouped(count)} 项`,
    sound: '没有发现问题',
    wrong: (count: number) => `${grouped(count)} 处有问题`,
    line: (group: string, standard: string, found: string) => `${group}：${standard}——${found}`,
    toSheet: '看现场表',
    takeOver: '沿用',
    takeOverTitle: (subject: string) => `${subject}：沿用，不再去`,
    takeOverSays: '这一处不再安排，村里少接待一次；这一轮里写明沿用谁的结果。',
    goAnyway: '还要去',
    goAnywayTitle: (subject: string) => `${subject}：还要去`,
    goAnywaySays: '理由写在这一轮里，领导和督查室看得到。',
    why: '理由',
    note: '说明',
    noteHint: '沿用来做什么',
    takenOver: (office: string, day: string, note: string) => `沿用${office}${day}的结果：${note}`,
    demandDone: '没有下发：沿用已有的结果。减负表记在没有下发的里面。',
    demandDeed: (village: string) => `沿用，不向${village}下发`,
    reuses: (office: string, template: string) => `沿用${office}“${template}”的结果`,
    saved: (visits: number, offices: string) =>
      `沿用别的部门的检查结果，少去村里 ${grouped(visits)} 趟：${offices}。`,
    ofOffice: (office: string, visits: number) => `${office} ${grouped(visits)} 趟`,
    comma: '、',
  },
  {
    title: 'What is known already',
    says: 'Another office looked lately; take it over and nobody need go. Shown here: which lines, and how many places were wrong. Places, people and photos stay on the sheet, with those who read it.',
    found: (office: string, day: string, lines: number, wrong: number) =>
      `${office} looked at ${counted(lines, 'line', 'lines')} on ${day}, ${wrong === 0 ? 'nothing was wrong' : `${grouped(wrong)} wrong`}`,
    lines: (count: number) => `Which ${counted(count, 'line', 'lines')}`,
    sound: 'nothing wrong',
    wrong: (count: number) => `wrong in ${counted(count, 'place', 'places')}`,
    line: (group: string, standard: string, found: string) => `${group}: ${standard} — ${found}`,
    toSheet: 'Open the sheet',
    takeOver: 'Take over',
    takeOverTitle: (subject: string) => `${subject}: take over, do not go`,
    takeOverSays: 'Nobody goes there; the round says whose result it has.',
    goAnyway: 'Go all the same',
    goAnywayTitle: (subject: string) => `${subject}: go all the same`,
    goAnywaySays: 'The reason stands in the round; leaders and supervision read it.',
    why: 'Reason',
    note: 'Note',
    noteHint: 'What it is taken over for',
    takenOver: (office: string, day: string, note: string) =>
      `Taken over from ${office}, ${day}: ${note}`,
    demandDone: 'Not sent: the result is taken over. The burden meter counts it as not sent.',
    demandDeed: (village: string) => `Take over, do not send to ${village}`,
    reuses: (office: string, template: string) => `Has the result of ${office}, “${template}”`,
    saved: (visits: number, offices: string) =>
      `${counted(visits, 'journey', 'journeys')} to villages saved by taking results over: ${offices}.`,
    ofOffice: (office: string, visits: number) => `${office} ${grouped(visits)}`,
    comma: ', ',
  },
);
