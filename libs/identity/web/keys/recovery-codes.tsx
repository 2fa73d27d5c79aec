import { useState } from 'react';
import { announce, Button, FormActs, Notice, useWords } from '@isegoria/ui/web';
import styles from './second-step-part.module.css';

/** The ten recovery codes, this once: to print, to copy, and to say that they are kept. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept(): void }) {
  const { t } = useWords('identity');
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join('\n'));
    setCopied(true);
    announce(t('phone.copied'));
  };
  return (
    <>
      <Notice tone="done" live>{t('phone.done')}</Notice>
      <h3>{t('phone.codes')}</h3>
      <p>{t('phone.codesText')}</p>
      <ol role="list" className={styles.codes}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className="no-print">
        <FormActs>
          <Button onClick={() => window.print()}>{t('phone.print')}</Button>
          <Button variant="secondary" onClick={() => void copy().catch(() => undefined)}>
            {t(copied ? 'phone.copied' : 'phone.copy')}
          </Button>
          <Button variant="quiet" onClick={onKept}>
            {t('phone.kept')}
          </Button>
        </FormActs>
      </div>
    </>
  );
}
