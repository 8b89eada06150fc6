/** The days and rights of procedure, as a sheet or a notice tells them to those assessed. */

import type { Scheme } from '@oneneedle/kernel';

/**
 * How to object: to what, by when, and what happens then. Days are those of the scheme; where it
 * names none, the notice does.
 */
export function objectionSentences({ procedure, subject }: Scheme): string[] {
  const notice = limitText(procedure?.notice);
  const answer = limitText(procedure?.objection);
  const by = notice === '' ? '公示期（见通报）内' : `公示期（${notice}）内`;
  const when = answer === '' ? '按通报写的期限' : `${answer}内`;
  const who = subject.kind === 'person' ? '本人' : '村（单位）';
  return [
    `${who}在${by}提出，口头、书面都可以，说明哪一条、哪件事（行末的编号）即可，不必另做材料。`,
    `由没有经手登记的人复核，${when}书面答复；确有出入的更正，原记录保留。提出异议不影响得分。`,
  ];
}

/** "5 个工作日", "7 天"; '' where nothing is said. */
export function limitText(limit: { workdays: string } | { days: string } | undefined): string {
  if (!limit) return '';
  return 'workdays' in limit ? `${limit.workdays} 个工作日` : `${limit.days} 天`;
}
