/**
 * Turns drawings into JPEGs: a list of SVG texts on the standard input, a list of base64 on the
 * standard output. A process of its own, because the program itself refuses to read SVG at all
 * (an upload might be one), and no picture of a demonstration is worth opening that door.
 */

import { json } from 'node:stream/consumers';
import sharp from 'sharp';

const drawings = (await json(process.stdin)) as string[];
const pictures: string[] = [];
for (const drawing of drawings) {
  const bytes = await sharp(Buffer.from(drawing)).jpeg({ quality: 80 }).toBuffer();
  pictures.push(bytes.toString('base64'));
}
process.stdout.write(JSON.stringify(pictures));
