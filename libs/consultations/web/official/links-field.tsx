import { consultationLimits as limits } from '@isegoria/consultations/contracts';
import { Button, TextField, useFocusBack, useWords } from '@isegoria/ui/web';
import styles from './official.module.css';
import type { Typed } from './typed';

/** Documents that stand elsewhere: what each is called, and where it is. */
export function LinksField({ links, onChange }: { links: Typed['links']; onChange(links: Typed['links']): void }) {
  const { t } = useWords('consultations');
  const box = useFocusBack();
  const set = (at: number, part: Partial<Typed['links'][number]>) => onChange(links.map((link, place) => (place === at ? { ...link, ...part } : link)));
  return (
    <fieldset ref={box} className={styles.group}>
      <legend className={styles.legend}>{t('field.links')}</legend>
      {links.map((link, at) => (
        <div key={at} className={styles.link}>
          <TextField name={`links.${at}.title`} label={t('edit.linkTitle', { place: at + 1 })} value={link.title} onChange={(title) => set(at, { title })} />
          <TextField name={`links.${at}.url`} type="url" label={t('edit.linkUrl', { place: at + 1 })} hint={t('edit.linkHint')} value={link.url} onChange={(url) => set(at, { url })} />
          <Button variant="quiet" label={t('edit.linkRemoveOf', { place: at + 1 })} onClick={() => onChange(links.filter((_, place) => place !== at))}>
            {t('edit.linkRemove')}
          </Button>
        </div>
      ))}
      {links.length < limits.links && (
        <div>
          <Button variant="secondary" onClick={() => onChange([...links, { title: '', url: '' }])}>
            {t('edit.linkAdd')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
