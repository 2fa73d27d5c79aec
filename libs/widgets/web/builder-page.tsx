import { Page, Section, useGraph, useWords } from '@isegoria/ui/web';
import { type Look, readThing, singleKinds, type WidgetKind, widgetKinds, type WidgetThing } from '@isegoria/widgets/contracts';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { LedgerPin } from './documents';
import { LookFields } from './look-fields';
import { Preview, type Shown } from './preview';
import { TagToCopy } from './tag-to-copy';
import { ThingChooser } from './thing-chooser';
import styles from './builder.module.css';

/** Where the editor of a municipal web site chooses a thing, sees how it will look, and takes the tag. */
export function Component() {
  const { t, locale } = useWords('widgets');
  const [search, setSearch] = useSearchParams();
  const kind = widgetKinds.find((one) => one === search.get('kind')) ?? 'proposal';
  const [shown, show] = useState<Shown>({ lang: locale, scheme: '', width: '600', level: 2 });
  const [look, setLook] = useState<Look>({});
  const thing = readThing(kind, search.get('of') ?? '', search.get('part') ?? '');
  const ledger = useGraph(LedgerPin, {}, { enabled: kind === 'ledger' });
  const choose = (chosen: Partial<WidgetThing> & { kind: WidgetKind }) => setSearch(queryOf(chosen), { replace: true });
  return (
    <Page wide title={t('builder.title')} lead={t('builder.lead')}>
      <div className={styles.builder}>
        <div className={styles.column}>
          <Section title={t('builder.what')}>
            <ThingChooser kind={kind} thing={thing} title={search.get('title') ?? ''} onChoose={choose} />
          </Section>
          <Section title={t('builder.look')}>
            <LookFields shown={shown} onShow={show} look={look} onLook={setLook} />
          </Section>
        </div>
        <div className={styles.column}>
          {thing ? (
            <>
              <Section title={t('builder.preview')}>
                <Preview thing={thing} look={look} shown={shown} />
              </Section>
              <Section title={t('builder.copy')}>
                <TagToCopy thing={thing} title={search.get('title') || t(`card.label.${kind}`)} look={look} shown={shown} pin={kind === 'ledger' ? ledger.data?.ledger : null} />
              </Section>
            </>
          ) : (
            <p className={styles.quiet}>{t('builder.nothing')}</p>
          )}
        </div>
      </div>
    </Page>
  );
}

/** The choice stands in the address, so that a page of the platform can lead here with its own thing chosen. */
function queryOf({ kind, of = '', part = '', title = '' }: Partial<WidgetThing> & { kind: WidgetKind; title?: string }): Record<string, string> {
  return { kind, ...(of && !singleKinds.includes(kind) ? { of } : {}), ...(part ? { part } : {}), ...(title ? { title } : {}) };
}
