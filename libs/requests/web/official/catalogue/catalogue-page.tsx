import { RequireRole } from '@isegoria/identity/web';
import { Button, Loaded, Page, Section, Tag, useFocusBack, useGraph, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { type Service, ServicesDocument } from '../../documents';
import styles from './kept-list.module.css';
import { Retiring } from './retiring';
import { ServiceForm } from './service-form';

/** Where an administrator keeps what citizens can ask for: each service with its department, its days and its questions. */
export function Component() {
  const { t } = useWords('requests');
  const answer = useGraph(ServicesDocument, {});
  return (
    <RequireRole roles={['administrator']}>
      <Page wide title={t('catalogue.title')} lead={t('catalogue.lead')}>
        <Loaded answer={answer}>{({ requestServices }) => <Catalogue services={requestServices} />}</Loaded>
      </Page>
    </RequireRole>
  );
}

function Catalogue({ services }: { services: readonly Service[] }) {
  const { t, lt } = useWords('requests');
  const [open, setOpen] = useState<string | null>(null);
  const box = useFocusBack();
  const groups = [...new Map(services.map(({ group }) => [group.el, group])).values()];
  const close = () => setOpen(null);
  return (
    <div ref={box}>
      {open === 'new' ? <ServiceForm service={null} groups={groups} onClose={close} /> : <Button onClick={() => setOpen('new')}>{t('catalogue.add')}</Button>}
      {groups.map((group) => (
        <Section key={group.el} title={lt(group)}>
          <ul role="list" className={styles.list}>
            {services.filter((service) => service.group.el === group.el).map((service) => (
              <li key={service.id}>
                {open === service.id ? <ServiceForm service={service} groups={groups} onClose={close} /> : <Kept service={service} onEdit={() => setOpen(service.id)} />}
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </div>
  );
}

function Kept({ service, onEdit }: { service: Service; onEdit(): void }) {
  const { t, lt } = useWords('requests');
  const { id, name, department, days, questions, isPrivate, waits, isRetired } = service;
  const facts = [lt(department.name), t('catalogue.within', { count: days }), ...(questions.length > 0 ? [t('catalogue.asks', { count: questions.length })] : []), t('catalogue.code', { id })];
  return (
    <>
      <h3 className={styles.name}>
        {lt(name)} {isRetired && <Tag>{t('catalogue.retiredTag')}</Tag>} {isPrivate && <Tag tone="sun">{t('catalogue.privateTag')}</Tag>} {waits && <Tag tone="aegean">{t('catalogue.waitsTag')}</Tag>}
      </h3>
      <p className={styles.quiet}>{facts.join(', ')}</p>
      <div className={styles.acts}>
        <Button variant="quiet" label={t('catalogue.editOf', { name: lt(name) })} onClick={onEdit}>{t('catalogue.edit')}</Button>
        <Retiring id={id} name={lt(name)} isRetired={isRetired} />
      </div>
    </>
  );
}
