/**
 * Nx learns the city from its folders: each `libs/<slice>/<side>/index.ts` and each `apps/<app>/main.ts` is a project, and
 * its tags come from its address. The tiers are this plugin's options in nx.json; a slice that is in no tier stops Nx.
 */
import { dirname } from 'node:path';
import { createNodesFromFiles } from '@nx/devkit';

const PROJECTS = '{apps/*/main.{ts,tsx},libs/*/{contracts,api,web}/index.ts}';
const SIDE_OF_APP = { web: 'web', widgets: 'web' };

export const createNodes = [PROJECTS, (files, options, context) => createNodesFromFiles(projectOf, files, options, context)];

function projectOf(file, { tiers }) {
  const root = dirname(file);
  const [shelf, name, side] = root.split('/');
  const project = shelf === 'apps' ? appProject(name) : sliceProject(name, side, tiers);
  return { projects: { [root]: { root, sourceRoot: root, targets: {}, ...project } } };
}

const appProject = (name) => ({
  name,
  projectType: 'application',
  tags: ['app', `side:${SIDE_OF_APP[name] ?? 'api'}`],
});

function sliceProject(slice, side, tiers) {
  const tier = tierOf(slice, tiers);
  const tags = [`slice:${slice}`, `side:${side}`, `tier:${tier}`];
  if (side === 'contracts') tags.push(`public:${tier}`);
  return { name: `${slice}-${side}`, projectType: 'library', tags };
}

function tierOf(slice, tiers) {
  const found = Object.entries(tiers).find(([, slices]) => slices.includes(slice));
  if (!found) throw new Error(`libs/${slice} is in no tier: write its name into a tier of nx.json`);
  return found[0];
}
