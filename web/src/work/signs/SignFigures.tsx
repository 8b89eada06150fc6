/** How many signs and groups there were, are new, ended, are left; every figure opens its rows. */

import { Link } from '@tanstack/react-router';
import { useAddress, useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { signWords } from '../../words/signs.ts';
import type { Signs } from './replies.ts';

const kinds = ['sign', 'group'] as const;
const figures = ['atStart', 'added', 'ended', 'left', 'kept'] as const;

/** What the address narrows the register to. */
export type Narrowed = Record<'unit' | 'office' | 'kind' | 'what', string>;

type Row = Pick<Signs['villages'][number], 'sign' | 'group'> & {
  code: string;
  name: string;
  over?: { sign: number; group: number };
};

export function SignFigures({ signs }: { signs: Signs }) {
  const w = useWords(signWords);
  const villages = signs.villages.map(({ unit, ...row }) => ({ ...row, ...unit }));
  const offices = signs.offices.map(({ office, ...row }) => ({ ...row, ...office }));
  const limited = kinds.filter((kind) => signs.limits[kind] !== undefined);
  return (
    <>
      <section>
        <h2>{w.byVillage}</h2>
        <Table head={w.village} by="unit" rows={villages} signs={signs} limited={limited} />
      </section>
      <section>
        <h2>{w.byOffice}</h2>
        <Table head={w.office} by="office" rows={offices} signs={signs} limited={[]} />
      </section>
    </>
  );
}

interface TableProps {
  head: string;
  by: 'unit' | 'office';
  rows: readonly Row[];
  signs: Signs;
  /** Kinds of which the town said how many a village may have. */
  limited: readonly (typeof kinds)[number][];
}

function Table({ head, by, rows, signs: { total }, limited }: TableProps) {
  const w = useWords(signWords);
  const shown = (kind: (typeof kinds)[number]) => [
    ...figures,
    ...(kind === 'group' ? (['idle'] as const) : []),
  ];
  const heads = (kind: (typeof kinds)[number]) => [
    ...shown(kind),
    ...(limited.includes(kind) ? (['over'] as const) : []),
  ];
  const cells = (row: Omit<Row, 'code'>, code?: string) =>
    kinds.flatMap((kind) => [
      ...shown(kind).map((what) => (
        <td key={`${kind}${what}`} className={row[kind][what] === 0 ? 'is-zero' : ''}>
          <To
            who={row.name}
            says={w.figure(w[kind], w[what])}
            count={row[kind][what]}
            to={{ kind, what, ...(code === undefined ? {} : { [by]: code }) }}
          />
        </td>
      )),
      ...(limited.includes(kind) ? [<td key={`${kind}over`}>{row.over?.[kind]}</td>] : []),
    ]);
  return (
    <div className="demand-box">
      <table className="demand-table burden-cells sign-figures">
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {head}
            </th>
            {kinds.map((kind) => (
              <th scope="colgroup" key={kind} colSpan={heads(kind).length}>
                {w[kind]}
              </th>
            ))}
          </tr>
          <tr>
            {kinds.flatMap((kind) =>
              heads(kind).map((what) => (
                <th scope="col" key={`${kind}${what}`}>
                  {w[what]}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code}>
              <th scope="row">{row.name}</th>
              {cells(row, row.code)}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{w.total}</th>
            {cells({ ...total, name: w.total })}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

interface ToProps {
  who: string;
  says: string;
  count: number;
  to: Partial<Narrowed>;
}

/** A figure opens the rows that it counts; a zero opens nothing. */
function To({ who, says, count, to }: ToProps) {
  const w = useWords(signWords);
  const town = useTown();
  const { year } = useAddress().search;
  if (count === 0) return count;
  return (
    <Link
      to={`/${town}/work/signs`}
      search={{ ...to, ...(year === undefined ? {} : { year }) } as never}
      hash="register"
      aria-label={w.openFigure(who, says, count)}
    >
      {count}
    </Link>
  );
}
