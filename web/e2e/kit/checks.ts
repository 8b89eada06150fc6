/** What holds of every page: nothing hangs over its edge, and those who do not see or point can use it. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeReport {
  violations: { id: string; impact: string; nodes: { html: string }[] }[];
}

/** Refuses violations that axe calls serious or critical, each with the first place it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<AxeReport> } };
    return (await axe.run()).violations.filter(({ impact }) => /serious|critical/.test(impact));
  });
  const told = found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
  expect(told, page.url()).toEqual([]);
}

/** A page scrolls down, never sideways; a table scrolls inside its own frame. */
export async function expectNothingOverTheEdge(page: Page): Promise<void> {
  const hanging = await page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const elements = [...document.querySelectorAll('main *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .map((element) => element.outerHTML.slice(0, 120));
    return [`${scrollWidth - clientWidth} px over the edge`, ...elements];
  });
  expect(hanging.slice(0, 3), page.url()).toEqual([]);
}

/** A page that is read says what it is; none of it is on its way any more. */
export async function isRead(page: Page, title: string | RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page
    .getByText(/^正在读取|^Reading /)
    .first()
    .waitFor({ state: 'detached' });
}
