import { useCity } from '@isegoria/organisation/web';
import { ListFilters, narrowed, Select, useGraph, useWords } from '@isegoria/ui/web';
import { useSearchParams } from 'react-router';
import { ServicesDocument } from '../../documents';

interface QueueFiltersProps {
  serviceId: string | null;
  districtId: string | null;
  mine: boolean;
}

/** What narrows the queue, all in the address. */
export function QueueFilters({ serviceId, districtId, mine }: QueueFiltersProps) {
  const { t, lt } = useWords('requests');
  const [search, setSearch] = useSearchParams();
  const { every } = useCity();
  const services = useGraph(ServicesDocument, {}, { staleMs: 600_000 }).data?.requestServices ?? [];
  const set = (name: string, value: string) => setSearch(narrowed(search, name, value), { preventScrollReset: true });
  const chosen = [serviceId, districtId, mine].filter(Boolean).length;
  return (
    <ListFilters chosen={chosen} isNarrow={chosen > 0} onClear={() => setSearch(narrowed(new URLSearchParams(), 'view', search.get('view') ?? ''))}>
      <Select width="full" name="service" label={t('list.service')} placeholder={t('list.anyService')} choices={services.map(({ id, name }) => ({ value: id, label: lt(name) }))} value={serviceId ?? ''} onChange={(value) => set('service', value)} />
      <Select width="full" name="district" label={t('list.district')} placeholder={t('list.anyDistrict')} choices={every('districts')} value={districtId ?? ''} onChange={(value) => set('district', value)} />
      <Select width="full" name="mine" label={t('queue.whose')} placeholder={t('queue.everybodys')} choices={[{ value: 'yes', label: t('queue.mine') }]} value={mine ? 'yes' : ''} onChange={(value) => set('mine', value)} />
    </ListFilters>
  );
}
