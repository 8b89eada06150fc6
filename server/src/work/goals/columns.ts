/** The columns of a workbook of goals: how each is written and read; the history of a goal uses them too. */

import type { GoalInput } from '@oneneedle/contract';
import { isGoalCode, parseExact, weightText } from '@oneneedle/kernel';
import {
  dayIn,
  joinList,
  type Names,
  numberIn,
  type Reading,
  safeText,
  shown,
  splitList,
  textIn,
  unreadable,
} from '../../org/index.ts';
import type { Cell, ColumnType } from '../../platform/index.ts';
import type { GoalBook } from './book.ts';
import type { KeptGoal } from './store.ts';

/** What a row says of a goal, field by field; a blank cell says nothing. */
export interface GoalCells {
  code?: string;
  target?: string;
  unit?: string;
  baseline?: string;
  fields: Partial<Omit<GoalInput, 'measure'>>;
}

export interface GoalColumn {
  readonly key: string;
  readonly title: string;
  readonly also?: readonly string[];
  readonly type: ColumnType;
  readonly hint?: string;
  readonly required?: boolean;
  readonly options?: readonly string[];
  readonly write: (goal: Pick<KeptGoal, 'code' | 'text'>, names: Names) => string;
  /** Puts what the cell says into the row, or says why it cannot. */
  readonly read: (cell: Cell, into: GoalCells, names: Names) => string | undefined;
}

type TextKey = 'title' | 'method' | 'measures' | 'risks' | 'contingency' | 'source';

function text(key: TextKey, title: string, more: Partial<GoalColumn> = {}): GoalColumn {
  return {
    key,
    title,
    type: 'text',
    write: ({ text: goal }) => (goal[key] === '' ? '' : safeText(goal[key])),
    read: (cell, into) =>
      taken(textIn(cell), (value) => {
        into.fields[key] = value;
      }),
    ...more,
  };
}

type NamedKey = 'leadLeader' | 'leadUnit' | 'accountable' | 'village';

function named(key: NamedKey, title: string, also: readonly string[]): GoalColumn {
  const sort = key === 'leadUnit' || key === 'village' ? 'unit' : 'person';
  return {
    key,
    title,
    also,
    type: 'text',
    write: ({ text: goal }, names) => {
      const code = goal[key];
      return code === undefined ? '' : names.nameOf(code, sort);
    },
    read: (cell, into, names) =>
      cell.kind === 'error'
        ? unreadable(cell).problem
        : taken(names.codeIn(cell.text, sort), (code) => {
            into.fields[key] = code;
          }),
  };
}

function day(key: 'startsOn' | 'dueOn', title: string, also: readonly string[]): GoalColumn {
  return {
    key,
    title,
    also,
    type: 'date',
    hint: '写成 2026-12-31',
    write: ({ text: goal }) => goal[key] ?? '',
    read: (cell, into) =>
      taken(dayIn(cell), (value) => {
        into.fields[key] = value;
      }),
  };
}

function amount(key: 'target' | 'baseline', title: string, hint: string): GoalColumn {
  return {
    key,
    title,
    type: 'text',
    hint,
    write: ({ text: { measure } }) => (measure?.kind === 'quantity' ? (measure[key] ?? '') : ''),
    read: (cell, into) => {
      const read = numberIn(cell);
      if ('problem' in read) return read.problem;
      if (!/^-?\d{1,15}(?:\.\d{1,6})?$/.test(read.value)) {
        return `“${shown(read.value)}”不能作${title}；请写整数或最多六位小数的数，百分之几的把 % 写在单位里。`;
      }
      into[key] = read.value;
      return undefined;
    },
  };
}

/** One of a few words; what they stand for is put into the row. */
function choice<K extends 'direction' | 'mode' | 'isEveryVillage'>(
  key: K,
  title: string,
  words: readonly (readonly [string, GoalInput[K]])[],
): GoalColumn {
  const options = words.map(([word]) => word);
  return {
    key,
    title,
    type: 'text',
    options,
    write: ({ text: goal }) => words.find(([, value]) => value === goal[key])?.[0] ?? '',
    read: (cell, into) => {
      const read = textIn(cell);
      if ('problem' in read) return read.problem;
      const found = words.find(([word]) => word === read.value);
      if (!found) return `“${shown(read.value)}”不是${title}；请写 ${options.join('、')} 之一。`;
      [, into.fields[key]] = found;
      return undefined;
    },
  };
}

const code: GoalColumn = {
  key: 'code',
  title: '编号',
  also: ['序号', '目标编号'],
  type: 'text',
  required: true,
  hint: '1、1.2、1.2.3：点前面是上级',
  write: (goal) => goal.code,
  read: (cell, into) => {
    const read = textIn(cell);
    if ('problem' in read) return read.problem;
    if (!isGoalCode(read.value)) {
      return `“${shown(read.value)}”不是编号；请写成 1、1.2、1.2.3 这样，Excel 里把这一列设为“文本”。`;
    }
    into.code = read.value;
    return undefined;
  },
};

const unit: GoalColumn = {
  key: 'unit',
  title: '计量单位',
  also: ['单位'],
  type: 'text',
  hint: '亩、户、万元、%',
  write: ({ text: { measure } }) => (measure?.kind === 'quantity' ? safeText(measure.unit) : ''),
  read: (cell, into) =>
    taken(textIn(cell), (value) => {
      into.unit = value;
    }),
};

const weight: GoalColumn = {
  key: 'weight',
  title: '权重（%）',
  also: ['权重'],
  type: 'text',
  hint: '同一上级下面的合计 100；只在上级按权重汇总时用',
  write: ({ text: goal }) => (goal.weight === undefined ? '' : weightText(goal.weight)),
  read: (cell, into) => {
    const read = numberIn(cell);
    if ('problem' in read) return read.problem;
    const value = milliOf(read.value);
    if (value === undefined) {
      return `权重“${shown(read.value)}”不能用；请写 0.1 到 100 的数，最多一位小数。`;
    }
    into.fields.weight = value;
    return undefined;
  },
};

const steps: GoalColumn = {
  key: 'steps',
  title: '步骤',
  type: 'text',
  hint: '2026-03-31 开工；2026-06-30 完成一半（50）：日期、内容，括号里是到那天应完成的数',
  write: ({ text: goal }) =>
    joinList(
      goal.steps.map(
        ({ on, title, quantity }) =>
          `${on} ${title}${quantity === undefined ? '' : `（${quantity}）`}`,
      ),
    ),
  read: (cell, into) => {
    if (cell.kind === 'error') return unreadable(cell).problem;
    const found: GoalInput['steps'] = [];
    for (const piece of splitList(cell.text)) {
      const match = stepShape.exec(piece);
      const on = match && dayIn({ kind: 'text', text: match[1] ?? '' });
      if (!match || !on || 'problem' in on) {
        return `步骤“${shown(piece)}”读不出来；请写成 2026-03-31 开工，几步之间用；分开。`;
      }
      const [, , title = '', quantity] = match;
      found.push({ on: on.value, title, ...(quantity === undefined ? {} : { quantity }) });
    }
    into.fields.steps = found;
    return undefined;
  },
};

const stepShape =
  /^(\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?)[\s：:]*(\S.*?)(?:[（(](-?\d+(?:\.\d+)?)[）)])?$/;

const supportUnits: GoalColumn = {
  key: 'supportUnits',
  title: '配合单位',
  type: 'text',
  hint: '几个用；分开',
  write: ({ text: goal }, names) =>
    joinList(goal.supportUnits.map((one) => names.nameOf(one, 'unit'))),
  read: (cell, into, names) => {
    if (cell.kind === 'error') return unreadable(cell).problem;
    const found = splitList(cell.text).map((word) => names.codeIn(word, 'unit'));
    const problem = found.flatMap((one) => ('problem' in one ? [one.problem] : []))[0];
    if (problem !== undefined) return problem;
    into.fields.supportUnits = found.flatMap((one) => ('value' in one ? [one.value] : []));
    return undefined;
  },
};

const serves: GoalColumn = {
  key: 'serves',
  title: '同时服务',
  type: 'text',
  hint: '别的目标的编号，几个用；分开；在那里有权重的写成 2（20）',
  write: ({ text: goal }) =>
    joinList(
      goal.serves.map(({ goal: one, weight: own }) =>
        own === undefined ? one : `${one}（${weightText(own)}）`,
      ),
    ),
  read: (cell, into) => {
    const read = textIn(cell);
    if ('problem' in read) return read.problem;
    const found: GoalInput['serves'] = [];
    for (const piece of splitList(read.value)) {
      const [, one = '', own] = /^([\d.]+)(?:[（(]([\d.]+)%?[）)])?$/.exec(piece) ?? [];
      const milli = own === undefined ? undefined : milliOf(own);
      if (!isGoalCode(one) || (own !== undefined && milli === undefined)) {
        return `“${shown(piece)}”不是目标的编号；请写成 2.1，或 2.1（20）。`;
      }
      found.push({ goal: one, ...(milli === undefined ? {} : { weight: milli }) });
    }
    into.fields.serves = found;
    return undefined;
  },
};

/** The columns in the order of the sheet. */
export const goalColumns: readonly GoalColumn[] = [
  code,
  text('title', '目标', { required: true, also: ['目标任务', '任务', '名称'] }),
  amount('target', '目标值', '到年底要达到的数；数不出来的空着，写步骤'),
  unit,
  amount('baseline', '基数', '年初的数；上升的不写是 0'),
  choice('direction', '方向', [
    ['上升', 'up'],
    ['下降', 'down'],
  ]),
  choice('mode', '汇总方式', [
    ['相加', 'sum'],
    ['按权重', 'weighted'],
  ]),
  weight,
  steps,
  text('method', '方法'),
  text('measures', '措施'),
  text('risks', '变量'),
  text('contingency', '意外'),
  named('leadLeader', '牵头领导', ['分管领导']),
  named('leadUnit', '牵头单位', ['责任单位', '牵头部门']),
  supportUnits,
  named('accountable', '责任人', []),
  named('village', '村', ['村（社区）', '所在村']),
  day('startsOn', '开始日期', ['开始']),
  day('dueOn', '完成时限', ['时限', '完成日期']),
  choice('isEveryVillage', '分解到每个村', [
    ['是', true],
    ['否', false],
  ]),
  serves,
  text('source', '来源', { also: ['依据', '文号'], hint: '文号、会议或批示' }),
];

/** A goal as the cells of its row, by title. */
export function cellsOf(
  goal: Pick<KeptGoal, 'code' | 'text'>,
  { names }: Pick<GoalBook, 'names'>,
): Record<string, string> {
  return Object.fromEntries(goalColumns.map(({ title, write }) => [title, write(goal, names)]));
}

/** Percent with one decimal as an integer of 1/1000, 1 to 1000; undefined for anything else. */
function milliOf(written: string): number | undefined {
  const value = parseExact(written.replace(/%$/, ''));
  if (!value || (value.num * 10n) % value.den !== 0n) return undefined;
  const milli = Number((value.num * 10n) / value.den);
  return milli >= 1 && milli <= 1000 ? milli : undefined;
}

function taken<T>(read: Reading<T>, put: (value: T) => void): string | undefined {
  if ('problem' in read) return read.problem;
  put(read.value);
  return undefined;
}
