import { describe, expect, it } from 'vitest';
import { askedRequests, askedUpdates } from './asked';
import { type Form, formOf, handedIn } from './form';
import { Mistaken } from './mistakes';
import { xmlRead } from './open311.builders';
import { type Answer, jsonOf, xmlOf } from './spark';

const now = new Date('2026-06-15T12:00:00Z');
const at = (text: string) => new Date(text);

/** The keys of all that was said to be wrong; none where nothing was. */
function wrong(act: () => unknown): string[] {
  try {
    act();
    return [];
  } catch (error) {
    if (error instanceof Mistaken) return error.mistakes.map(({ key }) => key);
    throw error;
  }
}

describe('what is written for other programs', () => {
  const hostile = '<b>Λακκούβα</b> & "τρύπα"\n]]> \'';
  const answer: Answer = {
    root: 'service_requests',
    content: { item: 'request', values: [{ service_request_id: '0012', description: hostile, lat: 37.9, long: null, metadata: true, requested_datetime: at('2026-01-02T03:04:05.678Z'), status_notes: '', values: { item: 'value', values: [{ key: '1' }] } }] },
  };

  it('says the same in XML and in JSON, whatever a citizen wrote', () => {
    const said = [{ service_request_id: '0012', description: hostile, lat: '37.9', long: null, metadata: 'true', requested_datetime: '2026-01-02T03:04:05Z', status_notes: null, values: [{ key: '1' }] }];
    expect(xmlRead(xmlOf(answer))).toEqual(said);
    expect(JSON.parse(jsonOf(answer))).toEqual([{ ...said[0], lat: 37.9, metadata: true }]);
  });

  it('is a list where there is one, and where there is none', () => {
    expect(jsonOf({ root: 'services', content: { item: 'service', values: [] } })).toBe('[]');
    expect(xmlOf({ root: 'services', content: { item: 'service', values: [] } })).toBe('<?xml version="1.0" encoding="utf-8"?>\n<services>\n</services>\n');
  });
});

describe('a program that asks for requests', () => {
  it('hears of the last ninety days where it names none, and of ninety beside the one end that it names', () => {
    expect(askedRequests({}, now)).toMatchObject({ ids: null, serviceCodes: null, statuses: null, span: { from: at('2026-03-17T12:00:00Z'), to: now }, page: { skip: 0, limit: 1000 } });
    expect(askedRequests({ start_date: '2026-01-01T00:00:00Z' }, now).span).toEqual({ from: at('2026-01-01T00:00:00Z'), to: at('2026-04-01T00:00:00Z') });
    expect(askedRequests({ end_date: '2026-04-01T00:00:00+03:00' }, now).span).toEqual({ from: at('2025-12-31T21:00:00Z'), to: at('2026-03-31T21:00:00Z') });
  });

  it('may leave a field empty, repeat it, or part it with commas', () => {
    expect(askedRequests({ status: '', service_code: ['pothole,lamp', ' bin '], page: '', jurisdiction_id: 'city.example' }, now)).toMatchObject({ statuses: null, serviceCodes: ['pothole', 'lamp', 'bin'] });
    expect(askedRequests({ status: ['open', 'closed'] }, now).statuses).toEqual(['open', 'closed']);
  });

  it('has the numbers that it names, whatever else it says', () => {
    expect(askedRequests({ service_request_id: '1001, 1002,1001', status: 'nonsense', start_date: 'nonsense', page: '7' }, now)).toMatchObject({ ids: ['1001', '1002'], statuses: null });
  });

  it('turns pages', () => {
    expect(askedRequests({ page: '3', page_size: '50' }, now).page).toEqual({ skip: 100, limit: 50 });
  });

  it('hears the whole life of requests that it names, and a part of it where it names days', () => {
    expect(askedUpdates({ service_request_id: '1001,1002' }, now)).toMatchObject({ ids: ['1001', '1002'], span: { from: at('1970-01-01T00:00:00Z'), to: now } });
    expect(askedUpdates({ service_request_id: '1001', start_date: '2026-01-01T00:00:00Z' }, now).span).toEqual({ from: at('2026-01-01T00:00:00Z'), to: at('2026-04-01T00:00:00Z') });
    expect(askedUpdates({ service_request_id: '' }, now)).toMatchObject({ ids: null, span: { from: at('2026-03-17T12:00:00Z'), to: now } });
  });

  it('is told everything that is wrong at once', () => {
    expect(wrong(() => askedRequests({ status: 'open,lost', start_date: '01/02/2026', page: '0', page_size: '1001' }, now))).toEqual(['wrong_status', 'wrong_date', 'wrong_number', 'wrong_number']);
    expect(wrong(() => askedRequests({ start_date: '2026-01-01T00:00:00Z', end_date: '2026-06-01T00:00:00Z' }, now))).toEqual(['span_too_long']);
    expect(wrong(() => askedUpdates({ start_date: '2026-06-02T00:00:00Z', end_date: '2026-06-01T00:00:00Z' }, now))).toEqual(['span_backwards']);
    const tooMany = Array.from({ length: 1001 }, (_, one) => String(one)).join(',');
    expect(wrong(() => askedRequests({ service_request_id: tooMany }, now))).toEqual(['too_many_ids']);
    expect(wrong(() => askedUpdates({ service_request_id: tooMany, start_date: 'yesterday', page: '0' }, now))).toEqual(['too_many_ids', 'wrong_date', 'wrong_number']);
  });

  it('is forgiven a plus sign that its address lost, and no date without a zone', () => {
    expect(askedRequests({ end_date: '2026-04-01T00:00:00 03:00' }, now).span.to).toEqual(at('2026-03-31T21:00:00Z'));
    expect(wrong(() => askedRequests({ end_date: '2026-04-01T00:00:00' }, now))).toEqual(['wrong_date']);
  });
});

describe('a program that hands a request in', () => {
  const form = (fields: Form = {}): Form => ({ service_code: 'pothole', lat: '37.944', long: '23.03', ...fields });

  it('says where by a point or in words', () => {
    expect(handedIn(form())).toMatchObject({ serviceCode: 'pothole', point: { lat: 37.944, lng: 23.03 }, address: '', text: '', contact: null });
    expect(handedIn({ service_code: 'pothole', address_string: ' Σαλαμίνος 12 ' })).toMatchObject({ point: null, address: 'Σαλαμίνος 12' });
  });

  it('answers what the service asks, once or several times', () => {
    const answers = { 'attribute[size]': 'large', 'attribute[what][]': ['glass', 'paper'], 'attribute[more][0]': 'a', 'attribute[none]': '', attribute: 'x', 'attribute[a][b]': 'y' };
    expect(handedIn(form(answers)).answers).toEqual([{ questionId: 'size', values: ['large'] }, { questionId: 'what', values: ['glass', 'paper'] }, { questionId: 'more', values: ['a'] }]);
  });

  it('may say who asks, and name a picture', () => {
    expect(handedIn(form({ first_name: 'Ελένη', last_name: 'Νίκα', email: 'eleni@example.org', phone: '210 123', media_url: 'https://example.org/a.jpg', device_id: 'tt22', account_id: '7' })).contact).toEqual({
      name: 'Ελένη Νίκα', phone: '210 123', email: 'eleni@example.org', link: 'https://example.org/a.jpg',
    });
  });

  it('is told all that is wrong at once, in the standard’s names', () => {
    expect(wrong(() => handedIn({ description: 'x'.repeat(4001), email: 'nobody', phone: '<b>', media_url: 'javascript:alert(1)' }))).toEqual(['needs', 'needs_place', 'too_long', 'wrong_field', 'wrong_field', 'wrong_field']);
    for (const half of [{ lat: '37.9', long: '' }, { lat: '', long: '23' }, { lat: '91', long: '23' }, { lat: '37,9', long: '23' }, { lat: 'NaN', long: '23' }, { lat: '1e1', long: '23' }]) expect(wrong(() => handedIn(form(half)))).toEqual(['wrong_point']);
    expect(wrong(() => handedIn({ service_code: 'pothole', address_id: '545483' }))).toEqual(['no_address_ids']);
  });

  it('sends a form, and nothing that only looks like one', () => {
    expect(formOf({ a: '1', b: ['1', '2'] })).toEqual({ a: '1', b: ['1', '2'] });
    for (const body of [undefined, null, 'a=1', ['a'], { a: { $ne: '' } }, { a: 1 }]) expect(formOf(body)).toBeNull();
  });
});
