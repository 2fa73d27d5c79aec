import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentCitizen, Public, Roles } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import type { MoveSittingResult, MutationPostponeSittingArgs, PostponeSittingResult, SaveSittingResult, SetMinutesResult, Sitting, SittingView, SittingInput, SittingPage, SittingSection, SittingStatus, SittingSubject } from '@isegoria/insights/contracts';
import { audienceOf, SittingDocuments } from './sitting-documents.service';
import { documentView, sectionView } from './sitting-view';
import { Sittings } from './sittings.service';

@Resolver()
export class SittingsResolver {
  constructor(
    private readonly all: Sittings,
    private readonly documents: SittingDocuments,
  ) {}

  @Public()
  @Query()
  sittings(@CurrentCitizen() reader: Citizen | null, @Args('first') first?: number, @Args('after') after?: string): Promise<SittingPage> {
    return this.all.list(reader, { first, after });
  }

  @Public()
  @Query()
  sitting(@CurrentCitizen() reader: Citizen | null, @Args('id') id: string): Promise<Sitting | null> {
    return this.all.one(id, reader);
  }

  @Public()
  @Query()
  async sittingView(@CurrentCitizen() reader: Citizen | null, @Args('id') id: string): Promise<SittingView | null> {
    const record = await this.all.byId(id);
    return record && documentView(await this.documents.of(record, audienceOf(reader)), record);
  }

  @Public()
  @Query()
  async sittingSection(@CurrentCitizen() reader: Citizen | null, @Args('id') id: string, @Args('sectionId') sectionId: string): Promise<SittingSection | null> {
    const record = await this.all.byId(id);
    const section = record && (await this.documents.section(record, sectionId, audienceOf(reader)));
    return record && section && sectionView(section, record);
  }

  @Roles('administrator', 'clerk')
  @Query()
  findSubjects(@Args('words') words: string): Promise<SittingSubject[]> {
    return this.all.find(words);
  }

  @Roles('administrator', 'clerk')
  @Mutation()
  saveSitting(@CurrentCitizen() clerk: Citizen, @Args('input') input: SittingInput): Promise<SaveSittingResult> {
    return this.all.save(clerk, input);
  }

  @Roles('administrator', 'clerk')
  @Mutation()
  moveSitting(@CurrentCitizen() clerk: Citizen, @Args('id') id: string, @Args('to') to: SittingStatus): Promise<MoveSittingResult> {
    return this.all.move(clerk, id, to);
  }

  @Roles('administrator', 'clerk')
  @Mutation()
  postponeSitting(@CurrentCitizen() clerk: Citizen, @Args() args: MutationPostponeSittingArgs): Promise<PostponeSittingResult> {
    return this.all.postpone(clerk, args);
  }

  @Roles('administrator', 'clerk')
  @Mutation()
  setMinutes(@CurrentCitizen() clerk: Citizen, @Args('id') id: string, @Args('url') url: string): Promise<SetMinutesResult> {
    return this.all.setMinutes(id, url, clerk);
  }
}
