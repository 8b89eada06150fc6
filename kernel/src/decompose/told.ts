/** What is told and not asked: the past, reasons, quotations, thanks. */

import { modal, numbersIn } from './clauses.ts';
import { deedAtStart, stretchAtStart } from './words.ts';

/** A heading over what was done, how things stand, or why they matter. */
export function tellsOfPast(heading: string): boolean {
  const title = heading.replace(/^[^、．.）)]{1,4}[、．.）)]\s*/, '');
  if (deedAtStart.test(title) || stretchAtStart.test(title)) return false;
  if (/[要抓]|加强|推进|着力|确保|强化|提升|坚持|解决|做好|巩固/.test(heading)) return false;
  return /回顾|总结|成绩|(?<![出见求显])成效|取得|(?<!关键)问题|不足|形势|意义|肯定|过去|以来|上半年工作|去年|必要性|重要性|体会|感想/.test(
    heading,
  );
}

const greeting = /^(?:同志们|各位|大家好|尊敬的|刚才|今天|这次会议|借此机会|我就讲|谢谢)/;
const quoted =
  /(?:书记|主席|总理|毛主席|习近平|古人|俗话|常言|老话)[^，。]{0,14}(?:指出|说|讲|曾|强调|要求)/;
const closing =
  /让我们|而(?:努力|不懈)?奋斗|作出(?:新的|更大的?|应有的)?贡献|谢谢大家|优异(?:的)?成绩/;
const example =
  /^(?:比如|例如|譬如|像|就像|如果|假如|要是|虽然|尽管|由于|因为|之所以|只有|只要|越是|无论|不管|过去|以前|去年|近年来|这些年|当前[，,]?(?:我|全|有))/;
const wrongs =
  /(?:不够|不足|滞后|薄弱|缺乏|落后|欠缺|不力|不严|不高|不强|不到位|突出问题|流于形式)[。；，]/;

/** Whether a sentence tells and demands nothing. */
export function isTold(text: string): boolean {
  if (greeting.test(text) && !/要|必须|务必/.test(text)) return true;
  if (quoted.test(text) || closing.test(text) || example.test(text)) return true;
  if (/[？?]$/.test(text)) return true;
  if (/今天[^，]{0,4}召开|这次会议|主要目的/.test(text)) return true;
  if (numbersIn(text) >= 3 && !modal.test(text)) return true;
  if (/以来|截至|累计|已经|取得了|去年/.test(text) && !/要|必须|务必|确保/.test(text)) return true;
  return wrongs.test(text) && !/整改|整治|必须|务必/.test(text);
}

/** Whether an example begins here: what follows in the sentence is told. */
export function isExample(clause: string): boolean {
  return /^(?:比如|例如|譬如|像|就像|好比)/.test(clause);
}

/** Whether a clause says what is so: a copula, a comparison, a deed already done, a wrong. */
export function isToldClause(clause: string): boolean {
  if (
    /^(?:不要|不能|不可|不会|没有|即使|如果|只有|只要|除了|既|以|按照|根据|围绕|坚持|针对|通过|结合)/.test(
      clause,
    )
  )
    return !/[必须务]|要/.test(clause);
  if (/越来越|越[^，]*越|了[^，]{0,12}$|过[^，]{0,2}$/.test(clause))
    return !/要|必须|务必/.test(clause);
  return (
    /(?<![一二三四五六七八九十就特别尤其重点关键主还也但])是(?![要把将对否])/.test(clause) &&
    !/必须|务必/.test(clause)
  );
}
