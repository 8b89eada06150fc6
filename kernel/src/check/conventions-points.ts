/** Open questions about points: steps, bounds, companions, periods, who is charged. */

import { listOf, only } from '../scheme/shapes.ts';
import { answerOf, answerOver, maybe, open } from './answers.ts';
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

function stepping({ scheme, clauses, nodes }: SchemeView): Convention[] {
  const words = {
    floor: '只计整步，不足一步不计',
    linear: '按比例折算',
    ceil: '不足一步按一步计',
  } as const;
  const rules = clauses.flatMap(({ clause, path }) =>
    'linear' in clause.rule
      ? [{ value: clause.rule.linear.stepping, path: `${path}.rule.linear.stepping` }]
      : [],
  );
  const coefficients = [
    ...nodes.map(({ node, path }) => ({ of: node.coefficient, path })),
    { of: scheme.total?.coefficient, path: 'total' },
  ].flatMap(({ of, path }) =>
    of ? [{ value: of.stepping, path: `${path}.coefficient.stepping` }] : [],
  );
  const common = { value: scheme.switches?.stepping, path: 'switches.stepping' };
  const answer = answerOver(words, [...rules, ...coefficients], { byDefault: words.floor, common });
  return maybe(1, '“每增减一个单位”按整步计还是按比例计', answer);
}

function inclusive({ scheme, clauses }: SchemeView): Convention[] {
  const first = clauses.find(({ clause }) => 'table' in clause.rule);
  const path = scheme.grades?.bands ? 'grades.bands' : first && `${first.path}.rule.table.rows`;
  if (path === undefined) return [];
  const text = 'from、to 包含本数，above、below 不包含，逐档写明';
  return [open(2, '“以上”“以下”是否包含本数', { text, stated: true, path })];
}

function denominator(view: SchemeView): Convention[] {
  const places = lineUses(view)
    .filter(({ read }) => read?.value === 'rate')
    .map(({ read, path }) => ({ value: read?.denominator, path: `${path}.denominator` }));
  const word = (value: string) => (value === 'fullMark' ? '那份办法的满分' : value);
  const answer = answerOver(word, places, { byDefault: '那份办法的满分' });
  return maybe(8, '得分率的分母是多少', answer);
}

function notApplicable({ scheme, nodes }: SchemeView): Convention[] {
  const words = {
    exclude: '不计入，其余按比例放大到满分',
    mean: '按同组平均分计',
    full: '计满分',
  } as const;
  // A clause has no full mark of its own: where it does not apply it simply gives nothing.
  const asking = nodes.filter(({ node }) => node.notApplicableWhen);
  const places = asking.map(({ node, path }) => ({
    value: node.notApplicable,
    path: `${path}.notApplicable`,
  }));
  const common = { value: scheme.switches?.notApplicable, path: 'switches.notApplicable' };
  const answer = answerOver(words, places, { byDefault: words.exclude, common });
  return maybe(9, '不适用的指标怎么计', answer);
}

/** Nodes with a full mark of their own from which points are taken away. */
function losingNodes(view: SchemeView): { at: NodeAt; gains: boolean }[] {
  return view.nodes.filter(grantsOwnFull).flatMap((at) => {
    const reaches = clausesUnder(view, at).map(({ clause }) => reachOf(clause));
    return reaches.some(canLose) ? [{ at, gains: reaches.some(canGain) }] : [];
  });
}

function floorAndBonus(view: SchemeView): Convention[] {
  const nodes = losingNodes(view);
  const floorWords: Record<string, string> = {
    zero: '在写有满分的那一级扣完为止，不倒扣',
    none: '不保底，可以扣成负分',
    passToTotal: '不保底，不足部分从总分里扣',
  };
  const floors = answerOver(
    (floor: string) => floorWords[floor] ?? `最低 ${floor} 分`,
    nodes.map(({ at }) => ({ value: at.node.floor, path: `${at.path}.floor` })),
    { byDefault: floorWords.zero ?? '' },
  );
  const words = {
    separate: '加分另算，不能补已扣的分',
    refill: '加分可以补已扣的分，合计不超过满分',
  } as const;
  const common = { value: view.scheme.switches?.bonus, path: 'switches.bonus' };
  const bonuses = answerOver(
    words,
    nodes
      .filter(({ gains }) => gains)
      .map(({ at }) => ({ value: at.node.bonus, path: `${at.path}.bonus` })),
    { byDefault: words.separate, common },
  );
  return [
    ...maybe(10, '扣分的保底在条款还是在指标', floors),
    ...maybe(11, '加分能否补已扣的分', bonuses),
  ];
}

function missingPeriods(view: SchemeView): Convention[] {
  const combined = lineUses(view).filter(({ read }) => read?.combine !== undefined);
  if (combined.length === 0) return [];
  const words = {
    excludeAndFlag: '不计入并注明',
    zero: '按 0 分计',
    block: '不计算，等补齐',
  } as const;
  const value = view.scheme.switches?.missingPeriod;
  const answer = answerOf(words, { value, path: 'switches.missingPeriod' }, 'excludeAndFlag');
  const divisors = answerOver(
    (divisor: string) => (divisor === 'counted' ? '有结果的期数，并注明' : `固定除以 ${divisor}`),
    combined
      .filter(({ read }) => read?.combine === 'mean')
      .map(({ read, path }) => ({ value: read?.divisor, path: `${path}.divisor` })),
    { byDefault: '有结果的期数，并注明' },
  );
  return [
    open(14, '缺一期结果（如当月未检查）怎么办', answer),
    ...maybe(35, '缺期时平均数除以几', divisors),
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
  const { start, base, full, cap } = first.nodes.at(-1)?.node ?? {};
  const from = base ?? (start === 'zero' || full === undefined ? '0' : full);
  const text = `从 ${from} 分起算，最多 ${first.clause.cap ?? cap ?? '（未写明）'} 分`;
  const stated = start !== undefined || base !== undefined || full === undefined;
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
  const words = { each: '每个承担者都计全数', split: '由承担者均分，余数归名册在前的' } as const;
  const common = { value: scheme.switches?.jointLoss, path: 'switches.jointLoss' };
  const shares = answerOver(
    words,
    several.map(({ clause, path }) => ({ value: clause.share, path: `${path}.share` })),
    { byDefault: words.each, common },
  );
  const answer = { text: '逐条写明承担者', stated: true, path: `${first.path}.charge` };
  return [open(19, '集体的事记在谁名下', answer), ...maybe(34, '几方共同承担的分怎样分', shares)];
}

function approximate({ quantities }: SchemeView): Convention[] {
  if (!quantities.some(({ value }) => typeof value === 'object' && 'measure' in value)) return [];
  const text = '可以记录并注明，但不作为计分依据';
  return [open(20, '约数（余、多、左右）能否计分', { text, stated: false, path: '' })];
}

function aggravation({ scheme, clauses, conditions }: SchemeView): Convention[] {
  const words = { maxOnce: '只取最大的一个倍数', product: '各倍数连乘' } as const;
  const several = answerOver(
    words,
    clauses
      .filter(({ clause }) => (clause.factor?.length ?? 0) > 1)
      .map(({ clause, path }) => ({ value: clause.aggravate, path: `${path}.aggravate` })),
    {
      byDefault: words.maxOnce,
      common: { value: scheme.switches?.aggravate, path: 'switches.aggravate' },
    },
  );
  const repeats = conditions.some(({ value }) => 'repeated' in value);
  const text = '不叠加，每次都按条款本来的分数加倍';
  return [
    ...maybe(21, '几个加倍条件同时成立怎么计', several),
    ...maybe(32, '一再重复是否越加越多', repeats ? { text, stated: false, path: '' } : undefined),
  ];
}

function lateHonour({ clauses }: SchemeView): Convention[] {
  const words = {
    yes: '计入得知的年度，只计一次',
    no: '只计入文件日期所在的年度，逾期不补',
  } as const;
  const honours = clauses.filter(
    ({ clause }) => clause.requires !== undefined && canGain(reachOf(clause)),
  );
  const places = honours.map(({ clause: { carryOver: late }, path }) => ({
    value: late === undefined ? undefined : late ? ('yes' as const) : ('no' as const),
    path: `${path}.carryOver`,
  }));
  const answer = answerOver(words, places, { byDefault: words.no });
  return maybe(22, '上一年的荣誉今年才知道怎么计', answer);
}

function sameFact(view: SchemeView): Convention[] {
  const value = view.scheme.switches?.sameFact;
  if (value === undefined && overlappingClauses(view).length === 0) return [];
  const words = { heaviest: '扣分只计最重的一条', separate: '分别计' } as const;
  const answer = answerOf(words, { value, path: 'switches.sameFact' }, 'heaviest');
  return [open(23, '同一事实符合两条怎么计', answer)];
}

function passedOn(view: SchemeView): Convention[] {
  const named = view.clauses.find(({ clause }) => {
    const charges = listOf(clause.charge);
    const elsewhere = charges.every((charge) => typeof charge === 'object' && 'as' in charge);
    return charges.length > 0 && elsewhere && canLose(reachOf(clause));
  });
  if (view.scheme.subject.kind === 'person') {
    const reads = lineUses(view).find(({ afterPoints }) => !afterPoints);
    const text = reads ? `计入（读“${reads.line}”的结果）` : '不计入';
    const answer = { text, stated: reads !== undefined, path: reads?.path ?? '' };
    return [open(28, '村的结果是否计入干部个人', answer)];
  }
  if (!named) return [];
  const answer = { text: '传导，逐条写明', stated: true, path: `${named.path}.charge` };
  return [open(29, '上级扣本镇的分是否传导到村', answer)];
}

const afterSeal: readonly Convention[] = [
  open(30, '封存以后才知道的事实计入哪一期', {
    text: '下一个未封存的期',
    stated: false,
    path: '',
  }),
  open(31, '封存以后的更正怎么办', {
    text: '在下一个未封存的期单列更正',
    stated: false,
    path: '',
  }),
];

function groupMean({ quantities }: SchemeView): Convention[] {
  const words = { in: '含本对象，不含没有数据的', out: '不含本对象，也不含没有数据的' } as const;
  const places = quantities.flatMap(({ value, path }) =>
    typeof value === 'object' && 'groupMean' in value
      ? [{ value: value.groupMean.self, path: `${path}.groupMean.self` }]
      : [],
  );
  const answer = answerOver(words, places, { byDefault: words.in });
  return maybe(37, '平均数是否包含本对象和无数据的对象', answer);
}
