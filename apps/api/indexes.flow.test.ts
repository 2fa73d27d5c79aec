import { getConnectionToken } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyDate, startCity, type TestCity } from '@isegoria/kernel/api';
import { doors, slices } from './app.module';

const now = new Date();

/**
 * What few documents have, each asked for by itself: the collection, the query, and the index that must answer. MongoDB takes these indexes also where more is asked for
 * (`{ takenById, isOpen }`); the embedded store does not, and so it is not asked here.
 */
const asked: [collection: string, query: object, index: string][] = [
  ['citizens', { email: 'a@example.org' }, 'email_1_where_email'],
  ['citizens', { 'ways.key': 'k' }, 'ways.key_1_where_ways.key'],
  ['citizens', { leftAt: { $gt: anyDate, $lt: now } }, 'leftAt_1_where_leftAt'],
  ['amendments', { slot: 's' }, 'slot_1_where_slot'],
  ['moderation-cases', { reopens: 'c' }, 'reopens_1_where_reopens'],
  ['moderation-cases', { reopenedBy: 'm' }, 'reopenedBy_1_where_reopenedBy'],
  ['meeting_questions', { authorId: 'a' }, 'authorId_1_nonce_1_where_authorId'],
  ['meeting_questions', { writtenBy: 'a' }, 'writtenBy_1_nonce_1_where_writtenBy'],
  ['volunteer_offers', { confirmBy: { $gt: anyDate, $lte: now } }, 'confirmBy_1_where_confirmBy'],
  ['budget-projects', { proposalId: 'p' }, 'proposalId_1_where_proposalId'],
  ['requests', { takenById: 'o' }, 'takenById_1_isOpen_1_promisedAt_1__id_1_where_takenById'],
  ['requests', { firstFixedAt: { $gte: now } }, 'firstFixedAt_1_where_firstFixedAt'],
  ['requests', { sourceId: 's' }, 'sourceId_1_createdAt_-1_where_sourceId'],
  ['initiatives', { invitation: 'i' }, 'invitation_1_where_invitation'],
  ['initiatives', { 'list.keptUntil': { $gt: anyDate, $lte: now } }, 'list.keptUntil_1_where_list.keptUntil'],
  ['debates', { byDepartmentId: 'd' }, 'byDepartmentId_1_createdAt_-1__id_-1_where_byDepartmentId'],
  ['integrity_hours', { due: { $gt: 0, $lte: 500_000 } }, 'due_1_where_due'],
  ['merge_invitations', { slot: 's' }, 'slot_1_where_slot'],
  ['proposals', { source: 's' }, 'source_1_where_source'],
  ['proposals', { recount: { $gt: '' } }, 'recount_1_where_recount'],
  ['visit_days', { processId: 'p' }, 'processId_1_where_processId'],
  ['evaluations', { changeItem: 'c' }, 'changeItem_1_where_changeItem'],
  ['breakdowns', { dueAt: { $gt: anyDate, $lte: now } }, 'dueAt_1_where_dueAt'],
];

describe('an index over those documents that have something', () => {
  let city: TestCity;
  beforeAll(async () => {
    city = await startCity(slices, { doors });
    await Promise.all(Object.values(city.get<Connection>(getConnectionToken()).models).map((model) => model.init()));
  }, 120_000);
  afterAll(() => city.stop());

  it.each(asked)('answers in %s what is asked by %j', async (collection, query, index) => {
    const plan = await city.get<Connection>(getConnectionToken()).collection(collection).find(query).explain();
    expect(JSON.stringify(plan['queryPlanner'])).toContain(`"indexName":"${index}"`);
  });

  it('stands on no type, which no query proves but one that says the same', () => {
    const types = Object.values(city.get<Connection>(getConnectionToken()).models).flatMap(({ collection, schema }) =>
      schema.indexes().flatMap(([keys, { partialFilterExpression = {} }]) => (JSON.stringify(partialFilterExpression).includes('$type') ? [`${collection.name}: ${JSON.stringify(keys)}`] : [])),
    );
    // Whose contact is to be forgotten is asked for with the same words (`contacts.ts`).
    expect(types).toEqual(['requests: {"endedAt":1}']);
  });
});
