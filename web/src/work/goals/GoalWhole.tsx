/** What a goal says: how far and why, what it is made of, what was written, read and done. */

import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormat } from '../../format/index.ts';
import { Button, useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { goalWords } from '../../words/goals.ts';
import { useStateText } from '../items/use-items.ts';
import { GoalArithmetic } from './GoalArithmetic.tsx';
import { GoalCourse } from './GoalCourse.tsx';
import { GoalLight } from './GoalLight.tsx';
import { GoalPairs } from './GoalPairs.tsx';
import type { GoalPage, GoalReading } from './replies.ts';

interface WholeProps {
  page: GoalPage;
  onOpen(id: string): void;
  onCorrect(reading: GoalReading): void;
}

export function GoalWhole({ page, onOpen, onCorrect }: WholeProps) {
  const w = useWords(goalWords);
  const { goal, above, findings, text } = page;
  return (
    <div className="goal-whole">
      {above.length > 0 && (
        <p className="soft">
          {w.above}{' '}
          {[...above].reverse().map(({ id, code, title }) => (
            <span key={id}>
              <Button kind="link" onClick={() => onOpen(id)}>
                {code} {title}
              </Button>{' '}
            </span>
          ))}
        </p>
      )}
      <p>
        <GoalLight state={goal.light.state} /> {goal.light.why}
      </p>
      {page.isOwn && <p className="soft">{w.isOwn}</p>}
      {findings.length > 0 && (
        <ul>
          {findings.map(({ code, sentence }) => (
            <li key={`${code} ${sentence}`}>{sentence}</li>
          ))}
        </ul>
      )}
      <GoalPairs page={page} onOpen={onOpen} />
      <Section title={w.arithmetic}>
        <GoalArithmetic page={page} onOpen={onOpen} />
      </Section>
      {text.steps.length > 0 && (
        <Section title={w.steps}>
          <Steps page={page} />
        </Section>
      )}
      <Written page={page} />
      {page.items.length > 0 && (
        <Section title={w.items}>
          <Items page={page} />
        </Section>
      )}
      <GoalCourse page={page} onCorrect={onCorrect} />
    </div>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Steps({ page: { text, goal } }: { page: GoalPage }) {
  const w = useWords(goalWords);
  const format = useFormat();
  return (
    <ol>
      {text.steps.map(({ title, on, quantity }) => (
        <li key={`${on} ${title}`}>
          {format.day(on)} {title}
          {quantity !== undefined && `（${w.stepQuantity(quantity, goal.unit ?? '')}）`}
        </li>
      ))}
    </ol>
  );
}

/** The items that were made of it, each with its door. */
function Items({ page: { items } }: { page: GoalPage }) {
  const format = useFormat();
  const town = useTown();
  const stateText = useStateText();
  return (
    <ul>
      {items.map(({ id, no, title, state, dueOn }) => (
        <li key={id}>
          <Link to={`/${town}/work/items/${id}`}>
            {no} {title}
          </Link>{' '}
          <span className="soft">
            {stateText({ state })} {dueOn && format.day(dueOn)}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** 方法、措施、变量、意外, as they were written. */
function Written({ page: { text } }: { page: GoalPage }) {
  const w = useWords(goalWords);
  const parts = [
    [w.method, text.method],
    [w.measures, text.measures],
    [w.risks, text.risks],
    [w.contingency, text.contingency],
  ].filter(([, said]) => said !== '');
  if (parts.length === 0) return null;
  return (
    <dl className="goal-pairs">
      {parts.map(([title, said]) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd>{said}</dd>
        </div>
      ))}
    </dl>
  );
}
