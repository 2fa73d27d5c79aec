import type { ServiceRequestInput } from '@isegoria/requests/contracts';

/** What a citizen of a test reports: hostile and long-worded unless it is said otherwise. */
export function aReport(said: Partial<ServiceRequestInput> = {}): ServiceRequestInput {
  return {
    serviceId: 'pothole',
    text: 'Μπροστά στο σχολείο <script>alert(1)</script>, ηλεκτροεγκεφαλογραφηματικώς βαθιά.',
    place: { label: 'Σαλαμίνος 12 <b>', lat: 37.944, lng: 23.03 },
    districtId: null,
    answers: [{ questionId: 'size', values: ['large'] }],
    pictures: [],
    isNamed: false,
    ...said,
  };
}

export const aNonce = (): string => crypto.randomUUID();
