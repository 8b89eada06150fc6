/**
 * Examples of a clause as a person would check it with a pencil: `3 次 → 扣 1.5 分`. Every figure is
 * worked out by the real evaluation, on facts made for the purpose; there is no second formula.
 */

import { kindOf } from '../evaluate/rules.ts';
import { type Milli, milliText } from '../number/points.ts';
import { type Clause, clause as clauseShape } from '../scheme/clause.ts';
import { readYaml } from '../scheme/read.ts';
import { pendingWords } from '../scheme/rule.ts';
import { type FactKind, type Node, type Scheme, scheme as schemeShape } from '../scheme/scheme.ts';
import { type Draft, draftsOf } from './example-drafts.ts';
import { modifierDrafts } from './example-modifiers.ts';
import { type Frame, Unmakeable, World } from './example-world.ts';
import { EditRefusal } from './refusal.ts';
import { lookFor, pathKeys } from './steps.ts';
import type { EditValue } from './values.ts';

/** One example. */
export interface RuleExample {
  /** What was found: `3 处`, `到会率 75%`. */
  readonly given: string;
  /** Points in thousandths that the clause gives for it. */
  readonly milli: Milli;
  /** `3 处 → 扣 1.5 分` */
  readonly sentence: string;
  /** How the evaluation says it: `处数 3 × -0.5 = -1.5`. */
  readonly reason: string;
}

/** Examples, or why there are none. */
export interface ClauseExamples {
  readonly examples: readonly RuleExample[];
  /** A sentence where there is no example. */
  readonly none?: string;
}

export interface ExampleOptions {
  /** The catalogue of facts, for the names and units of what is counted. */
  readonly kinds?: readonly FactKind[];
}

/** Examples of the clause at a path, or of the one that a deeper path lies in. */
export function exampleOf(scheme: Scheme, path: string, options?: ExampleOptions): ClauseExamples {
  const found = clauseAt(scheme as never, path);
  if (!found) return { examples: [], none: noClause };
  return examplesOf(scheme, found.value as unknown as Clause, { ...found, ...options });
}

/**
 * The same from a text, also while other parts of it are unfinished: only the clause itself must be
 * whole. Never throws for what a person wrote.
 */
export function exampleIn(source: string, path: string, options?: ExampleOptions): ClauseExamples {
  const { value: root, findings } = readYaml(source);
  if (findings[0]) return { examples: [], none: findings[0].sentence };
  const found = clauseAt((root ?? {}) as EditValue, path);
  if (!found) return { examples: [], none: noClause };
  const read = clauseShape.safeParse(found.value);
  if (!read.success) {
    return { examples: [], none: '这一条还没有写完整，写完整以后这里会举例。' };
  }
  return examplesOf(frameScheme(root), read.data, { ...found, ...options });
}

const noClause = '这里不是一个条款，没有例子。请选中一个条款。';

interface Found extends ExampleOptions {
  readonly value: EditValue;
  /** Whether the clause earns points from zero: 得 rather than 加. */
  readonly earns: boolean;
}

/** Few enough to be read beside a form. */
const most = 6;

function examplesOf(scheme: Scheme, clause: Clause, { kinds, earns }: Found): ClauseExamples {
  if ('pending' in clause.rule) {
    return { examples: [], none: `${pendingWords(clause.rule.pending)}，定了以后这里会举例。` };
  }
  const catalogue = new Map(
    [...(kinds ?? []), ...(scheme.kinds ?? [])].map((one) => [one.kind, one]),
  );
  const frame: Frame = { scheme, clause, kinds: catalogue };
  const drafts = [...draftsOf(frame).slice(0, most), ...modifierDrafts(frame).slice(0, most)];
  const results = drafts.map((draft) => tried(frame, draft, earns));
  const examples = results.filter((one): one is RuleExample => typeof one !== 'string');
  const unique = [...new Map(examples.map((one) => [one.sentence, one])).values()];
  if (unique.length > 0) return { examples: unique };
  const why = results.find((one) => typeof one === 'string') ?? '没有可举的例子';
  return { examples: [], none: `这一条（${kindOf(clause.rule)}）举不出例子：${why}。` };
}

/** What comes of a draft, or why nothing does. */
function tried(frame: Frame, draft: Draft, earns: boolean): RuleExample | string {
  const world = new World(frame);
  try {
    const given = draft(world);
    const { milli, state, reason } = world.outcome();
    if (state !== 'scored' && state !== 'zeroed') return reason;
    return { given, milli, reason, sentence: `${given} → ${pointsSaid(milli, earns)}` };
  } catch (error) {
    if (error instanceof Unmakeable) return error.message;
    // A day that no calendar reaches, a number beyond all bounds: what a person wrote, not a bug.
    if (error instanceof RangeError) return '所写的数或日期超出了能算的范围';
    throw error;
  }
}

function pointsSaid(milli: Milli, earns: boolean): string {
  if (milli < 0) return `扣 ${exactly(-milli as Milli)} 分`;
  if (earns) return `得 ${exactly(milli)} 分`;
  return milli === 0 ? '不加不扣' : `加 ${exactly(milli)} 分`;
}

function exactly(milli: Milli): string {
  return milliText(milli).replace(/\.?0+$/, '');
}

/** The clause that a path leads to or into, and whether an indicator above it starts from zero. */
function clauseAt(root: EditValue, path: string): Found | undefined {
  const within = /^(.*clauses\[\d+\])/.exec(path)?.[1];
  if (within === undefined) return undefined;
  try {
    const keys = pathKeys(root, within);
    const value = lookFor(root, keys);
    if (value === undefined) return undefined;
    const above = keys.map((_, index) => lookFor(root, keys.slice(0, index)));
    const starts = above.map((one) => (one as Partial<Node> | undefined)?.start);
    return { value, earns: starts.includes('zero') };
  } catch (error) {
    // The path leads nowhere; that is what the caller says.
    if (error instanceof EditRefusal) return undefined;
    throw error;
  }
}

/** As much of the scheme as an example needs; what cannot be read yet is left at its default. */
function frameScheme(root: unknown): Scheme {
  const read = schemeShape.safeParse(root);
  if (read.success) return read.data;
  const written = (typeof root === 'object' && root !== null ? root : {}) as Record<
    string,
    unknown
  >;
  const kept = [
    'period',
    'decimals',
    'rounding',
    'switches',
    'groups',
    'effective',
    'subject',
    'kinds',
  ];
  const whole = schemeShape.partial();
  const known = kept.filter(
    (key) => whole.safeParse({ [key]: written[key] }).success && written[key] !== undefined,
  );
  return {
    line: '示例',
    name: '示例',
    version: '1',
    period: 'year',
    subject: { kind: 'unit' },
    tree: [],
    ...Object.fromEntries(known.map((key) => [key, written[key]])),
  } as Scheme;
}
