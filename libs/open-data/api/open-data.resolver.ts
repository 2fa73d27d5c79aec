import { Args, Query, Resolver } from '@nestjs/graphql';
import { Public } from '@isegoria/identity/api';
import { OpenData } from './open-data.service';

@Resolver()
export class OpenDataResolver {
  constructor(private readonly data: OpenData) {}

  @Public()
  @Query()
  openDatasets() {
    return this.data.all();
  }

  @Public()
  @Query()
  openDataset(@Args('id') id: string) {
    return this.data.one(id);
  }

  @Public()
  @Query()
  openDataSample(@Args('id') id: string, @Args('first') first?: number) {
    return this.data.sample(id, first ?? 20);
  }

  @Public()
  @Query()
  openDataLicence() {
    return this.data.licence();
  }
}
