/** Shapes and addresses of the API, a file per room. Both ends import this and nothing below it. */

import { auth } from './auth.ts';
import { desk } from './desk.ts';
import { health } from './health.ts';

export const contract = {
  health,
  auth,
  desk,
};

export type Contract = typeof contract;
export * from './address.ts';
