/** The official text as the page draws it: sheet type for what is printed, the clauses as a list. */

import { memo } from 'react';
import { Button } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { schemeTextWords } from '../words/scheme-text.ts';
import type { Official, OfficialBlock, OfficialRow } from './replies.ts';

interface OfficialTextProps {
  official: Official;
  /** Goes to a line of the source. */
  onPick(line: number): void;
  /** Begins a comment on a clause; absent where nobody may. */
  onComment?(code: string): void;
  /** The code that is being written or looked at. */
  current?: string;
}

/** Redrawn only when its text changes: it is long, and the source beside it changes at every key. */
export const OfficialText = memo(function OfficialText(props: OfficialTextProps) {
  const { official, ...rest } = props;
  const w = useWords(schemeTextWords);
  const { marks, title, underTitle, body, rows, appendices } = official;
  return (
    <article className="official" lang="zh-CN">
      {marks.map((mark) => (
        <p key={mark} className="official-mark">
          {mark}
        </p>
      ))}
      <h2 className="official-title">{title}</h2>
      {underTitle.map((line) => (
        <p key={line} className="official-under">
          {line}
        </p>
      ))}
      <Blocks blocks={body} />
      <h3 className="official-part">{w.indicators}</h3>
      <ol className="official-rows">
        {rows.map((row) => (
          <Row key={`${row.kind} ${row.code}`} row={row} {...rest} />
        ))}
      </ol>
      {appendices.map((appendix) => (
        <section key={appendix.title}>
          <h3 className="official-part">{appendix.title}</h3>
          <Blocks blocks={appendix.blocks} />
        </section>
      ))}
    </article>
  );
});

type RowProps = Omit<OfficialTextProps, 'official'> & { row: OfficialRow };

function Row({ row, current, ...rest }: RowProps) {
  const isCurrent = row.code === current;
  const className = `official-${row.kind} ${isCurrent ? 'is-current' : ''}`;
  return (
    <li
      className={className}
      data-code={row.code}
      {...(row.kind === 'indicator' ? { style: { '--level': row.level } as object } : {})}
      aria-current={isCurrent ? 'true' : undefined}
    >
      {row.kind === 'indicator' ? (
        <Indicator row={row} {...rest} />
      ) : (
        <ClauseRow row={row} {...rest} />
      )}
    </li>
  );
}

function Indicator({ row, onPick }: Omit<RowProps, 'row'> & { row: IndicatorRow }) {
  const w = useWords(schemeTextWords);
  return (
    <>
      <h4>
        <Code code={row.code} line={row.line} onPick={onPick} /> {row.name}
        {row.full !== '' && <span className="official-full">{w.fullMark(row.full)}</span>}
      </h4>
      {row.remarks.length > 0 && <p className="soft">{row.remarks.join('；')}</p>}
    </>
  );
}

type IndicatorRow = Extract<OfficialRow, { kind: 'indicator' }>;
type Clause = Extract<OfficialRow, { kind: 'clause' }>;

function ClauseRow({ row, onPick, onComment }: Omit<RowProps, 'row'> & { row: Clause }) {
  const w = useWords(schemeTextWords);
  const facts: readonly (readonly [string, string])[] = [
    [w.counts, row.rule],
    [w.owner, row.owner ?? ''],
    [w.source, row.source ?? ''],
    [w.hears, row.hears.join('、')],
  ];
  return (
    <>
      <Code code={row.code} line={row.line} onPick={onPick} />
      <div>
        <p className="official-words">
          {row.text}
          {row.note && <span className="soft">（{row.note}）</span>}
          {row.isPending && <strong className="official-pending">{w.pending}</strong>}
        </p>
        <dl>
          {facts
            .filter(([, value]) => value !== '')
            .map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
        </dl>
        {row.appliesTo && <p className="soft">{w.appliesTo(row.appliesTo)}</p>}
        {onComment && (
          <Button kind="link" onClick={() => onComment(row.code)}>
            {w.commentOn}
          </Button>
        )}
      </div>
    </>
  );
}

interface CodeProps {
  code: string;
  line: number | undefined;
  onPick(line: number): void;
}

/** The number of a clause; it leads to its line of the source. */
function Code({ code, line, onPick }: CodeProps) {
  const w = useWords(schemeTextWords);
  if (line === undefined) return <span className="official-code">{code}</span>;
  return (
    <Button
      kind="link"
      className="official-code"
      aria-label={w.toSource(code)}
      onClick={() => onPick(line)}
    >
      {code}
    </Button>
  );
}

function Blocks({ blocks }: { blocks: readonly OfficialBlock[] }) {
  return placed(blocks).map(({ place, item: block }) => {
    if (block.kind === 'table') return <BlockTable key={place} table={block} />;
    if (block.kind === 'heading') {
      const text = `${block.number}${block.text}`;
      return block.level === 1 ? <h3 key={place}>{text}</h3> : <p key={place}>{text}</p>;
    }
    return (
      <p key={place} style={{ textAlign: block.place ?? 'left' }}>
        {block.lead && <strong>{block.lead}</strong>}
        {block.text}
      </p>
    );
  });
}

/** Parts of a text have no names of their own; it is drawn anew as a whole, so their place will do. */
function placed<Item>(items: readonly Item[]): { place: number; item: Item }[] {
  return items.map((item, place) => ({ place, item }));
}

type TableBlock = Extract<OfficialBlock, { kind: 'table' }>;

function BlockTable({ table }: { table: TableBlock }) {
  const all = table.widths.reduce((sum, width) => sum + width, 0);
  return (
    <div className="official-table">
      <table>
        {table.caption && <caption>{table.caption}</caption>}
        <colgroup>
          {placed(table.widths).map(({ place, item: width }) => (
            <col key={place} style={{ width: `${(width * 100) / all}%` }} />
          ))}
        </colgroup>
        <thead>
          <TableRows rows={table.head} cell="th" />
        </thead>
        <tbody>
          <TableRows rows={table.rows} cell="td" />
        </tbody>
      </table>
    </div>
  );
}

function TableRows({ rows, cell: Cell }: { rows: TableBlock['rows']; cell: 'td' | 'th' }) {
  return placed(rows).map(({ place, item: row }) => (
    <tr key={place}>
      {placed(row).map(({ place: column, item: cell }) => (
        <Cell
          key={column}
          rowSpan={cell.rows}
          colSpan={cell.columns}
          style={{ textAlign: cell.align }}
        >
          {cell.text}
        </Cell>
      ))}
    </tr>
  ));
}
