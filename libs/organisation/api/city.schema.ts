import { Prop, raw, Schema, SchemaFactory } from '@nestjs/mongoose';
import type { Localized } from '@isegoria/kernel/contracts';

const localized = raw({ el: { type: String, required: true }, en: { type: String, required: true } });

/** The municipality itself: one document, whose id is always `city`. */
@Schema({ versionKey: false, collection: 'city' })
export class CityRecord {
  @Prop({ type: String, required: true }) _id!: 'city';
  @Prop({ type: localized, required: true, _id: false }) name!: Localized;
  @Prop({ required: true }) population!: number;
}

/** A part of the municipality, with its outline as a GeoJSON polygon where somebody has drawn one. */
@Schema({ versionKey: false, collection: 'districts' })
export class DistrictRecord {
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: localized, required: true, _id: false }) name!: Localized;
  @Prop({ required: true }) population!: number;
  @Prop({ type: Object, default: null }) shape!: { type: 'Polygon'; coordinates: number[][][] } | null;
  /** The place in every list of districts. */
  @Prop({ required: true }) order!: number;
  @Prop(Boolean) isRetired?: boolean;
}

@Schema({ versionKey: false, collection: 'departments' })
export class DepartmentRecord {
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: localized, required: true, _id: false }) name!: Localized;
  @Prop({ required: true }) email!: string;
  @Prop({ required: true }) answersWithinDays!: number;
  @Prop({ required: true }) order!: number;
  @Prop(Boolean) isRetired?: boolean;
}

/** What a citizen writes about. The department stands here alone, so that a category has one department and no more. */
@Schema({ versionKey: false, collection: 'categories' })
export class CategoryRecord {
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: localized, required: true, _id: false }) name!: Localized;
  @Prop({ required: true }) departmentId!: string;
  @Prop({ required: true }) order!: number;
  @Prop(Boolean) isRetired?: boolean;
}

/** A street, square or landmark of the city's own gazetteer: addresses are found without asking anybody outside. */
@Schema({ versionKey: false, collection: 'places' })
export class PlaceRecord {
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: localized, required: true, _id: false }) name!: Localized;
  @Prop({ type: String, required: true }) kind!: 'street' | 'square' | 'landmark';
  @Prop({ required: true }) districtId!: string;
  @Prop({ required: true }) lat!: number;
  @Prop({ required: true }) lng!: number;
}

/** What Nest registers: the models of this slice. */
export const models = [CityRecord, DistrictRecord, DepartmentRecord, CategoryRecord, PlaceRecord].map((record) => ({
  name: record.name,
  schema: SchemaFactory.createForClass<unknown>(record),
}));
