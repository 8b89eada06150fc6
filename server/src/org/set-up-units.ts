/** The first units of a town out of a workbook, before there is a roster. */

import type { Roster } from '@oneneedle/kernel';
import type { CellRemark } from '../platform/index.ts';
import { columnLetters } from './head.ts';
import { tablesIn } from './import-actions.ts';
import { rosterFrom } from './roster-from.ts';

/** Units that could be read, what is wrong with the other rows, and rows for a later import. */
export async function readFirstUnits({ file, name }: { file: File; name: string }) {
  const known: Roster = {
    units: [{ code: name, name, type: 'town', aliases: [], tags: [], sizes: {} }],
    persons: [],
    posts: [],
    pairings: [],
  };
  const read = rosterFrom(await tablesIn(file), { known });
  const { units, persons, posts, pairings } = read.roster;
  return {
    units: units.map(({ code, name, type, parent, aliases, tags }) => ({
      code,
      name,
      type,
      ...(parent === undefined ? {} : { parent }),
      aliases: [...aliases],
      tags: [...tags],
    })),
    otherRows: persons.length + posts.length + pairings.length,
    remarks: read.remarks.map((remark) => ({ place: placeOf(remark), text: remark.sentence })),
  };
}

/** `单位 B3` */
function placeOf({ sheet, row, column }: CellRemark): string {
  const cell = column === undefined ? `第${row}行` : `${columnLetters(column)}${row}`;
  return [sheet, cell].filter((part) => part !== '').join(' ');
}
