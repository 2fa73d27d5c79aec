import { Link } from 'react-router';
import { Card, LinkButton, useWords } from '@isegoria/ui/web';
import { useCity } from '@isegoria/organisation/web';
import type { Process } from './documents';
import { actsOf, kindOf } from './kinds';
import styles from './now-card.module.css';
import { SettingsInWords } from './settings-in-words';
import { closing, opening } from './time-left';

/** What can be done in a process now, in plain sentences, and the way to do it. */
export function NowCard({ process }: { process: Process }) {
  const words = useWords('processes');
  const { t, lt } = words;
  const { districtName } = useCity();
  const phase = process.phases.find(({ id }) => id === process.currentPhaseId);
  const [first] = process.phases;
  if (first && !first.hasBegun) {
    return (
      <Card title={t('page.notYet')} note={<>{lt(first.name)}, {opening(first.opensAt, words)}</>} edge="aegean">
        <p>{t('page.notYetWhy')}</p>
      </Card>
    );
  }
  if (!phase) {
    return (
      <Card title={t('page.nothingNow')}>
        <p>{t('page.nothingNowWhy')}</p>
        <Link to={kindOf(process.kind).all(process.id)}>{t(`act.${process.kind}.all`)}</Link>
      </Card>
    );
  }
  const [main, other] = actsOf(process.kind, process.id, phase.settings.contributions);
  return (
    <Card title={t('page.now')} note={<>{lt(phase.name)}, {closing(phase.closesAt, words)}</>} edge="aegean">
      <SettingsInWords kind={process.kind} settings={phase.settings} districtName={districtName} />
      <div className={styles.acts}>
        {main && <LinkButton to={main.to}>{t(main.words)}</LinkButton>}
        {other && <Link to={other.to}>{t(other.words)}</Link>}
      </div>
    </Card>
  );
}
