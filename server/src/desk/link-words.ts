/** Words of the page behind a plain link; the paper that leads to it is in Chinese. */

import type { Language } from '../platform/index.ts';

const zh = {
  title: '看本村清单',
  pinLabel: '取阅码（告知单上的六位数字）',
  open: '打开',
  privacy: '这一页不用登录，只写要办的事、期限和问哪里；不记您是谁，只记什么时候打开过。',
  wrong: (left: number) => `取阅码不对，请照告知单再输一遍，还可以试 ${left} 次。`,
  locked: '取阅码输错太多次，这个链接已经停用。请打告知单上的电话，由镇里换一张新的告知单。',
  gone: '这个地址打不开了：可能过了七天、镇里停用了，或者抄错了字。请对着告知单再看一遍，或者打告知单上的电话。',
  listTitle: (town: string, village: string) => `${town}${village}清单`,
  state: (all: number, day: string) =>
    all === 0 ? `${day}，没有等本村办的事。` : `${day}，有 ${all} 件事等本村。`,
  what: '要办什么',
  until: '什么时候前',
  ask: '问哪里',
  noDay: '没有期限',
  askBelow: '下面的电话',
  untold: '新来的一件（名称里有人名或号码，不在这里写），请打电话问',
  more: (left: number) => `还有 ${left} 件没有列出，请打电话问。`,
  contact: (contact: string) =>
    `看不明白、情况有变：${contact}。要办的事不用在网上填，由包村干部代为答复。`,
  objection: '有不同意见',
  saidLabel: '对镇里记下的哪件事有不同意见，写在这里（也可以打电话、当面说）',
  send: '交给考核办',
  saidNote: '写的话原样交给考核办。提异议不扣分，由没有经手的人核实、书面答复；一天最多交五次。',
  said: {
    kept: '已经交给考核办，按工作日计算期限答复。要补充的，可以打电话。',
    tooMany: '今天交得太多了，这一次没有收下。请打上面的电话。',
    length: '没有收下：请写清楚是哪件事，五个字以上、两千字以内。',
  },
  expires: (day: string) => `这个链接用到${day}。`,
};

const en: typeof zh = {
  title: 'The list of a village',
  pinLabel: 'Number (six figures on the paper)',
  open: 'Open',
  privacy:
    'No sign-in. This page tells matters, days and whom to ask; it keeps when it was opened, not by whom.',
  wrong: (left) => `The number is not right. Tries left: ${left}.`,
  locked: 'Too many wrong numbers: this link is shut. Call the number on the paper for a new one.',
  gone: 'This address does not open: older than seven days, ended, or mistyped. Look at the paper again, or call the number on it.',
  listTitle: (town, village) => `${town}: list of ${village}`,
  state: (all, day) =>
    all === 0 ? `${day}: nothing waits for the village.` : `${day}: matters waiting: ${all}.`,
  what: 'What',
  until: 'Until',
  ask: 'Whom to ask',
  noDay: 'no date',
  askBelow: 'see below',
  untold: 'A new matter, not named here because its title tells of somebody: please call',
  more: (left) => `Not listed here: ${left}. Please call.`,
  contact: (contact) =>
    `Questions: ${contact}. Nothing need be filled in for these; the resident cadre answers.`,
  objection: 'Something you do not agree with',
  saidLabel: 'Which fact or mark is not right, and why (telephone or in person will do as well)',
  send: 'Send to the assessment office',
  saidNote:
    'Your words reach the office as they are. Objecting costs nothing; somebody without a hand in it answers in writing. Five a day at most.',
  said: {
    kept: 'Sent. It is answered within workdays that are counted from today.',
    tooMany: 'Too many today: this one was not taken. Please call the number above.',
    length: 'Not taken: please say what it is about, in 5 to 2000 characters.',
  },
  expires: (day) => `This link is good until ${day}.`,
};

/** What the page says, by the language of the browser. */
export function linkWords(language: Language): typeof zh {
  return language === 'en' ? en : zh;
}
