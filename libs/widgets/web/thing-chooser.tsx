import { FailureNotice, RadioGroup, SearchField, Select, useWords, Waiting } from '@isegoria/ui/web';
import { singleKinds, type WidgetKind, widgetKinds, type WidgetThing } from '@isegoria/widgets/contracts';
import { useState } from 'react';
import styles from './builder.module.css';
import { isSearched, useFound, useParts } from './use-found';

export interface ThingChooserProps {
  kind: WidgetKind;
  thing: WidgetThing | null;
  /** What the chosen thing is called. */
  title: string;
  onChoose(thing: Partial<WidgetThing> & { kind: WidgetKind; title?: string }): void;
}

/** What sort of thing, which one, and which part of it. */
export function ThingChooser({ kind, thing, title, onChoose }: ThingChooserProps) {
  const { t } = useWords('widgets');
  const [text, setText] = useState('');
  return (
    <div className={styles.fields}>
      <Select name="kind" label={t('builder.kind')} width="full" choices={widgetKinds.map((one) => ({ value: one, label: t(`builder.kinds.${one}`) }))} value={kind} onChange={(chosen) => onChoose({ kind: widgetKinds.find((one) => one === chosen) ?? kind })} />
      {isSearched(kind) && <SearchField name="text" label={t('builder.search')} hint={t('builder.searchHint')} value={text} onSearch={setText} />}
      {!singleKinds.includes(kind) && <Results kind={kind} text={text} chosen={thing ? { of: thing.of, title } : null} onChoose={onChoose} />}
      {thing && kind === 'answers' && (
        <Select name="part" label={t('builder.howMany')} choices={['1', '2', '3', '5', '10'].map((many) => ({ value: many, label: many }))} value={thing.part || '3'} onChange={(part) => onChoose({ kind, part })} />
      )}
      {thing && <Parts kind={kind} thing={thing} onChoose={(part) => onChoose({ kind, of: thing.of, part, title })} />}
      {kind === 'ledger' && <p className={styles.quiet}>{t('builder.ledger')}</p>}
    </div>
  );
}

function Results({ kind, text, chosen, onChoose }: { kind: WidgetKind; text: string; chosen: { of: string; title: string } | null } & Pick<ThingChooserProps, 'onChoose'>) {
  const { t } = useWords('widgets');
  const { found, pending, error } = useFound(kind, text);
  if (error) return <FailureNotice failure={error} />;
  if (pending) return <Waiting />;
  const known = chosen && chosen.title && !found.some(({ of }) => of === chosen.of) ? [chosen, ...found] : found;
  if (known.length === 0) return <p role="status">{t('builder.none')}</p>;
  const choose = (of: string) => onChoose({ kind, of, title: known.find((one) => one.of === of)?.title ?? '' });
  return <RadioGroup name="of" label={t('builder.which')} choices={known.map(({ of, title }) => ({ value: of, label: title }))} value={chosen?.of ?? ''} onChange={choose} />;
}

function Parts({ kind, thing, onChoose }: { kind: WidgetKind; thing: WidgetThing; onChoose(part: string): void }) {
  const { t } = useWords('widgets');
  const parts = useParts(kind, thing.of);
  if (parts.length === 0) return null;
  return <Select name="part" label={t(`builder.part.${kind}`)} width="full" placeholder={t(`builder.anyPart.${kind}`)} choices={parts} value={thing.part} onChange={onChoose} />;
}
