import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { AnyBulkWriteOperation, Model } from 'mongoose';
import { Seeds } from '@isegoria/kernel/api';
import { CategoryRecord, CityRecord, DepartmentRecord, DistrictRecord, PlaceRecord } from './city.schema';
import { demoCategories, demoCity, demoDepartments, demoDistricts } from './demo/city';
import { demoPlaces } from './demo/places';
import { Organisation } from './organisation.service';

/** Founds the demo city. What an administrator has changed since is left as it is. */
@Injectable()
export class OrganisationSeed implements OnModuleInit {
  constructor(
    private readonly seeds: Seeds,
    private readonly organisation: Organisation,
    @InjectModel(CityRecord.name) private readonly cities: Model<CityRecord>,
    @InjectModel(DistrictRecord.name) private readonly districts: Model<DistrictRecord>,
    @InjectModel(DepartmentRecord.name) private readonly departments: Model<DepartmentRecord>,
    @InjectModel(CategoryRecord.name) private readonly categories: Model<CategoryRecord>,
    @InjectModel(PlaceRecord.name) private readonly places: Model<PlaceRecord>,
  ) {}

  onModuleInit(): void {
    this.seeds.register({ name: 'organisation', order: 10, run: () => this.found() });
  }

  async found(): Promise<void> {
    await this.cities.bulkWrite(added([{ _id: 'city' as const, ...demoCity }]));
    await this.districts.bulkWrite(added(demoDistricts.map(({ id, outline, ...district }, order) => ({ _id: id, ...district, order, shape: polygon(outline) }))));
    await this.departments.bulkWrite(added(demoDepartments.map(({ id, ...department }, order) => ({ _id: id, ...department, order }))));
    await this.categories.bulkWrite(added(demoCategories.map(({ id, ...category }, order) => ({ _id: id, ...category, order }))));
    await this.places.bulkWrite(added(placeRecords()));
    this.organisation.changed();
  }
}

function placeRecords(): PlaceRecord[] {
  return Object.entries(demoPlaces).flatMap(([districtId, places]) =>
    places.map(([el, en, kind, lat, lng], at) => ({ _id: `${districtId}-${at}`, name: { el, en }, kind, districtId, lat, lng })),
  );
}

function polygon(outline: [number, number][]): DistrictRecord['shape'] {
  return { type: 'Polygon', coordinates: [[...outline, ...outline.slice(0, 1)]] };
}

function added<R extends { _id: string }>(records: R[]): AnyBulkWriteOperation<R>[] {
  return records.map(({ _id, ...rest }) => ({ updateOne: { filter: { _id }, update: { $setOnInsert: rest }, upsert: true } })) as AnyBulkWriteOperation<R>[];
}
