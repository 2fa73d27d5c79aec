/** What the build makes of our sources: the files behind a slice's index, and the words that a file says. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { directImports } from '../../apps/web/build/direct-imports.mjs';
import { namedWords } from '../../apps/web/build/named-words.mjs';
import { fileOf, standsIn } from '../../apps/web/build/slice-index.mjs';

const LIBS = resolve(import.meta.dirname, '..');
const slices = readdirSync(LIBS).filter((slice) => existsSync(join(LIBS, slice, 'contracts/words.el.json')));
const ui = join(LIBS, 'ui/web/index.ts');

describe('a slice’s index', () => {
  it('tells in which file a name stands, also under another name and through another index', () => {
    expect(standsIn(ui, 'Page')).toEqual({ file: join(LIBS, 'ui/web/frame/page.tsx'), name: 'Page' });
    expect(standsIn(join(LIBS, 'ui/contracts/index.ts'), 'el')).toEqual({ file: join(LIBS, 'ui/contracts/words.el.json'), name: 'default' });
    expect(standsIn(join(LIBS, 'evaluations/contracts/index.ts'), 'percents').file).toBe(join(LIBS, 'statistics/contracts/scale.ts'));
  });

  it('keeps what it does not pass on', () => expect(standsIn(ui, 'nothing of the kind').file).toBe(ui));

  it('is nobody’s business where a package is meant', () => expect(fileOf(LIBS, 'react')).toBeNull());
});

describe('an import from a slice', () => {
  const id = join(LIBS, 'votes/web/page.tsx');
  const direct = (code) => directImports().transform.handler(code, id).code;

  it('becomes one from the file itself, and brings the theme', () => {
    const code = direct(`import { Page, type PageProps, Button as Press } from '@isegoria/ui/web';\nimport { Link } from 'react-router';`);
    const files = [...code.matchAll(/ '(\.[^']+)'/g)].map(([, file]) => resolve(dirname(id), file));
    expect(files).toEqual(['theme/theme.css', 'frame/page.tsx', 'forms/button.tsx'].map((file) => join(LIBS, 'ui/web', file)));
    expect(code).toContain('import { Button as Press }');
    expect(code).not.toContain('PageProps');
    expect(code).toMatch(/\nimport \{ Link \} from 'react-router';$/);
  });

  it('stays as it is where only a type is meant', () => {
    const code = `import type { PageProps } from '@isegoria/ui/web';`;
    expect(direct(code)).toBe(code);
  });
});

describe('the words that a file says', () => {
  const saidIn = (...files) => namedWords(LIBS, slices, files.map((file) => join(LIBS, file)));

  it.each([
    ['ui/web/show/states.tsx', 'ui', 'failure.offline.text'], ['proposals/web/status-tag.tsx', 'proposals', 'status.OPEN'], ['budgeting/web/home-card.tsx', 'budgeting', 'home.days_other'], ['insights/web/insights-view.tsx', 'insights', 'council.kicker'],
    ['notifications/web/activity-feed.tsx', 'proposals', 'activity.published'], ['proposals/web/write/write-step.tsx', 'proposals', 'field.title'], ['ledger/web/acts-list.tsx', 'ledger', 'act.decision.entered'], ['evaluations/web/reply-page.tsx', 'evaluations', 'problem.dueAt.required'],
  ])('%s has those of %s with %s', (file, slice, key) => expect(saidIn(file)(slice, key)).toBe(true));

  it.each([['ui/web/frame/pager.tsx', 'ui', 'failure.offline.text'], ['proposals/web/lists/proposals-page.tsx', 'comments', 'heading']])('%s has not those of %s with %s', (file, slice, key) => expect(saidIn(file)(slice, key)).toBe(false));
});

describe('a part of the home page', () => {
  const parts = readdirSync(LIBS).map((slice) => join(LIBS, slice, 'web/home.tsx')).filter((file) => existsSync(file));

  // Fetched by itself it would bring whatever other pages' parts it shares a file with, and the budget of bytes counts the first page alone.
  it.each(parts)('%s comes with the others', (file) => expect(readFileSync(file, 'utf8')).not.toMatch(/\bimport\(/));
});
