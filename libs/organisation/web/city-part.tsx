import { type ReactNode, useState } from 'react';
import { Button, Section, useFocusBack, useWords } from '@isegoria/ui/web';
import type { Localized } from '@isegoria/kernel/contracts';
import styles from './city-part.module.css';

interface Thing {
  id: string;
  name: Localized;
}

interface CityPartProps<T extends Thing> {
  title: string;
  /** The words of the act that makes a new one. */
  add: string;
  things: readonly T[];
  note(thing: T): ReactNode;
  form(thing: T | null, close: () => void): ReactNode;
}

/** One kind of the city's parts: each with its names, and a form that opens in its place. */
export function CityPart<T extends Thing>({ title, add, things, note, form }: CityPartProps<T>) {
  const { t, lt, locale } = useWords('organisation');
  const [open, setOpen] = useState<string | null>(null);
  const box = useFocusBack();
  const close = () => setOpen(null);
  const other = locale === 'el' ? 'en' : 'el';
  return (
    <Section title={title}>
      <ul ref={box} role="list" className={styles.list}>
        {things.map((thing) => (
          <li key={thing.id}>
            {open === thing.id ? (
              form(thing, close)
            ) : (
              <div className={styles.row}>
                <div>
                  <h3 className={styles.name}>{lt(thing.name)}</h3>
                  <p className={styles.note}>
                    <span lang={other}>{thing.name[other]}</span>
                    <span className={styles.more}>{note(thing)}</span>
                  </p>
                </div>
                <Button variant="quiet" label={t('admin.editOf', { name: lt(thing.name) })} onClick={() => setOpen(thing.id)}>
                  {t('admin.edit')}
                </Button>
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
