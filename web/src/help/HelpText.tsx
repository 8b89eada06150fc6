/** The sentences and the picture of one page's help; the same in the panel and in the whole guide. */

import { usePreferences } from '../shell/preferences.ts';
import { useWords } from '../words/catalogue.ts';
import type { PageHelp } from '../words/help.ts';
import { helpWords } from '../words/help-page.ts';
import { pictureAddress } from './pictures.ts';

export function HelpText({ help: { said, picture } }: { help: PageHelp }) {
  const w = useWords(helpWords);
  const { language } = usePreferences();
  const address = picture && pictureAddress(picture.name);
  return (
    <>
      {said[language].map((sentence) => (
        <p key={sentence} className="prose">
          {sentence}
        </p>
      ))}
      {picture && (
        <figure className="help-picture">
          <a href={address} target="_blank" rel="noreferrer">
            <img src={address} alt={picture[language]} loading="lazy" />
            <span className="reader-only">{w.larger}</span>
          </a>
          <figcaption>{picture[language]}</figcaption>
        </figure>
      )}
    </>
  );
}
