/**
 * Which words of two texts differ. Written here because no library for it is installed: a longest
 * common subsequence over short sentences, forty lines.
 */

export interface WordMark {
  readonly text: string;
  readonly mark: 'same' | 'added' | 'removed';
}

/** The words of both texts in one order, each marked; neighbours with one mark are one stretch. */
export function wordMarks(before: string, after: string): WordMark[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  if (a.length * b.length > mostCells) return replaced(before, after);
  const longest = lengths(a, b);
  const at = (i: number, j: number) => longest[i]?.[j] ?? 0;
  const marks: WordMark[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      push(marks, a[i] ?? '', 'same');
      i += 1;
      j += 1;
    } else if (i < a.length && (j === b.length || at(i + 1, j) >= at(i, j + 1))) {
      push(marks, a[i] ?? '', 'removed');
      i += 1;
    } else {
      push(marks, b[j] ?? '', 'added');
      j += 1;
    }
  }
  return marks;
}

/** Two texts of about 1,500 letters each; nobody reads the marks in longer ones. */
const mostCells = 2_250_000;

function replaced(before: string, after: string): WordMark[] {
  return [
    { text: before, mark: 'removed' },
    { text: after, mark: 'added' },
  ];
}

/** Numbers with their sign and unit letters stay whole; Chinese is compared letter by letter. */
function wordsOf(text: string): string[] {
  return text.match(/[\d.%／/-]+|[A-Za-z]+|\s+|./gsu) ?? [];
}

/** `lengths[i][j]`: the longest common subsequence of what follows `i` and `j`. */
function lengths(a: readonly string[], b: readonly string[]): number[][] {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const [row, below] = [table[i] ?? [], table[i + 1] ?? []];
      row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return table;
}

function push(marks: WordMark[], text: string, mark: WordMark['mark']): void {
  const last = marks.at(-1);
  if (last?.mark === mark) marks[marks.length - 1] = { text: last.text + text, mark };
  else marks.push({ text, mark });
}
