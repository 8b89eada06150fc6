/** Words of a correction: a fact taken back, and what stands in its place. */

import { catalogue } from './catalogue.ts';

export const correctionWords = catalogue(
  {
    title: '更正',
    waiting: (by: string, day: string, office: string) =>
      `${by}${day}提出更正，等${office}的复核人复核；谁写的，谁不能复核。`,
    reviewed: (by: string, day: string, office: string) =>
      `${by}${day}提出更正，已经复核，等${office}的复核人入账。`,
    sentBack: (by: string) => `更正被退回，等${by}改好再交，或者删去。`,
    untilThen: '入账以前，这一条照旧算数。',
    noOffice: '全镇',
    why: (reason: string) => `理由：${reason}`,
    insteadOf: (sentence: string) => `改记为：${sentence}`,
    see: '看这份更正',
    original: '原来记的',
    takenBack: '收回它的',
    right: '改记为',
    noRight: '没有另记',
    here: '就是这一条',
    byOn: (by: string, moment: string) => `${by}登记，${moment}入账`,
    entryTitle: (id: string) => `待记：更正 ${id}`,
    kind: (id: string) => `更正 ${id}`,
    takesBack: (sentence: string) => `收回：${sentence}`,
    reason: '为什么更正',
    together: '收回和改记是一件事：一起复核，一起入账，一起退回。',
    alone: '只收回，不另记。',
    semicolon: '；',
  },
  {
    title: 'Correction',
    waiting: (by, day, office) =>
      `${by} wrote a correction on ${day}; it waits for a reviewer of ${office}. Nobody reviews what they wrote.`,
    reviewed: (by, day, office) =>
      `${by} wrote a correction on ${day}; it is reviewed and waits to be posted by a reviewer of ${office}.`,
    sentBack: (by) => `The correction was given back; ${by} mends it or throws it away.`,
    untilThen: 'Until it is posted, this fact counts as before.',
    noOffice: 'the town',
    why: (reason) => `Reason: ${reason}`,
    insteadOf: (sentence) => `In its place: ${sentence}`,
    see: 'See the correction',
    original: 'As recorded first',
    takenBack: 'Taken back by',
    right: 'In its place',
    noRight: 'nothing',
    here: 'this one',
    byOn: (by, moment) => `recorded by ${by}, posted ${moment}`,
    entryTitle: (id) => `Entry: correction of ${id}`,
    kind: (id) => `Correction of ${id}`,
    takesBack: (sentence) => `Takes back: ${sentence}`,
    reason: 'Why',
    together: 'The two are one matter: reviewed, posted and given back together.',
    alone: 'It takes back and puts nothing in its place.',
    semicolon: '; ',
  },
);
