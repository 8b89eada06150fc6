/** What more points under which indicator would do to the place: worked out here, kept nowhere. */

import type { BenchmarkShown } from '@oneneedle/contract';
import { type BenchmarkList, benchmarkChance, readBenchmark } from '@oneneedle/kernel';
import { useMemo, useState } from 'react';
import { useSession } from '../../api/index.ts';
import { plainDigits } from '../../format/index.ts';
import { useTown } from '../../shell/index.ts';
import { benchmarkWords } from '../../words/benchmark.ts';
import { useWords } from '../../words/catalogue.ts';
import { rankText } from './rank-words.ts';
import './benchmark.css';

type Words = (typeof benchmarkWords)['en'];

/** The name of the town one is in, as a list calls it. */
export function useTownName(): string {
  const code = useTown();
  const { data } = useSession();
  return data?.towns.find((one) => one.code === code)?.name ?? '';
}

export function Chances({ list }: { list: BenchmarkShown }) {
  const w = useWords(benchmarkWords);
  const own = useTownName();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const read = useMemo(() => readBenchmark(list.cells, own).list, [list.cells, own]);
  const gains = Object.fromEntries(
    Object.entries(typed)
      .map(([name, text]) => [name, plainDigits(text)] as const)
      .filter(([, text]) => text !== ''),
  );
  return (
    <section className="benchmark-chances">
      <h2>{w.tryTitle}</h2>
      <p className="soft no-print">{w.tryWhy}</p>
      <div className="benchmark-gains no-print">
        {list.place.indicators.map(({ name, lost }) => (
          <label key={name}>
            <span>
              {name}
              {lost === undefined ? '' : `（${filledText({ read, own, name, lost }, w)}）`}
            </span>
            <input
              inputMode="decimal"
              aria-label={w.gainOf(name)}
              value={typed[name] ?? ''}
              maxLength={10}
              onChange={({ target }) => setTyped({ ...typed, [name]: target.value })}
            />
          </label>
        ))}
      </div>
      <p role="status" className="no-print">
        {Object.keys(gains).length === 0
          ? w.tryNothing
          : answerOf(benchmarkChance(read, own, gains), w)}
      </p>
    </section>
  );
}

interface Filled {
  read: BenchmarkList;
  own: string;
  name: string;
  lost: string;
}

/** The place with all that was lost under one indicator, so that one sees where it pays. */
function filledText({ read, own, name, lost }: Filled, w: Words): string {
  const found = benchmarkChance(read, own, { [name]: lost });
  if ('refused' in found) return w.lostBy(lost);
  const rank = rankText(found.rank, w);
  return found.tiedWith.length > 0 ? w.filledTied(lost, rank) : w.filled(lost, rank);
}

function answerOf(found: ReturnType<typeof benchmarkChance>, w: Words): string {
  if ('refused' in found) {
    if (found.refused === 'totals-unknown') return w.tryUnknown;
    return found.refused === 'no-number'
      ? w.tryNoNumber(found.indicator)
      : w.tryBeyond(found.indicator);
  }
  const { total, rank, tiedWith, passed } = found;
  return [
    w.tryResult(total, rankText(rank, w)),
    tiedWith.length > 0 ? w.tryTied(tiedWith.join(w.listComma)) : '',
    passed.length > 0 ? w.tryPassed(passed.join(w.listComma)) : '',
  ]
    .filter(Boolean)
    .join(' ');
}
