import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { ZodMiniType } from 'zod/mini';
import { newId, plain } from '@isegoria/kernel/api';
import { type Localized, problemsOf, words } from '@isegoria/kernel/contracts';
import {
  type CategoryForm, categoryInput, type ChangeCityResult, type City, type CityPart, type DepartmentForm, departmentInput, type DistrictForm, districtInput,
} from '@isegoria/organisation/contracts';
import { listOf, restoreRefusal, retireRefusal } from './city.rules';
import { CategoryRecord, DepartmentRecord, DistrictRecord } from './city.schema';
import { Organisation } from './organisation.service';

type Stored = { _id: string; order: number; isRetired?: boolean };

/** What an administrator changes of the city. Nothing is ever deleted, only retired: old proposals keep their district and their category. */
@Injectable()
export class CityChanges {
  constructor(
    @InjectModel(DistrictRecord.name) private readonly districts: Model<DistrictRecord>,
    @InjectModel(DepartmentRecord.name) private readonly departments: Model<DepartmentRecord>,
    @InjectModel(CategoryRecord.name) private readonly categories: Model<CategoryRecord>,
    private readonly organisation: Organisation,
  ) {}

  saveDistrict(form: DistrictForm): Promise<ChangeCityResult> {
    return this.save(this.districts, districtInput, form, ({ population }) => ({ population }));
  }

  saveDepartment(form: DepartmentForm): Promise<ChangeCityResult> {
    return this.save(this.departments, departmentInput, form, ({ email, answersWithinDays }) => ({ email, answersWithinDays }));
  }

  async saveCategory(form: CategoryForm): Promise<ChangeCityResult> {
    if (form.departmentId && !(await this.canAnswer(form))) return { __typename: 'NotFound', reason: 'department' };
    return this.save(this.categories, categoryInput, form, ({ departmentId }) => ({ departmentId }));
  }

  async retire(part: CityPart, id: string): Promise<ChangeCityResult> {
    const city = await this.fresh();
    if (city[listOf[part]].some((one) => one.id === id && one.isRetired)) return city;
    const reason = retireRefusal(city, part, id);
    return reason ? { __typename: 'NotAllowed', reason } : this.mark(part, id, true);
  }

  async restore(part: CityPart, id: string): Promise<ChangeCityResult> {
    const reason = restoreRefusal(await this.fresh(), part, id);
    return reason ? { __typename: 'NotAllowed', reason } : this.mark(part, id, false);
  }

  /** Whether the department is there, and in use or the category's already. */
  private async canAnswer({ id, departmentId }: CategoryForm): Promise<boolean> {
    const department = await this.organisation.department(departmentId);
    if (!department?.isRetired) return department !== null;
    return Boolean(id && (await this.organisation.category(id))?.departmentId === departmentId);
  }

  /** The city as the store has it at this moment, not as this process remembers it. */
  private fresh(): Promise<City> {
    this.organisation.changed();
    return this.organisation.city();
  }

  private async mark(part: CityPart, id: string, isRetired: boolean): Promise<ChangeCityResult> {
    const model: Pick<Model<Stored>, 'updateOne'> = { district: this.districts, department: this.departments, category: this.categories }[part] as never;
    const { matchedCount } = await model.updateOne({ _id: { $eq: id } }, { $set: { isRetired } });
    return matchedCount > 0 ? this.fresh() : { __typename: 'NotFound', reason: 'gone' };
  }

  private async save<F extends { id?: string | null | undefined; name: Localized }, R extends Stored>(
    model: Model<R>, schema: ZodMiniType<F>, form: F, fields: (form: F) => Partial<R>,
  ): Promise<ChangeCityResult> {
    const problems = problemsOf(schema, form);
    if (problems.length > 0) return { __typename: 'Invalid', problems };

    const set = { ...fields(form), name: { el: plain(form.name.el), en: plain(form.name.en) } };
    const { id } = form;
    if (id) {
      const { matchedCount } = await model.updateOne({ _id: { $eq: id } }, { $set: set });
      if (matchedCount === 0) return { __typename: 'NotFound', reason: 'gone' };
    } else {
      await model.collection.insertOne({ _id: await freeId(model, form.name), order: await lastPlace(model), shape: null, ...set } as never);
    }
    this.organisation.changed();
    return this.organisation.city();
  }
}

/** A readable id out of the English name; ids stand in addresses of pages and in exports. */
async function freeId<R extends Stored>(model: Model<R>, { en }: Localized): Promise<string> {
  const readable = words(en).filter((word) => /^[a-z0-9]+$/.test(word)).join('-').slice(0, 40);
  const taken = readable === '' || (await model.exists({ _id: { $eq: readable } }));
  return taken ? newId().toLowerCase() : readable;
}

async function lastPlace<R extends Stored>(model: Model<R>): Promise<number> {
  return (await model.countDocuments()) + 1;
}
