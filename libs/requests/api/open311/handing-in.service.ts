import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Limits } from '@isegoria/kernel/api';
import { cityDay, type FieldProblem, type Locale } from '@isegoria/kernel/contracts';
import { Organisation } from '@isegoria/organisation/api';
import type { ServiceRequestInput } from '@isegoria/requests/contracts';
import { Catalogue } from '../catalogue';
import { Intake } from '../intake';
import type { ServiceRecord } from '../request-service.schema';
import { fieldOf, type Form, type HandedIn, handedIn } from './form';
import { Mistaken, mistaken, type Mistake } from './mistakes';
import { open311Env } from './open311.env';
import { RequestSources } from './sources.service';

/** Takes in what a program hands in for somebody. */
@Injectable()
export class HandingIn {
  constructor(
    private readonly sources: RequestSources,
    private readonly catalogue: Catalogue,
    private readonly organisation: Organisation,
    private readonly intake: Intake,
    private readonly limits: Limits,
    private readonly clock: Clock,
  ) {}

  /** The number of the request, and the service that it asks for. Throws what is wrong; of a stranger's form nothing is said. */
  async take(form: Form, locale: Locale): Promise<{ id: string; service: ServiceRecord }> {
    const sourceId = await this.sourceOf(form);
    const said = handedIn(form);
    const service = await this.catalogue.service(said.serviceCode);
    if (!service || service.isRetired) throw mistaken('no_such_service', { code: said.serviceCode }, 404);
    const strange = said.answers.filter(({ questionId }) => !service.questions.some(({ id, isRetired }) => id === questionId && !isRetired));
    if (strange.length > 0) throw new Mistaken(strange.map(({ questionId }) => ({ key: 'no_such_attribute', blanks: { code: questionId } })));
    const pressKey = this.pressKeyOf(sourceId, form);
    const before = await this.intake.pressed(pressKey);
    if (before) return { id: before._id, service };
    const taken = await this.intake.take(await this.inputOf(said, locale), { pressKey, channel: 'open311', sourceId, contact: said.contact, uploaderId: null, mayWait: true });
    if ('request' in taken) return { id: taken.request._id, service };
    throw 'refusal' in taken ? mistaken(taken.refusal) : new Mistaken(taken.problems.map(mistakeOf));
  }

  private async sourceOf(form: Form): Promise<string> {
    const key = fieldOf(form, 'api_key');
    if (!key) throw mistaken('needs_key', {}, 403);
    const source = await this.sources.using(key);
    if (!source) throw mistaken('wrong_key', {}, 403);
    const refused = await this.limits.take('open311', source.id, { points: open311Env.OPEN311_PER_MINUTE, seconds: 60 });
    if (refused) throw new Mistaken([{ key: 'too_many', blanks: { seconds: String(refused.retryAfterSeconds) }, status: 429 }], refused.retryAfterSeconds);
    return source.id;
  }

  /** What a citizen would have filled in. A point without an address is named by what is near it; an address without a point lies in the district of the place that it names. */
  private async inputOf({ serviceCode, text, point, address, answers }: HandedIn, locale: Locale): Promise<ServiceRequestInput> {
    const place = point ? await this.organisation.placeNear(point, locale) : (await this.organisation.findPlaces(address, locale))[0];
    if (!point && !place) throw mistaken('unknown_address');
    const district = point && !address && !place ? await this.organisation.districtAt(point) : null;
    const label = address || place?.label || district?.name[locale] || '';
    if (!label) throw mistaken('outside');
    return { serviceId: serviceCode, text, place: { label, lat: point?.lat ?? null, lng: point?.lng ?? null }, districtId: place?.districtId ?? null, answers, pictures: [], isNamed: false };
  }

  /** The standard knows no nonce. The same form of the same program on one day is one request: whoever heard no answer may send it again. */
  private pressKeyOf(sourceId: string, form: Form): string {
    const fields = Object.entries(form).filter(([name]) => name !== 'api_key').sort(([one], [other]) => (one < other ? -1 : 1));
    return `open311|${sourceId}|${cityDay(this.clock.now())}|${hash('sha256', JSON.stringify(fields), 'base64url')}`;
  }
}

const fieldNames: Record<string, string> = { text: 'description', 'place.label': 'address_string', 'place.lat': 'lat', 'place.lng': 'long', districtId: 'lat, long', serviceId: 'service_code' };

/** What our forms call a mistake, in the standard's names. */
function mistakeOf({ field, code, limit }: FieldProblem): Mistake {
  const [, question] = /^answers\.(.+)$/.exec(field) ?? [];
  const name = question ? `attribute[${question}]` : (fieldNames[field] ?? field);
  if (code === 'required') return { key: 'needs', blanks: { name } };
  return code === 'too_long' ? { key: 'too_long', blanks: { name, limit: String(limit ?? '') } } : { key: 'wrong_field', blanks: { name } };
}
