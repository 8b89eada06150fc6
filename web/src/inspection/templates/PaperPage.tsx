/** The sheet of one visit on A4, to be filled in by hand where no telephone is used. */

import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { api } from '../../api/index.ts';
import { useFormat } from '../../format/index.ts';
import { Button, Empty, Query, useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { templateWords } from '../../words/templates.ts';
import { InspectionFrame } from '../InspectionFrame.tsx';
import type { RoundPageData, RoundVisit, TemplatePageData } from '../replies.ts';
import { groupsOf } from './LineTable.tsx';
import type { Line } from './template-words.ts';
import './templates.css';

export function PaperPage() {
  const w = useWords(templateWords);
  const town = useTown();
  const { round: id = '', visit = '' } = useParams({ strict: false });
  const query = useQuery(api.rounds.one.queryOptions({ input: { town, id } }));
  const { code = '', version } = query.data?.round.template ?? {};
  const sheet = useQuery({
    ...api.templates.one.queryOptions({ input: { town, code, version: String(version ?? 1) } }),
    enabled: version !== undefined,
  });
  return (
    <InspectionFrame
      here="rounds"
      title={w.paper}
      actions={
        <>
          <Link to="/$town/inspection/rounds/$round" params={{ town, round: id }}>
            {w.paperBack}
          </Link>
          <Button kind="main" onClick={() => window.print()}>
            {w.print}
          </Button>
        </>
      }
    >
      <Query query={query} what={w.paper}>
        {({ round, visits }) => {
          const found = visits.find((one) => one.id === visit);
          if (!found) return <Empty what={w.paperGone} />;
          return (
            <Query query={sheet} what={w.paper}>
              {({ template }) => <Paper round={round} visit={found} template={template} />}
            </Query>
          );
        }}
      </Query>
    </InspectionFrame>
  );
}

interface PaperProps {
  round: RoundPageData['round'];
  visit: RoundVisit;
  template: TemplatePageData['template'];
}

function Paper({ round, visit, template }: PaperProps) {
  const w = useWords(templateWords);
  const format = useFormat();
  const { name } = visit.subject;
  const rows = [
    [w.paperVillage, template.subjects === 'centre' ? w.paperCentre(name) : name],
    [w.paperDay, visit.plannedOn ? format.day(visit.plannedOn) : w.paperNone],
    [w.paperWho, visit.inspectors.map(({ name }) => name).join(w.comma)],
    [w.mode, w.paperMode(w[round.mode], round.template.version)],
    ...(round.places > 0 ? [[w.paperPlaces, visit.places.join(w.comma)]] : []),
    ...(round.households > 0 ? [[w.paperHouseholds, visit.households.join(w.comma)]] : []),
  ] as const;
  return (
    <section className="check-paper">
      <h2>{w.paperTitle(template.name)}</h2>
      <dl>
        {rows.map(([head = '', text = '']) => (
          <div key={head}>
            <dt>{head}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {template.route !== '' && <p>{w.route(template.route)}</p>}
      <PaperLines lines={template.lines} />
      <p>{w.paperPhotos}</p>
      <dl className="check-signs">
        {[w.paperStatement, w.paperSign, w.paperVillageSign, w.paperEntered].map((head) => (
          <div key={head}>
            <dt>{head}</dt>
            <dd />
          </div>
        ))}
      </dl>
    </section>
  );
}

function PaperLines({ lines }: { lines: readonly Line[] }) {
  const w = useWords(templateWords);
  const box = ({ asks, choices = [] }: Line): string =>
    asks === 'choice'
      ? choices.map(({ text }) => `□${text}`).join('　')
      : { count: w.paperCount, yesNo: w.paperYesNo, sample: w.paperSample, mark: w.paperMark }[
          asks
        ];
  return (
    <table>
      <thead>
        <tr>
          {[w.group, w.number, w.standard, w.paperRecord, w.paperWhere].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      {groupsOf(lines).map(([group, members]) => (
        <tbody key={members[0]?.line.code}>
          {members.map(({ line, number }, index) => (
            <tr key={line.code}>
              {index === 0 && (
                <th rowSpan={members.length} scope="rowgroup">
                  {group}
                </th>
              )}
              <td>
                {number}
                {line.photo === 'asked' && <small>{w.photoMark}</small>}
              </td>
              <td>{line.standard}</td>
              <td>{box(line)}</td>
              <td />
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}
