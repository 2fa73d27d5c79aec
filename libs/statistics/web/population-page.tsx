import { useMe } from '@isegoria/identity/web';
import { Card, Empty, LinkButton, Loaded, Notice, Page, Table, useGraph, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { PopulationDocument, type Populations, type PopulationTable } from './documents';
import { PopulationFile } from './population-file';
import { PopulationForm } from './population-form';

/** The table of the city's people: for everybody to look up, for an administrator to renew. */
export function Component() {
  const { t } = useWords('statistics');
  const [search] = useSearchParams();
  const answer = useGraph(PopulationDocument, { id: search.get('id') });
  return (
    <Page title={t('population.title')} lead={t('population.lead')}>
      <Loaded answer={answer}>{(data) => <Tables data={data} />}</Loaded>
    </Page>
  );
}

function Tables({ data }: { data: Populations }) {
  const { t } = useWords('statistics');
  const { is } = useMe();
  const [saved, setSaved] = useState(0);
  const onSaved = () => setSaved((times) => times + 1);
  const { population, populations } = data;
  return (
    <>
      {population ? <Shown table={population} data={data} isNow={population.id === populations[0]?.id} /> : <None isElsewhere={populations.length > 0} />}
      {is('administrator') && (
        <>
          <PopulationForm key={population?.id ?? ''} data={data} onSaved={onSaved} />
          {/* Between the two ways to a new table: beside whichever was taken. Told anew each time. */}
          {saved > 0 && <Notice key={saved} tone="done" live title={t('population.saved')} />}
          <PopulationFile onSaved={onSaved} />
        </>
      )}
      <Former data={data} />
    </>
  );
}

/** No table at all, or none of this name: then the one that holds is a step away. */
function None({ isElsewhere }: { isElsewhere: boolean }) {
  const { t } = useWords('statistics');
  if (isElsewhere) return <Empty title={t('population.missing')} action={<LinkButton to="/population">{t('population.now')}</LinkButton>} />;
  return <Empty title={t('population.none')}>{t('population.noneHint')}</Empty>;
}

function Shown({ table, data, isNow }: { table: PopulationTable; data: Populations; isNow: boolean }) {
  const { t, d, lt } = useWords('statistics');
  const columns = [
    { key: 'group', label: t('who.group'), type: 'text' as const },
    { key: 'people', label: t('population.people'), type: 'number' as const },
    { key: 'share', label: t('population.shareOf'), type: 'percent' as const },
  ];
  const names = new Map(data.city.districts.map(({ id, name }) => [id, lt(name)]));
  const ages = table.ages.map(({ ageBand, gender, people }) => ({ group: t('population.ageOf', { band: ageBand, gender: t(`gender.${gender}`) }), people }));
  const districts = table.districts.map(({ districtId, people }) => ({ group: names.get(districtId) ?? districtId, people }));
  return (
    <Card title={isNow ? t('population.now') : `${table.source}, ${d(table.asOf, 'short')}`} note={t('who.source', { source: table.source, date: d(table.asOf, 'short') })}>
      <Table caption={t('population.ages')} hideCaption={false} columns={columns} rows={withShares(ages)} />
      <Table caption={t('population.districts')} hideCaption={false} columns={columns} rows={withShares(districts)} />
      {table.byName && <p>{t('population.savedBy', { name: table.byName, date: d(table.at, 'short') })}</p>}
      <p>
        <a href={`/statistics/population.csv?id=${encodeURIComponent(table.id)}`} download>
          {t('population.download')}
        </a>
      </p>
    </Card>
  );
}

function Former({ data: { populations } }: { data: Populations }) {
  const { t, d } = useWords('statistics');
  if (populations.length < 2) return null;
  return (
    <Card title={t('population.former')} note={t('population.formerNote')}>
      <ul>
        {populations.slice(1).map(({ id, source, asOf }) => (
          <li key={id}>
            <Link to={`/population?id=${encodeURIComponent(id)}`}>
              {source}, {d(asOf, 'short')}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function withShares(rows: readonly { group: string; people: number }[]) {
  const all = rows.reduce((sum, { people }) => sum + people, 0);
  return rows.map((row) => ({ ...row, share: all > 0 ? row.people / all : null }));
}
