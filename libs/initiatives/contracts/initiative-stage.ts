import type { InitiativeFilterStage, InitiativeStage } from './initiatives.gen';

/** The stages in which everyone may read an initiative that nobody hid and that was admitted once. */
export const publicStages: readonly InitiativeStage[] = ['collecting', 'short', 'handedIn', 'verified', 'scheduled', 'answered', 'withdrawn'];

export const isPublicStage = (stage: InitiativeStage): boolean => publicStages.includes(stage);

/** Whether its promoters are complete and the city has it in hand, or had. */
export const isCarried = (stage: InitiativeStage): boolean => stage !== 'draft' && stage !== 'promoters';

/** The stages that a filter means. */
export function stagesOf(filter: InitiativeFilterStage): readonly InitiativeStage[] {
  switch (filter) {
    case 'collecting':
      return ['collecting'];
    case 'succeeded':
      return ['handedIn', 'verified', 'scheduled', 'answered'];
    case 'over':
      return ['short', 'withdrawn'];
    case 'all':
      return publicStages;
  }
}
