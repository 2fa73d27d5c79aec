interface Told {
  id: string;
  title: string;
  at: Date;
}

/** Everyone can read it, and argues. */
export type DebateOpenedEvent = Told & { endsAt: Date; byDepartment: boolean };

/** Its day came, and nobody has concluded it. */
export type DebateEndedEvent = Told;

/** Its conclusion can be read by everyone. */
export type DebateConcludedEvent = Told;

/** The department in charge said its answer. */
export type DebateAnsweredEvent = Told & { departmentId: string | null };

declare module '@isegoria/kernel/contracts' {
  interface EventMap {
    'debate.opened': DebateOpenedEvent;
    'debate.ended': DebateEndedEvent;
    'debate.concluded': DebateConcludedEvent;
    'debate.answered': DebateAnsweredEvent;
  }
}
