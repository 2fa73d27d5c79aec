/**
 * The chapters of the council's page, in its order: how the city judges decisions, what it asks for, what it waits for, how it takes part,
 * how fairly its dialogue is kept; and `participation`, which is a page of its own.
 */
export const figureChapters = ['decisions', 'asks', 'waiting', 'together', 'fairness', 'participation'] as const;

/** Where among the figures one stands. */
export type FigureChapter = (typeof figureChapters)[number];
