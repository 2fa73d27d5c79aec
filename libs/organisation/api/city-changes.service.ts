import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { ZodMiniType } from 'zod/mini';
import { newId, plain } from '@isegoria/kernel/api';
import { type Localized, problemsOf, words } from '@isegoria/kernel/contracts';
import {
  type CategoryForm, categoryInput, type ChangeCityResult, type DepartmentForm, departmentInput, type DistrictForm, districtInput,
} from '@isegoria/organisation/contracts';
import { CategoryRecord, DepartmentRecord, DistrictRecord } from './city.schema';
import { Organisation } from './organisation.service';

type Stored = { _id: string; order: number };

/** What an administrator changes of the city. Nothing is ever deleted: old proposals keep their district and their category. */
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
    if (form.departmentId && !(await this.organisation.department(form.departmentId))) return { __typename: 'NotFound', reason: 'department' };
    return this.save(this.categories, categoryInput, form, ({ departmentId }) => ({ departmentId }));
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
