/** The fence, seen refusing: each kind of wrong import of the map's table, and beside it the right ones that must pass. */
import { ESLint } from 'eslint';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCity } from './fences.mjs';

const WRONG = [
  ['a slice below asks a slice above', 'votes/api', '@isegoria/proposals/api'],
  ['votes know what they are about', 'votes/contracts', '@isegoria/proposals/contracts'],
  ['the foundation knows a citizen', 'kernel/api', '@isegoria/identity/api'],
  ['the foundation knows a citizen by contract', 'kernel/contracts', '@isegoria/identity/contracts'],
  ['the design system knows a proposal', 'ui/web', '@isegoria/proposals/web'],
  ['the platform knows votes', 'identity/api', '@isegoria/votes/api'],
  ['a neighbour at the entrance is used whole', 'realtime/api', '@isegoria/identity/api'],
  ['the entrance knows the platform', 'identity/api', '@isegoria/notifications/contracts'],
  ['a neighbour of the platform is used whole', 'notifications/api', '@isegoria/organisation/api'],
  ['a neighbour among the mechanisms is used whole', 'comments/api', '@isegoria/votes/api'],
  ['a neighbour among the civic slices is used whole', 'proposals/api', '@isegoria/evaluations/api'],
  ['a page takes a neighbour whole', 'evaluations/web', '@isegoria/proposals/web'],
  ['the outlook takes a civic slice whole', 'insights/api', '@isegoria/proposals/api'],
  ['the outlook takes a mechanism whole', 'insights/web', '@isegoria/votes/web'],
  ['a civic slice knows the outlook', 'proposals/api', '@isegoria/insights/contracts'],
  ['a page meets its own api', 'votes/web', '@isegoria/votes/api'],
  ['an api meets its own page', 'votes/api', '@isegoria/votes/web'],
  ['contracts lean on an api', 'votes/contracts', '@isegoria/votes/api'],
  ['contracts lean on a page', 'votes/contracts', '@isegoria/votes/web'],
  ['contracts know Nest', 'votes/contracts', '@nestjs/common'],
  ['contracts know mongoose', 'votes/contracts', 'mongoose'],
  ['contracts know React', 'votes/contracts', 'react'],
  ['contracts know Node', 'votes/contracts', 'node:fs'],
  ['an api knows React', 'votes/api', 'react'],
  ['a page knows Nest', 'votes/web', '@nestjs/common'],
  ['a page knows mongoose', 'votes/web', 'mongoose'],
  ['a page knows Node', 'votes/web', 'node:crypto'],
  ['a door of its own into another slice', 'proposals/api', '@isegoria/votes/api/votes.rules'],
  ['a slice without a side', 'proposals/api', '@isegoria/votes'],
  ['over the fence by a relative path', 'proposals/api', '../../votes/api'],
  ['a slice knows the app', 'proposals/api', '../../../apps/api/app.module'],
];
const RIGHT = [
  ['down, whole', 'proposals/api', '@isegoria/votes/api'],
  ['down, page to page', 'proposals/web', '@isegoria/comments/web'],
  ['from the platform to the entrance', 'notifications/api', '@isegoria/identity/api'],
  ['to the foundation', 'votes/api', '@isegoria/kernel/api'],
  ['a page to the design system', 'votes/web', '@isegoria/ui/web'],
  ['to one’s own contracts', 'votes/api', '@isegoria/votes/contracts'],
  ['to a neighbour’s contracts', 'comments/api', '@isegoria/votes/contracts'],
  ['the outlook to everyone’s contracts', 'insights/api', '@isegoria/proposals/contracts'],
  ['an api to Nest', 'votes/api', '@nestjs/common'],
  ['a page to React', 'votes/web', 'react'],
];

let eslint;
beforeAll(async () => {
  await readCity();
  // The fences need no types, and reading all of them takes long.
  const withoutTypes = { files: ['**/*.ts'], languageOptions: { parserOptions: { project: null } }, rules: { '@typescript-eslint/no-floating-promises': 'off', '@typescript-eslint/no-misused-promises': 'off' } };
  eslint = new ESLint({ overrideConfig: [withoutTypes] });
}, 120_000);

/** What the lint says of one import, planted in a file that is never written. */
async function refusals(from, imported) {
  const filePath = `libs/${from}/index.ts`;
  const [{ messages }] = await eslint.lintText(`import * as it from '${imported}';\nexport default it;\n`, { filePath });
  return messages.map(({ ruleId, fatal, message }) => (fatal ? message : ruleId));
}

const isFence = expect.stringMatching(/^(@nx\/enforce-module-boundaries|no-restricted-imports)$/);

describe('the fence refuses', () => {
  it.each(WRONG)('%s: %s ↛ %s', async (_, from, imported) => {
    expect(await refusals(from, imported)).toEqual(expect.arrayContaining([isFence]));
  }, 20_000);
});

describe('the fence lets pass', () => {
  it.each(RIGHT)('%s: %s → %s', async (_, from, imported) => {
    expect(await refusals(from, imported)).toEqual([]);
  }, 20_000);
});

it('stops where a slice is in no tier', async () => {
  const { createNodes } = await import('./slices-plugin.mjs');
  const stray = createNodes[1](['libs/stray/api/index.ts'], { tiers: {} }, { workspaceRoot: process.cwd(), nxJsonConfiguration: {} });
  const told = await stray.catch((failure) => failure.errors.map(([, error]) => error.message).join());
  expect(told).toContain('libs/stray is in no tier');
});
