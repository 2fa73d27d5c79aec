import { createHmac } from 'node:crypto';
import { secretFor } from '@isegoria/kernel/api';

const keyed = (text: string): string => createHmac('sha256', secretFor('surveys')).update(text).digest('base64url');

/** Under which a person's answers to a survey stand: the same at every time, another in each survey, and it tells nobody who they are. */
export const answersKey = (personId: string, surveyId: string): string => keyed(`answers ${surveyId} ${personId}`);

/** Under which their own words to a question stand. It has nothing in common with the other. */
export const wordsKey = (personId: string, surveyId: string, questionId: string): string => keyed(`words ${surveyId} ${questionId} ${personId}`);
