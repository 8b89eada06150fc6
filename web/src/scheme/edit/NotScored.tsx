/** What the import found among the clauses and is none: a veto, a line of pay. It goes where it belongs. */

import type { EditValue, OutlineRow, SchemeEdit } from '@oneneedle/kernel';
import { Button } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { schemeEditWords } from '../../words/scheme-edit.ts';
import { useEditing } from './edit-context.ts';
import { emptiedBy } from './outline.ts';
import type { SchemePart } from './scheme-parts.ts';
import { blankOf, keyOf, membersOf } from './shape.ts';

interface NotScoredProps {
  readonly row: OutlineRow;
  readonly rows: readonly OutlineRow[];
  /** The whole scheme. */
  readonly root: EditValue | undefined;
  goToPart(part: SchemePart): void;
}

/** Nothing is guessed on the way: number and words come along, the rest is asked there. */
export function NotScored({ row, rows, root, goToPart }: NotScoredProps) {
  const w = useWords(schemeEditWords);
  const { apply, forms } = useEditing();
  const { path, code = '', text = '' } = row;
  const removed = emptiedBy(rows, path);
  if (removed === undefined) return null;
  const move = (edit: SchemeEdit, to: SchemePart) => {
    apply(edit, { op: 'remove', path: removed });
    goToPart(to);
  };
  const blank = (form: string) => blankOf({ kind: 'form', form }, forms) as object;
  const size = (list: EditValue | undefined) => membersOf(list).length;
  const toVetoes = () => {
    const value = { ...blank('Veto'), code, text };
    move({ op: 'insert', path: 'vetoes', at: size(keyOf(root, 'vetoes')), value }, 'vetoes');
  };
  const toPay = () => {
    const lines = keyOf(keyOf(root, 'pay'), 'lines');
    const value = { ...blank('PayLine'), code, name: text };
    move({ op: 'insert', path: 'pay.lines', at: size(lines), value }, 'pay');
  };
  return (
    <p className="row-deeds">
      <span>{w.notScored}</span> <Button onClick={toVetoes}>{w.toVetoes}</Button>
      <Button onClick={toPay}>{w.toPay}</Button>
    </p>
  );
}
