/** Open questions about points: steps, bounds, companions, periods, who is charged. */

import { listOf, only } from '../scheme/shapes.ts';
import { overlappingClauses } from './companions.ts';
import type { Convention } from './conventions.ts';
import { lineUses } from './lines.ts';
import { grantsOwnFull } from './marks.ts';
import { canGain, canLose, reachOf } from './reach.ts';
import { isRankChange } from './unanswered.ts';
import { clausesUnder, type NodeAt, type SchemeView } from './view.ts';

/** The questions about points that concern the scheme. */
export function pointConventions(view: SchemeView): Convention[] {
  return [
    ...stepping(view),
    ...inclusive(view),
    ...denominator(view),
    ...notApplicable(view),
    ...floorAndBonus(view),
    ...missingPeriods(view),
    rounding(view),
    ...rankChanges(view),
    ...charged(view),
    ...approximate(view),
    ...aggravation(view),
    ...lateHonour(view),
    ...sameFact(view),
    ...passedOn(view),
    ...afterSeal,
    ...groupMean(view),
  ];
}

/** An answer that the scheme states, or the default with the place to state it. */
export function open(
  no: number,
  question: string,
  answer: { readonly text: string; readonly stated: boolean; readonly path: string },
): Convention {
  return { no, question, answer: answer.text, stated: answer.stated, path: answer.path };
}

/** The words of a stated key, or those of the default. */
export function worded<Key extends string>(
  words: Readonly<Record<Key, string>>,
  key: Key | undefined,
  byDefault: Key,
): { readonly text: string; readonly stated: boolean } {
  return { text: words[key ?? byDefault], stated: key !== undefined };
}

const steppingWords = {
  floor: '只计整步，不足一步不计',
  linear: '按比例折算',
  ceil: '不足一步按一步计',
} as const;

function stepping({ scheme, clauses, nodes }: SchemeView): Convention[] {
  const rules = clauses.flatMap(({ clause, path }) =>
    'linear' in clause.rule
      ? [{ stated: clause.rule.linear.stepping, path: `${path}.rule.linear.stepping` }]
      : [],
  );
  const coefficients = [
    ...nodes.map(({ node, path }) => ({ of: node.coefficient, path })),
    { of: scheme.total?.coefficient, path: 'total' },
  ].flatMap(({ of, path }) =>
    of ? [{ stated: of.stepping, path: `${path}.coefficient.stepping` }] : [],
  );
  const all = [...rules, ...coefficients];
  if (all.length === 0) return [];
  const question = '“每增减一个单位”按整步计还是按比例计';
  const common = scheme.switches?.stepping;
  const silent = all.find(({ stated }) => stated === undefined);
  if (!silent)
    return [open(1, question, { text: '逐条写明', stated: true, path: all[0]?.path ?? '' })];
  const path = common === undefined ? silent.path : 'switches.stepping';
  return [open(1, question, { ...worded(steppingWords, common, 'floor'), path })];
}

function inclusive({ scheme, clauses }: SchemeView): Convention[] {
  const first = clauses.find(({ clause }) => 'table' in clause.rule);
  const path = scheme.grades?.bands ? 'grades.bands' : first && `${first.path}.rule.table.rows`;
  if (path === undefined) return [];
  const text = 'from、to 包含本数，above、below 不包含，逐档写明';
  return [open(2, '“以上”“以下”是否包含本数', { text, stated: true, path })];
}

function denominator(view: SchemeView): Convention[] {
  const rates = lineUses(view).filter(({ read }) => read?.value === 'rate');
  const first = rates[0];
  if (!first) return [];
  const silent = rates.find(({ read }) => read?.denominator === undefined);
  const text = silent
    ? '那份办法的基本满分，不含加分'
    : rates
        .map(({ read }) => (read?.denominator === 'fullMark' ? '满分' : read?.denominator))
        .join('、');
  const path = `${(silent ?? first).path}.denominator`;
  return [open(8, '得分率的分母是多少', { text, stated: !silent, path })];
}

function notApplicable({ scheme, nodes, clauses }: SchemeView): Convention[] {
  const words = {
    exclude: '不计入，其余按比例放大到满分',
    mean: '按同组平均分计',
    full: '计满分',
  } as const;
  const question = '不适用的指标怎么计';
  const asking = [
    ...nodes.filter(({ node }) => node.notApplicableWhen).map(({ node, path }) => ({ node, path })),
    ...clauses
      .filter(({ clause }) => clause.notApplicableWhen)
      .flatMap(({ nodes: above }) => above.slice(-1)),
  ];
  const first = asking[0];
  if (!first) return [];
  const silent = asking.find(({ node }) => node.notApplicable === undefined);
  const common = scheme.switches?.notApplicable;
  if (!silent) {
    return [
      open(9, question, { text: '逐项写明', stated: true, path: `${first.path}.notApplicable` }),
    ];
  }
  const path = common === undefined ? `${silent.path}.notApplicable` : 'switches.notApplicable';
  return [open(9, question, { ...worded(words, common, 'exclude'), path })];
}

/** Nodes with a full mark of their own below which points are both taken away and added. */
function mixedNodes(view: SchemeView): { at: NodeAt; gains: boolean }[] {
  return view.nodes.filter(grantsOwnFull).flatMap((at) => {
    const reaches = clausesUnder(view, at).map(({ clause }) => reachOf(clause));
    return reaches.some(canLose) ? [{ at, gains: reaches.some(canGain) }] : [];
  });
}

function floorAndBonus(view: SchemeView): Convention[] {
  const nodes = mixedNodes(view);
  const first = nodes[0];
  if (!first) return [];
  const found: Convention[] = [];
  const bare = nodes.find(({ at }) => at.node.floor === undefined);
  const floorText = bare ? '在写有满分的那一级扣完为止，不倒扣' : '逐项写明';
  found.push(
    open(10, '扣分的保底在条款还是在指标', {
      text: floorText,
      stated: !bare,
      path: `${(bare ?? first).at.path}.floor`,
    }),
  );
  const gaining = nodes.filter(({ gains }) => gains);
  const silent = gaining.find(({ at }) => at.node.bonus === undefined);
  const words = {
    separate: '加分另算，不能补已扣的分',
    refill: '加分可以补已扣的分，合计不超过满分',
  } as const;
  const common = view.scheme.switches?.bonus;
  const question = '加分能否补已扣的分';
  const one = gaining[0];
  if (silent) {
    const path = common === undefined ? `${silent.at.path}.bonus` : 'switches.bonus';
    found.push(open(11, question, { ...worded(words, common, 'separate'), path }));
  } else if (one) {
    found.push(
      open(11, question, { text: '逐项写明', stated: true, path: `${one.at.path}.bonus` }),
    );
  }
  return found;
}

function missingPeriods(view: SchemeView): Convention[] {
  const combined = lineUses(view).filter(({ read }) => read?.combine !== undefined);
  const first = combined[0];
  if (!first) return [];
  const words = {
    excludeAndFlag: '不计入并注明',
    zero: '按 0 分计',
    block: '不计算，等补齐',
  } as const;
  const answer = worded(words, view.scheme.switches?.missingPeriod, 'excludeAndFlag');
  const means = combined.filter(({ read }) => read?.combine === 'mean');
  const silent = means.find(({ read }) => read?.divisor === undefined);
  return [
    open(14, '缺一期结果（如当月未检查）怎么办', { ...answer, path: 'switches.missingPeriod' }),
    ...(means[0]
      ? [
          open(35, '缺期时平均数除以几', {
            text: silent ? '除以有结果的期数，并注明' : '逐条写明',
            stated: !silent,
            path: `${(silent ?? means[0]).path}.divisor`,
          }),
        ]
      : []),
  ];
}

function rounding({ scheme }: SchemeView): Convention {
  const modes = {
    halfAwayFromZero: '四舍五入',
    halfEven: '四舍六入五成双',
    down: '舍去尾数',
    up: '进位',
  } as const;
  const text = `每个得分保留 ${scheme.decimals ?? '3'} 位小数，${modes[scheme.rounding ?? 'halfAwayFromZero']}；公布 ${scheme.shown ?? '2'} 位，按保留的位数排名`;
  const stated = scheme.decimals !== undefined && scheme.rounding !== undefined;
  const path = scheme.decimals === undefined ? 'decimals' : 'rounding';
  return open(16, '得分怎样取整', { text, stated, path });
}

function rankChanges(view: SchemeView): Convention[] {
  const first = view.clauses.find((at) => isRankChange(view, at));
  if (!first) return [];
  const holder = first.nodes.at(-1);
  const { start, base, full, cap } = holder?.node ?? {};
  const from = base ?? (start === 'zero' || full === undefined ? '0' : full);
  const text = `从 ${from} 分起算，最多 ${first.clause.cap ?? cap ?? '未写明'} 分`;
  const stated = start !== undefined || base !== undefined;
  return [open(18, '名次升降从几分起算', { text, stated, path: first.path })];
}

function charged({ scheme, clauses }: SchemeView): Convention[] {
  const charging = clauses.filter(({ clause }) => clause.charge !== undefined);
  const first = charging[0];
  if (!first) return [];
  const several = charging.filter(({ clause }) =>
    listOf(clause.charge).some(
      (charge) =>
        typeof charge === 'object' && ['holders', 'paired', 'children'].includes(only(charge)[0]),
    ),
  );
  const silent = several.find(({ clause }) => clause.share === undefined);
  const words = { each: '每个承担者都计全数', split: '由承担者均分，余数归名册在前的' } as const;
  const common = scheme.switches?.jointLoss;
  const path = common === undefined && silent ? `${silent.path}.share` : 'switches.jointLoss';
  return [
    open(19, '集体的事记在谁名下', {
      text: '逐条写明',
      stated: true,
      path: `${first.path}.charge`,
    }),
    ...(several[0]
      ? [
          open(34, '几方共同承担的分怎样分', {
            ...(silent ? worded(words, common, 'each') : { text: '逐条写明', stated: true }),
            path: silent ? path : `${several[0].path}.share`,
          }),
        ]
      : []),
  ];
}

function approximate({ quantities }: SchemeView): Convention[] {
  if (!quantities.some(({ value }) => typeof value === 'object' && 'measure' in value)) return [];
  const text = '可以记录并注明，但不作为计分依据';
  return [open(20, '约数（余、多、左右）能否计分', { text, stated: false, path: '' })];
}

function aggravation({ scheme, clauses, conditions }: SchemeView): Convention[] {
  const several = clauses.filter(({ clause }) => (clause.factor?.length ?? 0) > 1);
  const silent = several.find(({ clause }) => clause.aggravate === undefined);
  const words = { maxOnce: '只取最大的一个倍数', product: '各倍数连乘' } as const;
  const common = scheme.switches?.aggravate;
  const found: Convention[] = [];
  if (several[0]) {
    const path = common === undefined && silent ? `${silent.path}.aggravate` : 'switches.aggravate';
    const answer = silent ? worded(words, common, 'maxOnce') : { text: '逐条写明', stated: true };
    found.push(open(21, '几个加倍条件同时成立怎么计', { ...answer, path }));
  }
  if (conditions.some(({ value }) => 'repeated' in value)) {
    const text = '不叠加，每次都按条款本来的分数加倍';
    found.push(open(32, '一再重复是否越加越多', { text, stated: false, path: '' }));
  }
  return found;
}

function lateHonour({ clauses }: SchemeView): Convention[] {
  const honours = clauses.filter(
    ({ clause }) => clause.requires !== undefined && canGain(reachOf(clause)),
  );
  const first = honours[0];
  if (!first) return [];
  const silent = honours.find(({ clause }) => clause.carryOver === undefined);
  const text = silent ? '只计入文件日期所在的年度，逾期不补' : '逐条写明';
  const path = `${(silent ?? first).path}.carryOver`;
  return [open(22, '上一年的荣誉今年才知道怎么计', { text, stated: !silent, path })];
}

function sameFact(view: SchemeView): Convention[] {
  const stated = view.scheme.switches?.sameFact;
  const pairs = overlappingClauses(view);
  if (stated === undefined && pairs.length === 0) return [];
  const words = { heaviest: '扣分只计最重的一条', separate: '分别计' } as const;
  const answer = worded(words, stated, 'heaviest');
  return [open(23, '同一事实符合两条怎么计', { ...answer, path: 'switches.sameFact' })];
}

function passedOn(view: SchemeView): Convention[] {
  const named = view.clauses.find(({ clause }) =>
    listOf(clause.charge).some((charge) => typeof charge === 'object' && 'as' in charge),
  );
  const found: Convention[] = [];
  if (view.scheme.subject.kind === 'person') {
    const reads = lineUses(view).find(({ afterPoints }) => !afterPoints);
    const text = reads ? `计入（读“${reads.line}”的结果）` : '不计入';
    found.push(
      open(28, '村的结果是否计入干部个人', {
        text,
        stated: reads !== undefined,
        path: reads?.path ?? '',
      }),
    );
  }
  if (named && view.scheme.subject.kind === 'unit') {
    const text = '传导，逐条写明';
    found.push(
      open(29, '上级扣本镇的分是否传导到村', { text, stated: true, path: `${named.path}.charge` }),
    );
  }
  return found;
}

const afterSeal: readonly Convention[] = [
  open(30, '封存以后才知道的事实计入哪一期', { text: '下一个未封存的期', stated: false, path: '' }),
  open(31, '封存以后的更正怎么办', { text: '在下一个未封存的期单列更正', stated: false, path: '' }),
];

function groupMean({ quantities }: SchemeView): Convention[] {
  const means = quantities.flatMap(({ value, path }) =>
    typeof value === 'object' && 'groupMean' in value ? [{ self: value.groupMean.self, path }] : [],
  );
  const first = means[0];
  if (!first) return [];
  const silent = means.find(({ self }) => self === undefined);
  const text = silent ? '含本对象，不含没有数据的' : '逐条写明';
  const path = `${(silent ?? first).path}.groupMean.self`;
  return [open(37, '平均数是否包含本对象和无数据的对象', { text, stated: !silent, path })];
}
