import type { DeskRequest } from './documents';

/** A request as its department has it before it: received two days ago, hostile and long-worded unless it is said otherwise. */
export function aDeskRequest(said: Partial<DeskRequest> = {}): DeskRequest {
  const at = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
  const both = (el: string) => ({ el, en: '' });
  return {
    id: '1001', revision: 2,
    title: both('Σβηστό φως, Σαλαμίνος 12 <b>'),
    service: { id: 'lamp', name: both('Σβηστό φως'), nearMetres: 0 },
    text: 'Σκοτάδι <script>alert(1)</script> ηλεκτροεγκεφαλογραφηματικώς βαθύ.', lang: 'el',
    place: { label: 'Σαλαμίνος 12 <b>', lat: 37.944, lng: 23.03 },
    district: { id: 'kentro', name: both('Κέντρο') }, department: { id: 'technical', name: both('Τεχνική Υπηρεσία') },
    answers: [{ questionId: 'pole', question: both('Αριθμός στύλου'), answer: both('47') }],
    channel: 'online', status: 'received', closing: null, createdAt: at(-2), dueAt: at(5), expectedAt: null, endedAt: null, isOverdue: false, affected: 0, reopened: 0, word: { notFixed: 0 }, isPrivate: false,
    desk: { notes: [], contact: null, takenBy: null, isMine: false, steps: ['acknowledged', 'planned', 'inProgress', 'fixed', 'closed', 'update'] },
    ...said,
  };
}
