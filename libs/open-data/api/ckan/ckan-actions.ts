import { Injectable } from '@nestjs/common';
import { publicUrl } from '@isegoria/kernel/api';
import { CkanPackages, type Named, organisationName, type Package } from './ckan-packages';
import { searched } from './ckan-search';
import { listOf, Missing, numberOf, requiredText, textOf, type Wishes, Wrong } from './ckan-wishes';
import { licences } from '../catalogue/licences';

type Action = (wishes: Wishes) => Promise<unknown>;

/** The version of CKAN whose read actions these answer like. This is no CKAN. */
const answersLike = '2.11.0';
const mostRows = 1000;

/** The read actions of CKAN, over the datasets of the city. */
@Injectable()
export class CkanActions {
  private readonly actions: Record<string, Action> = {
    site_read: () => Promise.resolve(true),
    status_show: () => this.status(),
    help_show: (wishes) => Promise.resolve(this.help(requiredText(wishes, 'name'))),
    license_list: () => Promise.resolve(Object.values(licences).map(({ ckan, title, url }) => ({ id: ckan, title, url, status: 'active', od_conformance: 'approved' }))),
    package_list: async (wishes) => part((await this.packages.all()).map(({ name }) => name).sort(), wishes),
    current_package_list_with_resources: async (wishes) => part(await this.packages.all(), wishes),
    package_show: async (wishes) => named(await this.packages.all(), requiredText(wishes, 'id', 'name_or_id')),
    package_search: (wishes) => this.search(wishes),
    package_autocomplete: async (wishes) => (await this.search({ q: requiredText(wishes, 'q'), rows: wishes['limit'] ?? 10 })).results.map(({ name, title }) => ({ name, title, match_field: 'title', match_displayed: `${title} (${name})` })),
    resource_show: async (wishes) => named((await this.packages.all()).flatMap(({ resources }) => resources), requiredText(wishes, 'id')),
    resource_search: (wishes) => this.resources(wishes),
    tag_list: async (wishes) => shown(await this.known(({ tags }) => tags), wishes),
    tag_show: async (wishes) => named(await this.known(({ tags }) => tags), requiredText(wishes, 'id')),
    group_list: async (wishes) => shown(await this.known(({ groups }) => groups), wishes),
    group_show: (wishes) => this.group(({ groups }) => groups, wishes),
    organization_list: async (wishes) => shown(await this.known(({ organization }) => [organization]), wishes),
    organization_show: (wishes) => this.group(({ organization }) => [organization], wishes),
  };

  constructor(private readonly packages: CkanPackages) {}

  /** The answer of an action. Null where there is none of this name; Wrong or Missing is thrown as the action finds it. */
  run(name: string, wishes: Wishes): Promise<unknown> | null {
    const action = Object.hasOwn(this.actions, name) ? this.actions[name] : undefined;
    return action ? action(wishes) : null;
  }

  private help(name: string): string {
    if (!Object.hasOwn(this.actions, name)) throw new Missing('Action not found');
    return `The read action ${name} of CKAN ${answersLike}: https://docs.ckan.org/en/2.11/api/#ckan.logic.action.get.${name}`;
  }

  private async status() {
    const { el } = await this.packages.publisher();
    return { ckan_version: answersLike, site_url: publicUrl(), site_title: el, site_description: 'Isegoria', locale_default: 'el', extensions: [], error_emails_to: null };
  }

  private async search(wishes: Wishes) {
    const facets = textOf(wishes, 'facet', 'true') === 'false' ? [] : listOf(wishes, 'facet.field', 'facet_field');
    const fq = [textOf(wishes, 'fq', ''), ...listOf(wishes, 'fq_list')].join(' ');
    return searched(await this.packages.all(), { q: textOf(wishes, 'q', '*:*'), fq, sort: textOf(wishes, 'sort', ''), rows: numberOf(wishes, 'rows', 10, mostRows), start: numberOf(wishes, 'start', 0, 1_000_000), facets });
  }

  /** `query` is `field:words`, or several of them; each must be in its field. */
  private async resources(wishes: Wishes) {
    const queries = listOf(wishes, 'query');
    if (queries.length === 0) throw new Wrong({ query: ['Missing value'] });
    const asked = queries.map((query) => {
      const [field = '', ...words] = query.split(':');
      if (words.length === 0 || !['name', 'description', 'format', 'url', 'mimetype', 'hash'].includes(field)) throw new Wrong({ query: ['Must be field:words, of the fields name, description, format, url, mimetype, hash'] });
      return { field, word: words.join(':').trim().toLowerCase() };
    });
    const all = (await this.packages.all()).flatMap(({ resources }) => resources);
    const found = all.filter((resource) => asked.every(({ field, word }) => String(resource[field as keyof typeof resource]).toLowerCase().includes(word)));
    return { count: found.length, results: part(found, wishes) };
  }

  /** What packages have in a place, once each, with how many have it. */
  private async known<T extends Named>(of: (one: Package) => T[]): Promise<(T & { package_count: number })[]> {
    const all = await this.packages.all();
    const every = new Map(all.flatMap(of).map((one) => [one.name, one]));
    return [...every.values()].map((one) => ({ ...one, package_count: all.filter((each) => of(each).some(({ name }) => name === one.name)).length })).sort((a, b) => a.name.localeCompare(b.name, 'el'));
  }

  private async group(of: (one: Package) => Named[], wishes: Wishes) {
    const found = named(await this.known(of), requiredText(wishes, 'id'));
    const packages = (await this.packages.all()).filter((one) => of(one).some(({ name }) => name === found.name));
    return { ...found, state: 'active', is_organization: found.name === organisationName, packages: textOf(wishes, 'include_datasets', 'false') === 'true' ? packages : [] };
  }
}

function part<T>(all: T[], wishes: Wishes): T[] {
  const offset = numberOf(wishes, 'offset', 0, 1_000_000);
  return all.slice(offset, offset + numberOf(wishes, 'limit', all.length, mostRows));
}

function named<T extends { id: string; name: string }>(all: readonly T[], wanted: string): T {
  const found = all.find(({ id, name }) => id === wanted || name === wanted);
  if (!found) throw new Missing();
  return found;
}

/** Names alone, or whole where `all_fields` is asked for; those that hold a word where one is. */
function shown<T extends Named>(all: T[], wishes: Wishes): (T | string)[] {
  const word = textOf(wishes, 'query', '').toLowerCase();
  const found = part(all.filter(({ name, display_name }) => `${name} ${display_name}`.toLowerCase().includes(word)), wishes);
  return textOf(wishes, 'all_fields', 'false').toLowerCase() === 'true' ? found : found.map(({ name }) => name);
}
