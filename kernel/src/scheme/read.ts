/** From YAML text to a scheme: numbers stay source text, refusals carry a path and a sentence. */

import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node as YamlNode } from 'yaml';
import type { z } from 'zod';
import { type Finding, located, shapeFindings } from '../check/finding.ts';
import { type Positions, positionsIn, positionsLater } from './positions.ts';
import { type Scheme, scheme } from './scheme.ts';

export interface ReadResult<T> {
  readonly value?: T;
  readonly findings: readonly Finding[];
  /** Where in the text a path of the value stands, for findings of a later check. */
  readonly positions: Positions;
}

/**
 * Reads a scheme. Returns the scheme, or every shape error at once with its path and line.
 * Never throws for what a person wrote.
 */
export function readScheme(source: string): ReadResult<Scheme> {
  return readShape(source, scheme as z.ZodType<Scheme>);
}

/** Reads any YAML document whose shape is known. */
export function readShape<T>(source: string, shape: z.ZodType<T>): ReadResult<T> {
  const { value, findings, positions, positionsNow } = parsed(source);
  if (findings.length > 0) return { findings, positions };
  const read = shape.safeParse(value);
  if (read.success) return { value: read.data, findings: [], positions };
  const wrong = shapeFindings(read.error.issues, value, shape);
  return { findings: located(wrong, positionsNow), positions };
}

/**
 * Plain data from YAML in which every number is its source text: `0.10` stays "0.10" and never
 * passes through a float. Aliases are refused (they make small files huge).
 */
export function readYaml(source: string): ReadResult<unknown> {
  const { value, findings, positions } = parsed(source);
  return { value, findings, positions };
}

/**
 * `positionsNow` holds the whole parsed text, many times its size; `positions` parses it again when
 * a finding comes, which for most texts is never.
 */
function parsed(source: string): ReadResult<unknown> & { readonly positionsNow: Positions } {
  const lines = new LineCounter();
  const positions = positionsLater(() => positionsAgain(source));
  try {
    const root = rootOf(source, lines);
    const positionsNow = positionsIn(root, lines);
    return { value: plainOf(root, 0), findings: [], positions, positionsNow };
  } catch (error) {
    const refusal = refusalFrom(error);
    return { findings: [notYaml(refusal, lines)], positions, positionsNow: positions };
  }
}

/** What a person wrote is refused; anything else that was thrown is a bug and goes on. */
function refusalFrom(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  // The library follows brackets by recursion; only a stack that ran out is a RangeError here.
  if (error instanceof RangeError) return tooDeep();
  throw error;
}

function rootOf(source: string, lines: LineCounter): YamlNode | null {
  // The keys are compared below: the library would compare every pair of them.
  const options = { lineCounter: lines, uniqueKeys: false, version: '1.2' } as const;
  const document = parseDocument(source, options);
  const problem = document.errors[0];
  if (problem?.code === 'RESOURCE_EXHAUSTION') throw tooDeep();
  if (problem) throw new Refusal(yamlSentence(problem.code), problem.pos[0]);
  return document.contents as YamlNode | null;
}

function positionsAgain(source: string): Positions {
  const lines = new LineCounter();
  try {
    return positionsIn(rootOf(source, lines), lines);
  } catch (error) {
    // What cannot be parsed has no paths; that was said when it was read.
    refusalFrom(error);
    return () => undefined;
  }
}

/** Why a text is refused, as a sentence or the middle of one, with its place where one is known. */
class Refusal extends Error {
  readonly at: number | undefined;

  constructor(why: string, at?: number) {
    super(why);
    this.at = at;
  }
}

function notYaml({ message, at }: Refusal, lines: LineCounter): Finding {
  const base = { code: 'not-yaml', severity: 'error' } as const;
  if (at === undefined) return { ...base, path: '', sentence: message };
  const { line, col } = lines.linePos(at);
  if (message.endsWith('。')) return { ...base, path: '', sentence: message, line, column: col };
  const sentence = `第 ${line} 行第 ${col} 列不是正确的 YAML：${message}。请对照上一行的缩进和引号改正。`;
  return { ...base, path: `行 ${line}`, sentence, line, column: col };
}

/** Deeper than any scheme; what is read is walked by recursion, here and later. */
const deepest = 100;

function tooDeep(): Refusal {
  return new Refusal(`内容套得太深，最多 ${deepest} 层，请拆开来写。`);
}

function plainOf(node: YamlNode | null, depth: number): unknown {
  if (depth > deepest) throw tooDeep();
  if (node === null) return undefined;
  const below = (child: unknown) => plainOf(child as YamlNode | null, depth + 1);
  if (isMap(node)) {
    const seen = new Set<string>();
    const entries = node.items.map((item) => {
      const key = keyOf(item.key, seen);
      return [key, below(item.value)] as const;
    });
    return Object.fromEntries(entries);
  }
  if (isSeq(node)) return node.items.map(below);
  if (isScalar(node)) {
    if (typeof node.value === 'boolean') return node.value;
    if (node.value === null) return undefined;
    return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
  }
  throw new Refusal('不支持 YAML 的锚点和引用（& 与 *），请把内容写全。', node.range?.[0]);
}

/** A key as written: 1.1 and 1.10 are two clauses. */
function keyOf(node: unknown, seen: Set<string>): string {
  if (!isScalar(node)) throw new Refusal('键必须是文字。', (node as YamlNode | null)?.range?.[0]);
  const key = String(node.source ?? node.value);
  const at = node.range?.[0];
  if (seen.has(key)) throw new Refusal(yamlSentence('DUPLICATE_KEY'), at);
  if (key === '__proto__') throw new Refusal('键不能叫 __proto__', at);
  seen.add(key);
  return key;
}

function yamlSentence(code: string): string {
  const sentences: Record<string, string> = {
    DUPLICATE_KEY: '同一层里有重复的键',
    BAD_INDENT: '缩进不对',
    TAB_AS_INDENT: '缩进用了制表符，应当用空格',
    MISSING_CHAR: '缺少引号或括号',
    UNEXPECTED_TOKEN: '这里多出了符号',
  };
  return sentences[code] ?? '结构不完整';
}
