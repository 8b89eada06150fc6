/** Pay: bases for every role, ratios for every grade, and the document that allows it. */

import { basesOf } from '../pay/rules.ts';
import { gradeFactors } from '../pay/weight.ts';
import type { PayLine } from '../scheme/result-use.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { ownOf } from '../scheme/shapes.ts';
import { type Finding, finding } from './finding.ts';
import { carriesMarks } from './marks.ts';
import { nearest } from './shape-keys.ts';
import type { SchemeView } from './view.ts';
import { quoted } from './words.ts';

/** Pay lines whose amount somebody would not get, or that no document of the county allows. */
export function checkPay({ scheme, roster }: SchemeView): Finding[] {
  const { pay } = scheme;
  if (!pay) return [];
  return pay.lines.flatMap((line, index) => {
    const path = `pay.lines[${index}]`;
    return [
      ...authority(line, pay.authority, path),
      ...bases(line, path),
      ...ratios(line, scheme, path),
      ...factorKeys(line, { scheme, roster }, `${path}.times`),
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

function ratios(line: PayLine, scheme: Scheme, path: string): Finding[] {
  return silentGrades(line, scheme).map(({ key, grades }) => {
    const sentence =
      key === 'times'
        ? `“${line.name}”的 times 按等次写了系数，没有写${quoted(grades)}，评到时算不出发多少；请补上系数（照发的写 1，不发的写 0）。`
        : `“${line.name}”没有写等次${quoted(grades)}发多少；请补上比例（不发的写 0）。`;
    return finding('pay-ratio-missing', `${path}.${key}`, sentence);
  });
}

/** The grades for which a line that pays by grade does not say how much, by the place that should. */
export function silentGrades(
  line: PayLine,
  scheme: Scheme,
): { readonly key: string; readonly grades: readonly string[] }[] {
  const tables = [
    ...('gradeRatio' in line.rule
      ? [{ key: 'rule.gradeRatio.ratios', table: line.rule.gradeRatio.ratios }]
      : []),
    ...(line.times && gradeFactors(line, scheme) ? [{ key: 'times', table: line.times }] : []),
  ];
  return tables.flatMap(({ key, table }) => {
    const grades = (scheme.grades?.order ?? []).filter(
      (grade) => ownOf(table, grade) === undefined,
    );
    return grades.length > 0 ? [{ key, grades }] : [];
  });
}

/** A factor for something that is neither a grade nor a role is nobody's factor. */
function factorKeys(
  line: PayLine,
  { scheme, roster }: { scheme: Scheme; roster: SchemeView['roster'] },
  path: string,
): Finding[] {
  const ofGrades = Object.keys(gradeFactors(line, scheme) ?? {});
  const grades = scheme.grades?.order ?? [];
  const ownRoles = [...(line.roles ?? []), ...Object.keys(basesOf(line) ?? {})];
  const roles = [...ownRoles, ...(roster?.posts ?? []).map(({ role }) => role)];
  const named = [...new Set(roles.filter((role) => role !== '*'))];
  return Object.keys(line.times ?? {}).flatMap((key) => {
    if (key === '*' || ofGrades.includes(key) || roles.includes(key)) return [];
    // Where nothing names the roles, whoever has a factor is paid: only a slip of a grade is seen.
    const unnamed = grades.filter((grade) => !ofGrades.includes(grade));
    const known = named.length > 0 ? [...unnamed, ...grades, ...named] : unnamed;
    const close = nearest(key, known);
    if (named.length === 0 && (close === undefined || ofGrades.length === 0)) return [];
    const advice = close ? `是不是“${close}”？` : '';
    const sentence = `“${line.name}”的 times 里“${key}”既不是等次，也不是这一项或名册里的职务，这个系数对谁都不起作用；${advice}请改正，或删去。`;
    return [finding('pay-factor-unknown', `${path}.${key}`, sentence)];
  });
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
