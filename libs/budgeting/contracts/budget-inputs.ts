import { bilingual, maybe, shortId, written } from '@isegoria/kernel/contracts';
import * as z from 'zod/mini';
import { DECLARABLE_RULES } from './rule';

/** How long and how large what officials write may be. Money is in cents. */
export const budgetLimits = { title: 120, summary: 600, projectTitle: 160, text: 6000, reason: 1500, news: 2000, milestones: 20, acts: 20, pictures: 6, projects: 150, most: 100, points: 1000, money: 1e12 };

const id = shortId();
const cents = z.int().check(z.gte(1), z.lte(budgetLimits.money));

/** A budget as an administrator declares it. One schema rules the page and the server. */
export const budgetInput = z
  .object({
    title: bilingual(budgetLimits.title),
    summary: bilingual(budgetLimits.summary),
    processId: id,
    areas: z.array(z.object({ id, money: cents })).check(z.minLength(1), z.maxLength(60)),
    form: z.enum(['approval', 'points', 'ranking']),
    withinMoney: z.boolean(),
    most: maybe(z.int().check(z.gte(1), z.lte(budgetLimits.most))),
    points: maybe(z.int().check(z.gte(1), z.lte(budgetLimits.points))),
    rule: z.string().check(z.refine((name) => DECLARABLE_RULES.includes(name))),
    utility: maybe(z.enum(['cost', 'cardinality'])),
    completion: maybe(z.enum(['none', 'add1', 'add1u', 'utilitarian'])),
    stop: maybe(z.enum(['exhaustive', 'overspend'])),
    comparison: maybe(z.enum(['none', 'satisfaction'])),
    ties: z.array(z.enum(['lower-cost', 'more-votes', 'id'])).check(z.minLength(1), z.maxLength(3)),
    threshold: maybe(z.int().check(z.gte(1), z.lte(1e6))),
    secrecy: z.enum(['secret', 'sealed', 'open']),
    electorate: maybe(z.object({ verified: z.boolean(), minimumAge: maybe(z.int().check(z.gte(10), z.lte(99))), list: maybe(id) })),
    channels: maybe(z.array(z.enum(['desk', 'paper', 'phone'])).check(z.maxLength(3))),
  })
  .check(
    z.refine(({ areas }) => new Set(areas.map((area) => area.id)).size === areas.length, { path: ['areas'] }),
    z.refine(({ form, points }) => form !== 'points' || Boolean(points), { path: ['points'] }),
    z.refine(({ rule, threshold }) => rule !== 'greedy-threshold' || Boolean(threshold), { path: ['threshold'] }),
  );

/** A project as an official enters it. */
export const projectInput = z.object({
  budgetId: id,
  areaId: id,
  title: written(budgetLimits.projectTitle, 1),
  text: written(budgetLimits.text, 1),
  districtId: maybe(id),
  place: maybe(z.object({ label: written(200, 1), lat: maybe(z.number().check(z.gte(-90), z.lte(90))), lng: maybe(z.number().check(z.gte(-180), z.lte(180))) })),
  categoryId: maybe(id),
  departmentId: maybe(id),
  cost: cents,
  proposalId: maybe(id),
});

/** What was found about a project: «not feasible» needs its reason. */
export const feasibilityInput = z
  .object({ feasibility: z.enum(['undecided', 'feasible', 'unfeasible']), reason: z.string().check(z.trim(), z.maxLength(budgetLimits.reason)) })
  .check(z.refine(({ feasibility, reason }) => feasibility !== 'unfeasible' || reason !== '', { path: ['reason'] }));

/** How works go. */
export const workInput = z.object({
  state: z.enum(['planned', 'tendering', 'building', 'done']),
  progress: z.int().check(z.gte(0), z.lte(100)),
  spent: z.int().check(z.gte(0), z.lte(budgetLimits.money)),
  milestones: z.array(z.object({ title: written(160, 1), dueAt: maybe(z.date()), doneAt: maybe(z.date()) })).check(z.maxLength(budgetLimits.milestones)),
  acts: z.array(z.string().check(z.maxLength(40))).check(z.maxLength(budgetLimits.acts)),
  text: z.string().check(z.trim(), z.maxLength(budgetLimits.news)),
  pictureIds: z.array(id).check(z.maxLength(budgetLimits.pictures)),
});
