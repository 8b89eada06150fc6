/** Open questions about what follows from points: ranks, grades, prizes, years, pay. */

import { leastMonthsFor } from '../grade/eligibility.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { type Answer, answerOf, answerOver, maybe, open } from './answers.ts';
import type { Convention } from './conventions.ts';
import { silentGrades } from './pay.ts';
import type { SchemeView } from './view.ts';
import { quoted } from './words.ts';

/** The questions about ranks, grades, prizes, sequences and pay that concern the scheme. */
export function gradeConventions(view: SchemeView): Convention[] {
  return [
    ...bands(view),
    ...ranks(view),
    ...quotas(view),
    ...prizes(view),
    ...votesAndVetoes(view),
    ...posts(view),
    ...sequences(view),
    ...abstentions(view),
    ...sizes(view),
  ];
}

function bands({ scheme }: SchemeView): Convention[] {
  const { grades } = scheme;
  if (!grades) return [];
  const found: Convention[] = [];
  if (grades.bands || grades.bandsByGroup) {
    const path = grades.bands ? 'grades.bands' : 'grades.bandsByGroup';
    const text =
      grades.roundFirst === undefined
        ? `按保留 ${scheme.decimals ?? '3'} 位小数的得分对档，不先取整`
        : `先取整到 ${grades.roundFirst} 位小数再对档`;
    found.push(
      open(3, '整数分档遇到小数得分（449.5）怎么办', { text, stated: true, path }),
      open(4, '正好落在两档交界（如 92 分）归哪一档', {
        text: '各档写明是否包含本数，重叠的拒绝',
        stated: true,
        path,
      }),
    );
  }
  const hasCutOffs = Boolean(grades.bands ?? grades.bandsByGroup ?? grades.rules);
  const text = hasCutOffs ? `${grades.order.join('、')}，分数线或票决条件逐档写明` : '未写明';
  found.push(open(25, '有哪些等次、分数线是多少', { text, stated: hasCutOffs, path: 'grades' }));
  return found;
}

function ranks({ scheme, quantities }: SchemeView): Convention[] {
  const ranked =
    scheme.ranking !== undefined ||
    scheme.prizes !== undefined ||
    scheme.grades?.quotas !== undefined ||
    quantities.some(({ value }) => typeof value === 'object' && 'groupRank' in value);
  if (!ranked) return [];
  const words = { skip: '名次相同，其后名次跳过', dense: '名次相同，其后名次不跳过' } as const;
  const place = { value: scheme.ranking?.ties, path: 'ranking.ties' };
  return [open(5, '得分相同怎样排名', answerOf(words, place, 'skip'))];
}

function quotas({ scheme }: SchemeView): Convention[] {
  const words = { floor: '舍去尾数', ceil: '进位取整', half: '四舍五入' } as const;
  const places = (scheme.grades?.quotas ?? []).flatMap((quota, index) =>
    quota.share === undefined
      ? []
      : [{ value: quota.rounding, path: `grades.quotas[${index}].rounding` }],
  );
  const common = { value: scheme.switches?.quotaRounding, path: 'switches.quotaRounding' };
  const answer = answerOver(words, places, { byDefault: words.floor, common });
  return maybe(6, '名额算出小数（20% × 23 = 4.6）怎样取整', answer);
}

function prizes({ scheme }: SchemeView): Convention[] {
  const { prizes: rule } = scheme;
  if (!rule?.classes.some(({ minScore }) => minScore !== undefined)) return [];
  const words = { empty: '空缺', passDown: '顺延给下一等' } as const;
  const text = rule.unfilled === undefined ? '未写明' : words[rule.unfilled];
  const answer = { text, stated: rule.unfilled !== undefined, path: 'prizes.unfilled' };
  return [open(7, '无人达到奖项最低分时名额怎么办', answer)];
}

function votesAndVetoes({ scheme }: SchemeView): Convention[] {
  const { grades, vetoes } = scheme;
  const found: Convention[] = [];
  if ((grades?.rules?.length ?? 0) > 1) {
    const text = `按所写的先后：${grades?.rules?.map(({ grade }) => grade).join('、')}`;
    found.push(open(12, '几条票决条件先判哪一条', { text, stated: true, path: 'grades.rules' }));
  }
  if (vetoes && grades?.quotas) {
    const text = '先否决，再算名额';
    found.push(open(13, '一票否决在算名额之前还是之后', { text, stated: false, path: '' }));
  }
  return found;
}

function posts({ scheme }: SchemeView): Convention[] {
  if (scheme.subject.kind !== 'person') return [];
  const words = {
    byDays: '按任职天数',
    mainPost: '按任职最久的岗位',
    segments: '分段计算',
  } as const;
  const place = { value: scheme.switches?.postChange, path: 'switches.postChange' };
  const change = open(36, '考核期内变动岗位怎么计', answerOf(words, place, 'byDays'));
  if (!scheme.grades) return [change];
  const least = leastMonthsFor(scheme);
  const stated = scheme.switches?.leastMonthsForGrade !== undefined;
  const text =
    least === undefined ? '不限任职月数，都评等次' : `任职不满 ${least} 个月的不确定等次`;
  const path = 'switches.leastMonthsForGrade';
  return [open(15, '年中任职的怎么评', { text, stated, path }), change];
}

function sequences({ scheme }: SchemeView): Convention[] {
  const read = (scheme.sequences ?? []).flatMap(({ results }, index) =>
    results ? [{ ...results, path: `sequences[${index}].results` }] : [],
  );
  const gapWords = { breaks: '不算，从头算起', skip: '算，跳过那一年' } as const;
  const readWords = { effective: '读最后认定的等次', computed: '读原先算出的等次' } as const;
  const gaps = read.map(({ gap, path }) => ({ value: gap, path: `${path}.gap` }));
  const reads = read.map((item) => ({ value: item.reads, path: `${item.path}.reads` }));
  return [
    ...maybe(
      17,
      '“连续两年”中间隔一年没有等次算不算连续',
      answerOver(gapWords, gaps, { byDefault: gapWords.breaks }),
    ),
    ...maybe(
      33,
      '连续规则读最后认定的等次还是原先算出的',
      answerOver(readWords, reads, { byDefault: readWords.effective }),
    ),
  ];
}

function abstentions({ clauses }: SchemeView): Convention[] {
  const words = { yes: '计入有效票', no: '不计入有效票' } as const;
  const places = clauses.flatMap(({ clause, path }) => {
    if (!('ballots' in clause.rule)) return [];
    const { abstentionsCount: counts } = clause.rule.ballots;
    const value = counts === undefined ? undefined : counts ? ('yes' as const) : ('no' as const);
    return [{ value, path: `${path}.rule.ballots.abstentionsCount` }];
  });
  return maybe(24, '弃权票是否计入分母', answerOver(words, places, { byDefault: words.no }));
}

function sizes({ scheme, nodes, clauses }: SchemeView): Convention[] {
  const found: Convention[] = [];
  const paying = (scheme.outcomes ?? []).some(({ kind }) => kind === 'pay');
  if (scheme.pay || paying) {
    found.push(open(26, '考核工资增减多少、按什么比例', paySizes(scheme)));
  }
  const judged = clauses.some(({ clause }) => 'judges' in clause.rule || 'ballots' in clause.rule);
  const weighted = nodes.find(({ node }) => node.weight !== undefined);
  if (judged || weighted) {
    const text = weighted ? '逐项写明权重' : '按各部分的满分';
    const path = weighted ? `${weighted.path}.weight` : 'tree';
    found.push(open(27, '日常与年终、定量与评议各占多少', { text, stated: true, path }));
  }
  return found;
}

function paySizes(scheme: Scheme): Answer {
  if (!scheme.pay) return { text: '未写明', stated: false, path: 'outcomes' };
  const silent = scheme.pay.lines.flatMap((line, index) =>
    silentGrades(line, scheme).map(({ key, grades }) => ({
      text: `未写明：“${line.name}”没有写等次${quoted(grades)}发多少`,
      stated: false,
      path: `pay.lines[${index}].${key}`,
    })),
  );
  return silent[0] ?? { text: '逐项写明', stated: true, path: 'pay' };
}
