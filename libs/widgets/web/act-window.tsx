import { useMe, SignInLink } from '@isegoria/identity/web';
import { type ActProps, Button, Notice, speak, useWords } from '@isegoria/ui/web';
import { type ComponentType, type ReactNode, useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import styles from './act-window.module.css';
import { type Asker, meetAsker } from './asker';
import { useGuard } from './use-guard';

export interface ActWindowProps {
  id: string;
  /** The city's name. */
  city: ReactNode;
  act: ComponentType<ActProps>;
}

/**
 * The trusted window: the platform's own page, alone, never in a frame. It says whose it is, of what thing it asks, which page opened it, and what that
 * page will learn. The act itself is the slice's.
 */
export function ActWindow({ id, city, act: Act }: ActWindowProps) {
  const { t } = useWords('widgets');
  const { me, pending, error } = useMe();
  const [search] = useSearchParams();
  const [isDone, setDone] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const isReady = useGuard(place);
  const { host, tellDone } = useAsker(search);
  useLanguageOf(search);
  const finish = () => {
    setDone(true);
    tellDone();
  };
  return (
    <div ref={place} className={styles.window} data-ready={isReady}>
      <p className={styles.whose}>
        <strong>{t('act.platform')}</strong> <span>{city}</span> <span className={styles.address}>{location.host}</span>
      </p>
      {!pending && !error && !me && (
        <div className={styles.part}>
          <Notice title={t('act.signIn')}>
            <p>{t('act.signInWhy')}</p>
            <SignInLink />
          </Notice>
        </div>
      )}
      <Act id={id} part={search.get('part') ?? ''} onDone={finish} />
      <div className={styles.part}>
        {isDone && (
          <Notice tone="done" live title={t('act.done')}>
            <p>{host ? t('act.told', { host }) : t('act.follows')}</p>
            <Button variant="secondary" onClick={() => window.close()}>
              {t('act.close')}
            </Button>
          </Notice>
        )}
        {!isDone && host && <p className={styles.small}>{t('act.asked', { host })}</p>}
      </div>
    </div>
  );
}

/** Who opened this window, once it is known for certain; and the way to tell it. */
function useAsker(search: URLSearchParams): { host: string; tellDone(): void } {
  const [host, setHost] = useState('');
  const asker = useRef<Asker | null>(null);
  useEffect(() => {
    asker.current = meetAsker(window.opener as Window | null, search, (origin) => setHost(new URL(origin).host));
    return () => asker.current?.leave();
  }, [search]);
  return { host, tellDone: () => asker.current?.tellDone() };
}

/** The language of the page that opened this window, for who has chosen none here. */
function useLanguageOf(search: URLSearchParams): void {
  const lang = search.get('lang');
  useEffect(() => {
    if (lang === 'en' && !/(?:^|;\s*)locale=/.test(document.cookie)) void speak(lang);
  }, [lang]);
}
