/** What the build takes for the first page: the files behind a slice's index, and the words that are said there. */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { directImports } from '../../apps/web/direct-imports.mjs';
import { firstWords } from '../../apps/web/first-words.mjs';
import { fileOf, standsIn } from '../../apps/web/slice-index.mjs';

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

describe('the words of the first page', () => {
  const said = firstWords(LIBS, slices);

  it.each([['ui', 'shell.home.title'], ['ui', 'failure.offline.text'], ['ui', 'shell.outdated.title'], ['identity', 'signIn.act'], ['votes', 'nav.mine'], ['notifications', 'bell.unread_one'], ['budgeting', 'home.days_other'], ['processes', 'closes.days_other'], ['proposals', 'status.OPEN']])(
    'of %s hold %s',
    (slice, key) => expect(said(slice, key)).toBe(true),
  );

  it.each([['ui', 'pager.next'], ['ui', 'shell.signIn.text'], ['comments', 'heading'], ['votes', 'receipt.title']])('of %s do not hold %s, which is said elsewhere', (slice, key) => expect(said(slice, key)).toBe(false));
});
