import type { Locale } from '@isegoria/kernel/contracts';
import { useEffect, useState, type ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { CityClient, makeCityClient } from './graph/city-client';
import { answerWith, type Answerer } from './graph/graph';
import { giveWords, startWords, type Catalogue } from './words/words';

export interface StageProps {
  /** The words that the part speaks, by slice. */
  words?: Catalogue;
  locale?: Locale;
  /** The address at which it stands. */
  path?: string;
  /** Answers its questions in place of the server. */
  answer?: Answerer;
  children: ReactNode;
}

const NO_WORDS: Catalogue = {};

/** A small theatre for one part of a page, for tests: words, an address, a memory of answers, and a server that says what one wants. */
export function Stage({ words = NO_WORDS, locale = 'el', path = '/', answer, children }: StageProps) {
  const [client] = useState(makeCityClient);
  const [ready, setReady] = useState(false);
  useEffect(() => {
    answerWith(answer ?? null);
    startWords(locale, null);
    giveWords(locale, words);
    setReady(true);
    return () => answerWith(null);
  }, [answer, locale, words]);
  return ready ? (
    <CityClient client={client}>
      <MemoryRouter initialEntries={[path]}>{children}</MemoryRouter>
    </CityClient>
  ) : null;
}
