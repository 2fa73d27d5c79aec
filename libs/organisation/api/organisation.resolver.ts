import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Public, Roles } from '@isegoria/identity/api';
import { localeOf } from '@isegoria/kernel/contracts';
import type { CategoryForm, ChangeCityResult, City, CityPart, DepartmentForm, District, DistrictForm, Place, Position } from '@isegoria/organisation/contracts';
import { CityChanges } from './city-changes.service';
import { Organisation } from './organisation.service';

@Resolver()
export class OrganisationResolver {
  constructor(
    private readonly organisation: Organisation,
    private readonly changes: CityChanges,
  ) {}

  @Public()
  @Query()
  city(): Promise<City> {
    return this.organisation.city();
  }

  @Public()
  @Query()
  findPlaces(@Args('text') text: string, @Args('locale') locale?: string): Promise<Place[]> {
    return this.organisation.findPlaces(text, localeOf(locale));
  }

  @Public()
  @Query()
  placeNear(@Args() { locale, ...point }: Pick<Position, 'lat' | 'lng'> & { locale?: string }): Promise<Place | null> {
    return this.organisation.placeNear(point, localeOf(locale));
  }

  @Public()
  @Query()
  districtAt(@Args() position: Position): Promise<District | null> {
    return this.organisation.districtAt(position);
  }

  @Roles('administrator')
  @Mutation()
  saveDistrict(@Args('input') input: DistrictForm): Promise<ChangeCityResult> {
    return this.changes.saveDistrict(input);
  }

  @Roles('administrator')
  @Mutation()
  saveDepartment(@Args('input') input: DepartmentForm): Promise<ChangeCityResult> {
    return this.changes.saveDepartment(input);
  }

  @Roles('administrator')
  @Mutation()
  saveCategory(@Args('input') input: CategoryForm): Promise<ChangeCityResult> {
    return this.changes.saveCategory(input);
  }

  @Roles('administrator')
  @Mutation()
  retireCityPart(@Args('part') part: CityPart, @Args('id') id: string): Promise<ChangeCityResult> {
    return this.changes.retire(part, id);
  }

  @Roles('administrator')
  @Mutation()
  restoreCityPart(@Args('part') part: CityPart, @Args('id') id: string): Promise<ChangeCityResult> {
    return this.changes.restore(part, id);
  }
}
