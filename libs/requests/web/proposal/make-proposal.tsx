import type { Localized } from '@isegoria/kernel/contracts';
import { useCity } from '@isegoria/organisation/web';
import { LinkButton, useGraph, useWords } from '@isegoria/ui/web';
import { AlikeDocument } from './documents';
import styles from './proposal.module.css';

export interface MakeProposalProps {
  service: { id: string; name: Localized };
  district: { id: string; name: Localized };
  /** Whose matter it is: where it answers for one category of proposals alone, that one is chosen. */
  departmentId: string;
  /** The request that is being read; it comes first. */
  from?: { id: string; place: { label: string; lat: number | null; lng: number | null } };
}

/** What returns again and again may need another idea than one more repair: the form of proposals opens with what is known (decision 004). */
export function MakeProposal({ service, district, departmentId, from }: MakeProposalProps) {
  const { t, lt } = useWords('requests');
  const { current } = useCity();
  const { data } = useGraph(AlikeDocument, { serviceId: service.id, districtId: district.id });
  const ids = [...new Set([...(from ? [from.id] : []), ...(data?.requestsAlike.map(({ id }) => id) ?? [])])].slice(0, 30);
  if (!data || ids.length < (from ? 1 : 2)) return null;
  const categories = current?.categories.filter((category) => category.departmentId === departmentId) ?? [];
  const asked = new URLSearchParams({
    requests: ids.join(','), district: district.id, text: t('proposal.text', { count: ids.length, service: lt(service.name), district: lt(district.name), numbers: ids.join(', ') }), category: categories.length === 1 ? (categories[0]?.id ?? '') : '',
    ...(from && { place: from.place.label, lat: String(from.place.lat ?? ''), lng: String(from.place.lng ?? '') }),
  });
  return (
    <div className={styles.make}>
      <p>{t(ids.length > 1 ? 'proposal.many' : 'proposal.one', { count: ids.length })}</p>
      <p><LinkButton to={`/proposals/new?${asked.toString()}`} variant="secondary">{t('proposal.make')}</LinkButton></p>
    </div>
  );
}
