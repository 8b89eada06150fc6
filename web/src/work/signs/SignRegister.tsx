/** Signs and groups one by one, narrowed by the figure that was opened, with what may be done. */

import { useState } from 'react';
import { useFormat } from '../../format/index.ts';
import { Button, useAddress } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { signWords } from '../../words/signs.ts';
import { EndForm, IdleForm, KeepForm } from './forms.tsx';
import type { Sign, Signs } from './replies.ts';
import type { Narrowed } from './SignFigures.tsx';

const figures = ['atStart', 'added', 'ended', 'left', 'kept', 'idle'] as const;
type Deed = 'end' | 'keep' | 'idle';

export function SignRegister({ signs }: { signs: Signs }) {
  const w = useWords(signWords);
  const { search, change } = useAddress();
  const [deed, setDeed] = useState<{ what: Deed; sign: Sign }>();
  const rows = signs.rows.filter((sign) => isAmong(sign, search, signs.year));
  const said = useNarrowed(signs, search);
  const mayChange = rows.some((sign) => sign.mayChange);
  return (
    <section id="register">
      <h2>{w.register}</h2>
      {said.length > 0 && (
        <p>
          {w.narrowed(said)}{' '}
          <Button onClick={() => change({ unit: '', office: '', kind: '', what: '' })}>
            {w.all}
          </Button>
        </p>
      )}
      {rows.length === 0 ? (
        <p>{w.noneSuch}</p>
      ) : (
        <div className="demand-box sign-register">
          <table className="demand-table">
            <thead>
              <tr>
                <th scope="col">{w.village}</th>
                <th scope="col">{w.name}</th>
                <th scope="col">{w.kind}</th>
                <th scope="col">{w.office}</th>
                <th scope="col">{w.basis}</th>
                <th scope="col">{w.standing}</th>
                {mayChange && <th scope="col">{w.deeds}</th>}
              </tr>
            </thead>
            <tbody>
              {rows.map((sign) => (
                <tr key={sign.id}>
                  <td>{sign.unit.name}</td>
                  <th scope="row">{sign.name}</th>
                  <td>{w[sign.kind]}</td>
                  <td>{sign.office.name}</td>
                  <td>{sign.basis}</td>
                  <td>
                    <Standing sign={sign} />
                  </td>
                  {mayChange && (
                    <td className="no-print">
                      <Deeds
                        sign={sign}
                        mayKeep={signs.mayKeep}
                        onDeed={(what) => setDeed({ what, sign })}
                      />
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {deed && <DeedOf {...deed} today={signs.today} onClose={() => setDeed(undefined)} />}
    </section>
  );
}

/** Whether a figure of the year counts it. */
function isAmong(
  { unit, office, kind, sinceOn, end, isKept, idle }: Sign,
  narrowed: Readonly<Partial<Record<keyof Narrowed, string | undefined>>>,
  year: string,
): boolean {
  const isNew = sinceOn?.slice(0, 4) === year;
  const isEnded = end?.on.slice(0, 4) === year;
  const is = {
    atStart: !isNew,
    added: isNew,
    ended: isEnded,
    left: !isEnded,
    kept: !isEnded && isKept,
    idle: !isEnded && idle !== undefined,
  };
  const what = figures.find((one) => one === narrowed.what);
  return (
    (!narrowed.unit || unit.code === narrowed.unit) &&
    (!narrowed.office || office.code === narrowed.office) &&
    (!narrowed.kind || kind === narrowed.kind) &&
    (what === undefined || is[what])
  );
}

/** What the address narrows the rows to, in words. */
function useNarrowed(
  { villages, offices }: Signs,
  { unit, office, kind, what }: Readonly<Partial<Record<keyof Narrowed, string | undefined>>>,
): string[] {
  const w = useWords(signWords);
  const figure = figures.find((one) => one === what);
  const words = [
    unit && (villages.find((row) => row.unit.code === unit)?.unit.name ?? unit),
    office && (offices.find((row) => row.office.code === office)?.office.name ?? office),
    kind === 'sign' || kind === 'group' ? w[kind] : '',
    figure && w[figure],
  ];
  return words.flatMap((word) => word || []);
}

function Standing({ sign: { countedOn, isKept, idle, end } }: { sign: Sign }) {
  const w = useWords(signWords);
  const format = useFormat();
  if (end) {
    const proof = end.evidence === '' ? '' : w.evidenceAt(end.evidence);
    return [w.endedOn(format.day(end.on), end.how), proof].filter(Boolean).join('；');
  }
  return [
    isKept ? w.isKept : w.living(format.day(countedOn)),
    idle ? w.isIdle(format.day(idle.on), idle.by) : '',
  ]
    .filter(Boolean)
    .join('；');
}

interface DeedsProps {
  sign: Sign;
  mayKeep: boolean;
  onDeed(deed: Deed): void;
}

function Deeds({ sign, mayKeep, onDeed }: DeedsProps) {
  const w = useWords(signWords);
  if (!sign.mayChange) return null;
  const deeds: readonly [Deed, string, boolean][] = [
    ['end', w.end, true],
    ['keep', sign.isKept ? w.unkeep : w.keep, mayKeep],
    ['idle', sign.idle ? w.notIdle : w.callIdle, sign.kind === 'group'],
  ];
  return (
    <span className="demand-deeds">
      {deeds.map(
        ([deed, word, isOpen]) =>
          isOpen && (
            <Button
              key={deed}
              kind="link"
              aria-label={w.deedOf(word, sign.name)}
              onClick={() => onDeed(deed)}
            >
              {word}
            </Button>
          ),
      )}
    </span>
  );
}

interface DeedOfProps {
  what: Deed;
  sign: Sign;
  today: string;
  onClose(): void;
}

function DeedOf({ what, sign, today, onClose }: DeedOfProps) {
  if (what === 'end') return <EndForm sign={sign} today={today} onClose={onClose} />;
  if (what === 'keep') return <KeepForm sign={sign} onClose={onClose} />;
  return <IdleForm sign={sign} onClose={onClose} />;
}
