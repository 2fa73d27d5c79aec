import { useWords } from '@isegoria/ui/web';
import type { ShownSurvey } from './documents';

/** Who is asked, and of how many, in sentences. */
export function useAsked({ electorate: { districts, verified, minimumAge, entitled } }: Pick<ShownSurvey, 'electorate'>): string[] {
  const { t, lt } = useWords('surveys');
  return [
    districts.length > 0 ? t('facts.districts', { names: districts.map(({ name }) => lt(name)).join(', ') }) : t('facts.everybody'),
    verified && t('facts.verified'),
    minimumAge !== null && t('facts.age', { age: minimumAge }),
    entitled !== null && t('facts.entitled', { count: entitled }),
  ].filter((one) => typeof one === 'string');
}
