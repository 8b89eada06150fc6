/** Photos of a line, or of one place of it: taken, looked at, stamped if the inspector wants, deleted. */

import type { ListedPhoto, SheetContent } from '@oneneedle/kernel';
import { type ChangeEvent, useEffect, useState } from 'react';
import { useWords } from '../../src/words/catalogue.ts';
import type { Draft } from '../draft.ts';
import { keepPhoto, stampPhoto, whereNow } from '../photo.ts';
import { keeper } from '../store.ts';
import type { Write } from '../use-sheet.ts';
import { fieldWords } from '../words.ts';

interface PhotosProps {
  readonly draft: Draft;
  readonly write: Write;
  /** What they are of. */
  readonly of: Pick<ListedPhoto, 'of' | 'line' | 'place'>;
  readonly what: string;
  readonly isReadOnly: boolean;
}

export function Photos({ draft, isReadOnly, of, what, write }: PhotosProps) {
  const w = useWords(fieldWords);
  const [isFailed, setFailed] = useState(false);
  const shown = draft.content.photos.filter(
    (photo) => photo.of === of.of && photo.line === of.line && photo.place === of.place,
  );
  const take = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const files = [...(target.files ?? [])];
    target.value = '';
    setFailed(false);
    for (const file of files) {
      try {
        const number = draft.content.photos.length + 1;
        const name = `${draft.visit.subject.name}-${of.line ?? '表'}-${number}.jpg`;
        const photo = await keepPhoto(draft.id, file, { ...of, name });
        await write((content) => listing(content, photo));
      } catch {
        setFailed(true);
      }
    }
  };
  return (
    <div className="photos">
      {!isReadOnly && (
        <label className="button">
          {w.takePhoto}
          <input
            type="file"
            accept="image/*"
            capture="environment"
            multiple
            aria-label={w.takePhotoOf(what)}
            onChange={(event) => void take(event)}
          />
        </label>
      )}
      {isFailed && <p role="alert">{w.photoFailed}</p>}
      {shown.map((photo, index) => (
        <Photo
          key={photo.sha256}
          {...{ draft, photo, write, isReadOnly }}
          label={w.photo(index + 1)}
        />
      ))}
    </div>
  );
}

/** The same photo twice is one. */
export function listing(content: SheetContent, photo: ListedPhoto): SheetContent {
  const others = content.photos.filter(({ sha256 }) => sha256 !== photo.sha256);
  return { ...content, photos: [...others, photo] };
}

interface PhotoProps {
  readonly draft: Draft;
  readonly photo: ListedPhoto;
  readonly write: Write;
  readonly isReadOnly: boolean;
  readonly label: string;
}

function Photo({ draft, isReadOnly, label, photo, write }: PhotoProps) {
  const w = useWords(fieldWords);
  const url = usePicture(draft.id, photo.sha256);
  const [isFailed, setFailed] = useState(false);
  const without = (content: SheetContent) => ({
    ...content,
    photos: content.photos.filter(({ sha256 }) => sha256 !== photo.sha256),
  });
  const stamp = async () => {
    try {
      const bytes = await keeper.photo(draft.id, photo.sha256);
      if (!bytes) return;
      const stamped = await stampPhoto(draft.id, photo, { bytes, place: await whereNow() });
      await write((content) => listing(without(content), stamped));
    } catch {
      setFailed(true);
    }
  };
  return (
    <figure>
      {url !== undefined && <img src={url} alt={label} />}
      <figcaption>
        {label}
        {photo.takenAt ? ` · ${photo.takenAt.slice(5, 16).replace('T', ' ')}` : ''}
        {photo.stamped ? ` · ${w.stamped}` : ''}
      </figcaption>
      {!isReadOnly && (
        <div className="row">
          {!photo.stamped && photo.name.endsWith('.jpg') && (
            <button type="button" onClick={() => void stamp()}>
              {w.stamp}
            </button>
          )}
          <button
            type="button"
            aria-label={`${w.dropPhoto}：${label}`}
            onClick={() => void write(without)}
          >
            {w.dropPhoto}
          </button>
        </div>
      )}
      {isFailed && <p role="alert">{w.stampFailed}</p>}
    </figure>
  );
}

/** The picture as the device keeps it; undefined once the town has it and the device let go. */
function usePicture(sheet: string, sha256: string): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    let made: string | undefined;
    let isOver = false;
    void keeper.photo(sheet, sha256).then((bytes) => {
      if (!bytes || isOver) return;
      made = URL.createObjectURL(new Blob([new Uint8Array(bytes)]));
      setUrl(made);
    });
    return () => {
      isOver = true;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [sheet, sha256]);
  return url;
}
