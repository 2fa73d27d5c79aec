/** Who may import whom, as constraints for @nx/enforce-module-boundaries, made from the tiers in nx.json. */
import { readFileSync } from 'node:fs';
import { createProjectGraphAsync } from '@nx/devkit';

const NEST_AND_MONGOOSE = ['@nestjs/*', 'mongoose', 'bull', 'ioredis', 'fastify', 'mercurius'];
const REACT = ['react', 'react/*', 'react-dom', 'react-dom/*', 'react-router', 'react-aria-components', 'react-i18next', '@tanstack/*'];

/** The outlook looks at everyone, but of those who act it takes only the contracts: their figures come through the registries. */
const ONLY_CONTRACTS = { outlook: ['mechanism', 'civic'] };

const SIDES = [
  { sourceTag: 'side:contracts', onlyDependOnLibsWithTags: ['side:contracts'], bannedExternalImports: [...NEST_AND_MONGOOSE, ...REACT] },
  { sourceTag: 'side:api', onlyDependOnLibsWithTags: ['side:api', 'side:contracts'], bannedExternalImports: REACT },
  { sourceTag: 'side:web', onlyDependOnLibsWithTags: ['side:web', 'side:contracts'], bannedExternalImports: NEST_AND_MONGOOSE },
  { sourceTag: 'app', onlyDependOnLibsWithTags: ['side:api', 'side:web', 'side:contracts'] },
];

/** Makes Nx's graph of the city, that the boundary rule reads; says what Nx itself only says when it is verbose. */
export async function readCity() {
  process.env.NX_DAEMON ??= 'false';
  try {
    await createProjectGraphAsync({ exitOnError: false });
  } catch (failure) {
    const reasons = failure.getErrors?.().map(({ message }) => message) ?? [failure.message];
    throw new Error(`The map of the city cannot be read.\n${reasons.join('\n')}`, { cause: failure });
  }
}

export function readTiers() {
  const { plugins } = JSON.parse(readFileSync(new URL('../../nx.json', import.meta.url), 'utf8'));
  return plugins.find(({ plugin }) => plugin.endsWith('slices-plugin.mjs')).options.tiers;
}

/** Of the tiers below its own, in the order of nx.json, a slice may use everything; of its own tier only the contracts. */
export function constraintsOf(tiers) {
  const order = Object.keys(tiers);
  const ofSlices = order.flatMap((tier, height) => tiers[tier].map((slice) => constraintOf(slice, tier, order.slice(0, height))));
  return [...ofSlices, ...SIDES];
}

function constraintOf(slice, tier, below) {
  const contracts = ONLY_CONTRACTS[tier] ?? [];
  const whole = below.filter((name) => !contracts.includes(name));
  return {
    sourceTag: `slice:${slice}`,
    onlyDependOnLibsWithTags: [`slice:${slice}`, ...whole.map((name) => `tier:${name}`), ...[tier, ...contracts].map((name) => `public:${name}`)],
  };
}
