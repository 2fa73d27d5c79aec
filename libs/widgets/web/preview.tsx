import { useWords } from '@isegoria/ui/web';
import { type Look, thingQuery, type WidgetThing } from '@isegoria/widgets/contracts';
import styles from './builder.module.css';

/** How a widget is shown. */
export interface Shown {
  lang: 'el' | 'en';
  /** Empty: as the reader's device says. */
  scheme: '' | 'light' | 'dark';
  width: string;
  level: number;
}

/** The widget as a foreign page has it: in a frame without our origin, without cookies, under a policy of its own. */
export function Preview({ thing, look, shown: { lang, scheme, width } }: { thing: WidgetThing; look: Look; shown: Shown }) {
  const { t } = useWords('widgets');
  const query = new URLSearchParams([...new URLSearchParams(thingQuery(thing)), ['lang', lang], ...(scheme ? [['scheme', scheme]] : []), ...Object.entries(look)]).toString();
  return (
    <div className={styles.stage} role="group" aria-label={t('builder.preview')} tabIndex={0}>
      <iframe
        className={styles.frame}
        data-width={width}
        title={t('builder.previewOf')}
        src={`/embed/${thing.kind}?${query}`}
        sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"
        referrerPolicy="no-referrer"
      />
    </div>
  );
}
