import { Loaded, Page, type Problem, useGraph, useWords, Waiting } from '@isegoria/ui/web';
import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { type Service, ServicesDocument } from '../documents';
import { CheckStep } from './check-step';
import { MoreStep } from './more-step';
import { OfflineNote } from './offline-note';
import { ServiceStep } from './service-step';
import { type ChangeReport, problemsIn, type Report, type StepName, stepOf, steps, useReport } from './use-report';
import { WhereStep } from './where-step';

/** What each step is told. */
export interface StepProps {
  service: Service;
  report: Report;
  change: ChangeReport;
  problems: readonly Problem[];
  /** Goes on where nothing of this step is wrong; otherwise says what is. */
  onNext(): void;
}

/** Reporting a problem: what, where, a picture and words, off it goes. One question at a time; the address says which, so that «back» goes a step back. */
export function Component() {
  const answer = useGraph(ServicesDocument, {}, { staleMs: 600_000, kept: true });
  return <Loaded answer={answer}>{({ requestServices }) => <Reporting services={requestServices.filter(({ isRetired }) => !isRetired)} />}</Loaded>;
}

function Reporting({ services }: { services: readonly Service[] }) {
  const { t } = useWords('requests');
  const [search, setSearch] = useSearchParams();
  const { report, change, forget } = useReport();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [startAt, setStartAt] = useState<string | null>(null);
  const service = services.find(({ id }) => id === report.serviceId);
  const step = (service && steps.find((one) => one === search.get('step'))) ?? 'what';
  const isOffered = useOffered(services, change);
  // Whoever has been here once can begin a report without a network.
  useEffect(() => void navigator.serviceWorker?.ready.then(({ active }) => active?.postMessage('keep-report')), []);
  if (isOffered) return <Waiting />;

  const goTo = (next: StepName, { found = [], field = null }: { found?: readonly Problem[]; field?: string | null } = {}) => {
    setProblems(found);
    setStartAt(field);
    setSearch(next === 'what' ? {} : { step: next });
  };
  if (!service || step === 'what') {
    const choose = (serviceId: string) => {
      change({ serviceId });
      goTo('where');
    };
    return <Page step="what" title={t('new.what')} lead={t('new.lead')} back={{ to: '/requests', label: t('back') }}><OfflineNote /><ServiceStep services={services} chosen={report.serviceId} onChoose={choose} /></Page>;
  }
  const next = () => {
    const found = problemsIn(report, service).filter(({ field }) => stepOf(field) === step);
    if (found.length > 0) return setProblems(found);
    goTo(step === 'where' ? 'more' : 'check');
  };
  const common = { service, report, change, problems, onNext: next };
  if (step === 'where') return <WhereStep {...common} startAt={startAt} onChooseAnother={() => goTo('what')} />;
  if (step === 'more') return <MoreStep {...common} startAt={startAt} onBack={() => goTo('where')} />;
  return <CheckStep {...common} onBack={goTo} onSent={forget} />;
}

/** A service that the address offers, as a link from a page or a sign on a lamp post does: whoever comes by it is asked one question less. */
function useOffered(services: readonly Service[], change: ChangeReport): boolean {
  const [search, setSearch] = useSearchParams();
  const offered = services.find(({ id }) => id === search.get('service'))?.id;
  const take = useRef((_serviceId: string) => {});
  take.current = (serviceId) => {
    change({ serviceId });
    setSearch({ step: 'where' }, { replace: true });
  };
  useEffect(() => {
    if (offered) take.current(offered);
  }, [offered]);
  return offered !== undefined;
}
