import type { Citizen } from '@isegoria/identity/contracts';
import type { IntegrityFinding, IntegritySignKind } from '@isegoria/integrity/contracts';
import { hourMs, hourOf, momentOf } from '../rhythm';

interface Circumstances {
  /** Ballots, the quietest first. */
  things: readonly string[];
  settled: readonly Citizen[];
  fresh: readonly Citizen[];
  random(): number;
  now: Date;
}

export interface PastVotes {
  at: Date;
  votes: { citizen: Citizen; ballotId: string }[];
}

const rushes = [{ daysAgo: 9, hour: 18, supports: 58 }, { daysAgo: 3, hour: 9, supports: 55 }];
const newcomers = { daysAgo: 5, settled: 9 };
const [days, ordinary, ordinaryHours] = [27, 150, [8, 13, 19]];

/** An hour of the day, so many days ago, by Greenwich. */
const at = (now: Date, daysAgo: number, hour: number): Date => momentOf(Math.floor(hourOf(now) / 24) * 24 - daysAgo * 24 + hour);

/** What the demo city's people did: ordinary support over four weeks, two rushes of an hour, and a day on which most who came had just made their account. */
export const pattern = {
  days, rushes, newcomers, settled: 62, fresh: 28,
  votesOf({ things, settled, fresh, random, now }: Circumstances): PastVotes[] {
    const [first = '', second = '', third = '', ...others] = things;
    const past: PastVotes[] = rushes.map(({ daysAgo, hour, supports }, which) => ({
      at: new Date(at(now, daysAgo, hour).getTime() + hourMs / 3),
      votes: settled.slice(0, supports).map((citizen) => ({ citizen, ballotId: which === 0 ? first : second })),
    }));
    for (const [turn, citizen] of [...fresh, ...settled.slice(0, newcomers.settled)].entries()) past.push({ at: at(now, newcomers.daysAgo, 6 + (turn % 12)), votes: [{ citizen, ballotId: third }] });
    const given = new Set<string>();
    for (let one = 0; one < ordinary && others.length > 0; one++) {
      const [citizen, ballotId] = [settled[Math.floor(random() * settled.length)], others[Math.floor(random() * Math.min(others.length, 12))] ?? ''];
      if (!citizen || given.has(`${citizen.id}|${ballotId}`)) continue;
      given.add(`${citizen.id}|${ballotId}`);
      past.push({ at: at(now, 1 + Math.floor(random() * days), ordinaryHours[Math.floor(random() * ordinaryHours.length)] ?? 13), votes: [{ citizen, ballotId }] });
    }
    return together(past);
  },
};

/** In the order of time; what came in the same moment as one. */
function together(past: readonly PastVotes[]): PastVotes[] {
  const moments = new Map<number, PastVotes>();
  for (const { at: moment, votes } of past) moments.set(moment.getTime(), { at: moment, votes: [...(moments.get(moment.getTime())?.votes ?? []), ...votes] });
  return [...moments.values()].sort((a, b) => a.at.getTime() - b.at.getTime());
}

interface DemoWord {
  finding: IntegrityFinding;
  text: string;
  daysAgo: number;
}

/** What the city says of the first sign of each kind. */
export const demoWords: { kind: IntegritySignKind; words: DemoWord[] }[] = [
  {
    kind: 'burst',
    words: [
      { finding: 'examining', daysAgo: 8, text: 'Είδαμε πολλές στηρίξεις μέσα σε μία ώρα. Ρωτάμε τον σύλλογο της γειτονιάς αν έγινε κάποια εκδήλωση εκείνο το απόγευμα.' },
      { finding: 'explained', daysAgo: 7, text: 'Εκείνο το απόγευμα έγινε συνέλευση της γειτονιάς στο πολιτιστικό κέντρο. Η πρόταση παρουσιάστηκε στην αίθουσα και όσοι ήθελαν τη στήριξαν επιτόπου από το κινητό τους. Δεν βρήκαμε κάτι που να χρειάζεται συνέχεια.' },
    ],
  },
  {
    kind: 'newcomers',
    words: [{ finding: 'examining', daysAgo: 4, text: 'Οι περισσότεροι λογαριασμοί που στήριξαν εκείνη τη μέρα είχαν ανοίξει από την προηγούμενη. Μπορεί να διαδόθηκε ένας σύνδεσμος σε ανθρώπους που δεν ήξεραν την πλατφόρμα. Ρωτήσαμε όποιον έγραψε την πρόταση και περιμένουμε απάντηση.' }],
  },
];
