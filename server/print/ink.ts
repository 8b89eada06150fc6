/** Where the ink is on a printed page: for lines, dashes and colours that are not text. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newFolder } from './office.ts';
import type { Box } from './pages.ts';
import { readPng } from './png.ts';
import { run } from './programs.ts';

const dotsPerInch = 200;

/** A page as ink; measures are exact to about 0.13 mm. */
export interface InkedPage {
  /**
   * The smallest box around the ink of a colour in a region of the page, in millimetres; undefined
   * where there is none.
   */
  within(region: Box, colour: InkColour): Box | undefined;
}

export type InkColour = 'red' | 'black';

/** Draws one page of a PDF, counted from 1. */
export async function inkOf(pdf: string, page: number): Promise<InkedPage> {
  const prefix = join(newFolder(), 'page');
  const number = String(page);
  const range = ['-f', number, '-l', number, '-singlefile'];
  await run('pdftoppm', ['-png', '-r', String(dotsPerInch), ...range, pdf, prefix]);
  const { width, height, rgb } = readPng(readFileSync(`${prefix}.png`));
  const isInk = (pixel: number, colour: InkColour) => {
    const at = pixel * 3;
    const [red, green, blue] = [rgb[at] ?? 255, rgb[at + 1] ?? 255, rgb[at + 2] ?? 255];
    if (colour === 'red') return red > 150 && green < 110 && blue < 110;
    return red < 128 && green < 128 && blue < 128;
  };
  return {
    within(region, colour) {
      let [left, right, top, bottom] = [width, -1, height, -1];
      const last = {
        x: Math.min(width, pixels(region.right)),
        y: Math.min(height, pixels(region.bottom)),
      };
      for (let y = Math.max(0, pixels(region.top)); y < last.y; y += 1) {
        for (let x = Math.max(0, pixels(region.left)); x < last.x; x += 1) {
          if (!isInk(y * width + x, colour)) continue;
          [left, right] = [Math.min(left, x), Math.max(right, x)];
          [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
        }
      }
      if (right < 0) return undefined;
      return {
        left: millimetres(left),
        right: millimetres(right + 1),
        top: millimetres(top),
        bottom: millimetres(bottom + 1),
      };
    },
  };
}

function pixels(size: number): number {
  return Math.round((size * dotsPerInch) / 25.4);
}

function millimetres(count: number): number {
  return (count * 25.4) / dotsPerInch;
}
