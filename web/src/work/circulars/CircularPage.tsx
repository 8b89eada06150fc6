/** The circular of a month, as it is printed; who may issue it does so here, once. */

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { api, client, useSave } from '../../api/index.ts';
import { useFormat } from '../../format/index.ts';
import { MakeDocument } from '../../papers/MakeDocument.tsx';
import { Button, Query, SaveLine, useConfirm, useOwnRoles, useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { circularWords } from '../../words/circulars.ts';
import { WorkFrame } from '../WorkFrame.tsx';
import './circulars.css';

type Circular = Awaited<ReturnType<(typeof client.circulars)['one']>>;

export function CircularPage() {
  const w = useWords(circularWords);
  const format = useFormat();
  const town = useTown();
  const { month = '' } = useParams({ strict: false });
  const query = useQuery(api.circulars.one.queryOptions({ input: { town, month } }));
  const { data } = query;
  const issued = data?.issued;
  return (
    <WorkFrame
      here="circulars"
      title={w.circulars}
      state={data && (issued ? w.isIssued(format.moment(issued.at), issued.by) : w.notIssued)}
      actions={data && <Actions data={data} />}
    >
      <Query query={query} what={w.circulars}>
        {(circular) => <Sheet circular={circular} />}
      </Query>
    </WorkFrame>
  );
}

function Actions({ data }: { data: Circular }) {
  const w = useWords(circularWords);
  const format = useFormat();
  const town = useTown();
  const queries = useQueryClient();
  const confirm = useConfirm();
  const { month, mayIssue, issued } = data;
  const isIssuer = useOwnRoles()?.includes('supervision');
  const save = useSave(client.circulars.issue, {
    onSaved: () => void queries.invalidateQueries({ queryKey: api.circulars.key() }),
  });
  const issue = async () => {
    const title = w.issueTitle(format.period(month));
    if (await confirm({ title, body: w.issueBody, action: w.issue })) {
      await save.run({ town, month });
    }
  };
  return (
    <>
      <Link to="/$town/work/circulars" params={{ town }}>
        {w.all}
      </Link>
      <a href={`/api/towns/${town}/circulars/${month}/document`} download>
        {w.download}
      </a>
      {issued && isIssuer && (
        <MakeDocument call={client.circulars.makeDocument} input={{ town, month }} />
      )}
      <Button onClick={() => window.print()}>{w.print}</Button>
      {mayIssue && (
        <Button kind="main" disabled={save.isBusy} onClick={() => void issue()}>
          {w.issue}
        </Button>
      )}
      {save.step !== 'idle' && save.step !== 'saved' && <SaveLine save={save} />}
    </>
  );
}

function Sheet({ circular }: { circular: Circular }) {
  const w = useWords(circularWords);
  const { title, opening, sections, meter } = circular;
  return (
    <article className="circular-sheet">
      <h2>{title}</h2>
      <p className="circular-number">{w.number}</p>
      <p>{opening}</p>
      {sections.map((section, index) => (
        <section key={section.title}>
          <h3>{w.heading(index + 1, section.title)}</h3>
          {section.paragraphs.map((text) => (
            <p key={text}>{text}</p>
          ))}
          {section.table && <Table table={section.table} label={section.title} />}
        </section>
      ))}
      <section>
        <h3>{w.meter}</h3>
        <Table table={meter} label={w.meter} isFigures />
      </section>
    </article>
  );
}

interface TableProps {
  table: Circular['meter'];
  label: string;
  /** Every column but the first holds figures. */
  isFigures?: boolean;
}

function Table({ table: { head, rows }, label, isFigures = false }: TableProps) {
  const look = (column: number) => (isFigures && column > 0 ? { className: 'figure' } : {});
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section className="circular-box" aria-label={label} tabIndex={0}>
      <table className="circular-table">
        <thead>
          <tr>
            {head.map((title, column) => (
              <th key={title} scope="col" {...look(column)}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.join(' ')}>
              {row.map((text, column) => (
                <td key={head[column]} {...look(column)}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
