/** `compare`: another scheme on the same facts, told from the folder of the first. */

import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { copyOf, exampleFolder, oneneedle, oneneedleJson, removeFolders } from './terminal.ts';

afterAll(removeFolders);

const daily = exampleFolder('village-daily');

/** The daily scheme in which a place with garbage costs a whole point. */
const stricter = copyOf('village-daily', {
  'scheme.yaml': (text) =>
    text
      .replace('version: 2026.1', 'version: 2026.2')
      .replace('count: { of: 处数, delta: -0.5 }', 'count: { of: 处数, delta: -1 }'),
});

describe('compare', () => {
  it('tells who rises and falls, and by which clause', async () => {
    const before = readdirSync(stricter);
    const args = ['compare', daily, '--with', join(stricter, 'scheme.yaml'), '--period', '2026-Q1'];
    const { code, out, err } = await oneneedle(args);
    expect([code, err]).toEqual([0, '']);
    const lines = out.split('\n');
    expect(lines.slice(0, 3)).toEqual([
      '试算 2026年第一季度（计分日 2026-03-31）：同一批事实，换一份办法',
      '原：青禾镇村日常工作差异化考核办法 2026.1　新：青禾镇村日常工作差异化考核办法 2026.2',
      '15 个对象：名次 2 升 2 降 11 不变；得分 0 个变高、13 个变低；等次变化 1 个',
    ]);
    expect(out).toMatch(
      /\n▲ 5→4 +稻香村 +平原村 +95\.75 +94\.75 +−1\.00 +合格 +条款 1\.1 −1\.00\n/,
    );
    expect(out).toMatch(
      /\n▼ 4→5 +东溪村 +平原村 +96\.90 +94\.40 +−2\.50 +合格 +条款 1\.1 −2\.50\n/,
    );
    expect(out).toMatch(/\n下一步：这只是试算，什么都没有改。/);
    expect(readdirSync(stricter)).toEqual(before);
  });

  it('takes a folder as well, and speaks English', async () => {
    const args = ['compare', daily, '--with', stricter, '--period', '2026-Q1', '--lang', 'en'];
    const { code, out } = await oneneedle(args);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^Trial for 2026-Q1 \(as of 2026-03-31\): the same facts under another scheme\n/,
    );
    expect(out).toMatch(/\n▼ 4→5 +东溪村 +平原村 .* clause 1\.1 −2\.50\n/);
  });

  it('finds nothing between a scheme and itself', async () => {
    const { out } = await oneneedle(['compare', daily, '--with', daily]);
    expect(out).toMatch(/\n14 个对象：名次 0 升 0 降 14 不变；得分 0 个变高、0 个变低\n/);
  });

  it('adds up: what the clauses change is the change of the total', async () => {
    const { answer } = await oneneedleJson(['compare', daily, '--with', stricter]);
    const subjects = answer.subjects as {
      changeMilli: number;
      contributions: { changeMilli: number }[];
    }[];
    expect(subjects.some(({ changeMilli }) => changeMilli < 0)).toBe(true);
    for (const { changeMilli, contributions } of subjects) {
      expect(contributions.reduce((sum, one) => sum + one.changeMilli, 0)).toBe(changeMilli);
    }
  });

  it('says that a list of persons is internal', async () => {
    const cadres = exampleFolder('village-cadres');
    const { out } = await oneneedle(['compare', cadres, '--with', cadres]);
    expect(out).toContain('\n个人得分、名次和等次是内部信息，不公布。\n');
  });

  it.each([
    [['compare', daily], 2, /^没有写明用哪份办法试算，请加 --with 办法\.yaml。例如：/],
    [['compare', daily, '--with', 'nowhere.yaml'], 1, /^没有找到“nowhere\.yaml”，请核对办法文件/],
    [['compare', daily, '--with', exampleFolder('town-staff')], 1, /^两份办法的考核周期不同/],
  ])('refuses %j', async (args, code, sentence) => {
    const told = await oneneedle(args);
    expect([told.code, told.out, told.err]).toEqual([code, '', expect.stringMatching(sentence)]);
  });

  it('refuses a scheme that cannot be read, naming its lines', async () => {
    const wrong = join(copyOf('village-daily'), 'wrong.yaml');
    writeFileSync(wrong, 'line: x\nnmae: y\n');
    const { code, err } = await oneneedle(['compare', daily, '--with', wrong]);
    expect(code).toBe(1);
    expect(err).toMatch(/^办法 .*wrong\.yaml 读不出来，请改正以下各处后再运行：\n■ 错误 \d+ 处/);
    expect(err).toContain('“nmae”');
  });
});
