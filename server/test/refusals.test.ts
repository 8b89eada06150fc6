/** Every mistake of a user: one Chinese sentence on stderr, an exit code, and nothing changed. */

import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { run } from '../src/cli/main.ts';
import { fileSentence } from '../src/platform/index.ts';
import { copyOf, emptyFolder, exampleFolder, oneneedle, removeFolders } from './terminal.ts';

afterAll(removeFolders);

const daily = exampleFolder('village-daily');

/** Nothing on stdout, no result, no trace of a program, and every sentence comes to its end. */
async function expectRefusal(args: readonly string[], code: number, ...parts: (string | RegExp)[]) {
  const { code: ended, out, err } = await oneneedle(args);
  expect([ended, out]).toEqual([code, '']);
  for (const part of parts) expect(err).toMatch(part);
  expect(err).not.toMatch(/\n\s+at |Error|node:/);
  const [, folder] = args;
  if (folder?.includes('oneneedle-')) expect(existsSync(join(folder, 'result.json'))).toBe(false);
}

describe('a command that is not understood', () => {
  it.each([
    [[], '没有写命令。'],
    [['help', 'asess'], '没有“asess”这个命令。是不是 assess？'],
    [['asess', daily], /^没有“asess”这个命令。是不是 assess？\n$/],
    [['explian', daily], '没有“explian”这个命令。是不是 explain？'],
    [['count', daily], /^没有“count”这个命令。.*oneneedle --help/],
    [['check', daily], '没有“check”这个命令。是不是 scheme check？'],
    [['scheme', 'chek', daily], '没有“scheme chek”这个命令。是不是 scheme check？'],
    [['schema', 'check', daily], '是不是 scheme check？'],
    [['scheme'], /^“scheme”后面还要写做什么：check.*例如：oneneedle scheme check --help\n$/],
    [['assess'], '命令后面没有写文件夹。例如：oneneedle assess schemes/village-daily'],
    [['assess', '""'], '命令后面没有写文件夹。'],
    [['assess', daily, 'more'], `多写了“more”。路径里有空格的，要加引号："${daily} more"。`],
    [['assess', daily, '--periot', '2026-Q1'], '没有 --periot 选项。是不是 --period？'],
    [['assess', daily, '--jsn'], '没有 --jsn 选项。是不是 --json？'],
    [['assess', daily, '-p'], '没有 -p 选项。例如'],
    [['assess', daily, '--subject', '东溪村'], '这个命令没有 --subject 选项。例如'],
    [['assess', daily, '--period'], '--period 后面没有写内容'],
    [['assess', daily, '--period', '--as-of', '2026-03-31'], '--period 后面没有写内容'],
    [['assess', daily, '--period', '2026-Q1', '--period', '2026-Q2'], '--period 写了两次'],
    [['scheme', 'check', daily, '--conventions=yes'], '--conventions 后面不写内容'],
    [['assess', daily, '--lang', 'fr'], '--lang 后面写 zh（中文）或 en（英文），没有“fr”。'],
    [['explain', daily], '没有写明要看谁，请加 --subject 编码或名称'],
    [['explain', daily, '--subject='], '--subject 后面没有写内容'],
    [['scheme', 'check'], '命令后面没有写办法.yaml'],
  ])('%j', (args, sentence) => expectRefusal(args, 2, sentence));

  it('prints the usage on stdout when it is asked for', async () => {
    const { code, out, err } = await oneneedle(['--help']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^用法：oneneedle 命令 文件夹或文件 \[选项\]\n\n算分\n {2}assess 文件夹/);
  });
});

describe('facts that the catalogue contradicts', () => {
  const small = (amount: string) => {
    const folder = emptyFolder();
    writeFileSync(
      join(folder, 'scheme.yaml'),
      `line: s
name: 集体经济
version: "1"
subject: { kind: unit }
period: year
tree: [ { code: "1", name: 收入, full: 10, start: zero, clauses: [ { code: 1.1, text: 每元得分, proof: [data], rule: { ratio: { of: { measure: { kind: income } }, times: 1 } } } ] } ]
kinds: [ { kind: income, name: 收入, form: measure, about: unit, fields: { value: { type: number, unit: 元, required: true } } } ]
`,
    );
    writeFileSync(join(folder, 'roster.yaml'), 'units: [ { code: A, name: 东溪村 } ]\n');
    writeFileSync(
      join(folder, 'facts.yaml'),
      `- { id: F1, kind: income, form: measure, about: A, on: 2026-05-01, values: { value: ${amount} }, evidence: [账] }\n`,
    );
    return folder;
  };

  it('stop the run: 120 万元 is not 120 元', () =>
    expectRefusal(['assess', small('{ value: 120, unit: 万元 }')], 1, '事实有 1 处', 'F1', '万元'));

  it('in the unit of the catalogue they run', async () => {
    expect((await oneneedle(['assess', small('{ value: 8, unit: 元 }')])).code).toBe(0);
  });
});

describe('time', () => {
  it.each([
    [['--period', '2026-Q5'], 2, '期间“2026-Q5”写法不对。本办法按季度考核，应写成 2026-Q1 这样。'],
    [['--period', '一季度'], 2, '期间“一季度”写法不对'],
    [['--period', '2026-03'], 1, '期间“2026-03”（2026年3月）与考核周期不符。本办法按季度考核'],
    [['--period', '2027-Q1'], 1, '自 2026-01-01 至 2026-12-31 有效，不能用来算2027年第一季度'],
    [['--period', '0001-Q1'], 1, '不能用来算1年第一季度'],
    [['--as-of', '2026-02-30'], 2, '日期“2026-02-30”写法不对，或者没有这一天'],
    [['--as-of', '2026/3/31'], 2, '应写成 2026-03-31 这样'],
    [['--period', '2026-Q4', '--as-of', '2026-09-30'], 1, '开始（2026-10-01）之前'],
  ])('%j', async (options, code, sentence) => {
    await expectRefusal(['assess', copyOf('village-daily'), ...options], code, sentence);
    await expectRefusal(['explain', daily, '--subject', '东溪村', ...options], code, sentence);
  });

  it('names the fact whose date is beyond the scheme', async () => {
    const folder = copyOf('village-daily', {
      'facts.yaml': (text) =>
        `${text}\n- { id: X, kind: meeting.absent, on: 2062-01-05, values: { 人数: 1, 次数: 1 }, evidence: [签到表] }\n`,
    });
    const sentence = '最后一条事实的日期是 2062-01-05，属于2062年第一季度；';
    await expectRefusal(['assess', folder], 1, sentence, '请核对这条事实的日期');
  });
});

describe('subjects', () => {
  it.each([
    ['东溪', [], '2026年第四季度没有考核对象“东溪”', '是不是：东溪村？'],
    ['甲村', [], '名册里也没有这个编码、名称或曾用名', '可选：三槐村、东溪村、'],
    ['柳湾村', [], '名册里有“柳湾村”，但2026年第四季度不是本办法的考核对象', '--period'],
  ])('%s', async (subject, options, ...parts) => {
    await expectRefusal(['explain', daily, '--subject', subject, ...options], 1, ...parts);
  });

  it('asks for the code where two have one name', async () => {
    const folder = copyOf('village-daily', {
      'roster.yaml': (text) =>
        text
          .replace('code: 西岗村, name: 西岗村', 'code: 西岗村, name: 东岗村')
          .replace('code: 禾丰村, name: 禾丰村', 'code: 禾丰村, name: 东岗村'),
    });
    await expectRefusal(
      ['explain', folder, '--subject', '东岗村'],
      1,
      '叫“东岗村”的有 2 个，请用编码：禾丰村 东岗村、西岗村 东岗村。',
    );
  });
});

describe('files that are not what they should be', () => {
  const assessed = (folder: string) => ['assess', folder];

  it('a folder that is not there', async () => {
    await expectRefusal(
      assessed(join(emptyFolder(), 'none')),
      1,
      '没有找到文件夹',
      '复制 schemes 里',
    );
  });

  it('a file in the place of the folder', async () => {
    const sentence = `这里要写它所在的文件夹：${daily}`;
    await expectRefusal(assessed(join(daily, 'facts.yaml')), 1, '是一个文件', sentence);
  });

  it('missing files, all at once', async () => {
    const folder = copyOf('village-daily');
    rmSync(join(folder, 'roster.yaml'));
    rmSync(join(folder, 'facts.yaml'));
    await expectRefusal(assessed(folder), 1, '里没有 roster.yaml、facts.yaml，不能计分。');
  });

  it('a folder in the place of a file', async () => {
    const folder = copyOf('village-daily');
    rmSync(join(folder, 'facts.yaml'));
    mkdirSync(join(folder, 'facts.yaml'));
    await expectRefusal(
      assessed(folder),
      1,
      'facts.yaml”是一个文件夹，这里要的是文件，请核对路径。',
    );
  });

  it('a link that leads in a circle: whatever the system says, with its code', async () => {
    const folder = copyOf('village-daily');
    rmSync(join(folder, 'facts.yaml'));
    symlinkSync('facts.yaml', join(folder, 'facts.yaml'));
    await expectRefusal(assessed(folder), 1, /读不了“.*facts\.yaml”（ELOOP）。请检查磁盘/);
  });

  it('a text that is not UTF-8', async () => {
    const folder = copyOf('village-daily');
    writeFileSync(join(folder, 'facts.yaml'), Buffer.from([0x23, 0xc7, 0xe0, 0xba, 0xcc]));
    await expectRefusal(
      assessed(folder),
      1,
      /facts\.yaml”不是 UTF-8 编码.*请“另存为”，编码选 UTF-8/,
    );
  });

  it('a file beyond any township', async () => {
    const folder = copyOf('village-daily');
    writeFileSync(join(folder, 'facts.yaml'), Buffer.alloc(21_000_000, '# \n'));
    await expectRefusal(assessed(folder), 1, /有 21 MB，超过 20 MB，没有读。.*请按年份分开。/);
  });

  it('nothing in the roster or the scheme', async () => {
    const roster = copyOf('village-daily', { 'roster.yaml': () => '' });
    await expectRefusal(assessed(roster), 1, '■ 错误 roster.yaml：这里是空的');
    const scheme = copyOf('village-daily', { 'scheme.yaml': () => '# 待写\n' });
    await expectRefusal(assessed(scheme), 1, '■ 错误 scheme.yaml：这里是空的');
  });

  it('no facts and no period', async () => {
    const folder = copyOf('village-daily', { 'facts.yaml': () => '# 还没有\n' });
    await expectRefusal(assessed(folder), 1, '不知道要算哪一期', '--period 2026-Q1');
  });

  it('mistakes in several files, with the row as people count it', async () => {
    const folder = copyOf('village-daily', {
      'facts.yaml': (text) => text.replace('on: 2026-01-09', 'on: 2026-01-99'),
      'roster.yaml': (text) => text.replace('group: hill', 'gruop: hill'),
    });
    await expectRefusal(
      assessed(folder),
      1,
      '名册有 1 处错误，事实有 1 处错误，没有计分。请逐处改正后再运行：',
      '■ 错误 facts.yaml 第 10 行 事实 D-0001：',
      /■ 错误 roster\.yaml 第 \d+ 行 单位 松坡村：这里没有“gruop”这个键/,
    );
  });

  it.each([
    ['- { id: A', /■ 错误 facts\.yaml：第 1 行第 \d+ 列不是正确的 YAML：.*请对照/],
    ['['.repeat(100_000), '■ 错误 facts.yaml：内容套得太深'],
  ])('a text that is no YAML: %.20s', async (text, sentence) => {
    await expectRefusal(
      assessed(copyOf('village-daily', { 'facts.yaml': () => text })),
      1,
      sentence,
    );
  });
});

describe('a scheme with errors', () => {
  const wrong = (text: string) => text.replaceAll('owner:', 'ower:');

  it('of the shape: the first forty, and how many more', async () => {
    const folder = copyOf('village-daily', { 'scheme.yaml': wrong });
    const { err } = await oneneedle(['assess', folder]);
    expect(err.match(/■ 错误 scheme\.yaml /g)).toHaveLength(40);
    await expectRefusal(
      ['assess', folder],
      1,
      /^办法有 \d+ 处错误，没有计分。请逐处改正后再运行：\n/,
      '是不是“owner”？',
      /……另有 \d+ 处/,
    );
  });

  it('of the sense: no points, no explanation, and the command that lists them', async () => {
    const folder = copyOf('village-daily', {
      'scheme.yaml': (text) => text.replaceAll(/on: ([a-z]+)\./g, 'on: $1-x.'),
    });
    const parts = [
      /^办法有 \d+ 处错误，没有计分。/,
      'oneneedle scheme check',
      /\n■ 错误 scheme\.yaml 第 \d+ 行 条款 1\.1：/,
    ];
    await expectRefusal(['assess', folder], 1, ...parts);
    await expectRefusal(['explain', folder, '--subject', '东溪村'], 1, ...parts);
  });
});

describe('a result that cannot be written', () => {
  it('into a file, below a file, over a folder, among files of somebody else', async () => {
    const folder = copyOf('town-staff');
    const file = join(folder, 'README.md');
    const assessedTo = (out: string) => ['assess', folder, '--out', out];
    await expectRefusal(assessedTo(file), 1, 'README.md”是一个文件，不能当文件夹用');
    await expectRefusal(assessedTo(join(file, 'x')), 1, '是一个文件，不能当文件夹用');
    await expectRefusal(
      assessedTo(folder),
      1,
      '里已经有别的文件（如“README.md”），怕弄乱，没有写。',
    );
    expect(existsSync(join(folder, 'receipt.json'))).toBe(false);
    mkdirSync(join(folder, 'result.json'));
    const { code, err } = await oneneedle(['assess', folder]);
    expect([code, err]).toEqual([1, expect.stringContaining('是一个文件夹，这里要的是文件')]);
  });

  it.each(['EACCES', 'EPERM', 'EROFS', 'EBUSY', 'ENOSPC', 'ENOENT', 'EIO'])('%s', (code) => {
    expect(fileSentence('x/result.json', '写', code)).toMatch(/“x\/result\.json”.*请.*。$/);
  });
});

describe('a mistake of the program itself', () => {
  it('is said in a sentence too, without a trace', async () => {
    let err = '';
    const code = await run(['--help'], {
      out: () => {
        throw new TypeError('x is not a function');
      },
      err: (text) => {
        err = text;
      },
    });
    expect(code).toBe(3);
    expect(err).toBe(
      '程序自己出错了，没有算完，不是您写错了什么。请把命令、文件夹和下面这一行交给维护人员：\nTypeError：x is not a function',
    );
  });
});
