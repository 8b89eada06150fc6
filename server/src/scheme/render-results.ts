/** What follows from points, as the official text says it: vetoes, ranks, grades, prizes, outcomes, pay. */

import type { Scheme } from '@oneneedle/kernel';
import type { Block, TableCell } from '../document/index.ts';
import { part } from './render-parts.ts';
import {
  conditionText,
  type Names,
  only,
  type Quantity,
  quantityText,
} from './render-questions.ts';
import {
  bandText,
  effectWords,
  listTieWords,
  moneyRoundingWords,
  open,
  paidByWords,
  quotaRoundingWords,
  quotaTieWords,
  scopeText,
} from './render-words.ts';

/** 一票否决: each with the document that allows it. */
export function vetoParts({ vetoes = [] }: Scheme): Block[] {
  return part(
    '一票否决',
    vetoes.map((veto) => {
      const { text, authority, waive = [], window, validity, repair } = veto;
      const basis = authority
        ? `${authority.body}《${authority.title}》（${authority.documentNo}）`
        : open('依据文号');
      return [
        sentence(text),
        `后果：${scopeText(veto)}。`,
        `依据：${basis}。`,
        window === 'year' ? '本年内发生的都算。' : '',
        validity?.for ? `有效期${validityText(validity.for)}。` : '',
        ...waive.map(({ reason }) => `${reason}的，不否决。`),
        repair ? `修复后改为计${repair.points}分，${repair.for.years}年内有效，此后不计。` : '',
      ].join('');
    }),
  );
}

function validityText(limit: object): string {
  const [unit, number] = only(limit);
  return `${number}${unit === 'days' ? '日' : unit === 'months' ? '个月' : '年'}`;
}

/** 排名、等次和奖项. */
export function resultParts(scheme: Scheme, names: Names): Block[] {
  const { grades, prizes } = scheme;
  const bands = grades?.bands ? [bandTable(grades, names)] : [];
  const before = [
    ...rankingPoints(scheme),
    ...(grades
      ? [`等次从高到低为${grades.order.join('、')}${grades.bands ? '，分数线见下表' : ''}。`]
      : []),
  ];
  const after = [
    ...(grades?.roundFirst === undefined
      ? []
      : [`对照分数线以前，得分先取整到${grades.roundFirst}位小数。`]),
    ...(grades?.rules ?? []).map(
      ({ grade, when }) => `${conditionText(when, names)}的，等次为“${grade}”，不看分数线。`,
    ),
    ...(grades?.quotas ?? []).map(quotaText),
    ...(scheme.eligibility ?? []).map(
      ({ effect, reason, basis }) =>
        `${effectWords[effect]}：${reason}${basis === undefined ? '' : `（${basis}）`}。`,
    ),
    ...(prizes ? prizePoints(prizes, names) : []),
  ];
  const points = part('排名和等次', [...before, ...after]);
  // The table of bands follows the sentence that speaks of it.
  const at = 1 + before.length;
  return points.length === 0 ? [] : [...points.slice(0, at), ...bands, ...points.slice(at)];
}

function rankingPoints({ ranking, groups = [], subject }: Scheme): string[] {
  if (!ranking) return [];
  const within = ranking.within !== 'all' && groups.length > 0 ? '在同一类组内' : '全部对象一起';
  const ties = ranking.ties === 'dense' ? '其后名次不跳过' : '其后名次跳过';
  return [
    `${within}按得分从高到低排名；得分相同的名次相同，${ties}。得分未定的不排名。`,
    ...(subject.kind === 'person' ? ['个人的得分、名次和等次是内部信息，不公布。'] : []),
    ...(ranking.lists ?? []).map(({ name, top, bottom, ties: edge, audience }) => {
      const places = top === undefined ? `后${bottom}名` : `前${top}名`;
      // A list of the last is internal whatever the scheme says; the kernel holds to it as well.
      const isPosted = audience === 'posted' && bottom === undefined;
      const who = isPosted ? '公布' : '内部掌握，不公布';
      return `“${name}”列${groups.length > 0 && ranking.within !== 'all' ? '每组' : ''}${places}，${listTieWords[edge ?? 'propose']}；${who}。`;
    }),
  ];
}

type Grades = NonNullable<Scheme['grades']>;

/** Each grade with its bounds; a column for every group that has bounds of its own. */
function bandTable({ order, bands = [], bandsByGroup = {} }: Grades, names: Names): Block {
  const groups = Object.keys(bandsByGroup);
  const boundsOf = (list: typeof bands, grade: string) => {
    const found = list.filter((band) => band.grade === grade).map(bandText);
    return found.length === 0 ? '—' : found.join('，或者');
  };
  const heads: TableCell[] =
    groups.length === 0
      ? ['分数线']
      : [
          '分数线（其他类组）',
          ...groups.map((code) => `分数线（${names.groups.get(code) ?? code}）`),
        ];
  return {
    kind: 'table',
    columns: [
      { width: 24, align: 'center' },
      ...heads.map(() => ({ width: 76 / heads.length, align: 'center' as const })),
    ],
    head: [['等次', ...heads]],
    rows: order.map((grade) => [
      grade,
      boundsOf(bands, grade),
      ...groups.map((code) => boundsOf(bandsByGroup[code] ?? [], grade)),
    ]),
  };
}

function quotaText(quota: NonNullable<Grades['quotas']>[number]): string {
  const { grade, share, count, within, rounding, minScore, tie, overflow } = quota;
  const size =
    count === undefined
      ? `不超过${within === 'all' ? '参加考核总数' : '本组参加考核数'}的${share}`
      : `不超过${within === 'all' ? '' : '每组'}${count}名`;
  return [
    `“${grade}”${size}`,
    share === undefined || rounding === undefined ? '' : `（${quotaRoundingWords[rounding]}）`,
    minScore === undefined ? '' : `，得分不低于${minScore}分`,
    tie === undefined ? '' : `，${quotaTieWords[tie]}`,
    `；超出名额的定为“${overflow}”。`,
  ].join('');
}

function prizePoints(prizes: NonNullable<Scheme['prizes']>, names: Names): string[] {
  const classes = prizes.classes.map(({ name, slots, minScore }) => {
    const least = minScore === undefined ? '' : `，得分不低于${minScore}分`;
    return `${name}${slots === undefined ? '不限名额' : `${slots}名`}${least}`;
  });
  const unfilled = { empty: '名额空缺', passDown: '名额顺延给下一等' };
  const next = { nextSubject: '下一等从未得奖的下一名评起', fixedRanks: '每等对应固定的名次段' };
  return [
    [
      `奖项${prizes.within === 'all' ? '由全部对象一起' : '在同一类组内'}评定：${classes.join('；')}`,
      prizes.unfilled === undefined ? '' : `无人达到最低分的，${unfilled[prizes.unfilled]}`,
      prizes.nextClass === undefined ? '' : next[prizes.nextClass],
      `边上同分的${prizes.tie === 'include' ? '都评' : '提请研究'}。`,
    ]
      .filter((text) => text !== '')
      .join('；'),
    ...(prizes.notWhen ? [`${conditionText(prizes.notWhen, names)}的，不参加评奖。`] : []),
  ];
}

/** 结果运用: every one is a proposal. */
export function outcomeParts({ outcomes = [], sequences = [] }: Scheme, names: Names): Block[] {
  if (outcomes.length + sequences.length === 0) return [];
  const named = new Map(outcomes.map(({ code, name }) => [code, name]));
  return part('结果运用', [
    '本部分所列都是建议，由写明的机构依照规定和程序决定；得分和名次本身不产生任何处理。',
    ...outcomes.map(({ name, when, classes, body, basis, procedure, papers, releaseWhen }) =>
      [
        `${name}。`,
        when ? `情形：${conditionText(when, names)}。` : '',
        classes ? `适用于${classes.join('、')}。` : '',
        `决定机构：${body}。依据：${basis}。程序：${procedure.join('；')}。`,
        papers ? `材料：${papers.join('、')}。` : '',
        releaseWhen ? `解除情形：${conditionText(releaseWhen, names)}。` : '',
      ].join(''),
    ),
    ...sequences.map(({ text, then }) => {
      const proposed = (then.propose ?? []).map((code) => `“${named.get(code) ?? code}”`);
      const whole = proposed.length === 0 ? '' : `（建议：${proposed.join('、')}）`;
      return `${text.replace(/。$/, '')}${whole}。`;
    }),
  ]);
}

/** 考核工资: the lines with their amounts. */
export function payParts({ pay }: Scheme, names: Names): Block[] {
  if (!pay) return [];
  return part('考核工资', [
    `考核工资只动文件列明的浮动部分，依据${pay.authority ?? open('依据文号')}；算出的数额是建议，由有权机关决定后发放。`,
    ...pay.lines.map((line) =>
      [
        `${line.name}${line.documentNo === undefined ? '' : `（${line.documentNo}）`}：`,
        payRuleText(line.rule, names),
        line.roles ? `；发给${line.roles.join('、')}` : '',
        line.times ? `；再乘${factors(line.times)}` : '',
        line.byMonths ? '；按任职月数折算' : '',
        line.ceiling === undefined ? '' : `；最多${line.ceiling}元`,
        line.floor === undefined ? '' : `；最少${line.floor}元`,
        line.rounding === undefined ? '' : `；${moneyRoundingWords[line.rounding]}`,
        line.paidBy === undefined ? '' : `；${paidByWords[line.paidBy]}`,
        line.withheldWhen ? `；${conditionText(line.withheldWhen, names)}的缓发` : '',
        '。',
      ].join(''),
    ),
  ]);
}

type PayRule = NonNullable<Scheme['pay']>['lines'][number]['rule'];

/** How an amount comes about, with every number of the scheme. */
function payRuleText(rule: PayRule, names: Names): string {
  if ('rate' in rule) {
    const { base, denominator } = rule.rate;
    return `基数（${yuan(base)}）乘以得分，除以${denominator === 'fullMark' ? '满分' : denominator}`;
  }
  if ('tier' in rule) {
    return rule.tier.tiers.map((tier) => `${bandText(tier)}的${tier.amount}元`).join('，');
  }
  if ('gradeRatio' in rule) {
    const { base, ratios } = rule.gradeRatio;
    return `基数（${yuan(base)}）乘以等次比例（${factors(ratios)}）`;
  }
  if ('perPoint' in rule) {
    const { amount, above, onlyFrom, steps } = rule.perPoint;
    return [
      above === undefined ? `每分${amount}元` : `超过${above}分的部分每分${amount}元`,
      onlyFrom === undefined ? '' : `，不到${onlyFrom}分的不发`,
      steps === 'linear' ? '，不足1分的按比例' : '，只计整分',
    ].join('');
  }
  if ('perEvent' in rule) {
    const { kind, where, amount } = rule.perEvent;
    const facts = { count: { kind, ...(where ? { where } : {}) } } as Quantity;
    return `${quantityText(facts, names)}，每次${amount}元`;
  }
  if ('share' in rule) {
    const { of, share, ceiling } = rule.share;
    return `${quantityText(of, names)}（元）的${share}${ceiling === undefined ? '' : `，最多${ceiling}元`}`;
  }
  if ('streak' in rule) {
    return `连续第1次起依次${rule.streak.amounts.map((amount) => `${amount}元`).join('、')}，以后按末一个数`;
  }
  if ('fixed' in rule) {
    const { amount, months } = rule.fixed;
    return `定额（${yuan(amount)}）${months === undefined ? '' : `，按${months}个月`}`;
  }
  const { line, of, ratio } = rule.roleRatio;
  return `“${of}”在工资项${line}上所得的${ratio}`;
}

function yuan(amounts: Readonly<Record<string, string>>): string {
  return Object.entries(amounts)
    .map(([role, amount]) => `${role === '*' ? '其余职务' : role}${amount}元`)
    .join('、');
}

function factors(times: Readonly<Record<string, string>>): string {
  return Object.entries(times)
    .map(([label, factor]) => `${label === '*' ? '其余职务' : label}${factor}`)
    .join('、');
}

/** A text of the scheme with the full stop that a sentence has. */
function sentence(text: string): string {
  return /[。！？]$/.test(text) ? text : `${text}。`;
}
