import { newId } from '@isegoria/kernel/api';
import type { Citizen } from '@isegoria/identity/contracts';
import type { Ballot } from './ballots/ballot.schema';

/** A citizen of a test. */
export function aCitizen(wanted: Partial<Citizen> = {}): Citizen {
  const id = newId();
  return { id, personId: id, name: 'Μαρία <script>alert(1)</script> Παπαδοπούλου', roles: ['citizen'], departmentId: null, districtId: 'kastro', locale: 'el', confirmed: true, ...wanted };
}

/** A ballot of a test: two questions, the whole city, no end. */
export function aBallot(wanted: Partial<Ballot> = {}): Ballot {
  const id = newId();
  return {
    _id: `proposal:${id}`,
    subject: { kind: 'proposal', id },
    kind: 'poll',
    questions: [
      { id: 'bench', options: ['wood', 'stone'] },
      { id: 'tree', options: ['olive', 'plane', 'cant_say'] },
    ],
    opensAt: null,
    closesAt: null,
    districts: [],
    ...wanted,
  };
}

/** A moment, by its date or its date and time in UTC. */
export function at(moment: string): Date {
  return new Date(moment.includes('T') ? moment : `${moment}T00:00:00Z`);
}

/** A vote as the page sends it. */
export function aVote(ballotId: string, ...answers: string[]) {
  return {
    ballotId,
    nonce: newId(),
    answers: answers.map((answer) => {
      const [questionId = '', optionId = ''] = answer.split(':');
      return { questionId, optionId };
    }),
  };
}
