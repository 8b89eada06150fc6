/** Where the correction of a fact stands: who waits for whom, or the facts that it consists of. */

import type { Correction as Stands } from '@oneneedle/contract';
import { useFormat } from '../format/index.ts';
import { Button, RoomLink } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { correctionWords } from '../words/corrections.ts';

/** A correction on its way: it changes nothing yet, and says for whom it waits. */
export function WaitingCorrection({ correction }: { correction: Stands }) {
  const c = useWords(correctionWords);
  const format = useFormat();
  const { step, by, at, office, reason, right, entryId } = correction;
  const day = format.moment(at);
  const told = {
    waiting: c.waiting(by.name, day, office ?? c.noOffice),
    reviewed: c.reviewed(by.name, day, office ?? c.noOffice),
    'sent-back': c.sentBack(by.name),
    posted: '',
  };
  return (
    <div className="ledger-notice" role="status">
      <p>{told[step]}</p>
      <p>{c.untilThen}</p>
      {reason !== undefined && <p>{c.why(reason)}</p>}
      {right && <p>{c.insteadOf(right.sentence)}</p>}
      {entryId !== undefined && (
        <p>
          <RoomLink to="ledger" search={{ view: 'entries', entry: entryId }}>
            {c.see}
          </RoomLink>
        </p>
      )}
    </div>
  );
}

interface PairProps {
  correction: Stands;
  /** The fact that is open. */
  here: string;
  onOpen(id: string): void;
}

/** A posted correction: what was recorded first, what takes it back, what stands in its place. */
export function CorrectionPair({ correction, here, onOpen }: PairProps) {
  const c = useWords(correctionWords);
  const format = useFormat();
  const { original, reversal, by, at, reason, right } = correction;
  const number = (id: string) =>
    id === here ? (
      <>
        {id} <span className="soft">{c.here}</span>
      </>
    ) : (
      <Button kind="link" onClick={() => onOpen(id)}>
        {id}
      </Button>
    );
  return (
    <dl className="ledger-pairs">
      <div>
        <dt>{c.original}</dt>
        <dd>{number(original)}</dd>
      </div>
      {reversal !== undefined && (
        <div>
          <dt>{c.takenBack}</dt>
          <dd>
            {number(reversal)} <span className="soft">{c.byOn(by.name, format.moment(at))}</span>
            {reason !== undefined && <p>{c.why(reason)}</p>}
          </dd>
        </div>
      )}
      <div>
        <dt>{c.right}</dt>
        <dd>
          {right?.factId !== undefined && <>{number(right.factId)} </>}
          {right?.sentence ?? <span className="soft">{c.noRight}</span>}
        </dd>
      </div>
    </dl>
  );
}
