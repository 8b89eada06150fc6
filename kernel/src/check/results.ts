/** Grades, vetoes, sequences and outcomes: names that exist, documents that allow, effects that come. */

import { gradeWords } from '../explain/words.ts';
import { compare, exact } from '../number/rational.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { type Finding, finding } from './finding.ts';
import { nearest } from './shape-keys.ts';
import type { SchemeView } from './view.ts';
import { quoted } from './words.ts';

/** What follows from points: every name it uses, and the authority of every veto. */
export function checkResults(view: SchemeView): Finding[] {
  return [
    ...unknownGrades(view),
    ...quotaOverflow(view),
    ...vetoes(view),
    ...sequences(view),
    ...outcomes(view),
    ...ownItems(view.scheme),
  ];
}

/** What a pay line may name in the place of a grade. */
const withoutGrade: readonly string[] = [gradeWords.noGrade, gradeWords.commentOnly];

interface GradeUse {
  readonly path: string;
  readonly grades: readonly string[];
  readonly line: string;
}

/** Grades by name, and the line whose grades they are. */
function gradeUses({ scheme, conditions, clauses }: SchemeView): GradeUse[] {
  const own = (path: string, grades: readonly string[]) => ({ path, grades, line: scheme.line });
  const { grades } = scheme;
  const bands = [
    ...(grades?.bands ?? []).map(({ grade }, i) => own(`grades.bands[${i}].grade`, [grade])),
    ...Object.entries(grades?.bandsByGroup ?? {}).flatMap(([group, list]) =>
      list.map(({ grade }, i) => own(`grades.bandsByGroup.${group}[${i}].grade`, [grade])),
    ),
    ...(grades?.rules ?? []).map(({ grade }, i) => own(`grades.rules[${i}].grade`, [grade])),
    ...(grades?.quotas ?? []).flatMap(({ grade, overflow }, i) => [
      own(`grades.quotas[${i}].grade`, [grade]),
      own(`grades.quotas[${i}].overflow`, [overflow]),
    ]),
  ];
  const asked = conditions.flatMap(({ value, path }) =>
    'gradeIn' in value
      ? [own(`${path}.gradeIn`, value.gradeIn)]
      : 'resultGradeIn' in value
        ? [{ path: `${path}.resultGradeIn.grades`, ...value.resultGradeIn }]
        : [],
  );
  const imports = clauses.flatMap(({ clause, path }) =>
    'import' in clause.rule && clause.rule.import.grades
      ? [
          {
            path: `${path}.rule.import.grades`,
            grades: Object.keys(clause.rule.import.grades),
            line: clause.rule.import.line,
          },
        ]
      : [],
  );
  const vetoGrades = (scheme.vetoes ?? []).flatMap(({ scope }, i) =>
    'fixedGrade' in scope ? [own(`vetoes[${i}].scope.fixedGrade`, [scope.fixedGrade])] : [],
  );
  const sequenceGrades = (scheme.sequences ?? []).flatMap(({ results, then }, i) => [
    ...(then.setGrade === undefined ? [] : [own(`sequences[${i}].then.setGrade`, [then.setGrade])]),
    ...(results && 'grades' in results.match
      ? [
          {
            path: `sequences[${i}].results.match.grades.are`,
            grades: results.match.grades.are,
            line: results.line,
          },
        ]
      : []),
  ]);
  const ratios = (scheme.pay?.lines ?? []).flatMap(({ rule }, i) =>
    'gradeRatio' in rule
      ? [
          own(
            `pay.lines[${i}].rule.gradeRatio.ratios`,
            Object.keys(rule.gradeRatio.ratios).filter((grade) => !withoutGrade.includes(grade)),
          ),
        ]
      : [],
  );
  return [...bands, ...asked, ...imports, ...vetoGrades, ...sequenceGrades, ...ratios];
}

function unknownGrades(view: SchemeView): Finding[] {
  return gradeUses(view).flatMap(({ path, grades, line }) => {
    const owner = [view.scheme, ...view.others].find((scheme) => scheme.line === line);
    const order = owner?.grades?.order;
    if (!order) return [];
    const unknown = grades.filter((grade) => !order.includes(grade));
    if (unknown.length === 0) return [];
    const whose = owner === view.scheme ? '本办法' : `“${owner?.name}”`;
    const close = nearest(unknown[0] ?? '', order);
    const advice = close ? `是不是“${close}”？` : '';
    const sentence = `${whose}没有等次${quoted(unknown)}，只有 ${order.join('、')}；${advice}请改正。`;
    return [finding('unknown-grade', path, sentence)];
  });
}

function quotaOverflow({ scheme }: SchemeView): Finding[] {
  const order = scheme.grades?.order ?? [];
  return (scheme.grades?.quotas ?? []).flatMap(({ grade, overflow }, index) => {
    const [from, to] = [order.indexOf(grade), order.indexOf(overflow)];
    if (from < 0 || to < 0 || to > from) return [];
    const sentence = `“${grade}”超出名额的落到“${overflow}”，并不比它低；请写一个更低的等次。`;
    return [finding('overflow-not-lower', `grades.quotas[${index}].overflow`, sentence)];
  });
}

function vetoes({ scheme }: SchemeView): Finding[] {
  const prizes = scheme.prizes?.classes.map(({ name }) => name);
  const lines = scheme.pay?.lines.map(({ code }) => code) ?? [];
  return (scheme.vetoes ?? []).flatMap((veto, index) => {
    const path = `vetoes[${index}]`;
    const findings: Finding[] = [];
    if (!veto.authority) {
      const sentence = `一票否决“${veto.text}”没有写依据文号。乡镇不能自设一票否决，只能用中央、省有文件依据的事项；请在 authority 里写明文号、文件名和发文机关，没有的请改为扣分条款。`;
      findings.push(finding('veto-without-authority', path, sentence));
    }
    if ('notEligible' in veto.scope && prizes) {
      const unknown = veto.scope.notEligible.filter((name) => !prizes.includes(name));
      if (unknown.length > 0) {
        const sentence = `否决要取消${quoted(unknown)}的资格，但办法的奖项只有 ${prizes.join('、')}；请写奖项的全名。`;
        findings.push(finding('unknown-prize', `${path}.scope.notEligible`, sentence));
      }
    }
    if ('payPart' in veto.scope) {
      const unknown = veto.scope.payPart.filter((code) => !lines.includes(code));
      if (unknown.length > 0) {
        const existing = lines.length > 0 ? `只有 ${lines.join('、')}` : '一项也没有';
        const sentence = `否决要停发工资项${quoted(unknown)}，但 pay 里${existing}；请核对编码。`;
        findings.push(finding('unknown-pay-line', `${path}.scope.payPart`, sentence));
      }
    }
    return findings;
  });
}

function sequences({ scheme }: SchemeView): Finding[] {
  const codes = (scheme.outcomes ?? []).map(({ code }) => code);
  return (scheme.sequences ?? []).flatMap((rule, index) => {
    const path = `sequences[${index}]`;
    const findings: Finding[] = [];
    const unknown = (rule.then.propose ?? []).filter((code) => !codes.includes(code));
    if (unknown.length > 0) {
      const existing = codes.length > 0 ? `现有：${codes.join('、')}` : '现在一项也没有';
      const sentence = `“${rule.text}”要提出${quoted(unknown)}，outcomes 里没有；${existing}，请核对编码。`;
      findings.push(finding('unknown-outcome', `${path}.then.propose`, sentence));
    }
    const { results } = rule;
    const counted = results?.consecutive !== undefined || results?.cumulative !== undefined;
    if (results && !counted && !('noFacts' in results.match)) {
      const sentence = `“${rule.text}”没有写连续几次（consecutive）或累计几次（cumulative）；请写明。`;
      findings.push(finding('sequence-without-length', `${path}.results`, sentence));
    }
    return findings;
  });
}

function outcomes({ scheme }: SchemeView): Finding[] {
  const proposed = new Set((scheme.sequences ?? []).flatMap(({ then }) => then.propose ?? []));
  return (scheme.outcomes ?? []).flatMap((outcome, index) => {
    if (outcome.when || proposed.has(outcome.code)) return [];
    const sentence = `“${outcome.name}”没有写什么时候提出（when），也没有连续规则提到它，永远不会提出；请补上条件或删去。`;
    return [finding('outcome-never', `outcomes[${index}]`, sentence)];
  });
}

/** 自选项: at most so many bonuses and deductions a subject, none above the stated points. */
function ownItems({ ownItems: own }: Scheme): Finding[] {
  if (!own) return [];
  const counts = new Map<string, number>();
  return own.items.flatMap((item, index) => {
    const path = `ownItems.items[${index}]`;
    const points = exact(item.points);
    const isBonus = points.num > 0n;
    const size = isBonus ? points : { num: -points.num, den: points.den };
    const key = `${item.subject}|${isBonus}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    const findings: Finding[] = [];
    const most = isBonus ? own.maxBonus : own.maxDeduction;
    if (count > Number(most)) {
      const sentence = `“${item.subject}”的自选${isBonus ? '加分' : '扣分'}项最多 ${most} 条，这是第 ${count} 条；请删去。`;
      findings.push(finding('own-items-too-many', path, sentence));
    }
    if (compare(size, exact(own.maxPoints)) > 0) {
      const sentence = `自选项“${item.text}”为 ${item.points} 分，每项不得超过 ${own.maxPoints} 分；请改小。`;
      findings.push(finding('own-item-points', `${path}.points`, sentence));
    }
    return findings;
  });
}
