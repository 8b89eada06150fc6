/**
 * The words that no picture of the demonstration may lack, drawn stroke by stroke: a machine without
 * Chinese fonts would print empty boxes, and a photo would no longer say that it is none.
 */

/** Strokes of a character on a field of ten by ten, each a line through its points. */
const strokes: Readonly<Record<string, string>> = {
  演:
    '1 1.4 2 2.2|.6 4 1.6 4.6|1 9 2.4 6.4|6 .8 6 1.6|3.4 3.2 3.4 2 9 2 9 3.2|4.4 3.2 8 3.2|' +
    '4 4.4 4 7.6 8.4 7.6 8.4 4.4 4 4.4|4 6 8.4 6|6.2 3.2 6.2 7.6|5 8.2 3.4 9.4|7.4 8.2 9 9.4',
  示: '3 1.5 7 1.5|1 4 9 4|5 4 5 9 4 8.4|3 5.6 1.4 8|7 5.6 8.6 8',
  照:
    '1.2 1.2 1.2 6 4 6 4 1.2 1.2 1.2|1.2 3.6 4 3.6|5 1.4 8.6 1.4 8.2 3.4 7.4 3.2|6.6 1.4 5 3.6|' +
    '5.2 4.2 5.2 6.2 8.4 6.2 8.4 4.2 5.2 4.2|1.6 7.6 1 9|3.8 7.6 4 9|6 7.6 6.2 9|8.2 7.6 9 9',
  片: '3 1 3 6 1.6 9.4|6.4 1 6.4 4|3 4 8.6 4|3 6.4 6.6 6.4 6.6 9.4',
  文: '5 .8 5 2.2|1 2.8 9 2.8|7 2.8 5.4 6.4 1.4 9.2|3 2.8 4.6 6.4 8.8 9.2',
  件: '3 1 1.2 5|2.2 3.6 2.2 9.4|5 1.4 4 4.2|4.4 3 8.8 3|3.6 6 9.4 6|6.6 1 6.6 9.4',
  0: '3 1 7 1 7 9 3 9 3 1',
  1: '3.6 2.6 5.4 1 5.4 9',
  2: '3 1 7 1 7 5 3 5 3 9 7 9',
  3: '3 1 7 1 7 9 3 9|3.6 5 7 5',
  4: '3 1 3 5 7 5|7 1 7 9',
  5: '7 1 3 1 3 5 7 5 7 9 3 9',
  6: '7 1 3 1 3 9 7 9 7 5 3 5',
  7: '3 1 7 1 5 9',
  8: '3 1 7 1 7 9 3 9 3 1|3 5 7 5',
  9: '7 5 3 5 3 1 7 1 7 9 3 9',
  D: '3 1 3 9 5.4 9 7 7.4 7 2.6 5.4 1 3 1',
  E: '7 1 3 1 3 9 7 9|3 5 6.4 5',
  '-': '3.4 5 6.6 5',
};

export interface Stroked {
  readonly x: number;
  readonly y: number;
  /** Width and height of a character; digits are set closer. */
  readonly size: number;
  readonly colour: string;
}

/** Words of the demonstration as SVG; a character that is not drawn above is a mistake of the caller. */
export function stroked(text: string, { x, y, size, colour }: Stroked): string {
  let at = x;
  const lines = [...text].flatMap((character) => {
    const drawn = strokes[character];
    if (drawn === undefined) throw new Error(`no strokes for ${character}`);
    const left = at;
    at += size * (/[\dDE-]/.test(character) ? 0.62 : 1.08);
    return drawn.split('|').map((stroke) => pointsOf(stroke, { left, y, size }));
  });
  const width = (size / 11).toFixed(1);
  const style = `fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"`;
  return `<g ${style}>${lines.map((points) => `<polyline points="${points}"/>`).join('')}</g>`;
}

function pointsOf(
  stroke: string,
  { left, y, size }: { left: number; y: number; size: number },
): string {
  const numbers = stroke.split(' ').map(Number);
  return numbers
    .map((number, index) => ((index % 2 === 0 ? left : y) + (number * size) / 10).toFixed(1))
    .join(' ');
}
