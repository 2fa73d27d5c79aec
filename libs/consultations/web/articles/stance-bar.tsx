import { type Stance, stances } from '@isegoria/consultations/contracts';
import { Bar, useWords } from '@isegoria/ui/web';

/** How many people stand how. */
export type StanceCounts = Record<Stance, number>;

const tones = { agree: 'olive', withChanges: 'sun', disagree: 'terracotta' } as const;

/** How people stand on an article, at a glance; nothing where nobody has said it yet. */
export function StanceBar({ counts, label }: { counts: StanceCounts; label: string }) {
  const { t } = useWords('consultations');
  if (peopleOf(counts) === 0) return null;
  return <Bar label={label} parts={stances.map((name) => ({ label: t(`stance.${name}`), value: counts[name], tone: tones[name] }))} />;
}

export const peopleOf = ({ agree, withChanges, disagree }: StanceCounts): number => agree + withChanges + disagree;
