import type { AmendInput, ConsultationInput } from '@isegoria/consultations/contracts';
import { newId } from '@isegoria/kernel/api';

const dayMs = 86_400_000;

/** A moment so many days from now. */
export const inDays = (days: number): Date => new Date(Date.now() + days * dayMs);

export const anId = (): string => newId();

/** A draft as an official of a test writes it, ready to be published. */
export function aConsultation(wanted: Partial<ConsultationInput> = {}): ConsultationInput {
  return {
    title: { el: 'Κανονισμός χρήσης πεζοδρομίων <script>alert(1)</script>', en: '' },
    summary: { el: 'Ο κανονισμός του 2011 δεν λέει τίποτα για τα αναπτυσσόμενα τραπεζοκαθίσματα. <img src=x onerror=alert(1)>', en: '' },
    departmentId: 'technical', categoryId: null, districtIds: [], links: [], opensAt: null, closesAt: inDays(10), admission: 'public',
    articles: [
      { id: 'a1', label: '', title: '', body: 'Έχοντας υπόψη τον ν. 3463/2006.', isPreamble: true },
      { id: 'a2', label: 'Άρθρο 1', title: 'Σκοπός', body: 'Ο κανονισμός ορίζει πού μπαίνουν τραπέζια.', isPreamble: false },
      { id: 'a3', label: 'Άρθρο 2', title: 'Πλάτος', body: 'Μένει ελεύθερο πλάτος **1,5** μέτρου.', isPreamble: false },
    ],
    ...wanted,
  };
}

/** An amendment as a citizen of a test writes it. */
export function anAmendment(consultationId: string, wanted: Partial<AmendInput> = {}): AmendInput {
  return { consultationId, articleId: 'a3', isRemoval: false, text: 'Μένει ελεύθερο πλάτος 1,8 μέτρων. <script>alert(1)</script>', reason: 'Ένα αμαξίδιο και ένα καρότσι δεν χωρούν στο ενάμισι.', nonce: newId(), ...wanted };
}
