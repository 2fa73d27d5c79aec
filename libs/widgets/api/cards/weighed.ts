import { percents } from '@isegoria/evaluations/contracts';
import type { Localized, Subject } from '@isegoria/kernel/contracts';
import { subjectKey } from '@isegoria/kernel/contracts';
import type { Card } from '@isegoria/widgets/contracts';
import type { CardPart, Maker } from '../card-maker';

interface Criterion {
  id: string;
  label: Localized;
  counts: number[];
  answered: number;
}

interface Opinion {
  people: number;
  headline: Localized;
  criteria: Criterion[];
}

/** How an act or a choice is weighed, as a visitor is told it. */
export interface FoundWeighing {
  weighing: { openRound: number | null; requests: number; requestsNeeded: number; rounds: { round: number; opinion: Opinion }[] } | null;
  first: { isOpen: boolean } | null;
  second: { isOpen: boolean } | null;
}

/** Asks for it, of the subject `$subject` and the ballots of its two rounds. */
export const WEIGHING = `weighing(subject: $subject) { openRound requests requestsNeeded rounds { round opinion { people headline { el en } criteria { id label { el en } counts answered } } } }
  first: ballot(id: $first) { isOpen } second: ballot(id: $second) { isOpen }`;

/** What that question is asked with: the ballot of the first round has the name of what is weighed. */
export const weighingOf = (subject: Subject) => ({ subject, first: subjectKey(subject), second: `${subjectKey(subject)}.2` });

/** The part of a card that says what the city thinks: of the round of now, beside the one before where there was one. `ended` says why nobody answers any more. */
export function weighedPart(maker: Maker, { kind, id }: Subject, { weighing, first, second }: FoundWeighing, ended: string): Required<Pick<CardPart, 'lead' | 'figures' | 'bars' | 'act'>> {
  const { t, n } = maker;
  const rounds = weighing?.rounds ?? [];
  const [before, after] = [1, 2].map((round) => rounds.find((one) => one.round === round)?.opinion);
  const isOpen = ended === '' && weighing?.openRound ? (weighing.openRound === 2 ? second : first)?.isOpen === true : false;
  const opinion = after && after.people > 0 ? after : before;
  const figures = [
    ...(after ? [{ value: n(after.people), label: t('weighed.after', { count: after.people }) }] : []),
    ...(before ? [{ value: n(before.people), label: t(after ? 'weighed.before' : 'decision.people', { count: before.people }) }] : []),
  ];
  return {
    lead: ended || sentences(maker, { weighing, isOpen, before, after }),
    figures,
    bars: opinion && opinion.people > 0 ? opinion.criteria.map((criterion) => barOf(maker, criterion, opinion === after ? before : undefined)) : [],
    act: isOpen ? { label: t(after ? 'weighed.actAfter' : 'decision.act'), href: `/act/${kind}/${encodeURIComponent(id)}` } : null,
  };
}

function sentences({ t, lt }: Maker, { weighing, isOpen, before, after }: { weighing: FoundWeighing['weighing']; isOpen: boolean; before: Opinion | undefined; after: Opinion | undefined }): string {
  if (!weighing) return '';
  if (!before) return t('weighed.unopened', { requests: weighing.requests, needed: weighing.requestsNeeded });
  const spoken = [after, before].find((opinion) => opinion && opinion.people > 0);
  const parts = [
    isOpen ? (after ? t('weighed.second') : '') : t('weighed.closed'),
    after && after.people === 0 && isOpen ? t('weighed.secondNobody') : '',
    spoken ? lt(spoken.headline) : t('decision.nobody'),
  ];
  return parts.filter(Boolean).join(' ');
}

/** Five steps, worst to best; beside them the share of the best two, and what that was in the round before. */
function barOf({ t, lt }: Maker, { id, label, counts, answered }: Criterion, before: Opinion | undefined): Card['bars'][number] {
  const parts = percents(counts);
  const former = before?.criteria.find((criterion) => criterion.id === id && criterion.answered > 0);
  const said = former ? t('weighed.favourable', { percent: favourable(parts), before: favourable(percents(former.counts)) }) : t('decision.favourable', { percent: favourable(parts) });
  const spoken = parts.map((percent, at) => `${t(`decision.step.${at + 1}`)} ${percent}%`).join(', ');
  return { label: lt(label), form: 'scale', parts, said, spoken: `${spoken}. ${t('decision.answered', { count: answered })}${former ? ` ${said}.` : ''}` };
}

const favourable = (parts: readonly number[]): number => (parts[3] ?? 0) + (parts[4] ?? 0);
