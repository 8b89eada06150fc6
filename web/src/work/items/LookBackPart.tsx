/** Samples of closed slips to look back at: drawn by a seed, kept, and drawn again before one's eyes. */

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, client, useSave } from '../../api/index.ts';
import { useFormat } from '../../format/index.ts';
import { Field } from '../../forms/index.ts';
import { Button, Query, SaveLine, useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { itemKeepingWords } from '../../words/item-keeping.ts';
import type { LookBackDraw } from './replies.ts';

export function LookBackPart({ mayDraw }: { mayDraw: boolean }) {
  const k = useWords(itemKeepingWords);
  const town = useTown();
  const query = useQuery(api.items.lookBacks.queryOptions({ input: { town } }));
  return (
    <section>
      <h2>{k.lookBack}</h2>
      <p className="prose">{k.lookBackSays}</p>
      <Query query={query} what={k.lookBack}>
        {({ seed, of, draws }) => (
          <>
            <p>{of === 0 ? k.nothingToDraw : k.waiting(of)}</p>
            {mayDraw && of > 0 && <DrawForm proposed={seed} onDrawn={() => void query.refetch()} />}
            {draws.map((draw, index) => (
              <Draw key={draw.id} draw={draw} isLast={index === 0} />
            ))}
          </>
        )}
      </Query>
    </section>
  );
}

function DrawForm({ proposed, onDrawn }: { proposed: string; onDrawn(): void }) {
  const k = useWords(itemKeepingWords);
  const town = useTown();
  const [typed, setTyped] = useState<string>();
  const [count, setCount] = useState('5');
  const save = useSave(client.items.drawLookBacks, { onSaved: onDrawn });
  const seed = (typed ?? proposed).trim();
  const n = /^\d{1,2}$/.test(count) ? Number(count) : 0;
  const isReady = seed !== '' && n >= 1 && n <= 50 && !save.isBusy;
  return (
    <form
      className="item-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) void save.run({ town, seed, count: n });
      }}
    >
      <div className="item-pair">
        <Field label={k.seed} hint={k.seedHint} required>
          {(parts) => (
            <input
              {...parts}
              maxLength={100}
              value={typed ?? proposed}
              onChange={({ target }) => setTyped(target.value)}
            />
          )}
        </Field>
        <Field label={k.count} required>
          {(parts) => (
            <input
              {...parts}
              inputMode="numeric"
              value={count}
              onChange={({ target }) => setCount(target.value)}
            />
          )}
        </Field>
      </div>
      <div className="item-deeds">
        <Button type="submit" disabled={!isReady}>
          {k.draw}
        </Button>
        <SaveLine save={save} />
      </div>
    </form>
  );
}

/** A draw as it is kept; the last one stands open. */
function Draw({ draw, isLast }: { draw: LookBackDraw; isLast: boolean }) {
  const k = useWords(itemKeepingWords);
  const town = useTown();
  const format = useFormat();
  const [isRepeated, setRepeated] = useState(false);
  const { id, seed, of, by, at, rows } = draw;
  return (
    <details open={isLast}>
      <summary>
        {isLast ? k.lastDraw : k.earlierDraw}
        {k.drawn(format.moment(at), by, seed)}
      </summary>
      <p>{k.drawnFrom(rows.length, of)}</p>
      <ul>
        {rows.map(({ id: item, no = '', title }) => (
          <li key={item}>
            <Link to={`/${town}/work/items/${item}`}>{`${no} ${title}`}</Link>
          </li>
        ))}
      </ul>
      <Button kind="link" onClick={() => setRepeated(!isRepeated)}>
        {k.repeat}
      </Button>
      {isRepeated && <Lots id={id} />}
    </details>
  );
}

/** Every slip of a draw with its lot, for whoever does it by hand. */
function Lots({ id }: { id: string }) {
  const k = useWords(itemKeepingWords);
  const town = useTown();
  const query = useQuery(api.items.lookBack.queryOptions({ input: { town, id } }));
  return (
    <Query query={query} what={k.repeat}>
      {({ lots }) => (
        <>
          <p className="prose">{k.repeatSays}</p>
          <ol className="item-lots">
            {lots.map(({ id: item, no = '', title, lot, isDrawn }) => (
              <li key={item}>
                {isDrawn && <strong>{k.isDrawn}</strong>} {no} {title}{' '}
                <code className="soft">
                  {item} {lot.slice(0, 16)}
                </code>
              </li>
            ))}
          </ol>
        </>
      )}
    </Query>
  );
}
