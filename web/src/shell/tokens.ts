/** The tokens of `tokens.css` for code that cannot read a custom property, such as a form library. */

import css from './tokens.css?raw';

/** The value of a colour token under `:root`, as `#rrggbb`; an unknown name is our own mistake. */
export function colour(name: string): string {
  const value = new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(css)?.[1];
  if (value === undefined) throw new Error(`no colour token --${name}`);
  return value;
}

/** The text sizes of both text modes in pixels, as the tokens say them. */
export function textSize(mode: 'normal' | 'large'): number {
  const sizes = [...css.matchAll(/--text: (\d+)px;/g)].map(([, size]) => Number(size));
  return sizes[mode === 'large' ? 1 : 0] ?? 14;
}

/** The height of a table's row in both text modes in pixels, as the tokens say it. */
export function rowHeight(mode: 'normal' | 'large'): number {
  const sizes = [...css.matchAll(/--row: (\d+)px;/g)].map(([, size]) => Number(size));
  return sizes[mode === 'large' ? 1 : 0] ?? 36;
}
