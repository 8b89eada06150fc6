/** What whoever keeps the roster may do with one unit, as buttons at the foot of its drawer. */

import type { UnitPage } from '@oneneedle/contract';
import { useState } from 'react';
import { Button } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { orgFormWords } from '../words/org-forms.ts';
import { ElectionForm } from './ElectionForm.tsx';
import { EndUnitForm, MergeForm, RemoveUnitForm } from './ending-forms.tsx';
import { PairingForm, PostForm } from './PostForm.tsx';
import { ChangeUnitForm, RenameForm, SizeForm } from './unit-forms.tsx';
import { useRights } from './use-org.ts';

/** So many deeds stand open; the seldom ones are asked for. */
const often = 4;

type Deed =
  | 'post'
  | 'pairing'
  | 'election'
  | 'size'
  | 'rename'
  | 'change'
  | 'merge'
  | 'end'
  | 'remove';

/** `onGone` is called when the unit is not there any more. */
export function UnitDeeds({ unit, onGone }: { unit: UnitPage; onGone(): void }) {
  const f = useWords(orgFormWords);
  const { keeps } = useRights();
  const [deed, setDeed] = useState<Deed>();
  const [isAll, setIsAll] = useState(false);
  const close = () => setDeed(undefined);
  if (!keeps) return null;
  const isOpen = unit.to === undefined;
  const deeds: [Deed, string, boolean][] = [
    ['post', f.addPost, isOpen],
    ['pairing', f.addPairing, isOpen],
    ['election', f.election, isOpen && unit.type !== 'hamlet'],
    ['size', f.size, true],
    ['rename', f.rename, isOpen],
    ['change', f.correct, true],
    ['merge', f.merge, isOpen && unit.type === 'village'],
    ['end', f.endUnit, isOpen],
    ['remove', f.removeUnit, true],
  ];
  const offered = deeds.filter(([, , isOffered]) => isOffered);
  return (
    <div className="org-deed-buttons">
      {offered.slice(0, isAll ? undefined : often).map(([kind, word], index) => (
        <Button key={kind} kind={index === 0 ? 'main' : 'plain'} onClick={() => setDeed(kind)}>
          {word}
        </Button>
      ))}
      {offered.length > often && (
        <Button aria-expanded={isAll} onClick={() => setIsAll(!isAll)}>
          {isAll ? f.fewer : f.more}
        </Button>
      )}
      {deed === 'post' && <PostForm unit={unit.code} onClose={close} />}
      {deed === 'pairing' && <PairingForm unit={unit.code} onClose={close} />}
      {deed === 'election' && <ElectionForm unit={unit.code} onClose={close} />}
      {deed === 'size' && <SizeForm unit={unit} onClose={close} />}
      {deed === 'rename' && <RenameForm unit={unit} onClose={close} />}
      {deed === 'change' && <ChangeUnitForm unit={unit} onClose={close} />}
      {deed === 'merge' && <MergeForm unit={unit} onClose={close} />}
      {deed === 'end' && <EndUnitForm unit={unit} onClose={close} />}
      {deed === 'remove' && <RemoveUnitForm unit={unit} onClose={close} onGone={onGone} />}
    </div>
  );
}
