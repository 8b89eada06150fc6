/** Known figures: what the town holds of a village by number, each with its day and source. */

import { type IsoDate, isoDate, type KnownFigure, normalName } from '@oneneedle/kernel';
import type { Ctx, Queries } from '../platform/index.ts';
import { dayIn, numberIn, type Reading, textIn } from './cell-values.ts';
import type { ListKeeper } from './list-import.ts';
import type { ListTable } from './list-table.ts';
import { safeText } from './literal.ts';
import { type Names, namesOf } from './names.ts';
import { rosterOf } from './roster-store.ts';

/** Known figures, of some villages where they are named; every day that was entered. */
export async function knownFiguresOf(
  db: Queries,
  units?: readonly string[],
): Promise<KnownFigure[]> {
  let query = db.selectFrom('known_figure').selectAll().orderBy('unit_code').orderBy('name');
  query = query.orderBy('as_of', 'desc');
  if (units) query = query.where('unit_code', 'in', units.length === 0 ? [''] : [...units]);
  const rows = await query.execute();
  return rows.map(({ unit_code: unit, name, value, measure, as_of: asOf, source }) => ({
    unit,
    name,
    value,
    measure,
    asOf: isoDate(asOf),
    source,
  }));
}

/** The newest of each figure of each village, in the order of `knownFiguresOf`. */
export function newestFigures(figures: readonly KnownFigure[]): KnownFigure[] {
  const newest = new Map<string, KnownFigure>();
  for (const figure of figures) {
    const key = `${figure.unit}\n${normalName(figure.name)}`;
    const other = newest.get(key);
    if (!other || other.asOf < figure.asOf) newest.set(key, figure);
  }
  return [...newest.values()];
}

/** Writes figures down; one of the same village, name and day is replaced. */
export async function putKnownFigures(
  db: Queries,
  tenantId: string,
  figures: readonly KnownFigure[],
): Promise<void> {
  for (let at = 0; at < figures.length; at += 500) {
    const rows = figures.slice(at, at + 500).map((figure) => ({
      tenant_id: tenantId,
      unit_code: figure.unit,
      name: figure.name,
      as_of: figure.asOf,
      value: figure.value,
      measure: figure.measure,
      source: figure.source,
    }));
    await db
      .insertInto('known_figure')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['tenant_id', 'unit_code', 'name', 'as_of']).doUpdateSet((set) => ({
          value: set.ref('excluded.value'),
          measure: set.ref('excluded.measure'),
          source: set.ref('excluded.source'),
        })),
      )
      .execute();
  }
}

/** The known figures as a list that a clerk keeps in a workbook. */
export const knownFigureKeeper: ListKeeper<KnownFigure> = {
  tableFor: async ({ db }) => tableOf(namesOf(await rosterOf(db))),
  existing: ({ db }) => knownFiguresOf(db),
  save: (ctx: Ctx, { added, changed }) =>
    putKnownFigures(ctx.db, ctx.tenant.id, [...added, ...changed]),
};

function tableOf(names: Names): ListTable<KnownFigure> {
  const text = {
    type: 'text' as const,
    read: textIn,
  };
  return {
    name: '已知数',
    keyOf: ({ unit, name, asOf }) => `${unit}\n${name}\n${asOf}`,
    labelOf: ({ unit, name, asOf }) => `${names.nameOf(unit, 'unit')} ${name} ${asOf}`,
    blank: { unit: '', name: '', value: '', measure: '', asOf: '' as IsoDate, source: '' },
    columns: [
      {
        ...text,
        key: 'unit',
        title: '村',
        also: ['单位名称', '村名'],
        required: true,
        read: (cell) => unitIn(names, textIn(cell)),
        write: ({ unit }) => names.nameOf(unit, 'unit'),
      },
      {
        ...text,
        key: 'name',
        title: '指标',
        also: ['数据名称', '名称'],
        required: true,
        write: ({ name }) => safeText(name),
      },
      {
        key: 'value',
        title: '数值',
        also: ['数'],
        type: 'number',
        required: true,
        read: numberIn,
        write: ({ value }) => value,
      },
      {
        ...text,
        key: 'measure',
        title: '单位',
        also: ['计量单位'],
        write: ({ measure }) => measure,
      },
      {
        key: 'asOf',
        title: '截至',
        also: ['截至日期', '数据日期'],
        type: 'date',
        required: true,
        hint: '写成 2026-03-06',
        read: dayIn,
        write: ({ asOf }) => asOf,
      },
      {
        ...text,
        key: 'source',
        title: '来源',
        also: ['数据来源'],
        required: true,
        write: ({ source }) => safeText(source),
      },
    ],
  };
}

function unitIn(names: Names, read: Reading<string>): Reading<string> {
  return 'problem' in read ? read : names.codeIn(read.value, 'unit');
}
