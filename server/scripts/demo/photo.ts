/** The pictures of the demonstration, drawn from their entry in `evidence.yaml` when it is loaded. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { json, text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { DemoEvidence } from './pictures.ts';
import { chanceOf } from './random.ts';
import { height, sceneOf, width } from './scenes.ts';
import { stroked } from './strokes.ts';

/** One picture, as `demoPhotos` draws it. */
export async function demoPhoto(entry: DemoEvidence): Promise<Uint8Array> {
  const [picture] = await demoPhotos([entry]);
  if (!picture) throw new Error(`${entry.id} was not drawn`);
  return picture;
}

/**
 * Pictures as JPEG in the order of their entries: marked 演示照片 or 演示文件, with the number of the
 * fact, place and day. The same entry gives the same bytes on the same machine; place and caption are
 * set in the fonts it has. Draws all of them in one process of its own, a few dozen in a second or two.
 */
export async function demoPhotos(entries: readonly DemoEvidence[]): Promise<Uint8Array[]> {
  const drawer = spawn(process.execPath, [drawerPath], { stdio: ['pipe', 'pipe', 'pipe'] });
  const ended = once(drawer, 'close');
  const output = Promise.all([json(drawer.stdout).catch(() => undefined), text(drawer.stderr)]);
  drawer.stdin.end(JSON.stringify(entries.map(demoDrawing)));
  const [pictures, said] = await output;
  const [code] = await ended;
  if (code !== 0) throw new Error(`the pictures were not drawn: ${said}`);
  return (pictures as string[]).map((picture) => Buffer.from(picture, 'base64'));
}

const drawerPath = fileURLToPath(new URL('draw.ts', import.meta.url));

/** The same as SVG, before it becomes pixels. */
export function demoDrawing(entry: DemoEvidence): string {
  const drawn = entry.sort === 'photo' ? photo(entry) : paper(entry);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${(width * 4) / 5}" height="${(height * 4) / 5}" viewBox="0 0 ${width} ${height}">${drawn}</svg>`;
}

const fonts =
  'Noto Sans CJK SC, Microsoft YaHei, PingFang SC, Source Han Sans SC, WenQuanYi Zen Hei, sans-serif';

/** A scene, the red mark in its corner, and a band below with what a photo of an inspection says. */
function photo({ id, fact, caption, place, on }: DemoEvidence): string {
  const scene = sceneOf(caption, chanceOf(`${id} ${place}`));
  const top = height - 150;
  return `${scene}${mark('演示照片', { x: 36, y: 36 })}
<rect y="${top}" width="${width}" height="150" fill="#1d1f21" opacity="0.82"/>
${line(place, { x: 40, y: top + 58, size: 40 })}
${line(caption, { x: 40, y: top + 116, size: 32 })}
${stroked(fact, { x: width - 250, y: top + 24, size: 46, colour: '#fbf9f4' })}
${stroked(on, { x: width - 330, y: top + 88, size: 40, colour: '#fbf9f4' })}`;
}

/** A sheet of paper with a red line and grey text, for a document that was scanned. */
function paper({ fact, caption, place, on }: DemoEvidence): string {
  const bars = Array.from({ length: 9 }, (_, index) => {
    const long = index === 8 ? 300 : 620 - (index % 3) * 24;
    return `<rect x="290" y="${360 + index * 42}" width="${long}" height="13" fill="#d7d3c9"/>`;
  });
  return `<rect width="${width}" height="${height}" fill="#8f8a80"/>
<rect x="220" y="30" width="760" height="800" fill="#fdfbf6"/>
${mark('演示文件', { x: 448, y: 64 })}
<rect x="290" y="184" width="620" height="5" fill="#b3261e"/>
${line(caption, { x: 600, y: 258, size: fitting(caption), colour: '#1d1f21', middle: true })}
${line(place, { x: 290, y: 320, size: 30, colour: '#1d1f21' })}
${bars.join('')}
${stroked(fact, { x: 290, y: 760, size: 36, colour: '#5b6168' })}
${stroked(on, { x: 650, y: 760, size: 36, colour: '#5b6168' })}`;
}

/** The size at which a title of so many characters stays within the sheet. */
function fitting(text: string): number {
  return Math.min(40, Math.floor(620 / [...text].length));
}

/** The mark that no picture may lack, framed like a seal. */
function mark(text: '演示照片' | '演示文件', { x, y }: { x: number; y: number }): string {
  const colour = '#b3261e';
  return `<rect x="${x}" y="${y}" width="304" height="92" rx="8" fill="#ffffff" fill-opacity="0.86" stroke="${colour}" stroke-width="6"/>
${stroked(text, { x: x + 18, y: y + 14, size: 63, colour })}`;
}

interface Written {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly colour?: string;
  readonly middle?: boolean;
}

function line(text: string, { x, y, size, colour = '#fbf9f4', middle = false }: Written): string {
  const anchor = middle ? ' text-anchor="middle"' : '';
  return `<text x="${x}" y="${y}" font-family="${fonts}" font-size="${size}" fill="${colour}"${anchor}>${escaped(text)}</text>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
