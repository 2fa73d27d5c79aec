import { Card, DateText, type Fact, Facts, type ResultOf, Tag, useGraph, useWords } from '@isegoria/ui/web';
import { type DecisionDocument, MyEvaluationDocument } from '../documents';

type Versions = ResultOf<typeof DecisionDocument>['decisionVersions'];

/** The versions of an act that was corrected or revoked: what each corrects, how many evaluated it, and which one the reader did. */
export function DecisionVersions({ id, versions }: { id: string; versions: Versions }) {
  const { t, d } = useWords('evaluations');
  const mine = useGraph(MyEvaluationDocument, { id }, { enabled: versions.length > 1 }).data?.myEvaluation;
  if (versions.length < 2) return null;
  const name = (at: number, status: string) => t(status === 'REVOKED' ? 'versions.revoked' : at === 0 ? 'versions.first' : 'versions.corrected');
  const fact = ({ versionId, correctedVersionId, status, at, evaluations }: Versions[number], place: number): Fact => {
    const before = status === 'REVOKED' ? undefined : versions.find((one) => one.versionId === correctedVersionId);
    return {
      label: name(place, status),
      value: (
        <>
          <DateText at={at} /> {status !== 'REVOKED' && mine?.versionId === versionId && <Tag tone="olive">{t('versions.mine')}</Tag>}
          {before && <div>{t('versions.corrects', { date: d(before.at) })}</div>}
          {evaluations > 0 && <div>{t('versions.evaluations', { count: evaluations })}</div>}
        </>
      ),
    };
  };
  return (
    <Card title={t('versions.title')} note={t('versions.note')}>
      <Facts facts={versions.map(fact)} />
    </Card>
  );
}
