import { Disclosure, TextField, useGraph, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { RecentServicesDocument, type Service } from '../documents';
import { byGroup, findServices, mostAsked } from './find-services';
import styles from './new.module.css';

export interface ServiceStepProps {
  services: readonly Service[];
  chosen: string;
  onChoose(serviceId: string): void;
}

/** What it is about: by a word or two, from what is asked for most, or by the headings of the catalogue. A press goes on. */
export function ServiceStep({ services, chosen, onChoose }: ServiceStepProps) {
  const { t, lt } = useWords('requests');
  const [text, setText] = useState('');
  const recent = useGraph(RecentServicesDocument, {}, { staleMs: 600_000 }).data?.requests.items ?? [];
  const found = findServices(services, text);
  const common = mostAsked(services, recent.map(({ service }) => service.id), 5);
  const isSearching = text.trim() !== '';
  const list = (label: string, some: readonly Service[]) => <ServiceList label={label} services={some} chosen={chosen} onChoose={onChoose} />;
  return (
    <div className={styles.what}>
      <TextField name="what" label={t('new.search')} hint={t('new.searchHint')} value={text} onChange={setText} autoComplete="off" />
      <p className={styles.quiet} role="status">
        {isSearching && t(found.length > 0 ? 'new.found' : 'new.notFound', { count: found.length })}
      </p>
      {isSearching && found.length > 0 && list(t('new.search'), found)}
      {!isSearching && common.length > 0 && (
        <section aria-labelledby="common">
          <h2 id="common" className={styles.group}>{t('new.common')}</h2>
          {list(t('new.common'), common)}
        </section>
      )}
      {(!isSearching || found.length === 0) && (
        <section aria-labelledby="all">
          <h2 id="all" className={styles.group}>{t('new.all')}</h2>
          {byGroup(services).map(({ group, services: some }) => (
            <Disclosure key={group.el} label={t('new.group', { group: lt(group), count: some.length })}>
              {list(lt(group), some)}
            </Disclosure>
          ))}
        </section>
      )}
    </div>
  );
}

function ServiceList({ label, services, chosen, onChoose }: ServiceStepProps & { label: string }) {
  const { t, lt } = useWords('requests');
  return (
    <ul role="list" className={styles.services} aria-label={label}>
      {services.map(({ id, name, description, isPrivate }) => (
        <li key={id}>
          <button type="button" className={styles.service} aria-pressed={id === chosen} onClick={() => onChoose(id)}>
            <span className={styles.name}>{lt(name)}</span>
            {lt(description) && <span className={styles.quiet}>{lt(description)}</span>}
            {isPrivate && <span className={styles.quiet}>{t('new.privateShort')}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}
