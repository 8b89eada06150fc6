/** The sandbox: another scheme on the same facts, and every change told by the clause that makes it. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readScheme } from '@oneneedle/kernel';
import { afterAll, describe, expect, it } from 'vitest';
import { type Comparison, compareSchemes } from '../src/assessment/compare.ts';
import { comparisonText } from '../src/assessment/compare-text.ts';
import { optionsFor, readFolder } from '../src/assessment/index.ts';
import { copyOf, exampleFolder, removeFolders } from './terminal.ts';

afterAll(removeFolders);

const examples = [
  ['village-daily', '2026-Q1'],
  ['village-cadres', '2026'],
  ['town-staff', '2026'],
] as const;

/** An example against its own scheme with some text changed. */
async function compared(name: string, period: string, change: (text: string) => string) {
  const folder = await readFolder(exampleFolder(name), () => {});
  const source = readFileSync(join(exampleFolder(name), 'scheme.yaml'), 'utf8');
  const { value: scheme, positions } = readScheme(change(source));
  if (!scheme) throw new Error('the changed scheme cannot be read');
  const options = optionsFor(folder, { period });
  const comparison = compareSchemes(folder, { scheme, positions, file: 'new.yaml' }, options);
  return { comparison, text: comparisonText(comparison, scheme) };
}

const subject = ({ subjects }: Comparison, name: string) => {
  const found = subjects.find((item) => item.name === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
};

describe('the same scheme', () => {
  it.each(examples)('%s changes nothing', async (name, period) => {
    const { comparison, text } = await compared(name, period, (source) => source);
    expect(comparison.subjects.length).toBeGreaterThan(5);
    expect(comparison.subjects.flatMap(({ contributions }) => contributions)).toEqual([]);
    expect(comparison.subjects.every(({ changeMilli }) => changeMilli === 0)).toBe(true);
    expect(text).toMatch(/名次 0 升 0 降 \d+ 不变；得分 0 个变高、0 个变低。/);
  });
});

describe('a changed scheme', () => {
  const harsher = (text: string) =>
    text.replace('{ count: { of: 处数, delta: -0.5 } }', '{ count: { of: 处数, delta: -1.5 } }');

  it('tells by which clause each total changed', async () => {
    const { comparison, text } = await compared('village-daily', '2026-Q1', harsher);
    // 东溪村 had 5 places in the first quarter: −2.5 becomes −7.5.
    expect(subject(comparison, '东溪村').contributions).toEqual([
      { code: '1.1', label: '条款 1.1', beforeMilli: -2500, afterMilli: -7500, changeMilli: -5000 },
    ]);
    expect(text).toMatch(/▼.*东溪村.*−5\.00.*条款 1\.1 −5\.00/);
    const ups = comparison.subjects.filter(({ ranksUp = 0 }) => ranksUp > 0).length;
    expect(ups).toBeGreaterThan(0);
    expect(text).toContain(`名次 ${ups} 升`);
  });

  it.each(examples)('%s: the parts add up to the change of the total', async (name, period) => {
    const { comparison } = await compared(name, period, (text) =>
      text.replaceAll(/(delta: -\d+)(\.\d+)?/g, (all) => `${all}${all.includes('.') ? '3' : '.3'}`),
    );
    let changed = 0;
    for (const { contributions, changeMilli } of comparison.subjects) {
      const sum = contributions.reduce((total, part) => total + part.changeMilli, 0);
      expect(sum).toBe(changeMilli);
      if (sum !== 0) changed += 1;
    }
    expect(changed).toBeGreaterThan(0);
  });

  it('names new and gone clauses and the facts that nobody hears any more', async () => {
    const { comparison, text } = await compared('village-daily', '2026-Q1', (source) =>
      source
        .replace('code: 1.1\n', 'code: 1.9\n')
        .replace(
          /on: inspection.garbage\n.*/,
          'on: rectification.failed\n        rule: { count: { delta: -1 } }',
        ),
    );
    expect(comparison.newClauses.map(({ code }) => code)).toEqual(['1.9']);
    expect(comparison.goneClauses.map(({ code }) => code)).toEqual(['1.1']);
    expect(comparison.heardOnlyBefore).toEqual(['垃圾积存']);
    expect(text).toContain('只有新办法有的条款（1 条）\n· 1.9 明查暗访');
    expect(text).toContain('新办法不再听的事实：垃圾积存');
  });

  it('asks for discretion anew where the line is another, and does not count the old', async () => {
    const { comparison, text } = await compared('village-daily', '2026-Q1', (source) =>
      source.replace(
        'on: party.life.poor\n            rule: { range: { from: -2, to: -0.5 } }',
        'on: party.life.poor\n            rule: { range: { from: -0.8, to: -0.5 } }',
      ),
    );
    // 北闸村 was given −1 within −2 to −0.5; −0.8 to −0.5 does not hold it.
    expect(comparison.discretion.length).toBeGreaterThan(0);
    expect(text).toContain('需重新裁量');
    expect(subject(comparison, '北闸村').changeMilli).toBe(1000);
  });
});

describe('what cannot be compared', () => {
  it.each([
    ['period: quarter', 'period: month', '两份办法的考核周期不同（按季度和按月）'],
    ['delta: -0.5 } }', 'pending: 1 } }', ''],
  ])('%s as %s', async (from, to, sentence) => {
    const folder = await readFolder(copyOf('village-daily'), () => {});
    const source = readFileSync(join(exampleFolder('village-daily'), 'scheme.yaml'), 'utf8');
    const { value: scheme } = readScheme(source.replace(from, to));
    if (sentence === '') {
      expect(scheme).toBeUndefined();
      return;
    }
    if (!scheme) throw new Error('cannot be read');
    const options = optionsFor(folder, { period: '2026-Q1' });
    expect(() => compareSchemes(folder, { scheme, file: 'new.yaml' }, options)).toThrow(sentence);
  });

  it('a scheme with errors is refused with their places', async () => {
    const change = (text: string) => text.replace('on: inspection.garbage', 'on: inspection.none');
    await expect(compared('village-daily', '2026-Q1', change)).rejects.toThrow(
      /^new\.yaml 有 \d+ 处错误，没有试算2026年第一季度。.*\n■ 错误 new\.yaml 第 \d+ 行/,
    );
  });
});
