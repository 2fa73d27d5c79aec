import { useKept } from './use-kept';

interface Edited<Typed> {
  /** A fresh thing's first values, or what stands. */
  start: Typed;
  /** As the city has it; null for a new one. */
  stands: { revision: number } | null;
  onTouch?: (() => void) | undefined;
}

/**
 * What somebody types over a thing that others may save meanwhile: kept in this tab under the key until it is saved.
 * It is overtaken once what stands has another revision than the one that was typed over.
 */
export function useEdited<Typed extends { revision: number | null }>(key: string, { start, stands, onTouch }: Edited<Typed>) {
  const [kept, keep, forget] = useKept<Typed | null>(key, null);
  const typed = kept ?? start;
  const isOvertaken = kept !== null && stands !== null && kept.revision !== stands.revision;
  const change = (part: Partial<Typed>) => {
    keep({ ...typed, ...part });
    onTouch?.();
  };
  return { typed, isTyped: kept !== null, isOvertaken, change, keep, forget };
}
