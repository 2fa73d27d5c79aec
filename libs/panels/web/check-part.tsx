import { type Checked, checkDraw, type DrawFile } from '@isegoria/panels/contracts';
import { Button, Notice, Section, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import styles from './panels.module.css';

/** Draws again, on the reader's own device, from the public file. */
export function CheckPart({ id }: { id: string }) {
  const { t } = useWords('panels');
  const [checked, setChecked] = useState<Checked | 'failed' | null>(null);
  const [pending, setPending] = useState(false);
  const path = `/panel-files/${id}/draw.json`;
  const check = async () => {
    setPending(true);
    setChecked(await fetch(path).then(async (answer): Promise<Checked | 'failed'> => (answer.ok ? checkDraw((await answer.json()) as DrawFile) : 'failed')).catch(() => 'failed' as const));
    setPending(false);
  };
  return (
    <Section title={t('check.title')} id="check">
      <p className={styles.measure}>{t('check.lead')}</p>
      <div><Button variant="secondary" pending={pending} onClick={() => void check()}>{t('check.act')}</Button></div>
      {checked === 'failed' && <Notice tone="problem" live>{t('check.failed')}</Notice>}
      {checked && checked !== 'failed' && <Result checked={checked} />}
      <p><a href={path} download>{t('check.file')}</a></p>
    </Section>
  );
}

function Result({ checked: { listed, isList, isSeed, isQuotas, wrong } }: { checked: Checked }) {
  const { t } = useWords('panels');
  const lines: [isRight: boolean, words: string][] = [
    [isList, t(isList ? 'check.list' : 'check.listWrong', { count: listed })],
    [isSeed, t(isSeed ? 'check.seed' : 'check.seedWrong')],
    [isQuotas, t(isQuotas ? 'check.quotas' : 'check.quotasWrong')],
    [wrong.length === 0, wrong.length === 0 ? t('check.seats') : t('check.seatsWrong', { tickets: wrong.join(', ') })],
  ];
  const isRight = lines.every(([right]) => right);
  return (
    <Notice tone={isRight ? 'done' : 'problem'} live>
      <ul role="list" className={styles.results}>
        {lines.map(([right, words]) => <li key={words}>{right ? '✓' : '✗'} {words}</li>)}
      </ul>
    </Notice>
  );
}
