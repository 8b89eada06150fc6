/** Coming in at the door, by the labels that people read. */

import type { Page } from 'playwright-core';

/** The password of every demonstration account. */
const password = 'yigenzhen-2026';

/** Signs in as a person would, by the labels that they read. */
export async function signIn(page: Page, userName: string, secret = password): Promise<void> {
  await fillSignIn(page, userName, secret);
  await page.waitForURL(/\/(?:[a-z-]+\/\w+|towns|password)$/);
}

/** Fills the form at the door and sends it, whatever comes of it. */
export async function fillSignIn(page: Page, userName: string, secret = password): Promise<void> {
  await page.getByLabel('用户名').fill(userName);
  await page.getByLabel(/^口令/).fill(secret);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}
