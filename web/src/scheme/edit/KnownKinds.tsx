/** Kinds of fact that this draft describes although the town has them: the approval would refuse what differs. */

import type { EditValue, FactKind } from '@oneneedle/kernel';
import { Button } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { schemeEditWords } from '../../words/scheme-edit.ts';
import { draftedKinds } from './drafted-kinds.ts';
import { useEditing } from './edit-context.ts';
import { describedOtherwise } from './new-kind.ts';

interface KnownProps {
  /** The whole scheme. */
  readonly root: EditValue | undefined;
  /** The catalogue of the town. */
  readonly catalogue: readonly FactKind[];
}

export function KnownKinds({ root, catalogue }: KnownProps) {
  const w = useWords(schemeEditWords);
  const { apply, kindAt } = useEditing();
  const differing = describedOtherwise(draftedKinds(root), catalogue);
  if (differing.length === 0) return null;
  return (
    <section className="known-kinds" aria-label={w.knownKinds}>
      <p>
        <strong>{w.knownKinds}</strong> {w.knownKindsWhy}
      </p>
      <ul>
        {differing.map(({ kind, name }) => {
          const at = kindAt(kind);
          return (
            <li key={kind}>
              {`${name}（${kind}）`}{' '}
              {at && (
                <Button onClick={() => apply({ op: 'remove', path: at.path })}>
                  {w.takeKnown(name)}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
