/** One plain link: when it was read, and its end. */

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, client, useSave } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import { Button, Drawer, Query, SaveLine, useConfirm, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { linkWords } from '../words/links.ts';
import type { PlainLink } from './LinksPage.tsx';

interface LinkDrawerProps {
  link: PlainLink;
  mayEnd: boolean;
  onClose(): void;
}

export function LinkDrawer({ link, mayEnd, onClose }: LinkDrawerProps) {
  const w = useWords(linkWords);
  const format = useFormat();
  const town = useTown();
  const confirm = useConfirm();
  const queries = useQueryClient();
  const { id, village, state, createdAt, createdBy, expiresAt } = link;
  const readings = useQuery(api.lists.readings.queryOptions({ input: { town, link: id } }));
  const save = useSave(client.lists.endLink, {
    onSaved: () => void queries.invalidateQueries({ queryKey: api.lists.key() }),
  });
  const end = async () => {
    const question = { title: w.end, body: w.endBody(village.name), action: w.end };
    if (await confirm(question)) void save.run({ town, link: id });
  };
  return (
    <Drawer title={village.name} onClose={onClose}>
      <dl className="pairs">
        <dt>{w.status}</dt>
        <dd>{w.state(state)}</dd>
        <dt>{w.made}</dt>
        <dd>{`${format.moment(createdAt)} · ${createdBy}`}</dd>
        <dt>{w.expires}</dt>
        <dd>{format.moment(expiresAt)}</dd>
      </dl>
      {mayEnd && state === 'live' && (
        <div className="deeds">
          <Button disabled={save.isBusy} onClick={() => void end()}>
            {w.end}
          </Button>
          <SaveLine save={save} />
        </div>
      )}
      <section className="settings-part">
        <h2>{w.readingsTitle}</h2>
        <Query query={readings} what={w.readingsTitle}>
          {({ rows }) =>
            rows.length === 0 ? (
              <p className="soft">{w.never}</p>
            ) : (
              <ul className="grants">
                {rows.map(({ id: reading, at, outcome, address }) => (
                  <li key={reading}>{`${format.moment(at)} · ${w.state(outcome)} · ${address}`}</li>
                ))}
              </ul>
            )
          }
        </Query>
      </section>
    </Drawer>
  );
}
