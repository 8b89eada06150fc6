/** Every draw with its seed, candidates and who was drawn: whatever is needed to do it again. */

import { useFormat } from '../../format/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { inspectionWords } from '../../words/inspection.ts';
import type { RoundDraw } from '../replies.ts';
import { useDrawnWord } from './round-words.ts';
import './rounds.css';

export function DrawList({ draws }: { draws: readonly RoundDraw[] }) {
  const w = useWords(inspectionWords);
  if (draws.length === 0) return null;
  return (
    <section className="draws">
      <h2>{w.draws}</h2>
      <p className="soft">{w.drawsSays}</p>
      {draws.map((draw) => (
        <Draw key={draw.seq} draw={draw} />
      ))}
    </section>
  );
}

function Draw({ draw }: { draw: RoundDraw }) {
  const w = useWords(inspectionWords);
  const format = useFormat();
  const what = useDrawnWord();
  const ways = { draw: '', rota: w.rota, named: w.named };
  const pairs = [
    [w.chosen, namesOf(draw.chosen)],
    ...(draw.seed === undefined ? [] : [[w.seed, draw.seed]]),
    ...(draw.recused.length === 0
      ? []
      : [[w.recused, draw.recused.map((one) => w.recusedOf(one.person.name, one.why)).join('、')]]),
    ...(draw.reason === undefined ? [] : [[w.why, draw.reason]]),
  ] as const;
  return (
    <details className={draw.isReplaced ? 'draw is-replaced' : 'draw'}>
      <summary>
        {w.drawOf(what(draw), draw.subject?.name ?? '')}
        {w.sentence}
        {namesOf(draw.chosen)}
        {draw.isReplaced && <span className="soft"> {w.replaced}</span>}
      </summary>
      <dl>
        {pairs.map(([title = '', text = '']) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{text}</dd>
          </div>
        ))}
        <div>
          <dt>{w.from4(draw.candidates.length)}</dt>
          <dd>{namesOf(draw.candidates.slice(0, 100))}</dd>
        </div>
      </dl>
      <p className="soft">
        {[ways[draw.way], w.by(draw.by, format.moment(draw.at))].filter(Boolean).join(w.sentence)}
      </p>
    </details>
  );
}

function namesOf(list: readonly { name: string }[]): string {
  return list.map(({ name }) => name).join('、');
}
