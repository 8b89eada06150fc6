/** The session ended before the page was opened. */

import { Link } from '@tanstack/react-router';
import { authWords } from '../words/auth.ts';
import { useWords } from '../words/catalogue.ts';

export function SignInAgain() {
  const w = useWords(authWords);
  return (
    <p role="alert">
      {w.signInFirst} <Link to="/sign-in">{w.signIn}</Link>
    </p>
  );
}
