import { Page, Section, useGraph, useWords } from '@isegoria/ui/web';
import { type Look, readThing, type WidgetKind, widgetKinds, type WidgetThing } from '@isegoria/widgets/contracts';
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
  const [choice, setChoice] = useState<Choice>(() => choiceIn(search));
  const { kind, title } = choice;
  const [shown, show] = useState<Shown>({ lang: locale, scheme: '', width: '600', level: 2 });
  const [look, setLook] = useState<Look>({});
  const thing = readThing(kind, choice.of, choice.part);
  const ledger = useGraph(LedgerPin, {}, { enabled: kind === 'ledger' });
  const choose = (chosen: Partial<Choice> & { kind: WidgetKind }) => {
    const next = { of: '', part: '', title: '', ...chosen };
    setChoice(next);
    setSearch(Object.entries(next).filter(([, value]) => value), { replace: true });
  };
  return (
    <Page wide title={t('builder.title')} lead={t('builder.lead')}>
      <div className={styles.builder}>
        <div className={styles.column}>
          <Section title={t('builder.what')}>
            <ThingChooser kind={kind} thing={thing} title={title} onChoose={choose} />
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
                <TagToCopy thing={thing} title={title || t(`card.label.${kind}`)} look={look} shown={shown} pin={kind === 'ledger' ? ledger.data?.ledger : null} />
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

interface Choice extends WidgetThing {
  title: string;
}

/** The choice stands in the address too, so that a page of the platform can lead here with its own thing chosen. */
function choiceIn(search: URLSearchParams): Choice {
  const [of, part, title] = ['of', 'part', 'title'].map((name) => search.get(name) ?? '');
  return { kind: widgetKinds.find((one) => one === search.get('kind')) ?? 'proposal', of: of ?? '', part: part ?? '', title: title ?? '' };
}
