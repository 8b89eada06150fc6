/** Fields of the house as a person fills them. */

import type { Locator, Page } from 'playwright-core';

/** Types a part of a name and takes what is offered. */
export async function choose(form: Locator, label: string, name: string): Promise<void> {
  const field = form.getByRole('combobox', { name: new RegExp(`^${label}`) });
  await field.fill(name);
  const offered = form.page().locator('.ant-select-item-option').filter({ hasText: name });
  await offered.first().click();
}

/** How many sheets of A4 the page is on paper. */
export async function sheetsOf(page: Page): Promise<number> {
  const file = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  return file.match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
}

/** What the page is on paper: how many sheets, and each as wide and high in points; A4 upright is 595×842. */
export async function paperOf(page: Page): Promise<readonly string[]> {
  const file = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const boxes = [...file.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)];
  return boxes.map(([, wide, high]) => `${Math.round(Number(wide))}×${Math.round(Number(high))}`);
}
