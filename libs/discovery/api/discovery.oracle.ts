import { type Oracle, type OracleRow, pythonWith, rowsOfPython } from '@isegoria/kernel/api';

const packages = ['feedparser==6.0.14', 'extruct==0.18.0'];

const script = `
import json, re, sys, urllib.error, urllib.request, xml.etree.ElementTree as tree
import feedparser, extruct
city = sys.argv[1]
rows = []
def say(name, found, expected):
    rows.append(dict(name=name, found=str(found), expected=str(expected), holds=str(found) == str(expected)))
def get(address, accept='*/*'):
    with urllib.request.urlopen(urllib.request.Request(address if address.startswith('http') else city + address, headers={'accept': accept, 'accept-encoding': 'identity'})) as answer:
        return answer.read(), dict(answer.headers)

names = ['proposals', 'consultations', 'initiatives', 'meetings', 'volunteering', 'decisions', 'answers', 'results', 'processes/ideas']
for name in names:
    for lang in ['el', 'en']:
        address = city + '/feeds/' + name + '.atom?lang=' + lang
        feed = feedparser.parse(address)
        label = 'feedparser ' + name + ' (' + lang + ', ' + str(len(feed.entries)) + ' entries)'
        say(label + ': well-formed Atom 1.0', (feed.version, feed.bozo, str(feed.get('bozo_exception', ''))), ('atom10', False, ''))
        say(label + ': each entry has what RFC 4287 asks', [e.get('link') for e in feed.entries if not (e.get('id') and e.get('title') and e.get('updated_parsed') and e.get('link'))], [])
        say(label + ': ids are there once', len({e.id for e in feed.entries}), len(feed.entries))
        say(label + ': asked again with its tag', feedparser.parse(address, etag=feed.etag).status, 304)
        beside = json.loads(get('/feeds/' + name + '.json?lang=' + lang)[0])
        say(label + ': the JSON Feed tells the same', [item['id'] for item in beside['items']] == [e.id for e in feed.entries] and beside['version'].endswith('/1.1'), True)

space = '{http://www.sitemaps.org/schemas/sitemap/0.9}'
parts = [loc.text for loc in tree.fromstring(get('/sitemap.xml')[0]).iter(space + 'loc')]
pages = [loc.text for part in parts for loc in tree.fromstring(get(part)[0]).iter(space + 'loc')]
say('the sitemap names each page once (' + str(len(pages)) + ')', len(set(pages)), len(pages))
sorts = {}
try:
    get('/', 'text/html')
except urllib.error.HTTPError as error:
    say('heads: the pages are built (npm run build)', error.code, 200)
    pages = []
for page in pages:
    sorts.setdefault(re.sub(r'[^/]+$', '', page), page)
for page in sorts.values():
    text = get(page, 'text/html')[0].decode()
    found = extruct.extract(text, base_url=page, syntaxes=['json-ld', 'opengraph'], uniform=True)
    graph = found['json-ld'][0].get('@graph', [])
    label = 'extruct ' + page[len(city):]
    say(label + ': one graph, and Open Graph with a picture', (len(found['json-ld']), 'WebSite' in [n['@type'] for n in graph], bool(found['opengraph'][0].get('og:image'))), (1, True, True))
print(json.dumps(rows))
`;

async function askPython(cityUrl: string): Promise<OracleRow[]> {
  return rowsOfPython(await pythonWith('discovery-readers', packages), script, [cityUrl]);
}

/** Feeds and heads of a city as programs that nobody here wrote read them: feedparser and extruct, of PyPI. */
export const oracle: Oracle = {
  name: 'discovery: feedparser and extruct read the city',
  needs: [],
  needsCity: true,
  run: (_data, cityUrl) => askPython(cityUrl ?? ''),
};
