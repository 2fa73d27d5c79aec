import type { Card } from '@isegoria/widgets/contracts';
import { describe, expect, it } from 'vitest';
import { embedPage } from './embed.page';
import { discoveryTags, oEmbedOf, oEmbedXml, readOEmbed } from './oembed.rules';

const platform = 'https://city.example';
const url = `${platform}/proposals/01J`;
const thing = { kind: 'proposal', of: '01J', part: '' } as const;
const card = { label: 'Πρόταση', title: '<b>"Σκιά" & \u0001νερό</b>', locale: 'el', href: url, source: { label: 'Ισηγορία', href: platform } } as Card;

describe('an oEmbed consumer', () => {
  it('gets the frame in the size that it allows', () => {
    expect(readOEmbed({ url, maxwidth: '320', maxheight: '9999' }, platform)).toEqual({ thing, locale: 'el', format: 'json', width: 320, height: 420 });
    const answer = oEmbedOf(card, thing, { platform, width: 320, height: 420 });
    expect(answer).toMatchObject({ type: 'rich', version: '1.0', width: 320, height: 420, provider_url: platform });
    expect(answer.html).toContain('src="https://city.example/embed/proposal?of=01J&amp;lang=el"');
    expect(answer.html).toContain('sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"');
    expect(answer.html).not.toContain('<b>');
  });

  it('reads the same as XML, whatever a title holds', () => {
    const xml = oEmbedXml(oEmbedOf(card, thing, { platform, width: 320, height: 420 }));
    expect(xml).toContain('<title>&lt;b&gt;&quot;Σκιά&quot; &amp; νερό&lt;/b&gt;</title>');
    expect(xml).toContain('<type>rich</type>');
  });

  it.each([
    [{}, 400], [{ url, maxwidth: 'wide' }, 400], [{ url, maxwidth: '0' }, 400], [{ url: [url, url] }, 400], [{ url, format: 'yaml' }, 501],
    [{ url: 'https://elsewhere.example/proposals/01J' }, 404], [{ url: `${platform}.evil.example/proposals/01J` }, 404], [{ url: 'https://me@city.example/proposals/01J' }, 404],
    [{ url: `${platform}/council` }, 404], [{ url: 'http://city.example/proposals/01J' }, 404], [{ url: 'nonsense' }, 404],
  ])('is told what is wrong with %j', (query, status) => {
    expect(readOEmbed(query, platform)).toEqual({ status });
  });

  it('finds it by the head of the page', () => {
    expect(discoveryTags('/proposals/01J', platform)).toContain('type="application/json+oembed" href="https://city.example/oembed?url=https%3A%2F%2Fcity.example%2Fproposals%2F01J&amp;format=json"');
    expect(discoveryTags('/council', platform)).toBe('');
  });
});

describe('the page in a frame', () => {
  const options = { platform, thing, locale: 'el', look: { accent: '#123456' }, scheme: '', nonce: 'n"' } as const;

  it('is the element, the script and the host’s colours, with hostile text as text', () => {
    const page = embedPage(card, options);
    expect(page).toContain('<isegoria-proposal of="01J" lang="el">');
    expect(page).toContain('--isegoria-accent: #123456;');
    expect(page).toContain('nonce="n&quot;"');
    expect(page).not.toContain('<b>');
  });

  it('says so where there is nothing any more', () => {
    expect(embedPage(null, options)).toContain('δεν υπάρχει πια');
    expect(embedPage(null, options)).not.toContain('<isegoria-');
  });
});
