/** From a scheme to Word and back: the commands `scheme render` and `scheme import`. */

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readScheme } from '@oneneedle/kernel';
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

describe('scheme render', () => {
  it('writes the text beside the scheme, or where --out says, the same bytes each time', async () => {
    const folder = copyOf('village-daily');
    const { code, out } = await oneneedle(['scheme', 'render', folder]);
    expect(code).toBe(0);
    expect(out).toMatch(/^已写入 .*\/scheme\.docx：办法的正式文本\n下一步：用 Word 或 WPS 打开/);
    const other = join(emptyFolder(), '办法 正文');
    expect((await oneneedle(['scheme', 'render', folder, '--out', other])).code).toBe(0);
    expect(readFileSync(`${other}.docx`).equals(readFileSync(join(folder, 'scheme.docx')))).toBe(
      true,
    );
  });

  it('prints a scheme with errors too, and says that it has them', async () => {
    const folder = copyOf('village-daily', {
      'scheme.yaml': (text) => text.replace('on: inspection.garbage', 'on: inspection.rubbish'),
    });
    const { code, out } = await oneneedle(['scheme', 'render', folder]);
    expect(code).toBe(0);
    expect(out).toContain('注意：1 处错误，0 处提醒，0 处提示，有错误的办法不能计分；逐处查看：');
  });

  it('refuses what is no scheme, and keeps a file that is not ours', async () => {
    const folder = copyOf('village-daily', {
      'scheme.yaml': (text) => text.replace('period: quarter', 'period: quater'),
    });
    const wrong = await oneneedle(['scheme', 'render', folder]);
    expect([wrong.code, wrong.out]).toEqual([1, '']);
    expect(wrong.err).toMatch(
      /^办法 .*scheme\.yaml 读不出来，请改正以下各处后再运行：\n■ 错误 1 处/,
    );
    expect(existsSync(join(folder, 'scheme.docx'))).toBe(false);
    const mine = join(emptyFolder(), 'mine.docx');
    writeFileSync(mine, 'mine');
    const { code } = await oneneedle([
      'scheme',
      'render',
      exampleFolder('town-staff'),
      '--out',
      mine,
    ]);
    expect([code, readFileSync(mine, 'utf8')]).toEqual([1, 'mine']);
  });
});

describe('scheme import', async () => {
  const desk = emptyFolder();
  const paper = join(desk, '考核 细则.docx');
  await oneneedle(['scheme', 'render', exampleFolder('village-daily'), '--out', paper]);

  it('drafts a scheme that can be read, and lists all that a person must look at', async () => {
    const { code, answer } = await oneneedleJson(['scheme', 'import', paper]);
    expect([code, answer.ok]).toEqual([0, true]);
    const folder = join(desk, '考核 细则');
    expect(readdirSync(folder).sort()).toEqual(['kinds.yaml', 'remarks.txt', 'scheme.yaml']);
    expect(readScheme(readFileSync(join(folder, 'scheme.yaml'), 'utf8')).findings).toEqual([]);
    const counts = answer.counts as Record<string, number>;
    expect(counts.clauses).toBe((counts.recognised ?? 0) + (counts.pending ?? 0));
    const remarks = readFileSync(join(folder, 'remarks.txt'), 'utf8');
    const listed = remarks.split('\n').filter((line) => line.startsWith('· ')).length;
    expect(listed).toBe((answer.open as []).length + (answer.remarks as []).length);
  });

  it('shows the first remarks, and the next step', async () => {
    const { out } = await oneneedle(['scheme', 'import', paper]);
    expect(out).toMatch(/^认出条款 \d+ 条：\d+ 条认出了计分方式，\d+ 条待定。\n已写入 /);
    expect(out).toMatch(/\n……另有 \d+ 处，全部写在 remarks\.txt 里\n/);
    expect(out).toMatch(/\n下一步：打开 scheme\.yaml，.*scheme check ".*考核 细则"。\n$/);
  });

  it('never overwrites what somebody has gone on with', async () => {
    const draft = join(desk, '考核 细则/scheme.yaml');
    const mended = readFileSync(draft, 'utf8').replace('line: 待定', 'line: cunjikaohe');
    writeFileSync(draft, mended);
    const { code, err } = await oneneedle(['scheme', 'import', paper]);
    expect([code, readFileSync(draft, 'utf8')]).toEqual([1, mended]);
    expect(err).toMatch(/^已经有 .*scheme\.yaml，没有覆盖。要覆盖的加 --force；/);
  });

  it('refuses what it cannot read, with what to do', async () => {
    const pdf = join(desk, '细则.pdf');
    writeFileSync(pdf, '%PDF-1.7');
    expect((await oneneedle(['scheme', 'import', pdf])).err).toMatch(/另存为/);
    expect((await oneneedle(['scheme', 'import', join(desk, '没有.docx')])).err).toMatch(
      /^没有找到“.*没有\.docx”，请核对细则文件的路径。/,
    );
  });
});
