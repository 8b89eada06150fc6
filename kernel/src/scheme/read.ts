/** From YAML text to a scheme: numbers stay source text, refusals carry a path and a sentence. */

import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node as YamlNode } from 'yaml';
import type { z } from 'zod';
import { type Finding, shapeFindings } from '../check/finding.ts';
import { type Scheme, scheme } from './scheme.ts';

export interface ReadResult<T> {
  readonly value?: T;
  readonly findings: readonly Finding[];
}

/**
 * Reads a scheme. Returns the scheme, or every shape error at once with its path.
 * Never throws for what a person wrote.
 */
export function readScheme(source: string): ReadResult<Scheme> {
  return readShape(source, scheme as z.ZodType<Scheme>);
}

/** Reads any YAML document whose shape is known. */
export function readShape<T>(source: string, shape: z.ZodType<T>): ReadResult<T> {
  const plain = readYaml(source);
  if (plain.findings.length > 0) return { findings: plain.findings };
  const parsed = shape.safeParse(plain.value);
  if (parsed.success) return { value: parsed.data, findings: [] };
  return { findings: shapeFindings(parsed.error.issues, plain.value, shape) };
}

/**
 * Plain data from YAML in which every number is its source text: `0.10` stays "0.10" and never
 * passes through a float. Aliases are refused (they make small files huge).
 */
export function readYaml(source: string): ReadResult<unknown> {
  const lines = new LineCounter();
  const document = parseDocument(source, {
    lineCounter: lines,
    uniqueKeys: sameKey,
    version: '1.2',
  });
  const problem = document.errors[0];
  if (problem) {
    const { line, col } = lines.linePos(problem.pos[0]);
    const sentence = `第 ${line} 行第 ${col} 列不是正确的 YAML：${yamlSentence(problem.code)}。请对照上一行的缩进和引号改正。`;
    return { findings: [{ code: 'not-yaml', path: `行 ${line}`, severity: 'error', sentence }] };
  }
  try {
    return { value: plainOf(document.contents as YamlNode | null), findings: [] };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return {
      findings: [{ code: 'not-yaml', path: '', severity: 'error', sentence: error.message }],
    };
  }
}

/** Keys are compared as written: 1.1 and 1.10 are two clauses. */
function sameKey(a: unknown, b: unknown): boolean {
  return isScalar(a) && isScalar(b) && (a.source ?? a.value) === (b.source ?? b.value);
}

function plainOf(node: YamlNode | null): unknown {
  if (node === null) return undefined;
  if (isMap(node)) {
    const entries = node.items.map((item) => {
      const key = isScalar(item.key) ? String(item.key.source ?? item.key.value) : undefined;
      if (key === undefined) throw new RangeError('键必须是文字。');
      return [key, plainOf(item.value as YamlNode | null)] as const;
    });
    return Object.fromEntries(entries);
  }
  if (isSeq(node)) return node.items.map((item) => plainOf(item as YamlNode | null));
  if (isScalar(node)) {
    if (typeof node.value === 'boolean') return node.value;
    if (node.value === null) return undefined;
    return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
  }
  throw new RangeError('不支持 YAML 的锚点和引用（& 与 *），请把内容写全。');
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
