/**
 * The kernel as others get it: built, packed, installed in an empty project and imported by plain
 * Node, which strips no types under node_modules. Its dependencies come as exact versions, from
 * npm's cache where they are there already.
 */

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as kernel from '@oneneedle/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packKernel, run } from '../scripts/pack.ts';
import { readManifest, root } from './tidy/repository.ts';

const project = mkdtempSync(join(tmpdir(), 'oneneedle-packed-'));
const installed = join(project, 'node_modules/@oneneedle/kernel');

beforeAll(() => {
  const build = join(project, 'build');
  mkdirSync(build);
  const manifest = {
    private: true,
    type: 'module',
    dependencies: { '@oneneedle/kernel': `file:${packKernel(build)}` },
  };
  writeFileSync(join(project, 'package.json'), JSON.stringify(manifest));
  const flags = ['--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund'];
  run('npm', ['install', ...flags], project);
});

afterAll(() => rmSync(project, { recursive: true, force: true }));

describe('the packed kernel', () => {
  it('holds JavaScript, declarations and the licence, and no TypeScript source', () => {
    const files = readdirSync(installed, { recursive: true, encoding: 'utf8' });
    expect(files).toEqual(expect.arrayContaining(['index.js', 'index.d.ts', 'LICENSE']));
    expect(files.filter((path) => /\.ts$/.test(path) && !/\.d\.ts$/.test(path))).toEqual([]);
    expect(files.filter((path) => path.includes('.test.'))).toEqual([]);
  });

  it('declares what the source declares', () => {
    const packed = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
    const { version, dependencies } = readManifest('kernel');
    expect(packed).toMatchObject({ name: '@oneneedle/kernel', version, dependencies });
  });

  it('opens the same door as the source', () => {
    const printed = evaluate(`JSON.stringify(Object.keys(kernel).sort())`);
    expect(JSON.parse(printed)).toEqual(Object.keys(kernel).sort());
  });

  it('works in plain Node', () => {
    const sum = `kernel.add(kernel.parseExact('0.1'), kernel.parseExact('0.2'))`;
    expect(evaluate(`kernel.toExactText(${sum})`)).toBe('0.3');
  });

  it('is typed for a strict TypeScript project', () => {
    const use = `import { type Rational, parseExact } from '@oneneedle/kernel';
      export const tenth: Rational | undefined = parseExact('0.1');
      // @ts-expect-error a number is not a text, and the declarations know it
      parseExact(0.1);`;
    writeFileSync(join(project, 'use.ts'), use);
    const compiler = join(root, 'node_modules/typescript/bin/tsc');
    const flags = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2024'];
    expect(run(process.execPath, [compiler, ...flags, '--types', '', 'use.ts'], project)).toBe('');
  });
});

/** The value of an expression over `kernel` in plain Node, as it prints. */
function evaluate(expression: string): string {
  const program = `import * as kernel from '@oneneedle/kernel'; console.log(${expression});`;
  return run(process.execPath, ['--input-type=module', '--eval', program], project).trim();
}
