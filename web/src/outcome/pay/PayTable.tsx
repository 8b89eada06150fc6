/** The table of a pay sheet: the same columns as in the workbook, every amount a door to its arithmetic. */

import { moneyText } from '../../format/index.ts';
import { Button } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { payWords } from '../../words/pay.ts';
import { PayBox } from './PayBox.tsx';
import type { PayRow, PaySheet } from './replies.ts';

interface PayTableProps {
  sheet: PaySheet;
  /** `3:line:rate` */
  onOpen(id: string): void;
}

export function PayTable({ sheet: { columns, rows }, onOpen }: PayTableProps) {
  const w = useWords(payWords);
  const titleOf = ({ key, name }: PaySheet['columns'][number]) =>
    key === 'difference' ? w.difference : key === 'release' ? w.releaseHead : name;
  return (
    <PayBox label={w.sheets}>
      <table className="pay-table">
        <thead>
          <tr>
            <th scope="col">{w.order}</th>
            <th scope="col">{w.unit}</th>
            <th scope="col">{w.name}</th>
            <th scope="col">{w.roles}</th>
            {columns.map((column) => (
              <th scope="col" key={column.key} className="pay-money">
                {titleOf(column)}
              </th>
            ))}
            <th scope="col" className="pay-money">
              {w.paidNow}
            </th>
            <th scope="col" className="pay-money">
              {w.held}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={`${row.subject} ${row.payee}`}>
              <td>{index + 1}</td>
              <td>{row.unit}</td>
              <th scope="row">{row.name}</th>
              <td>{row.roles}</td>
              {columns.map((column) => (
                <td key={column.key} className="pay-money">
                  <Cell
                    row={row}
                    column={column.key}
                    title={titleOf(column)}
                    onOpen={() => onOpen(`${index}:${column.key}`)}
                  />
                </td>
              ))}
              <td className="pay-money">{moneyText(row.paidFen)}</td>
              <td className="pay-money">{row.heldFen === 0 ? '' : moneyText(row.heldFen)}</td>
            </tr>
          ))}
        </tbody>
        <Foot rows={rows} columns={columns} />
      </table>
    </PayBox>
  );
}

/** What each column comes to. */
function Foot({ rows, columns }: Pick<PaySheet, 'rows' | 'columns'>) {
  const w = useWords(payWords);
  const inColumn = (key: string) =>
    total(rows.flatMap(({ lines }) => lines.filter(({ column }) => column === key)));
  return (
    <tfoot>
      <tr>
        <td />
        <th scope="row" colSpan={3}>
          {w.sum}
        </th>
        {columns.map(({ key }) => (
          <td key={key} className="pay-money">
            {moneyText(inColumn(key))}
          </td>
        ))}
        <td className="pay-money">{moneyText(total(rows))}</td>
        <td className="pay-money">
          {moneyText(rows.reduce((sum, { heldFen }) => sum + heldFen, 0))}
        </td>
      </tr>
    </tfoot>
  );
}

interface CellProps {
  row: PayRow;
  column: string;
  title: string;
  onOpen(): void;
}

function Cell({ row: { name, lines }, column, title, onOpen }: CellProps) {
  const w = useWords(payWords);
  const own = lines.filter((line) => line.column === column);
  if (own.length === 0) return null;
  const isOpen = own.every(({ state }) => state === 'unresolved');
  const isVetoed = own.every(({ state }) => state === 'vetoed');
  const amount = isOpen ? w.unresolved : isVetoed ? w.vetoed : moneyText(total(own));
  return (
    <Button kind="link" aria-label={w.openAmount(name, title, amount)} onClick={onOpen}>
      {amount}
    </Button>
  );
}

function total(rows: readonly { paidFen: number }[]): number {
  return rows.reduce((sum, { paidFen }) => sum + paidFen, 0);
}
