import { CITY } from '@isegoria/budgeting/contracts';
import { useMe } from '@isegoria/identity/web';
import { FormActs, LinkButton, Notice, useWords } from '@isegoria/ui/web';
import { Link } from 'react-router';
import { NoDistrict } from '../no-district';
import { useAreaName } from '../shown';
import type { StepProps } from './vote-page';
import styles from './vote.module.css';

/** It is in: the receipt, and the other ballot that waits for the same person. */
export function DoneStep({ budget, area, ballot }: StepProps) {
  const { t, d } = useWords('budgeting');
  const { me } = useMe();
  const nameOf = useAreaName();
  const other = budget.areas.find(({ id }) => id !== area.id && (id === CITY || id === me?.districtId));
  return (
    <div className={styles.step}>
      <Notice tone="done" title={t('done.title')}>
        <p>{t(`done.${ballot.secrecy}`)}</p>
        <p>
          <Link to="/votes/mine">{t('done.receipt')}</Link>
        </p>
      </Notice>
      <p>{t('done.change', { until: ballot.closesAt ? d(ballot.closesAt, 'moment') : '' })}</p>
      <NoDistrict budget={budget} />
      <FormActs>
        {other && <LinkButton to={`/budgets/${budget.id}/vote/${other.id}`}>{t('done.other', { area: nameOf(other.id) })}</LinkButton>}
        <LinkButton variant="quiet" to={`/budgets/${budget.id}`}>{t('done.back')}</LinkButton>
      </FormActs>
    </div>
  );
}
