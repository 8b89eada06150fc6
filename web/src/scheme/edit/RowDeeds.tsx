/** What may be done with a row of the tree: one more beside or below it, elsewhere, away. */

import type { EditValue, OutlineRow, SchemeEdit } from '@oneneedle/kernel';
import { Button } from '../../shell/index.ts';
import { useWords, wordsIn } from '../../words/catalogue.ts';
import { schemeEditWords } from '../../words/scheme-edit.ts';
import { codeAfter, placeOf, sizeOf } from './outline.ts';

interface DeedsProps {
  readonly row: OutlineRow;
  readonly rows: readonly OutlineRow[];
  /** Makes the edit and goes to the row that stands at the path then. */
  change(edit: SchemeEdit, path: string): void;
}

export function RowDeeds({ row, rows, change }: DeedsProps) {
  const w = useWords(schemeEditWords);
  const { list, index } = placeOf(row.path);
  const size = sizeOf(rows, list);
  const isClause = row.kind === 'clause';
  const insert = (into: string, at: number, value: EditValue) =>
    change({ op: 'insert', path: into, at, value }, `${into}[${at}]`);
  const move = (to: string) => change({ op: 'move', path: row.path, to }, to);
  const remove = () => {
    const before = rows[rows.findIndex(({ path }) => path === row.path) - 1];
    change({ op: 'remove', path: row.path }, before?.path ?? '');
  };
  const blank = isClause ? newClause : newNode;
  return (
    <div className="row-deeds">
      <Button onClick={() => insert(list, index + 1, blank(codeAfter(row.code ?? '', rows)))}>
        {isClause ? w.addClause : w.addNode}
      </Button>
      {!isClause && <AddInside row={row} rows={rows} insert={insert} />}
      <Button disabled={index === 0} onClick={() => move(`${list}[${index - 1}]`)}>
        {w.up}
      </Button>
      <Button disabled={index + 1 >= size} onClick={() => move(`${list}[${index + 1}]`)}>
        {w.down}
      </Button>
      {isClause && <MoveTo row={row} rows={rows} move={move} />}
      <Button disabled={rows.length < 2 || (list === 'tree' && size < 2)} onClick={remove}>
        {isClause ? w.removeClause : w.removeNode}
      </Button>
    </div>
  );
}

type RowProps = Pick<DeedsProps, 'row' | 'rows'>;

function AddInside({
  row,
  rows,
  insert,
}: RowProps & { insert(into: string, at: number, value: EditValue): void }) {
  const w = useWords(schemeEditWords);
  const clauses = sizeOf(rows, `${row.path}.clauses`);
  const children = sizeOf(rows, `${row.path}.children`);
  const code = codeAfter(`${row.code}.${Math.max(clauses, children)}`, rows);
  return (
    <>
      {children === 0 && (
        <Button onClick={() => insert(`${row.path}.clauses`, clauses, newClause(code))}>
          {w.addClauseIn}
        </Button>
      )}
      {clauses === 0 && (
        <Button onClick={() => insert(`${row.path}.children`, children, newNode(code))}>
          {w.addNodeIn}
        </Button>
      )}
    </>
  );
}

/** To the end of another indicator that holds clauses, or nothing yet. */
function MoveTo({ row, rows, move }: RowProps & { move(to: string): void }) {
  const w = useWords(schemeEditWords);
  const { list } = placeOf(row.path);
  const homes = rows.filter(
    ({ kind, path }) =>
      kind === 'node' && sizeOf(rows, `${path}.children`) === 0 && `${path}.clauses` !== list,
  );
  if (homes.length === 0) return null;
  return (
    <select
      aria-label={w.moveTo}
      value=""
      onChange={({ target }) => {
        const into = `${target.value}.clauses`;
        if (target.value !== '') move(`${into}[${sizeOf(rows, into)}]`);
      }}
    >
      <option value="">{w.moveToWhere}</option>
      {homes.map(({ path, code, text }) => (
        <option key={path} value={path}>
          {`${code ?? ''} ${text ?? ''}`}
        </option>
      ))}
    </select>
  );
}

/** What is written into a scheme is Chinese, whoever writes it. */
const written = wordsIn(schemeEditWords, 'zh');

function newClause(code: string): EditValue {
  return { code, text: written.newClauseText, rule: { pending: { why: written.newWhy } } };
}

/** An indicator without anything below it cannot be read: it begins with a clause. */
function newNode(code: string): EditValue {
  return { code, name: written.newNodeName, clauses: [newClause(`${code}.1`)] };
}
