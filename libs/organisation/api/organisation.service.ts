import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Homes, Kept, Offices } from '@isegoria/kernel/api';
import { type FieldProblem, type Locale, words } from '@isegoria/kernel/contracts';
import { answering, centreOf, type Category, type City, currentOf, type Department, type District, districtOf, type Place, type Position } from '@isegoria/organisation/contracts';
import { CategoryRecord, CityRecord, DepartmentRecord, DistrictRecord, PlaceRecord } from './city.schema';
import { type KnownPlace, placeNearest, placesNamed } from './places.rules';

type Point = Pick<Position, 'lat' | 'lng'>;

/** The parts of the city that something names. */
export interface PartsNamed {
  departmentId?: string | null | undefined;
  categoryId?: string | null | undefined;
  districtId?: string | null | undefined;
  districtIds?: readonly string[] | undefined;
}

/** The city as it is organised now. Everybody reads it all the time, so it is kept in the process for some seconds. */
@Injectable()
export class Organisation implements OnModuleInit {
  private readonly kept: Kept<City>;
  private readonly gazetteer: Kept<KnownPlace[]>;

  constructor(
    @InjectModel(CityRecord.name) private readonly cities: Model<CityRecord>,
    @InjectModel(DistrictRecord.name) private readonly districtRecords: Model<DistrictRecord>,
    @InjectModel(DepartmentRecord.name) private readonly departmentRecords: Model<DepartmentRecord>,
    @InjectModel(CategoryRecord.name) private readonly categoryRecords: Model<CategoryRecord>,
    @InjectModel(PlaceRecord.name) private readonly placeRecords: Model<PlaceRecord>,
    private readonly homes: Homes,
    private readonly offices: Offices,
  ) {
    this.kept = new Kept(() => this.read(), 3000);
    this.gazetteer = new Kept(() => this.readPlaces(), 60_000);
  }

  onModuleInit(): void {
    this.homes.register(async (districtId) => (await this.current()).districts.some(({ id }) => id === districtId));
    this.offices.register(async (departmentId) => (await this.current()).departments.some(({ id }) => id === departmentId));
  }

  /** The whole city, what it has retired too: for names, and for all that carries them. */
  city(): Promise<City> {
    return this.kept.get();
  }

  /** The city with what it uses now alone: what something new may name. */
  async current(): Promise<City> {
    return currentOf(await this.city());
  }

  /** What is wrong with a form that names a part of the city which there is not, or no more. What a record names already (`kept`) it may keep. */
  async unknown({ departmentId, categoryId, districtId, districtIds = [] }: PartsNamed, kept: PartsNamed | null = null): Promise<FieldProblem[]> {
    const { departments, categories, districts } = await this.current();
    const isThere = (parts: readonly { id: string }[], wanted: string | null | undefined, had: string | null | undefined) => !wanted || wanted === had || parts.some(({ id }) => id === wanted);
    const known: Record<keyof PartsNamed, boolean> = {
      departmentId: isThere(departments, departmentId, kept?.departmentId),
      categoryId: isThere(categories, categoryId, kept?.categoryId),
      districtId: isThere(districts, districtId, kept?.districtId),
      districtIds: districtIds.every((id) => isThere(districts, id, kept?.districtIds?.find((had) => had === id))),
    };
    return Object.entries(known).flatMap(([field, isKnown]) => (isKnown ? [] : [{ field, code: 'invalid' as const, limit: null }]));
  }

  /** Which department answers for something now, if any. */
  async answering(departmentId: string | null, categoryId: string | null): Promise<string | null> {
    return answering(await this.city(), departmentId, categoryId);
  }

  async districts(): Promise<District[]> {
    return (await this.city()).districts;
  }

  async departments(): Promise<Department[]> {
    return (await this.city()).departments;
  }

  async categories(): Promise<Category[]> {
    return (await this.city()).categories;
  }

  async district(id: string): Promise<District | null> {
    return (await this.districts()).find((district) => district.id === id) ?? null;
  }

  async department(id: string): Promise<Department | null> {
    return (await this.departments()).find((department) => department.id === id) ?? null;
  }

  async category(id: string): Promise<Category | null> {
    return (await this.categories()).find((category) => category.id === id) ?? null;
  }

  /** Who answers for a category, or null where nobody does (yet). */
  async departmentFor(categoryId: string): Promise<Department | null> {
    const category = await this.category(categoryId);
    return category && this.department(category.departmentId);
  }

  /** The district in use that a point lies in. */
  async districtAt(point: Point): Promise<District | null> {
    return districtOf((await this.current()).districts, point);
  }

  async findPlaces(text: string, locale: Locale): Promise<Place[]> {
    return placesNamed(await this.gazetteer.get(), text.slice(0, 120), locale);
  }

  async placeNear(point: Point, locale: Locale): Promise<Place | null> {
    const district = await this.districtAt(point);
    return district && placeNearest(await this.gazetteer.get(), point, district.id, locale);
  }

  /** Every street, square and landmark, for those who make up a city's life (seeds). */
  async places(): Promise<Place[]> {
    return (await this.gazetteer.get()).map(({ name, districtId, lat, lng }) => ({ label: name.el, districtId, lat, lng }));
  }

  /** Forgets what is kept, so that a change is seen at once by whoever made it. */
  changed(): void {
    this.kept.drop();
    this.gazetteer.drop();
  }

  private async read(): Promise<City> {
    const [city, districts, departments, categories] = await Promise.all([
      this.cities.findById('city').lean().exec(),
      this.districtRecords.find().sort({ order: 1, _id: 1 }).lean().exec(),
      this.departmentRecords.find().sort({ order: 1, _id: 1 }).lean().exec(),
      this.categoryRecords.find().sort({ order: 1, _id: 1 }).lean().exec(),
    ]);
    return {
      __typename: 'City',
      name: city?.name ?? { el: 'Δήμος', en: 'Municipality' },
      population: city?.population ?? 0,
      districts: districts.map(districtFrom),
      departments: departments.map((record) => departmentFrom(record, categories)),
      categories: categories.map(({ _id, name, departmentId, isRetired = false }) => ({ id: _id, name, departmentId, isRetired })),
    };
  }

  private async readPlaces(): Promise<KnownPlace[]> {
    const records = await this.placeRecords.find().lean().exec();
    return records.map(({ name, districtId, lat, lng }) => ({ name, words: words(`${name.el} ${name.en}`), districtId, lat, lng }));
  }
}

function districtFrom({ _id, name, population, shape, isRetired = false }: DistrictRecord): District {
  const outline = shape?.coordinates[0] ?? [];
  return { id: _id, name, population, outline, centre: centreOf(outline), isRetired };
}

function departmentFrom({ _id, name, email, answersWithinDays, isRetired = false }: DepartmentRecord, categories: CategoryRecord[]): Department {
  const categoryIds = categories.filter(({ departmentId }) => departmentId === _id).map((category) => category._id);
  return { id: _id, name, email, answersWithinDays, categoryIds, isRetired };
}
