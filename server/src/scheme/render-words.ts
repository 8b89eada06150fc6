/** The fixed wording of a scheme's official text. Whatever else it says comes from the scheme. */

import type { Scheme } from '@oneneedle/kernel';
import { only } from './render-questions.ts';

/** What is not decided yet, seen on paper; the document engine shades it. '' where a column says what. */
export function open(what = ''): string {
  return `【${what}待定】`;
}

export const periodWords: Record<Scheme['period'], string> = {
  month: '按月',
  quarter: '按季度',
  halfYear: '按半年',
  year: '按年度',
};

/** Types of unit as the roster writes them. */
const typeWords: Record<string, string> = {
  village: '村',
  town: '镇',
  township: '乡镇',
  station: '站所',
  hamlet: '屋场',
  group: '村民小组',
  grid: '网格',
};

type Applies = NonNullable<Scheme['subject']['where']>;

/** "类型为村", "人员类别为编外聘用、村委会成员": who is meant, all tests together. */
export function appliesText(applies: Applies, groups: ReadonlyMap<string, string>): string {
  const { types, classes, roles, tags, subjects } = applies;
  const said: readonly (readonly [string, readonly string[] | undefined])[] = [
    ['类型为', types?.map((type) => typeWords[type] ?? type)],
    ['人员类别为', classes],
    ['职务为', roles],
    ['类组为', applies.groups?.map((code) => groups.get(code) ?? code)],
    ['标记为', tags],
    ['对象为', subjects],
  ];
  return said
    .flatMap(([word, values]) => (values ? [`${word}${values.join('、')}`] : []))
    .join('，');
}

/** "5个工作日", "7日". */
export function limitText(limit: { workdays: string } | { days: string }): string {
  return 'workdays' in limit ? `${limit.workdays}个工作日` : `${limit.days}日`;
}

type Procedure = NonNullable<Scheme['procedure']>;

const afterWords = { month: '月', quarter: '季度', halfYear: '半年', year: '年度' };

/** "季度结束后第1个月5日前". */
export function dueText({ day, after, months = '1' }: NonNullable<Procedure['scoreBy']>): string {
  return `${afterWords[after]}结束后第${months}个月${day}日前`;
}

type SameMatter = NonNullable<Scheme['sameMatter']>;

/** How several facts of one matter count. */
export function sameMatterText(policy: SameMatter): string {
  if (policy === 'highest') return '同一事项就高计分，不重复';
  if (policy === 'heaviest') return '同一事项就重计分，不重复';
  if (policy === 'separate') return '同一事项分别计分';
  return `同一事项依次按${only(policy)[1]}倍计分`.replaceAll(',', '、');
}

/** The lower end of points: of an indicator with a full mark, or of one that only adds and takes. */
export function floorText(floor: string, hasFull: boolean): string {
  if (floor === 'zero') return hasFull ? '扣完为止' : '最低0分';
  if (floor === 'none') return '不保底，可以扣成负分';
  if (floor === 'passToTotal') return '扣完后不足部分从总分扣';
  if (hasFull) return `最低${floor}分`;
  return floor.startsWith('-') ? `最多扣${floor.slice(1)}分` : `最低${floor}分`;
}

/** The upper end of points. */
export function capText(cap: string, hasFull: boolean): string {
  if (cap === 'none') return '不封顶';
  return hasFull ? `最高${cap}分` : `最多加${cap}分`;
}

/** "95分以上", "85分以上、不满95分": a stated number belongs to 以上 and 以下. */
export function bandText(band: {
  from?: string;
  above?: string;
  to?: string;
  below?: string;
}): string {
  return [
    band.from === undefined ? '' : `${band.from}分以上`,
    band.above === undefined ? '' : `高于${band.above}分`,
    band.to === undefined ? '' : `${band.to}分以下`,
    band.below === undefined ? '' : `不满${band.below}分`,
  ]
    .filter((part) => part !== '')
    .join('、');
}

export const effectWords = {
  notAssessed: '不参加考核',
  noGrade: '不确定等次',
  commentOnly: '只写评语',
  notTopGrade: '不得评为最高等次',
} as const;

type Veto = NonNullable<Scheme['vetoes']>[number];

/** What a veto leads to. */
export function scopeText({ scope }: Veto): string {
  const [form, value] = only(scope);
  const listed = Array.isArray(value) ? value.join('、') : `${value}`;
  switch (form) {
    case 'score0':
      return '总分计0分';
    case 'fixedGrade':
      return `等次定为“${listed}”，只降不升`;
    case 'bottomGrade':
      return '定为最低等次';
    case 'notTopGrade':
      return '不得评为最高等次';
    case 'notEligible':
      return `不得评为${listed}`;
    case 'payPart':
      return `不发工资项${listed}`;
    default:
      return `${(value as { years: string }).years}年内不得申报项目`;
  }
}

export const listTieWords = {
  include: '边上同分的都列入',
  cut: '边上同分的都不列入',
  propose: '边上同分的提请研究',
} as const;

export const quotaTieWords = {
  propose: '边上同分的提请研究',
  include: '边上同分的都评为该等次',
  exclude: '边上同分的都不评为该等次',
} as const;

export const quotaRoundingWords = {
  floor: '舍去尾数',
  ceil: '进位取整',
  half: '四舍五入',
} as const;

export const moneyRoundingWords = {
  halfAwayFromZero: '四舍五入到分',
  halfEven: '四舍六入五成双到分',
  down: '舍去不足一分的',
  up: '进位到分',
} as const;

export const paidByWords = { month: '按月发放', period: '按考核期发放', year: '按年发放' } as const;
