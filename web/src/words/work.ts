/** Words of the parts of the room of goals and items. */

import { catalogue } from './catalogue.ts';

export const workWords = catalogue(
  {
    parts: '目标督办的各部分',
    items: '督办事项',
    book: '登记交办',
  },
  {
    parts: 'Parts of goals and items',
    items: 'Items',
    book: 'Book a task',
  },
);
