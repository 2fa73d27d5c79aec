import { useRef } from 'react';
import { currentLocale, graph, graphql } from '@isegoria/ui/web';

const PlaceNear = graphql(`
  query PlaceNear($lat: Float!, $lng: Float!, $locale: String) {
    placeNear(lat: $lat, lng: $lng, locale: $locale) { label }
  }
`);

const patience = 350;

/** Names the street near a pin. A name that came from here may be replaced by the next; what a person typed may not. */
export function usePlaceNear() {
  const given = useRef('');
  const asked = useRef(0);
  return {
    gave: (label: string) => label === given.current,
    /** The name for the last point asked for, or null where a newer question overtook this one. */
    async ask(point: { lat: number; lng: number }): Promise<string | null> {
      const mine = ++asked.current;
      await new Promise((wake) => setTimeout(wake, patience));
      if (mine !== asked.current) return null;
      const answer = await graph(PlaceNear, { ...point, locale: currentLocale() }).catch(() => null);
      const label = answer?.placeNear?.label ?? null;
      if (mine !== asked.current || label === null) return null;
      return (given.current = label);
    },
  };
}
