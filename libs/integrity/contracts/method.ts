/**
 * The measures of the method, in one place: the rules reckon by them, the page tells them, whoever checks us reads them. They were chosen so that an ordinary year of an
 * ordinary city has about one sign or none (`api/ordinary-year.test.ts`), and do not follow the city's size: a sign must not come or go because others voted elsewhere.
 */
export const method = {
  /** The rhythm is that of the days before. */
  days: 28,
  /** A thing is expected to get so many supports an hour, however quiet it was. */
  leastHourly: 2,
  /** A thing is reckoned to have been there so many hours, however new it is. */
  leastHours: 24,
  /** So many supports are added to what the city gave elsewhere in an hour and to what it usually gives, so that a small city's evenings do not look like a rush. */
  steady: 10,
  /** An account is new for so many hours. */
  newHours: 48,
  /** Shares of new accounts are compared where the city gave so many supports elsewhere. */
  leastOthers: 100,
  /** The chance of one false alarm a year in each kind of sign that is borne where everything is as the model supposes, … */
  yearly: 0.05,
  /** … for so many things that are looked at each hour, or each day (Bonferroni; O. J. Dunn, JASA 56, 1961). */
  things: 10_000,
} as const;

const hoursOfYear = 24 * 365.25;

/** A sign is a number that is less probable than this. */
export const thresholds = { burst: method.yearly / (method.things * hoursOfYear), newcomers: method.yearly / (method.things * 365.25) } as const;

/** Where it is told that the signs are no longer what they were. */
export const signsRoom = { kind: 'integrity', id: 'signs' } as const;

/** What is watched: the kinds of things that people support by name. */
export const watchedKinds = ['proposal', 'initiative'] as const;
