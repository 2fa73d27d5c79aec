import type { UploadedPicture } from '@isegoria/files/web';
import type { ChosenPlace } from '@isegoria/organisation/web';
import type { ProposalInput } from '@isegoria/proposals/contracts';
import type { KeptDraft } from './documents';

/** The form as it is typed. */
export interface Written {
  title: string;
  text: string;
  category: string;
  district: string;
  place: ChosenPlace | null;
  pictures: UploadedPicture[];
}

export const blank: Written = { title: '', text: '', category: '', district: '', place: null, pictures: [] };

/** The form of a proposal that is there already. */
export function writtenOf({ title, text, category, district, place, pictures }: KeptDraft): Written {
  return {
    title,
    text,
    category: category?.id ?? '',
    district: district?.id ?? '',
    place: place && { label: place.label, districtId: district?.id ?? null, lat: place.lat, lng: place.lng },
    pictures: [...pictures],
  };
}

/** The field of the form at which something stands, or is wrong: a place is one field, and who names one says there in which district it is. */
export function fieldOf(name: string, { place }: Pick<Written, 'place'>): string {
  if (name === 'place.label') return 'place';
  if (name !== 'district' || !place?.label.trim()) return name;
  return place.lat === null ? 'place.districtId' : 'place';
}

/** What is sent. The place's own district is the proposal's: nobody is asked twice. */
export function inputOf({ title, text, category, district, place, pictures }: Written, processId: string | null): ProposalInput {
  const label = place?.label.trim() ?? '';
  return {
    title,
    text,
    category: category || null,
    district: (label && place?.districtId) || district || null,
    place: place && (label || place.lat !== null) ? { label, lat: place.lat, lng: place.lng } : null,
    pictures: pictures.map(({ id }) => id),
    processId,
  };
}
