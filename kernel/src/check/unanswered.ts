/** Questions without a default: the scheme has to answer them where it uses the construct. */

import { compare, exact, one } from '../number/rational.ts';
import type { Quantity } from '../scheme/quantity.ts';
import { pendingWords } from '../scheme/rule.ts';
import { fieldTypes, isRank } from './bands.ts';
import { type Finding, finding } from './finding.ts';
import { carriesMarks } from './marks.ts';
import { isShare } from './reach.ts';
import { type ClauseAt, holderOf, type SchemeView } from './view.ts';
import { clauseWords, nodeWords, quoted } from './words.ts';

/** Demands an answer where the text leaves points or percent, ranks, places or shares open. */
export function checkUnanswered(view: SchemeView): Finding[] {
  return [
    ...view.clauses.flatMap((at) => [
      ...undecidedRule(at),
      ...pointsOrPercent(view, at),
      ...rankChange(view, at),
      ...judgedPart(view, at),
    ]),
    ...quotaTies(view),
    ...prizePlaces(view),
    ...cutOffs(view),
    ...paySizes(view),
  ];
}

/** A text taken over from a document, with nobody's word yet on how it is counted. */
function undecidedRule({ clause, path }: ClauseAt): Finding[] {
  if (!('pending' in clause.rule)) return [];
  const sentence = `${clauseWords(clause)}的${pendingWords(clause.rule.pending)}；请把 rule 写定为一种计分方式，写定以后才能计分。`;
  return [finding('rule-pending', `${path}.rule`, sentence)];
}

/** 每低1%: a percentage point, or one hundredth of the reference? */
function pointsOrPercent(view: SchemeView, at: ClauseAt): Finding[] {
  const { rule } = at.clause;
  if (!('linear' in rule) || rule.linear.in !== undefined) return [];
  const { of, reference, per } = rule.linear;
  const percent = /[%‰]/.test(per);
  const smallStep = compare(exact(per), one) < 0 && (isComparison(reference) || isComparison(of));
  const rate = [of, reference].some((term) => isRate(view, term, at));
  if (!percent && !smallStep && !rate) return [];
  const sentence = `${clauseWords(at.clause)}按每 ${per} 计分，是差 ${per}（百分点）还是差对照数的 ${per}（相对比例）没有写明，两种算法分数不同；请写 in: points 或 in: relative。`;
  return [finding('linear-points-or-percent', `${at.path}.rule.linear`, sentence)];
}

function isRate(view: SchemeView, quantity: Quantity, at: ClauseAt): boolean {
  if (typeof quantity === 'string') return /[%‰]/.test(quantity);
  if (isShare(quantity) || fieldTypes(view, quantity, at).includes('rate')) return true;
  const inside = insideOf(quantity);
  return inside !== undefined && isRate(view, inside, at);
}

function isComparison(quantity: Quantity): boolean {
  return insideOf(quantity) !== undefined;
}

/** The quantity that a comparison over years or subjects looks at. */
function insideOf(quantity: Quantity): Quantity | undefined {
  if (typeof quantity === 'string') return undefined;
  if ('prior' in quantity) return quantity.prior.of;
  if ('ownMean' in quantity) return quantity.ownMean.of;
  if ('groupMean' in quantity) return quantity.groupMean.of;
  return 'groupBest' in quantity ? quantity.groupBest.of : undefined;
}

/** ± per rank gained or lost: from which points, and between which? */
function rankChange(view: SchemeView, at: ClauseAt): Finding[] {
  if (!isRankChange(view, at)) return [];
  const { node } = holderOf(at);
  const { clause } = at;
  const hasStart = node.start !== undefined || node.base !== undefined || node.full === undefined;
  const hasBounds = clause.cap !== undefined || node.cap !== undefined;
  if (hasStart && hasBounds) return [];
  const lacks = [
    ...(hasStart ? [] : ['从几分起算（start 或 base）']),
    ...(hasBounds ? [] : ['最多到几分（cap）']),
  ].join('、');
  const sentence = `${clauseWords(clause)}按名次升降加减分，没有写明${lacks}；这一口径没有默认值，请在${nodeWords(node)}里写明。`;
  return [finding('rank-change-open', at.path, sentence)];
}

/** A rank measured against an earlier one, up and down. */
export function isRankChange(view: SchemeView, at: ClauseAt): boolean {
  const { rule } = at.clause;
  if (!('linear' in rule) || rule.linear.side !== 'both') return false;
  const { of, reference } = rule.linear;
  const terms = [of, reference];
  return (
    terms.some((term) => isRank(view, term, at)) &&
    terms.some((term) => typeof term === 'object' && ('prior' in term || 'ownMean' in term))
  );
}

/** A jury's scores beside counted facts: without a scale nobody knows what share they have. */
function judgedPart(view: SchemeView, { clause, path, nodes }: ClauseAt): Finding[] {
  if (!('judges' in clause.rule)) return [];
  const standsAlone =
    view.clauses.every(({ clause: other }) => 'judges' in other.rule) &&
    !view.scheme.tree.some(carriesMarks);
  if (standsAlone) return [];
  const { times, fullMark } = clause.rule.judges;
  const scaled =
    times !== undefined ||
    fullMark !== undefined ||
    clause.cap !== undefined ||
    nodes.some(({ node }) => node.full !== undefined || node.weight !== undefined);
  if (scaled) return [];
  const sentence = `${clauseWords(clause)}由评委打分，没有写明占多少分；这一口径没有默认值，请写 times、fullMark，或给所在指标写满分或权重。`;
  return [finding('weight-unstated', `${path}.rule.judges`, sentence)];
}

function quotaTies({ scheme }: SchemeView): Finding[] {
  return (scheme.grades?.quotas ?? []).flatMap((quota, index) => {
    if (quota.tie !== undefined) return [];
    const sentence = `“${quota.grade}”的名额没有写明末位同分怎么办；这一口径没有默认值，请用 tie 写明 propose（提请研究）、include（都列入）或 exclude（都不列入）。`;
    return [finding('quota-tie-unstated', `grades.quotas[${index}]`, sentence)];
  });
}

function prizePlaces({ scheme }: SchemeView): Finding[] {
  const { prizes } = scheme;
  if (!prizes) return [];
  const findings: Finding[] = [];
  const minimum = prizes.classes.find(({ minScore }) => minScore !== undefined);
  if (minimum && prizes.unfilled === undefined) {
    const sentence = `“${minimum.name}”有最低分，没有写明无人达到时名额怎么办；请用 unfilled 写明 empty（空缺）或 passDown（顺延给下一等）。`;
    findings.push(finding('prize-unfilled-unstated', 'prizes', sentence));
  }
  const several = prizes.classes.length > 1;
  if (several && prizes.unfilled !== undefined && prizes.nextClass === undefined) {
    const sentence =
      '名额空缺或顺延之后，下一等奖从哪一名起没有写明；请用 nextClass 写明 nextSubject（从下一位起）或 fixedRanks（仍按原名次段）。';
    findings.push(finding('prize-next-class-unstated', 'prizes', sentence));
  }
  return findings;
}

/** Grades are used, and nothing says who gets which. */
function cutOffs(view: SchemeView): Finding[] {
  const { scheme } = view;
  const { grades } = scheme;
  if (!grades) {
    const use = gradeUse(view);
    if (use === undefined) return [];
    const sentence =
      '这里用到等次，但办法没有写 grades（有哪些等次、各档多少分）；这一口径没有默认值，请补上。';
    return [finding('grades-missing', use, sentence)];
  }
  if (grades.bands || grades.bandsByGroup || grades.rules) return unreachableGrades(view);
  const sentence = `写了等次${quoted(grades.order)}，没有写各档的分数线或票决条件；这一口径没有默认值，请用 bands 或 rules 写明。`;
  return [finding('grades-without-cut-offs', 'grades', sentence)];
}

/** The first place that needs a grade of this scheme. */
function gradeUse({ scheme, conditions }: SchemeView): string | undefined {
  const condition = conditions.find(({ value }) => 'gradeIn' in value);
  if (condition) return `${condition.path}.gradeIn`;
  const line = scheme.pay?.lines.findIndex(({ rule }) => 'gradeRatio' in rule) ?? -1;
  if (line >= 0) return `pay.lines[${line}].rule.gradeRatio`;
  const sequence = scheme.sequences?.findIndex(({ then }) => then.setGrade !== undefined) ?? -1;
  if (sequence >= 0) return `sequences[${sequence}].then.setGrade`;
  const veto =
    scheme.vetoes?.findIndex(
      ({ scope }) => 'fixedGrade' in scope || 'bottomGrade' in scope || 'notTopGrade' in scope,
    ) ?? -1;
  return veto >= 0 ? `vetoes[${veto}].scope` : undefined;
}

function unreachableGrades({ scheme }: SchemeView): Finding[] {
  const { grades } = scheme;
  if (!grades) return [];
  const given = new Set([
    ...(grades.bands ?? []).map(({ grade }) => grade),
    ...Object.values(grades.bandsByGroup ?? {}).flatMap((bands) => bands.map(({ grade }) => grade)),
    ...(grades.rules ?? []).map(({ grade }) => grade),
    ...(grades.quotas ?? []).map(({ overflow }) => overflow),
    ...(scheme.sequences ?? []).flatMap(({ then }) => then.setGrade ?? []),
    ...(scheme.vetoes ?? []).flatMap(({ scope }) =>
      'fixedGrade' in scope
        ? [scope.fixedGrade]
        : 'bottomGrade' in scope
          ? (grades.order.at(-1) ?? [])
          : [],
    ),
  ]);
  const never = grades.order.filter((grade) => !given.has(grade));
  if (never.length === 0) return [];
  const sentence = `等次${quoted(never)}没有分数线、票决条件或其他来路，谁也评不上；请补上分数线，或从 order 里删去。`;
  return [finding('grade-unreachable', 'grades.order', sentence)];
}

/** 按比例发放, 增加考核工资: by how much? */
function paySizes({ scheme }: SchemeView): Finding[] {
  if (scheme.pay) return [];
  return (scheme.outcomes ?? []).flatMap((outcome, index) => {
    if (outcome.kind !== 'pay' || !/绩效|奖|补贴|津贴|考核工资|按比例/.test(outcome.name))
      return [];
    const sentence = `“${outcome.name}”要增减考核工资，办法没有写 pay，增减多少无从知道；这一口径没有默认值，请写明数额或比例。`;
    return [finding('pay-size-unstated', `outcomes[${index}]`, sentence)];
  });
}
