import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentCitizen, Public } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import type { DescribePictureResult, Picture } from '@isegoria/files/contracts';
import { Files } from './files.service';

@Resolver()
export class FilesResolver {
  constructor(private readonly files: Files) {}

  @Public()
  @Query()
  pictures(@CurrentCitizen() viewer: Citizen | null, @Args('ids') ids: string[]): Promise<Picture[]> {
    return this.files.seenBy(viewer, ids);
  }

  @Mutation()
  describePicture(@CurrentCitizen() owner: Citizen, @Args('id') id: string, @Args('alt') alt: string): Promise<DescribePictureResult> {
    return this.files.describe(owner, id, alt);
  }
}
