import { describe, expect, it } from 'vitest';
import { elementTag, frameTag } from './tag';

const platform = 'https://city.example';
const thing = { kind: 'proposal', of: '01J', part: '' } as const;

describe('the tag that an editor copies', () => {
  it('is the element with a link for who runs no script', () => {
    expect(elementTag({ platform, thing, lang: 'en', level: 3 }, { href: '/proposals/01J', title: 'Shade' })).toBe('<isegoria-proposal of="01J" lang="en" level="3"><a href="https://city.example/proposals/01J">Shade</a></isegoria-proposal>');
  });

  it('writes hostile titles as text', () => {
    expect(elementTag({ platform, thing }, { href: '/x', title: '</a><script>"' })).toContain('>&lt;/a&gt;&lt;script&gt;&quot;</a>');
    expect(frameTag({ platform, thing }, '"><script>', { width: 300, height: 200 })).toContain('title="&quot;&gt;&lt;script&gt;"');
  });

  it('pins the ledger', () => {
    const tag = elementTag({ platform, thing: { kind: 'ledger', of: '', part: '' }, pin: { key: 'a+b', size: 12, root: 'cm9vdA==' } }, { href: '/ledger', title: 'x' });
    expect(tag).toContain('<isegoria-ledger key="a+b" size="12" root="cm9vdA==">');
  });
});
