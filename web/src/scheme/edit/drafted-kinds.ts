/** The kinds of fact of a draft, as far as they can be read. Pure. */

import type { EditValue, FactKind } from '@oneneedle/kernel';
import { keyOf } from './shape.ts';

/** The kinds of fact that a draft itself describes. */
export function draftedKinds(value: EditValue | undefined): FactKind[] {
  const list = keyOf(value, 'kinds');
  if (!Array.isArray(list)) return [];
  return (list as readonly unknown[]).filter(
    (kind): kind is FactKind =>
      typeof kind === 'object' && kind !== null && 'kind' in kind && 'name' in kind,
  );
}
