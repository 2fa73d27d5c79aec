import { Injectable } from '@nestjs/common';
import { Files } from '@isegoria/files/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { oneLine } from '@isegoria/kernel/api';
import type { FieldProblem } from '@isegoria/kernel/contracts';
import { Organisation } from '@isegoria/organisation/api';
import type { ProposalInput, ProposalPlaceInput } from '@isegoria/proposals/contracts';
import { written } from './proposal-words';
import type { Proposal } from './proposal.schema';

export const notYourPicture = { field: 'pictures', code: 'invalid', limit: null } as const;

type Placed = Pick<Proposal, 'category' | 'district'>;

/** Turns what a citizen typed into what is stored, field by field: nothing else of the input is looked at. */
@Injectable()
export class ProposalFields {
  constructor(
    private readonly organisation: Organisation,
    private readonly files: Files,
  ) {}

  async of(input: ProposalInput) {
    const [category, district] = await Promise.all([
      input.category ? this.organisation.category(input.category) : null,
      input.district ? this.organisation.district(input.district) : null,
    ]);
    return {
      ...written(input.title ?? '', input.text ?? ''),
      category: category?.id ?? null,
      district: district?.id ?? null,
      departmentId: category?.departmentId ?? null,
      place: placeOf(input.place ?? null),
      processId: input.processId ? String(input.processId) : null,
      pictures: [...new Set(input.pictures ?? [])],
      requestIds: [...new Set(input.requestIds ?? [])],
      debateId: input.debateId ? String(input.debateId) : null,
    };
  }

  /** Makes the uploaded pictures this proposal's; false where one of them is not the author's to give. */
  async illustrate(citizen: Citizen, id: string, wanted: string[], had: string[] = []): Promise<boolean> {
    if (wanted.length === 0 && had.length === 0) return true;
    return this.files.claim(wanted, citizen.id, { kind: 'proposal', id });
  }

  /** A category or a district that the city does not have, or uses no more. What a proposal carries already it may keep. */
  async unknown({ category, district }: Placed, carried: Placed | null = null): Promise<FieldProblem[]> {
    const { categories, districts } = await this.organisation.current();
    const isThere = (parts: readonly { id: string }[], id: string | null, own: string | null = null) => id !== null && (id === own || parts.some((one) => one.id === id));
    const problems: FieldProblem[] = [];
    if (!isThere(categories, category, carried?.category)) problems.push({ field: 'category', code: 'required', limit: null });
    if (!isThere(districts, district, carried?.district)) problems.push({ field: 'district', code: 'required', limit: null });
    return problems;
  }
}

function placeOf(place: ProposalPlaceInput | null): Proposal['place'] {
  const label = oneLine(place?.label ?? '');
  if (!place) return null;
  const { lat = null, lng = null } = place;
  // Of a draft, a pin may wait for its words.
  if (!label && (lat === null || lng === null)) return null;
  // Half a pin is none.
  return lat === null || lng === null ? { label, lat: null, lng: null } : { label, lat, lng };
}
