import { CITY } from '@isegoria/budgeting/contracts';
import { moneyText } from '@isegoria/kernel/contracts';
import { useCity } from '@isegoria/organisation/web';
import { useWords } from '@isegoria/ui/web';

/** Cents as people write money: 12.500 €, and cents only where there are any. */
export function useMoney(currency = 'EUR'): (cents: number) => string {
  const { locale } = useWords('budgeting');
  return (cents) => moneyText(locale, cents, currency);
}

/** The name of an area: the whole city, or a district. Of an imported budget a district is known by its own word only. */
export function useAreaName(): (areaId: string) => string {
  const { t } = useWords('budgeting');
  const { districtName } = useCity();
  return (areaId) => (areaId === CITY ? t('city') : districtName(areaId) || areaId);
}

/** A number that this browser drew once, so that its lists have an order of their own that stays. */
export function ownLot(): number {
  const place = 'isegoria.budget-lot';
  try {
    const known = Number(localStorage.getItem(place));
    if (known > 0) return known;
    const drawn = 1 + Math.floor(Math.random() * 2 ** 31);
    localStorage.setItem(place, String(drawn));
    return drawn;
  } catch {
    return 1;
  }
}
