/** The door to an objection on pages of facts and results, and the mark on what somebody objects to. */

import { Link } from '@tanstack/react-router';
import { useOwnRoles, useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { objectingWords } from '../../words/objecting.ts';
import './objecting.css';

/** Posts that object for a village or write down what one said; a person concerned is told by the page. */
const roles = ['village', 'resident-cadre', 'assessment-office', 'supervision'];

interface ObjectLinkProps {
  /** A fact; or a clause, or the whole result, of a subject. */
  about:
    | { readonly fact: string }
    | {
        readonly line: string;
        readonly period: string;
        readonly subject: string;
        readonly clause?: string | undefined;
      };
  /** It is about persons: whoever reads it may be one of them. */
  isPersonal?: boolean;
}

export function ObjectLink({ about, isPersonal = false }: ObjectLinkProps) {
  const w = useWords(objectingWords);
  const town = useTown();
  const own = useOwnRoles();
  if (!isPersonal && !roles.some((role) => own?.includes(role))) return null;
  const isWhole = 'subject' in about && about.clause === undefined;
  return (
    <Link
      to={`/${town}/results/objections/new`}
      search={about as never}
      className="button button-plain objecting-link no-print"
    >
      {isWhole ? w.objectAll : w.object}
    </Link>
  );
}

/** 有异议: on screen and on paper. */
export function Objected() {
  const w = useWords(objectingWords);
  return <span className="objected">{w.objected}</span>;
}
