/** The city has a newer table of its people: what is weighed by it can be weighed anew. */
export interface PopulationChanged {
  populationId: string;
  at: Date;
}

declare module '@isegoria/kernel/contracts' {
  interface EventMap {
    'population.changed': PopulationChanged;
  }
}
