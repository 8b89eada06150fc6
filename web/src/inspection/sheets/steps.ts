/** From one field to the next by Enter: a clerk keeps the hands on the keys. */

import { flushSync } from 'react-dom';

/**
 * Goes to the field after the one that an element stands in. What `first` changes is drawn before, for
 * an answer may put fields there; and at once, so that the next stroke never falls into the field before.
 */
export function stepOn(from: Element, first: () => void = () => {}): void {
  const form = from.closest('form');
  const here = from.closest('[data-step]') ?? from;
  flushSync(first);
  const steps = [...(form?.querySelectorAll('[data-step]') ?? [])];
  const next = steps[steps.indexOf(here) + 1] ?? form?.querySelector('[data-last]');
  if (next) standOn(next);
}

/** Goes to the first field of a line, as it is drawn after a change. */
export function stepTo(form: Element | null, code: string, first: () => void = () => {}): void {
  flushSync(first);
  const next = form?.querySelector(`[data-line="${code}"] [data-step]`);
  if (next) standOn(next);
}

function standOn(step: Element): void {
  const field = step.matches('input, button')
    ? step
    : (step.querySelector('input:checked') ?? step.querySelector('input'));
  if (!(field instanceof HTMLElement)) return;
  field.focus();
  if (field instanceof HTMLInputElement && field.type === 'text') field.select();
}
