/** A slip gets its number, the register's number and a place in a zip; a template is changed, checked, used, left again. */

import { readFile } from 'node:fs/promises';
import { expect, inject, it } from 'vitest';
import { changedDocument } from '../../server/test/changed-document.ts';
import { widths, withBrowser } from './kit/browser.ts';
import { expectAccessible, expectNothingOverTheEdge, isRead } from './kit/checks.ts';
import { clerkOf } from './kit/inspection.ts';

const walk = withBrowser();
const origin = inject('demonstration');
const papers = '/qinghe/results/papers';

interface Items {
  readonly rows: readonly { readonly id: string; readonly no?: string; readonly form: string }[];
}

it('a slip is numbered once, registered, and packed with others', async () => {
  const tian = await clerkOf(origin, 'tian.ducha');
  const { rows } = await tian.ask<Items>('GET', '/items');
  const slip = rows.find(({ no, form }) => no !== undefined && form === 'supervised');
  const at = `/qinghe/work/items/${slip?.id}/slip`;
  const { page, close } = await walk({ origin, width: 1280, as: 'tian.ducha', at });
  await page.getByRole('button', { name: '生成带编号的 Word' }).click();
  const said = page.getByText(/督办单2026-\d{3}/).first();
  const number = /督办单2026-\d{3}/.exec((await said.textContent()) ?? '')?.[0] ?? '';
  await page.goto(`${origin}${papers}?kind=slip`);
  await page.getByRole('button', { name: number }).click();
  const drawer = page.getByRole('dialog', { name: number });
  await drawer.getByText(`事项${slip?.no}`).waitFor();
  await drawer.getByRole('button', { name: '登记文号' }).click();
  const form = page.getByRole('dialog', { name: '登记文号' });
  await form.getByLabel('文号').fill(`青督〔2026〕${number.slice(-3)}号`);
  await form.getByRole('button', { name: '登记文号' }).click();
  await form.waitFor({ state: 'detached' });
  await drawer.getByText(`青督〔2026〕${number.slice(-3)}号`).waitFor();
  await drawer.getByRole('button', { name: '关闭' }).click();
  await page.getByRole('button', { name: '打包下载' }).click();
  const packing = page.getByRole('dialog', { name: '打包下载' });
  await expectAccessible(page);
  await packing.getByRole('button', { name: /^打包 \d+ 份$/ }).click();
  const loading = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载压缩包' }).click();
  expect((await loading).suggestedFilename()).toMatch(/^公文.*\.zip$/);
  await close();
});

it('a template is changed in Word, is refused with the paragraph, is used, and is left again', async () => {
  const { page, picture, close } = await walk({
    origin,
    width: 1280,
    as: 'wu.kaohe',
    at: `${papers}?part=templates&open=table`,
  });
  const drawer = page.getByRole('dialog', { name: '表' });
  const loading = page.waitForEvent('download');
  await drawer.getByRole('link', { name: '下载 Word' }).click();
  const path = await (await loading).path();
  const bytes = await readFile(path);
  await drawer.getByRole('button', { name: '上传改过的模板' }).click();
  const form = page.getByRole('dialog', { name: '上传改过的模板' });
  const file = form.getByLabel('Word 文件（.docx）');
  const use = form.getByRole('button', { name: '启用这个模板' });
  await file.setInputFiles(await changed(bytes, '【标题】', '【标题】【电话】'));
  await form.getByText('“【电话】”不是这类公文的占位符').waitFor();
  await form.getByText('在“【标题】【电话】”这一段').waitFor();
  expect(await use.isDisabled()).toBe(true);
  await expectAccessible(page);
  await picture('template-wrong');
  await file.setInputFiles(await changed(bytes, '【标题】', '青禾镇 【标题】'));
  await form.getByText('检查过了，没有错误。').waitFor();
  await use.click();
  await form.waitFor({ state: 'detached' });
  await drawer
    .getByText(/^第\d+版$/)
    .first()
    .waitFor();
  await drawer.getByRole('button', { name: '启用' }).last().click();
  await page.getByRole('dialog').getByRole('button', { name: '启用', exact: true }).last().click();
  await drawer.getByText('系统自带 （现在用）').waitFor();
  await close();
});

it('fits both widths and says what there is', async () => {
  for (const width of widths) {
    const { page, picture, close } = await walk({ origin, width, as: 'wu.kaohe', at: papers });
    await isRead(page, '公文');
    await expectAccessible(page);
    await expectNothingOverTheEdge(page);
    await picture('papers');
    await page.getByRole('button', { name: '模板和编号' }).click();
    await page.getByText(/14 类公文/).waitFor();
    await expectNothingOverTheEdge(page);
    await picture('papers-templates');
    await close();
  }
});

/** The file with some of its words changed, as a form takes it. */
async function changed(bytes: Uint8Array, from: string, to: string) {
  return {
    name: '表.docx',
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    buffer: await changedDocument(bytes, (text) => text.replace(from, to)),
  };
}
