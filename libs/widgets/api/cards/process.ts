import type { Localized } from '@isegoria/kernel/contracts';
import type { MakeCard } from '../card-maker';

interface Found {
  process: { title: Localized; summary: Localized; currentPhaseId: string | null; phases: { id: string; name: Localized; opensAt: string; closesAt: string }[] } | null;
  now: string;
}

const QUERY = 'query WidgetProcess($id: ID!) { now process(id: $id) { title { el en } summary { el en } currentPhaseId phases { id name { el en } opensAt closesAt } } }';

export const processCard: MakeCard = async ({ ask, t, lt, day }, id) => {
  const found = await ask<Found>(QUERY, { id });
  if (!found?.process) return null;
  const { title, summary, phases, currentPhaseId } = found.process;
  const current = phases.find((phase) => phase.id === currentPhaseId);
  const next = phases.find(({ opensAt }) => opensAt > found.now);
  const href = `/processes/${encodeURIComponent(id)}`;
  const lead = current ? t('process.now', { phase: lt(current.name), at: day(current.closesAt) }) : next ? t('process.next', { phase: lt(next.name), at: day(next.opensAt) }) : t('process.over');
  return {
    title: lt(title),
    href,
    lead: `${lt(summary)} ${lead}`.trim(),
    items: phases.map(({ id: phase, name, opensAt, closesAt }) => ({
      title: lt(name),
      lang: '',
      href: '',
      note: `${t('process.dates', { from: day(opensAt), until: day(closesAt) })}${phase === currentPhaseId ? ` · ${t('process.isNow')}` : ''}`,
    })),
  };
};
