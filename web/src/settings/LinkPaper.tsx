/** The paper that leads a village to its list: address and number, shown once, printed alone. */

import { createPortal } from 'react-dom';
import { type client, useSession } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import { Button, Modal, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { linkWords } from '../words/links.ts';

/** A link that was made just now. */
export type MadeLink = Awaited<ReturnType<typeof client.lists.makeLink>>;

export function LinkPaper({ made, onClose }: { made: MadeLink; onClose(): void }) {
  const w = useWords(linkWords);
  const format = useFormat();
  const { village, path, pin, contact, expiresAt } = made;
  const town = useTown();
  const townName = useSession().data?.towns.find(({ code }) => code === town)?.name ?? town;
  const isLost = path === '';
  // Beside the page, not in it: only the paper is printed.
  return createPortal(
    <Modal title={w.paperTitle(townName, village)} onClose={onClose}>
      <div className="slip link-paper">
        <p className="prose">{isLost ? w.paperLost : w.paperBody}</p>
        {!isLost && (
          <>
            <dl className="pairs">
              <dt>{w.address}</dt>
              <dd>
                <span className="one-time">{`${window.location.origin}${path}`}</span>
                <div className="soft">{w.addressHint}</div>
              </dd>
              <dt>{w.pin}</dt>
              <dd>
                <span className="one-time">{pin}</span>
                <div className="soft">{w.pinHint}</div>
              </dd>
              <dt>{w.expires}</dt>
              <dd>{format.moment(expiresAt)}</dd>
              <dt>{w.contact}</dt>
              <dd>{contact}</dd>
            </dl>
            <p className="prose">{w.paperRules}</p>
          </>
        )}
        <div className="modal-actions">
          {!isLost && (
            <Button kind="main" onClick={() => window.print()}>
              {w.print}
            </Button>
          )}
          <Button onClick={onClose}>{w.done}</Button>
        </div>
      </div>
    </Modal>,
    document.body,
  );
}
