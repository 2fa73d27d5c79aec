import { createHmac } from 'node:crypto';
import type { EvaluationRound } from '@isegoria/evaluations/contracts';
import { secretFor } from '@isegoria/kernel/api';

const keyed = (text: string): string => createHmac('sha256', secretFor('evaluations')).update(text).digest('base64url');

/** The key of a person's evaluation of an act or a choice: the same at every time, another in each round, and it tells nobody who they are. */
export const evaluationKey = (personId: string, weighedId: string, round: EvaluationRound): string => keyed(round === 1 ? `${weighedId} ${personId}` : `${weighedId} 2 ${personId}`);

/** The key of a person's request that an act be evaluated. */
export const requestKey = (personId: string, decisionId: string): string => keyed(`request ${decisionId} ${personId}`);
