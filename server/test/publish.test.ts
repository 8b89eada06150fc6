/** From the result to the notice board: `assess --out`, `verify` and `seal` as the office uses them. */

import {
  appendFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  copyOf,
  emptyFolder,
  exampleFolder,
  oneneedle,
  oneneedleJson,
  removeFolders,
} from './terminal.ts';

afterAll(removeFolders);

const staff = exampleFolder('town-staff');

describe('assess --out', async () => {
  const out = join(emptyFolder(), '我的 结果');
  const told = await oneneedle(['assess', staff, '--out', out]);
  const code = /凭据码 ([0-9A-Z-]{24}) /.exec(told.out)?.[1] ?? '';

  it('writes the whole package and says what each part is for', () => {
    expect([told.code, told.err]).toEqual([0, '正在写整套结果：12 个对象\n']);
    const names = [
      'explain',
      'inputs',
      'notice.docx',
      'receipt.json',
      'result.json',
      'standings.xlsx',
    ];
    expect(readdirSync(out).sort()).toEqual(names);
    expect(told.out).toContain(
      `\n整套结果已写入 ${out}，共 20 个文件\n  notice.docx     给决定机构的内部报告`,
    );
    for (const name of names) expect(told.out).toMatch(new RegExp(`\\n {2}${name}/? `));
  });

  it('says what to do next, with a command that can be pasted', () => {
    const steps = told.out.split('\n下一步\n')[1]?.trimEnd().split('\n') ?? [];
    expect(steps.map((step) => step.slice(0, 3))).toEqual(['1. ', '2. ', '3. ', '4. ']);
    expect(steps[0]).toContain('个人得分不张贴');
    expect(steps[3]).toContain(`npx oneneedle verify "${out}" --receipt ${code}`);
    expect(existsSync(join(staff, 'result.json'))).toBe(false);
  });

  it('replaces an earlier package, and says so; the same input gives the same bytes', async () => {
    const before = readFileSync(join(out, 'receipt.json'), 'utf8');
    const again = await oneneedle(['assess', staff, '--out', `${out}/`]);
    expect(again.out).toContain(`整套结果已写入 ${out}，共 20 个文件（覆盖了上一次的）`);
    expect(readFileSync(join(out, 'receipt.json'), 'utf8')).toBe(before);
  });

  it('never writes among files of somebody else, and says it before the work is done', async () => {
    const mine = emptyFolder();
    writeFileSync(join(mine, '会议记录.docx'), 'mine');
    const { code: ended, out: shown, err } = await oneneedle(['assess', staff, '--out', mine]);
    expect([ended, shown]).toEqual([1, '']);
    expect(err).toBe(
      `“${mine}”里已经有别的文件（如“会议记录.docx”），怕弄乱，没有写。请用 --out 写明一个新的或空的文件夹。\n`,
    );
    expect(readdirSync(mine)).toEqual(['会议记录.docx']);
    const noScheme = emptyFolder();
    writeFileSync(join(mine, 'receipt.json'), '{}');
    const earlier = await oneneedle(['assess', noScheme, '--out', mine]);
    expect(earlier.err).toContain('这次不会写的“会议记录.docx”，怕误删，没有写。');
  });

  it('has the sheet that explain --out writes, byte for byte', async () => {
    const file = join(emptyFolder(), '丁 竹');
    const args = ['explain', staff, '--subject', '丁竹', '--out', file];
    const { code: ended, out: shown, err } = await oneneedle(args);
    expect([ended, err]).toEqual([0, '正在写 丁竹 的单页\n']);
    expect(shown).toContain(
      `\n已写入 ${file}.html：一张 A4\n下一步：用浏览器打开，打印出来只交给本人。\n`,
    );
    const sheet = readFileSync(`${file}.html`);
    expect(sheet.equals(readFileSync(join(out, 'explain/丁竹.html')))).toBe(true);
    writeFileSync(`${file}.html`, 'mine');
    expect((await oneneedle(args)).err).toContain('没有覆盖。');
    expect(readFileSync(`${file}.html`, 'utf8')).toBe('mine');
  });

  it('finds the sheet of a code that is no name of a file', async () => {
    // Windows keeps this name for a device.
    const rename = (text: string) => text.replaceAll('丁竹', 'CON');
    const folder = copyOf('town-staff', { 'roster.yaml': rename, 'facts.yaml': rename });
    const file = join(emptyFolder(), 'sheet.html');
    const args = ['explain', folder, '--subject', 'CON', '--out', file];
    expect((await oneneedle(args)).code).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain('<title>CON ');
  });

  it('verify agrees, with the posted code too', async () => {
    const verified = await oneneedle(['verify', out]);
    expect(verified.code).toBe(0);
    expect(verified.out).toMatch(/^一致：20 个文件逐字节相同，每个数都重新算过。凭据码 /);
    expect(verified.out).toContain('请加 --receipt 和通报上的凭据码再核对一次。');
    const posted = await oneneedle(['verify', out, '--receipt', ` ${code.toLowerCase()} `]);
    expect([posted.code, posted.out]).toEqual([
      0,
      expect.stringContaining(`与给出的 ${code} 相同`),
    ]);
    expect(posted.out).toMatch(
      /\n下一步：不用做什么，凭据码和张贴的通报上印的一样，就是公布的那一份。\n$/,
    );
  });

  it('verify speaks English as well', async () => {
    const { out: shown } = await oneneedle(['verify', out, '--receipt', code, '--lang', 'en']);
    expect(shown.split('\n').slice(0, -2).join('\n')).not.toMatch(/[\u4e00-\u9fff]/u);
    expect(shown).toMatch(/^It agrees: 20 files are the same byte for byte/);
  });

  it('verify ends with 1 on any difference, and names it', async () => {
    const changed = join(emptyFolder(), 'changed');
    cpSync(out, changed, { recursive: true });
    appendFileSync(join(changed, 'explain/丁竹.html'), 'x');
    const { code: ended, out: shown, err } = await oneneedle(['verify', changed]);
    expect([ended, err]).toEqual([1, '正在用包里的 inputs 重新计算，请稍候。\n']);
    expect(shown).toMatch(/^不一致：有 1 处与重算的不同。.*\n· explain\/丁竹\.html/);
    expect(shown).toMatch(/\n下一步：不要用这一份。/);
    const { answer } = await oneneedleJson(['verify', changed]);
    expect(answer).toMatchObject({
      ok: false,
      refusal: {
        sentence: expect.stringMatching(/^不一致/),
        findings: [{ code: 'package-changed', file: 'explain/丁竹.html' }],
      },
      agrees: false,
    });
  });

  it('verify ends with 1 for another code, and with 2 for what is no code', async () => {
    const other = ['verify', out, '--receipt', '0000-0000-0000-0000-0000'];
    expect((await oneneedle(other)).code).toBe(1);
    const wrong = await oneneedle(['verify', out, '--receipt', '青党发〔2026〕3号']);
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringMatching(/^“.*”不是凭据码。/)]);
    const nothing = await oneneedle(['verify', staff]);
    expect([nothing.code, nothing.err]).toEqual([
      1,
      expect.stringContaining('里没有 receipt.json'),
    ]);
  });
});

describe('seal', () => {
  it('keeps the numbers of a period, and says what follows', async () => {
    const folder = copyOf('village-daily');
    const { code, out } = await oneneedle(['seal', folder, '--period', '2026-Q1']);
    expect(code).toBe(0);
    expect(out.split('\n').slice(0, 3)).toEqual([
      '已封存2026年第一季度第 1 版：15 个对象的得分以后不再改动。',
      `已写入 ${join(folder, 'seals.yaml')}（接在末尾，原来的没有动）`,
      `已写入 ${join(folder, 'results-2026-Q1.yaml')}：这一期的结果，要引用它的办法把各行接到自己的 facts.yaml 末尾`,
    ]);
    expect(out).toMatch(/\n下一步：npx oneneedle assess .* --period 2026-Q1 --out 结果文件夹，/);
    expect(readFileSync(join(folder, 'seals.yaml'), 'utf8')).toMatch(
      /\n- line: qinghe-village-daily\n/,
    );
  });

  it('refuses with all reasons at once, and writes nothing', async () => {
    const folder = copyOf('village-daily');
    const before = readdirSync(folder);
    const args = ['seal', folder, '--period', '2026-Q4'];
    const { code, err } = await oneneedle(args, { today: '2026-11-22' });
    expect(code).toBe(1);
    expect(err).toMatch(
      /^2026年第四季度还不能封存，有 2 个原因，都办好以后再封存；什么也没有写：\n1\. 这次只算到 11月22日，.*\n2\. .*尚未封存，/,
    );
    expect(readdirSync(folder)).toEqual(before);
    const { answer } = await oneneedleJson(args);
    expect(answer).toMatchObject({
      refusal: { findings: [{ code: 'earlier-unsealed' }] },
    });
    const english = await oneneedle([...args, '--lang', 'en']);
    expect(english.err).toMatch(
      /^2026-Q4 cannot be sealed yet, reasons: 1; nothing was written:\n■ error \[earlier-unsealed\] Earlier periods are not sealed: /,
    );
  });

  it('asks for a decision before a corrected edition, and replaces its own results then', async () => {
    const folder = copyOf('village-daily');
    const args = ['seal', folder, '--period', '2026-Q1'];
    await oneneedle(args);
    expect((await oneneedle(args)).err).toMatch(/已封存第 1 版.*请写明决定文号，另出第 2 版/);
    const { code, out } = await oneneedle([...args, '--decision', '青党发〔2026〕18号']);
    expect(code).toBe(0);
    expect(out).toMatch(/^已封存2026年第一季度第 2 版：/);
    expect(out).toMatch(/results-2026-Q1\.yaml（覆盖了原来的）：/);
  });

  it('writes both files or neither', async () => {
    const folder = copyOf('village-daily');
    const args = ['seal', folder, '--period', '2026-Q1'];
    const [seals, results] = [join(folder, 'seals.yaml'), join(folder, 'results-2026-Q1.yaml')];
    writeFileSync(seals, '[]\n');
    const before = readdirSync(folder);
    const cannotTake = await oneneedle(args);
    expect(cannotTake).toMatchObject({ code: 1, err: expect.stringContaining('接不上新的一条') });
    expect(readdirSync(folder)).toEqual(before);
    rmSync(seals);
    writeFileSync(results, '# 会议记录\n');
    const others = await oneneedle([...args, '--lang', 'en']);
    expect(others).toMatchObject({ code: 1 });
    expect(others.err).toMatch(/results-2026-Q1\.yaml is there and is no earlier result/);
    expect(readFileSync(results, 'utf8')).toBe('# 会议记录\n');
    expect(existsSync(seals)).toBe(false);
    expect(await oneneedle([...args, '--force'])).toMatchObject({ code: 0 });
    expect(readFileSync(results, 'utf8')).toContain('第 1 版的结果');
  });

  it('asks for the period', async () => {
    expect(await oneneedle(['seal', exampleFolder('village-daily')])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^没有写明封存哪一期，请加 --period 期/),
    });
  });
});
