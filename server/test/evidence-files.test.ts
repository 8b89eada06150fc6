/** Evidence on its way to the disk: parts arrive, and what is kept outlives every stop. */

import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import {
  mkdirSync,
  readFileSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { digestOf, openDiskStore, openReceiving } from '../src/evidence/index.ts';
import { evidenceFolder, inventory, problemOf, sha256Of, written } from './evidence-samples.ts';

const tenant = randomUUID();
const folder = evidenceFolder();
const newRoot = () => join(folder, randomUUID());

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

async function* piecesOf(...texts: string[]) {
  for (const text of texts) yield Buffer.from(text);
}

describe('the store', () => {
  const text = Buffer.from('会议签到表');
  const sha256 = sha256Of(text);

  async function storeWith(bytes: Buffer) {
    const root = newRoot();
    const store = await openDiskStore(root);
    const path = await store.workPath(tenant);
    writeFileSync(path, bytes);
    await store.put(tenant, await digestOf(path));
    return { root, store, place: join(root, tenant, sha256Of(bytes).slice(0, 2), sha256Of(bytes)) };
  }

  it('keeps a file under its hash, reads it whole and in parts, lists and removes it', async () => {
    const { root, store, place } = await storeWith(text);
    expect(readFileSync(place)).toEqual(text);
    expect(statSync(root).mode & 0o777).toBe(0o700);
    expect(await store.size(tenant, sha256)).toBe(15);
    const whole = await store.read(tenant, sha256);
    expect(whole && (await buffer(whole))).toEqual(text);
    const part = await store.read(tenant, sha256, { first: 3, last: 5 });
    expect(part && (await buffer(part)).toString()).toBe('议');
    expect(await all(store.list(tenant))).toEqual([{ sha256, bytes: 15 }]);
    expect(inventory(root)).toHaveLength(1);
    await store.remove(tenant, sha256);
    await store.remove(tenant, sha256);
    expect(await store.read(tenant, sha256)).toBeUndefined();
    expect(await store.size(tenant, sha256)).toBeUndefined();
    expect(inventory(root)).toEqual([]);
  });

  it('does not write again what is there, and heals what the disk has lost', async () => {
    const { root, store, place } = await storeWith(text);
    const first = statSync(place, { bigint: true });
    const again = written(folder, 'again', text);
    await store.put(tenant, await digestOf(again));
    expect(statSync(place, { bigint: true }).ino).toBe(first.ino);
    truncateSync(place, 3);
    await store.put(tenant, await digestOf(written(folder, 'again', text)));
    expect(inventory(root)).toEqual([`${place.slice(root.length)} ${sha256}`]);
  });

  it('keeps the files of towns apart', async () => {
    const { store } = await storeWith(text);
    const other = randomUUID();
    expect(await store.read(other, sha256)).toBeUndefined();
    expect(await all(store.list(other))).toEqual([]);
  });

  it.each(['../etc', 'a/b', '', '.', 'AB'])('takes %j for no tenant', async (strange) => {
    const { root, store } = await storeWith(text);
    await expect(store.workPath(strange)).rejects.toThrow('no tenant id');
    await expect(async () => store.read(tenant, strange)).rejects.toThrow('no SHA-256');
    expect(inventory(root)).toHaveLength(1);
  });

  it('sweeps at its start what a stop left in the making, and nothing else', async () => {
    const { root } = await storeWith(text);
    const receiving = openReceiving(root);
    const announced = { name: 'a', bytes: 9, sha256 };
    const part = { offset: 0, pieces: piecesOf('abc'), announced };
    await receiving.append(tenant, 'a1', part);
    const work = join(root, tenant, 'work');
    mkdirSync(work, { recursive: true });
    const old = written(work, 'left.jpg', 'half a picture');
    utimesSync(old, 0, 0);
    written(work, 'young.jpg', 'another process is at it');
    const before = inventory(root);
    const store = await openDiskStore(root);
    expect(inventory(root)).toEqual(before.filter((line) => !line.includes('left.jpg')));
    expect(before).toHaveLength(4);
    expect(await store.size(tenant, sha256)).toBe(15);
    expect(await receiving.received(tenant, 'a1')).toBe(3);
  });
});

describe('a file on its way in', () => {
  const announced = { name: '记录.txt', bytes: 6, sha256: sha256Of(Buffer.from('abcdef')) };

  async function begun() {
    const root = newRoot();
    await openDiskStore(root);
    const receiving = openReceiving(root);
    const send = (offset: number, ...texts: string[]) =>
      receiving.append(tenant, 'a1', { offset, pieces: piecesOf(...texts), announced });
    return { root, receiving, send };
  }

  it('arrives in parts, also when another program takes over between them', async () => {
    const { root, receiving, send } = await begun();
    expect(await receiving.received(tenant, 'a1')).toBe(0);
    expect(await send(0, 'a', 'bc')).toBe(3);
    const other = openReceiving(root);
    expect(await other.received(tenant, 'a1')).toBe(3);
    const rest = { offset: 3, pieces: piecesOf('def'), announced };
    expect(await other.append(tenant, 'a1', rest)).toBe(6);
    const { sha256, bytes } = await receiving.whole(tenant, 'a1', announced);
    expect({ sha256, bytes }).toEqual({ sha256: announced.sha256, bytes: 6 });
    const [listed] = await all(receiving.list(tenant));
    expect(listed?.upload).toBe('a1');
    await receiving.drop(tenant, 'a1');
    expect(await receiving.received(tenant, 'a1')).toBe(0);
  });

  it.each([2, 4, 6])('refuses a part at %i and says where to go on', async (offset) => {
    const { root, send } = await begun();
    await send(0, 'abc');
    const before = inventory(root);
    const problem = await problemOf(send(offset, 'def'));
    expect(problem.code).toBe('evidence.part-misplaced');
    expect(problem.data).toEqual({ offset, received: 3 });
    expect(problem.message).toContain('请从 3 字节接着传');
    expect(inventory(root)).toEqual(before);
  });

  it('refuses more than was announced, and goes on from where it was', async () => {
    const { root, receiving, send } = await begun();
    await send(0, 'abc');
    const before = inventory(root);
    expect((await problemOf(send(3, 'de', 'fgh'))).code).toBe('evidence.part-overruns');
    expect(inventory(root)).toEqual(before);
    expect(await send(3, 'def')).toBe(6);
    expect((await receiving.whole(tenant, 'a1', announced)).sha256).toBe(announced.sha256);
  });

  it('keeps what came before the connection broke', async () => {
    const { receiving, send } = await begun();
    async function* breaking() {
      yield Buffer.from('abcd');
      throw new Error('connection reset');
    }
    const part = { offset: 0, pieces: breaking(), announced };
    await expect(receiving.append(tenant, 'a1', part)).rejects.toThrow('connection reset');
    expect(await receiving.received(tenant, 'a1')).toBe(4);
    expect(await send(4, 'ef')).toBe(6);
  });

  it('takes no second part while one is arriving', async () => {
    const { receiving, send } = await begun();
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    async function* slow() {
      yield Buffer.from('abc');
      await gate;
    }
    const first = receiving.append(tenant, 'a1', { offset: 0, pieces: slow(), announced });
    expect((await problemOf(send(0, 'abc'))).code).toBe('evidence.upload-busy');
    open();
    expect(await first).toBe(3);
    expect(await send(3, 'def')).toBe(6);
  });

  it('is not whole before its last byte, nor with one wrong byte', async () => {
    const { receiving, send } = await begun();
    await send(0, 'abc');
    const early = await problemOf(receiving.whole(tenant, 'a1', announced));
    expect(early.code).toBe('evidence.upload-unfinished');
    expect(early.data).toEqual({ received: 3, bytes: 6 });
    expect(await receiving.received(tenant, 'a1')).toBe(3);
    await send(3, 'deX');
    const wrong = await problemOf(receiving.whole(tenant, 'a1', announced));
    expect(wrong.code).toBe('evidence.bytes-differ');
    expect(await receiving.received(tenant, 'a1')).toBe(0);
  });

  it('loses nothing that was acknowledged when the program is killed', async () => {
    const root = newRoot();
    await openDiskStore(root);
    const bytes = Buffer.from(Array.from({ length: 400_000 }, (_, index) => index % 251));
    const whole = { name: 'a', bytes: bytes.length, sha256: sha256Of(bytes) };
    const script = `
      import { openReceiving } from ${JSON.stringify(new URL('../src/evidence/index.ts', import.meta.url).href)};
      const bytes = Buffer.from(Array.from({ length: 400_000 }, (_, index) => index % 251));
      const announced = ${JSON.stringify(whole)};
      const receiving = openReceiving(${JSON.stringify(root)});
      for (let offset = 0; offset < bytes.length; ) {
        const piece = bytes.subarray(offset, offset + 1000);
        offset = await receiving.append('${tenant}', 'a1', { offset, pieces: [piece], announced });
        process.stdout.write(offset + '\\n');
      }`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
    let told = '';
    child.stdout.on('data', (piece: Buffer) => {
      told += piece.toString();
      if (told.length > 200) child.kill('SIGKILL');
    });
    const [, signal] = await once(child, 'close');
    expect(signal).toBe('SIGKILL');
    const acknowledged = Number(told.slice(0, told.lastIndexOf('\n')).split('\n').at(-1));
    await openDiskStore(root);
    const receiving = openReceiving(root);
    const offset = await receiving.received(tenant, 'a1');
    expect(acknowledged).toBeGreaterThan(0);
    expect(offset).toBeGreaterThanOrEqual(acknowledged);
    expect(offset).toBeLessThan(bytes.length);
    const pieces = (async function* () {
      yield bytes.subarray(offset);
    })();
    await receiving.append(tenant, 'a1', { offset, pieces, announced: whole });
    expect((await receiving.whole(tenant, 'a1', whole)).sha256).toBe(whole.sha256);
  });
});
