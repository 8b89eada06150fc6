/** The button of the house: a verb, never an icon alone. */

import type { ButtonHTMLAttributes, Ref } from 'react';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `main` is the one deed a page is for; `plain` the rest; `link` looks like text. */
  kind?: 'main' | 'plain' | 'link';
  ref?: Ref<HTMLButtonElement>;
}

/** A button with the product's looks; `type` is "button" unless a form says otherwise. */
export function Button({ kind = 'plain', className, type = 'button', ...rest }: ButtonProps) {
  return <button {...rest} type={type} className={`button button-${kind} ${className ?? ''}`} />;
}
