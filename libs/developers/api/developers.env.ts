import { defineEnv, envVar } from '@isegoria/kernel/api';
import { z } from 'zod';

const count = z.coerce.number().int().min(1);

/** How deep a query may go. */
export const deepest = 8;

export const developersEnv = defineEnv({
  FAIR_USE_VISITOR: envVar(count, 'The cost of queries that one address may ask for in a minute without a key.', 60_000),
  FAIR_USE_KEY: envVar(count, 'The cost of queries that a program with a key may ask for in a minute.', 600_000),
  FAIR_USE_PAGES: envVar(count, 'The cost of queries that our own pages may ask for in a minute, by citizen, or by address where nobody is signed in: a fence, far above what people read.', 3_000_000),
  QUERY_COST: envVar(count, 'The highest cost of one query.', 10_000),
});
