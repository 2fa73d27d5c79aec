import { Button, Card, Notice, TextField, useWords } from '@isegoria/ui/web';
import type { Localized } from '@isegoria/kernel/contracts';
import type { Phase } from '../documents';

type Criterion = Phase['settings']['criteria'][number];

interface CriteriaFieldsProps {
  criteria: readonly Criterion[];
  /** People have answered already: words may be bettered, but nothing comes or goes. */
  fixed: boolean;
  onChange(criteria: Criterion[]): void;
}

const most = 8;
const empty: Criterion = { id: '', label: { el: '', en: '' }, question: { el: '', en: '' } };

/** What decisions are weighed by, with the questions as they are asked. */
export function CriteriaFields({ criteria, fixed, onChange }: CriteriaFieldsProps) {
  const { t, lt } = useWords('processes');
  const change = (at: number, part: Partial<Criterion>) => onChange(criteria.map((criterion, place) => (place === at ? { ...criterion, ...part } : criterion)));
  return (
    <>
      {fixed && <Notice>{t('edit.criteriaFixed')}</Notice>}
      {criteria.map((criterion, at) => (
        <Card key={at} title={lt(criterion.label) || t('edit.newCriterion')}>
          <Pair name={`settings.criteria.${at}.label`} words="label" value={criterion.label} onChange={(label) => change(at, { label })} />
          <Pair name={`settings.criteria.${at}.question`} words="question" value={criterion.question} onChange={(question) => change(at, { question })} />
          {!fixed && (
            <Button variant="quiet" onClick={() => onChange(criteria.filter((_, place) => place !== at))}>
              {t('edit.removeCriterion')}
            </Button>
          )}
        </Card>
      ))}
      {!fixed && criteria.length < most && (
        <Button variant="secondary" onClick={() => onChange([...criteria, empty])}>
          {t('edit.addCriterion')}
        </Button>
      )}
    </>
  );
}

function Pair({ name, words, value, onChange }: { name: string; words: 'label' | 'question'; value: Localized; onChange(value: Localized): void }) {
  const { t } = useWords('processes');
  return (
    <>
      <TextField name={`${name}.el`} label={t(`field.${words}.el`)} value={value.el} onChange={(el) => onChange({ ...value, el })} />
      <TextField name={`${name}.en`} label={t(`field.${words}.en`)} value={value.en} onChange={(en) => onChange({ ...value, en })} />
    </>
  );
}
