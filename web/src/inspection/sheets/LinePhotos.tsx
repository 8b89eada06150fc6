/** Photos that are added to what is typed: chosen from files, drawn down, kept on this computer until sent. */

import type { ListedPhoto } from '@oneneedle/kernel';
import { type ChangeEvent, useEffect, useState } from 'react';
import { keepPhoto } from '../../../field/photo.ts';
import { keeper } from '../../../field/store.ts';
import { Button } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { sheetWords } from '../../words/sheets.ts';
import type { Typing } from './use-typing.ts';

interface PhotosProps {
  typing: Typing;
  /** What they are of. */
  of: Pick<ListedPhoto, 'of' | 'line' | 'place'>;
  what: string;
}

export function LinePhotos({ of, typing, what }: PhotosProps) {
  const w = useWords(sheetWords);
  const [isFailed, setFailed] = useState(false);
  const { content, draft, write } = typing;
  const shown = content.photos.filter(
    (photo) => photo.of === of.of && photo.line === of.line && photo.place === of.place,
  );
  const add = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const files = [...(target.files ?? [])];
    target.value = '';
    setFailed(false);
    for (const [index, file] of files.entries()) {
      const number = content.photos.length + index + 1;
      const name = `${draft.visit.subject.name}-${of.line ?? of.of}-${number}.jpg`;
      try {
        const photo = await keepPhoto(draft.id, file, { ...of, name });
        // The same photo twice is one.
        write((one) => ({
          ...one,
          photos: [...one.photos.filter(({ sha256 }) => sha256 !== photo.sha256), photo],
        }));
      } catch {
        setFailed(true);
      }
    }
  };
  const drop = (sha256: string) =>
    write((one) => ({ ...one, photos: one.photos.filter((photo) => photo.sha256 !== sha256) }));
  return (
    <span className="typing-photos">
      <label className="button button-link">
        {w.addPhoto}
        <input
          type="file"
          accept="image/*"
          multiple
          aria-label={w.addPhotoTo(what)}
          onChange={(event) => void add(event)}
        />
      </label>
      {shown.map(({ sha256 }, index) => (
        <span key={sha256} className="typing-photo">
          <Picture sheet={draft.id} sha256={sha256} label={`${what} ${w.photo(index + 1)}`} />
          <Button kind="link" onClick={() => drop(sha256)}>
            {w.dropPhoto(index + 1)}
          </Button>
        </span>
      ))}
      {isFailed && (
        <span role="alert" className="field-error">
          {w.photoFailed}
        </span>
      )}
    </span>
  );
}

/** The picture as this computer keeps it. */
function Picture({ label, sha256, sheet }: { label: string; sha256: string; sheet: string }) {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    let made: string | undefined;
    let isOver = false;
    void keeper.photo(sheet, sha256).then((bytes) => {
      if (!bytes || isOver) return;
      made = URL.createObjectURL(new Blob([new Uint8Array(bytes)]));
      setAddress(made);
    });
    return () => {
      isOver = true;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [sheet, sha256]);
  return address === undefined ? null : <img src={address} alt={label} />;
}
