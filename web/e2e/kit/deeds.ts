/** Deeds of the house as a person does them: a button, its dialog, its fields, and the dialog is gone. */

import type { Locator, Page } from 'playwright-core';

/** What is typed, by the label that stands above it. */
export type Typed = Readonly<Record<string, string>>;

/** Types into fields of a form or a dialog. */
export async function fill(form: Page | Locator, typed: Typed): Promise<void> {
  for (const [label, text] of Object.entries(typed)) {
    await form.getByRole('textbox', { name: label }).fill(text);
  }
}

/** The dialog of a deed, opened by its button. */
export async function open(page: Page, action: string): Promise<Locator> {
  await page.getByRole('button', { name: action, exact: true }).click();
  const dialog = page.locator('dialog[open]');
  await dialog.waitFor();
  return dialog;
}

/** Does what a dialog asks about, and waits until it is gone. */
export async function confirm(dialog: Locator, action: string): Promise<void> {
  await dialog.getByRole('button', { name: action, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** A deed that needs no more than some text. */
export async function deed(page: Page, action: string, typed: Typed = {}): Promise<void> {
  const dialog = await open(page, action);
  await fill(dialog, typed);
  await confirm(dialog, action);
}
