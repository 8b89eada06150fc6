/** Items: what somebody asked and somebody must do, from the instruction to its closing. */

import { z } from 'zod';
import { inTown, isoDate, townInput } from './address.ts';
import { itemRow } from './item-shapes.ts';

export const items = {
  list: inTown('GET', '/items', {
    summary: 'Items that the asker may read, the nearest day first.',
  })
    .input(townInput({}))
    .output(z.strictObject({ today: isoDate, rows: z.array(itemRow) })),
};
