/** Findings as a clerk reads them: file, line, clause, sentence. */

import { check, located, readFacts, readScheme } from '@oneneedle/kernel';
import { expect, test } from 'vitest';
import { findingText, groupedText, inFile } from '../src/platform/findings.ts';

const source = `line: test
name: 测试办法
version: 2026.1
subject: { kind: unit }
period: quarter
tree:
  - code: "1"
    name: 人居环境
    clauses:
      - { code: 1.1, text: 每处扣1分, proof: [visit], rule: { count: { delta: -1 } } }
`;

test('a finding of a text names the file, the line and the clause', () => {
  const { findings } = readScheme(source.replace('delta: -1', 'delta: 一分'));
  expect(findings.map((finding) => findingText(inFile('scheme.yaml', finding)))).toEqual([
    '■ 错误 scheme.yaml 第 10 行 条款 1.1：“一分”不是确数；请写成 -0.5、40% 或 1/3 这样的数。',
  ]);
});

test('a finding of the check does so too, once it is located; without a line its path stands there', () => {
  const { value, positions } = readScheme(source);
  const found = (value ? check(value) : []).filter(({ severity }) => severity === 'error');
  const sentence =
    '第 1.1 条“每处扣1分”按 count 计分，须听取事实，却没有写 on；请用 on 写明听取哪种事实。';
  expect(groupedText(located(found, positions))).toBe(
    `■ 错误 1 处（不改正就不能计分）\n  · 第 10 行 条款 1.1：${sentence}`,
  );
  expect(found.map(findingText)).toEqual([`■ 错误 tree[0].clauses[0]：${sentence}`]);
});

test('what is no YAML says its line once, and a row without a line is counted from 1', () => {
  const [broken] = readScheme('line: [test\n').findings;
  if (!broken) throw new Error('nothing found');
  expect(findingText(inFile('scheme.yaml', broken))).toBe(`■ 错误 scheme.yaml：${broken.sentence}`);
  expect(broken.sentence).toMatch(/^第 2 行/);
  const [wrong] = readFacts('- { id: D-1, kind: a }\n- { id: D-2 }').findings;
  if (!wrong) throw new Error('nothing found');
  const { line, column, ...unplaced } = wrong;
  expect([line, column]).toEqual([2, 3]);
  expect(findingText(inFile('facts.yaml', unplaced))).toContain('facts.yaml 第 2 条 kind：');
});
