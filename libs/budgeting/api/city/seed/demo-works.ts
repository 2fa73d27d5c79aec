import type { WorkState } from '@isegoria/budgeting/contracts';
import type { StoredWork } from '../project.schema';

const dayMs = 86_400_000;
const steps = ['Μελέτη', 'Διαγωνισμός', 'Σύμβαση', 'Έναρξη εργασιών', 'Παράδοση'] as const;
const done: Record<WorkState, number> = { planned: 1, tendering: 2, building: 4, done: 5 };
const told: Record<WorkState, string> = {
  planned: 'Η μελέτη ξεκίνησε. Ο μηχανικός του έργου συναντά τους κατοίκους την πρώτη Τρίτη του μήνα.',
  tendering: 'Ο διαγωνισμός προκηρύχθηκε. Οι προσφορές ανοίγουν σε ανοιχτή συνεδρίαση.',
  building: 'Το συνεργείο δουλεύει. Ως τώρα πάμε μέσα στον χρόνο και στο ποσό.',
  done: 'Παραδόθηκε και είναι ανοιχτό σε όλους. Ευχαριστούμε όσους το πρότειναν και το ψήφισαν.',
};

/** How a work of last year stands: steps some seven weeks apart, money as far as it has come. */
export function demoWork({ id, cost, state, now, random }: { id: string; cost: number; state: WorkState; now: Date; random: () => number }): StoredWork {
  const passed = done[state];
  const progress = { planned: 10, tendering: 25, building: 40 + 5 * Math.floor(random() * 10), done: 100 }[state];
  const at = (days: number) => new Date(now.getTime() + Math.round(days) * dayMs);
  const milestones = steps.map((title, place) => {
    const days = (place - passed) * 48 + 20;
    return { title, dueAt: at(days), doneAt: place < passed ? at(Math.min(days - 6, -4 - 2 * (passed - place))) : null };
  });
  const paid = state === 'done' ? 0.94 + random() * 0.05 : state === 'building' ? (progress / 100) * 0.9 : state === 'tendering' ? 0.04 : 0.02;
  return { state, progress, spent: Math.round((cost * paid) / 10_000) * 10_000, milestones, acts: [], news: [{ id: `${id}-news`, at: at(-12 - Math.floor(random() * 30)), text: told[state], progress, state }] };
}
