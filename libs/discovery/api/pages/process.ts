import type { Localized } from '@isegoria/kernel/contracts';
import { publicUrl } from '@isegoria/kernel/api';
import { latest, lineOf, type PageMaker, sentences } from '../page-maker';
import { addressesOfRows, type PageKind, type SchemaThing, theCity, word } from './page-kind';

interface Phase {
  id: string; name: Localized; summary: Localized; opensAt: string; closesAt: string;
}

interface Process {
  id: string; title: Localized; summary: Localized; currentPhaseId: string | null; phases: Phase[];
}

const QUERY = 'query PageProcess($id: ID!) { process(id: $id) { id title { el en } summary { el en } currentPhaseId phases { id name { el en } summary { el en } opensAt closesAt } } }';

const read = async ({ ask }: PageMaker, id: string) => (await ask<{ process: Process | null }>(QUERY, { id }))?.process ?? null;

/** Something that people take part in here, on the platform. */
function event(name: string, path: string, opensAt: string, closesAt: string): SchemaThing {
  return {
    '@type': 'Event', name, startDate: opensAt, endDate: closesAt, eventStatus: 'https://schema.org/EventScheduled', organizer: theCity(), isAccessibleForFree: true,
    eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode', location: { '@type': 'VirtualLocation', url: `${publicUrl()}${path}` },
  };
}

export const processPages: PageKind = {
  name: 'processes',
  pattern: new RegExp(`^/processes/(?!new$)${word}$`),
  async make(maker, [id = '']) {
    const { t, lt, n, day } = maker;
    const process = await read(maker, id);
    if (!process) return null;
    const { phases, title, summary, currentPhaseId } = process;
    const now = phases.find((phase) => phase.id === currentPhaseId);
    const [first, last] = [phases[0], phases.at(-1)];
    const when = now ? t('process.now', { phase: lt(now.name), at: day(now.closesAt) }) : '';
    return {
      label: t('label.process'),
      title: lt(title),
      description: lineOf(sentences(when, lt(summary))),
      publishedAt: latest(first?.opensAt),
      figures: [{ value: n(phases.length), label: t('process.phases', { count: phases.length }) }],
      act: now ? t('process.act') : '',
      trail: [{ title: t('pages.processes.title'), path: '/processes' }],
      thing: first && last
        ? { ...event(lt(title), `/processes/${id}`, first.opensAt, last.closesAt), subEvent: phases.map((phase) => event(lt(phase.name), `/processes/${id}/phases/${phase.id}`, phase.opensAt, phase.closesAt)) }
        : { '@type': 'WebPage' },
    };
  },
  addresses: (context, after) => addressesOfRows(context, 'processes', after, ({ process }) => ({ path: `/processes/${String(process)}` })),
};

export const phasePages: PageKind = {
  name: 'phases',
  pattern: new RegExp(`^/processes/${word}/phases/(?!new$)${word}$`),
  async make(maker, [id = '', phaseId = '']) {
    const { t, lt, day } = maker;
    const process = await read(maker, id);
    const phase = process?.phases.find((one) => one.id === phaseId);
    if (!process || !phase) return null;
    const path = `/processes/${id}`;
    return {
      label: t('label.phase'),
      title: `${lt(phase.name)}: ${lt(process.title)}`,
      description: lineOf(sentences(t('process.dates', { from: day(phase.opensAt), until: day(phase.closesAt) }), lt(phase.summary))),
      publishedAt: latest(phase.opensAt),
      act: process.currentPhaseId === phaseId ? t('process.act') : '',
      trail: [{ title: t('pages.processes.title'), path: '/processes' }, { title: lt(process.title), path }],
      thing: { ...event(lt(phase.name), `${path}/phases/${phaseId}`, phase.opensAt, phase.closesAt), superEvent: { '@id': `${publicUrl()}${path}#thing` } },
    };
  },
  addresses: (context, after) => addressesOfRows(context, 'processes', after, ({ process, phase }) => ({ path: `/processes/${String(process)}/phases/${String(phase)}` })),
};
