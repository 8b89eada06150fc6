/** 覆盖检查: what a tree of goals leaves open, each in a sentence that says what to do. */

import { add, compare, parseExact, rational, subtract, toExactText } from '../number/rational.ts';
import { baselineOf } from './expected.ts';
import { weightIn } from './progress.ts';
import type { Goal } from './shapes.ts';
import { type GoalTree, goalsBelow, isWithin } from './tree.ts';

/** What a roster says of those whom goals name. */
export interface GoalRoster {
  /** Villages that exist in the year, by code. */
  readonly villages: readonly { readonly code: string; readonly name: string }[];
  /** Everybody of the roster, and whether they hold a post today. */
  readonly persons: ReadonlyMap<string, { readonly name: string; readonly holdsPost: boolean }>;
}

export const coverageCodes = [
  'noLeaf',
  'noPerson',
  'noPost',
  'noDate',
  'noQuantity',
  'noBaseline',
  'wrongWay',
  'laterThanParent',
  'villageLeftOut',
  'villageTwice',
  'weightsMissing',
  'weightsNotWhole',
  'unitsDiffer',
  'targetsNotWhole',
  'servesNothing',
] as const;

export type CoverageCode = (typeof coverageCodes)[number];

export interface CoverageFinding {
  readonly code: CoverageCode;
  readonly goal: string;
  /** `error`: nobody can answer for it or work it out; `warning`: somebody should look. */
  readonly severity: 'error' | 'warning';
  readonly sentence: string;
}

/** Everything that is open in a tree, in the order of the codes of its goals. */
export function coverageOf(tree: GoalTree, roster: GoalRoster): CoverageFinding[] {
  return [...tree.goals.values()].flatMap((goal) => {
    const notes: Note[] = tree.isLeaf(goal.code)
      ? leafNotes(goal, roster)
      : [...weightNotes(goal, tree), ...sumNotes(goal, tree)];
    return [...notes, ...villageNotes(goal, tree, roster), ...placeNotes(goal, tree)].map(
      ([code, severity, sentence]) => ({ code, goal: goal.code, severity, sentence }),
    );
  });
}

type Note = readonly [CoverageCode, CoverageFinding['severity'], string];

function leafNotes(goal: Goal, { persons }: GoalRoster): Note[] {
  const { code, title, measure, accountable, dueOn, steps, direction } = goal;
  const name = `“${title}”`;
  if (!measure && accountable === undefined) {
    const what = code.includes('.') ? '只有标题' : '还没有分解';
    return [
      [
        'noLeaf',
        'error',
        `${name}${what}：下面没有小目标，也没有责任人和数量；请分解，或写成一项任务。`,
      ],
    ];
  }
  const notes: Note[] = [];
  const person = accountable === undefined ? undefined : persons.get(accountable);
  if (accountable === undefined) {
    notes.push(['noPerson', 'error', `${name}没有责任人；请明确到一个人。`]);
  } else if (!person?.holdsPost) {
    const who = person?.name ?? accountable;
    notes.push(['noPost', 'error', `${name}的责任人“${who}”现在没有任职；请换成在任的人。`]);
  }
  if (dueOn === undefined) notes.push(['noDate', 'error', `${name}没有完成时限；请写明哪一天。`]);
  const isCounted = measure?.kind === 'quantity' || (measure && steps.length > 0);
  if (!isCounted) {
    notes.push([
      'noQuantity',
      'error',
      `${name}没有数量；请写目标值和单位，数不出来的写成带日期的步骤。`,
    ]);
  }
  if (measure?.kind !== 'quantity') return notes;
  const target = parseExact(measure.target);
  const baseline = baselineOf(measure.baseline, direction);
  if (!baseline && target && target.num !== 0n) {
    notes.push([
      'noBaseline',
      'warning',
      `${name}要往下降，却没有写基数，算不出降了多少；请写上年末的数。`,
    ]);
  }
  if (baseline && target) {
    const order = compare(target, baseline);
    if ((direction === 'up' && order < 0) || (direction === 'down' && order > 0)) {
      notes.push([
        'wrongWay',
        'error',
        `${name}的目标 ${measure.target}${measure.unit} 和基数 ${measure.baseline ?? '0'}${measure.unit} 方向相反；请核对数字，或改为${direction === 'up' ? '下降' : '上升'}。`,
      ]);
    }
  }
  return notes;
}

function weightNotes(goal: Goal, tree: GoalTree): Note[] {
  if (goal.mode !== 'weighted') return [];
  const parts = [...tree.childrenOf(goal.code), ...tree.serversOf(goal.code)];
  const weights = parts.map((part) => weightIn(goal.code, part, tree));
  const written = weights.flatMap((weight) => weight ?? []);
  if (written.length === 0) return []; // all alike, and the page says so
  if (written.length < parts.length) {
    const missing = parts
      .filter((_, place) => weights[place] === undefined)
      .map(({ code }) => code);
    return [
      [
        'weightsMissing',
        'error',
        `“${goal.title}”下面 ${missing.join('、')} 没有写权重，暂按各项相等算；请写全，或都不写。`,
      ],
    ];
  }
  const sum = written.reduce((all, weight) => all + weight, 0);
  if (sum === 1000) return [];
  return [
    [
      'weightsNotWhole',
      'warning',
      `“${goal.title}”下面的权重合计 ${weightText(sum)}%，不是 100%，按占合计的比例算；请核对。`,
    ],
  ];
}

/** A weight in 1/1000 as percent: `12.5`. */
export function weightText(weight: number): string {
  return toExactText(rational(BigInt(weight), 10n));
}

function sumNotes(goal: Goal, tree: GoalTree): Note[] {
  if (goal.mode !== 'sum') return [];
  const parts = [...tree.childrenOf(goal.code), ...tree.serversOf(goal.code)];
  const leaves = parts.flatMap((part) => (tree.childrenOf(part.code).length > 0 ? [] : [part]));
  const units = new Set(
    leaves.map(({ measure }) => (measure?.kind === 'quantity' ? measure.unit : '')),
  );
  if (units.size > 1 || units.has('')) {
    const words = [...units].map((unit) => (unit === '' ? '没有数量' : `“${unit}”`)).join('、');
    return [
      [
        'unitsDiffer',
        'error',
        `“${goal.title}”要按数量相加，下面的单位却不一样（${words}），暂按各项相等算；请统一单位，或改为按权重。`,
      ],
    ];
  }
  const [unit = ''] = units;
  const { measure } = goal;
  if (measure?.kind !== 'quantity' || measure.unit !== unit || leaves.length < parts.length)
    return [];
  const own = parseExact(measure.target);
  const targets = parts.map((part) =>
    part.measure?.kind === 'quantity' ? parseExact(part.measure.target) : undefined,
  );
  if (!own || targets.includes(undefined)) return [];
  const sum = add(...targets.flatMap((target) => target ?? []));
  const order = compare(sum, own);
  if (order === 0) return [];
  const gap = toExactText(subtract(order < 0 ? own : sum, order < 0 ? sum : own));
  const words = `“${goal.title}”目标 ${measure.target}${unit}，下面合计 ${toExactText(sum)}${unit}`;
  return order < 0
    ? [
        [
          'targetsNotWhole',
          'error',
          `${words}，还有 ${gap}${unit} 没有分解下去；请分解，或核对目标值。`,
        ],
      ]
    : [['targetsNotWhole', 'warning', `${words}，层层加码多出 ${gap}${unit}；请核对是否必要。`]];
}

function villageNotes(goal: Goal, tree: GoalTree, { villages }: GoalRoster): Note[] {
  if (!goal.isEveryVillage) return [];
  const below = goalsBelow(tree, goal.code).filter(({ code }) => tree.isLeaf(code));
  const counts = new Map<string, number>();
  for (const { village } of below) {
    if (village !== undefined) counts.set(village, (counts.get(village) ?? 0) + 1);
  }
  const names = (list: GoalRoster['villages']) => list.map(({ name }) => name).join('、');
  const missing = villages.filter(({ code }) => !counts.has(code));
  const twice = villages.filter(({ code }) => (counts.get(code) ?? 0) > 1);
  const notes: Note[] = [];
  if (missing.length > 0) {
    notes.push([
      'villageLeftOut',
      'error',
      `“${goal.title}”要分解到每个村，还缺 ${missing.length} 个村：${names(missing)}；请补上，或写明不必分解到每个村。`,
    ]);
  }
  if (twice.length > 0) {
    notes.push([
      'villageTwice',
      'warning',
      `“${goal.title}”下面 ${names(twice)} 各有不止一项；请核对有没有重复。`,
    ]);
  }
  return notes;
}

function placeNotes(goal: Goal, tree: GoalTree): Note[] {
  const notes: Note[] = tree
    .childrenOf(goal.code)
    .filter(({ dueOn }) => goal.dueOn !== undefined && dueOn !== undefined && dueOn > goal.dueOn)
    .map((child) => [
      'laterThanParent',
      'error',
      `“${child.title}”的时限 ${child.dueOn} 比上级目标的 ${goal.dueOn} 还晚；请提前，或先改上级的时限。`,
    ]);
  const isParent = tree.childrenOf(goal.code).length > 0;
  for (const { goal: served } of goal.serves) {
    const why = isParent
      ? '有小目标的不能再服务别的目标'
      : isWithin(goal.code, served)
        ? '它本来就在那个目标下面'
        : tree.goals.has(served)
          ? undefined
          : '没有那个目标';
    if (why)
      notes.push([
        'servesNothing',
        'warning',
        `“${goal.title}”写了服务 ${served}，不计入：${why}；请删去或改正。`,
      ]);
  }
  return notes;
}
