import { readFileSync } from 'node:fs';

/** The rows of a CSV file beside the tests, without its heading; no quotes, no commas inside a cell. */
export function rowsOf(name: string): string[][] {
  const text = readFileSync(new URL(name, import.meta.url), 'utf8');
  const [heading = '', ...lines] = text.trim().split('\n');
  const columns = heading.split(',').length;
  return lines.map((line) => {
    const cells = line.split(',');
    if (cells.length !== columns) throw new Error(`${name}: ${cells.length} cells in ${line}`);
    return cells;
  });
}
