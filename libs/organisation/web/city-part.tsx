import { type ReactNode, useState } from 'react';
import type { CityPart as Kind } from '@isegoria/organisation/contracts';
import { Button, Section, Tag, useFocusBack, useWords } from '@isegoria/ui/web';
import type { Localized } from '@isegoria/kernel/contracts';
import styles from './city-part.module.css';
import { Retiring } from './retiring';

interface Thing {
  id: string;
  name: Localized;
  isRetired: boolean;
}

interface CityPartProps<T extends Thing> {
  part: Kind;
  title: string;
  /** The words of the act that makes a new one. */
  add: string;
  things: readonly T[];
  note(thing: T): ReactNode;
  form(thing: T | null, close: () => void): ReactNode;
}

/** One kind of the city's parts: each with its names, and a form that opens in its place. What is retired stands last. */
export function CityPart<T extends Thing>({ part, title, add, things, note, form }: CityPartProps<T>) {
  const { t, lt, locale } = useWords('organisation');
  const [open, setOpen] = useState<string | null>(null);
  const box = useFocusBack();
  const close = () => setOpen(null);
  const other = locale === 'el' ? 'en' : 'el';
  return (
    <Section title={title}>
      <ul ref={box} role="list" className={styles.list}>
        {[...things].sort((a, b) => Number(a.isRetired) - Number(b.isRetired)).map((thing) => (
          <li key={thing.id}>
            {open === thing.id ? (
              form(thing, close)
            ) : (
              <div className={styles.row}>
                <div>
                  <h3 className={styles.name}>
                    {lt(thing.name)} {thing.isRetired && <Tag>{t('retired.tag')}</Tag>}
                  </h3>
                  <p className={styles.note}>
                    <span lang={other}>{thing.name[other]}</span>
                    <span className={styles.more}>{note(thing)}</span>
                  </p>
                </div>
                <div className={styles.acts}>
                  <Button variant="quiet" label={t('admin.editOf', { name: lt(thing.name) })} onClick={() => setOpen(thing.id)}>
                    {t('admin.edit')}
                  </Button>
                  <Retiring part={part} id={thing.id} name={lt(thing.name)} isRetired={thing.isRetired} />
                </div>
              </div>
            )}
          </li>
        ))}
        <li>
          {open === 'new' ? (
            form(null, close)
          ) : (
            <Button variant="secondary" onClick={() => setOpen('new')}>
              {add}
            </Button>
          )}
        </li>
      </ul>
    </Section>
  );
}
