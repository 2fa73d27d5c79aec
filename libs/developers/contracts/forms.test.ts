import { expect, it } from 'vitest';
import { problemsOf } from '@isegoria/kernel/contracts';
import { webhookForm } from './forms';
import { webhookEvents } from './webhook-events';

it('a webhook may be told of everything that happens, as it is when nothing is chosen off, and of one thing at least', () => {
  const url = 'https://example.org/hook';
  expect(problemsOf(webhookForm, { url, events: [...webhookEvents] })).toEqual([]);
  expect(problemsOf(webhookForm, { url, events: [] })).toMatchObject([{ field: 'events' }]);
});
