/** Check sheets: what is looked at, whose it is, how often; each a way to its lines. */

import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../../api/index.ts';
import { Button, Empty, Query, useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { inspectionWords } from '../../words/inspection.ts';
import { templateWords } from '../../words/templates.ts';
import { InspectionFrame } from '../InspectionFrame.tsx';
import type { TemplateRow } from '../replies.ts';
import './templates.css';

export function TemplatesPage() {
  const w = useWords(templateWords);
  const { templates: title } = useWords(inspectionWords);
  const town = useTown();
  const navigate = useNavigate();
  const query = useQuery(api.templates.list.queryOptions({ input: { town } }));
  const rows = query.data?.rows ?? [];
  const inUse = rows.filter((row) => row.inUse !== undefined).length;
  const drafts = rows.filter((row) => row.draft !== undefined).length;
  return (
    <InspectionFrame
      here="templates"
      title={title}
      state={query.data && w.state(inUse, drafts)}
      actions={
        query.data?.mayWrite && (
          <Button
            kind="main"
            onClick={() => void navigate({ to: '/$town/inspection/write', params: { town } })}
          >
            {w.write}
          </Button>
        )
      }
    >
      <Query query={query} what={title}>
        {() => <List rows={rows} />}
      </Query>
    </InspectionFrame>
  );
}

/** A town has a handful of them: a plain table, light enough for the telephone of a village. */
function List({ rows }: { rows: readonly TemplateRow[] }) {
  const w = useWords(templateWords);
  const town = useTown();
  const navigate = useNavigate();
  if (rows.length === 0) return <Empty what={w.nothing} why={w.nothingWhy} />;
  const open = (code: string) =>
    void navigate({
      to: '/$town/inspection/templates/$template',
      params: { town, template: code },
    });
  const heads = [w.office, w.subjects, w.cadence, w.mode, w.lines, w.inUse, w.draft];
  return (
    <table className="check-lines" aria-label={w.label}>
      <thead>
        <tr>
          {[w.name, ...heads].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ code, name, office, subjects, cadence, mode, lines, ...row }) => {
          const inUse = row.retired ? w.retired : w.none;
          const texts = [
            office.name,
            w[subjects],
            w[cadence],
            w[mode],
            w.lineCount(lines),
            row.inUse === undefined ? inUse : w.version(row.inUse),
            row.draft === undefined ? '' : w.version(row.draft),
          ];
          return (
            <tr key={code}>
              <th scope="row">
                <Button kind="link" onClick={() => open(code)}>
                  {name}
                </Button>
              </th>
              {texts.map((text, index) => (
                <td
                  key={heads[index]}
                  data-head={heads[index]}
                  className={text === '' ? 'is-empty' : undefined}
                >
                  {text}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
