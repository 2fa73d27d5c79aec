/** One lint for the whole house. The fences between slices stand in libs/workspace/fences.mjs, the tiers in nx.json. */
import nx from '@nx/eslint-plugin';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { constraintsOf, readCity, readTiers } from './libs/workspace/fences.mjs';

// Without the graph the boundary rule stays silent and everything passes. So it is made here, however ESLint was called.
await readCity();

const deepImport = { regex: '^@isegoria/[^/]+/[^/]+/.+', message: 'Import a slice only by its index: @isegoria/<slice>/<side>.' };
const ownInside = { regex: '^@isegoria/[^/]+$', message: 'Name the side: @isegoria/<slice>/contracts, api or web.' };
const nodeModules = { regex: '^node:', message: 'The browser has no node: modules.' };
const restricted = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });
// The worker and the command line run the same slices as the api, and its module is their list.
const boundaries = ['error', { allow: ['^\\.\\./api/app\\.module$'], depConstraints: constraintsOf(readTiers()) }];

export default defineConfig(
  { ignores: ['**/node_modules', 'dist', '.nx', '.data', '.e2e', 'coverage', '**/*.gen.ts', '**/*.gen.d.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strict],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': boundaries,
      // A Nest module is a class with nothing in it.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'always' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/no-invalid-void-type': 'off',
      eqeqeq: ['error', 'always'],
      'no-console': 'error',
      ...restricted(deepImport, ownInside),
    },
  },
  // A promise that nobody waits for loses its failure. Only types can tell which call makes one.
  {
    files: ['libs/*/api/**/*.ts', 'apps/{api,cli,worker}/**/*.ts'],
    languageOptions: { parserOptions: { project: './tsconfig.api.json', tsconfigRootDir: import.meta.dirname } },
    rules: { '@typescript-eslint/no-floating-promises': 'error', '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }] },
  },
  { files: ['**/*.mjs'], rules: { eqeqeq: ['error', 'always'], 'no-unused-vars': 'error', 'prefer-const': 'error', 'no-var': 'error' } },
  { files: ['libs/*/web/**/*.{ts,tsx}', 'apps/{web,widgets}/**/*.{ts,tsx}', 'libs/*/contracts/**/*.ts'], rules: restricted(deepImport, ownInside, nodeModules) },
  { files: ['apps/{cli,worker,api}/**/*.ts', 'e2e/**/*.ts'], rules: { 'no-console': 'off' } },
  { files: ['**/*.test.{ts,tsx}'], rules: { 'no-console': 'off' } },
);
