/** Open questions about what follows from points: ranks, grades, prizes, years, pay. */

import type { Convention } from './conventions.ts';
import { open, worded } from './conventions-points.ts';
import type { SchemeView } from './view.ts';

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
  const answer = worded(words, scheme.ranking?.ties, 'skip');
  return [open(5, '得分相同怎样排名', { ...answer, path: 'ranking.ties' })];
}

function quotas({ scheme }: SchemeView): Convention[] {
  const shares = (scheme.grades?.quotas ?? []).flatMap((quota, index) =>
    quota.share === undefined ? [] : [{ quota, path: `grades.quotas[${index}].rounding` }],
  );
  const first = shares[0];
  if (!first) return [];
  const words = { floor: '舍去尾数', ceil: '进位取整', half: '四舍五入' } as const;
  const question = '名额算出小数（20% × 23 = 4.6）怎样取整';
  const silent = shares.find(({ quota }) => quota.rounding === undefined);
  if (!silent) return [open(6, question, { text: '逐项写明', stated: true, path: first.path })];
  const common = scheme.switches?.quotaRounding;
  const path = common === undefined ? silent.path : 'switches.quotaRounding';
  return [open(6, question, { ...worded(words, common, 'floor'), path })];
}

function prizes({ scheme }: SchemeView): Convention[] {
  const { prizes: rule } = scheme;
  if (!rule?.classes.some(({ minScore }) => minScore !== undefined)) return [];
  const words = { empty: '空缺', passDown: '顺延给下一等' } as const;
  const answer = worded(words, rule.unfilled, 'empty');
  const text = answer.stated ? answer.text : '未写明';
  return [open(7, '无人达到奖项最低分时名额怎么办', { ...answer, text, path: 'prizes.unfilled' })];
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
  const change = worded(words, scheme.switches?.postChange, 'byDays');
  const found = [open(36, '考核期内变动岗位怎么计', { ...change, path: 'switches.postChange' })];
  if (!scheme.grades) return found;
  const least = scheme.switches?.leastMonthsForGrade;
  const text =
    least === undefined ? '不限任职月数，都评等次' : `任职不满 ${least} 个月的不确定等次`;
  const path = 'switches.leastMonthsForGrade';
  return [open(15, '年中任职的怎么评', { text, stated: least !== undefined, path }), ...found];
}

function sequences({ scheme }: SchemeView): Convention[] {
  const read = (scheme.sequences ?? []).flatMap(({ results }, index) =>
    results ? [{ results, path: `sequences[${index}].results` }] : [],
  );
  const first = read[0];
  if (!first) return [];
  const gapless = read.find(({ results }) => results.gap === undefined);
  const readless = read.find(({ results }) => results.reads === undefined);
  return [
    open(17, '“连续两年”中间隔一年没有等次算不算连续', {
      text: gapless ? '不算，从头算起' : '逐条写明',
      stated: !gapless,
      path: `${(gapless ?? first).path}.gap`,
    }),
    open(33, '连续规则读最后认定的等次还是原先算出的', {
      text: readless ? '读最后认定的等次' : '逐条写明',
      stated: !readless,
      path: `${(readless ?? first).path}.reads`,
    }),
  ];
}

function abstentions({ clauses }: SchemeView): Convention[] {
  const votes = clauses.flatMap(({ clause, path }) =>
    'ballots' in clause.rule ? [{ rule: clause.rule.ballots, path: `${path}.rule.ballots` }] : [],
  );
  const first = votes[0];
  if (!first) return [];
  const silent = votes.find(({ rule }) => rule.abstentionsCount === undefined);
  const text = silent ? '不计入有效票' : '逐条写明';
  const path = `${(silent ?? first).path}.abstentionsCount`;
  return [open(24, '弃权票是否计入分母', { text, stated: !silent, path })];
}

function sizes({ scheme, nodes, clauses }: SchemeView): Convention[] {
  const found: Convention[] = [];
  const paying = (scheme.outcomes ?? []).some(({ kind }) => kind === 'pay');
  if (scheme.pay || paying) {
    const text = scheme.pay ? '逐项写明' : '未写明';
    const path = scheme.pay ? 'pay' : 'outcomes';
    found.push(
      open(26, '考核工资增减多少、按什么比例', { text, stated: Boolean(scheme.pay), path }),
    );
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
