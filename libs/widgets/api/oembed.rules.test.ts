import type { Card } from '@isegoria/widgets/contracts';
import { describe, expect, it } from 'vitest';
import { embedPage } from './embed.page';
import { discoveryTags, oEmbedLink, oEmbedOf, oEmbedXml, readOEmbed } from './oembed.rules';

const platform = 'https://city.example';
const url = `${platform}/proposals/01J`;
const thing = { kind: 'proposal', of: '01J', part: '' } as const;
const asked = { platform, path: '/proposals/01J', locale: 'el', maxwidth: 320, maxheight: 9999 } as const;
const card = { label: 'Πρόταση', title: '<b>"Σκιά" & \u0001νερό</b>', locale: 'el', href: url, source: { label: 'Ισηγορία', href: platform } } as Card;

describe('an oEmbed consumer', () => {
  it('gets the frame in the size that it allows', () => {
    expect(readOEmbed({ url, maxwidth: '320', maxheight: '9999' }, platform)).toEqual({ path: '/proposals/01J', thing, locale: 'el', format: 'json', maxwidth: 320, maxheight: 9999 });
    const answer = oEmbedOf(card, thing, asked);
    expect(answer).toMatchObject({ type: 'rich', version: '1.0', width: 320, height: 420, provider_url: platform });
    const html = answer.type === 'rich' ? answer.html : '';
    expect(html).toContain('src="https://city.example/embed/proposal?of=01J&amp;lang=el"');
    expect(html).toContain('sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"');
    expect(html).not.toContain('<b>');
  });

  it('reads the same as XML, whatever a title holds', () => {
    const xml = oEmbedXml(oEmbedOf(card, thing, asked));
    expect(xml).toContain('<title>&lt;b&gt;&quot;Σκιά&quot; &amp; νερό&lt;/b&gt;</title>');
    expect(xml).toContain('<type>rich</type>');
  });

  it.each([
    [{}, 400], [{ url, maxwidth: 'wide' }, 400], [{ url, maxwidth: '0' }, 400], [{ url: [url, url] }, 400], [{ url, format: 'yaml' }, 501],
    [{ url: 'https://elsewhere.example/proposals/01J' }, 404], [{ url: `${platform}.evil.example/proposals/01J` }, 404], [{ url: 'https://me@city.example/proposals/01J' }, 404],
    [{ url: 'http://city.example/proposals/01J' }, 404], [{ url: 'nonsense' }, 404],
  ])('is told what is wrong with %j', (query, status) => {
    expect(readOEmbed(query, platform)).toEqual({ status });
  });

  it('gets the largest picture that its limits allow, with its size, or none', () => {
    expect(oEmbedOf(card, thing, { ...asked, maxwidth: Infinity, maxheight: Infinity })).toMatchObject({ thumbnail_url: `${platform}/cards/proposals/01J.png`, thumbnail_width: 1200, thumbnail_height: 630 });
    expect(oEmbedOf(card, thing, { ...asked, locale: 'en', maxwidth: 1200, maxheight: 629 })).toMatchObject({ thumbnail_url: `${platform}/cards/proposals/01J.png?lang=en&width=600`, thumbnail_width: 600, thumbnail_height: 315 });
    expect(Object.keys(oEmbedOf(card, thing, { ...asked, maxwidth: 299 })).filter((name) => name.startsWith('thumbnail'))).toEqual([]);
  });

  it('gets title and picture of a page without a widget', () => {
    expect(readOEmbed({ url: `${platform}/open-data/proposals/` }, platform)).toMatchObject({ path: '/open-data/proposals', thing: null });
    expect(oEmbedLink({ title: 'Ο δρόμος' }, { ...asked, path: '/open-data/proposals', maxwidth: Infinity, maxheight: Infinity })).toEqual({
      type: 'link', version: '1.0', title: 'Ο δρόμος', provider_name: 'Ισηγορία', provider_url: platform, cache_age: 300,
      thumbnail_url: `${platform}/cards/open-data/proposals.png`, thumbnail_width: 1200, thumbnail_height: 630,
    });
  });

  it('finds it by the head of the page', () => {
    expect(discoveryTags('/proposals/01J', platform)).toContain('type="application/json+oembed" href="https://city.example/oembed?url=https%3A%2F%2Fcity.example%2Fproposals%2F01J&amp;format=json"');
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
