/** Pay: bases for every role, ratios for every grade, and the document that allows it. */

import type { PayLine } from '../scheme/result-use.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { type Finding, finding } from './finding.ts';
import { carriesMarks } from './marks.ts';
import type { SchemeView } from './view.ts';
import { quoted } from './words.ts';

/** Pay lines whose amount somebody would not get, or that no document of the county allows. */
export function checkPay({ scheme }: SchemeView): Finding[] {
  const { pay } = scheme;
  if (!pay) return [];
  return pay.lines.flatMap((line, index) => {
    const path = `pay.lines[${index}]`;
    return [
      ...authority(line, pay.authority, path),
      ...bases(line, path),
      ...ratios(line, scheme, path),
      ...references(line, scheme, path),
      ...denominator(line, scheme, path),
    ];
  });
}

function authority(line: PayLine, common: string | undefined, path: string): Finding[] {
  if (common !== undefined || line.documentNo !== undefined) return [];
  const sentence = `“${line.name}”没有写依据文号。考核只能动县里文件列明的浮动部分；请用 documentNo 或 pay.authority 写明文号，没有文件的不要列入。`;
  return [finding('pay-authority', path, sentence)];
}

function bases(line: PayLine, path: string): Finding[] {
  const { rule, roles } = line;
  const [base, where] =
    'rate' in rule
      ? [rule.rate.base, 'rate.base']
      : 'gradeRatio' in rule
        ? [rule.gradeRatio.base, 'gradeRatio.base']
        : 'fixed' in rule
          ? [rule.fixed.amount, 'fixed.amount']
          : [undefined, ''];
  if (!base) return [];
  const without = (roles ?? []).filter(
    (role) => role !== '*' && base[role] === undefined && base['*'] === undefined,
  );
  if (without.length === 0) return [];
  const sentence = `“${line.name}”发给${quoted(without)}，却没有写这些职务的基数；请补上金额，或从 roles 里删去。`;
  return [finding('pay-base-missing', `${path}.rule.${where}`, sentence)];
}

function ratios(line: PayLine, { grades }: Scheme, path: string): Finding[] {
  if (!('gradeRatio' in line.rule) || !grades) return [];
  const { ratios: stated } = line.rule.gradeRatio;
  const without = grades.order.filter((grade) => stated[grade] === undefined);
  if (without.length === 0) return [];
  const sentence = `“${line.name}”没有写等次${quoted(without)}发多少；请补上比例（不发的写 0）。`;
  return [finding('pay-ratio-missing', `${path}.rule.gradeRatio.ratios`, sentence)];
}

function references(line: PayLine, { pay, sequences }: Scheme, path: string): Finding[] {
  const { rule } = line;
  if ('streak' in rule && !sequences?.some(({ code }) => code === rule.streak.sequence)) {
    const sentence = `“${line.name}”按连续规则“${rule.streak.sequence}”发放，sequences 里没有这个编码；请核对。`;
    return [finding('unknown-sequence', `${path}.rule.streak.sequence`, sentence)];
  }
  if (!('roleRatio' in rule)) return [];
  const target = pay?.lines.find(({ code }) => code === rule.roleRatio.line);
  if (target && target !== line) return [];
  const why = target ? '就是它自己' : '在 pay 里没有';
  const sentence = `“${line.name}”按工资项“${rule.roleRatio.line}”的比例发放，而这一项${why}；请核对编码。`;
  return [finding('unknown-pay-line', `${path}.rule.roleRatio.line`, sentence)];
}

/** 得分率 over the full mark, in a scheme that has none. */
function denominator({ rule, name }: PayLine, scheme: Scheme, path: string): Finding[] {
  if (!('rate' in rule) || rule.rate.denominator !== 'fullMark') return [];
  if (scheme.total?.full !== undefined || scheme.tree.some(carriesMarks)) return [];
  const sentence = `“${name}”按得分率发放，分母是满分，而办法里没有任何满分；请写 total.full，或把 denominator 写成一个数。`;
  return [finding('full-mark-missing', `${path}.rule.rate.denominator`, sentence)];
}
