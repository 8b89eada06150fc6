/** Reads the results of an example: one line each, as people write them under the YAML. */

import type { Expectation } from '../rows/case.ts';
import type { Block } from './blocks.ts';

/** What the results block of an example says. */
export interface Results {
  readonly period?: string;
  readonly asOf?: string;
  /** Facts that give a subject its total, for examples about what follows from totals. */
  readonly scores: readonly unknown[];
  /** What the check of the facts against the catalogue and the roster finds: code and place. */
  readonly factFindings: readonly string[];
  readonly expect: Expectation;
}

const states: Record<string, string> = {
  计分: 'scored',
  未到期: 'notDue',
  不适用: 'notApplicable',
  缺材料: 'missing',
  记零: 'zeroed',
};

const gradeStates: Record<string, string> = {
  不定等次: 'noGrade',
  只写评语: 'commentOnly',
  待定: 'pending',
  不参加: 'none',
};

const payStates: Record<string, string | undefined> = {
  无: undefined,
  缓发: 'withheld',
  不发: 'vetoed',
  暂不能算: 'unresolved',
};

type Open = { -readonly [Key in keyof Results]: Results[Key] } & {
  scores: unknown[];
  factFindings: string[];
};

/** The period, the day, the given totals and the expectation of a results block. */
export function readResults(block: Block | undefined): Results {
  const open: Open = { scores: [], factFindings: [], expect: {} };
  for (const [index, line] of (block?.text ?? '').split('\n').entries()) {
    const words = line.replace(/[←※].*$/, '').trim();
    if (words === '') continue;
    if (!readLine(words, open)) {
      throw new Error(`${block?.page}:${(block?.line ?? 0) + index + 1} not a result: ${line}`);
    }
  }
  return open;
}

function readLine(words: string, open: Open): boolean {
  const [head = '', ...rest] = words.split(/\s+/);
  const tail = rest.join(' ');
  const [left = '', right = ''] = words.split(/\s*=\s*/);
  const expect = open.expect as Record<string, unknown>;
  switch (head) {
    case '期':
      open.period = tail;
      return true;
    case '截至':
      open.asOf = tail;
      return true;
    case '设':
      open.scores.push(...scoresIn(tail, open.scores.length));
      return true;
    case '提示':
      expect.notices = [...(open.expect.notices ?? []), { code: tail }];
      return true;
    case '检查':
      expect.lint = [...(open.expect.lint ?? []), { code: tail, path: '' }];
      return true;
    case '对照':
      open.factFindings.push(tail);
      return true;
    case '名单':
      put(expect, 'lists', left.slice(head.length).trim(), right.split('、'));
      return right !== '';
    case '日期':
      put(expect, 'dates', left.slice(head.length).trim(), right);
      return right !== '';
    default:
      return right !== '' && readSubject(left, right, expect);
  }
}

/** `东溪村 1.1 = -2.5`, `东溪村 等次 = 优秀`, `甲 发 绩效 = 800.00`, `甲 发 绩效 = 暂不能算`, `东溪村 = 12`. */
function readSubject(left: string, right: string, expect: Record<string, unknown>): boolean {
  const [subject = '', what = '1.1', line] = left.split(/\s+/);
  const none = right === '无' ? undefined : right;
  switch (what) {
    case '名次':
      return put(expect, 'rank', subject, none);
    case '奖项':
      return put(expect, 'prize', subject, none);
    case '建议':
      return put(expect, 'proposals', subject, none?.split('、') ?? []);
    case '否决':
      return put(expect, 'vetoes', subject, none?.split('、') ?? []);
    case '等次':
      return gradeStates[right]
        ? put(expect, 'gradeState', subject, gradeStates[right])
        : put(expect, 'grade', subject, right);
    case '发': {
      const kind = right in payStates ? 'payStates' : 'money';
      const value = right in payStates ? payStates[right] : right;
      return put(expect, kind, subject, { ...under(expect, kind, subject), [line ?? '']: value });
    }
    default: {
      const code = what === '总分' ? 'total' : what;
      const kind = states[right] ? 'states' : 'points';
      const value = states[right] ?? right;
      if (kind === 'points' && !/^-?[\d.]+$/.test(value)) return false;
      return put(expect, kind, subject, { ...under(expect, kind, subject), [code]: value });
    }
  }
}

function under(expect: Record<string, unknown>, key: string, subject: string): object {
  return (expect[key] as Record<string, object> | undefined)?.[subject] ?? {};
}

function put(expect: Record<string, unknown>, key: string, name: string, value: unknown): boolean {
  expect[key] = { ...((expect[key] as object | undefined) ?? {}), [name]: value };
  return true;
}

function scoresIn(text: string, before: number): unknown[] {
  return text.split(/[，,]\s*/).map((part, index) => {
    const [about, score] = part.trim().split(/\s+/);
    const id = `S${before + index + 1}`;
    const values = { 得分: score };
    return { id, kind: 'score.sheet', form: 'measure', about, on: '2026-03-31', values };
  });
}
