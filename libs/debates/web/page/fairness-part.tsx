import type { DebateFairness } from '@isegoria/debates/contracts';
import { Bar, Card, Notice, RadioGroup, useAct, useFate, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import styles from '../debates.module.css';
import { DebateDocument, FairnessDocument, type ShownDebate } from '../documents';

const answers = ['yes', 'partly', 'no'] as const satisfies readonly DebateFairness[];

/** Whether the conclusion gives fairly what was said: asked of those who took part, told to everybody from ten people on. */
export function FairnessPart({ debate: { id, fairness, mine } }: { debate: ShownDebate }) {
  const { t } = useWords('debates');
  return (
    <Card title={t('fairness.title')}>
      <div className={styles.stack}>
        {mine.canSayFairness && <Ask id={id} said={mine.fairness} />}
        {fairness ? <Figures fairness={fairness} /> : <p className={styles.small}>{t('fairness.few')}</p>}
        {!mine.canSayFairness && <p className={styles.small}>{t('fairness.who')}</p>}
      </div>
    </Card>
  );
}

function Figures({ fairness }: { fairness: NonNullable<ShownDebate['fairness']> }) {
  const { t, n } = useWords('debates');
  const tones = { yes: 'olive', partly: 'sun', no: 'terracotta' } as const;
  return (
    <div>
      <Bar label={t('fairness.title')} parts={answers.map((answer) => ({ label: t(`fairness.${answer}`), value: fairness[answer], tone: tones[answer] }))} />
      <p>{answers.map((answer) => `${t(`fairness.${answer}`)} ${n(fairness[answer])}`).join(' · ')}</p>
      <p className={styles.small}>{t('fairness.figures', { count: fairness.people })}</p>
    </div>
  );
}

function Ask({ id, said }: { id: string; said: DebateFairness | null }) {
  const { t } = useWords('debates');
  const { refused, take } = useFate('debates');
  const [say, { pending }] = useAct(FairnessDocument, { refresh: [DebateDocument] });
  // What was pressed shows at once; where it is refused, what stood before comes back.
  const [chosen, setChosen] = useState(said);
  const press = async (value: string) => {
    const fairness = answers.find((one) => one === value);
    if (!fairness || pending) return;
    setChosen(fairness);
    if (!take((await say({ debateId: id, fairness }))?.sayFairness, t('fairness.said'))) setChosen(said);
  };
  return (
    <div className="no-print">
      <RadioGroup name="fairness" label={t('field.fairness')} hint={t('fairness.lead')} value={chosen ?? ''} onChange={(value) => void press(value)} choices={answers.map((value) => ({ value, label: t(`fairness.${value}`) }))} />
      {refused && <Notice tone="problem" live>{refused}</Notice>}
    </div>
  );
}
