/** Help beside every page, and the tours: each step points at something that is really there. */

import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { tourNames } from '../src/help/tour-names.ts';
import { tours } from '../src/words/tour.ts';
import { widths, withBrowser } from './kit/browser.ts';
import { expectAccessible, expectNothingOverTheEdge, isRead } from './kit/checks.ts';

const walk = withBrowser();
const origin = inject('demonstration');

/** Who walks the tour of a role in the demonstration. */
const walkers = {
  recorder: 'zhou.chengjian',
  reviewer: 'sun.fuhe',
  'assessment-office': 'wu.kaohe',
  leader: 'gu.shuji',
} as const;

describe.each(widths)('help at %i px', (width) => {
  it('opens beside the page, goes with it, shows its picture, and closes with Esc', async () => {
    const { page, picture, close } = await walk({
      origin,
      width,
      as: 'wu.kaohe',
      at: '/qinghe/standings/qinghe-village-daily/2026-Q3',
    });
    await page.getByRole('grid').waitFor();
    const door = page.getByRole('button', { name: '帮助', exact: true });
    await door.press('Enter');
    const help = page.getByRole('complementary', { name: '帮助：得分名次' });
    await help.getByText('点任何一个数，看它的由来').waitFor();
    const shown = help.getByRole('img');
    await expect.poll(() => shown.evaluate(isDrawn)).toBe(true);
    await expectAccessible(page);
    await expectNothingOverTheEdge(page);
    await picture('help-panel');
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'detached' });
    expect(await door.evaluate((element) => element === document.activeElement)).toBe(true);
    if (width !== 390) {
      await door.click();
      await page.getByRole('link', { name: '事实台账' }).first().click();
      await page.getByRole('complementary', { name: '帮助：已入账事实' }).waitFor();
    }
    await close();
  });

  it('is there before signing in, and whole in one place, in both languages', async () => {
    const { page, picture, close } = await walk({ origin, width, at: '/sign-in' });
    await page.getByRole('button', { name: '帮助', exact: true }).click();
    const help = page.getByRole('complementary', { name: '帮助：登录' });
    const whole = help.getByRole('link', { name: '看整本说明' });
    await page.goto(`${origin}${await whole.getAttribute('href')}`);
    await isRead(page, '一页一页的说明');
    await page.getByRole('heading', { level: 2, name: '准备情况' }).waitFor();
    await expectAccessible(page);
    await expectNothingOverTheEdge(page);
    await picture('help-guide');
    await page.getByRole('button', { name: 'English' }).click();
    await isRead(page, 'Page by page');
    await page.getByRole('heading', { level: 2, name: 'Recording a fact' }).waitFor();
    await close();
  });

  it.each(tourNames)('walks the tour of %s: every element is there', async (name) => {
    const { page, picture, close } = await walk({
      origin,
      width,
      as: walkers[name],
      at: '/qinghe/desk',
    });
    await begin(page, `开始：${tours[name].title.zh}`);
    const { steps } = tours[name];
    for (const [index, { target, zh }] of steps.entries()) {
      const step = page.getByRole('dialog', { name: `第 ${index + 1} 步，共 ${steps.length} 步` });
      await step.getByText(zh).waitFor();
      await expectPointedAt(page, target);
      if (index < 2) await expectAccessible(page);
      await expectNothingOverTheEdge(page);
      await picture(`tour-${name}-${index + 1}`);
      const isLast = index === steps.length - 1;
      await step.getByRole('button', { name: isLast ? '看完了' : '下一步' }).press('Enter');
    }
    await page.locator('.tour').waitFor({ state: 'detached' });
    await close();
  });

  it('lets one leave a tour, go elsewhere, and go on another day', async () => {
    const { page, close } = await walk({ origin, width, as: 'sun.fuhe', at: '/qinghe/desk' });
    await begin(page, '开始：复核的人');
    const tour = page.locator('.tour');
    await tour.getByRole('button', { name: '下一步' }).click();
    await tour.getByText('第 2 步，共 6 步').waitFor();
    // Nothing is blocked: the page behind is used as always, and the way back is offered.
    await page.goto(`${origin}/qinghe/org`);
    await tour.getByText('您去了别的页面').waitFor();
    await tour.getByRole('button', { name: '回到这一步' }).click();
    await page.waitForURL(/view=entries/);
    await tour.getByRole('button', { name: '上一步' }).click();
    await page.waitForURL(/\/desk$/);
    await tour.getByRole('button', { name: '下一步' }).click();
    await tour.getByText('第 2 步，共 6 步').waitFor();
    await page.keyboard.press('Escape');
    await tour.waitFor({ state: 'detached' });
    await page.goto(`${origin}/qinghe/desk`);
    await isRead(page, '清单');
    expect(await tour.count()).toBe(0);
    await begin(page, '接着看：复核的人，第 2 步，共 6 步');
    await tour.getByText('等复核的都在“待记”里').waitFor();
    await close();
  });
});

async function begin(page: Page, word: string): Promise<void> {
  await page.getByRole('button', { name: '帮助', exact: true }).click();
  await page.getByRole('button', { name: word }).click();
}

/** The ring stands around the element, and the element is in sight. */
async function expectPointedAt(page: Page, target: string): Promise<void> {
  await page.locator('.tour-ring').waitFor();
  const isAround = () =>
    page.evaluate((selector) => {
      const seen = [...document.querySelectorAll(selector)].find(
        (one) => one.getClientRects().length > 0,
      );
      const ring = document.querySelector('.tour-ring')?.getBoundingClientRect();
      const box = seen?.getBoundingClientRect();
      if (!ring || !box) return false;
      const isSame = Math.abs(ring.top - box.top) < 12 && Math.abs(ring.left - box.left) < 12;
      return isSame && box.bottom > 0 && box.top < innerHeight;
    }, target);
  await expect.poll(isAround, { message: target }).toBe(true);
}

function isDrawn(image: Element): boolean {
  return image instanceof HTMLImageElement && image.complete && image.naturalWidth > 0;
}
