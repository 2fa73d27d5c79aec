import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { roles } from '@isegoria/identity/contracts';
import { Button, Columns, Empty, Loaded, Page, Pager, type ResultOf, Row, Rows, SearchField, Section, Select, Tag, TimeAgo, useGraph, usePaging, useWords } from '@isegoria/ui/web';
import { BirthYearChecks, PeopleQuery, RoleChanges, SecondStepRemovals } from '../documents';
import { LoseStep } from '../keys/lose-step';
import { RequireRole } from '../require-role';
import { RolesDialog } from './roles-dialog';
import { useMe } from '../use-me';
import styles from './people-page.module.css';

const size = 20;

/** For administrators: who is here, and what they may do. */
export function Component() {
  return (
    <RequireRole roles={['administrator']}>
      <People />
    </RequireRole>
  );
}

export type Person = ResultOf<typeof PeopleQuery>['people']['items'][number];

function People() {
  const { t } = useWords('identity');
  const [params, setParams] = useSearchParams();
  const { after } = usePaging();
  const search = params.get('search') ?? '';
  const role = params.get('role') ?? '';
  const [chosen, setChosen] = useState<Person | null>(null);
  const answer = useGraph(PeopleQuery, { search, role, first: size, after }, { keepPrevious: true });
  const ask = (change: Record<string, string>) => setParams(Object.entries({ search, role, ...change }).filter(([, value]) => value));
  return (
    <Page title={t('people.title')} lead={t('people.lead')} wide>
      <SearchField name="search" label={t('people.search')} value={search} onSearch={(text) => ask({ search: text })} />
      <Select name="role" label={t('people.role')} placeholder={t('people.anyRole')} choices={roles.map((value) => ({ value, label: t(`role.${value}`) }))} value={role} onChange={(value) => ask({ role: value })} />
      <Columns>
        <Loaded answer={answer}>
          {({ people: { items, next, total } }) => (
            <Section title={total >= 0 ? t('people.found', { count: total }) : t('people.nav')}>
              {items.length === 0 && <Empty title={t('people.none')} />}
              <Rows>
                {items.map((person) => (
                  <PersonRow key={person.id} person={person} onEdit={() => setChosen(person)} />
                ))}
              </Rows>
              <Pager next={next} total={Math.max(total, items.length)} size={size} />
            </Section>
          )}
        </Loaded>
        <div className={styles.records}>
          <Changes />
          <CardsSeen />
          <Removals />
        </div>
      </Columns>
      {chosen && <RolesDialog key={chosen.id} person={chosen} onClose={() => setChosen(null)} />}
    </Page>
  );
}

function PersonRow({ person, onEdit }: { person: Person; onEdit(): void }) {
  const { t } = useWords('identity');
  const { me } = useMe();
  const { name, email, confirmed } = person;
  const note = [email, !confirmed && t('people.unconfirmed')].filter(Boolean).join(' · ');
  const tags = person.roles.filter((role) => role !== 'citizen').map((role) => <Tag key={role} tone="aegean">{t(`role.${role}`)}</Tag>);
  return (
    <Row title={name} note={note} tag={tags}>
      <Button variant="quiet" label={t('people.editOf', { name })} onClick={onEdit}>
        {t('people.edit')}
      </Button>
      {person.hasSecondStep && person.id !== me?.id && <LoseStep person={person} />}
    </Row>
  );
}

/** Whose second step an administrator took away; a city in which that never happened says nothing of it. */
function Removals() {
  const { t } = useWords('identity');
  const removals = useGraph(SecondStepRemovals, {}).data?.secondStepRemovals ?? [];
  if (removals.length === 0) return null;
  return (
    <Section title={t('people.removals')}>
      <Rows>
        {removals.map(({ id, byName, citizenName, at }) => (
          <Row key={id} title={t('people.removalLine', { by: byName, name: citizenName })} note={<TimeAgo at={at} />} />
        ))}
      </Rows>
    </Section>
  );
}

/** Who saw whose year of birth on a card. */
function CardsSeen() {
  const { t } = useWords('identity');
  const answer = useGraph(BirthYearChecks, {});
  return (
    <Section title={t('card.log')} more={{ to: '/people/card', label: t('card.nav') }}>
      <Loaded answer={answer}>
        {({ birthYearChecks }) => (
          <>
            {birthYearChecks.length === 0 && <Empty title={t('card.logEmpty')} />}
            <Rows>
              {birthYearChecks.map(({ id, byName, citizenName, at }) => (
                <Row key={id} title={t('card.logLine', { by: byName, name: citizenName })} note={<TimeAgo at={at} />} />
              ))}
            </Rows>
          </>
        )}
      </Loaded>
    </Section>
  );
}

function Changes() {
  const { t, lt } = useWords('identity');
  const answer = useGraph(RoleChanges, {});
  return (
    <Section title={t('people.log')}>
      <Loaded answer={answer}>
        {({ roleChanges }) => (
          <>
            {roleChanges.length === 0 && <Empty title={t('people.logEmpty')} />}
            <Rows>
              {roleChanges.map(({ id, byName, byWay, citizenName, after, at }) => (
                <Row key={id} title={t('people.logLine', { by: byWay ? lt(byWay) : byName, name: citizenName, roles: after.map((role) => t(`role.${role}`)).join(', ') })} note={<TimeAgo at={at} />} />
              ))}
            </Rows>
          </>
        )}
      </Loaded>
    </Section>
  );
}
