import { terms } from '@isegoria/kernel/api';
import { fold } from '@isegoria/kernel/contracts';

/**
 * Words that stand in texts of every matter: they would tie all themes together. They come on top of the kernel's own stop words; a word goes in
 * all its forms, for it is compared by its stem.
 */
const EVERYWHERE = `
  υπάρχει υπάρχουν πρέπει μπορώ μπορεί μπορούν μπορούμε θέλω θέλει θέλουν θέλουμε είμαι είμαστε είσαι ήμουν ήταν έχω έχουμε έχετε είχε είχαν κάνω κάνει κάνουν κάνουμε
  γίνει γίνεται γίνουν γίνονται δίνει βάλει βάλουν μπει μπουν πάει πάμε έρχεται εγώ εσύ εμείς εμάς αυτόν αυτήν αυτούς αυτής αυτού εκεί εδώ τότε τώρα σήμερα πάντα ποτέ συχνά ήδη ακόμα ακόμη
  λίγο λίγα λίγοι πολλά πολλές πολλοί πολύς όλο όλη όλους όλες όλων κάποιος κάποια κάποιο κάποιοι κάποιες άλλος άλλη άλλο άλλοι άλλες άλλα ίδιος ίδια ίδιο τέτοιο τέτοια τόσο όσο όσοι όποιος όποιο
  πριν μετά περάσει περάσουν χωρίς μέχρι μέσα έξω πάνω κάτω μπροστά πίσω δίπλα γύρω κοντά μαζί ανά μεταξύ λόγω δηλαδή λοιπόν απλά απλώς μάλλον ίσως βέβαια φυσικά πρόταση προτείνω δήμος πόλη
  πηγαίνω πηγαίνει πηγαίνουμε πηγαίνουν κάτοικος κάτοικοι κατοίκου κατοίκων κατοίκους μέρα μέρες ημέρα ημέρες ώρα ώρες χρόνος χρόνο χρόνια φορά φορές άνθρωπος άνθρωποι ανθρώπους πράγμα πράγματα
  ναι όχι ούτε είτε κάθε δύο τρεις ένας μία αντί ενώ αφού όπου οποίος οποία οποίο οποίοι οποίες τους δικός δική καλό καλά σωστό σωστά
  there their they them these those would should could can may might have has had will just more most very when what which who how about into than then your you my me he she his her so if but
  all any some such only also been being do does did no yes many much here where why because while each other same too out over under up down after before between city municipality propose proposal people day days year years time times thing things get go goes make makes need needs want wants
`;

const stopStems = new Set(EVERYWHERE.split(/\s+/).flatMap((word) => terms(word)));

/** No word: too short, only digits, or of the stop words. */
const NONE = -1;

/** The words of many texts as numbers, one for all the forms of a word (δρόμος, δρόμου, ΔΡΟΜΟΥΣ), and how each is most often written. */
export class Vocabulary {
  /** The stem of each number. */
  readonly stems: string[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly known = new Map<string, number>();
  private readonly written: Map<string, number>[] = [];

  /** The numbers of a text's words, each once, in the order of their first place. */
  read(text: string): Int32Array {
    const found = new Set<number>();
    for (const [word] of text.normalize('NFC').matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
      const small = word.toLowerCase();
      const number = this.numberOf(small);
      if (number === NONE) continue;
      found.add(number);
      const forms = this.written[number];
      forms?.set(small, (forms.get(small) ?? 0) + 1);
    }
    return Int32Array.from(found);
  }

  /** How the word is most often written; of two equally frequent forms the one that comes first in the alphabet. */
  wordOf(number: number): string {
    const forms = [...(this.written[number] ?? [])].sort(([one, times], [other, others]) => others - times || (one < other ? -1 : 1));
    return forms[0]?.[0] ?? this.stems[number] ?? '';
  }

  private numberOf(word: string): number {
    const before = this.known.get(word);
    if (before !== undefined) return before;
    const [stem] = stemsOf(word);
    const number = stem === undefined ? NONE : (this.numbers.get(stem) ?? this.enter(stem));
    this.known.set(word, number);
    return number;
  }

  private enter(stem: string): number {
    const number = this.stems.push(stem) - 1;
    this.numbers.set(stem, number);
    this.written.push(new Map());
    return number;
  }
}

/** The stems of the words in a text that can be a theme's: three letters at least, no bare number, no stop word. */
export function stemsOf(text: string): string[] {
  return (text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).flatMap((word) => {
    if (fold(word).length < 3 || /^\p{N}+$/u.test(word)) return [];
    return terms(word).filter((stem) => !stopStems.has(stem));
  });
}
