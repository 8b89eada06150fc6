/** A goal as it is typed, and what of it can be sent. Pure. */

import type { GoalText } from './replies.ts';

/** Every field as text; lists are lines or parted by 、 */
export interface GoalDraft {
  readonly code: string;
  readonly title: string;
  readonly target: string;
  readonly unit: string;
  readonly baseline: string;
  readonly accountable: string;
  readonly leadUnit: string;
  readonly dueOn: string;
  readonly startsOn: string;
  readonly direction: 'up' | 'down';
  readonly mode: 'sum' | 'weighted';
  readonly weight: string;
  readonly steps: string;
  readonly method: string;
  readonly measures: string;
  readonly risks: string;
  readonly contingency: string;
  readonly leadLeader: string;
  readonly supportUnits: string;
  readonly village: string;
  readonly isEveryVillage: boolean;
  readonly serves: string;
  readonly source: string;
}

/** What is wrong, by field: the text that cannot be read. */
export type DraftErrors = Partial<Record<keyof GoalDraft, string>>;

/** The draft of what stands, or of a new goal below another, which gives its days and offices. */
export function draftOf(
  code: string,
  text: Partial<GoalText>,
  nameOf: (unit: string) => string,
): GoalDraft {
  const measure = text.measure?.kind === 'quantity' ? text.measure : undefined;
  return {
    code,
    title: text.title ?? '',
    target: measure?.target ?? '',
    unit: measure?.unit ?? '',
    baseline: measure?.baseline ?? '',
    accountable: text.accountable ?? '',
    leadUnit: text.leadUnit ?? '',
    dueOn: text.dueOn ?? '',
    startsOn: text.startsOn ?? '',
    direction: text.direction ?? 'up',
    mode: text.mode ?? 'sum',
    weight: text.weight === undefined ? '' : percentOf(text.weight),
    steps: (text.steps ?? []).map(stepLine).join('\n'),
    method: text.method ?? '',
    measures: text.measures ?? '',
    risks: text.risks ?? '',
    contingency: text.contingency ?? '',
    leadLeader: text.leadLeader ?? '',
    supportUnits: (text.supportUnits ?? []).map(nameOf).join('、'),
    village: text.village ?? '',
    isEveryVillage: text.isEveryVillage ?? false,
    serves: (text.serves ?? []).map(serveWords).join('、'),
    source: text.source ?? '',
  };
}

/** What is sent of a draft, or what in it cannot be read; `codeOf` finds a unit by its name. */
export function textOf(
  draft: GoalDraft,
  codeOf: (unit: string) => string | undefined,
): { text: GoalText } | { errors: DraftErrors } {
  const errors: DraftErrors = {};
  const steps = lines(draft.steps).flatMap((line) => {
    const step = stepIn(line);
    if (!step) errors.steps ??= line;
    return step ?? [];
  });
  const supportUnits = words(draft.supportUnits).flatMap((name) => {
    const code = codeOf(name);
    if (code === undefined) errors.supportUnits ??= name;
    return code ?? [];
  });
  const serves = words(draft.serves).flatMap((word) => {
    const link = serveIn(word);
    if (!link) errors.serves ??= word;
    return link ?? [];
  });
  const weight = milliOf(draft.weight);
  if (draft.weight.trim() !== '' && weight === undefined) errors.weight = draft.weight;
  for (const key of ['target', 'baseline'] as const) {
    if (draft[key].trim() !== '' && !figure.test(draft[key].trim())) errors[key] = draft[key];
  }
  if ((draft.target.trim() === '') !== (draft.unit.trim() === '')) errors.unit = draft.unit;
  if (Object.keys(errors).length > 0) return { errors };
  return {
    text: {
      ...plainOf(draft),
      ...measureOf(draft, steps),
      ...(weight ? { weight } : {}),
      steps,
      supportUnits,
      serves,
    },
  };
}

const figure = /^-?\d{1,15}(?:\.\d{1,6})?$/;

function plainOf(draft: GoalDraft) {
  const { title, method, measures, risks, contingency, source, startsOn } = draft;
  const optional = {
    accountable: draft.accountable,
    leadUnit: draft.leadUnit,
    leadLeader: draft.leadLeader,
    village: draft.village,
    dueOn: draft.dueOn,
  };
  const named = Object.entries(optional).filter(([, value]) => value !== '');
  return {
    title: title.trim(),
    method,
    measures,
    risks,
    contingency,
    source: source.trim(),
    startsOn,
    direction: draft.direction,
    mode: draft.mode,
    isEveryVillage: draft.isEveryVillage,
    ...(Object.fromEntries(named) as Partial<typeof optional>),
  };
}

/** Counted where there is a target; by its steps where there is none. */
function measureOf(
  { target, unit, baseline }: GoalDraft,
  steps: GoalText['steps'],
): Pick<GoalText, 'measure'> {
  if (target.trim() === '') return steps.length > 0 ? { measure: { kind: 'steps' } } : {};
  const from = baseline.trim();
  const measure = { kind: 'quantity' as const, target: target.trim(), unit: unit.trim() };
  return { measure: { ...measure, ...(from === '' ? {} : { baseline: from }) } };
}

type Step = GoalText['steps'][number];

function stepLine({ on, title, quantity }: Step): string {
  return `${on} ${title}${quantity === undefined ? '' : `（${quantity}）`}`;
}

function stepIn(line: string): Step | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})\s+(\S.*?)\s*(?:[（(](-?\d+(?:\.\d+)?)[）)])?$/.exec(line);
  const [, on, title, quantity] = match ?? [];
  if (on === undefined || title === undefined) return undefined;
  return { on, title, ...(quantity === undefined ? {} : { quantity }) };
}

type Serve = GoalText['serves'][number];

function serveWords({ goal, weight }: Serve): string {
  return weight === undefined ? goal : `${goal}（${percentOf(weight)}）`;
}

function serveIn(word: string): Serve | undefined {
  const [, goal, percent] = /^(\d+(?:\.\d+)*)(?:[（(]([\d.]+)%?[）)])?$/.exec(word) ?? [];
  if (goal === undefined) return undefined;
  const weight = percent === undefined ? undefined : milliOf(percent);
  if (percent !== undefined && weight === undefined) return undefined;
  return { goal, ...(weight === undefined ? {} : { weight }) };
}

/** 125 of 1000 as "12.5". */
function percentOf(weight: number): string {
  const rest = weight % 10;
  return rest === 0 ? `${weight / 10}` : `${(weight - rest) / 10}.${rest}`;
}

/** "12.5" as 125 of 1000. */
function milliOf(percent: string): number | undefined {
  const [, whole, rest = '0'] = /^(\d{1,3})(?:\.(\d))?%?$/.exec(percent.trim()) ?? [];
  if (whole === undefined) return undefined;
  const milli = Number(whole) * 10 + Number(rest);
  return milli >= 1 && milli <= 1000 ? milli : undefined;
}

function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function words(text: string): string[] {
  return text
    .split(/[、,，;；\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
