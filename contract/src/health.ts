/** Whether the program is alive and can do its work. */

import { z } from 'zod';
import { outside } from './address.ts';

export const health = {
  live: outside('GET', '/health/live', { summary: 'The process answers.' }).output(
    z.strictObject({ alive: z.literal(true) }),
  ),
  ready: outside('GET', '/health/ready', {
    summary: 'The database answers and its migrations are those of this program.',
  }).output(z.strictObject({ ready: z.literal(true), version: z.string() })),
};
