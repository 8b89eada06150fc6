/** The command line as the assessment office uses it, on the examples that ship. */

import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Assessment,
  displayWidth,
  type LeaveOneOut,
  readScheme,
  renderTable,
} from '@oneneedle/kernel';
import JSZip from 'jszip';
import { afterAll, describe, expect, it } from 'vitest';
import { copyOf, emptyFolder, exampleFolder, oneneedle, removeFolders } from './terminal.ts';

afterAll(removeFolders);

const daily = exampleFolder('village-daily');
const cadres = exampleFolder('village-cadres');

interface Result {
  readonly subjects: readonly {
    readonly code: string;
    readonly totalMilli: number;
    readonly rank?: number;
    readonly proposals: readonly unknown[];
  }[];
  readonly intervals: LeaveOneOut | null;
  readonly pay: readonly { readonly payees: readonly { readonly totalFen: number }[] }[];
}

/** Assesses a copy of a folder: what it printed, the bytes of its result, and what they say. */
async function assessed(folder: string, ...options: string[]) {
  const to = emptyFolder();
  cpSync(folder, to, { recursive: true, filter: (path) => !path.endsWith('result.json') });
  const { code, out, err } = await oneneedle(['assess', to, ...options]);
  expect([code, err.replace(/^正在计算 \d+ 条事实，请稍候。\n$/, '')]).toEqual([0, '']);
  const bytes = readFileSync(join(to, 'result.json'), 'utf8');
  return { out, bytes, result: JSON.parse(bytes) as Result, to };
}

/** The lines of a block, from the one that begins so to the next empty one. */
function block(out: string, start: string): string[] {
  return (out.split('\n\n').find((part) => part.startsWith(start)) ?? '').trimEnd().split('\n');
}

describe('the circular that is issued', () => {
  it('bears issuer, number and day as they were said, and is verified with them', async () => {
    const to = join(emptyFolder(), 'result');
    const said = [
      '--issuer',
      '中共青禾镇委员会',
      '--number',
      '青党发〔2026〕12号',
      '--date',
      '2026-04-10',
    ];
    const args = ['assess', daily, '--period', '2026-Q1', '--out', to, ...said];
    expect((await oneneedle(args)).code).toBe(0);
    const zip = await JSZip.loadAsync(readFileSync(join(to, 'notice.docx')));
    const text = (await zip.file('word/document.xml')?.async('string'))?.replace(/<[^>]+>/g, '');
    for (const part of ['中共青禾镇委员会文件', '青党发〔2026〕12号', '2026年4月10日']) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain('待定】');
    const { code, out } = await oneneedle(['verify', to]);
    expect([code, out.startsWith('一致')]).toEqual([0, true]);
  });
});

describe('assess on the screen', async () => {
  const { out, result, to } = await assessed(daily);

  it('has one head: name, demonstration, period and day, then the state and the table', () => {
    expect(out.split('\n').slice(0, 3)).toEqual([
      '青禾镇村日常工作差异化考核办法（演示数据） 2026年第四季度　计分日 2026-12-31（期末）',
      '14 个考核对象，得分已定 14 个。截至 2026-12-31。',
      '名次  考核对象  类组      得分  等次  状态',
    ]);
    expect(out.match(/青禾镇村日常工作差异化考核办法/g)).toHaveLength(1);
  });

  it.each(['village-daily', 'village-cadres', 'town-staff'])(
    'has the state and the table of %s as the kernel renders them',
    async (name) => {
      const { value } = readScheme(readFileSync(join(exampleFolder(name), 'scheme.yaml'), 'utf8'));
      const { out: told, bytes } = await assessed(exampleFolder(name));
      const rendered = renderTable(JSON.parse(bytes) as Assessment, value);
      expect(told).toContain(`\n${rendered.split('\n').slice(1).join('\n')}\n`);
    },
  );

  it('says where the day comes from', async () => {
    const head = (text: string) => text.split('\n')[0];
    expect(head((await assessed(daily, '--as-of', '2026-03-20')).out)).toMatch(
      /2026年第一季度　计分日 2026-03-20（指定）$/,
    );
    const folder = copyOf('village-daily', {
      'facts.yaml': (text) => text.replace(/\n# 2026 年 8 月登记[\s\S]*$/, '\n'),
    });
    expect(head((await assessed(folder)).out)).toMatch(
      /2026年第三季度　计分日 2026-07-\d\d（最后一条事实的日期）$/,
    );
  });

  it('writes lists with group and length in the order of the groups', () => {
    expect(block(out, '红榜')).toEqual([
      '红榜（平原村，前 3 名）：西岗村、东溪村、河口村',
      '红榜（山区村，前 3 名）：白茶村、鹿鸣村、石桥村',
      '红榜（城郊村，前 3 名）：南圃村、北闸村、新桥村',
    ]);
  });

  it('shows whose rank another choice of indicators changes, and nobody else', () => {
    const [title, head, ...rows] = block(out, '名次稳定性');
    expect(title).toContain('本次不足以区分（内部参考，不公布）');
    expect(head).toMatch(/^考核对象 +名次 +名次区间 +变动最大的情形$/);
    const open = result.intervals?.subjects.filter(({ range }) => range[0] !== range[1]) ?? [];
    expect(rows.map((row) => row.split(/ +/)[0]).sort()).toEqual(
      open.map(({ subject }) => subject).sort(),
    );
    expect(rows[0]).toMatch(/^西岗村 +1 +1–2 +不计指标 .* 则?.*为第 2$/);
    expect(rows.map((row) => row.split(/ +/)[0])).not.toContain('石桥村');
  });

  it('keeps ranks of the intervals equal to those of the list', async () => {
    for (const folder of [daily, cadres, exampleFolder('town-staff')]) {
      const { subjects, intervals } = (await assessed(folder)).result;
      const ranked = subjects.filter(({ rank }) => rank !== undefined);
      expect(intervals?.subjects.map(({ subject, rank }) => [subject, rank])).toEqual(
        ranked.map(({ code, rank }) => [code, rank]),
      );
    }
  });

  it('counts proposals, and says how to see them', () => {
    const all = result.subjects.flatMap(({ proposals }) => proposals).length;
    expect(out).toContain(`结果运用建议 ${all} 条：全镇通报表扬 ${all}。都由写明的机构决定`);
    expect(out).toMatch(/下一步：npx oneneedle explain \S+ --subject \S+ --period 2026-Q4，/);
    expect(out).toContain(`结果已写入 ${join(to, 'result.json')}`);
  });

  it('says it where nothing was recorded in the period', async () => {
    const folder = copyOf('village-daily', { 'facts.yaml': () => '' });
    const text = (await assessed(folder, '--period', '2026-Q2')).out;
    expect(text).toContain('· 2026年第二季度没有记过一条事实，得分只是满分和默认值；');
    expect(text).toContain('红榜（平原村，前 3 名）：无（未参加排名：');
  });

  it('tells notices that differ only in the fact once', async () => {
    const row = (id: string) =>
      `- { id: ${id}, kind: meeting.absent, about: 无名村, on: 2026-11-02, values: { 人数: 1, 次数: 1 }, evidence: [签到表] }`;
    const folder = copyOf('village-daily', {
      'facts.yaml': (text) => [text, ...['X1', 'X2', 'X3'].map(row)].join('\n'),
    });
    const lines = block((await assessed(folder)).out, '须留意').filter((line) =>
      line.includes('无名村'),
    );
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^· .*X1.*同样的另有 2 条：X2、X3。$/);
  });

  it('says on stderr that a large file takes a while', async () => {
    const folder = copyOf('village-daily', {
      'facts.yaml': (text) => `${'# 空行\n'.repeat(250_000)}${text}`,
    });
    const { code, err } = await oneneedle(['assess', folder]);
    expect([code, err]).toEqual([0, 'facts.yaml 有 2.3 MB，读取和计算要几十秒，请稍候。\n']);
  });

  it('leaves out what is worked out again and again where facts are very many', async () => {
    const rows = Array.from(
      { length: 20_001 },
      (_, i) => `- { id: F${i}, kind: x, on: 2026-10-01 }`,
    );
    const folder = copyOf('village-daily', { 'facts.yaml': () => rows.join('\n') });
    const { out: text, result: found } = await assessed(folder);
    expect(found.intervals).toBeNull();
    expect(text).toContain('· 事实超过 20000 条，没有计算名次稳定性。');
    const { out: told } = await oneneedle(['explain', folder, '--subject', '东溪村']);
    expect(told).toContain('事实太多，没有逐条推算“若能避免”。');
  });
});

describe('assess of persons', async () => {
  const { out, result } = await assessed(cadres);

  it('says that the list is internal', async () => {
    expect(out).toContain('\n个人得分、名次和等次是内部信息，不公布。\n');
    expect((await assessed(daily)).out).not.toContain('个人得分');
  });

  it('aligns the pay sheet, which is a proposal, and its total is exact', () => {
    const [title, head, ...rows] = block(out, '考核工资');
    const total = rows.pop();
    expect(title).toBe('考核工资（建议：由有权机关决定后发放）');
    expect(head).toMatch(/^姓名 +项目 +元 +状态$/);
    expect(rows).toContainEqual(expect.stringMatching(/^孙清明 +年度绩效报酬 +6480\.00 {2}拟发$/));
    const ends = rows.map((row) => displayWidth(/^.*\d\.\d\d/.exec(row)?.[0] ?? ''));
    expect(new Set(ends).size).toBe(1);
    const fen = result.pay
      .flatMap(({ payees }) => payees)
      .reduce((sum, { totalFen }) => sum + totalFen, 0);
    expect(total).toBe(`合计 20 人，${(fen / 100).toFixed(2)} 元`);
  });

  it('never shows 0 for an amount that cannot be said', async () => {
    const { out: text } = await assessed(exampleFolder('town-staff'));
    expect(text).toMatch(/\n邵桐 +年度考核工资 +— {2}暂不能算\n/);
    expect(text).toMatch(/\n合计 12 人，[\d.]+ 元；1 人有暂不能算的项目，未计入\n/);
  });
});

describe('result.json', () => {
  it('lies in the folder that was assessed, and says when it replaces an earlier one', async () => {
    const folder = copyOf('town-staff');
    const file = join(folder, 'result.json');
    const written = async () => (await oneneedle(['assess', folder, ...time.splice(0)])).out;
    const time: string[] = [];
    expect(await written()).toContain(`\n结果已写入 ${file}\n`);
    expect(await written()).toContain(`\n结果已写入 ${file}\n`);
    time.push('--as-of', '2026-12-01');
    expect(await written()).toContain(`\n结果已写入 ${file}（覆盖了上一次的）\n`);
  });

  it('never replaces a file of somebody else', async () => {
    const folder = copyOf('town-staff');
    const file = join(folder, 'result.json');
    writeFileSync(file, '{ "mine": true }');
    const { code, err } = await oneneedle(['assess', folder]);
    expect([code, err]).toEqual([1, expect.stringContaining(`已经有 ${file}，没有覆盖。`)]);
    expect(readFileSync(file, 'utf8')).toBe('{ "mine": true }');
  });

  it('lists subjects by code, each with its whole thousandths', async () => {
    for (const folder of [daily, cadres]) {
      const { subjects } = (await assessed(folder)).result;
      const codes = subjects.map(({ code }) => code);
      expect(codes).toEqual([...codes].sort());
      for (const { totalMilli } of subjects) expect(totalMilli).toSatisfy(Number.isSafeInteger);
    }
  });

  it('has the same bytes for the same input', async () => {
    expect((await assessed(copyOf('village-daily'))).bytes).toBe((await assessed(daily)).bytes);
  });

  it.each(['village-daily', 'village-cadres', 'town-staff'])(
    'has the same bytes when the facts of %s are shuffled but their seq is written',
    async (name) => {
      const numbered = copyOf(name, { 'facts.yaml': (text) => rowsOf(text).join('\n') });
      const shuffled = copyOf(name, {
        'facts.yaml': (text) => [...rowsOf(text)].sort(byDigest).join('\n'),
      });
      expect((await assessed(shuffled)).bytes).toBe((await assessed(numbered)).bytes);
      expect((await assessed(shuffled)).bytes).toBe((await assessed(exampleFolder(name))).bytes);
    },
  );
});

/** The rows of a facts file, each with its place as `seq`. */
function rowsOf(text: string): string[] {
  const rows = text.split('\n').filter((line) => line.startsWith('- { '));
  return rows.map((row, index) => row.replace(/ }$/, `, seq: ${index + 1} }`));
}

/** An order that has nothing to do with the one in the file. */
function byDigest(a: string, b: string): number {
  const digest = (text: string) =>
    [...text].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973, 7);
  return digest(a) - digest(b);
}

describe('explain', async () => {
  const told = async (...args: string[]) => {
    const { code, out, err } = await oneneedle(['explain', ...args]);
    expect([code, err]).toEqual([0, '']);
    return out;
  };
  const dongxi = await told(daily, '--subject', '东溪村', '--period', '2026-Q2');

  it('heads the tree with who, where and when', () => {
    expect(dongxi.split('\n').slice(0, 4)).toEqual([
      '青禾镇村日常工作差异化考核办法（演示数据） 2026年第二季度　计分日 2026-06-30（期末）',
      '东溪村　平原村　第 1 名　等次 优秀',
      '',
      '考核得分 100.000',
    ]);
  });

  it('puts each fact on a line of its own below what rests on it', () => {
    expect(dongxi.split('\n').slice(5, 7)).toEqual([
      '│  ├ 1.1 明查暗访发现垃圾积存的，每处扣0.5分。 −1.000：处数 2 × −0.5 = −1',
      '│  │     事实 D-0137 · 2026-05-20 5月暗访 · 照片 2 张 · 记 城建办 周 核 考核办 吴',
    ]);
  });

  it('names kinds of facts in words', async () => {
    const text = await told(cadres, '--subject', '孙清明');
    expect(text).toContain('取得职业资格 0 次');
    expect(text).not.toMatch(/[a-z]+\.[a-z]+/);
  });

  it('compares with the period before, changed lines only, so that they add up', () => {
    const [title, ...lines] = block(dongxi, '与上一期');
    expect(title).toBe('与上一期（2026年第一季度）相比：96.900 → 100.000（+3.100）');
    const changes = lines.map((line) =>
      Number(/（([+−][\d.]+)）$/.exec(line)?.[1]?.replace('−', '-')),
    );
    expect(lines.length).toBeGreaterThan(2);
    expect(changes).not.toContain(0);
    expect(changes.reduce((sum, change) => sum + Math.round(change * 1000), 0)).toBe(3100);
  });

  it('compares with what was sealed, not with what is known now', async () => {
    const folder = copyOf('village-daily');
    const seal = { line: 'qinghe-village-daily', period: '2026-Q1', edition: 1, atSeq: 32 };
    const printed = { 东溪村: { total: 97900 } };
    writeFileSync(join(folder, 'seals.yaml'), JSON.stringify([{ ...seal, printed }]));
    const text = await told(folder, '--subject', '东溪村', '--period', '2026-Q2');
    expect(text).toContain('与上一期（2026年第一季度）相比：85.500 → 100.000（+14.500）');
  });

  it('has nothing to compare with in the first period, nor across years without facts', async () => {
    expect(await told(daily, '--subject', '东溪村', '--period', '2026-Q1')).not.toContain(
      '与上一期',
    );
    expect(await told(cadres, '--subject', '孙清明')).not.toContain('与上一期');
  });

  it('says what avoiding a deduction would have brought', async () => {
    const text = await told(daily, '--subject', '东溪村', '--period', '2026-Q1');
    const [title, first] = block(text, '若能避免');
    expect(title).toBe('若能避免（各条单独推算，不能相加）');
    expect(first).toMatch(/^· 若.*可少扣 \d+\.\d{3} 分/);
  });

  it('compares nobody with those who have no place in the ranking', async () => {
    const text = await told(cadres, '--subject', '李春分');
    expect(text).not.toContain('沈寒露');
    expect(await told(cadres, '--subject', '沈寒露')).not.toContain('与上一名');
  });

  it('gives each proposal its body, reason, basis, procedure and papers', async () => {
    const lines = block(await told(cadres, '--subject', '孙清明'), '结果运用建议');
    expect(lines.slice(0, 6)).toEqual([
      '结果运用建议（只是建议，程序不执行）',
      '· 工作提醒，由包村领导决定',
      '  理由：等次为基本称职',
      expect.stringMatching(/^ {2}依据：本办法关于结果运用的规定；村委会成员由村民选举/),
      '  程序：包村领导到村面谈 → 听取本人意见 → 商定改进事项',
      '  材料：失分事项清单',
    ]);
  });

  it('ends with the pay of the person, line by line', async () => {
    expect(block(await told(cadres, '--subject', '孙清明'), '考核工资')).toEqual([
      '考核工资（建议，由有权机关决定后发放）',
      '· 年度绩效报酬（云组发〔2026〕12号）：村委会主任 10800 元 × 0.6（基本称职）= 6480.00 元',
      expect.stringMatching(/^· 急难任务补助（云组发〔2026〕12号）：.* = 0\.00 元$/),
      '合计 6480.00 元',
    ]);
  });

  it('takes a code, a name and a former name', async () => {
    const folder = copyOf('village-daily', {
      'roster.yaml': (text) =>
        text.replace('code: 石桥村, name: 石桥村', 'code: V07, name: 石桥村'),
      'facts.yaml': (text) => text.replaceAll('about: 石桥村', 'about: V07'),
    });
    const [byCode, byName, byFormer] = await Promise.all(
      ['V07', '石桥村', '石桥头村'].map((subject) => told(folder, '--subject', subject)),
    );
    expect(byCode).toContain('\n石桥村（V07）　山区村　第 3 名');
    expect([byName, byFormer]).toEqual([byCode, byCode]);
  });

  it('fits the terminal without breaking the thread, a word or a figure', async () => {
    const { out } = await oneneedle(['explain', cadres, '--subject', '孙清明'], 72);
    const whole = await told(cadres, '--subject', '孙清明');
    const lines = out.split('\n');
    expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(72);
    expect(lines.length).toBeGreaterThan(whole.split('\n').length);
    const bare = (text: string) => text.replace(/[\s│├└]/g, '');
    expect(bare(out)).toBe(bare(whole));
    expect(out).not.toMatch(/\n[\s│]*[，。；：、）]/);
  });
});

describe('scheme check', () => {
  const checked = (...args: string[]) => oneneedle(['scheme', 'check', ...args]);

  it('refuses a folder with two rosters, as assess does', async () => {
    const folder = copyOf('village-daily');
    writeFileSync(join(folder, 'roster.csv'), '编码,名称\n');
    const refused = await checked(folder);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('既有 roster.yaml，又有 roster.csv，不知道以哪个为准');
    expect(refused.err).toBe((await oneneedle(['assess', folder])).err);
  });

  it('passes the examples, given as a file or as a folder', async () => {
    const { code, out, err } = await checked(join(daily, 'scheme.yaml'));
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/\n0 处错误，\d+ 处提醒，\d+ 处提示。可以计分；提醒事项由负责人决定。\n$/);
    expect(out).toContain('只能靠留痕（会议记录、台账、照片）证明的分：没有。');
    expect((await checked(daily)).out).toBe(out);
  });

  it('groups findings by severity, each with its path, and ends with 1 on an error', async () => {
    const folder = copyOf('village-daily', {
      'scheme.yaml': (text) =>
        text
          .replace('on: inspection.garbage', 'on: inspection.rubbish')
          .replace(/ranking: \{ ties: skip, /, 'ranking: { ')
          .replace(/\n( +)proof: \[visit\]/, '\n$1proof: [photo]'),
    });
    const { code, out } = await checked(folder);
    expect(code).toBe(1);
    expect(out).toMatch(/^■ 错误 1 处（不改正就不能计分）\n {2}· 第 \d+ 行 条款 1\.1：/);
    expect(out).toMatch(/\n\n○ 提示 \d+ 处（供参考）\n {2}· 第 \d+ 行 tree：/);
    expect(out).toMatch(/证明的分：1 条，\d+ 分，占满分 \d+ 分的 .*%。/);
    expect(out).toMatch(
      /\n1 处错误，\d+ 处提醒，\d+ 处提示。有错误的办法不能计分，请改正后再检查。/,
    );
  });

  it('counts mistakes in the files beside it, and says which are not there', async () => {
    const folder = copyOf('village-daily', {
      'kinds.yaml': (text) => text.replace('form: event', 'form: evnt'),
    });
    const { code, out } = await checked(folder);
    expect(code).toBe(1);
    expect(out).toContain('  · kinds.yaml 第 6 行 事实种类 inspection.garbage：');
    expect(out).toContain('（旁边没有可用的事实目录 kinds.yaml，没有对照）');
  });

  it('lists every mistake of a text that cannot be read, and has no 口径 for it', async () => {
    const folder = copyOf('village-daily', {
      'scheme.yaml': (text) => text.replaceAll('owner:', 'ower:'),
    });
    const { code, out } = await checked(folder, '--conventions');
    expect(code).toBe(1);
    expect(out.match(/是不是“owner”？/g)?.length).toBeGreaterThan(40);
    expect(out).toContain('办法读不出来，改正写法后才能列出口径。');
  });

  it('prints the 口径 page as a table: number, question, answer, stated or not', async () => {
    const folder = copyOf('village-daily', {
      'scheme.yaml': (text) => text.replace(/ties: skip,? ?/, ''),
    });
    const { code, out } = await checked(folder, '--conventions');
    expect(code).toBe(0);
    const rows = block(out, '口径：');
    expect(rows[1]).toMatch(/^号 +问题 +本办法的答案 +由来$/);
    expect(rows).toContainEqual(
      expect.stringMatching(/^ 5 {2}得分相同怎样排名 .* 默认（可写在 ranking\.ties）$/),
    );
    expect(rows).toContainEqual(expect.stringMatching(/^20 {2}约数.* 固定$/));
    expect(rows.filter((row) => row.endsWith(' 写明')).length).toBeGreaterThan(10);
    expect((await checked(folder)).out).not.toContain('口径：');
  });

  it('writes the 口径 page line by line where the terminal is narrow', async () => {
    const { out } = await oneneedle(['scheme', 'check', daily, '--conventions'], 80);
    expect(out).toContain('\n5 得分相同怎样排名：名次相同，其后名次跳过（写明）\n');
    expect(Math.max(...out.split('\n').map(displayWidth))).toBeLessThanOrEqual(80);
  });
});
