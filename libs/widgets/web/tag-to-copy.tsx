import { announce, Button, Disclosure, useWords } from '@isegoria/ui/web';
import { elementTag, frameTag, type Look, policyFor, scriptTag, styleFor, type WidgetThing } from '@isegoria/widgets/contracts';
import { useId, useState } from 'react';
import styles from './builder.module.css';
import { pathOf } from './path-of';
import type { Shown } from './preview';

export interface TagToCopyProps {
  thing: WidgetThing;
  title: string;
  look: Look;
  shown: Shown;
  pin: { key: string; size: number; root: string } | null | undefined;
}

/** What the editor puts into their page: the script, the element, the colours, and what a strict policy must allow. */
export function TagToCopy({ thing, title, look, shown: { lang, level }, pin }: TagToCopyProps) {
  const { t } = useWords('widgets');
  const platform = location.origin;
  const options = { platform, thing, lang, level, pin };
  const style = styleFor(thing, look);
  return (
    <div className={styles.fields}>
      <Code label={t('copy.script')} text={scriptTag(platform)} />
      <Code label={t('copy.element')} text={elementTag(options, { href: pathOf(thing), title })} />
      {style && <Code label={t('copy.style')} text={style} />}
      <Disclosure label={t('copy.strict')}>
        <p>{t('copy.strictText')}</p>
        <Code label={t('copy.policy')} text={policyFor(platform)} />
      </Disclosure>
      <Disclosure label={t('copy.frame')}>
        <p>{t('copy.frameText')}</p>
        <Code label={t('copy.frameTag')} text={frameTag(options, title, { width: 600, height: 420 })} />
      </Disclosure>
    </div>
  );
}

function Code({ label, text }: { label: string; text: string }) {
  const { t } = useWords('widgets');
  const id = useId();
  const [isCopied, setCopied] = useState<'' | 'yes' | 'no'>('');
  const copy = async () => {
    const kept = await navigator.clipboard.writeText(text).then(() => 'yes' as const, () => 'no' as const);
    setCopied(kept);
    announce(t(`copy.${kept}`));
  };
  return (
    <div className={styles.code}>
      <p id={id} className={styles.codeLabel}>
        {label}
      </p>
      <pre className={styles.text} tabIndex={0} role="region" aria-labelledby={id}>
        <code>{text}</code>
      </pre>
      <Button variant="secondary" label={`${t('copy.copy')}: ${label}`} onClick={() => void copy()}>
        {t(isCopied ? `copy.${isCopied}` : 'copy.copy')}
      </Button>
    </div>
  );
}
