/** Shapes and addresses of the API, a file per room. Both ends import this and nothing below it. */

import { assessment } from './assessment.ts';
import { auth } from './auth.ts';
import { desk } from './desk.ts';
import { evidence } from './evidence.ts';
import { health } from './health.ts';

export const contract = {
  health,
  assessment,
  auth,
  desk,
  evidence,
};

export type Contract = typeof contract;
export * from './address.ts';
export { evidencePartBytes } from './evidence.ts';
