/** A table of text as it was typed. */

import './benchmark.css';

export function CellsShown({
  cells,
  label,
}: {
  cells: readonly (readonly string[])[];
  label: string;
}) {
  const [head = []] = cells;
  const rows = cells.slice(1).map((row, number) => ({ row, number }));
  const width = Math.max(...cells.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, column) => column);
  return (
    <section className="benchmark-cells" aria-label={label}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {head[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ number, row }) => (
            <tr key={number}>
              {columns.map((column) => (
                <td key={column}>{row[column]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
