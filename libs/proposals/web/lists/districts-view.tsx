import { DistrictMap, useCity } from '@isegoria/organisation/web';
import type { ProposalFilter } from '@isegoria/proposals/contracts';
import { Columns, Loaded, narrowed, useGraph, useWords } from '@isegoria/ui/web';
import { Link, useSearchParams } from 'react-router';
import { ByDistrictDocument } from '../documents';
import styles from './proposals.module.css';

/** The same proposals on the map: how many in each district, and the way to them. */
export function DistrictsView({ filter }: { filter: Omit<ProposalFilter, 'district'> & { district: string | null } }) {
  const { t, lt } = useWords('proposals');
  const { city } = useCity();
  const [search] = useSearchParams();
  const answer = useGraph(ByDistrictDocument, { filter: { ...filter, district: null } }, { keepPrevious: true });
  const to = (district: string) => {
    const next = narrowed(search, 'district', district);
    next.delete('view');
    return `?${next.toString()}`;
  };
  return (
    <Loaded answer={answer}>
      {({ proposalsByDistrict }) => (
        <Columns>
          <DistrictMap title={t('list.map')} values={Object.fromEntries(proposalsByDistrict.map(({ district, proposals }) => [district, proposals]))} />
          <ul role="list" className={styles.districts}>
            {(city?.districts ?? []).filter(({ id, isRetired }) => !isRetired || proposalsByDistrict.some(({ district }) => district === id)).map(({ id, name }) => (
              <li key={id}>
                <Link to={to(id)}>{t('list.showDistrict', { district: lt(name) })}</Link>
              </li>
            ))}
          </ul>
        </Columns>
      )}
    </Loaded>
  );
}
