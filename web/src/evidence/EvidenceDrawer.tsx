/** One piece of evidence: the picture, what is known of it, who cites it, and what may be done. */

import { useQuery } from '@tanstack/react-query';
import { api } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import { Drawer, Query, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { evidenceWords, sizeText } from '../words/evidence.ts';
import { DescribeForm } from './DescribeForm.tsx';
import { addressOf } from './Preview.tsx';
import { RedactForm } from './RedactForm.tsx';
import { RemoveDeed } from './RemoveDeed.tsx';
import { UsesList } from './UsesList.tsx';
import type { EvidenceItem } from './use-uploads.ts';

interface EvidenceDrawerProps {
  id: string;
  onClose(): void;
}

export function EvidenceDrawer({ id, onClose }: EvidenceDrawerProps) {
  const w = useWords(evidenceWords);
  const town = useTown();
  const query = useQuery(api.evidence.one.queryOptions({ input: { town, evidenceId: id } }));
  const item = query.data;
  return (
    <Drawer title={item ? item.caption || item.name : w.evidence} onClose={onClose}>
      <Query query={query} what={w.evidence}>
        {(found) => <Whole item={found} onRemoved={onClose} />}
      </Query>
    </Drawer>
  );
}

function Whole({ item, onRemoved }: { item: EvidenceItem; onRemoved(): void }) {
  const w = useWords(evidenceWords);
  const town = useTown();
  const own = useQuery(api.accounts.own.queryOptions({ input: { town } })).data;
  const isOffice = own?.grants.some(({ role }) => role === 'assessment-office') ?? false;
  const { cited, isMine, kind } = item;
  const isFree = isMine && cited.facts === 0;
  return (
    <div className="evidence-whole">
      <Shown item={item} />
      <Known item={item} />
      <section>
        <h3>{w.citedHead}</h3>
        <UsesList item={item} />
      </section>
      {isFree && <DescribeForm item={item} />}
      {isFree && <RemoveDeed item={item} onRemoved={onRemoved} />}
      {isMine && cited.facts > 0 && <p className="soft prose">{w.fixed}</p>}
      {isOffice && kind === 'picture' && <RedactForm item={item} />}
    </div>
  );
}

/** The picture itself, and the file to open or keep. */
function Shown({ item }: { item: EvidenceItem }) {
  const w = useWords(evidenceWords);
  const { caption, kind, name, redacted, size } = item;
  // A redaction has another file under the same address.
  const address = `${addressOf(useTown(), item.id)}/file#${redacted?.at ?? ''}`;
  return (
    <>
      {kind === 'picture' && (
        <img
          className="evidence-large"
          src={address}
          alt={caption || name}
          width={size?.width}
          height={size?.height}
        />
      )}
      <p className="evidence-ways no-print">
        <a href={address} target="_blank" rel="noreferrer">
          {w.openFile}
        </a>
        <a href={address} download={name}>
          {w.download}
        </a>
      </p>
    </>
  );
}

function Known({ item }: { item: EvidenceItem }) {
  const w = useWords(evidenceWords);
  const format = useFormat();
  const { note, place, redacted, takenAt, takenBy, takenOn } = item;
  const pairs: readonly (readonly [string, string | undefined])[] = [
    [w.name, `${item.name}（${w.kinds(item.kind)}，${sizeText(item.bytes)}）`],
    [w.takenOn, takenOn && format.day(takenOn)],
    [w.takenBy, takenBy],
    [w.cameraTime, takenAt?.replace('T', ' ')],
    [w.place, place && `${degrees(place.latE7)}, ${degrees(place.lonE7)}`],
    [w.note, note],
    [w.brought, [format.moment(item.addedAt), item.addedBy].filter(Boolean).join(' ')],
    [w.redacted, redacted && w.redactedBecause(format.moment(redacted.at), redacted.reason)],
    [w.receivedHash, item.receivedSha256],
    [w.storedHash, item.storedSha256],
  ];
  return (
    <dl className="evidence-pairs">
      {pairs.map(([title, text]) =>
        text ? (
          <div key={title}>
            <dt>{title}</dt>
            <dd className={/^[0-9a-f]{64}$/.test(text) ? 'evidence-hash' : undefined}>{text}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

/** "28.1234567" from ten-millionths of a degree; whole numbers and text only. */
function degrees(e7: number): string {
  const digits = String(Math.abs(e7)).padStart(8, '0');
  return `${e7 < 0 ? '-' : ''}${digits.slice(0, -7)}.${digits.slice(-7)}`;
}
