/** One entry of an `Accept` header: a range of media types and how much it is wanted. */
interface Wish {
  range: string;
  quality: number;
}

/**
 * Which of the offers the caller wants most (RFC 9110, 12.5.1); of two that are wanted alike the one offered first, null where none is
 * wanted. A header that cannot be read is one that was not sent.
 */
export function wanted<const T extends string>(accept: string | undefined, offers: readonly T[]): T | null {
  const wishes = wishesOf(accept ?? '*/*');
  if (wishes.length === 0) return offers[0] ?? null;
  const graded = offers.map((offer) => ({ offer, quality: qualityOf(offer, wishes) })).filter(({ quality }) => quality > 0);
  return graded.reduce<(typeof graded)[number] | null>((best, one) => (best && best.quality >= one.quality ? best : one), null)?.offer ?? null;
}

function wishesOf(accept: string): Wish[] {
  return accept.slice(0, 1000).toLowerCase().split(',').flatMap((part) => {
    const [range = '', ...parameters] = part.split(';').map((word) => word.trim());
    const quality = Number(parameters.find((word) => word.startsWith('q='))?.slice(2) ?? 1);
    return /^[\w.+*-]+\/[\w.+*-]+$/.test(range) && quality >= 0 && quality <= 1 ? [{ range, quality }] : [];
  });
}

/** The most exact range that holds the offer decides. */
function qualityOf(offer: string, wishes: readonly Wish[]): number {
  const ranges = [offer, `${offer.split('/')[0] ?? ''}/*`, '*/*'];
  for (const range of ranges) {
    const wish = wishes.find((one) => one.range === range);
    if (wish) return wish.quality;
  }
  return 0;
}
