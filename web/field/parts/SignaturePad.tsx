/** A frame in which the representative of the village signs with a finger. */

import type { SheetContent } from '@oneneedle/kernel';
import { type PointerEvent, type RefObject, useRef, useState } from 'react';
import { useWords } from '../../src/words/catalogue.ts';
import type { Draft } from '../draft.ts';
import { keepDrawing } from '../photo.ts';
import type { Write } from '../use-sheet.ts';
import { fieldWords } from '../words.ts';

interface PadProps {
  readonly draft: Draft;
  readonly write: Write;
  readonly isReadOnly: boolean;
}

const width = 640;
const height = 320;

export function SignaturePad({ draft, isReadOnly, write }: PadProps) {
  const w = useWords(fieldWords);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isDrawn, setDrawn] = useState(false);
  const pen = usePen(canvas, () => setDrawn(true));
  const isKept = draft.content.photos.some(({ of }) => of === 'signature');
  const clear = () => {
    canvas.current?.getContext('2d')?.clearRect(0, 0, width, height);
    setDrawn(false);
    void write(withoutSignature);
  };
  const keep = async () => {
    if (!canvas.current) return;
    const name = `${draft.visit.subject.name}-签字.png`;
    const drawing = await keepDrawing(draft.id, canvas.current, { of: 'signature', name });
    await write((content) => {
      const { photos, ...rest } = withoutSignature(content);
      return { ...rest, photos: [...photos, drawing] };
    });
  };
  if (isReadOnly) return isKept ? <p>{w.signKept}</p> : null;
  return (
    <div className="pad">
      <p>{isKept ? w.signKept : w.sign}</p>
      <canvas ref={canvas} width={width} height={height} aria-label={w.sign} {...pen} />
      <div className="row">
        <button type="button" onClick={clear}>
          {w.clearSign}
        </button>
        <button type="button" className="main" disabled={!isDrawn} onClick={() => void keep()}>
          {w.keepSign}
        </button>
      </div>
    </div>
  );
}

function withoutSignature(content: SheetContent): SheetContent {
  return { ...content, photos: content.photos.filter(({ of }) => of !== 'signature') };
}

/** Draws where a finger goes; what is drawn is as wide on every screen. */
function usePen(canvas: RefObject<HTMLCanvasElement | null>, drawn: () => void) {
  const isDown = useRef(false);
  const at = ({ clientX, clientY }: PointerEvent<HTMLCanvasElement>) => {
    const box = canvas.current?.getBoundingClientRect();
    if (!box) return [0, 0] as const;
    const across = ((clientX - box.left) * width) / box.width;
    return [across, ((clientY - box.top) * height) / box.height] as const;
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLCanvasElement>) => {
      const pen = canvas.current?.getContext('2d');
      if (!pen) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      isDown.current = true;
      pen.lineWidth = 4;
      pen.lineCap = 'round';
      pen.lineJoin = 'round';
      pen.beginPath();
      pen.moveTo(...at(event));
    },
    onPointerMove: (event: PointerEvent<HTMLCanvasElement>) => {
      const pen = canvas.current?.getContext('2d');
      if (!isDown.current || !pen) return;
      pen.lineTo(...at(event));
      pen.stroke();
      drawn();
    },
    onPointerUp: () => {
      isDown.current = false;
    },
  };
}
