import { expect, it } from 'vitest';
import { kernelVersion } from '../src/version.ts';
import { readManifest } from './tidy/repository.ts';

it('receipts name the version that the package has', () => {
  expect(kernelVersion).toBe(readManifest('kernel').version);
});
