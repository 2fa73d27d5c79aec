import type { UploadedPicture } from '@isegoria/files/web';
import type { ChosenPlace } from '@isegoria/organisation/web';
import { limits, type ProposalInput } from '@isegoria/proposals/contracts';
import type { KeptDraft } from '../documents';

/** The form as it is typed. */
export interface Written {
  title: string;
  text: string;
  category: string;
  district: string;
  place: ChosenPlace | null;
  pictures: UploadedPicture[];
  /** The everyday requests that it grows out of. */
  requestIds: string[];
  /** The debate that it is written from; empty where it is from none. */
  debateId: string;
}

export const blank: Written = { title: '', text: '', category: '', district: '', place: null, pictures: [], requestIds: [], debateId: '' };

/** A new form as an address begins it: from a page that knows what it is about. */
export function begunBy(search: URLSearchParams): Written {
  const [lat, lng] = [search.get('lat'), search.get('lng')].map((text) => (text && Number.isFinite(Number(text)) ? Number(text) : null));
  const label = search.get('place') ?? '';
  const district = search.get('district') ?? '';
  return {
    ...blank,
    text: (search.get('text') ?? '').slice(0, limits.text),
    category: search.get('category') ?? '',
    district,
    place: label ? { label: label.slice(0, limits.place), districtId: district || null, lat: lat ?? null, lng: lng ?? null } : null,
    requestIds: (search.get('requests') ?? '').split(',').filter((id) => /^[\w-]{1,60}$/.test(id)).slice(0, limits.requests),
    debateId: (search.get('debate') ?? '').match(/^[\w-]{1,60}$/)?.[0] ?? '',
  };
}

/** The form of a proposal that is there already. */
export function writtenOf({ title, text, category, district, place, pictures, requestIds, debateId }: KeptDraft): Written {
  return {
    title,
    text,
    category: category?.id ?? '',
    district: district?.id ?? '',
    place: place && { label: place.label, districtId: district?.id ?? null, lat: place.lat, lng: place.lng },
    pictures: [...pictures],
    requestIds: [...requestIds],
    debateId: debateId ?? '',
  };
}

/** The field of the form at which something stands, or is wrong: a place is one field, and who names one says there in which district it is. */
export function fieldOf(name: string, { place }: Pick<Written, 'place'>): string {
  if (name === 'place.label') return 'place';
  if (name !== 'district' || !place?.label.trim()) return name;
  return place.lat === null ? 'place.districtId' : 'place';
}

/** What is sent. The place's own district is the proposal's: nobody is asked twice. */
export function inputOf({ title, text, category, district, place, pictures, requestIds, debateId }: Written, processId: string | null): ProposalInput {
  const label = place?.label.trim() ?? '';
  return {
    title,
    text,
    category: category || null,
    district: (label && place?.districtId) || district || null,
    place: place && (label || place.lat !== null) ? { label, lat: place.lat, lng: place.lng } : null,
    pictures: pictures.map(({ id }) => id),
    processId,
    requestIds,
    debateId: debateId || null,
  };
}
