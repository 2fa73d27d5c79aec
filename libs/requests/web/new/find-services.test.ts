import { describe, expect, it } from 'vitest';
import { byGroup, findServices, mostAsked } from './find-services';

const name = (el: string, en = el) => ({ el, en });
const hole = { id: 'hole', name: name('Λακκούβα στον δρόμο', 'Pothole'), description: name('Στο οδόστρωμα, όχι στο πεζοδρόμιο.'), keywords: ['άσφαλτος', 'τρύπα'], group: name('Δρόμοι') };
const lamp = { id: 'lamp', name: name('Καμένος λαμπτήρας', 'Street light out'), description: name('Μία λάμπα στον δρόμο που δεν ανάβει.'), keywords: ['φως', 'κολώνα'], group: name('Φωτισμός') };
const curb = { id: 'curb', name: name('Σπασμένο πεζοδρόμιο'), description: name('Πλάκες που λείπουν.'), keywords: [], group: name('Δρόμοι') };
const all = [hole, lamp, curb];
const found = (text: string) => findServices(all, text).map(({ id }) => id);

describe('whoever says what is broken', () => {
  it('finds it while they type, without accents, in the plural, and in English', () => {
    expect(found('λακ')).toEqual(['hole']);
    expect(found('ΛΑΚΚΟΥΒΕΣ')).toEqual(['hole']);
    expect(found('street light')).toEqual(['lamp']);
  });

  it('finds it by the word that they say for it', () => {
    expect(found('τρύπες')).toEqual(['hole']);
    expect(found('φως')).toEqual(['lamp']);
  });

  it('sees what is called so before what only tells of it', () => {
    expect(found('πεζοδρόμιο')).toEqual(['curb', 'hole']);
    expect(found('δρόμος')).toEqual(['hole', 'lamp', 'curb']);
  });

  it('finds nothing where a word is nowhere, and nothing before they type', () => {
    expect(found('λακκούβα μετρό')).toEqual([]);
    expect(found(' ')).toEqual([]);
  });
});

it('services stand under their headings, in the order of the catalogue', () => {
  expect(byGroup(all).map(({ group, services }) => [group.el, services.map(({ id }) => id)])).toEqual([['Δρόμοι', ['hole', 'curb']], ['Φωτισμός', ['lamp']]]);
});

it('what was asked for most of late comes first, and what nobody asked for not at all', () => {
  expect(mostAsked(all, ['lamp', 'hole', 'lamp', 'gone'], 3)).toEqual([lamp, hole]);
});
