import { usualEvaluation } from '@isegoria/processes/contracts';
import { useWords, type WordsOfSlice } from '@isegoria/ui/web';
import type { Phase } from './documents';
import styles from './settings-in-words.module.css';

interface SettingsInWordsProps {
  kind: string;
  settings: Phase['settings'];
  districtName(id: string): string;
}

/** A phase's settings as sentences to the citizen. */
export function SettingsInWords({ kind, settings, districtName }: SettingsInWordsProps) {
  const words = useWords('processes');
  return (
    <ul role="list" className={styles.sentences}>
      {sentences(kind, settings, districtName, words).map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

function sentences(kind: string, settings: Phase['settings'], districtName: (id: string) => string, { t, lt }: WordsOfSlice): string[] {
  const { contributions, comments, supports, criteria, districts, answerWithinDays, evaluation } = settings;
  const named = districts?.map(districtName).filter(Boolean).join(', ');
  const isOpen = contributions !== 'closed';
  return [
    t(`setting.${kind}.contributions.${contributions}`),
    supports && kind === 'proposals' ? t('setting.supports') : '',
    isOpen && criteria.length > 0 ? t('setting.criteria', { criteria: criteria.map(({ label }) => lt(label).toLocaleLowerCase()).join(', ') }) : '',
    t(`setting.comments.${comments}`),
    kind === 'proposals' ? t('setting.answer', { count: answerWithinDays }) : '',
    kind === 'evaluations' && isOpen ? t('setting.requests', { count: (evaluation ?? usualEvaluation).requestsToOpen }) : '',
    kind === 'evaluations' && evaluation?.secondRoundAfterDays ? t('setting.secondRound', { count: evaluation.secondRoundAfterDays }) : '',
    // Until the names are known nothing is said: «everybody» would be wrong.
    named === undefined ? t('setting.everybody') : named && t('setting.districts', { districts: named }),
  ].filter(Boolean);
}
