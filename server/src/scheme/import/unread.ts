/** Words in front of an amount that hold more than a plain happening: what nobody here reads. */

import { units } from './amounts.ts';

const count = '(?:\\d+(?:\\.\\d+)?|[一二两三四五六七八九十]+)';
const unit = `(?:${units.filter((one) => !/%|百分点/.test(one)).join('|')})`;
const roles =
  '(?:党支部|党总支|党组织)?(?:主职|正职|副职|联系人|联系领导|包村人员?|副?书记|副?主任|会计|文书|委员|副?组长|组员|干部|负责人|责任人|当事人|领导|站长|所长|网格员|成员)';

/**
 * Signs of such words, each with why they are not read. A happening may be described freely; it may
 * not be counted, compared, charged to somebody or excepted in passing.
 */
const signs: readonly [RegExp, string][] = [
  [/否决/u, '一票否决须有中央或省的依据文号，写在“一票否决”里；没有依据的，请改为扣分条款'],
  [
    /\d分(?![钟之类析])|[扣得记罚]分(?![类析解布别工管])|[加减]分(?![类析解布别工管])/u,
    '前半句里还有分值，怎样合起来没有读懂',
  ],
  [
    /除外|以外|不在此列|不可抗力|减免|免予|酌减|不予(?:扣|加|计|追究)|不扣|不计/u,
    '有例外，请写进“不计分的情形”',
  ],
  [
    /上述|以上(?:情况|情形|各|内容|问题|工作|规定)|同上|同前|前款|前项|参照|比照/u,
    '指的是别处的话，指哪几条请写定',
  ],
  [
    /《[^》]*(?:办法|细则|方案|规定|标准|制度|意见)》|另行|(?:按照?|根据|依据)[^，]{0,20}(?:办法|细则|方案)/u,
    '按另一份文件算，请写定怎样读它的结果',
  ],
  [/(?:按照?|根据|依据)[^，]{0,30}(?:通报|排名|名次|比例|得分|成绩)/u, '数从别处来，请写定读什么'],
  [
    /平均|排名|名次|位次|末位|第[一二三四五六七八九十\d]+名|前[一二三四五六七八九十\d]+[名位]|[后倒]数?第?[一二三四五六七八九十\d]+[名位]/u,
    '要与别的村比，请写定与谁比',
  ],
  [/同比|环比|上年|去年|往年|上一年|基数|增幅|降幅/u, '要与往年比，请写定与哪一年比'],
  [/结果(?:为|是)|等次|评定为|考核为|考评为/u, '看的是别处评定的结果，请写定读哪一份'],
  [
    /累计|连续|首次的?$|第[一二三\d]次|再次(?:发生|出现|发现)?的?$/u,
    '要看先后几次，请写定怎样累计',
  ],
  [/^(?:其中|其余|其他的?|其它的?|否则|反之|但|如未|除此)/u, '与前一句怎样分没有读懂'],
  [
    /(?:最低|最少|至多|最多|最高|不超过|上限|封顶|起步)[^，]{0,6}$/u,
    '写的是上限或下限，限的是什么没有读懂',
  ],
  [/每[^，的]{0,6}$/u, '“每”什么怎样计，请写定'],
  [
    /(?:一|1)(?:天|日|个?月|年|周|季度|个?工作日|万元|元|亩|%|个?百分点)的?$/u,
    '一天、一元怎样计，没有写“每”，请写定',
  ],
  [
    new RegExp(`^(?:累计)?(?:达到?|满|超过|不足)?${count}${unit}(?:及?以上|以下|以内)?的?$`, 'u'),
    '没有写是什么事，是接着前一句说的几次',
  ],
  [
    new RegExp(
      `(?:^|，)(?:对|其|该|村|镇|其他|直接|主要|分管|包村|联村|驻村)*${roles}(?:各|本人)?的?$`,
      'u',
    ),
    '扣在人的头上，请写定“记在谁名下”',
  ],
  [
    /(?:^|，)由[^，]{2,14}$|(?:^|，)经[^，]{0,10}(?:研究|决定|批准|认定|同意)[^，]{0,6}$/u,
    '由谁来定没有读懂',
  ],
];

/** Why words cannot be taken as a plain condition; undefined if they can. */
export function unreadSign(words: string): string | undefined {
  return signs.find(([sign]) => sign.test(words))?.[1];
}

/** 迟到两次, 2次不合格: several happenings that make one amount together. */
export function isSeveralTogether(words: string): boolean {
  const several = '(?:[2-9二两三四五六七八九十]|\\d{2,})';
  const ends = `(?<!不足|未达|达到|不到|未满|少于|低于|多于|超过|\\d)${several}(?:次|起|例|件|处|项|人|户)的?$`;
  return new RegExp(`${ends}|(?:^|，)${several}(?:次|起|例|件)(?!以上的?$)`, 'u').test(words);
}

/** Consequences that may add to the amount before or stand in its place. */
export function isConsequence(words: string): boolean {
  return (
    /^(?:并|且|而)?(?:造成|产生|引起|引发|导致|致使|情节|后果|影响|特别|严重|屡|拒不|仍|整改不|逾期不)/u.test(
      words,
    ) || /成功的?$/u.test(words)
  );
}
