import type { Localized } from '@isegoria/kernel/contracts';

interface Told {
  id: string;
  title: Localized;
  at: Date;
}

/** The city calls people to offer themselves, until `closesAt`. */
export type PanelPublishedEvent = Told & { departmentId: string; closesAt: Date };

/** The list of those who did is closed; its digest stands in the ledger. */
export type PanelClosedEvent = Told & { offers: number };

/** The public numbers are in, and the seats are drawn. */
export type PanelDrawnEvent = Told & { seats: number };

/** Everybody who was asked has answered, and the seats are taken or nobody is left. */
export type PanelSeatedEvent = Told & { accepted: number; seats: number };

/** The department took it back. */
export type PanelWithdrawnEvent = Told & { reason: string };

/* The room `panel:<id>` hears `changed` (no payload): ask again. */

declare module '@isegoria/kernel/contracts' {
  interface EventMap {
    'panel.published': PanelPublishedEvent;
    'panel.closed': PanelClosedEvent;
    'panel.drawn': PanelDrawnEvent;
    'panel.seated': PanelSeatedEvent;
    'panel.withdrawn': PanelWithdrawnEvent;
  }
}
