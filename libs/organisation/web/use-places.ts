import { useEffect, useState } from 'react';
import { graphql, type ResultOf, useGraph, useWords } from '@isegoria/ui/web';

const FindPlaces = graphql(`
  query FindPlaces($text: String!, $locale: String) {
    findPlaces(text: $text, locale: $locale) { label districtId lat lng }
  }
`);

export type FoundPlace = ResultOf<typeof FindPlaces>['findPlaces'][number];

const patience = 150;
const none: FoundPlace[] = [];

/** The places that a text names, a moment after the typing paused. */
export function usePlaces(text: string): FoundPlace[] {
  const { locale } = useWords('organisation');
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const pause = setTimeout(() => setAsked(text.trim()), patience);
    return () => clearTimeout(pause);
  }, [text]);
  const enabled = asked.length >= 2 && text !== '';
  const { data } = useGraph(FindPlaces, { text: asked, locale }, { enabled, staleMs: 600_000, keepPrevious: true });
  return enabled ? (data?.findPlaces ?? none) : none;
}
