/** A thread that loads the program must not take a loader from the picture the main thread reads. */

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { redraw } from '../src/evidence/picture.ts';
import { evidenceFolder, scene, written } from './evidence-samples.ts';

const threads = 4;
const pictureModule = pathToFileURL(join(import.meta.dirname, '../src/evidence/picture.ts')).href;

it('goes on reading pictures while threads of the same process load the program', async () => {
  const folder = evidenceFolder();
  const from = written(folder, 'from.jpg', await scene(30, 20).jpeg().toBuffer());

  let loading = true;
  const loaded = Promise.all(Array.from({ length: threads }, loadInThread)).finally(() => {
    loading = false;
  });
  let drawn = 0;
  while (loading) {
    await redraw({ from, to: join(folder, 'to.jpg'), kind: 'jpeg', name: '照片.jpg' });
    drawn += 1;
  }

  await loaded;
  expect(drawn).toBeGreaterThan(0);
});

/** Loads the room again and again, each time as a module of its own, as each new thread does. */
function loadInThread(): Promise<void> {
  const worker = new Worker(
    `const load = async () => { for (let n = 0; n < 15; n++) await import(${JSON.stringify(pictureModule)} + '?' + n); };
     load().then(() => process.exit(0));`,
    { eval: true },
  );
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`ended with ${code}`)),
    );
  });
}
