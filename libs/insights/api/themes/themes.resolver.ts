import { Query, Resolver } from '@nestjs/graphql';
import { Public } from '@isegoria/identity/api';
import type { Themes } from '@isegoria/insights/contracts';
import { CityThemes } from './city-themes.service';

@Resolver()
export class ThemesResolver {
  constructor(private readonly city: CityThemes) {}

  @Public()
  @Query()
  cityThemes(): Promise<Themes | null> {
    return this.city.shown();
  }
}
