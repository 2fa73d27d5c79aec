import { describe, expect, it } from 'vitest';
import { answering, type City } from '@isegoria/organisation/contracts';
import { restoreRefusal, retireRefusal } from './city.rules';

const name = { el: '', en: '' };
const district = (id: string, isRetired = false) => ({ id, name, population: 1, centre: null, outline: [], isRetired });
const department = (id: string, isRetired = false) => ({ id, name, email: '', answersWithinDays: 30, categoryIds: [], isRetired });
const category = (id: string, departmentId: string, isRetired = false) => ({ id, name, departmentId, isRetired });
const city: City = {
  __typename: 'City',
  name, population: 1, districts: [district('port'), district('hill', true)], departments: [department('works'), department('green'), department('old', true)],
  categories: [category('roads', 'works'), category('trees', 'green', true), category('wells', 'old', true)],
};

describe('a part of the city', () => {
  it('is retired unless it is the last of its kind, or somebody is answered by it', () => {
    expect(retireRefusal(city, 'district', 'port')).toBe('last');
    expect(retireRefusal({ ...city, districts: [district('port'), district('hill')] }, 'district', 'port')).toBeNull();
    expect(retireRefusal(city, 'department', 'works')).toBe('answers');
    expect(retireRefusal(city, 'department', 'green')).toBeNull();
    expect(retireRefusal(city, 'category', 'roads')).toBe('last');
  });

  it('comes back, a category with its department', () => {
    expect(restoreRefusal(city, 'district', 'hill')).toBeNull();
    expect(restoreRefusal(city, 'category', 'trees')).toBeNull();
    expect(restoreRefusal(city, 'category', 'wells')).toBe('department');
  });
});

describe('what was given to a department', () => {
  it('stays with it, and once it is retired goes to the one that the category has', () => {
    expect(answering(city, 'green', 'roads')).toBe('green');
    expect(answering(city, 'old', 'roads')).toBe('works');
    expect(answering(city, 'old', 'wells')).toBeNull();
    expect(answering(city, 'old', null)).toBeNull();
    expect(answering(city, null, 'roads')).toBeNull();
  });
});
