import { seeded } from '@isegoria/kernel/contracts';
import { describe, expect, it } from 'vitest';
import { type DifferencePart, differenceOf } from './difference';

const shown = (before: string, after: string) => differenceOf(before, after).map(({ kind, text }) => ({ same: text, added: `{+${text}+}`, removed: `[-${text}-]` })[kind]).join('');
const without = (kind: DifferencePart['kind'], parts: DifferencePart[]) => parts.filter((part) => part.kind !== kind).map(({ text }) => text).join('');

describe('what changed between two wordings', () => {
  it('is shown word by word, what goes before what comes', () => {
    expect(shown('Μένει ελεύθερο πλάτος 1,5 μέτρου.', 'Μένει ελεύθερο πλάτος 1,8 μέτρων.')).toBe('Μένει ελεύθερο πλάτος [-1,5 μέτρου-]{+1,8 μέτρων+}.');
    expect(shown('Τα τραπέζια μένουν.', 'Τα τραπέζια και οι καρέκλες μένουν.')).toBe('Τα τραπέζια {+και οι καρέκλες +}μένουν.');
    expect(shown('Ένα δύο τρία', 'Ένα τρία')).toBe('Ένα [-δύο -]τρία');
  });

  it('takes a letter with its accent for one, however it is encoded, and another accent for another word', () => {
    expect(shown('Η πολιτική', 'Η πολιτική'.normalize('NFD'))).toBe('Η πολιτική');
    expect(shown('νόμος', 'νομός')).toBe('[-νόμος-]{+νομός+}');
    expect(shown('Ορισμοί', 'ορισμοί')).toBe('[-Ορισμοί-]{+ορισμοί+}');
  });

  it('is nothing of the same, all of a new one and all of what goes', () => {
    expect(differenceOf('ίδιο', 'ίδιο')).toEqual([{ kind: 'same', text: 'ίδιο' }]);
    expect(differenceOf('', '')).toEqual([]);
    expect(differenceOf('', 'νέο')).toEqual([{ kind: 'added', text: 'νέο' }]);
    expect(differenceOf('παλιό', '')).toEqual([{ kind: 'removed', text: 'παλιό' }]);
  });

  it('gives both wordings back, whatever they are', () => {
    const random = seeded(7);
    const words = ['και', 'το', 'άρθρο', ',', ' ', '\n\n', 'πλάτος', '<script>'];
    const text = () => Array.from({ length: Math.floor(random() * 40) }, () => words[Math.floor(random() * words.length)]).join(random() < 0.5 ? ' ' : '');
    for (let round = 0; round < 300; round += 1) {
      const [before, after] = [text(), text()];
      const parts = differenceOf(before, after);
      expect([without('added', parts), without('removed', parts)]).toEqual([before, after]);
    }
  });

  it('is not looked for in long texts that have nothing in common: they are shown whole', () => {
    const [before, after] = [Array.from({ length: 3000 }, (_, at) => `α${at}`).join(' '), Array.from({ length: 3000 }, (_, at) => `β${at}`).join(' ')];
    const parts = differenceOf(before, after);
    expect(parts.map(({ kind }) => kind)).toEqual(['removed', 'added']);
    expect([without('added', parts), without('removed', parts)]).toEqual([before, after]);
  });
});
