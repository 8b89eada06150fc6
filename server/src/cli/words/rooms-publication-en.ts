/** The sentences about a published file in English. */

import type { publicationZh } from './rooms-publication-zh.ts';

export const publicationEn = {
  'room.published.unreadable':
    'This is no published file, or it was changed beyond reading. Ask for another where it was published.',
  'room.published.file':
    'The published file was changed, or is not that of this poster: its code is {is}, yours is {was}.',
  'room.published.short':
    'The code is too short and was not compared: copy its first and its last 8 characters.',
  'room.published.root':
    'The public proof was changed: by what it says its code is {is}, it names {was}.',
  'room.published.strange': 'Fact number {seq} is not in the log.',
  'room.published.part': 'The published file was changed: {part} is not as it was published.',
  'room.published.missing': 'The published file lacks a part: {part}.',
  'room.published.sum': '{name}: "{label}" is not the sum of the lines below it.',
  'room.published.total': '{name}: the total on the list is not that of its tree.',
  'room.published.rank': '{name} is said to be number {was}; by its points it is number {is}.',
  'room.published.fact': 'Fact number {seq} ({id}) was changed: it is not the one in the log.',
  'room.published.moved': 'The log was reordered: fact number {seq} stands at number {place}.',
  'room.published.log':
    'The log was changed: the root over {count} entries is not the published one.',
  'room.published.reordered': 'The log was reordered: nothing is missing, the order is another.',
} as const satisfies Record<keyof typeof publicationZh, string>;
